/** The process that typesets one PDF and ends; reports/pdf.ts forks it, so that a fault in native code kills only this. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { withoutEmoji } from './clean.ts';
import type { AnnexItem } from './annex.ts';
import type { ReportContent } from './content.ts';
import { mendThaiText } from './pdf-text.ts';
import { breakable } from './thai-words.ts';

export interface PdfJob {
  content: ReportContent;
  unbroken: readonly string[];
  pictures: { id: string; bytes: Uint8Array }[];
}

export type PdfAnswer = { ok: true; pdf: Uint8Array } | { ok: false; error: string };

const FOLDER = import.meta.dirname;
const TEMPLATE = readFileSync(join(FOLDER, 'report.typ'), 'utf8');
/** Members that are no running text. */
const KEPT = new Set(['date', 'align', 'kind', 'id', 'sha256', 'pageFormat', 'image']);

/** Up to this many rows the file carries its structure for screen readers; beyond, that would be most of the file. */
const TAGGED_ROWS = 300;

process.once('message', (job: PdfJob) => {
  const answer = typeset(job);
  process.send?.(answer, () => process.exit(0));
});

function typeset(job: PdfJob): PdfAnswer {
  try {
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
    const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
    const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths }] });
    const images = new Map(
      job.pictures.map(({ id, bytes }, index) => [id, { name: `picture-${index}`, bytes }]),
    );
    for (const [id, { name, bytes }] of images) {
      compiler.mapShadow(join(FOLDER, name), Buffer.from(bytes));
      if (!readable(compiler, name)) images.delete(id);
    }
    const tried = new Set(job.pictures.map(({ id }) => id));
    const tagged = job.content.partTwo.table.rows.length <= TAGGED_ROWS;
    compiler.mapShadow(join(FOLDER, 'data.json'), Buffer.from(JSON.stringify(dataOf(job, images, tried))));
    return { ok: true, pdf: mendThaiText(Buffer.from(compile(compiler, tagged))) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Bytes that claim to be a picture may be broken; each is tried alone, so that one cannot spoil the report. */
function readable(compiler: NodeCompiler, name: string): boolean {
  return !compiler.compile({ mainFileContent: `#image("${name}")` }).hasError();
}

/** PDF/A-2u where every character has a glyph; a plain PDF where someone wrote in a script that the font lacks. */
function compile(compiler: NodeCompiler, pdfTags: boolean): Uint8Array {
  const outcome = compiler.compile({ mainFileContent: TEMPLATE });
  if (outcome.hasError() || !outcome.result) {
    const fault = outcome.takeError();
    throw new Error(fault ? JSON.stringify(compiler.fetchDiagnostics(fault)).slice(0, 2_000) : 'no document');
  }
  try {
    return compiler.pdf(outcome.result, { pdfStandard: 'a-2u', pdfTags });
  } catch {
    return compiler.pdf(outcome.result, { pdfTags });
  }
}

function dataOf(job: PdfJob, images: ReadonlyMap<string, { name: string }>, tried: ReadonlySet<string>) {
  const { content } = job;
  const wrap = (text: string) => breakable(withoutEmoji(text), job.unbroken);
  const at = new Date(content.date);
  const annex = content.annex && {
    ...content.annex,
    items: content.annex.items.map((item: AnnexItem) => ({
      ...item,
      image: images.get(item.id)?.name ?? null,
      failed: tried.has(item.id) && !images.has(item.id),
    })),
  };
  return {
    ...(mapText({ ...content, annex }, wrap) as object),
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
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member) => mapText(member, change));
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, KEPT.has(key) ? member : mapText(member, change)]),
    );
  }
  return value;
}
