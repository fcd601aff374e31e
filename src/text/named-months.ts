/** How people name months, quarters and halves of the fiscal year: "มี.ค. 64", "ม.ค.-มี.ค.", "ไตรมาสที่ 2", "ครึ่งปีแรก", "เดือนที่แล้ว"; plain text, read by questions of time. */
import type { MonthsNamed } from '../domain/plan-months.ts';
import { planWords } from './plan-words.ts';

/** A name of letters alone may begin another word: "มีค" "มีคน". */
const MONTHS = planWords.months.flatMap((names, at) =>
  names
    .filter((name) => !name.includes(' '))
    .map((name) => ({ name, month: at + 1, pattern: `${name.replaceAll('.', '\\.')}${endOf(name)}` })),
);
const LONGEST_FIRST = MONTHS.toSorted((a, b) => b.name.length - a.name.length);
// "may" is a word of its own
const MONTH = `(?<![ก-๙a-z.]|may\\s)(?:เดือน\\s*|in |of )?(${LONGEST_FIRST.filter(({ name }) => name !== 'may')
  .map(({ pattern }) => pattern)
  .join('|')}|(?<=in |of )may)`;
/** Thai is written without spaces: a name in full, or with its points, stands behind any word. */
const WITHIN = `(?:เดือน\\s*)?(${LONGEST_FIRST.filter(({ name }) => /^[ก-๙]{4,}$|\.[ก-๙]\.?$/.test(name))
  .map(({ pattern }) => pattern)
  .join('|')})`;
const YEAR = '(?:\\s*(?:ปี|พ\\.?\\s?ศ\\.?|/)*\\s*((?:25|20)\\d\\d|[5-9]\\d)(?!\\d|[.,)]|\\s*(?:คน|บาท|%)))?';
const UNTIL = '\\s*(?:-|–|ถึง|จนถึง|to|until)\\s*';
const monthsIn = (month: string): RegExp => new RegExp(`${month}${YEAR}(?:${UNTIL}${month}${YEAR})?`);
const ANY_MONTH = [monthsIn(WITHIN), monthsIn(MONTH)];

const NTH: Readonly<Record<string, number>> = {
  แรก: 1,
  หนึ่ง: 1,
  สอง: 2,
  สาม: 3,
  สี่: 4,
  สุดท้าย: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
};
const SHIFT: Readonly<Record<string, number>> = {
  นี้: 0,
  ปัจจุบัน: 0,
  หน้า: 1,
  ถัดไป: 1,
  ต่อไป: 1,
  ที่แล้ว: -1,
  ก่อน: -1,
  ที่ผ่านมา: -1,
  this: 0,
  current: 0,
  next: 1,
  previous: -1,
};
const FROM_NOW = 'นี้|ปัจจุบัน|หน้า|ถัดไป|ต่อไป|ที่แล้ว|ก่อน|ที่ผ่านมา';
/** With the slips ไตรมาศ, ไตรมาท, ไตมาส. */
const QUARTER_WORD = 'ไตร?มา(?:ส|ศ|ท|ศส|สต์)(?:\\s*ที่|\\s*ที)?';
const QUARTER = new RegExp(
  `${QUARTER_WORD}\\s*([1-4]|แรก|หนึ่ง|สอง|สาม|สี่|สุดท้าย)(?![\\d,]|\\.\\d)${YEAR}|\\b(?:q|quarter )\\s?([1-4])(?!\\d)${YEAR}|\\b(first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter${YEAR}`,
);
const QUARTER_FROM_NOW = new RegExp(
  `${QUARTER_WORD.replace('(?:\\s*ที่|\\s*ที)?', '')}\\s*(${FROM_NOW})|\\b(this|current|next|previous) quarter`,
);
const MONTH_FROM_NOW = new RegExp(`เดือน\\s*(${FROM_NOW})|\\b(this|next|previous) month`);
const HALF = new RegExp(`ครึ่งปี(?:งบ(?:ประมาณ)?)?\\s*(แรก|หลัง)${YEAR}|\\b(first|second) half`);

/** @param plain typed words. @returns what is named, and the words that name it; null for nothing. */
export function stretchNamed(plain: string): { said: string; named: MonthsNamed } | null {
  const quarter = QUARTER.exec(plain);
  if (quarter) {
    const [said, thai, thaiYear, short, shortYear, english, englishYear] = quarter;
    const nth = (thai ?? short ?? english)!;
    const number = NTH[nth] ?? Number.parseInt(nth, 10);
    return { said, named: { of: 'quarter', number, year: yearOf(thaiYear ?? shortYear ?? englishYear) } };
  }
  const fromNow = QUARTER_FROM_NOW.exec(plain);
  if (fromNow)
    return {
      said: fromNow[0],
      named: { of: 'quarter-from-now', shift: SHIFT[(fromNow[1] ?? fromNow[2])!]! },
    };
  const month = MONTH_FROM_NOW.exec(plain);
  if (month)
    return { said: month[0], named: { of: 'month-from-now', shift: SHIFT[(month[1] ?? month[2])!]! } };
  const half = HALF.exec(plain);
  if (half)
    return {
      said: half[0],
      named: {
        of: 'half',
        number: half[1] === 'หลัง' || half[3] === 'second' ? 2 : 1,
        year: yearOf(half[2]),
      },
    };
  for (const pattern of ANY_MONTH) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [said, first, firstYear, last, lastYear] = found;
    const from = numberOf(first!);
    const to = last === undefined ? from : numberOf(last);
    // the year of the last one is said of both: "ต.ค.-ธ.ค. 63", "ต.ค.-มี.ค. 64"
    const until = yearOf(lastYear);
    const year = yearOf(firstYear) ?? (until === null ? null : to < from ? until - 1 : until);
    return { said, named: { of: 'months', from, to, year } };
  }
  return null;
}

function numberOf(said: string): number {
  return MONTHS.find(({ name }) => name === said)!.month;
}

/** What may not follow: a name of three letters begins other words. */
function endOf(name: string): string {
  if (/^[ก-๙]{2,3}$/.test(name)) return '(?![ก-๙])';
  return /[a-z]$/.test(name) ? '(?![a-z])' : '';
}

/** "64", "2564" and "2021" are years of the Buddhist era, or made one. */
function yearOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  const year = Number(said);
  return year < 100 ? 2500 + year : year < 2400 ? year + 543 : year;
}
