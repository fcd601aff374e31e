/** Makes the PDF by typst in processes of its own, one at a time; whatever happens there, this process lives on. */
import { texts } from '../text/index.ts';
import type { ReportContent } from './content.ts';
import { ReportError } from './failure.ts';
import { joinPdfs } from './pdf-join.ts';
import { type PdfPart, type PdfJob, type PdfPiece, splitReport, pieceOf, rowsAPiece } from './pdf-pieces.ts';
import { typesetInProcess } from './pdf-process.ts';
import type { TypesetPiece } from './pdf-child.ts';
import type { Pictures, ReportSettings } from './settings.ts';

export interface PdfLimits {
  /** Milliseconds one report may take. */
  time: number;
  /** Reports that may wait behind the one being made. */
  waiting: number;
  /** The program that is forked. */
  child: URL;
  /** Told how many rows of how many of the table are typeset. */
  progress: (done: number, of: number) => void;
  /** Rows of a long table handed to one process; as many as any office's may have when null. */
  rows: number | null;
}

const LIMITS: PdfLimits = {
  time: 60_000,
  waiting: 20,
  child: new URL('./pdf-child.ts', import.meta.url),
  progress: () => undefined,
  rows: null,
};

/**
 * A queue that forks one typesetting process at a time.
 * @returns a function from what lays the report out, called when its turn has come, to PDF bytes; it rejects with
 * ReportError: busy, timeout or failed.
 */
export function pdfQueue(limits: Partial<PdfLimits> = {}): (job: () => PdfJob) => Promise<Buffer> {
  const { time, waiting, ...how } = { ...LIMITS, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  let pending = 0;
  return (job) => {
    if (pending > waiting) return Promise.reject(new ReportError('busy', `${pending} reports are waiting`));
    pending += 1;
    const made = last.then(() => typesetReport(job, how, time)).finally(() => (pending -= 1));
    last = made.catch(() => undefined);
    return made;
  };
}

type How = Omit<PdfLimits, 'time' | 'waiting'>;

const queue = pdfQueue();

/**
 * @param content lays the report out, when its turn has come.
 * @param typeset the queue it waits in; the one of all offices' own reports when left out.
 * @returns the report as PDF/A-2u, the same bytes for the same content.
 */
export function makePdf(
  content: () => ReportContent,
  settings: ReportSettings,
  pictures: Pictures,
  typeset = queue,
): Promise<Buffer> {
  return typeset(() => {
    const laidOut = content();
    const shown = (laidOut.annex?.items ?? []).filter((item) => item.picture);
    return {
      content: laidOut,
      unbroken: texts(settings.language).reports.unbroken,
      pictures: shown.flatMap(({ id }) => {
        const picture = pictures.get(id);
        return picture === undefined ? [] : [{ id, bytes: picture && picture.bytes }];
      }),
    };
  });
}

async function typesetReport(job: () => PdfJob, how: How, time: number): Promise<Buffer> {
  const signal = AbortSignal.timeout(time);
  let parts: PdfPart[] = [];
  const made = await typesetAll(() => (parts = splitReport(job())), true, { ...how, signal });
  if (made.every(({ archival }) => archival === made[0]?.archival)) return joined(made);
  // One piece has a letter that the font lacks: then none of the file can be PDF/A.
  return joined(await typesetAll(() => parts, false, { ...how, signal }));
}

/** One process after the other; each is told how many pages stand before its own. */
async function typesetAll(
  cut: () => PdfPart[],
  archival: boolean,
  { child, progress, rows, signal }: How & { signal: AbortSignal },
): Promise<TypesetPiece[]> {
  const made: TypesetPiece[] = [];
  let parts: PdfPart[] = [];
  let [at, from, count] = [0, 0, 0];
  do {
    const pagesBefore = made.reduce((sum, { pages }) => sum + pages, 0);
    const next = (): PdfPiece => {
      // The first process starts up before there is anything to cut.
      if (at === 0 && from === 0) parts = cut();
      count ||= rows ?? rowsAPiece(parts[at] as PdfPart);
      return { ...pieceOf(parts[at] as PdfPart, from, count), pagesBefore, archival };
    };
    const piece = await typesetInProcess(child, next, signal);
    if (piece.rows === null) {
      made.push(piece);
      [at, from, count] = [at + 1, 0, 0];
    } else if (piece.rows === 0) {
      // So long are these rows that no page ended between two of them.
      count *= 2;
    } else {
      made.push(piece);
      [from, count] = [from + piece.rows, 0];
      progress(from, parts[at]?.content.partTwo?.table.rows.length ?? from);
    }
  } while (at < parts.length);
  return made;
}

function joined(made: readonly TypesetPiece[]): Buffer {
  try {
    return joinPdfs(
      made.map(({ pdf, pages }) => ({
        bytes: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength),
        pages,
      })),
    );
  } catch (error) {
    throw new ReportError('failed', error instanceof Error ? error.message : String(error));
  }
}
