/** Cuts a long report into runs of pages, so that typesetting needs the memory of one run only; pdf.ts calls it. */
import type { ReportContent } from './content.ts';

export interface PdfJob {
  content: ReportContent;
  unbroken: readonly string[];
  /** By evidence id; null for one that cannot be shown. */
  pictures: { id: string; bytes: Uint8Array | null }[];
}

/** What stands on a run of pages: any of plan, table and evidence; of a table perhaps some rows only. */
export type PieceContent = Omit<ReportContent, 'partTwo'> & {
  partTwo: ReportContent['partTwo'] | null;
  /** Whether the titles of the whole report come first. */
  opening: boolean;
  /** Whether it has the beginning of its part: the titles and what stands before the table. */
  begins: boolean;
  /** Whether it has the end of its part. If not, its rows reach beyond the last page that is wanted. */
  ends: boolean;
};

export interface PdfPiece extends Omit<PdfJob, 'content'> {
  content: PieceContent;
  pagesBefore: number;
  /** Whether the file carries its structure for screen readers. */
  tagged: boolean;
  /** Whether to try for PDF/A. */
  archival: boolean;
}

/** Up to this many rows the file is made in one piece with its structure; beyond, that would be most of the file. */
const WHOLE_ROWS = 300;

/** Beyond so many pictures the evidence is cut too: the typesetter opens every picture of a piece at once. */
const WHOLE_PICTURES = 40;
/** Rows handed to one process, the last few of which come back to be handed to the next. */
const ROWS_A_PIECE = 300;

/** A part of the report before it is cut: plan, table or evidence, or all of a short report. */
export type PdfPart = Omit<PdfPiece, 'pagesBefore' | 'archival'>;

/** @returns one part, or for a long report its plan, its table and its evidence, each beginning on a page of its own. */
export function splitReport({ content, unbroken, pictures }: PdfJob): PdfPart[] {
  const rest = { unbroken, pictures: [], tagged: false };
  const whole = { ...content, opening: true, begins: true, ends: true };
  const short = content.partTwo.table.rows.length <= WHOLE_ROWS;
  if (short && pictures.length <= WHOLE_PICTURES) {
    return [{ ...rest, content: whole, pictures, tagged: true }];
  }
  const { partOne, partTwo, annex } = content;
  const none = { ...whole, opening: false, partOne: null, partTwo: null, annex: null };
  const tables = short
    ? [{ ...rest, content: { ...whole, annex: null } }]
    : [
        ...(partOne ? [{ ...rest, content: { ...none, opening: true, partOne } }] : []),
        { ...rest, content: { ...none, opening: partOne === null, partTwo } },
      ];
  return [...tables, ...(annex ? [{ ...rest, content: { ...none, annex }, pictures }] : [])];
}

/** @returns how many rows of a part one process is given first. */
export function rowsAPiece({ content: { partOne, partTwo } }: PdfPart): number {
  return partOne || partTwo ? ROWS_A_PIECE : WHOLE_PICTURES;
}

/**
 * Some rows of a part that is cut by rows; a part made whole is its only piece.
 * @param from index of the first row. @param count of rows at most.
 */
export function pieceOf(part: PdfPart, from: number, count: number): PdfPart {
  const { content } = part;
  const { partOne, partTwo, annex } = content;
  const rows = rowsOf(part);
  const begins = from === 0;
  if (begins && rows <= count) return part;
  const some = <T>(all: readonly T[]): T[] => all.slice(from, from + count);
  const items = annex && some(annex.items);
  const listed = new Set(items?.map(({ id }) => id));
  return {
    ...part,
    pictures: part.pictures.filter(({ id }) => listed.has(id)),
    content: {
      ...content,
      opening: content.opening && begins,
      begins,
      ends: from + count >= rows,
      partOne: partOne && { ...partOne, table: { ...partOne.table, rows: some(partOne.table.rows) } },
      partTwo: partTwo && { ...partTwo, table: { ...partTwo.table, rows: some(partTwo.table.rows) } },
      annex: annex && { ...annex, items: items ?? [] },
    },
  };
}

/** How many rows a part is cut by; none for a short report, which is not cut. */
function rowsOf({ content: { partOne, partTwo, annex } }: PdfPart): number {
  if ((partOne && partTwo) || (partTwo && annex)) return 0;
  return (partOne ?? partTwo)?.table.rows.length ?? annex?.items.length ?? 0;
}
