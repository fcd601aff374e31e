/** The months that a named month, quarter or half means, and which activities are planned for them; lists of what is planned ask. */
import type { Activity } from './activity.ts';
import { dueDay, fiscalYearOf } from './fiscal-year.ts';

/** How a stretch was named; years are those of the Buddhist era, null where none was said. */
export type MonthsNamed =
  | { of: 'months'; from: number; to: number; year: number | null }
  /** `shift` from the present one where it was named by that; `year` is a fiscal one. */
  | { of: 'quarter'; number: number; year: number | null }
  | { of: 'quarter-from-now'; shift: number }
  | { of: 'month-from-now'; shift: number }
  | { of: 'half'; number: 1 | 2; year: number | null };

const BUDDHIST = 543;
const FIRST_OF_FISCAL = 10;

/** @returns `2021-01` of months counted from the year 0. */
function nameOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function monthsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => nameOf(first + at));
}

/** The first month of a fiscal year, October. */
function beginOf(fiscalYear: number): number {
  return (fiscalYear - BUDDHIST - 1) * 12 + FIRST_OF_FISCAL - 1;
}

/** @param plan its fiscal year is meant where none is said. @param today ISO day. @returns the months in order, `2021-01`. */
export function monthsMeant(named: MonthsNamed, plan: { fiscalYear: number }, today: string): string[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  switch (named.of) {
    case 'months': {
      const first = monthIndex(named.from, named.year, plan.fiscalYear);
      return monthsFrom(first, ((named.to - named.from + 12) % 12) + 1);
    }
    case 'month-from-now':
      return monthsFrom(now + named.shift, 1);
    case 'quarter':
      return monthsFrom(beginOf(named.year ?? plan.fiscalYear) + (named.number - 1) * 3, 3);
    case 'quarter-from-now': {
      const begin = beginOf(fiscalYearOf(today));
      return monthsFrom(begin + (Math.floor((now - begin) / 3) + named.shift) * 3, 3);
    }
    case 'half':
      return monthsFrom(beginOf(named.year ?? plan.fiscalYear) + (named.number - 1) * 6, 6);
  }
}

/** Of a month without its year that of the plan. */
function monthIndex(month: number, year: number | null, fiscalYear: number): number {
  const meant = year ?? fiscalYear - (month >= FIRST_OF_FISCAL ? 1 : 0);
  return (meant - BUDDHIST) * 12 + month - 1;
}

/** @returns the quarter of its fiscal year that these months are, with that year; null where they are none. */
export function quarterOf(months: readonly string[]): { number: number; fiscalYear: number } | null {
  const [first] = months;
  const place = first === undefined ? 0 : (Number(first.slice(5)) + 12 - FIRST_OF_FISCAL) % 12;
  if (first === undefined || months.length !== 3 || place % 3 !== 0) return null;
  return { number: place / 3 + 1, fiscalYear: fiscalYearOf(`${first}-01`) };
}

/** Planned for one of the months; what names no month is due at the plan's end. */
export function isPlannedIn(
  months: readonly string[],
  activity: Pick<Activity, 'months'>,
  planEnd: string,
): boolean {
  const planned = activity.months.length > 0 ? activity.months : [dueDay([], planEnd).slice(0, 7)];
  return planned.some((month) => months.includes(month));
}
