/** The dated table of public holidays of government offices; the calendar is built on it. */
import { HOLIDAYS_2563_2567 } from './holidays-2563-2567.ts';
import { HOLIDAYS_2568_2573 } from './holidays-2568-2573.ts';
import type { Certainty, HolidayKind, HolidayName, HolidayRow } from './holidays-kinds.ts';

export interface Holiday {
  /** ISO day in Bangkok. */
  day: string;
  name: HolidayName;
  kind: HolidayKind;
  certainty: Certainty;
}

/** Fiscal years (Buddhist era) the table covers, both included; outside them only weekends are known. */
export const HOLIDAY_YEARS = { first: 2563, last: 2573 } as const;

/** All entries, ascending by day; holidays on a weekend are listed too, and a day may have two. */
export const HOLIDAYS: readonly Holiday[] = [...HOLIDAYS_2563_2567, ...HOLIDAYS_2568_2573].map(
  ([day, name, kind, certainty]: HolidayRow) => ({ day, name, kind, certainty: certainty ?? 'certain' }),
);

const byDay = Map.groupBy(HOLIDAYS, (holiday) => holiday.day);

/** @returns the public holidays of that day; empty on an ordinary one. */
export function holidaysOn(day: string): readonly Holiday[] {
  return byDay.get(day) ?? [];
}
