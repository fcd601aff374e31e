/**
 * Mends the text layer of a typeset PDF, so that copying and searching find Thai as it is read; pdf-child.ts calls it.
 * The typesetter maps each glyph to the whole cluster it first stood in (letter and vowel for the letter, and again for
 * the vowel), which readers that do not honour ActualText repeat. The embedded fonts name their glyphs by code point
 * (uni0E35.narrow): those names are put into the maps. It also tags each cluster with its text as ActualText, twice
 * where a raised tone mark is drawn apart, which readers that honour it repeat: the second is emptied. All in place and
 * never longer than what stood there, so that no offset changes.
 */
import { deflateSync, inflateSync } from 'node:zlib';

/** @param pdf changed in place where its fonts are as expected, else left alone. @returns the same buffer. */
export function mendThaiText(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  for (const font of text.matchAll(/\/DescendantFonts \[(\d+) 0 R\][^]*?\/ToUnicode (\d+) 0 R/g)) {
    const [, descendant = '', map = ''] = font;
    const descriptor = reference(objectAt(text, descendant), 'FontDescriptor');
    const file = descriptor && reference(objectAt(text, descriptor), 'FontFile2');
    const program = file && streamOf(text, file);
    const cmap = streamOf(text, map);
    if (!program || !cmap) continue;
    mendMap(pdf, cmap, glyphTexts(inflateSync(pdf.subarray(program.start, program.end))));
  }
  for (const page of text.matchAll(/\/Type \/Page\b[^]*?\/Contents (\d+) 0 R/g)) {
    const contents = streamOf(text, page[1] ?? '');
    if (contents) emptyRepeatedText(pdf, contents);
  }
  return pdf;
}

/** A cluster of three letters and marks or more as it is tagged, with what is drawn of it. */
const THAI_SPAN = /\/ActualText\s*<FEFF((?:0E[0-9A-F]{2}){3,})>\s*>>\s*BDC([^]*?)EMC/g;
const SHOWN = /\(((?:\\[^]|[^\\)])*)\)/g;

function emptyRepeatedText(pdf: Buffer, { start, end }: Stream): void {
  const before = inflateSync(pdf.subarray(start, end)).toString('latin1');
  let last = '';
  const after = before.replace(THAI_SPAN, (span, text: string, drawn: string) => {
    const repeated = text === last && isOneGlyph(drawn);
    last = text;
    return repeated ? span.replace(text, '') : span;
  });
  if (after === before) return;
  const packed = deflateSync(Buffer.from(after, 'latin1'), { level: 9 });
  if (packed.length > end - start) return;
  packed.copy(pdf, start);
  // Behind the end of what is packed no reader looks.
  pdf.fill(0, start + packed.length, end);
}

/** @param drawn operators that show glyphs of two bytes each, in strings with PDF's escapes. */
function isOneGlyph(drawn: string): boolean {
  const shown = [...drawn.matchAll(SHOWN)].map(([, inside = '']) =>
    inside.replace(/\\(?:[0-7]{1,3}|[^])/g, '.'),
  );
  return shown.join('').length === 2;
}

/** Replaces the text of each named glyph, padded with blanks to the length of what stood there. */
function mendMap(pdf: Buffer, { start, end }: Stream, texts: ReadonlyMap<number, string>): void {
  const cmap = pdf.toString('latin1', start, end);
  const mended = cmap.replace(/<([0-9A-F]{4})> <([0-9A-F]+)>/g, (entry, glyph: string, before: string) => {
    const text = texts.get(parseInt(glyph, 16));
    return text && text.length <= before.length ? `<${glyph}> <${text}>`.padEnd(entry.length) : entry;
  });
  if (mended.length === cmap.length) pdf.write(mended, start, 'latin1');
}

interface Stream {
  start: number;
  end: number;
}

function objectAt(text: string, number: string): string {
  const start = text.indexOf(`\n${number} 0 obj`);
  return start < 0 ? '' : text.slice(start, text.indexOf('endobj', start));
}

function reference(object: string, key: string): string | null {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1] ?? null;
}

function streamOf(text: string, number: string): Stream | null {
  const object = text.indexOf(`\n${number} 0 obj`);
  const head = object < 0 ? -1 : text.indexOf('stream', object);
  const length = /\/Length (\d+)/.exec(text.slice(Math.max(0, object), Math.max(0, head)))?.[1];
  if (!length) return null;
  const start = head + (text[head + 6] === '\r' ? 8 : 7);
  return { start, end: start + Number(length) };
}

/** Names of standard glyphs that a font's own names come after in a post table of version 2. */
const STANDARD_NAMES = 258;
const NIKHAHIT = '0E4D';

/** @param font a TrueType program with glyph names. @returns UTF-16 in hexadecimal by glyph, where the name says it. */
function glyphTexts(font: Buffer): Map<number, string> {
  const texts = new Map<number, string>();
  const post = tableOf(font, 'post');
  if (!post || post.readUInt32BE(0) !== 0x0002_0000) return texts;
  const count = post.readUInt16BE(32);
  const names: string[] = [];
  for (let at = 34 + 2 * count; at < post.length; at += 1 + (post[at] ?? 0)) {
    names.push(post.toString('latin1', at + 1, at + 1 + (post[at] ?? 0)));
  }
  for (let glyph = 0; glyph < count; glyph++) {
    const name = names[post.readUInt16BE(34 + 2 * glyph) - STANDARD_NAMES];
    const code = /^uni((?:0E[0-9A-F]{2})+)(?:\.|$)/.exec(name ?? '')?.[1];
    // Nikhahit with a tone mark is half of a sara am: compatibility decomposition puts the tone first.
    if (code) texts.set(glyph, code.startsWith(NIKHAHIT) ? code.slice(4) + NIKHAHIT : code);
  }
  return texts;
}

function tableOf(font: Buffer, tag: string): Buffer | null {
  const count = font.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  return null;
}
