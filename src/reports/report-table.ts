/** Part 2: the official table, a row for every node of the plan and the sum at its end; content.ts calls it. */
import type { ReportModel, ReportRow } from '../domain/report-model.ts';
import { money } from '../text/format.ts';
import { texts } from '../text/index.ts';
import { branchText, cellOf, type ReportColumn, reportColumnsOf } from './columns.ts';
import type { Cell, ReportTable, TableRow } from './content.ts';
import { usedText } from './said.ts';
import type { ReportSettings } from './settings.ts';

/** @returns heads with their widths, and rows whose spans add up to the number of columns. */
export function reportTable(model: ReportModel, settings: ReportSettings): ReportTable {
  const columns = reportColumnsOf(settings);
  return {
    heads: columns.map(({ label, width }) => ({ text: label, width })),
    rows: [
      ...model.rows.map((row) =>
        row.leaf ? leafCells(row, columns, model, settings) : branchCells(row, columns, model, settings),
      ),
      totalCells(columns, model, settings),
    ],
  };
}

function leafCells(
  row: ReportRow,
  columns: ReportColumn[],
  model: ReportModel,
  settings: ReportSettings,
): TableRow {
  const cells = columns.map(({ key, align }) => ({ ...cellOf(row, key, model, settings), span: 1, align }));
  return { kind: 'leaf', level: row.level, cells };
}

/** Number, name over the columns before the money, the money, and the progress of its leaves over the rest. */
function branchCells(
  row: ReportRow,
  columns: ReportColumn[],
  model: ReportModel,
  settings: ReportSettings,
): TableRow {
  const { before, sums, after } = around(columns);
  const value = (column: ReportColumn): Cell => ({
    ...cellOf(row, column.key, model, settings),
    span: 1,
    align: column.align,
  });
  const spent = row.spent === null && row.below?.reported ? [notStated(settings)] : [];
  return {
    kind: 'branch',
    level: row.level,
    cells: [
      { ...cellOf(row, 'number', model, settings), span: 1, align: 'center' },
      { text: row.name, number: null, span: before - 1, align: 'left' },
      ...sums.map((column) => (column.key === 'spent' && spent[0] ? spent[0] : value(column))),
      { text: branchText(row, settings), number: null, span: after, align: 'left' },
    ],
  };
}

function totalCells(columns: ReportColumn[], model: ReportModel, settings: ReportSettings): TableRow {
  const { reports: say } = texts(settings.language);
  const { before, sums, after } = around(columns);
  const { totals } = model;
  const spent = totals.spentKnown > 0 ? totals.spent : null;
  const summary = [
    say.progress(totals.byStatus.completed, totals.leaves, totals.reported),
    usedText(spent, totals.budget, settings),
  ];
  return {
    kind: 'total',
    level: 0,
    cells: [
      { text: say.total, number: null, span: before, align: 'center' },
      ...sums.map(({ key }): Cell => {
        const satang = key === 'budget' ? totals.budget : spent;
        if (satang === null) return notStated(settings);
        return { text: money(satang), number: satang / 100, span: 1, align: 'right' };
      }),
      { text: summary.join('\n'), number: null, span: after, align: 'left' },
    ],
  };
}

/** Nobody named a sum, though something was reported. */
function notStated(settings: ReportSettings): Cell {
  return { text: texts(settings.language).reports.notStated, number: null, span: 1, align: 'right' };
}

function around(columns: ReportColumn[]): { before: number; sums: ReportColumn[]; after: number } {
  const sums = columns.filter(({ key }) => key === 'budget' || key === 'spent');
  const before = columns.findIndex(({ key }) => key === 'budget');
  return { before, sums, after: columns.length - before - sums.length };
}
