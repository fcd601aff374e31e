/** What a wish about one's reminders comes to, by the office's calendar and hours; bot/reminder-wish.ts reads the wish, the snooze command keeps what comes of it. */
import {
  type OfficeCalendar,
  inQuietHours,
  nextWorkingDay,
  type QuietHours,
  workingDayFrom,
} from './calendar.ts';
import { addDays, clockInBangkok, daysBetween } from './fiscal-year.ts';
import type { ReminderPreferences } from './member.ts';

export interface ReminderWish {
  /** They are not to come then. */
  stops: boolean;
  /** For good, as against once. */
  every: boolean;
  /** Back to the office's own time. */
  usual: boolean;
  /** 1 = Monday; every = on these alone. */
  weekdays: number[];
  /** Each working day. */
  daily: boolean;
  /** ISO; put off until then, or not before. */
  day: string | null;
  /** Whether the day is the first one they are to come on, of a wish that stops them. */
  until: boolean;
  /** `HH:mm`. */
  time: string | null;
  part: 'morning' | 'later' | null;
  afterMinutes: number | null;
}

export type WishOutcome =
  /** @property at ISO day, or a day with its time. @property moved the day that was asked for is none on which the office works. */
  | { kind: 'once'; at: string; moved: boolean }
  | { kind: 'always'; preferences: ReminderPreferences }
  | { kind: 'refused'; why: 'at-night' | 'too-far' | 'past' };

interface Office {
  calendar: OfficeCalendar;
  quiet: QuietHours;
  now: Date;
}

/** Days beyond which nothing is put off. */
const MOST_DAYS = 62;
/** Later today, where no time was said. */
const LATER_MINUTES = 120;
const WORKDAYS = [1, 2, 3, 4, 5];

export function decideWish(
  wish: ReminderWish,
  before: ReminderPreferences | null,
  office: Office,
): WishOutcome {
  const own = before ?? { hour: null, days: null, snoozedUntil: null };
  if (wish.usual) return { kind: 'always', preferences: { hour: null, days: null, snoozedUntil: null } };
  if (wish.time !== null && inQuietHours(office.quiet, wish.time))
    return { kind: 'refused', why: 'at-night' };
  if (wish.stops) return stopped(wish, own, office);
  if (!wish.every && !wish.daily) return once(wish, office);
  const hour = wish.time ? Number(wish.time.slice(0, 2)) : wish.part === 'morning' ? null : own.hour;
  const days = wish.weekdays.length > 0 ? wish.weekdays : wish.daily ? null : own.days;
  return { kind: 'always', preferences: { ...own, hour, days } };
}

function stopped(wish: ReminderWish, own: ReminderPreferences, office: Office): WishOutcome {
  const { today } = momentOf(office);
  if (wish.weekdays.length > 0 && wish.day === null) {
    const left = (own.days ?? WORKDAYS).filter((day) => !wish.weekdays.includes(day));
    return { kind: 'always', preferences: { ...own, days: left.length > 0 ? left : null } };
  }
  if (wish.day === null && wish.part !== null)
    return { kind: 'always', preferences: { ...own, hour: wish.part === 'morning' ? 13 : null } };
  if (wish.day === null) return once(wish, office);
  const first = wish.until && wish.day > today ? wish.day : addDays(wish.day, 1);
  return once({ ...wish, day: first, time: null }, office);
}

function once({ day, time, afterMinutes }: ReminderWish, office: Office): WishOutcome {
  const { calendar } = office;
  const { today, clock } = momentOf(office);
  if (day !== null && day < today) return { kind: 'refused', why: 'past' };
  if (day !== null && daysBetween(today, day) > MOST_DAYS) return { kind: 'refused', why: 'too-far' };
  if (day === null || (day === today && time === null)) {
    const wait = afterMinutes ?? (time === null ? LATER_MINUTES : null);
    if (wait !== null) return { kind: 'once', at: laterToday(wait, office), moved: false };
  }
  const wanted = day ?? today;
  // a time that is over today is tomorrow's
  const from = wanted === today && time !== null && time <= clock ? addDays(today, 1) : wanted;
  const worked = workingDayFrom(calendar, from);
  return {
    kind: 'once',
    at: time === null ? worked : `${worked}T${time}`,
    moved: day !== null && worked !== day,
  };
}

/** At a half hour, as reminders go out; where that is too late, the next working day. */
function laterToday(minutes: number, office: Office): string {
  const half = 30 * 60_000;
  const at = new Date(Math.ceil((office.now.getTime() + minutes * 60_000) / half) * half);
  const [day, time] = [clockInBangkok(at).slice(0, 10), clockInBangkok(at).slice(11, 16)];
  const { today } = momentOf(office);
  const fits =
    day === today && workingDayFrom(office.calendar, day) === day && !inQuietHours(office.quiet, time);
  return fits ? `${day}T${time}` : nextWorkingDay(office.calendar, today);
}

function momentOf({ now }: Office): { today: string; clock: string } {
  const at = clockInBangkok(now);
  return { today: at.slice(0, 10), clock: at.slice(11, 16) };
}
