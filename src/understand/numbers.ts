/** Reads numbers in digits, in Thai words and in the mixtures people type; used before any quantity is looked for. */
import { isWord, onlySpace, type NumberToken, type Token, type Word } from './tokens.ts';

// figures that go on after a group of three (1,5000) are one number, and no quantity
const DIGITS = /\d+(?:,\d{3})+(?:\.\d+|\d+)?|\d+(?:\.\d+)?/y;

interface Part {
  start: number;
  end: number;
  value: number;
  /** digit: 0–9 in words; figure: in digits; magnitude: ten, hundred … */
  role: 'digit' | 'figure' | 'magnitude';
  separated: boolean;
  odd: boolean;
  /** The word เอ็ด. */
  exact: boolean;
  /** A one: หนึ่ง, or นึง as it is said. */
  one: 'written' | 'spoken' | null;
}

/**
 * @param tokens words, with dates and codes already in their place.
 * @returns the numbers of the text, in order.
 */
export function numbersOf(text: string, tokens: readonly Token[]): NumberToken[] {
  const parts = partsOf(text, tokens);
  const numbers: NumberToken[] = [];
  for (let index = 0; index < parts.length;) {
    let end = index + 1;
    while (end < parts.length && joins(text, parts[end - 1] as Part, parts[end] as Part)) end++;
    const run = parts.slice(index, end);
    index = end;
    const half = halfAfter(text, run);
    const formal = /^\s?(?:บาท)?ถ้วน/.test(text.slice((run.at(-1) as Part).end, (run.at(-1) as Part).end + 9));
    const read = readRun(run, formal);
    if (read === null) continue;
    const number = token(text, run, read + half.value, !formal && oneOfIt(run) === 'written');
    numbers.push({ ...number, end: number.end + half.length });
  }
  return numbers;
}

function partsOf(text: string, tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (const word of tokens)
    if (isWord(word, 'digit-word', 'magnitude'))
      parts.push({
        start: word.start,
        end: word.end,
        value: word.value as number,
        role: word.family === 'magnitude' ? 'magnitude' : 'digit',
        separated: false,
        odd: false,
        exact: text.startsWith('เอ็ด', word.start),
        one: text.startsWith('นึง', word.start)
          ? 'spoken'
          : text.startsWith('หนึ่ง', word.start)
            ? 'written'
            : null,
      });
  const taken = tokens.filter(
    (piece) => piece.kind !== 'word' || /\d/.test(text.slice(piece.start, piece.end)),
  );
  let next = 0;
  for (let at = 0; at < text.length;) {
    while (next < taken.length && (taken[next] as Token).end <= at) next++;
    const blocker = taken[next];
    if (blocker && blocker.start <= at) {
      at = blocker.end;
      continue;
    }
    DIGITS.lastIndex = at;
    const found = isDigit(text[at]) ? DIGITS.exec(text) : null;
    if (!found) {
      at++;
      continue;
    }
    const end = at + found[0].length;
    parts.push({
      start: at,
      end,
      value: Number(found[0].replaceAll(',', '')),
      role: 'figure',
      separated: found[0].includes(','),
      odd: /,\d{4}/.test(found[0]) || isOdd(text, at, end),
      exact: false,
      one: null,
    });
    at = end;
  }
  return parts.sort((a, b) => a.start - b.start);
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** A minus before it, a range (40-50), or letters and further digits hanging on to it. */
function isOdd(text: string, start: number, end: number): boolean {
  const minus = text[start - 1] === '-' && (start === 1 || /[\s(:=]/.test(text[start - 2] as string));
  const bullet = minus && (start === 1 || text[start - 2] === '\n');
  if (minus && !bullet) return true;
  if (bullet && start === 1) return true;
  if (isRanged(text, start, end)) return true;
  if (/^(?:e[+-]?\d|x\d|[.,:]\d)/.test(text.slice(end, end + 3))) return true;
  return /[.,:]/.test(text[start - 1] ?? ' ') && isDigit(text[start - 2]);
}

/** Either side of "40-50" or "40%-50%". */
function isRanged(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '-' && /\d%?-$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  return (text[end] === '-' || text[end] === '%') && /^%?-\d/.test(text.slice(end, end + 3));
}

function joins(text: string, left: Part, right: Part): boolean {
  if (left.role === 'figure' && right.role === 'figure') return false;
  if (right.role === 'figure')
    return left.role === 'magnitude' &&
      onlySpace(text, left.end, right.start) &&
      right.value < left.value &&
      !left.odd
      ? right.start - left.end <= 1
      : false;
  if (left.role === 'figure' && right.role === 'digit') return false;
  return onlySpace(text, left.end, right.start) && right.start - left.end <= 1;
}

/** Thai numerals add up from the left: (digit) magnitude …, ล้าน multiplies all before it; หมื่นห้า is 15,000 unless written out formally. */
function readRun(run: readonly Part[], formal: boolean): number | null {
  let millions = 0;
  let section = 0;
  let pending: number | null = null;
  let last = 0;
  for (const part of run) {
    if (part.role !== 'magnitude') {
      pending = pending === null ? part.value : pending * 10 + part.value;
      continue;
    }
    if (part.value === 1_000_000) {
      millions = (millions + section + (pending ?? 0) || 1) * 1_000_000;
      section = 0;
    } else section += (pending ?? 1) * part.value;
    pending = null;
    last = part.value;
  }
  if (pending !== null && oneOfIt(run) !== 'spoken')
    section += last > 100 && pending < 10 && !formal && !endsExactly(run) ? (pending * last) / 10 : pending;
  const total = Number((millions + section).toFixed(4));
  return Number.isFinite(total) ? total : null;
}

/** What can be halved behind a number; "ครึ่งหนึ่ง" and "ครึ่งทาง" are halves of something else. */
const HALF = /^\s?ครึ่ง(?!หนึ่ง|นึง|ทาง|ปี|เดือน|วัน|แรก|หลัง|เดียว|ค่อน)/;
const HALVED =
  /^\s?(?:ไร่|กิโลเมตร|กิโลกรัม|กิโล|โล|กม\.?|กก\.?|เมตร|ตัน|ลิตร|วา|นิ้ว|ฟุต|ชั่วโมง|ชม\.?|วัน|เดือน|ปี)ครึ่ง(?!หนึ่ง|นึง|ทาง|แรก|หลัง|เดียว)/;

/** "3 ล้านครึ่ง" is half a million more, "14 ไร่ครึ่ง" half a rai. @returns how much, and how many letters of it stand right behind the number. */
function halfAfter(text: string, run: readonly Part[]): { value: number; length: number } {
  const { end, role, value } = run.at(-1) as Part;
  const rest = text.slice(end, end + 24);
  const half = role === 'magnitude' && value >= 1_000 ? HALF.exec(rest) : null;
  if (half) return { value: value / 2, length: half[0].length };
  return { value: HALVED.test(rest) ? 0.5 : 0, length: 0 };
}

/** เอ็ด is a one in the units, whatever stands before it. */
function endsExactly(run: readonly Part[]): boolean {
  return run.at(-1)?.exact === true;
}

/** "พันนึง" is one thousand; "พันหนึ่ง" can be 1,100 as well. */
function oneOfIt(run: readonly Part[]): Part['one'] {
  const [magnitude, one] = run;
  return run.length === 2 && magnitude?.role === 'magnitude' && one ? one.one : null;
}

function token(text: string, run: readonly Part[], value: number, either: boolean): NumberToken {
  const first = run[0] as Part;
  const last = run.at(-1) as Part;
  return {
    kind: 'number',
    start: first.start,
    end: last.end,
    value,
    vague: either || /^\s?(กว่า|เศษ|ต้นๆ|ปลายๆ)/.test(text.slice(last.end, last.end + 6)),
    odd: run.some((part) => part.odd),
    large: run.some((part) => part.separated || part.role === 'magnitude'),
  };
}

/** @returns the words that make up a unit right after a number, or null. */
export function unitAfter(text: string, tokens: readonly Token[], index: number): Word | null {
  const number = tokens[index] as Token;
  let next = tokens[index + 1];
  if (isWord(next, 'vague-sum')) next = tokens[index + 2];
  if (next?.kind !== 'word') return null;
  return next.start - number.end <= 2 &&
    onlySpace(text, isWord(tokens[index + 1], 'vague-sum') ? next.start : number.end, next.start)
    ? next
    : null;
}
