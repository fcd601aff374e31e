/** Paragraphs, runs and cells of the Word report, with a font size for Thai beside each for Latin; docx.ts builds with them. */
import {
  AlignmentType,
  type IStylesOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TextRun,
  VerticalAlignTable,
} from 'docx';
import type { Align } from './columns.ts';

/** The font that Thai offices must use; named for every script, or Thai falls back to another. */
const FONT = 'TH SarabunPSK';
export const font = { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT };

/** A4 in twentieths of a point, upright. */
export const PAGE = { width: 11_906, height: 16_838, side: 850 };
export const TEXT_WIDTH = PAGE.height - 2 * PAGE.side;

const sizes = (size: number, bold: boolean) => ({
  font,
  size,
  sizeComplexScript: size,
  bold,
  boldComplexScript: bold,
  color: '000000',
  language: { value: 'en-US', bidirectional: 'th-TH' },
});

export const styles: IStylesOptions = {
  default: {
    document: { run: sizes(32, false), paragraph: { spacing: { before: 0, after: 0 } } },
    title: { run: sizes(36, true) },
    heading1: { run: sizes(30, true), paragraph: { keepNext: true, spacing: { before: 200, after: 60 } } },
    heading2: { run: sizes(32, true), paragraph: { keepNext: true, spacing: { before: 120, after: 40 } } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: sizes(32, true),
    },
  ],
};

export interface RunLook {
  bold?: boolean;
  /** Half points. */
  size?: number;
}

export function run(text: string, look: RunLook = {}, lineBefore = false): TextRun {
  const { bold, size } = look;
  return new TextRun({
    text,
    font,
    language: { value: 'en-US', bidirectional: 'th-TH' },
    ...(lineBefore ? { break: 1 } : {}),
    ...(bold ? { bold, boldComplexScript: bold } : {}),
    ...(size ? { size, sizeComplexScript: size } : {}),
  });
}

/** One run a line; line breaks stay inside the paragraph. */
export function lines(text: string, look: RunLook = {}): ParagraphChild[] {
  return text.split('\n').map((line, index) => run(line, look, index > 0));
}

export interface ParagraphLook extends RunLook {
  style?: string;
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Space around and indent in twentieths of a point. */
  before?: number;
  after?: number;
  left?: number;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
}

export function paragraph(text: string, look: ParagraphLook = {}): Paragraph {
  const { style, alignment, before, after, left, keepNext, pageBreakBefore } = look;
  return new Paragraph({
    children: lines(text, look),
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

export interface CellLook extends RunLook {
  width: number;
  align?: Align;
  span?: number;
  rowSpan?: number;
  fill?: string | null;
  keepNext?: boolean;
  left?: number;
}

const ALIGNMENT = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

export function cell(text: string, look: CellLook): TableCell {
  const { width, align = 'left', span = 1, rowSpan = 1, fill, keepNext = false, left = 0 } = look;
  return new TableCell({
    children: [paragraph(text, { ...look, alignment: ALIGNMENT[align], keepNext, left })],
    width: { size: width, type: 'dxa' },
    columnSpan: span,
    rowSpan,
    margins: { top: 0, bottom: 20, left: 70, right: 70 },
    ...(align === 'center' && look.bold && rowSpan > 1 ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
  });
}

/** Shares of the text's width as whole twentieths of a point that add up to it. */
export function widths(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const whole = shares.map((share) => Math.floor((share / sum) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - whole.reduce((total, width) => total + width, 0);
  return whole.map((width, index) => (index === 0 ? width + rest : width));
}
