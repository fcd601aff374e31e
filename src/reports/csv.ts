/** The report as comma-separated values for spreadsheets and open-data catalogues. */
import Papa from 'papaparse';
import { TEXT_FIELDS } from '../domain/activity.ts';
import type { ReportModel } from '../domain/report-model.ts';
import { toReportJson } from '../domain/report-versions.ts';
import { texts } from '../text/index.ts';
import { reachedIn } from './said.ts';
import type { ReportSettings } from './settings.ts';

/**
 * A row for every node of the plan, money in baht without separators; texts that a spreadsheet would take for a formula
 * are quoted by an apostrophe.
 * @returns UTF-8 with a byte order mark, without which Excel reads Thai as something else.
 */
export function makeCsv(model: ReportModel, settings: ReportSettings): Buffer {
  const { reports: say, words } = texts(settings.language);
  const { columns } = say;
  const heads = [
    columns.number,
    columns.activity,
    columns.indicator,
    columns.target,
    columns.unit,
    columns.budget,
    columns.spent,
    say.csv.status,
    say.csv.percent,
    columns.actual,
    ...TEXT_FIELDS.map((field) => words.field[field]),
  ];
  const said = toReportJson(model).rows;
  const rows = model.rows.map((row, index) => {
    const one = said[index]!;
    return [
      row.label,
      row.name,
      row.indicator,
      row.target,
      row.unit,
      one.budget,
      one.spent,
      row.leaf ? words.status[row.status] : null,
      row.percent,
      reachedIn(row)?.value ?? null,
      ...TEXT_FIELDS.map((field) => one[field]),
    ];
  });
  const table = Papa.unparse([heads, ...rows], { newline: '\r\n', escapeFormulae: true });
  return Buffer.from(`\uFEFF${table}\r\n`, 'utf8');
}
