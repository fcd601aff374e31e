/** Sheets and cells of the workbook: page, font, borders, and values that can never become formulas; xlsx.ts builds with them. */
import type ExcelJS from 'exceljs';
import type { Align } from './columns.ts';
import type { ReportContent } from './content.ts';

export interface Book {
  workbook: ExcelJS.Workbook;
  content: ReportContent;
  unbroken: readonly string[];
}

/** Points of letters and of a line of them. */
export const FONT = { name: 'TH SarabunPSK', size: 14, line: 23 };

const FILLS = { head: 'FFE1E1E1', branch: 'FFF3F3F3', bar: 'FF7F7F7F' };
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF5A5A5A' } };

/** @param letters width of each column. */
export function newSheet(book: Book, name: string, letters: readonly number[]): ExcelJS.Worksheet {
  const sheet = book.workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&C${book.content.pageFormat.replace('{page}', '&P')}` },
  });
  letters.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  return sheet;
}

export interface Look {
  bold?: boolean;
  fill?: keyof typeof FILLS | null;
  align?: Align;
  /** Columns and rows it covers. */
  span?: number;
  rows?: number;
  border?: boolean;
  /** Numbers shown in Thai digits. */
  thai?: boolean;
  size?: number;
  indent?: number;
}

/**
 * Writes one value. Text is stored as text with the text format: what begins with = + - @ stays text even after
 * somebody edits the cell. Numbers stay numbers.
 */
export function writeCell(
  sheet: ExcelJS.Worksheet,
  row: number,
  column: number,
  value: string | number,
  look: Look = {},
): void {
  const {
    bold = false,
    fill,
    align = 'left',
    span = 1,
    rows = 1,
    border = true,
    thai = false,
    indent = align === 'right' ? 1 : 0,
  } = look;
  const cell = sheet.getCell(row, column);
  const number = typeof value === 'number';
  cell.value = number ? value : value.slice(0, LONGEST);
  cell.style = styleOf({
    bold,
    fill: fill ?? null,
    align,
    border,
    indent,
    middle: rows > 1,
    size: look.size ?? FONT.size,
    format: number ? numberFormat(value, thai) : '@',
  });
  if (span > 1 || rows > 1) sheet.mergeCells(row, column, row + rows - 1, column + span - 1);
}

interface StyleKey {
  bold: boolean;
  fill: keyof typeof FILLS | null;
  align: Align;
  border: boolean;
  indent: number;
  middle: boolean;
  size: number;
  format: string;
}

/** Cells that look alike share one style object: the library then finds its number by identity, which is far faster. */
const known = new Map<string, Partial<ExcelJS.Style>>();

function styleOf(key: StyleKey): Partial<ExcelJS.Style> {
  const name = Object.values(key).join(' ');
  const { bold, fill, align, border, indent, middle, size, format } = key;
  const style = known.get(name) ?? {
    font: { name: FONT.name, size, bold },
    numFmt: format,
    alignment: { horizontal: align, vertical: middle ? 'middle' : 'top', wrapText: true, indent },
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: FILLS[fill] } } } : {}),
    ...(border ? { border: { top: LINE, bottom: LINE, left: LINE, right: LINE } } : {}),
  };
  known.set(name, style);
  return style;
}

/** Letters one cell can hold. */
const LONGEST = 32_767;

function numberFormat(value: number, thai: boolean): string {
  const digits = Number.isInteger(value) ? '#,##0' : '#,##0.00';
  return thai ? `[$-D00041E]${digits}` : digits;
}

/** Titles over the whole width, then how current the report is. @returns the first row after them. */
export function titleRows(
  sheet: ExcelJS.Worksheet,
  titles: readonly string[],
  content: ReportContent,
  columns: number,
): number {
  let row = 1;
  if (content.item) {
    writeCell(sheet, row, 1, content.item, { align: 'right', span: columns, border: false });
    sheet.getRow(row).height = FONT.line;
    row += 1;
  }
  for (const title of titles) {
    writeCell(sheet, row, 1, title, { bold: true, align: 'center', span: columns, border: false, size: 16 });
    sheet.getRow(row).height = 26;
    row += 1;
  }
  writeCell(sheet, row, 1, content.standing, { align: 'center', span: columns, border: false });
  sheet.getRow(row).height = FONT.line;
  return row + 1;
}
