/** Money as people write it in a cell, digit by digit into whole satang; the reading of rows and columns asks. */
import type { Satang } from '../domain/money.ts';
import { MAX_SATANG } from '../domain/money.ts';
import { noMoney } from '../text/plan-money-words.ts';
import { planWords } from '../text/plan-words.ts';
import { plainDigits, tidyLines } from './cells.ts';
import { satangOf, shifted } from './digits.ts';
import type { GridCell } from './source.ts';

export interface MoneyRead {
  /** null: nothing is said. */
  satang: Satang | null;
  /** The source of the money, where the cell names it. */
  fund: string | null;
  /** Several sums were added up. */
  added: Satang[];
}

const NONE: MoneyRead = { satang: null, fund: null, added: [] };

/** @param power of ten of a baht, for what names no unit itself. @returns null where it cannot be read for certain. */
export function readMoneyCell(cell: GridCell | undefined, power: number): MoneyRead | null {
  const value = cell?.value ?? null;
  if (value === null || value === false) return NONE;
  if (typeof value === 'number') return inRange(satangOf(shifted(value, 0), shownPower(cell!, power)).satang);
  if (typeof value !== 'string') return null;
  return readMoneyText(value, power);
}

/** A format that hides thousands shows what the heading's unit counts: the number itself is then in baht. */
export function shownPower({ hiddenScale = 0 }: GridCell, power: number): number {
  return Math.max(0, power - hiddenScale);
}

function inRange(satang: Satang): MoneyRead | null {
  return satang < 0 || satang > MAX_SATANG ? null : { ...NONE, satang };
}

const currency = planWords.currency.map((word) => word.replace('.', '\\.')).join('|');
const multiples = planWords.multiples.map(({ word }) => word).join('|');
/** A number, the multiple and the currency after it. */
const AMOUNT = new RegExp(
  `(?<![\\d.,/])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![\\d,/])\\s*(${multiples})?\\s*(${currency}|\\.-+|,-+|-(?=\\s|$))?`,
  'g',
);

/** @param text of a cell, with its lines. */
export function readMoneyText(text: string, power: number): MoneyRead | null {
  const typed = plainDigits(tidyLines(text)).toLowerCase();
  const inside = /^\(([^()\d]*)\)$/.exec(typed)?.[1]?.trim();
  const plain = inside ?? typed;
  if (plain === '' || planWords.nothing.includes(plain)) return NONE;
  if (planWords.free.includes(plain) || (noMoney.test(plain) && !/\d/.test(plain)))
    return { ...NONE, satang: 0 };
  // Less than nothing is no budget.
  if (/^(?:[-\u2212]\s*|\()\d[\d,.]*\)?$/.test(plain)) return null;
  const found = [...plain.matchAll(AMOUNT)];
  if (found.length === 0) return null;
  // "10.000" is ten, or ten thousand typed with a point
  if (found.some(([, , fraction = '', multiple]) => fraction.length === 4 && !multiple && power === 0))
    return null;
  const around = plain.replace(AMOUNT, '\ue000');
  const rest = around
    .split('\ue000')
    .map((part) => part.replace(/[()\s:=+;]+/g, ' ').trim())
    .filter((part) => part !== '' && !planWords.nothing.includes(part));
  const amounts = found.map(([, whole = '', fraction = '', multiple, unit]) => {
    const times = planWords.multiples.find(({ word }) => word === multiple)?.times;
    const own = times === undefined ? (isBaht(unit) ? 0 : power) : Math.log10(times);
    return { ...satangOf(whole.replaceAll(',', '') + fraction, Math.round(own)), named: unit !== undefined };
  });
  if (amounts.length === 1) {
    const [only] = amounts as [(typeof amounts)[0]];
    const grouped = /,\d{3}/.test(found[0]![0]);
    const inBrackets = /\ue000\s*\(|\)\s*\ue000|\ue000\s*\n|\n\s*\ue000/.test(around);
    // "10 plots" is no money: a number with words needs a currency, thousands or brackets beside it.
    if (rest.length > 0 && !only.named && !grouped && !inBrackets) return null;
    const read = inRange(only.satang);
    return read && { ...read, fund: rest.length > 0 ? rest.join(' ') : null };
  }
  return severalIn(plain, amounts, rest, power);
}

function isBaht(unit: string | undefined): boolean {
  return unit !== undefined && planWords.currency.includes(unit);
}

/** Several sums in one cell are added up where every line is one, or the last says what they come to. */
function severalIn(
  plain: string,
  amounts: readonly { satang: Satang; named: boolean }[],
  rest: readonly string[],
  power: number,
): MoneyRead | null {
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const read = lines.map((line) => readMoneyText(line, power));
  if (read.some((one) => one === null || one.satang === null)) return null;
  const sums = read.map((one) => one!.satang!);
  const last = sums.at(-1)!;
  const before = sums.slice(0, -1).reduce((sum, one) => sum + one, 0);
  const total = planWords.total.some((word) => lines.at(-1)!.trim().startsWith(word));
  if (total && last !== before) return null;
  const satang = total ? last : before + last;
  if (amounts.length < lines.length) return null;
  return satang > MAX_SATANG ? null : { satang, fund: rest.length > 0 ? rest.join(' ') : null, added: sums };
}
