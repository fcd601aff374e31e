/** A value in the place of the one that stands, told by both, or by what it becomes: named-field.ts asks it of the open card and of what was stored. */
import type { Fields } from '../../../domain/activity.ts';
import { changedTo, dayIn, type Instead, insteadIn } from '../../../text/typed-instead.ts';
import type { RequestContext } from '../../request-context.ts';
import { questions } from './questions.ts';

/** @param plain words. @returns what stands then; null where the words put nothing in the place of what stands. */
export function standsInstead(
  plain: string,
  stands: Fields,
  request: RequestContext,
): Partial<Fields> | null {
  const instead = insteadIn(plain);
  if (instead) return valueInstead(instead, stands, request);
  const day = dayIn(plain);
  if (day !== null) return dayInstead(day, stands);
  const to = changedTo(plain);
  const status = to === null ? null : questions.status.read(to, request, null);
  return status?.ok ? status.set : null;
}

const ROWS = ['spent', 'actual', 'percent', 'date'] as const;

/** The one value that stands there as the number that is not it. */
function valueInstead(
  { was, is, of }: Instead,
  stands: Fields,
  request: RequestContext,
): Partial<Fields> | null {
  const before = Number(was.replace(/,/g, ''));
  const { spent, actual, percent, date } = stands;
  const rows = {
    spent: spent === before * 100,
    actual: actual?.value === before,
    percent: percent === before,
    date: date !== null && Number(date.slice(-2)) === before,
  };
  const found = ROWS.filter((row) => rows[row] && (of === null || of === row));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  if (only === 'date') return dayInstead(is, stands);
  const read = questions[only].read(is, request, null);
  if (!read.ok) return null;
  return read.set.actual && actual ? { actual: { ...actual, value: read.set.actual.value } } : read.set;
}

/** A day of the month alone is of the month that stands there. */
function dayInstead(value: string, { date }: Fields): Partial<Fields> | null {
  const day = Number(value);
  if (date === null || !/^\d{1,2}$/.test(value) || day < 1) return null;
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  return day > last ? null : { date: `${date.slice(0, 8)}${String(day).padStart(2, '0')}` };
}
