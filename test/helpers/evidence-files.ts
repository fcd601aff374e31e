/** Small files of every kind: pictures that can be opened, the others real enough to tell what they are. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';
import JSZip from 'jszip';

// pngjs comes without types.
const { PNG } = createRequire(import.meta.url)('pngjs') as {
  PNG: { sync: { write(picture: { width: number; height: number; data: Buffer }): Buffer } };
};

/** A PNG that can be opened; another `shade` makes other bytes. */
export function picture(shade = 0, width = 16, height = 12): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  data.writeUInt32LE(shade, 0);
  return PNG.sync.write({ width, height, data });
}

const JPEG = Buffer.from(
  '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQApn/2Q==',
  'base64',
);

/** A JPEG that can be opened, with so many bytes. */
export function jpeg(bytes: number): Buffer {
  return Buffer.concat([JPEG, Buffer.alloc(Math.max(0, bytes - JPEG.length), 7)]);
}

/** @param parts names of the zip's parts. */
export async function zip(...parts: string[]): Promise<Buffer> {
  const made = new JSZip();
  for (const part of parts) made.file(part, '<x/>');
  return made.generateAsync({ type: 'nodebuffer' });
}

export const docx = (): Promise<Buffer> => zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml');

/** @param streams names of its streams. */
export function ole(...streams: string[]): Buffer {
  const head = Buffer.alloc(512);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0);
  return Buffer.concat([head, ...streams.map((name) => Buffer.from(`${name}\u0000`, 'utf16le'))]);
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A PNG's head alone, with that size. */
export function headOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(picture());
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
