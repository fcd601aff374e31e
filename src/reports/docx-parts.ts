/** Paragraphs, runs and cells of the Word report, with a font size for Thai beside each for Latin; docx.ts builds with them. */
import {
  AlignmentType,
  type IStylesOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  type TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import type { Align } from './columns.ts';

/** The font that Thai offices must use; named for every script, or Thai falls back to another. */
const FONT = 'TH SarabunPSK';
const font = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };

/** A4 in twentieths of a point, upright. */
export const PAPER = { width: 11_906, height: 16_838, side: 850 };
export const TEXT_WIDTH = PAPER.height - 2 * PAPER.side;

const sizes = (size: number, bold: boolean) => ({
  font,
  size,
  sizeComplexScript: size,
  bold,
  boldComplexScript: bold,
  color: '000000',
  language: { value: 'en-US', bidirectional: 'th-TH' },
});

/** Sizes of table text in half points; each has a style, so that a clerk changes them all at one place. */
export const SIZES = { small: 24, plan: 28, annex: 28, report: 28 } as const;
export type TableSize = keyof typeof SIZES;

const STYLE_NAMES: Record<TableSize, string> = {
  small: 'TableSmall',
  plan: 'TablePlan',
  annex: 'TableAnnex',
  report: 'TableReport',
};

export const styles: IStylesOptions = {
  default: {
    document: { run: sizes(32, false), paragraph: { spacing: { before: 0, after: 0 } } },
    title: { run: sizes(36, true) },
    heading1: { run: sizes(30, true), paragraph: { keepNext: true, spacing: { before: 200, after: 60 } } },
    heading2: { run: sizes(32, true), paragraph: { keepNext: true, spacing: { before: 120, after: 40 } } },
  },
  paragraphStyles: [
    paragraphStyle('Subtitle', sizes(32, true)),
    paragraphStyle('Note', sizes(28, false)),
    ...(Object.keys(SIZES) as TableSize[]).flatMap((size) => [
      paragraphStyle(STYLE_NAMES[size], sizes(SIZES[size], false)),
      paragraphStyle(`${STYLE_NAMES[size]}Strong`, sizes(SIZES[size], true)),
    ]),
  ],
};

function paragraphStyle(id: string, run: ReturnType<typeof sizes>) {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run };
}

/** One run a line; line breaks stay inside the paragraph. The look comes from the paragraph's style. */
export function lineRuns(text: string): ParagraphChild[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun(index > 0 ? { text: line, break: 1 } : { text: line }));
}

export interface ParagraphLook {
  style?: string;
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Space around and indent in twentieths of a point. */
  before?: number;
  after?: number;
  left?: number;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
}

export function wordParagraph(text: string, look: ParagraphLook = {}): Paragraph {
  const { style, alignment, before, after, left, keepNext, pageBreakBefore } = look;
  return new Paragraph({
    children: lineRuns(text),
    ...(style ? { style } : {}),
    ...(alignment ? { alignment } : {}),
    ...(before !== undefined || after !== undefined
      ? { spacing: { before: before ?? 0, after: after ?? 0 } }
      : {}),
    ...(left ? { indent: { left } } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
  });
}

/** A paragraph in a table's text size. */
export function tableText(
  text: string,
  size: TableSize,
  look: ParagraphLook & { bold?: boolean } = {},
): Paragraph {
  return wordParagraph(text, { ...look, style: `${STYLE_NAMES[size]}${look.bold ? 'Strong' : ''}` });
}

export interface CellLook {
  width: number;
  size: TableSize;
  bold?: boolean;
  align?: Align;
  span?: number;
  rowSpan?: number;
  fill?: string | null;
  keepNext?: boolean;
  left?: number;
  /** Written upwards, so that a narrow column can hold it. */
  upright?: boolean;
}

export function cell(text: string, look: CellLook): TableCell {
  const {
    width,
    size,
    align = 'left',
    span = 1,
    rowSpan = 1,
    fill,
    bold = false,
    keepNext = false,
    left = 0,
    upright = false,
  } = look;
  const alignment =
    align === 'left' ? {} : { alignment: AlignmentType[align === 'center' ? 'CENTER' : 'RIGHT'] };
  return new TableCell({
    children: [tableText(text, size, { bold, ...alignment, keepNext, left })],
    width: { size: width, type: 'dxa' },
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(upright
      ? {
          textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: 0, right: 0 },
        }
      : {}),
    ...(rowSpan > 1 ? { rowSpan, verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  });
}

/** A table over the whole width whose cells all have the same margins. */
export function table(columns: readonly number[], rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: 'dxa' },
    columnWidths: [...columns],
    margins: { top: 0, bottom: 20, left: 70, right: 70 },
    rows,
  });
}

/** Shares of the text's width as whole twentieths of a point that add up to it. */
export function widths(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const whole = shares.map((share) => Math.floor((share / sum) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - whole.reduce((total, width) => total + width, 0);
  return whole.map((width, index) => (index === 0 ? width + rest : width));
}

/** A heading row stays with the row below it, the sum with the two rows above it: no row stands alone on a page. */
export function staysWithNext(rows: readonly { kind: string }[], index: number): boolean {
  return (
    rows[index]?.kind === 'branch' || rows.slice(index + 1, index + 3).some(({ kind }) => kind === 'total')
  );
}
