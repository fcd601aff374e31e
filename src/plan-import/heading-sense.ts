/** What one heading of a table announces, by its words: a field of the plan, money, months; find-tables and map-columns ask. */
import {
  headingPatterns as patterns,
  headingWords,
  type HeadingField,
  planOrResult,
} from '../text/plan-headings.ts';
import { moneyUnits, moneyWords, unitPrefixes } from '../text/plan-money-words.ts';
import { planWords } from '../text/plan-words.ts';
import { plainDigits, shown, tidy } from './cells.ts';
import { isNear } from './nearest-word.ts';
import type { RawValue } from './raw.ts';

export interface HeadingSense {
  field: HeadingField | null;
  /** What of money: all of it, a part, a sum, its spread over the year, or money that is no plan. */
  money: 'plain' | 'part' | 'total' | 'spread' | 'other' | null;
  /** Calendar months, 1 = January, with the year as written. */
  months: number[] | null;
  /** A year, B.E., that the heading names. */
  year: number | null;
  /** Two digits or four, as a month's heading writes its year. */
  monthYear: number | null;
  /** Only `plan`, `result` or `total`: says something under another heading. */
  under: 'plan' | 'result' | 'total' | null;
  /** How much of the heading the word explains, 0 to 1. */
  strength: number;
}

const NOTHING: HeadingSense = {
  field: null,
  money: null,
  months: null,
  year: null,
  monthYear: null,
  under: null,
  strength: 0,
};

/** Fields whose first word tells more than money further on: "source of the budget". */
const BEFORE_MONEY: readonly HeadingField[] = [
  'fund',
  'detail',
  'result',
  'price',
  'owner',
  'remark',
  'alignment',
  'objective',
  'indicator',
  'people',
  'place',
];

/** Lower case, Arabic digits, no spaces, brackets or what stands in them, nor marks at the end. */
export function headingKey(value: unknown): string {
  if (typeof value !== 'string') return '';
  return plainDigits(tidy(value))
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:"'“”]+/g, '')
    .replace(/[.,]+$/, (end) => (end === '.' ? '.' : ''))
    .toLowerCase();
}

const entries = (Object.entries(headingWords) as [HeadingField, readonly string[]][]).flatMap(
  ([field, words]) => words.map((word) => ({ field, word })),
);
const exact = new Map(entries.map(({ field, word }) => [word.replace(/\.$/, ''), field]));
const byLength = entries.toSorted((a, b) => b.word.length - a.word.length);

/** @param value text, a date or a number as it stands in the heading's cell. */
export function senseOf(value: RawValue): HeadingSense {
  if (typeof value === 'object' && value !== null && 'day' in value)
    return {
      ...NOTHING,
      months: [Number(value.day.slice(5, 7))],
      monthYear: Number(value.day.slice(0, 4)),
      strength: 1,
    };
  if (typeof value === 'number')
    return value > 2500 && value < 2650 ? { ...NOTHING, year: value, strength: 0.9 } : NOTHING;
  const text = shown(value);
  const known = senses.get(text);
  if (known) return known;
  const made = readSense(text);
  if (senses.size > 5000) senses.clear();
  senses.set(text, made);
  return made;
}
const senses = new Map<string, HeadingSense>();

function readSense(text: string): HeadingSense {
  const key = headingKey(text);
  if (key === '' || key.length > 120) return NOTHING;
  const time = timeOf(key, text);
  if (time) return time;
  const bare = key.replace(/\.$/, '');
  const year = yearIn(key);
  const own = exact.get(bare);
  const inBaht = unitOf(text) !== null;
  if (own && !(inBaht && ['unit', 'target', 'price'].includes(own)))
    return { ...NOTHING, field: own, year, strength: 1 };
  const under = underOf(bare);
  if (under) return { ...NOTHING, under, strength: 1 };
  if (patterns.yearOnly.test(bare)) return { ...NOTHING, year, strength: 1 };
  const first = byLength.find(({ word }) => word.length > 2 && bare.startsWith(word));
  if (first && BEFORE_MONEY.includes(first.field))
    return { ...NOTHING, field: first.field, strength: share(first.word, bare) };
  const money = moneyOf(bare, inBaht);
  if (money) return { ...NOTHING, money, year, strength: 0.9 };
  if (first) return { ...NOTHING, field: first.field, strength: share(first.word, bare) };
  const inside = byLength.find(({ word }) => word.length > 4 && bare.includes(word));
  if (inside) return { ...NOTHING, field: inside.field, strength: share(inside.word, bare) * 0.9 };
  const near = byLength.find(({ word }) => word.length > 2 && isNear(bare, word));
  return near ? { ...NOTHING, field: near.field, year, strength: 0.8 } : NOTHING;
}

function share(word: string, key: string): number {
  return Math.min(1, (word.length + 2) / key.length);
}

function moneyOf(key: string, inBaht: boolean): HeadingSense['money'] {
  const has = (words: readonly string[]): boolean => words.some((word) => key.includes(word));
  const isMoney = inBaht || has(moneyWords.any);
  const isOther = isMoney ? has(moneyWords.other) : moneyWords.other.some((word) => key.startsWith(word));
  if (isOther && !has(moneyWords.spread)) return 'other';
  if (has(moneyWords.spread) && isMoney) return 'spread';
  if (has(moneyWords.spread)) return 'spread';
  if (isMoney && has(moneyWords.total)) return 'total';
  if (has(moneyWords.part) && (isMoney || patterns.spending.test(key)))
    return isMoney && patterns.budgetFirst.test(key) ? 'plain' : 'part';
  return isMoney ? 'plain' : null;
}

function underOf(key: string): HeadingSense['under'] {
  if (planOrResult.plan.includes(key)) return 'plan';
  if (planOrResult.result.includes(key)) return 'result';
  return patterns.totalOnly.test(key) ? 'total' : null;
}

function yearIn(key: string): number | null {
  const found = /(?:^|\D)(25\d\d)(?:\D|$)/.exec(key)?.[1] ?? patterns.shortYear.exec(key)?.[1];
  if (found === undefined) return null;
  return found.length === 2 ? 2500 + Number(found) : Number(found);
}

const monthNames = planWords.months
  .flatMap((forms, index) => forms.map((form) => ({ key: headingKey(form), month: index + 1 })))
  .toSorted((a, b) => b.key.length - a.key.length);
const quarterWords = [...planWords.quarter].toSorted((a, b) => b.length - a.length);

/** A month, several in a row, or a quarter; null for all else. */
function timeOf(key: string, text: string): HeadingSense | null {
  const made = (months: number[], monthYear: number | null): HeadingSense => ({
    ...NOTHING,
    months,
    monthYear,
    strength: 1,
  });
  for (const word of quarterWords) {
    if (!key.startsWith(word)) continue;
    const quarter = patterns.beforeQuarter.exec(key.slice(word.length));
    if (!quarter) continue;
    const number =
      ['1', '2', '3', '4'].indexOf(quarter[1]!) + 1 || ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1]!) + 1;
    if ((quarter[2] ?? '').replace(patterns.afterQuarter, '').length > 12) continue;
    return made(
      [0, 1, 2].map((index) => ((number * 3 + 6 + index) % 12) + 1),
      null,
    );
  }
  const inside = key === '' ? headingKey(text.replace(/[()]/g, '')) : key;
  const first = monthAt(inside.replace(patterns.beforeMonth, ''));
  if (!first) return null;
  if (first.rest === '') return made([first.month], first.year);
  const last = monthAt(first.rest.replace(patterns.between, ''));
  if (!last || last.rest !== '') return null;
  const months: number[] = [];
  for (let month = first.month; months.length < 12; month = (month % 12) + 1) {
    months.push(month);
    if (month === last.month) break;
  }
  return made(months, null);
}

function monthAt(key: string): { month: number; year: number | null; rest: string } | null {
  const name = monthNames.find((candidate) => key.startsWith(candidate.key));
  if (!name) return null;
  let rest = key.slice(name.key.length);
  for (const era of planWords.era) if (rest.startsWith(era)) rest = rest.slice(era.length);
  const year = /^[.'’/-]?(\d{4}|\d{2})(?!\d)/.exec(rest);
  if (!year)
    return /^\d/.test(rest) ? null : { month: name.month, year: null, rest: rest.replace(/^\.$/, '') };
  return { month: name.month, year: Number(year[1]), rest: rest.slice(year[0].length) };
}

/**
 * The unit of money that a text names, as a power of ten of a baht: `(ล้านบาท)` is 6.
 * @returns null where it names none.
 */
export function unitOf(text: string): number | null {
  const key = plainDigits(tidy(text)).toLowerCase().replace(/\s+/g, '');
  const found = moneyUnits.find(({ word }) =>
    new RegExp(`(?:^|[^a-z])${word.replace(/\s/g, '')}(?![a-z])`).test(key),
  );
  return found?.power ?? null;
}

/** The unit that a line above a table sets: `หน่วย : พันบาท`, `(ล้านบาท)`; not money that is only mentioned. */
export function unitLine(text: string): number | null {
  const line = plainDigits(tidy(text)).toLowerCase();
  const after = unitPrefixes.map((prefix) => line.indexOf(prefix)).find((at) => at >= 0);
  const part = after === undefined ? line : line.slice(after);
  const bare = part.replace(patterns.unitWord, '').replace(/[\s:：()=.]/gu, '');
  const named = moneyUnits.find(({ word }) => bare === word.replace(/\s/g, ''));
  if (named) return named.power;
  if (after === undefined) return null;
  const begun = moneyUnits.find(({ word }) => bare.startsWith(word.replace(/\s/g, '')));
  return begun?.power ?? null;
}
