/** Small files of every kind, real enough for their first bytes and directories to tell what they are. */
import { createHash } from 'node:crypto';
import JSZip from 'jszip';

const PNG_HEAD = Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1');

/** A picture by its first bytes; another `shade` makes other bytes. */
export function picture(shade = 0): Buffer {
  return Buffer.concat([PNG_HEAD, createHash('sha512').update(String(shade)).digest()]);
}

export function jpeg(bytes: number): Buffer {
  const made = Buffer.alloc(bytes, 7);
  made.set([0xff, 0xd8, 0xff, 0xe0], 0);
  return made;
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
