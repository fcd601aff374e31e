/** Makes the report as a workbook: one sheet a part, sums as numbers, ready to print; index.ts calls it and loads the library then. */
import type ExcelJS from 'exceljs';
import { texts } from '../text/index.ts';
import type { ReportContent } from './content.ts';
import { Excel } from './excel-library.ts';
import type { ReportSettings } from './settings.ts';
import { addPlanSheet } from './xlsx-plan.ts';
import { type Book, FONT, newSheet, writeCell, titleRows } from './xlsx-parts.ts';
import { rowHeight } from './row-height.ts';
import { setZipTimes } from './zip-times.ts';

/** Letters over all columns, for few columns and for many. */
const LETTERS = { few: 165, many: 200 };

/** @returns the .xlsx file, the same bytes for the same content. */
export async function makeXlsx(content: ReportContent, settings: ReportSettings): Promise<Buffer> {
  const at = new Date(content.date);
  const workbook = new Excel.Workbook();
  Object.assign(workbook, {
    created: at,
    modified: at,
    creator: content.author,
    lastModifiedBy: content.author,
  });
  workbook.title = content.title;
  const book: Book = { workbook, content, unbroken: texts(settings.language).reports.unbroken };
  if (content.partOne) addPlanSheet(book);
  addReportSheet(book);
  if (content.annex) addAnnexSheet(book);
  return setZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()), at);
}

function addReportSheet(book: Book): void {
  const { content, unbroken } = book;
  const { heads, rows } = content.partTwo.table;
  const letters = heads.map((head) => head.width * (heads.length > 6 ? LETTERS.many : LETTERS.few));
  const sheet = newSheet(book, content.sheets.report, letters);
  const opening = content.partOne ? [] : content.heading;
  const first = titleRows(
    sheet,
    [...opening, content.partTwo.title, content.partTwo.under],
    content,
    letters.length,
  );
  heads.forEach((head, index) =>
    writeCell(sheet, first, index + 1, head.text, { bold: true, fill: 'head', align: 'center' }),
  );
  sheet.getRow(first).height = rowHeight(
    heads.map(({ text }, index) => ({ text, columns: letters[index] ?? 10 })),
    FONT.line,
    unbroken,
  );
  sheet.pageSetup.printTitlesRow = `${first}:${first}`;
  sheet.views = [{ state: 'frozen', ySplit: first }];
  rows.forEach((row, index) => {
    const number = first + 1 + index;
    const fill = row.kind === 'total' ? 'head' : row.kind === 'branch' ? 'branch' : null;
    let column = 1;
    const texts = row.cells.map((cell) => {
      const wide = letters.slice(column - 1, column - 1 + cell.span).reduce((sum, one) => sum + one, 0);
      writeCell(sheet, number, column, cell.number ?? cell.text, {
        bold: row.kind !== 'leaf',
        fill,
        align: cell.align,
        span: cell.span,
        thai: content.thaiDigits,
      });
      column += cell.span;
      return { text: cell.text, columns: wide };
    });
    sheet.getRow(number).height = rowHeight(texts, FONT.line, unbroken);
  });
  addClosing(book, sheet, first + rows.length + 2, letters.length);
}

function addClosing(book: Book, sheet: ExcelJS.Worksheet, from: number, columns: number): void {
  const { content, unbroken } = book;
  let at = from;
  const notes = content.notes.map((note, index) => `${content.noteNumbers[index] ?? ''} ${note}`);
  for (const [index, text] of [content.notesTitle, ...notes].entries()) {
    writeCell(sheet, at, 1, text, { bold: index === 0, span: columns, border: false });
    sheet.getRow(at).height = rowHeight([{ text, columns: LETTERS.few }], FONT.line, unbroken);
    at += 1;
  }
  const half = Math.ceil(columns / 2);
  for (const [index, lines] of content.signatures.entries()) {
    const left = index % 2 === 0;
    if (left) at += 1;
    for (const [line, text] of lines.entries()) {
      const place = left ? { from: 1, span: half } : { from: half + 1, span: columns - half };
      writeCell(sheet, at + line, place.from, text, { align: 'center', span: place.span, border: false });
      sheet.getRow(at + line).height = 23;
    }
    if (!left || index === content.signatures.length - 1) at += lines.length;
  }
}

function addAnnexSheet(book: Book): void {
  const { content, unbroken } = book;
  const annex = content.annex;
  if (!annex) return;
  const { number, file, sender, time, code } = annex.heads;
  const letters = [10, 70, 35, 22, 68];
  const sheet = newSheet(book, content.sheets.annex, letters);
  const first = titleRows(sheet, [annex.title], content, letters.length);
  [number, file, sender, time, code].forEach((text, index) =>
    writeCell(sheet, first, index + 1, text, { bold: true, fill: 'head', align: 'center' }),
  );
  sheet.getRow(first).height = FONT.line + 2;
  sheet.pageSetup.printTitlesRow = `${first}:${first}`;
  annex.items.forEach((item, index) => {
    const row = first + 1 + index;
    const texts = [item.number, `${item.activity}\n${item.file}`, item.sender, item.time, item.sha256 || '-'];
    texts.forEach((text, place) =>
      writeCell(sheet, row, place + 1, text, { align: place === 0 ? 'center' : 'left' }),
    );
    const sizes = texts.map((text, place) => ({ text, columns: letters[place] ?? 10 }));
    sheet.getRow(row).height = rowHeight(sizes, FONT.line, unbroken);
  });
}
