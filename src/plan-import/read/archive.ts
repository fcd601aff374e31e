/** Opens the zip inside Word, Excel and OpenDocument files, never unfolding more than is allowed; read.ts calls it. */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

const MAX_UNFOLDED_BYTES = 80 * 1024 * 1024;
const MAX_ENTRIES = 5000;

/** Parts by name: lower case, forward slashes, no slash before the first folder. */
export type Parts = ReadonlyMap<string, Buffer>;

export type ArchiveRead =
  | { ok: true; parts: Parts; names: ReadonlySet<string> }
  | { ok: false; reason: 'damaged' | 'too-large' | 'password' };

/** Parts that say nothing of a plan, and may be large. */
const IGNORED =
  /^(docprops|customxml|_xmlsignatures|thumbnails)\/|\/(theme|pivotcache|pivottables|externallinks|printersettings|activex|media|embeddings|charts|fonts)\//;

/** @param bytes the file; the sizes it claims for its parts are not believed. */
export async function readArchive(bytes: Buffer): Promise<ArchiveRead> {
  const parts = new Map<string, Buffer>();
  const names = new Set<string>();
  let left = MAX_UNFOLDED_BYTES;
  try {
    const zip = await fromBufferPromise(bytes);
    for await (const entry of zip.eachEntry()) {
      if (names.size > MAX_ENTRIES) return { ok: false, reason: 'too-large' };
      const name = entry.fileName.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
      names.add(name);
      if (!/\.(xml|rels)$/.test(name) || IGNORED.test(name)) continue;
      if (entry.isEncrypted()) return { ok: false, reason: 'password' };
      const part = await unfold(zip, entry, left);
      if (part === null) return { ok: false, reason: 'too-large' };
      if (crc32(part) !== entry.crc32) return { ok: false, reason: 'damaged' };
      left -= part.length;
      parts.set(name, part);
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  return { ok: true, parts, names };
}

/** @returns null when there is more than that. */
async function unfold(zip: ZipFile, entry: Entry, max: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > max) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
