/** Finds days in a text: in digits, with month names, Buddhist or Christian era, weekdays and days counted from today. */
import { addDays, lastDayOfMonth } from '../domain/fiscal-year.ts';
import { type DateToken, firstFrom, isWord, onlySpace, type Word } from './tokens.ts';

export interface Calendar {
  today: string;
  /** The plan's first and last day: a day without a year is one of these. */
  period: { start: string; end: string };
}

const NUMERIC = /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/y;
const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const DAY_MONTH = /(\d{1,2})\/(\d{1,2})(?![\d/]|\s*(?:คน|ชิ้น|ราย|ท่าน))/y;
const DAY = /(\d{1,2})(?:\s*(?:-|ถึง|และ|,|กับ|\+)\s*(?:วันที่\s*)?\d{1,2})*\s*(?:เดือน\s*)?/y;
const YEAR =
  /\s*(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?\s*(\d{4}|\d{2})(?![\d,%]|\.\d|\s*(?:คน|บาท|บ\.|ชิ้น|เปอร์|%|ราย|ท่าน|แห่ง|คะแนน|น\.|ครั้ง))/y;
const RELATIVE = /(อีก\s*)?(\d{1,3})\s*วัน(ก่อน|ที่แล้ว|ที่ผ่านมา|ข้างหน้า)?/y;
const DAY_OPENER = /วันที่\s*/y;
const DAY_OF_MONTH =
  /(?:วันที่|วัน ที่)\s*(\d{1,2})(?:\s*-\s*\d{1,2})?(?![\d/.:%])(\s*(?:เดือนนี้|นี้|เดือนหน้า|เดือนที่แล้ว|เดือนก่อน))?/y;

/** @returns the days named in the text, in order; impossible ones (31 กุมภาพันธ์) are left out. */
export function datesOf(text: string, words: readonly Word[], calendar: Calendar): DateToken[] {
  const dates: DateToken[] = [];
  const add = (start: number, end: number, iso: string | null): boolean => {
    if (iso === null || dates.some((date) => start < date.end && end > date.start)) return false;
    dates.push({ kind: 'date', start, end, iso });
    return true;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const digit = char >= '0' && char <= '9';
    if (!digit && char !== 'ว' && char !== 'อ') continue;
    if (digit && /[\d.,/:]/.test(text[at - 1] ?? ' ') && /\d/.test(text[at - 2] ?? ' ')) continue;
    if (digit && /\d/.test(text[at - 1] ?? ' ')) continue;
    const opener = digit ? 0 : (sticky(DAY_OPENER, text, at)?.[0].length ?? 0);
    const dated = digit || opener > 0 ? digitDate(text, at + opener, words, calendar) : null;
    const found = dated ?? wordedDay(text, at, calendar, digit);
    if (found && add(at, found.end, found.iso)) at = found.end - 1;
  }
  for (const [index, word] of words.entries()) addWordDate(text, words, index, word, calendar, add);
  return dates.sort((a, b) => a.start - b.start);
}

type Found = { end: number; iso: string } | null;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function digitDate(text: string, at: number, words: readonly Word[], calendar: Calendar): Found {
  const iso = sticky(ISO, text, at);
  if (iso) return found(at, iso, dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), calendar));
  const numeric = sticky(NUMERIC, text, at);
  if (numeric) {
    const iso = dayOf(Number(numeric[4]), Number(numeric[3]), Number(numeric[1]), calendar);
    if (
      iso !== null &&
      (numeric[2] !== '.' || (numeric[4] as string).length === 4 || Number(numeric[4]) >= 50)
    )
      return found(at, numeric, iso);
  }
  const withMonth = namedMonth(text, at, words, calendar);
  if (withMonth) return withMonth;
  const short = sticky(DAY_MONTH, text, at);
  if (
    short &&
    Number(short[2]) <= 12 &&
    /(?:วันที่|เมื่อ|ตั้งแต่|ภายใน|เป็น|จัด|เสร็จ)\s*$/.test(text.slice(Math.max(0, at - 8), at))
  )
    return found(at, short, dayOf(null, Number(short[2]), Number(short[1]), calendar));
  return null;
}

function found(at: number, match: RegExpExecArray, iso: string | null): Found {
  return iso === null ? null : { end: at + match[0].length, iso };
}

function namedMonth(text: string, at: number, words: readonly Word[], calendar: Calendar): Found {
  const day = sticky(DAY, text, at);
  if (!day) return null;
  const monthAt = at + day[0].length;
  const month = words[firstFrom(words, monthAt)];
  if (month?.start !== monthAt || month.family !== 'month') return null;
  const year = sticky(YEAR, text, month.end);
  const iso = dayOf(year ? Number(year[1]) : null, month.value as number, Number(day[1]), calendar);
  if (iso === null) return null;
  return { end: month.end + (year ? year[0].length : 0), iso };
}

function wordedDay(text: string, at: number, calendar: Calendar, digit: boolean): Found {
  const relative = sticky(RELATIVE, text, at);
  if (relative && (relative[1] || relative[3]) && (digit || relative[1])) {
    const ahead = relative[1] !== undefined || relative[3] === 'ข้างหน้า';
    return {
      end: at + relative[0].length,
      iso: addDays(calendar.today, Number(relative[2]) * (ahead ? 1 : -1)),
    };
  }
  const inMonth = digit ? null : sticky(DAY_OF_MONTH, text, at);
  if (!inMonth) return null;
  const shift = /หน้า/.test(inMonth[2] ?? '') ? 1 : /แล้ว|ก่อน/.test(inMonth[2] ?? '') ? -1 : 0;
  const [year, month] = calendar.today.split('-').map(Number) as [number, number];
  const iso = validDay(
    year + Math.floor((month - 1 + shift) / 12),
    ((month - 1 + shift + 12) % 12) + 1,
    Number(inMonth[1]),
  );
  return iso === null ? null : { end: at + inMonth[0].length, iso };
}

function addWordDate(
  text: string,
  words: readonly Word[],
  index: number,
  word: Word,
  calendar: Calendar,
  add: (start: number, end: number, iso: string | null) => boolean,
): void {
  const next = words[index + 1];
  if (word.family === 'day' && /^\s?วันที่\s?\d/.test(text.slice(word.end, word.end + 10))) return;
  if (word.family === 'day') add(word.start, word.end, addDays(calendar.today, word.value as number));
  else if (word.family === 'weekday') {
    if (/^\s?ที่\s?\d/.test(text.slice(word.end, word.end + 6))) return;
    const before = words[index - 1];
    const past = isWord(before, 'on-day') && onlySpace(text, before.end, word.start);
    const mark = next && onlySpace(text, word.end, next.start) ? next : undefined;
    if (
      text.slice(word.start, word.end).startsWith('วัน') ||
      past ||
      isWord(mark, 'past-mark', 'next-mark', 'this-mark')
    ) {
      const marked = isWord(mark, 'past-mark', 'next-mark', 'this-mark');
      add(
        word.start,
        marked ? mark.end : word.end,
        weekday(
          word.value as number,
          marked ? mark.family : past || isDoneAround(words, index) ? 'past-mark' : null,
          calendar.today,
        ),
      );
    }
  } else if (word.family === 'month-end') {
    const month =
      next?.family === 'month' && onlySpace(text.replaceAll('เดือน', '     '), word.end, next.start)
        ? next
        : null;
    const later = isWord(next, 'next-mark') && next.start === word.end;
    if (text.slice(word.start, word.end) === 'สิ้น' && !month) return;
    const current = calendar.today.slice(0, 7);
    const iso = month
      ? dayOf(null, month.value as number, 1, calendar)
      : later
        ? addDays(lastDayOfMonth(current), 1)
        : current;
    if (iso) add(word.start, month?.end ?? (later ? next.end : word.end), lastDayOfMonth(iso.slice(0, 7)));
  }
}

/** "จัดไปแล้ววันศุกร์", "ตรวจวันเสาร์ ได้ 37 คน": a weekday without a mark is in the past when the work is. */
function isDoneAround(words: readonly Word[], index: number): boolean {
  const near = [...words.slice(Math.max(0, index - 5), index), ...words.slice(index + 1, index + 4)];
  return (
    near.some((word) => isWord(word, 'already', 'done', 'got', 'reached')) &&
    !near.some((word) => isWord(word, 'will', 'planned', 'postpone', 'not', 'not-yet', 'doing', 'order'))
  );
}

/** The last such weekday for the past, this week's for "this", next week's for "next"; unmarked: the nearest. */
function weekday(wanted: number, mark: string | null, today: string): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const monday = (day: number): number => (day + 6) % 7;
  if (mark === 'past-mark') return addDays(today, -((now - wanted + 7) % 7 || 7));
  if (mark === 'next-mark') return addDays(today, 7 + monday(wanted) - monday(now));
  if (mark === 'this-mark') return addDays(today, monday(wanted) - monday(now));
  return addDays(today, (wanted - now + 7) % 7);
}

/** @param year as written: four or two digits, either era; null when none was. @returns ISO date or null when there is no such day. */
function dayOf(year: number | null, month: number, day: number, calendar: Calendar): string | null {
  if (year === null) return nearestDay(month, day, calendar);
  const nearest = Number(calendar.today.slice(0, 4));
  if (year >= 2400) return validDay(year - 543, month, day);
  if (year >= 100) return year >= 1900 ? validDay(year, month, day) : null;
  const buddhist = 2500 + year - 543;
  const christian = 2000 + year;
  return validDay(
    Math.abs(buddhist - nearest) <= Math.abs(christian - nearest) ? buddhist : christian,
    month,
    day,
  );
}

function nearestDay(month: number, day: number, { today, period }: Calendar): string | null {
  const year = Number(today.slice(0, 4));
  const options = [year - 1, year, year + 1]
    .map((candidate) => validDay(candidate, month, day))
    .filter((iso) => iso !== null);
  const within =
    today >= period.start && today <= period.end
      ? options.filter((iso) => iso >= period.start && iso <= period.end)
      : [];
  const distance = (iso: string): number => Math.abs(Date.parse(iso) - Date.parse(today));
  return (within.length > 0 ? within : options).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function validDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
