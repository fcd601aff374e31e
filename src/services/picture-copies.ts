/** Small copies of pictures that were sent, beside the original and gone with it; reports and pages show these alone. */
import type { Database } from '../db/connect.ts';
import type { Evidence } from '../db/evidence.ts';
import { type FileStore, fileStore } from '../db/files.ts';
import { fileTypeOf } from './file-types.ts';
import { type Copies, type Copy, COPY_KINDS, type CopyKind } from './picture-kinds.ts';
import { lookAtPicture } from './picture-process.ts';

/** Begins with the original's own id: whatever removes everything of a piece of evidence removes its copies too. */
function copyId(file: string, kind: CopyKind): string {
  return `${file}:${kind}`;
}

function isOfFile(id: string, file: string): boolean {
  return id === file || id.startsWith(`${file}:`);
}

/** Removes an original with its copies. */
export async function removeOriginal(files: FileStore, file: string): Promise<void> {
  const ids = await files.idsFrom(file);
  await files.remove(ids.filter((id) => isOfFile(id, file)));
}

/** Removes every original of a piece of evidence but one, each with its copies; null leaves none. */
export async function removeOthers(files: FileStore, evidence: string, file: string | null): Promise<void> {
  const ids = await files.idsFrom(`${evidence}:`);
  await files.remove(ids.filter((id) => file === null || !isOfFile(id, file)));
}

/** @param file id of the original. */
export async function storeCopies(
  files: Pick<FileStore, 'put' | 'remove'>,
  office: string,
  file: string,
  copies: Copies,
): Promise<void> {
  for (const kind of COPY_KINDS) {
    const { bytes, width, height } = copies[kind];
    const id = copyId(file, kind);
    // what a process that died left of it
    await files.remove([id]);
    await files.put(id, Buffer.from(bytes), { office, width, height });
  }
}

/**
 * The copy of a picture; where there is none yet, as of pictures that came before there were copies, it is made and kept.
 * @returns null for what is no picture, was taken back, or cannot be shown.
 */
export async function readCopy(database: Database, evidence: Evidence, kind: CopyKind): Promise<Copy | null> {
  const { state, file, contentType, copies } = evidence;
  if (state !== 'stored' || !file || !contentType || !fileTypeOf(contentType)?.picture) return null;
  const files = fileStore(database, 'evidence');
  if (copies) return copies.includes(kind) ? readStored(files, copyId(file, kind)) : null;
  const made = await makeCopies(database, files, evidence, file);
  return made && made[kind];
}

async function readStored(files: FileStore, id: string): Promise<Copy | null> {
  const [found, bytes] = await Promise.all([files.find(id), files.read(id)]);
  const { width, height } = found?.facts ?? {};
  return bytes && { bytes, width: Number(width), height: Number(height) };
}

/** @returns the copies, or null when the picture cannot be shown, which is remembered. */
async function makeCopies(
  database: Database,
  files: FileStore,
  { id, office }: Evidence,
  file: string,
): Promise<Copies | null> {
  const bytes = await files.read(file);
  if (!bytes) return null;
  const seen = await lookAtPicture(bytes);
  if (seen.ok) await storeCopies(files, office, file, seen.copies);
  const kinds = seen.ok ? [...COPY_KINDS] : [];
  const still = { _id: id, office, state: 'stored', file } as const;
  const marked = await database.models.evidence.updateOne(still, { $set: { copies: kinds } });
  if (seen.ok && marked.matchedCount > 0) return seen.copies;
  // taken back meanwhile: nothing of it may stay
  if (seen.ok) await files.remove(COPY_KINDS.map((kind) => copyId(file, kind)));
  return null;
}
