/** Decides whether what LINE handed over is taken as evidence; pure. The evidence worker asks before anything is stored. */
import { createHash } from 'node:crypto';
import type { EvidenceFailure } from '../services/evidence.ts';
import { detectFileType } from '../services/file-types.ts';

const MIB = 1024 * 1024;
export const MOST_BYTES = { image: 10 * MIB, file: 25 * MIB } as const;

export type Judged =
  { ok: true; contentType: string; bytes: number; hash: string } | { ok: false; reason: EvidenceFailure };

/** @param kind of the message: a photo message must hold a picture, a file may be a picture too. */
export function judge(kind: 'image' | 'file', bytes: Buffer): Judged {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  if (bytes.length > MOST_BYTES[kind]) return { ok: false, reason: 'too-large' };
  const type = detectFileType(bytes);
  if (kind === 'image' && !type?.picture) return { ok: false, reason: 'not-a-picture' };
  if (!type) return { ok: false, reason: 'type-not-taken' };
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, contentType: type.contentType, bytes: bytes.length, hash };
}
