/** What stands in each official column of a row, never blank; content.ts lays the rows out, every format prints them. */
import { TEXT_FIELDS, type TextField } from '../domain/activity.ts';
import type { ReportModel, ReportRow } from '../domain/report-model.ts';
import { decimal, longDate, longMonth, money } from '../text/format.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import { texts } from '../text/index.ts';
import {
  hindrances,
  isToldInWordsAlone,
  reachedIn,
  reportedLines,
  resultText,
  statusText,
  usedText,
} from './said.ts';
import type { ReportSettings } from './settings.ts';

export type ColumnKey =
  | 'number'
  | 'activity'
  | 'indicator'
  | 'target'
  | 'actual'
  | 'budget'
  | 'spent'
  | 'source'
  | 'result'
  | 'obstacle'
  | 'remark';

export type Align = 'left' | 'center' | 'right';

export interface ReportColumn {
  key: ColumnKey;
  label: string;
  /** Share of the table's width. */
  width: number;
  align: Align;
}

/** Text as printed, and the number behind it where a spreadsheet should hold one. */
export interface CellValue {
  text: string;
  number: number | null;
}

const SETS: Record<ReportSettings['columns'], readonly (readonly [ColumnKey, number, Align])[]> = {
  seed: [
    ['number', 7, 'center'],
    ['activity', 26, 'left'],
    ['budget', 10, 'right'],
    ['result', 23, 'left'],
    ['obstacle', 23, 'left'],
    ['remark', 11, 'left'],
  ],
  full: [
    ['number', 5.5, 'center'],
    ['activity', 16, 'left'],
    ['indicator', 12, 'left'],
    ['target', 6.5, 'center'],
    ['actual', 6.5, 'center'],
    ['budget', 7.5, 'right'],
    ['spent', 7.5, 'right'],
    ['source', 8, 'left'],
    ['result', 13, 'left'],
    ['obstacle', 11, 'left'],
    ['remark', 8.5, 'left'],
  ],
};

/** The columns of part 2 in order; widths add up to 1. */
export function reportColumnsOf(settings: ReportSettings): ReportColumn[] {
  const { columns: labels } = texts(settings.language).reports;
  const set = SETS[settings.columns];
  const sum = set.reduce((total, [, width]) => total + width, 0);
  return set.map(([key, width, align]) => ({
    key,
    align,
    width: width / sum,
    label: key === 'budget' && settings.columns === 'full' ? labels.allotted : labels[key],
  }));
}

/**
 * The text of one cell of a leaf's row. Empty in the model reads "none" when it was said so or left unsaid in a
 * report, "no report yet" where nobody has reported, "no budget used" where there is no money.
 */
export function cellOf(
  row: ReportRow,
  key: ColumnKey,
  model: ReportModel,
  settings: ReportSettings,
): CellValue {
  const { reports: say, words } = texts(settings.language);
  const reached = reachedIn(row);
  switch (key) {
    case 'number':
      return plain(row.label);
    case 'activity':
      return plain(row.name);
    case 'indicator':
      return plain(row.indicator ?? say.noFigure);
    case 'target':
      return plain(row.target === null ? say.noFigure : say.amount(decimal(row.target), row.unit));
    case 'actual':
      if (reached) return plain(say.amount(decimal(reached.value), reached.unit || row.unit));
      return plain(row.reportedAt === null ? say.notReported : say.notStated);
    case 'budget':
      if (row.budget) return sum(row.budget);
      return plain(row.budgetIn === null ? words.noBudget : say.budgetIn(row.budgetIn));
    case 'spent':
      if (row.spent) return sum(row.spent);
      if (row.spent === 0)
        return plain(row.budget || row.budgetIn !== null ? words.nothingSpent : words.noBudget);
      return plain(row.reportedAt === null ? say.notReported : say.notStated);
    case 'source':
      if (!row.budget && row.budgetIn === null) return plain(words.noBudget);
      return plain(settings.budgetSource ?? model.plan.programme ?? say.notStated);
    case 'result':
      return plain(resultText(row, settings));
    case 'obstacle':
      return plain(obstacleText(row, settings));
    case 'remark':
      return plain(remarkText(row, model, settings));
  }
}

const plain = (text: string): CellValue => ({ text, number: null });
const sum = (satang: number): CellValue => ({ text: money(satang), number: satang / 100 });

function obstacleText(row: ReportRow, settings: ReportSettings): string {
  const { reports: say } = texts(settings.language);
  return row.reportedAt === null ? say.notReported : hindrances(row, settings);
}

/** Texts that have a column; whatever else is said is remarked. */
const COLUMNS_OF_THEIR_OWN: readonly TextField[] = ['result', 'obstacle', 'suggestion'];

/** Status and progress where the result does not show them; what was remarked; lateness; for silence, when it is planned. */
function remarkText(row: ReportRow, model: ReportModel, settings: ReportSettings): string {
  const { reports: say, words } = texts(settings.language);
  const { language } = settings;
  const parts: string[] = [];
  const [first, last] = [row.months[0], row.months.at(-1)];
  const month = (iso: string) => longMonth(iso, language);
  if (row.reportedAt === null) {
    if (first && last) parts.push(say.planned(month(first), month(last)));
  } else if (!isToldInWordsAlone(row)) {
    const status = statusText(row, settings);
    if (!resultText(row, settings).includes(status)) parts.push(status);
  }
  if (last && isOverdue(row, last, model)) parts.push(say.overdue(month(last)));
  for (const field of TEXT_FIELDS) {
    const said = COLUMNS_OF_THEIR_OWN.includes(field) ? null : row[field];
    if (!said?.length) continue;
    const heading = field === 'remark' ? '' : `${words.field[field]}: `;
    parts.push(heading + reportedLines(said, settings));
  }
  if (row.late && row.reportedAt !== null) {
    parts.push(say.late(longDate(dayInBangkok(new Date(row.reportedAt)), language)));
  }
  return parts.length > 0 ? parts.join('\n') : words.none;
}

/** Neither finished nor cancelled when its last planned month was over, within what this report tells of. */
function isOverdue(row: ReportRow, last: string, model: ReportModel): boolean {
  const day = dayInBangkok(new Date(model.asOf));
  const told = day < model.period.end ? day : model.period.end;
  return last < told.slice(0, 7) && row.status !== 'completed' && row.status !== 'cancelled';
}

/** What stands in a branch's row over the columns that only leaves fill. */
export function branchText(row: ReportRow, settings: ReportSettings): string {
  const { reports: say } = texts(settings.language);
  const below = row.below;
  if (!below) return say.notReported;
  const parts = [
    say.progress(below.byStatus.completed, below.leaves, below.reported),
    usedText(row.spent, row.budget, settings),
  ];
  if (row.budget !== null && row.budget !== below.budget) {
    parts.push(say.budgetDiffers(money(row.budget), money(below.budget)));
  }
  return parts.join('\n');
}
