/** Working days and quiet hours of one government office; reminders, summaries and due days count by them. */
import { addDays, clockInBangkok, momentInBangkok } from './fiscal-year.ts';
import { HOLIDAYS } from './holidays.ts';

/** How an office differs from the public table, in ISO days; a day in both lists is closed. */
export interface OfficeDays {
  /** Closed though others work: a local holiday, a ploughing day announced since. */
  closed: readonly string[];
  /** Open though the table or the week says closed: a holiday taken back, a Saturday worked. */
  open: readonly string[];
}

/** Days counted from 1970-01-01, so that stretches of days are cheap to walk. */
export interface OfficeCalendar {
  /** Closed whatever the weekday. */
  readonly closed: ReadonlySet<number>;
  /** Open whatever the weekday. */
  readonly open: ReadonlySet<number>;
}

/** Wall-clock times `HH:mm` in Bangkok; from 18:00 until 08:00 spans the night, equal times mean none. */
export interface QuietHours {
  from: string;
  until: string;
}

/** Longest run of closed days looked through; a calendar without a working day for a year is a mistake. */
const LONGEST_CLOSURE = 366;

/** @returns the calendar of an office; without an argument, the public one. */
export function calendarOf(days: OfficeDays = { closed: [], open: [] }): OfficeCalendar {
  const open = new Set(days.open.map(numberOf));
  const closed = new Set(HOLIDAYS.map(({ day }) => numberOf(day)).filter((day) => !open.has(day)));
  for (const day of days.closed) closed.add(numberOf(day));
  return { closed, open };
}

/** @returns 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return weekday(numberOf(day));
}

/** @returns whether the office works on that ISO day. */
export function isWorkingDay(calendar: OfficeCalendar, day: string): boolean {
  return isWorked(calendar, numberOf(day));
}

/** @returns the first working day after `day`. @throws RangeError when there is none within a year. */
export function nextWorkingDay(calendar: OfficeCalendar, day: string): string {
  return dayOf(seek(calendar, numberOf(day) + 1, 1));
}

/** @returns `day` itself when it is worked, else the next working day. @throws RangeError as above. */
export function workingDayFrom(calendar: OfficeCalendar, day: string): string {
  return dayOf(seek(calendar, numberOf(day), 1));
}

/** @returns `day` itself when it is worked, else the last working day before it. @throws RangeError as above. */
export function workingDayUpTo(calendar: OfficeCalendar, day: string): string {
  return dayOf(seek(calendar, numberOf(day), -1));
}

/** Moves by whole working days; 0 leaves the day as it is. @param count may be negative. @throws RangeError as above. */
export function addWorkingDays(calendar: OfficeCalendar, day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let at = numberOf(day);
  for (let left = Math.abs(count); left > 0; left -= 1) at = seek(calendar, at + step, step);
  return dayOf(at);
}

/** @returns working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: OfficeCalendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from) || 0;
  const last = numberOf(to);
  let count = 0;
  for (let day = numberOf(from) + 1; day <= last; day += 1) if (isWorked(calendar, day)) count += 1;
  return count;
}

/** @param month `2021-02`. @returns the first working day in it, or after it when the whole month is closed. */
export function firstWorkingDayOfMonth(calendar: OfficeCalendar, month: string): string {
  return workingDayFrom(calendar, `${month}-01`);
}

/** @returns whether the bot starts no talk at that moment: a closed day, or the quiet hours of a working one. */
export function isQuiet(calendar: OfficeCalendar, quiet: QuietHours, at: Date): boolean {
  const clock = clockInBangkok(at);
  return !isWorkingDay(calendar, clock.slice(0, 10)) || inQuietHours(quiet, clock.slice(11, 16));
}

/** @returns `at` itself when the bot may start a talk then, else the next moment when it may. */
export function nextOpenMoment(calendar: OfficeCalendar, quiet: QuietHours, at: Date): Date {
  if (!isQuiet(calendar, quiet, at)) return at;
  const clock = clockInBangkok(at);
  const day = clock.slice(0, 10);
  const laterToday = isWorkingDay(calendar, day) && clock.slice(11, 16) < quiet.until;
  return momentInBangkok(laterToday ? day : nextWorkingDay(calendar, day), quiet.until);
}

/** @returns milliseconds until that day's quiet hours begin; once they have, until midnight. */
export function quietIn({ from }: QuietHours, at: Date): number {
  const clock = clockInBangkok(at);
  const day = clock.slice(0, 10);
  const begin =
    clock.slice(11, 16) < from ? momentInBangkok(day, from) : momentInBangkok(addDays(day, 1), '00:00');
  return begin.getTime() - at.getTime();
}

/** @param time `HH:mm`. */
export function inQuietHours({ from, until }: QuietHours, time: string): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

function seek(calendar: OfficeCalendar, start: number, step: 1 | -1): number {
  for (let day = start; Math.abs(day - start) < LONGEST_CLOSURE; day += step) {
    if (isWorked(calendar, day)) return day;
  }
  throw new RangeError(`no working day within a year of ${dayOf(start)}`);
}

function isWorked({ closed, open }: OfficeCalendar, day: number): boolean {
  return !closed.has(day) && (open.has(day) || weekday(day) <= 5);
}

/** Day 0, 1 January 1970, was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
