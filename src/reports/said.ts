/** What was reported of one row, as it is printed: result, status, figures, obstacles; columns.ts puts it into the cells, the report of all offices too. */
import type { Actual } from '../domain/activity.ts';
import type { ReportRow, SaidTexts } from '../domain/report-model.ts';
import { withoutFigures } from '../domain/told-earlier.ts';
import { decimal, longDate, money } from '../text/format.ts';
import { COUNTS_PROGRESS } from '../text/indicator-words.ts';
import { texts } from '../text/index.ts';

import { ADDS_NOTHING } from '../text/told.ts';
import { inOfficeStyle } from './office-style.ts';
import type { ReportSettings } from './settings.ts';

/**
 * What was reported, then the figures; without words of it the status, with how far it has come. Where a figure was told
 * since, status and figures lead, and the words stand as of their day, or nowhere where they only said the old figure.
 */
export function resultText(row: ReportRow, settings: ReportSettings): string {
  const { reports: say, words } = texts(settings.language);
  if (row.reportedAt === null) return say.notReported;
  const said = row.result ?? [];
  if (said.some(({ earlier }) => earlier)) {
    const left = said.filter((one) => !one.earlier || saysMoreThan(one.text, row));
    const told = left.length > 0 ? [reportedLines(left, settings)] : [];
    return [statusText(row, settings), ...figures(row, settings), ...told].join('\n');
  }
  const none = row.result && !row.statusSaid ? words.none : statusText(row, settings);
  return [said.length > 0 ? reportedLines(said, settings) : none, ...figures(row, settings)].join('\n');
}

/** Letters of a text that tells more than a figure. */
const LEAST_TOLD = 5;

function saysMoreThan(text: string, { actual, unit }: ReportRow): boolean {
  const words = withoutFigures(text, actual?.unit || unit).replace(ADDS_NOTHING, ' ');
  return words.replace(/[^\p{L}\p{M}]/gu, '').length >= LEAST_TOLD;
}

/** The status in words, and the percentage where the words do not say it: "ดำเนินการเสร็จสิ้น" is 100. */
export function statusText({ status, percent }: ReportRow, settings: ReportSettings): string {
  const { reports: say, words } = texts(settings.language);
  const implied = { not_started: 0, in_progress: null, completed: 100, cancelled: null }[status];
  const told = percent === null || percent === implied ? '' : ` (${say.percent(decimal(percent))})`;
  return words.status[status] + told;
}

/**
 * Nobody said how far it is, and there is no figure to tell it by: the result stands alone, as offices print it, and a
 * note below the table says as what it is counted.
 */
export function isToldInWordsAlone(row: ReportRow): boolean {
  const { result, statusSaid, percent, actual, spent } = row;
  const figures = [percent, actual, spent].some((figure) => figure !== null);
  return row.reportedAt !== null && !statusSaid && !figures && (result ?? []).length > 0;
}

/** What was reached by the indicator; where that counts how much of the work is done, the progress is it. */
export function reachedIn({ actual, percent, indicator, unit }: ReportRow): Actual | null {
  const isProgress = unit !== null && indicator !== null && COUNTS_PROGRESS.test(`${unit} ${indicator}`);
  return actual ?? (isProgress && percent !== null ? { value: percent, unit } : null);
}

/** What the six customary columns have no place for: what was reached and what was spent, where somebody said it. */
function figures(row: ReportRow, settings: ReportSettings): string[] {
  if (settings.columns !== 'seed') return [];
  const { reports: say } = texts(settings.language);
  const lines: string[] = [];
  const reached = reachedIn(row);
  if (reached) {
    const unit = reached.unit || row.unit;
    // people beside a percentage to be reached would compare what cannot be compared
    const isAlike = row.unit === null || unit === row.unit;
    const target = row.target === null || !isAlike ? null : say.amount(decimal(row.target), row.unit);
    lines.push(say.reached(say.amount(decimal(reached.value), unit), target));
  }
  if (row.spent || (row.spent === 0 && (row.budget || row.budgetIn !== null))) {
    lines.push(usedText(row.spent, row.budget, settings));
  }
  return lines;
}

/** What stood in the way, what of it was solved, and what was suggested; or that nothing was. */
export function hindrances(
  { obstacle, suggestion, solved = [] }: Pick<ReportRow, 'obstacle' | 'suggestion' | 'solved'>,
  settings: ReportSettings,
): string {
  const { reports: say, words } = texts(settings.language);
  const lines = printedLines([...solved, ...(obstacle ?? [])], settings).map((line, at) =>
    at < solved.length ? say.solved(line) : line,
  );
  const stood = lines.length > 0 ? lines.join('\n') : null;
  const advice = suggestion?.length ? reportedLines(suggestion, settings) : null;
  if (stood && advice) return `${say.obstacleIs(stood)}\n${say.suggestionIs(advice)}`;
  return stood ?? advice ?? words.none;
}

/** One text, with its day where it is of earlier; several one to a line, each with the day it was reported. */
export function reportedLines(said: NonNullable<SaidTexts>, settings: ReportSettings): string {
  return printedLines(said, settings).join('\n');
}

function printedLines(said: NonNullable<SaidTexts>, settings: ReportSettings): string[] {
  const { reports: say } = texts(settings.language);
  return said.map(({ text, day, earlier }) => {
    const line = inOfficeStyle(text, day);
    const at = longDate(day, settings.language);
    if (said.length > 1) return say.dated(at, line);
    return earlier ? say.asOfDay(at, line) : line;
  });
}

/** What was spent and its share of the budget, or that nobody said. */
export function usedText(spent: number | null, budget: number | null, settings: ReportSettings): string {
  const { reports: say } = texts(settings.language);
  if (spent === null) return say.usedUnknown;
  if (spent === 0) return say.usedNothing;
  return say.used(money(spent), budget ? decimal((spent / budget) * 100) : null);
}
