/** The plan's table of part 1 in Word: three rows of headings, months shaded where the plan names them; docx.ts calls it. */
import { HeightRule, type Table, type TableCell, TableRow } from 'docx';
import { cell, type CellLook, staysWithNext, table as wholeTable, widths } from './docx-parts.ts';
import type { PlanRow, PlanTable } from './plan-table.ts';

const SIZE = 'plan';
const HEAD = 'E1E1E1';
/** Room for a month and its year written upwards, in twentieths of a point. */
const MONTH_HEIGHT = 1_100;

export function planTableDocx(table: PlanTable): Table {
  const months = table.quarters.length * 3;
  const columns = widths([52, 44, 18, 18, 25, ...Array.from({ length: months }, () => 8.4), 30]);
  const bars = columns.slice(5, 5 + months);
  return wholeTable(columns, [
    ...headRows(table, columns),
    ...table.rows.map((row, index) => {
      return bodyRow(row, columns, bars, staysWithNext(table.rows, index));
    }),
  ]);
}

function headRows(table: PlanTable, columns: readonly number[]): TableRow[] {
  const { heads, quarters } = table;
  const width = (from: number, count = 1) =>
    columns.slice(from, from + count).reduce((sum, one) => sum + one, 0);
  const head = (text: string, at: number, look: Partial<CellLook> = {}) =>
    cell(text, { width: width(at, look.span), align: 'center', bold: true, fill: HEAD, size: SIZE, ...look });
  const row = (children: TableCell[], height?: number) =>
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children,
      ...(height ? { height: { value: height, rule: HeightRule.ATLEAST } } : {}),
    });
  const months = quarters.length * 3;
  return [
    row([
      head(heads.activity, 0, { rowSpan: 3 }),
      head(heads.indicator, 1, { rowSpan: 3 }),
      head(heads.target, 2, { span: 2 }),
      head(heads.budget, 4, { rowSpan: 3 }),
      head(heads.months, 5, { span: months }),
      head(heads.owner, 5 + months, { rowSpan: 3 }),
    ]),
    row([
      head(heads.unit, 2, { rowSpan: 2 }),
      head(heads.amount, 3, { rowSpan: 2 }),
      ...quarters.map(({ text }, index) => head(text, 5 + index * 3, { span: 3 })),
    ]),
    row(
      quarters.flatMap((quarter, index) =>
        quarter.months.map((month, place) =>
          head(month.replace('\n', ' '), 5 + index * 3 + place, { upright: true }),
        ),
      ),
      MONTH_HEIGHT,
    ),
  ];
}

function bodyRow(
  row: PlanRow,
  columns: readonly number[],
  bars: readonly number[],
  keepNext: boolean,
): TableRow {
  const bold = row.kind !== 'leaf';
  const fill = row.kind === 'total' ? HEAD : row.kind === 'branch' ? 'F3F3F3' : null;
  const look = { fill, size: SIZE, keepNext } as const;
  const at = (place: number) => columns[place] ?? 0;
  const short = [row.name, row.indicator, row.owner].every((text) => text.length < 800);
  if (row.kind === 'total') {
    const first = columns.slice(0, 4).reduce((sum, one) => sum + one, 0);
    const rest = columns.slice(5).reduce((sum, one) => sum + one, 0);
    return new TableRow({
      cantSplit: true,
      children: [
        cell(row.name, { ...look, width: first, span: 4, align: 'center', bold }),
        cell(row.budget.text, { ...look, width: at(4), align: 'right', bold }),
        cell('', { ...look, width: rest, span: columns.length - 5 }),
      ],
    });
  }
  return new TableRow({
    cantSplit: short,
    children: [
      cell(row.name, { ...look, width: at(0), bold, left: row.level * 80 }),
      cell(row.indicator, { ...look, width: at(1) }),
      cell(row.unit, { ...look, width: at(2), align: 'center' }),
      cell(row.target.text, { ...look, width: at(3), align: 'center' }),
      cell(row.budget.text, { ...look, width: at(4), align: 'right', bold }),
      ...monthCells(row, bars, fill),
      cell(row.owner, { ...look, width: columns.at(-1) ?? 0 }),
    ],
  });
}

function monthCells(row: PlanRow, widths: readonly number[], fill: string | null): TableCell[] {
  let at = 0;
  return row.slots.map(({ length, planned }) => {
    const width = widths.slice(at, at + length).reduce((sum, one) => sum + one, 0);
    at += length;
    const shade = planned ? 'BFBFBF' : fill;
    return cell(planned ? '↔' : '', { width, span: length, size: SIZE, align: 'center', fill: shade });
  });
}
