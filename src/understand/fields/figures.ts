/** What the role of a number or a day in a report is decided on: the words beside it, its unit and its size. */
import type { Activity } from '../../domain/activity.ts';
import type { Intent } from '../types.ts';
import type { PartText } from './part.ts';
import { type Bag, emptyBag, put, putBeginnings, putEachGram } from '../learn/bag.ts';
import { columnAbove } from './columns.ts';
import { masked } from '../learn/features.ts';
import { bahtOf, ownUnitAfter, wholeOf } from './units.ts';
import { type DateToken, isWord, type NumberToken, type Token } from '../tokens.ts';

/** Letters to either side that are read. */
const REACH = 36;

/** @param at place of the number among the tokens. */
export function figureBag(part: PartText, at: number, intent: Intent): Bag {
  const { text, tokens, from, to, activity, rules } = part;
  const token = tokens[at] as NumberToken;
  const bag = beside(text, tokens, at, from, to);
  const { value } = token;
  const size = value === 0 ? 'zero' : value < 1 ? 'part' : String(Math.min(8, Math.floor(Math.log10(value))));
  put(bag, `size:${size}`);
  put(
    bag,
    `round:${value % 1000 === 0 ? 3 : value % 100 === 0 ? 2 : value % 10 === 0 ? 1 : value % 1 === 0 ? 0 : -1}:${size}`,
  );
  put(bag, `large:${token.large}:${size}`);
  if (token.vague) put(bag, 'vague');
  if (token.odd) put(bag, 'odd');
  if (value > 100) put(bag, 'over hundred');
  if (!part.blind) {
    const { spent, actual, percent } = rules.fields;
    put(
      bag,
      `rules:${spent === value * 100 ? 'spent' : '-'}:${actual?.value === value ? 'actual' : '-'}:${percent === value ? 'percent' : percent === 100 - value ? 'left' : '-'}`,
    );
    put(bag, `rules spent:${spent === null ? '-' : spent === value * 100 ? 'this' : 'other'}`);
  }
  put(bag, `cost:${isCost(text, from, token.start)}:${size}`);
  const heading = columnAbove(text, token.start);
  for (const { family } of heading ?? []) put(bag, `n-1:${family}`, 1.5);
  if (heading) put(bag, `heading:${heading.map(({ family }) => family).join()}`);
  const whole = wholeOf(text, tokens, at);
  const before = wholeBefore(text, tokens, at);
  put(bag, `whole:${whole !== null}:${before}`, 2);
  const counted = whole ?? token;
  const own =
    ownUnitAfter(text, counted.end, part.units) !== null ||
    ownUnitAfter(text, token.end, part.units) !== null;
  const unit = unitBehind(counted, tokens[tokens.indexOf(counted, at) + 1]);
  put(bag, `whole own:${whole !== null}:${before}:${own}`, 2);
  put(bag, `own:${own}`);
  put(bag, `unit:${unit}`);
  put(bag, `own unit:${own}:${unit}:${size}`);
  const kind = bahtOf(activity?.unit) === null ? (KINDS[activity?.unit ?? '-'] ?? 'thing') : 'money';
  put(bag, `counts:${kind}:${unit}`);
  const { budgetBaht, target } = limitsOf(activity);
  if (budgetBaht !== null)
    put(
      bag,
      `budget:${value === budgetBaht ? 'same' : value > budgetBaht ? 'over' : value > budgetBaht / 50 ? 'within' : 'small'}:${unit === 'baht'}`,
    );
  if (target !== null)
    put(bag, `target:${value === target ? 'same' : value > target ? 'over' : 'within'}:${own}:${kind}`);
  const { numbers, most, sum } = numbersOf(part);
  const place = numbers.findIndex((one) => one.token === token);
  put(bag, `place:${Math.min(3, place)}:${numbers.length > 3 ? 'many' : numbers.length}`);
  const last = place === numbers.length - 1;
  put(bag, `last:${last}`);
  if (intent === 'undo') put(bag, `undo:${last}:${numbers.length > 1}`, 2);
  if (most <= value) put(bag, `largest:${numbers.length > 1}`);
  if (numbers.length > 2 && Math.abs(sum - 2 * value) < 0.01) put(bag, 'sum of all');
  const sameUnit = numbers.filter((one) => one.token !== token && one.unit === unit);
  const larger = sameUnit.every((one) => one.token.value < value);
  put(bag, `same unit:${unit}:${Math.min(2, sameUnit.length)}:${larger}`);
  return bag;
}

const COST = /ค่า(?!เฉลี่ย|เป้า|ฝุ่น|ระดับ|น้ำหนัก)[ก-๎a-z\s.]{2,30}$/;

/** "ค่าแรงสามพัน", "ค่าห้อง 8,000": a figure right behind what it was paid for. */
export function isCost(text: string, from: number, start: number): boolean {
  return COST.test(text.slice(Math.max(from, start - 34), start));
}

interface Numbers {
  /** Each with what stands right behind it. */
  numbers: readonly { token: NumberToken; unit: string }[];
  most: number;
  sum: number;
}

const known = new WeakMap<PartText, Numbers>();

/** @returns the numbers of a part, gathered once for all of them. */
function numbersOf(part: PartText): Numbers {
  let found = known.get(part);
  if (!found) known.set(part, (found = gathered(part)));
  return found;
}

function gathered({ tokens, from, to }: PartText): Numbers {
  const numbers = tokens.flatMap((token, at) =>
    token.kind === 'number' && token.start >= from && token.end <= to
      ? [{ token, unit: unitBehind(token, tokens[at + 1]) }]
      : [],
  );
  let [most, sum] = [0, 0];
  for (const { token } of numbers) [most, sum] = [Math.max(most, token.value), sum + token.value];
  return { numbers, most, sum };
}

const KINDS: Readonly<Record<string, string>> = { ร้อยละ: 'percent', คน: 'person', คะแนน: 'score', '-': '-' };

/** Whether the number before it is a part of this one. */
function wholeBefore(text: string, tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--)
    if (tokens[back]?.kind === 'number') return wholeOf(text, tokens, back) === tokens[at];
  return false;
}

function unitBehind(number: Token, next: Token | undefined): string {
  return next && next.kind === 'word' && next.start - number.end <= 1 ? next.family : '-';
}

export function limitsOf(activity: Activity | null): { budgetBaht: number | null; target: number | null } {
  return {
    budgetBaht:
      activity?.budget === null || activity?.budget === undefined ? null : Number(activity.budget) / 100,
    target: activity?.target ? activity.target * (bahtOf(activity.unit) ?? 1) : (activity?.target ?? null),
  };
}

/** @param at place of the day among the tokens. */
export function dayBag(part: PartText, at: number): Bag {
  const { text, tokens, from, to, today, rules } = part;
  const token = tokens[at] as DateToken;
  const bag = beside(text, tokens, at, from, to);
  const when = token.iso > today ? 'ahead' : token.iso === today ? 'today' : 'past';
  put(bag, `when:${when}`);
  if (!part.blind)
    put(
      bag,
      `rules:${rules.fields.date === token.iso ? 'this' : rules.fields.date === null ? '-' : 'other'}`,
    );
  const days = tokens.filter(
    (one): one is DateToken => one.kind === 'date' && one.start >= from && one.end <= to,
  );
  const place = days.indexOf(token);
  put(bag, `place:${place}:${Math.min(3, days.length)}:${when}`);
  put(
    bag,
    `others:${days.some((one) => one !== token && one.iso <= today)}:${days.some((one) => one !== token && one.iso > today)}:${when}`,
  );
  for (const one of tokens)
    if (
      one.kind === 'word' &&
      one.start >= from &&
      one.end <= to &&
      isWord(one, 'postpone', 'cancel', 'done', 'will', 'planned', 'letter', 'spend', 'report-noun', 'target')
    )
      put(bag, `has:${one.family}:${one.start < token.start ? 'before' : 'after'}:${when}`);
  return bag;
}

/** Letters and words to either side, near ones by their distance. */
function beside(text: string, tokens: readonly Token[], at: number, from: number, to: number): Bag {
  const bag = emptyBag();
  const token = tokens[at] as Token;
  put(bag, 'bias');
  const left = masked(text, tokens, Math.max(from, token.start - REACH), token.start).slice(0, -1);
  const right = masked(text, tokens, token.end, Math.min(to, token.end + REACH)).slice(1);
  putBeginnings(bag, 'l|', [...left].reverse().join(''), 12, 0.7);
  putBeginnings(bag, 'r|', right, 12, 0.7);
  putEachGram(bag, 'L|', left.slice(-22), 3, 5, 0.12);
  putEachGram(bag, 'R|', right.slice(0, 22), 3, 5, 0.12);
  const near: string[] = [];
  for (const step of [-1, 1]) {
    let seen = 0;
    for (let other = at + step; seen < 4; other += step) {
      const one = tokens[other];
      if (!one || one.start < from || one.end > to) break;
      if (isWord(one, 'neutral', 'particle')) continue;
      seen++;
      const kind = one.kind === 'word' ? one.family : `<${one.kind}>`;
      const line = text.slice(Math.min(one.end, token.end), Math.max(one.start, token.start)).includes('\n');
      if (line) break;
      put(bag, `n${step * seen}:${kind}`);
      put(bag, `n${step}:${kind}`, 0.6);
      if (seen === 1) near.push(kind);
    }
    if (seen === 0) near.push('-');
  }
  put(bag, `between:${near.join('|')}`);
  return bag;
}
