/** The process that typesets one piece of a report and ends; reports/pdf-process.ts forks it, so that a fault in native code kills only this. */
import { readFileSync } from 'node:fs';
import { createRequire, flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { withoutEmoji } from './clean.ts';
import type { AnnexItem } from './annex.ts';
import type { PdfPiece } from './pdf-pieces.ts';
import { mendThaiText } from './pdf-text.ts';
import { breakable } from './thai-words.ts';

export interface TypesetPiece {
  pdf: Uint8Array;
  /** Its pages up to the last that is wanted. */
  pages: number;
  /** How many of its rows stand on them; null for all. */
  rows: number | null;
  /** Whether it is PDF/A. */
  archival: boolean;
}

export type PdfAnswer = ({ ok: true } & TypesetPiece) | { ok: false; error: string };

const FOLDER = import.meta.dirname;
/** Members that are no running text. */
const KEPT = new Set(['align', 'kind', 'id', 'sha256', 'pageFormat', 'image', 'plainTitle', 'plainAuthor']);

process.once('message', (piece: PdfPiece) => {
  const answer = typeset(piece);
  // it is ended on this answer: what was compiled is kept for the next one first
  flushCompileCache();
  process.send?.(answer, () => process.exit(0));
});

function typeset(piece: PdfPiece): PdfAnswer {
  try {
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
    const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
    const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths }] });
    const images = new Map<string, string>();
    for (const [index, { id, bytes }] of piece.pictures.entries()) {
      if (!bytes) continue;
      const name = `picture-${index}.jpg`;
      compiler.mapShadow(join(FOLDER, name), Buffer.from(bytes));
      images.set(id, name);
    }
    compiler.mapShadow(join(FOLDER, 'data.json'), Buffer.from(dataOf(piece, images)));
    const document = compile(compiler);
    const wanted = piece.content.ends
      ? { pages: document.numOfPages, rows: null }
      : wholePages(compiler, document);
    const { bytes, archival } = exported(compiler, document, piece);
    return { ok: true, pdf: mendThaiText(bytes), archival, ...wanted };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function compile(compiler: NodeCompiler): NodeTypstDocument {
  const outcome = compiler.compile({ mainFileContent: readFileSync(join(FOLDER, 'report.typ'), 'utf8') });
  if (outcome.hasError() || !outcome.result) {
    const fault = outcome.takeError();
    throw new Error(fault ? JSON.stringify(compiler.fetchDiagnostics(fault)).slice(0, 2_000) : 'no document');
  }
  return outcome.result;
}

/** A group of rows in the order of the table; `whole` when it cannot run over from one page to the next. */
interface Place {
  row: number;
  whole: boolean;
  page: number;
}

/** The rows up to the last page break that falls between two of them: what follows it goes into the next piece. */
function wholePages(compiler: NodeCompiler, document: NodeTypstDocument): { pages: number; rows: number } {
  const [places = []] = compiler.query(document, { selector: '<rows>', field: 'value' }) as [Place[]?];
  const at = places.findLastIndex(({ page }, index) => {
    const before = places[index - 1];
    return before !== undefined && before.whole && before.page < page;
  });
  const next = places[at];
  return next ? { pages: next.page - 1, rows: next.row } : { pages: 0, rows: 0 };
}

/** PDF/A-2u where every character has a glyph; a plain PDF where someone wrote in a script that the font lacks. */
function exported(
  compiler: NodeCompiler,
  document: NodeTypstDocument,
  { tagged, archival }: PdfPiece,
): { bytes: Buffer; archival: boolean } {
  // What layout remembered is of no more use, and writing needs the memory.
  compiler.evictCache(0);
  if (archival) {
    try {
      return { bytes: compiler.pdf(document, { pdfStandard: 'a-2u', pdfTags: tagged }), archival };
    } catch {
      // tried below without the standard
    }
  }
  return { bytes: compiler.pdf(document, { pdfTags: tagged }), archival: false };
}

/** @returns what report.typ reads, as JSON, with the places where lines of Thai may break. */
function dataOf(
  { content, unbroken, pagesBefore, pictures }: PdfPiece,
  images: ReadonlyMap<string, string>,
): string {
  const at = new Date(content.date);
  const annex = content.annex && {
    ...content.annex,
    items: content.annex.items.map((item: AnnexItem) => ({
      ...item,
      image: images.get(item.id) ?? null,
      failed: pictures.some(({ id, bytes }) => id === item.id && bytes === null),
    })),
  };
  const data = {
    ...content,
    annex,
    pagesBefore,
    plainTitle: withoutEmoji(content.title),
    plainAuthor: withoutEmoji(content.author),
    date: {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
      second: at.getUTCSeconds(),
    },
  };
  return JSON.stringify(data, (key, value: unknown) =>
    typeof value === 'string' && !KEPT.has(key) ? breakable(withoutEmoji(value), unbroken) : value,
  );
}
