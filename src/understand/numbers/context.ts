/** What stands around a number: the nearest telling word before it and the unit after it; shared by money and measures. */
import { unitAfter } from './numbers.ts';
import { firstFrom, isWord, type NumberToken, onlySpace, type Token, type Word } from '../tokens.ts';
import type { Family } from '../words/families.ts';
import { ORDINAL_BEFORE } from '../words/measures.ts';

export interface Quantity {
  token: NumberToken;
  at: number;
  unit: Word | null;
  /** Telling words before it, nearest first, up to the number, date or line before. */
  before: Word[];
  /** "ร้อยละ" right before it. */
  perHundred: boolean;
}

/** No report names more. */
const MAX_QUANTITIES = 200;

/** Unknown letters allowed between a telling word and its number. */
const REACH = 30;

/** @returns each number among the tokens with its surroundings. */
export function quantitiesOf(text: string, tokens: readonly Token[]): Quantity[] {
  const quantities: Quantity[] = [];
  for (const [at, token] of tokens.entries()) {
    if (quantities.length >= MAX_QUANTITIES) break;
    if (token.kind !== 'number' || isLabel(text, token)) continue;
    quantities.push({
      token,
      at,
      unit: realUnit(text, unitAfter(text, tokens, at)),
      before: tellingBefore(text, tokens, at),
      perHundred: isPerHundred(text, tokens, at),
    });
  }
  return quantities;
}

/** A word right after a number that is no unit belongs to what follows. */
function realUnit(text: string, word: Word | null): Word | null {
  if (word && isGivingBack(text, word)) return null;
  // "เบิก 200,000 งวดที่ 2": the instalment that follows
  if (isWord(word, 'classifier') && /^\s?ที่\s?\d/.test(text.slice(word.end, word.end + 6))) return null;
  return isWord(
    word,
    'baht',
    'percent',
    'person',
    'piece',
    'score',
    'classifier',
    'unit-of-time',
    'magnitude',
    'lead',
  )
    ? word
    : null;
}

/** "เครื่องละ 249,000", "โรงเรียนละ 2 คน": of each, not of all. */
export function isOfEach(text: string, tokens: readonly Token[], { at }: Quantity): boolean {
  const [counted, each, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  return (
    each !== undefined &&
    text.slice(each.start, each.end) === 'ละ' &&
    // a name may end in what is counted: "ซื้อเครื่องละ"
    (isWord(counted, 'classifier', 'person', 'piece', 'unit-of-time', 'lead') ||
      counted?.kind === 'mention') &&
    counted.end === each.start &&
    onlySpace(text, each.end, (number as Token).start)
  );
}

/** The verb คืน, not the nights of "3 วัน 2 คืน". */
export function isGivingBack(text: string, { start, end }: Word): boolean {
  return text.slice(start, end) === 'คืน' && !/(?:^|[^\d,.])\d{1,2}\s?$/.test(text.slice(0, start).slice(-5));
}

function isPerHundred(text: string, tokens: readonly Token[], at: number): boolean {
  const { start } = tokens[at] as Token;
  if (/ร้อยละของ[^\d\n]{2,60}(?:คือ|เท่ากับ|ได้|เป็น)?\s?$/.test(text.slice(Math.max(0, start - 70), start)))
    return true;
  for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
    const token = tokens[back] as Token;
    if (isWord(token, 'per-hundred')) return text.slice(token.end, (tokens[at] as Token).start).length <= 16;
    if (!isWord(token, 'about', 'neutral', 'reached', 'already', 'got')) return false;
  }
  return false;
}

function tellingBefore(text: string, tokens: readonly Token[], at: number): Word[] {
  const found: Word[] = [];
  let reached = (tokens[at] as Token).start;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back] as Token;
    const between = text.slice(token.end, reached);
    if (between.includes('\n') || between.length > REACH) break;
    if (token.kind === 'mention' || (token.kind === 'number' && !isLabel(text, token))) break;
    if (isWord(token, 'particle') || isWord(token, 'but')) break;
    if (token.kind === 'word' && !isWord(token, 'neutral', 'about', 'already')) found.push(token);
    reached = token.start;
  }
  return found;
}

const YEAR_BEFORE = /(?:ปี|ปีงบประมาณ|พ\.?ศ\.?|ค\.?ศ\.?|ปีงบฯ?|ประจำปี)\s*$/;
const QUANTITY_BEFORE = /(?:อยู่ที่|จบที่|ใช้ไปที่|ถึงที่)\s?$/;

/** A year or an ordinal, no quantity: ปี 2564, หมู่ 5, งวด 1-2, ครั้งที่ 3. */
function isLabel(text: string, token: NumberToken): boolean {
  const near = text[token.start - 1] === ' ' ? text[token.start - 2] : text[token.start - 1];
  if (near === undefined || !/[a-z\u0e01-\u0e4e.-]/.test(near)) return false;
  const before = text.slice(Math.max(0, token.start - 16), token.start);
  return YEAR_BEFORE.test(before) || (ORDINAL_BEFORE.test(before) && !QUANTITY_BEFORE.test(before));
}

/** @returns the nearest word of one of these families before the number. */
export function nearest(quantity: Quantity, ...families: Family[]): Word | undefined {
  return quantity.before.find((word) => families.includes(word.family));
}

/** @returns the word that follows number and unit, when nothing but space lies between. */
export function wordAfter(text: string, tokens: readonly Token[], quantity: Quantity): Word | null {
  const from = quantity.unit ?? quantity.token;
  const next = followerOf(tokens, from.end, 'vague-sum');
  return next?.kind === 'word' && onlySpace(text, from.end, next.start) ? next : null;
}

/** The first telling token from an offset on. */
function followerOf(tokens: readonly Token[], offset: number, ...passed: Family[]): Token | undefined {
  let at = firstFrom(tokens, offset);
  while (isWord(tokens[at], 'neutral', ...passed)) at++;
  return tokens[at];
}

/** @returns what a percentage or fraction is part of: the word after "ของ", or null. */
export function wholeAfter(text: string, tokens: readonly Token[], end: number): Word | null {
  const of = /^\s?(?:ของ|จาก|of)/.exec(text.slice(end, end + 6));
  if (!of) return null;
  const next = followerOf(tokens, end + of[0].length);
  return next?.kind === 'word' && next.start - end <= of[0].length + 8 ? next : null;
}

export const PER_HUNDRED = 'ร้อยละ';
export function isPercent(quantity: Quantity): boolean {
  return quantity.perHundred || isWord(quantity.unit, 'percent');
}
