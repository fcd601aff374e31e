/** Decides whether what LINE or a page handed over is taken as evidence; asked before anything is stored, by the evidence worker and by uploads. */
import { createHash } from 'node:crypto';
import type { EvidenceFailure } from './evidence.ts';
import { detectFileType, HEIC } from './file-types.ts';
import type { Copies, PictureAnswer } from './picture-kinds.ts';
import { judgeZip } from './zip-parts.ts';

const MIB = 1024 * 1024;
export const MOST_BYTES = { image: 10 * MIB, file: 25 * MIB } as const;
/** What an Office file may unpack to; whoever opens it on an old machine has to hold that. */
export const MOST_UNPACKED = 256 * MIB;

export type Judged =
  | {
      ok: true;
      contentType: string;
      bytes: number;
      hash: string;
      /** Small copies of a picture, null for everything else. */
      copies: Copies | null;
    }
  | { ok: false; reason: EvidenceFailure };

/**
 * @param kind of the message: a photo message must hold a picture, a file may be a picture too.
 * @param look reads a picture in a process of its own; when it rejects, nothing is decided.
 */
export async function judgeEvidence(
  kind: 'image' | 'file',
  bytes: Buffer,
  look: (bytes: Buffer) => Promise<PictureAnswer>,
): Promise<Judged> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > MOST_BYTES[kind]) return { ok: false, reason: 'too-large' };
  const type = await detectFileType(bytes);
  if (kind === 'image' && !type?.picture) return { ok: false, reason: 'not-a-picture' };
  if (!type) return { ok: false, reason: 'type-not-taken' };
  if (type.archive) {
    const fault = await judgeZip(bytes, MOST_UNPACKED);
    if (fault) return { ok: false, reason: fault === 'damaged' ? 'damaged' : 'unpacks-too-large' };
  }
  // no library that may be handed out decodes it; LINE itself makes JPEGs of photos
  if (type === HEIC) return { ok: false, reason: 'phone-format' };
  const seen = type.picture ? await look(bytes) : null;
  if (seen && !seen.ok) return { ok: false, reason: seen.reason };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const copies = seen && seen.copies;
  return { ok: true, contentType: type.contentType, bytes: bytes.length, hash, copies };
}
