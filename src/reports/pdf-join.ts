/**
 * Puts PDFs that the typesetter made one after the other into one file; pdf.ts calls it for reports made in pieces.
 * It counts on how the typesetter writes: objects numbered from 1 and listed in a plain table, one flat list of pages.
 */
import { createHash } from 'node:crypto';

interface Pdf {
  bytes: Buffer;
  /** Where each object begins, by its number less one; after the last, where the table of them begins. */
  starts: number[];
  trailer: string;
}

const HEAD = '%PDF-1.7\n%\x80\x80\x80\x80\n\n';
const REFERENCE = /\b(\d+) 0 R\b/g;

/**
 * @param files PDFs of the typesetter without structure for screen readers, all of the same standard and language,
 * and how many of their pages are wanted.
 * @returns these pages in order, with the properties of the first file; a single file is returned as it is.
 * @throws Error when a file is not built as expected.
 */
export function joinPdfs(files: readonly { bytes: Buffer; pages: number }[]): Buffer {
  if (files.length === 1 && files[0]) return files[0].bytes;
  // The list of pages comes first, then file by file what its pages need.
  const objects: Buffer[] = [Buffer.alloc(0)];
  const pages: number[] = [];
  let trailer = '';
  for (const file of files) {
    const pdf = readPdf(file.bytes);
    const tree = pageTree(pdf);
    const wanted = tree.pages.slice(0, file.pages);
    const properties = trailer === '' ? references(pdf.trailer) : [];
    const needed = reachable(pdf, [...properties, ...wanted], tree.number);
    const moved = new Map([[tree.number, 1]]);
    needed.forEach((old, index) => moved.set(old, objects.length + 1 + index));
    for (const old of needed) objects.push(renumbered(objectAt(pdf, old), moved));
    pages.push(...wanted.map((old) => moved.get(old) ?? 0));
    trailer ||= renumberedText(pdf.trailer, moved);
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  const list = `<<\n  /Type /Pages\n  /Count ${pages.length}\n  /Kids [${kids}]\n>>\nendobj\n\n`;
  objects[0] = Buffer.from(list, 'latin1');
  return written(objects, identified(trailer, files));
}

function readPdf(bytes: Buffer): Pdf {
  const tail = bytes.toString('latin1', bytes.length - 30);
  const at = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(tail)?.[1]);
  const table = Number.isNaN(at) ? '' : bytes.toString('latin1', at);
  const starts = [...table.matchAll(/(\d{10}) 00000 n/g)].map(([, start]) => Number(start));
  const trailer = /trailer\n(<<[^]*?>>)\nstartxref/.exec(table)?.[1];
  if (!trailer || !bytes.toString('latin1', 0, HEAD.length).startsWith(HEAD))
    throw new Error('unexpected PDF');
  return { bytes, starts: [...starts, at], trailer };
}

/** @returns what follows `5 0 obj`, up to the next object. */
function objectAt({ bytes, starts }: Pdf, number: number): Buffer {
  const head = `${number} 0 obj\n`;
  const start = starts[number - 1] ?? 0;
  if (bytes.toString('latin1', start, start + head.length) !== head) throw new Error('unexpected PDF object');
  return bytes.subarray(start + head.length, starts[number]);
}

/** The part of an object that may refer to others: before its stream, if it has one. */
function dictionary(object: Buffer): string {
  const stream = object.indexOf('\nstream\n');
  return object.toString('latin1', 0, stream < 0 ? object.length : stream);
}

function references(text: string): number[] {
  return [...text.matchAll(REFERENCE)].map(([, number]) => Number(number));
}

function pageTree(pdf: Pdf): { number: number; pages: number[] } {
  const [catalogue = 0] = references(/\/Root \d+ 0 R/.exec(pdf.trailer)?.[0] ?? '');
  const [number = 0] = references(/\/Pages \d+ 0 R/.exec(dictionary(objectAt(pdf, catalogue)))?.[0] ?? '');
  const tree = dictionary(objectAt(pdf, number));
  const pages = references(/\/Kids \[[^\]]*\]/.exec(tree)?.[0] ?? '');
  if (Number(/\/Count (\d+)/.exec(tree)?.[1]) !== pages.length) throw new Error('unexpected list of pages');
  return { number, pages };
}

/** Numbers of these objects and all they refer to, without the tree that the pages hang on. */
function reachable(pdf: Pdf, from: readonly number[], tree: number): number[] {
  const seen = new Set<number>([tree]);
  const open = [...from];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (seen.has(number)) continue;
    seen.add(number);
    open.push(...references(dictionary(objectAt(pdf, number))));
  }
  seen.delete(tree);
  return [...seen].toSorted((a, b) => a - b);
}

function renumbered(object: Buffer, moved: ReadonlyMap<number, number>): Buffer {
  const before = dictionary(object);
  const after = renumberedText(before, moved);
  return Buffer.concat([Buffer.from(after, 'latin1'), object.subarray(before.length)]);
}

function renumberedText(text: string, moved: ReadonlyMap<number, number>): string {
  return text.replace(REFERENCE, (_whole, number: string) => `${moved.get(Number(number)) ?? 0} 0 R`);
}

/** The trailer with its second identifier, that of this very file, made from all files. */
function identified(trailer: string, files: readonly { bytes: Buffer }[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  const own = hash.digest('hex').slice(0, 32);
  return trailer.replace(/(\/ID \[\([^)]*\)) \([^)]*\)\]/, `$1 <${own}>]`);
}

function written(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from(HEAD, 'latin1')];
  const lines: string[] = ['0000000000 65535 f\r\n'];
  let at = HEAD.length;
  objects.forEach((object, index) => {
    const head = Buffer.from(`${index + 1} 0 obj\n`, 'latin1');
    lines.push(`${String(at).padStart(10, '0')} 00000 n\r\n`);
    parts.push(head, object);
    at += head.length + object.length;
  });
  const size = objects.length + 1;
  const end = trailer.replace(/\/Size \d+/, `/Size ${size}`);
  parts.push(
    Buffer.from(`xref\n0 ${size}\n${lines.join('')}trailer\n${end}\nstartxref\n${at}\n%%EOF`, 'latin1'),
  );
  return Buffer.concat(parts);
}
