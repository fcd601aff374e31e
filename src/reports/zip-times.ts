/** Sets the time of every file inside a zip, so that the same report gives the same bytes; DOCX and XLSX are zips. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Changes the buffer in place. @param at written as the UTC wall clock. @returns the same buffer. */
export function setZipTimes(zip: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const end = endRecord(zip);
  const count = zip.readUInt16LE(end + 10);
  let entry = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count && zip.readUInt32LE(entry) === ENTRY; index++) {
    const local = zip.readUInt32LE(entry + 42);
    zip.writeUInt16LE(time, entry + 12);
    zip.writeUInt16LE(day, entry + 14);
    zip.writeUInt16LE(time, local + 10);
    zip.writeUInt16LE(day, local + 12);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}

function endRecord(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new Error('not a zip');
}
