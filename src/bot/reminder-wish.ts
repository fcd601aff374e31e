/** Reads when somebody wants to be reminded, or not: "เตือนวันจันทร์", "อีก 3 วันค่อยเตือน", "อย่าเตือนตอนเช้า"; the router's wish interpreter and the snooze command ask it. */
import { weekdayOf } from '../domain/calendar.ts';
import { addDays, lastDayOfMonth } from '../domain/fiscal-year.ts';
import type { ReminderWish } from '../domain/reminder-wish.ts';
import { WEEKDAY_NAMED } from '../text/typed-days.ts';
import {
  AFTERNOON_HOUR,
  CLOCK,
  HOUR,
  NOON,
  NUMBER_WORDS,
  PARTS,
  WISH_AFTER,
  WISH_DAILY,
  WISH_EVERY,
  WISH_FILLER,
  WISH_FIRST,
  WISH_LAST,
  WISH_MONTH,
  WISH_UNTIL,
  WISH_USUAL,
  WISH_WEEK,
} from '../text/typed-wishes.ts';
import { readLeave } from '../understand/answers.ts';
import { dayNamed } from './leave-days.ts';

/** Longer texts tell something. */
const MOST_TEXT = 60;

/**
 * @param typed plain words. @param today ISO day.
 * @returns null unless all of the words are such a wish.
 */
export function readReminderWish(typed: string, today: string): ReminderWish | null {
  if (typed.length > MOST_TEXT) return null;
  for (const form of [WISH_FIRST, WISH_LAST]) {
    const groups = form.exec(typed)?.groups;
    const wish = groups && readWhen(groups['when']!, groups['stops'] !== undefined, today);
    if (wish) return wish;
  }
  return null;
}

/** Takes one piece after the other from the front; null where something else is said. */
function readWhen(said: string, stops: boolean, today: string): ReminderWish | null {
  const wish: ReminderWish = {
    stops,
    every: false,
    usual: false,
    weekdays: [],
    daily: false,
    day: null,
    until: false,
    time: null,
    part: null,
    afterMinutes: null,
  };
  let rest = NUMBER_WORDS.reduce((text, [word, figures]) => text.replace(word, figures), said).trim();
  while (rest !== '') {
    const taken = takePiece(rest, wish, today);
    if (taken === 0) return null;
    rest = rest.slice(taken).trimStart();
  }
  return settled(wish, today);
}

function settled(wish: ReminderWish, today: string): ReminderWish | null {
  const { weekdays, every, usual, daily, day, time, part, afterMinutes } = wish;
  const timed = day ?? time ?? part ?? afterMinutes;
  if (!usual && !daily && weekdays.length === 0 && timed === null) return null;
  // "every" alone names nothing
  if (every && weekdays.length === 0 && time === null && part === null) return null;
  const [weekday, ...more] = weekdays;
  // "อย่าเตือนวันศุกร์" is meant for good, "จนถึงวันศุกร์" for once
  if (weekday === undefined || every || day !== null || (wish.stops && !wish.until)) return wish;
  if (more.length > 0) return { ...wish, every: true };
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  // said on a Monday, Monday is the next one
  return { ...wish, weekdays: [], day: addDays(today, ahead === 0 && time === null ? 7 : ahead) };
}

/** @returns how many letters were taken, 0 for none. */
function takePiece(rest: string, wish: ReminderWish, today: string): number {
  const flag = (pattern: RegExp, set: Partial<ReminderWish>): number => {
    const found = pattern.exec(rest)?.[0].length ?? 0;
    if (found > 0) Object.assign(wish, set);
    return found;
  };
  return (
    flag(WISH_USUAL, { usual: true }) ||
    flag(WISH_DAILY, { daily: true }) ||
    flag(WISH_EVERY, { every: true }) ||
    takeTime(rest, wish) ||
    takeAfter(rest, wish, today) ||
    flag(WISH_WEEK, { day: addDays(today, 8 - weekdayOf(today)) }) ||
    flag(WISH_MONTH, { day: addDays(lastDayOfMonth(today.slice(0, 7)), 1) }) ||
    flag(WISH_UNTIL, { until: true }) ||
    takeWeekday(rest, wish, today) ||
    takeDay(rest, wish, today) ||
    flag(WISH_FILLER, {})
  );
}

function takeTime(rest: string, wish: ReminderWish): number {
  for (const pattern of [CLOCK, AFTERNOON_HOUR, HOUR, NOON]) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const { hour, minute, half, evening, night, morning } = found.groups ?? {};
    const at = hourOf(pattern, Number(hour ?? 0), { evening, night, morning });
    const minutes = half ? 30 : Number(minute ?? 0);
    if (at > 23 || minutes > 59) return 0;
    wish.time = `${String(at).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    return found[0].length;
  }
  const part = PARTS.find(({ names }) => names.test(rest));
  if (!part) return 0;
  // "บ่ายสาม" has its hour already
  if (wish.time === null) wish.time = part.time;
  wish.part = part.part;
  return part.names.exec(rest)![0].length;
}

type Said = Record<'evening' | 'night' | 'morning', string | undefined>;

function hourOf(pattern: RegExp, hour: number, { evening, night, morning }: Said): number {
  if (pattern === NOON) return 12;
  if (pattern === AFTERNOON_HOUR) return hour === 0 ? 13 : 12 + hour;
  if (pattern === CLOCK || morning) return hour;
  if (night) return 18 + hour;
  // "3 โมง" is in the afternoon
  return (evening || hour < 6) && hour < 12 ? hour + 12 : hour;
}

function takeAfter(rest: string, wish: ReminderWish, today: string): number {
  const found = WISH_AFTER.exec(rest);
  if (!found) return 0;
  const { half, count, minutes, hours, weeks } = found.groups!;
  const many = half ? 0.5 : Number(count);
  if (many === 0) return 0;
  if (minutes ?? hours) wish.afterMinutes = many * (hours ? 60 : 1);
  else wish.day = addDays(today, Math.ceil(many * (weeks ? 7 : 1)) - (wish.stops ? 1 : 0));
  return found[0].length;
}

function takeWeekday(rest: string, wish: ReminderWish, today: string): number {
  const found = WEEKDAY_NAMED.exec(rest);
  if (!found) return 0;
  const next = found.groups!['next'] ?? found.groups!['after'];
  if (next) wish.day = dayNamed(found[0], today)!.day;
  else wish.weekdays = [...wish.weekdays, found.slice(2, 9).findIndex((one) => one !== undefined) + 1];
  return found[0].length;
}

function takeDay(rest: string, wish: ReminderWish, today: string): number {
  // a number without a month is an activity's
  const bare = /^[0-9]/.test(rest) && !/^[0-9]{1,2}\/[0-9]/.test(rest);
  const found = bare && readLeave(rest, today) === null ? null : dayNamed(rest, today);
  if (!found) return 0;
  wish.day = found.day;
  return rest.length - found.rest.length;
}
