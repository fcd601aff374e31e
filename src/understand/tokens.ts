/** The pieces a text is made of once words, dates, codes, numbers and names have been recognised; what every extractor reads. */
import { isInside, isThai } from './words/inside.ts';
import { matchAt, nearlyMatchAt } from './words/lexicon.ts';
import { LEXICON } from './words/index.ts';
import type { Family } from './words/families.ts';

/** A word of a known family; offsets in the normal text. */
export interface Word {
  kind: 'word';
  start: number;
  end: number;
  family: Family;
  value: number | null;
  /** A heading under which an earlier report is put otherwise. */
  amends?: true;
}

export interface NumberToken {
  kind: 'number';
  start: number;
  end: number;
  value: number;
  /** "two hundred and something": not to be taken as certain. */
  vague: boolean;
  /** Written with a minus, an exponent or the like: no quantity of ours. */
  odd: boolean;
  /** Said with a magnitude (หมื่น, k …) or with thousands separators: looks like money. */
  large: boolean;
}

export interface DateToken {
  kind: 'date';
  start: number;
  end: number;
  iso: string;
}

/** An activity named by code or in words. */
export interface MentionToken {
  kind: 'mention';
  start: number;
  end: number;
  /** Codes it can mean; empty when it names something the plan does not have. */
  codes: string[];
  by: 'code' | 'name';
  /** Where the words of a name stand, when others stand between them. */
  pieces?: readonly { start: number; end: number }[];
  /** All of the codes are meant (a range), not one of them. */
  all?: boolean;
}

export type Token = Word | NumberToken | DateToken | MentionToken;

/** @returns every known word, longest first at each place, from left to right; unknown letters are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const exact = beginsWell(text, at) ? matchAt(LEXICON, text, at) : null;
    const match = exact ?? (beginsWell(text, at) ? nearlyMatchAt(LEXICON, text, at) : null);
    if (!match) {
      at++;
      continue;
    }
    const { family: named, value = null } = match.entry;
    const end = withoutMonthEnd(text, at, countedHouse(text, at, match.end));
    if (
      !stands(text, at, end, named) ||
      isInside(text, at, end, exact ? named : null, words.at(-1)?.end ?? 0)
    ) {
      at++;
      continue;
    }
    words.push({
      kind: 'word',
      start: at,
      end,
      family: end < match.end && named === 'neutral' ? 'classifier' : named,
      value,
    });
    at = end;
  }
  return words;
}

/** One letter is a word only as a unit (500บ), two letters are a month only by themselves (15 มค 64). */
function stands(text: string, at: number, end: number, family: Family): boolean {
  if (/\d/.test(text[at] as string)) return isLaughter(text, at, end);
  if (!isThai(text[at])) return true;
  if (end - at === 1) return hangsOnNumber(text, at);
  return (
    family !== 'month' ||
    end - at > 3 ||
    text[end - 1] === '.' ||
    (!isThai(text[at - 1]) && !isThai(text[end]))
  );
}

/** "555" by itself; in 55,579, 12,555, before what it counts or after "เป็น" the figures are a number. */
function isLaughter(text: string, start: number, end: number): boolean {
  return (
    !/(?:\d[.,]?|เป็น\s?)$/.test(text.slice(Math.max(0, start - 5), start)) &&
    !/^(?:[.,]?\d|\s?(?:บาท|บ\.|%|คน|ราย|ท่าน|ครั้ง|ชุด|เล่ม|แห่ง))/.test(text.slice(end, end + 6))
  );
}

/** A unit of one letter. */
function hangsOnNumber(text: string, at: number): boolean {
  return /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) && !isThai(text[at + 1]);
}

/** "เสร็จสิ้นเดือนนี้" is finished + month's end, not finished off + this month. */
function withoutMonthEnd(text: string, start: number, end: number): number {
  const tail = 'สิ้น';
  return end - start > tail.length &&
    text.startsWith(tail, end - tail.length) &&
    /^(?:เดือน|ปี)/.test(text.slice(end, end + 5))
    ? end - tail.length
    : end;
}

/** "3 หลังจาก 10 หลัง" counts houses; it does not say "after". */
function countedHouse(text: string, start: number, end: number): number {
  return text.slice(start, end) === 'หลังจาก' && /\d\s?$/.test(text.slice(Math.max(0, start - 2), start))
    ? start + 4
    : end;
}

function beginsWell(text: string, at: number): boolean {
  const char = text[at] as string;
  if (char === ' ' || char === '\n') return false;
  const before = text[at - 1];
  return before === undefined || !/[เแโใไ]/.test(before);
}

/** Puts recognised pieces in the place of the words below them, in the order of the text. */
export function overlay(tokens: readonly Token[], pieces: readonly Token[]): Token[] {
  if (pieces.length === 0) return [...tokens];
  const sorted = [...pieces].sort((a, b) => a.start - b.start);
  const kept: Token[] = [];
  let index = 0;
  for (const token of tokens) {
    while (index < sorted.length && (sorted[index] as Token).end <= token.start) index++;
    const piece = sorted[index];
    if (!piece || piece.start >= token.end) kept.push(token);
  }
  return [...kept, ...sorted].sort((a, b) => a.start - b.start);
}

/** @returns a name as the pieces it is said in: what stands between them tells of the work. */
export function namePieces(mention: MentionToken, tokens: readonly Token[]): MentionToken[] {
  const out: MentionToken[] = [];
  for (const { start, end } of mention.pieces ?? [mention]) {
    // the ไม่ of “เขตสุจริตไม่คิดคอร์รัปชัน” alone denies what is told
    if (tokens.some((token) => isWord(token, ...DENIES) && token.start <= start && token.end >= end))
      continue;
    const last = out.at(-1);
    const parted = !last || tokens.some((token) => token.start < start && token.end > last.end);
    if (parted) out.push({ ...mention, start, end });
    else last.end = end;
  }
  return out;
}

const DENIES = ['not', 'not-yet', 'cannot', 'not-that'] as const;

/** Whether a token is a word of one of these families. */
export function isWord<F extends Family>(
  token: Token | null | undefined,
  ...families: F[]
): token is Word & { family: F } {
  return token?.kind === 'word' && (families as Family[]).includes(token.family);
}

/** @returns whether only white space (or nothing) lies between two offsets. */
export function onlySpace(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] !== ' ') return false;
  return true;
}

/** @returns the place of the first of the ordered tokens or pieces that begins at or after `offset`; their number when none does. */
export function firstFrom(tokens: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns the last token that ends at or before `offset`. */
export function lastBefore(tokens: readonly Token[], offset: number): Token | undefined {
  for (let at = firstFrom(tokens, offset) - 1; at >= 0; at--)
    if ((tokens[at] as Token).end <= offset) return tokens[at];
  return undefined;
}
