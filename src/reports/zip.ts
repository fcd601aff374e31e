/** Opens and packs the zip inside Word and Excel files, never unfolding more than was allowed; used by readers of plans. */
import { crc32, inflateRawSync } from 'node:zlib';

export type ZipRead =
  { ok: true; entries: Map<string, Buffer> } | { ok: false; reason: 'damaged' | 'too-large' | 'locked' };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * @param bytes the file.
 * @param maxBytes how much all wanted entries may come to, unfolded; the sizes the file claims are not believed.
 * @param wanted which entries to unfold.
 */
export function readZip(bytes: Buffer, maxBytes: number, wanted: (name: string) => boolean): ZipRead {
  const damaged: ZipRead = { ok: false, reason: 'damaged' };
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return damaged;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, Buffer>();
  let left = maxBytes;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return damaged;
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\/+/, '');
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const crc = bytes.readUInt32LE(at + 16);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (!wanted(name)) continue;
    if (flags & 1) return { ok: false, reason: 'locked' };
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return damaged;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + size > bytes.length) return damaged;
    const unfolded = unfold(bytes.subarray(start, start + size), method, left);
    if (unfolded === 'too-large') return { ok: false, reason: 'too-large' };
    if (unfolded === null || crc32(unfolded) !== crc) return damaged;
    left -= unfolded.length;
    entries.set(name, unfolded);
  }
  return { ok: true, entries };
}

function unfold(packed: Buffer, method: number, max: number): Buffer | 'too-large' | null {
  if (method === 0) return packed.length > max ? 'too-large' : packed;
  if (method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, max) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null;
  }
}

/** @returns a zip of these entries, not compressed. */
export function packZip(entries: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(LOCAL);
    parts.push(head, fields, nameBytes, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    fields.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameBytes);
    offset += 30 + nameBytes.length + content.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
