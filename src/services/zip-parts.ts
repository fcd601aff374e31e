/** Reads what is inside a zip without keeping any of it; file types are told by it, and bombs found. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** No real document has more parts. */
const MOST_PARTS = 5_000;

/** @returns names of an archive's parts; null for one that is damaged, has unsafe names or too many parts. */
export async function zipParts(bytes: Buffer): Promise<Set<string> | null> {
  try {
    const entries = await entriesOf(await fromBufferPromise(bytes));
    return entries && new Set(entries.map(({ fileName }) => fileName));
  } catch {
    return null;
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[] | null> {
  if (zip.entryCount > MOST_PARTS) return null;
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/**
 * Unpacks an archive into nothing, piece by piece: the sizes it claims are not believed.
 * @param most bytes that all parts may come to. @returns why it is not taken, or null when it is sound.
 */
export async function judgeZip(bytes: Buffer, most: number): Promise<'too-large' | 'damaged' | null> {
  try {
    const zip = await fromBufferPromise(bytes);
    const entries = await entriesOf(zip);
    const claimed = entries?.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (!entries || claimed === undefined || claimed > most) return 'too-large';
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      // ends with an error as soon as a part turns out larger than it claims
      await pipeline(await zip.openReadStreamPromise(entry), nowhere());
    }
    return null;
  } catch {
    return 'damaged';
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
