/** Finds days in a text: in digits, with month names, Buddhist or Christian era, weekdays and days counted from today. */
import { addDays } from '../../domain/fiscal-year.ts';
import { type Calendar, datedAs, validDay } from './calendar.ts';
import { addWordDate } from './worded-days.ts';
import { type DateToken, firstFrom, isWord, onlySpace, type Word } from '../tokens.ts';

const NUMERIC = /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/y;
const ISO = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const DAY_MONTH = /(\d{1,2})\/(\d{1,2})(?![\d/]|\s*(?:คน|ชิ้น|ราย|ท่าน))/y;
const DAY = /(\d{1,2})(?:\s*(?:-|ถึง|และ|,|กับ|\+)\s*(?:วันที่\s*)?\d{1,2})*\s*(?:เดือน\s*)?/y;
const YEAR =
  /\s*(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี)?\s*(\d{4}|\d{2})(?![\d,%]|\.\d|\s*(?:คน|บาท|บ\.|ชิ้น|เปอร์|%|ราย|ท่าน|แห่ง|คะแนน|น\.|ครั้ง))/y;
const RELATIVE = /(อีก\s*)?(\d{1,3})\s*วัน(ก่อน|ที่แล้ว|ที่ผ่านมา|ข้างหน้า)?/y;
const DAY_OPENER = /วันที่\s*/y;
const DAY_OF_MONTH =
  /(?:วันที่|วัน ที่)\s*(\d{1,2})(?:\s*-\s*\d{1,2})?(?![\d/.:%])(?:\s*เดือน\s?(\d{1,2})(?!\d))?(\s*(?:เดือนนี้|นี้|เดือนหน้า|เดือนที่แล้ว|เดือนก่อน))?/y;

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
    const found = dated ?? wordedDay(text, at, words, calendar, digit);
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
  if (iso) return found(at, iso, datedAs(Number(iso[1]), Number(iso[2]), Number(iso[3]), calendar));
  const numeric = sticky(NUMERIC, text, at);
  if (numeric) {
    const iso = datedAs(Number(numeric[4]), Number(numeric[3]), Number(numeric[1]), calendar);
    if (
      iso !== null &&
      (numeric[2] !== '.' || (numeric[4] as string).length === 4 || Number(numeric[4]) >= 50)
    )
      return found(at, numeric, iso);
  }
  const withMonth = namedMonth(text, at, words, calendar);
  if (withMonth) return withMonth;
  const short = sticky(DAY_MONTH, text, at);
  const before = text.slice(Math.max(0, at - 8), at);
  // "เสร็จ 4/6" may be four of six
  const isPart = /(?:จัด|เสร็จ)\s*$/.test(before) && Number(short?.[1]) <= Number(short?.[2]);
  if (short && Number(short[2]) <= 12 && !isPart && /(?:วันที่|เมื่อ|ตั้งแต่|ภายใน|เป็น|จัด|เสร็จ)\s*$/.test(before))
    return found(at, short, datedAs(null, Number(short[2]), Number(short[1]), calendar));
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
  const written = sticky(YEAR, text, month.end);
  const year = written && isYear(written, words, month.end + written[0].length, calendar) ? written : null;
  const iso = datedAs(year ? Number(year[1]) : null, month.value as number, Number(day[1]), calendar);
  if (iso === null) return null;
  return { end: month.end + (year ? year[0].length : 0), iso };
}

/** Two figures behind a month are a year when it is one of these years, and nothing is counted in them: "11-17 เม.ย. 16 จุด". */
function isYear(written: RegExpExecArray, words: readonly Word[], end: number, { today }: Calendar): boolean {
  const year = Number(written[1]);
  if (year >= 100) return true;
  const counted = words[firstFrom(words, end)];
  if (
    counted &&
    counted.start - end <= 1 &&
    isWord(counted, 'person', 'classifier', 'piece', 'score', 'percent', 'baht')
  )
    return false;
  const now = Number(today.slice(0, 4));
  return Math.abs(2500 + year - 543 - now) <= 20 || Math.abs(2000 + year - now) <= 3;
}

function wordedDay(
  text: string,
  at: number,
  words: readonly Word[],
  calendar: Calendar,
  digit: boolean,
): Found {
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
  const end = at + inMonth[0].length;
  const named = words[firstFrom(words, end)];
  // "วันที่ 31 ก.พ." is no day of this month either
  if (isWord(named, 'month') && onlySpace(text, end, named.start)) return null;
  if (inMonth[2]) return found(at, inMonth, datedAs(null, Number(inMonth[2]), Number(inMonth[1]), calendar));
  const shift = /หน้า/.test(inMonth[3] ?? '') ? 1 : /แล้ว|ก่อน/.test(inMonth[3] ?? '') ? -1 : 0;
  const [year, month] = calendar.today.split('-').map(Number) as [number, number];
  const iso = validDay(
    year + Math.floor((month - 1 + shift) / 12),
    ((month - 1 + shift + 12) % 12) + 1,
    Number(inMonth[1]),
  );
  return iso === null ? null : { end, iso };
}
