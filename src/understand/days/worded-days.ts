/** Finds days that are said in words, "เมื่อวาน", "ศุกร์หน้า", "วันพฤหัสที่ 25", "สิ้นเดือนหน้า"; called for each word of a text. */
import { addDays, lastDayOfMonth } from '../../domain/fiscal-year.ts';
import { type Calendar, datedAs } from './calendar.ts';
import { isWord, onlySpace, type Word } from '../tokens.ts';

/** @param add takes a day unless another stands there. */
export function addWordDate(
  text: string,
  words: readonly Word[],
  index: number,
  word: Word,
  calendar: Calendar,
  add: (start: number, end: number, iso: string | null) => boolean,
): void {
  const next = words[index + 1];
  const behind = text.slice(word.end, word.end + 12);
  const nextOf = /^\s?หน้า(?!ที่|เสา|ฝน|งาน)/.exec(behind);
  if (word.family === 'day') {
    // "เมื่อคืนวันเสาร์", "เมื่อวานวันที่ 14": the day that is named
    const named = /^\s?วันที่\s?\d/.test(behind) || (isWord(next, 'weekday') && next.start - word.end <= 1);
    if (!named) add(word.start, word.end, addDays(calendar.today, word.value as number));
  } else if (isWord(word, 'digit-word', 'magnitude')) {
    const ago = (word.value ?? 99) <= 10 ? /^\s?วัน(?:ก่อน|ที่แล้ว|ที่ผ่านมา)/.exec(behind) : null;
    if (ago) add(word.start, word.end + ago[0].length, addDays(calendar.today, -(word.value as number)));
  } else if (word.family === 'weekday') {
    const numbered = /^\s?ที่\s?(\d{1,2})(?![\d.:/%])/.exec(behind);
    if (numbered)
      return void add(
        word.start,
        word.end + numbered[0].length,
        weekdayOfMonth(word.value as number, Number(numbered[1]), calendar.today),
      );
    const before = words[index - 1];
    const past =
      (isWord(before, 'on-day') || (isWord(before, 'day') && (before.value ?? 1) <= 0)) &&
      onlySpace(text, before.end, word.start);
    const beside = next && onlySpace(text, word.end, next.start) ? next : undefined;
    const mark = isWord(beside, 'past-mark', 'next-mark', 'this-mark') ? beside : undefined;
    const family = nextOf ? 'next-mark' : mark?.family;
    if (text.slice(word.start, word.end).startsWith('วัน') || past || family !== undefined)
      add(
        word.start,
        nextOf ? word.end + nextOf[0].length : (mark?.end ?? word.end),
        weekday(
          word.value as number,
          family ?? (past || isDoneAround(words, index) ? 'past-mark' : null),
          calendar.today,
        ),
      );
  } else if (word.family === 'month-end') {
    const month =
      next?.family === 'month' && onlySpace(text.replaceAll('เดือน', '     '), word.end, next.start)
        ? next
        : null;
    if (text.slice(word.start, word.end) === 'สิ้น' && !month) return;
    const current = calendar.today.slice(0, 7);
    const iso = month
      ? datedAs(null, month.value as number, 1, calendar)
      : nextOf
        ? addDays(lastDayOfMonth(current), 1)
        : current;
    const end = month?.end ?? word.end + (nextOf?.[0].length ?? 0);
    if (iso) add(word.start, end, lastDayOfMonth(iso.slice(0, 7)));
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

/** Days to either side of today in which "วันพฤหัสที่ 25" is looked for. */
const ABOUT = 62;

/** @returns the nearest such day of a month that is that weekday, or null where there is none about. */
function weekdayOfMonth(wanted: number, dayOfMonth: number, today: string): string | null {
  for (let away = 0; away <= ABOUT; away++)
    for (const iso of [addDays(today, -away), addDays(today, away)])
      if (Number(iso.slice(8)) === dayOfMonth && new Date(`${iso}T00:00:00Z`).getUTCDay() === wanted)
        return iso;
  return null;
}
