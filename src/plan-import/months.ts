/** Months as people write them (`ม.ค. - มี.ค. 64`, `ไตรมาส 2`, ticks under headings), within one fiscal year. */
import { faultOf, plainDigits, shown, tidy } from './cells.ts';
import { type Problem, problem } from './problems.ts';
import type { PlanWords, RawCell, RawTick } from './raw.ts';

export type MonthsRead = { ok: true; months: string[] } | { ok: false; problem: Problem };
type Reading = { month: string } | { reason: 'month-outside' | 'month-unreadable' };

/** The twelve months of a fiscal year (B.E.), October first: `2020-10` … `2021-09` for 2564. */
export function fiscalMonths(fiscalYear: number): string[] {
  const year = fiscalYear - 543;
  return [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (month) => `${month >= 10 ? year - 1 : year}-${String(month).padStart(2, '0')}`,
  );
}

/**
 * A month whose year may be missing, short, B.E. or C.E.: the reading that lies in the fiscal year wins.
 * 64 is 2564 B.E., 21 is 2021 C.E., 1964 is what Excel makes of "Jan-64".
 */
function place(month: number, year: number | null, inYear: readonly string[]): Reading {
  if (month < 1 || month > 12) return { reason: 'month-unreadable' };
  const own = inYear.find((candidate) => Number(candidate.slice(5)) === month);
  if (!own) return { reason: 'month-unreadable' };
  if (year === null) return { month: own };
  const ownYear = Number(own.slice(0, 4));
  const short = year < 100 ? year : year >= 1943 && year < 2043 ? year % 100 : null;
  const fits = year === ownYear || year === ownYear + 543;
  const fitsShort = short !== null && (short === ownYear % 100 || short === (ownYear + 543) % 100);
  // A full C.E. year that is right for another year is wrong here: only Excel's 19xx is taken as short.
  const shortCounts = year < 100 || year < 2000;
  return fits || (fitsShort && shortCounts) ? { month: own } : { reason: 'month-outside' };
}

type Token = { kind: 'months'; months: Reading[] } | { kind: 'until' } | { kind: 'next' };

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

interface Grammar {
  month: string;
  rules: { pattern: RegExp; read: (match: RegExpExecArray, inYear: readonly string[]) => Token | null }[];
}

const grammars = new WeakMap<PlanWords, Grammar>();

/** The rules for one language, in the order they are tried; null tokens are skipped. */
function grammarOf(words: PlanWords): Grammar {
  const known = grammars.get(words);
  if (known) return known;
  const month = `(?:${anyOf(words.months.flat())})`;
  // In "ม.ค. 15 ก.พ." the 15 is a day of the month after it; above 31 it can only be a year.
  const digits = `(\\d{4}|[4-9]\\d|3[2-9]|\\d{2}(?!\\s*${month}))(?!\\d)`;
  const year = `(?:[\\s.'’/-]*?(?:${anyOf(words.era)})?\\s*${digits})`;
  const numberOf = (word: string): number => words.months.findIndex((forms) => forms.includes(word)) + 1;
  const one = (reading: Reading): Token => ({ kind: 'months', months: [reading] });
  const yearOf = (digits: string | undefined): number | null =>
    digits === undefined ? null : Number(digits);
  const rules: Grammar['rules'] = [
    {
      pattern: /(\d{4})-(\d{1,2})(?:-\d{1,2})?(?!\d)/y,
      read: (match, inYear) => one(place(Number(match[2]), Number(match[1]), inYear)),
    },
    {
      pattern: /(?:\d{1,2}\/)?(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y,
      read: (match, inYear) => one(place(Number(match[1]), Number(match[2]), inYear)),
    },
    {
      pattern: new RegExp(`(?:${anyOf(words.wholeYear)})(?:\\s*(?:${anyOf(words.era)})?\\s*\\d{4})?`, 'y'),
      read: (_match, inYear) => ({ kind: 'months', months: inYear.map((own) => ({ month: own })) }),
    },
    {
      pattern: new RegExp(
        `(?:${anyOf(words.quarter)})\\s*([1-4](?:\\s*(?:[-–,&/]|${anyOf([...words.until, ...words.and])})\\s*(?:${anyOf(words.quarter)})?\\s*[1-4])+)(?!\\d)`,
        'y',
      ),
      read: (match, inYear) => ({ kind: 'months', months: quarterMonths(match[1] ?? '', inYear, words) }),
    },
    {
      pattern: new RegExp(`(?:${anyOf(words.quarter)})\\s*([1-4])(?!\\d)`, 'y'),
      read: (match, inYear) => {
        const from = (Number(match[1]) - 1) * 3;
        return { kind: 'months', months: inYear.slice(from, from + 3).map((own) => ({ month: own })) };
      },
    },
    // "1-15 ม.ค.": the day says nothing about the month.
    { pattern: new RegExp(`\\d{1,2}(?:\\s*[-–]\\s*\\d{1,2})?(?=\\s*${month})`, 'y'), read: () => null },
    {
      pattern: new RegExp(`(${month})${year}?`, 'y'),
      read: (match, inYear) => one(place(numberOf(match[1] ?? ''), yearOf(match[2]), inYear)),
    },
    { pattern: new RegExp(`(?:${anyOf(words.filler)})`, 'y'), read: () => null },
    {
      pattern: new RegExp(`\\s*(?:${anyOf(words.until)}|<?[-–—~→]+>?|[←↔⟷↔]+)\\s*`, 'y'),
      read: () => ({ kind: 'until' }),
    },
    {
      pattern: new RegExp(`\\s*(?:[,;+&/\\n]|${anyOf(words.and)})\\s*`, 'y'),
      read: () => ({ kind: 'next' }),
    },
    { pattern: /\s+/y, read: () => null },
  ];
  const grammar = { month, rules };
  grammars.set(words, grammar);
  return grammar;
}

/** Months of several quarters: `1-3` is all three, `1 and 3` only those two. */
function quarterMonths(text: string, inYear: readonly string[], words: PlanWords): Reading[] {
  const numbers = (text.match(/[1-4]/g) ?? []).map(Number);
  const isSpan =
    numbers.length === 2 && (/[-–]/.test(text) || words.until.some((word) => text.includes(word)));
  const [first = 1, last = 1] = numbers;
  const quarters = isSpan ? [1, 2, 3, 4].filter((one) => one >= first && one <= last) : numbers;
  return quarters.flatMap((one) => inYear.slice((one - 1) * 3, one * 3).map((own) => ({ month: own })));
}

/** @returns the tokens of a text, or null when a part of it is not understood. */
function tokens(text: string, inYear: readonly string[], words: PlanWords): Token[] | null {
  const { rules } = grammarOf(words);
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    let moved = false;
    for (const { pattern, read } of rules) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match || match[0] === '') continue;
      const token = read(match, inYear);
      if (token) found.push(token);
      at = pattern.lastIndex;
      moved = true;
      break;
    }
    if (!moved) return null;
  }
  return found;
}

/** @param cell text, a date or nothing. @returns months of that fiscal year, ascending, each once. */
export function readMonths(cell: RawCell, fiscalYear: number, words: PlanWords): MonthsRead {
  const inYear = fiscalMonths(fiscalYear);
  const fail = (reason: Problem['reason']): MonthsRead => ({
    ok: false,
    problem: problem(cell.at, reason, shown(cell.value), String(fiscalYear)),
  });
  const { value } = cell;
  if (value === null) return { ok: true, months: [] };
  if (typeof value === 'object') {
    if ('fault' in value) return fail(value.fault);
    const reading = place(Number(value.day.slice(5, 7)), Number(value.day.slice(0, 4)), inYear);
    return 'month' in reading ? { ok: true, months: [reading.month] } : fail(reading.reason);
  }
  if (typeof value !== 'string') return fail('month-unreadable');
  const text = plainDigits(tidy(value)).toLowerCase();
  if (text === '' || words.nothing.includes(text)) return { ok: true, months: [] };
  const found = tokens(text, inYear, words);
  if (!found) return fail('month-unreadable');
  const chosen = new Set<string>();
  let span = false;
  let last: string | null = null;
  for (const token of found) {
    if (token.kind === 'until') {
      if (last === null || span) return fail('month-unreadable');
      span = true;
      continue;
    }
    if (token.kind === 'next') {
      if (span) return fail('month-unreadable');
      continue;
    }
    const months: string[] = [];
    for (const reading of token.months) {
      if (!('month' in reading)) return fail(reading.reason);
      months.push(reading.month);
    }
    const first = months[0];
    if (span && last !== null && first !== undefined) {
      if (first < last) return fail('months-backwards');
      for (const own of inYear) if (own >= last && own <= first) chosen.add(own);
    }
    span = false;
    for (const own of months) chosen.add(own);
    last = months.at(-1) ?? last;
  }
  if (span || chosen.size === 0) return fail('month-unreadable');
  return { ok: true, months: inYear.filter((own) => chosen.has(own)) };
}

/**
 * @param ticks in the order of the columns.
 * @returns the months ticked, an open arrow filling up to where it ends, and every mark that is wrong.
 */
export function readTicks(
  ticks: readonly RawTick[],
  fiscalYear: number,
  words: PlanWords,
): { months: string[]; problems: Problem[] } {
  const inYear = fiscalMonths(fiscalYear);
  const chosen = new Set<string>();
  const problems: Problem[] = [];
  let from: string | null = null;
  for (const { month, year, cell } of ticks) {
    const mark = markOf(cell, words);
    if (mark === 'none') continue;
    const fault = faultOf(cell);
    const reading = place(month, year, inYear);
    if (fault || mark === 'unclear' || !('month' in reading)) {
      const reason = mark === 'unclear' || 'month' in reading ? 'tick-unreadable' : reading.reason;
      problems.push(fault ?? problem(cell.at, reason, shown(cell.value), String(fiscalYear)));
      continue;
    }
    if (mark === 'end' && from !== null)
      for (const own of inYear) if (own >= from && own <= reading.month) chosen.add(own);
    if (mark === 'start') from = reading.month;
    else if (mark === 'end') from = null;
    chosen.add(reading.month);
  }
  return { months: inYear.filter((own) => chosen.has(own)), problems };
}

/** Reads one mark under a month's heading. */
function markOf(cell: RawCell, words: PlanWords): 'tick' | 'start' | 'end' | 'none' | 'unclear' {
  const { value } = cell;
  if (value === null || value === false || value === 0) return 'none';
  if (value === true || value === 1) return 'tick';
  if (typeof value === 'object') return 'unclear';
  const text = plainDigits(tidy(String(value)))
    .toLowerCase()
    .replaceAll(' ', '');
  if (text === '' || words.noTick.includes(text)) return 'none';
  if (words.tick.includes(text)) return 'tick';
  if (words.spanStart.includes(text)) return 'start';
  if (words.spanEnd.includes(text)) return 'end';
  return 'unclear';
}
