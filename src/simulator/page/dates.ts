/** Simulator time as the page writes it: Bangkok's clock, years of the Buddhist Era. */
import { eraName } from './words.ts';

const zone = 'Asia/Bangkok';
const locale = 'th-TH-u-ca-buddhist-nu-latn';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const longDay = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDay = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const month = new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'short' });

/** Short names of the months, January first. */
export const monthNames = Array.from({ length: 12 }, (_, index) =>
  month.format(new Date(Date.UTC(2021, index, 15))),
);
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** `09:30` of an ISO moment. */
export function clockOf(iso: string): string {
  return clock.format(new Date(iso));
}

/** Weekday, day, month and B.E. year of an ISO moment, as a separator between days. */
export function dayOf(iso: string): string {
  return withoutEra(longDay.format(new Date(iso)));
}

/** `2021-02-15` of an ISO moment, on Bangkok's calendar. */
export function isoDayOf(iso: string): string {
  return isoDay.format(new Date(iso));
}

/** `2021-02-15T09:30` of an ISO moment, the form of a native date and time field. */
export function dateFieldOf(iso: string): string {
  return `${isoDayOf(iso)}T${clockOf(iso)}`;
}

/** The ISO moment of a native field's value, read on Bangkok's clock; null when it is no moment. */
export function momentOfField(value: string): string | null {
  const moment = new Date(`${value}:00+07:00`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** Day and B.E. year of a native field's value (`2021-02-15`, or with a time), '' for a time alone or nothing. */
export function thaiDayOfField(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  const moment = new Date(`${day}T12:00:00+07:00`);
  return Number.isNaN(moment.getTime()) ? '' : withoutEra(shortDay.format(moment));
}

// Some ICU versions put the era's name into the date; offices write the year alone.
function withoutEra(text: string): string {
  return text.replace(eraName, ' ');
}
