/** Reads from when until when somebody is on leave, as they put it: "5-9 ธ.ค.", "ตั้งแต่พรุ่งนี้ถึงศุกร์", "3 วัน"; the away command and requests in one's own words ask it. */
import { weekdayOf } from '../domain/calendar.ts';
import { addDays, lastDayOfMonth } from '../domain/fiscal-year.ts';
import { arabicDigits } from '../text/format.ts';
import { END_SIGNS, PARTICLES } from '../text/typed.ts';
import {
  AROUND_LEAVE,
  AS_A_WHOLE,
  BETWEEN_DAYS,
  BETWEEN_LISTED,
  DAY_NUMBER,
  DAY_OF_MONTH,
  FROM_DAY,
  IN_MONTHS,
  IN_WEEKS,
  LENGTH_FIRST,
  LENGTH_LAST,
  IN_FIGURES,
  LISTED_DAYS,
  NAMES_YEAR,
  ON_DAY,
  PART_OF_DAY,
  UNTIL_DAY,
  WEEKDAY_NAMED,
  WEEKDAY_OF_DATE,
  WHOLE_MONTH,
  WHOLE_WEEK,
} from '../text/typed-days.ts';
import { readLeave } from '../understand/answers.ts';

export interface LeaveDays {
  /** First and last day, ISO; `until` null where only the first was said. */
  from: string;
  until: string | null;
  /** What was said after them. */
  rest: string;
}

/** A day, what was said after it, and by how many days a later one of that kind comes. */
interface Named {
  day: string;
  rest: string;
  /** "ศุกร์" comes again in a week, "วันที่ 3" in a month. */
  again: 'week' | 'month' | null;
}

const MOST_TEXT = 100;
/** Days that somebody may be late with the last one. */
const MOST_PAST = 31;

/**
 * @param text what follows "ลา", with its "ถึง" where there is one.
 * @param today ISO day. @returns null where no day of a leave stands there.
 */
export function readLeaveDays(text: string, today: string): LeaveDays | null {
  if (text.length > MOST_TEXT) return null;
  const said = arabicDigits(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(END_SIGNS, (signs) => (signs.startsWith('.') ? '.' : ''))
    .replace(PARTICLES, '')
    .replace(WEEKDAY_OF_DATE, ON_DAY)
    .trim();
  const whole = said.replace(PART_OF_DAY, '');
  if (said !== '' && whole === '') return { from: today, until: today, rest: '' };
  const found =
    wholeStretch(whole, today) ??
    ofLength(whole, today) ??
    listed(whole, today) ??
    untilDay(whole, today) ??
    fromTo(whole, today) ??
    oneDay(whole, today);
  return found && ahead(found, whole, today);
}

/** A leave long gone is next year's, unless its year was said. */
function ahead(found: LeaveDays, said: string, today: string): LeaveDays {
  const last = found.until ?? found.from;
  if (last >= addDays(today, -MOST_PAST) || NAMES_YEAR.test(said)) return found;
  const later = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return { ...found, from: later(found.from), until: found.until && later(found.until) };
}

/** The days of a leave within a sentence: "พรุ่งนี้ขอลากิจนะคะ". @returns null where none is said in full. */
export function leaveDaysWithin(text: string, today: string): (LeaveDays & { until: string }) | null {
  if (text.length > MOST_TEXT) return null;
  const bare = arabicDigits(text).toLowerCase().replace(AROUND_LEAVE, ' ').replace(/\s+/g, ' ').trim();
  const found = bare === '' ? null : readLeaveDays(bare, today);
  return found && found.until !== null && found.rest === '' && found.until >= today
    ? { ...found, until: found.until }
    : null;
}

/** The week, Monday to Sunday, or the month; of the present one what is left of it. */
function wholeStretch(said: string, today: string): LeaveDays | null {
  const week = WHOLE_WEEK.exec(said);
  const found = week ?? WHOLE_MONTH.exec(said);
  if (!found || !AS_A_WHOLE.test(said.slice(found[0].length))) return null;
  const next = (found[1] ?? found[2]) !== undefined;
  if (week) {
    const monday = addDays(today, 1 - weekdayOf(today) + (next ? 7 : 0));
    return { from: next ? monday : today, until: addDays(monday, 6), rest: '' };
  }
  const end = lastDayOfMonth(today.slice(0, 7));
  const from = next ? addDays(end, 1) : today;
  return { from, until: lastDayOfMonth(from.slice(0, 7)), rest: '' };
}

function ofLength(said: string, today: string): LeaveDays | null {
  const first = LENGTH_FIRST.exec(said);
  const last = first ? null : LENGTH_LAST.exec(said);
  const [count, unit, begins] = first ? [first[1], first[2], first[3]] : [last?.[2], last?.[3], last?.[1]];
  if (!count || !unit || Number(count) === 0) return null;
  const from = begins === undefined ? null : dayNamed(begins.replace(FROM_DAY, ''), today);
  if (begins !== undefined && from?.rest !== '') return null;
  const start = from?.day ?? today;
  const days = Number(count) * (IN_WEEKS.test(unit) ? 7 : IN_MONTHS.test(unit) ? 30 : 1);
  return { from: start, until: addDays(start, days - 1), rest: '' };
}

/** "5, 6 และ 7 มี.ค.": one after the other. */
function listed(said: string, today: string): LeaveDays | null {
  const found = LISTED_DAYS.exec(said.replace(FROM_DAY, ''));
  if (!found) return null;
  const numbers = found[1]!.split(BETWEEN_LISTED).map(Number);
  const from = dayNamed(`${numbers[0]} ${found[2]}`, today);
  const until = dayNamed(`${numbers.at(-1)} ${found[2]}`, today);
  const apart = numbers.some((one, at) => at > 0 && one !== numbers[at - 1]! + 1);
  // with days of work in between it is two leaves
  if (from && apart) return { from: from.day, until: null, rest: '' };
  return from && until ? { from: from.day, until: until.day, rest: until.rest } : null;
}

function untilDay(said: string, today: string): LeaveDays | null {
  const until = UNTIL_DAY.test(said) ? dayNamed(said.replace(UNTIL_DAY, ''), today) : null;
  return until && { from: today, until: until.day, rest: until.rest };
}

function fromTo(said: string, today: string): LeaveDays | null {
  for (const between of BETWEEN_DAYS) {
    const found = stretchAt(between, said.replace(FROM_DAY, ''), today);
    if (found) return found;
  }
  return null;
}

function stretchAt(separator: RegExp, days: string, today: string): LeaveDays | null {
  const between = separator.exec(days);
  if (!between || between.index === 0) return null;
  const [first, last] = [days.slice(0, between.index), days.slice(between.index + between[0].length)];
  const until = dayNamed(last, today);
  // "5-9 ธ.ค.": the month stands once, behind both
  const month = DAY_NUMBER.test(first) && DAY_OF_MONTH.exec(last)?.[1];
  const from = dayNamed(month ? `${first} ${month}` : first, today);
  if (!from || !until || (!month && from.rest !== '')) return null;
  return { from: from.day, until: notBefore(from.day, until), rest: until.rest };
}

/** "ตั้งแต่วันศุกร์ถึงวันจันทร์": the Monday after that Friday. */
function notBefore(from: string, { day, again }: Named): string {
  if (day >= from || again === null) return day;
  return again === 'week' ? addDays(day, 7) : addMonth(day);
}

function oneDay(said: string, today: string): LeaveDays | null {
  const found = /^\d+$/.test(said) ? null : dayNamed(said.replace(FROM_DAY, ''), today);
  if (!found) return null;
  return { from: found.day, until: FROM_DAY.test(said) ? null : found.day, rest: found.rest };
}

/** @param said a day at its beginning. */
export function dayNamed(said: string, today: string): Named | null {
  const weekday = WEEKDAY_NAMED.exec(said);
  if (weekday) {
    const wanted = weekday.slice(2, 9).findIndex((one) => one !== undefined) + 1;
    const next = weekday.groups!['next'] ?? weekday.groups!['after'];
    const ahead = (wanted - weekdayOf(today) + 7) % 7;
    const day = next ? addDays(today, 8 - weekdayOf(today) + wanted - 1) : addDays(today, ahead);
    return { day, rest: said.slice(weekday[0].length).trim(), again: 'week' };
  }
  const number = DAY_NUMBER.exec(said);
  if (number) {
    const found = readLeave(`${ON_DAY}${number[1]}`, today);
    return (
      found && { day: found.until < today ? addMonth(found.until) : found.until, rest: '', again: 'month' }
    );
  }
  const found = readLeave(IN_FIGURES.test(said) ? `${ON_DAY}${said}` : said, today);
  return found && !LENGTH_FIRST.test(said) ? { day: found.until, rest: found.rest, again: null } : null;
}

function addMonth(day: string): string {
  const month = addDays(lastDayOfMonth(day.slice(0, 7)), 1).slice(0, 7);
  const last = lastDayOfMonth(month);
  const same = `${month}${day.slice(7)}`;
  return same > last ? last : same;
}
