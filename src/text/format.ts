/** Numbers, money, dates and digits as a Thai office writes them; used by every sentence, card and report. */
import dayjs from 'dayjs';
import 'dayjs/locale/th.js';
import buddhistEra from 'dayjs/plugin/buddhistEra.js';
import utc from 'dayjs/plugin/utc.js';
import { clockInBangkok } from '../domain/fiscal-year.ts';
import type { Language } from '../domain/member.ts';
import type { Satang } from '../domain/money.ts';
import { timeOfDay } from './time-of-day.ts';

dayjs.extend(utc);
dayjs.extend(buddhistEra);

// made once: to make one costs far more than to use it
const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const WITH_SATANG = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PLAIN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** `28,500` or `28,500.50`: satang only when there are any. */
export function money(satang: Satang): string {
  return (satang % 100 === 0 ? WHOLE : WITH_SATANG).format(satang / 100);
}

/** `28,500 บาท`, or `28,500 baht`. */
export function baht(satang: Satang, language: Language = 'th'): string {
  return `${money(satang)} ${language === 'th' ? 'บาท' : 'baht'}`;
}

/** A plain number with separators and at most two decimals. */
export function decimal(value: number): string {
  return PLAIN.format(value);
}

/** `31 มี.ค. 64` from an ISO date; `31 Mar 2021` in English. */
export function shortDate(day: string, language: Language = 'th'): string {
  const date = dayjs.utc(day);
  return language === 'th' ? date.locale('th').format('D MMM BB') : date.locale('en').format('D MMM YYYY');
}

/** `31 มีนาคม 2564` from an ISO date; `31 March 2021` in English. */
export function longDate(day: string, language: Language = 'th'): string {
  const date = dayjs.utc(day);
  return language === 'th'
    ? date.locale('th').format('D MMMM BBBB')
    : date.locale('en').format('D MMMM YYYY');
}

/** `มี.ค. 64` from `2021-03`; `Mar 2021` in English. */
export function shortMonth(month: string, language: Language = 'th'): string {
  const date = dayjs.utc(`${month}-01`);
  return language === 'th' ? date.locale('th').format('MMM BB') : date.locale('en').format('MMM YYYY');
}

/** `มีนาคม 2564` from `2021-03`; `March 2021` in English. */
export function longMonth(month: string, language: Language = 'th'): string {
  const date = dayjs.utc(`${month}-01`);
  return language === 'th' ? date.locale('th').format('MMMM BBBB') : date.locale('en').format('MMMM YYYY');
}

/** `15 มี.ค. 64 09.30 น.`: a moment on the office's wall clock; `15 Mar 2021 09:30` in English. */
export function moment(at: Date, language: Language = 'th'): string {
  const clock = clockInBangkok(at);
  return `${shortDate(clock.slice(0, 10), language)} ${timeOfDay(clock.slice(11, 16), language)}`;
}

/** `31 มีนาคม 2564 เวลา 16.30 น.`: a moment as an official document writes it; `31 March 2021, 16:30` in English. */
export function longMoment(at: Date, language: Language = 'th'): string {
  const clock = clockInBangkok(at);
  const day = longDate(clock.slice(0, 10), language);
  return `${day}${language === 'th' ? ' เวลา ' : ', '}${timeOfDay(clock.slice(11, 16), language)}`;
}

/** Arabic digits to Thai ones, everything else untouched. */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** Thai digits to Arabic ones, everything else untouched. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Whether the text has at most `max` grapheme clusters. */
export function isShort(text: string, max: number): boolean {
  // a cluster has one unit at least: most texts need not be taken apart
  if (text.length <= max) return true;
  let count = 0;
  for (const _ of graphemes.segment(text)) {
    count += 1;
    if (count > max) return false;
  }
  return true;
}

/** Cuts to at most `max` grapheme clusters, so that no tone mark is separated; adds … when it cut. */
export function shorten(text: string, max: number): string {
  if (isShort(text, max)) return text;
  return `${[...graphemes.segment(text)]
    .slice(0, Math.max(0, max - 1))
    .map((part) => part.segment)
    .join('')
    .trimEnd()}…`;
}

/** Cuts to at most `max` UTF-16 units without splitting a grapheme cluster, as LINE counts most of its limits. */
export function shortenUnits(text: string, max: number): string {
  if (text.length <= max) return text;
  let out = '';
  for (const { segment } of graphemes.segment(text)) {
    if (out.length + segment.length > max - 1) break;
    out += segment;
  }
  return `${out.trimEnd()}…`;
}

/** `ร้อยละ 85`, `120 คน`: an amount as an office writes it, the unit ร้อยละ (percent) first. */
export function quantity(value: number, unit: string): string {
  return unit === 'ร้อยละ' ? `${unit} ${decimal(value)}` : `${decimal(value)} ${unit}`.trim();
}

/** Whatever `printable` changes but blanks at the ends; most texts have none of it. */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]/;

/** Drops what a screen must not be given: control characters but line feeds, text direction overrides, halves of surrogate pairs. */
export function printable(text: string): string {
  if (!UNPRINTABLE.test(text)) return text.trim();
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(/\t/g, ' ')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** @returns the text as HTML shows it, between tags or inside an attribute's quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Letters of a name that tell which activity it is. */
const BRIEF_GRAPHEMES = 40;

/** An activity where there is a line for it, as on a lock screen: its label, and the beginning of its name. */
export function calledBriefly({ label, name }: { label: string; name: string }): string {
  const oneLine = printable(name).replace(/\s+/g, ' ').trim();
  // a letter may carry any number of marks
  const brief = shortenUnits(shorten(oneLine, BRIEF_GRAPHEMES), 3 * BRIEF_GRAPHEMES);
  return `${shortenUnits(printable(label), 20)} ${brief}`.trim();
}
