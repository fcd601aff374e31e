/** The sheet of part 1: facts, text sections and the plan's table with its months; xlsx.ts calls it. */
import type ExcelJS from 'exceljs';
import type { PlanRow, PlanTable } from './plan-table.ts';
import { rowHeight } from './row-height.ts';
import { type Book, FONT, newSheet, writeCell, titleRows } from './xlsx-parts.ts';

const HEAD = { bold: true, fill: 'head', align: 'center' } as const;

export function addPlanSheet(book: Book): void {
  const { content, unbroken } = book;
  const part = content.partOne;
  if (!part) return;
  const months = part.table.quarters.length * 3;
  const letters = [42, 34, 10, 9, 13, ...Array.from({ length: months }, () => 5.5), 24];
  const sheet = newSheet(book, content.sheets.plan, letters);
  const all = letters.reduce((sum, one) => sum + one, 0);
  let row = titleRows(sheet, content.heading, content, letters.length);
  const line = (text: string, bold = false) => {
    writeCell(sheet, row, 1, text, { bold, span: letters.length, border: false });
    sheet.getRow(row).height = rowHeight([{ text, columns: all }], FONT.line, unbroken);
    row += 1;
  };
  line(part.title, true);
  for (const { label, value } of part.facts) line(`${label}: ${value}`);
  for (const { heading, paragraphs } of part.sections) {
    line(heading, true);
    for (const text of paragraphs) line(text);
  }
  line(part.tableTitle, true);
  heads(sheet, row, part.table, months);
  sheet.pageSetup.printTitlesRow = `${row}:${row + 2}`;
  row += 3;
  for (const planRow of part.table.rows) {
    bodyRow(sheet, row, planRow, { months, thai: content.thaiDigits });
    const cells = [planRow.name, planRow.indicator, planRow.unit, planRow.target.text, planRow.budget.text];
    const sizes = cells.map((text, index) => ({ text, columns: letters[index] ?? 10 }));
    const owner = { text: planRow.owner, columns: letters.at(-1) ?? 10 };
    sheet.getRow(row).height = rowHeight([...sizes, owner], FONT.line, unbroken);
    row += 1;
  }
}

function heads(sheet: ExcelJS.Worksheet, row: number, table: PlanTable, months: number): void {
  const { activity, indicator, target, unit, amount, budget, owner } = table.heads;
  writeCell(sheet, row, 1, activity, { ...HEAD, rows: 3 });
  writeCell(sheet, row, 2, indicator, { ...HEAD, rows: 3 });
  writeCell(sheet, row, 3, target, { ...HEAD, span: 2 });
  writeCell(sheet, row + 1, 3, unit, { ...HEAD, rows: 2 });
  writeCell(sheet, row + 1, 4, amount, { ...HEAD, rows: 2 });
  writeCell(sheet, row, 5, budget, { ...HEAD, rows: 3 });
  writeCell(sheet, row, 6, table.heads.months, { ...HEAD, span: months });
  table.quarters.forEach((quarter, index) => {
    writeCell(sheet, row + 1, 6 + index * 3, quarter.text, { ...HEAD, span: 3 });
    quarter.months.forEach((month, place) =>
      writeCell(sheet, row + 2, 6 + index * 3 + place, month, { ...HEAD, size: 12 }),
    );
  });
  writeCell(sheet, row, 6 + months, owner, { ...HEAD, rows: 3 });
  for (const [place, height] of [22, 22, 44].entries()) sheet.getRow(row + place).height = height;
}

function bodyRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  row: PlanRow,
  { months, thai }: { months: number; thai: boolean },
): void {
  const bold = row.kind !== 'leaf';
  const fill = row.kind === 'total' ? 'head' : row.kind === 'branch' ? 'branch' : null;
  const look = { fill, thai } as const;
  const budget = row.budget.number ?? row.budget.text;
  if (row.kind === 'total') {
    writeCell(sheet, at, 1, row.name, { ...look, bold, align: 'center', span: 4 });
    writeCell(sheet, at, 5, budget, { ...look, bold, align: 'right' });
    writeCell(sheet, at, 6, '', { ...look, span: months + 1 });
    return;
  }
  writeCell(sheet, at, 1, row.name, { ...look, bold, indent: row.level });
  writeCell(sheet, at, 2, row.indicator, look);
  writeCell(sheet, at, 3, row.unit, { ...look, align: 'center' });
  writeCell(sheet, at, 4, row.target.number ?? row.target.text, { ...look, align: 'center' });
  writeCell(sheet, at, 5, budget, { ...look, bold, align: 'right' });
  let column = 6;
  for (const { length, planned } of row.slots) {
    writeCell(sheet, at, column, planned ? '↔' : '', {
      fill: planned ? 'bar' : fill,
      align: 'center',
      span: length,
    });
    column += length;
  }
  writeCell(sheet, at, 6 + months, row.owner, look);
}
