/** Text, money and numbers out of single cells; used by the head and the rows of a plan being brought in. */
import { MAX_SATANG, type Satang } from '../domain/money.ts';
import { satangOf, shifted } from './digits.ts';
import { type Note, noteThat, type Problem, problem } from './problems.ts';
import type { PlanWords, RawCell, RawValue } from './raw.ts';

export type Read<T> = { ok: true; value: T; notes?: Note[] } | { ok: false; problem: Problem };

const good = <T>(value: T): Read<T> => ({ ok: true, value });
const bad = <T>(found: Problem): Read<T> => ({ ok: false, problem: found });

/** Thai digits to Arabic ones. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** One line: composed letters, sara am in one piece, no invisible marks or ones that turn the direction, single spaces. */
export function tidy(text: string): string {
  return tidyLines(text).replace(/\s+/g, ' ').trim();
}

/** What fonts of old Windows kept in private places: U+F700 to U+F71A, moved marks and letters without their feet. */
const MARKS =
  '\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a';

/** As tidy, keeping line breaks. */
export function tidyLines(text: string): string {
  return (
    text
      .replace(/[\uf700-\uf71a]/g, (mark) => MARKS[mark.charCodeAt(0) - 0xf700]!)
      .normalize('NFC')
      // A copy of a PDF puts a space before a mark that stands above its letter.
      .replace(/([\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a]?)[ \u00a0](?=[\u0e47-\u0e4e])/g, '$1')
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
      .replace(
        /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u00ad]|(?![\n\r\t])\p{Cc}|\p{Cs}/gu,
        '',
      )
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+/g, ' ')
      .trim()
  );
}

/** What stood in a cell, for messages. */
export function shown(value: RawValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return 'day' in value ? value.day : value.text;
  return String(value);
}

export function isEmptyCell(cell: RawCell | undefined): boolean {
  if (!cell) return true;
  return cell.value === null || (typeof cell.value === 'string' && tidy(cell.value) === '');
}

/** The problem of a cell that holds no usable value, or null. */
export function faultOf(cell: RawCell): Problem | null {
  if (typeof cell.value === 'object' && cell.value !== null && 'fault' in cell.value)
    return problem(cell.at, cell.value.fault, cell.value.text);
  return null;
}

/** @returns the words of a cell, null when it is empty. */
export function readText(cell: RawCell | undefined, max: number, lines = false): Read<string | null> {
  if (!cell || isEmptyCell(cell)) return good(null);
  const fault = faultOf(cell);
  if (fault) return bad(fault);
  const { value } = cell;
  if (typeof value === 'boolean' || typeof value === 'object')
    return bad(problem(cell.at, 'not-text', shown(value)));
  const text = lines ? tidyLines(String(value)) : tidy(String(value));
  if (text.length > max) return bad(problem(cell.at, 'text-too-long', text, String(max)));
  return good(text);
}

/**
 * Baht in a cell as satang, digit by digit: `30,000`, `๓๐,๐๐๐ บาท`, `1.5 ล้านบาท`, `-`.
 * @param power of ten of a baht that a number counts in where it names no unit itself.
 */
export function readMoney(cell: RawCell | undefined, words: PlanWords, power = 0): Read<Satang | null> {
  if (!cell || isEmptyCell(cell)) return good(null);
  const fault = faultOf(cell);
  if (fault) return bad(fault);
  const { value, at } = cell;
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? moneyOf(shifted(value, 0), power, cell)
      : bad(problem(at, 'money-unreadable', shown(value)));
  if (typeof value !== 'string') return bad(problem(at, 'money-unreadable', shown(value)));
  const text = plainDigits(tidy(value)).toLowerCase();
  if (words.nothing.includes(text)) return good(null);
  if (words.free.includes(text)) return good(0);
  const amount = amountOf(text, words, power);
  return amount === null
    ? bad(problem(at, 'money-unreadable', value))
    : moneyOf(amount.digits, amount.power, cell);
}

function amountOf(text: string, words: PlanWords, power: number): { digits: string; power: number } | null {
  let rest = text;
  let negative = false;
  if (/^\(.*\)$/.test(rest)) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  let own = power;
  for (const word of words.currency) {
    if (rest.endsWith(word)) [rest, own] = [rest.slice(0, -word.length).trim(), 0];
    if (rest.startsWith(word)) [rest, own] = [rest.slice(word.length).trim(), 0];
  }
  for (const multiple of words.multiples) {
    if (!rest.endsWith(multiple.word)) continue;
    own = Math.round(Math.log10(multiple.times));
    rest = rest.slice(0, -multiple.word.length).trim();
    break;
  }
  rest = rest.replace(/\.-+$/, '');
  const match = /^([-\u2212\u2013])?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/.exec(rest);
  if (!match) return null;
  const digits = (match[2] ?? '').replaceAll(',', '') + (match[3] ?? '');
  return { digits: match[1] || negative ? `-${digits}` : digits, power: own };
}

function moneyOf(digits: string, power: number, cell: RawCell): Read<Satang | null> {
  const text = shown(cell.value);
  const { satang, exact } = satangOf(digits, power);
  if (satang < 0) return bad(problem(cell.at, 'money-negative', text));
  if (satang > MAX_SATANG) return bad(problem(cell.at, 'money-too-large', text, String(MAX_SATANG / 100)));
  if (exact) return good(satang);
  return {
    ok: true,
    value: satang,
    notes: [noteThat(cell.at, 'budget-rounded', text, String(satang / 100))],
  };
}

const TARGET_LIMIT = 1e12;

/** A target, with the unit that stood in the same cell: `85`, `ร้อยละ 85`, `90 คน`. */
export function readTarget(
  cell: RawCell | undefined,
  words: PlanWords,
): Read<{ target: number | null; unit: string | null }> {
  if (!cell || isEmptyCell(cell)) return good({ target: null, unit: null });
  const fault = faultOf(cell);
  if (fault) return bad(fault);
  const { value, at } = cell;
  if (typeof value === 'number') return inRange(value, null, cell);
  if (typeof value !== 'string') return bad(problem(at, 'target-unreadable', shown(value)));
  const text = plainDigits(tidy(value));
  if (words.nothing.includes(text.toLowerCase())) return good({ target: null, unit: null });
  const match = /^([^\d]*?)(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)([^\d]*)$/.exec(text);
  if (!match) return bad(problem(at, 'target-unreadable', value));
  const [, before = '', digits = '', after = ''] = match;
  const around = [before.trim(), after.trim()].filter((part) => part !== '');
  if (around.length > 1) return bad(problem(at, 'target-unreadable', value));
  return inRange(Number(digits.replaceAll(',', '')), around[0] ?? null, cell);
}

function inRange(
  target: number,
  unit: string | null,
  cell: RawCell,
): Read<{ target: number | null; unit: string | null }> {
  if (target >= 0 && target <= TARGET_LIMIT) return good({ target, unit });
  return bad(problem(cell.at, 'target-out-of-range', shown(cell.value)));
}
