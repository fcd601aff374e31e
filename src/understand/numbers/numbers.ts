/** Reads numbers in digits, in Thai words and in the mixtures people type; used before any quantity is looked for. */
import { oneOfIt, type Numeral, readRun } from './numerals.ts';
import { firstFrom, isWord, onlySpace, type NumberToken, type Token, type Word } from '../tokens.ts';

// figures that go on after a group of three (1,5000) are one number, and no quantity
const DIGITS = /\d+(?:,\d{3})+(?:\.\d+|\d+)?|\d+(?:\.\d+)?/y;

/**
 * @param tokens words, with dates and codes already in their place.
 * @returns the numbers of the text, in order.
 */
export function numbersOf(text: string, tokens: readonly Token[]): NumberToken[] {
  const parts = partsOf(text, tokens);
  const numbers: NumberToken[] = [];
  for (let index = 0; index < parts.length;) {
    let end = index + 1;
    while (end < parts.length && joins(text, parts[end - 1] as Numeral, parts[end] as Numeral)) {
      if (beginsAnew(tokens, parts.slice(index, end), parts[end] as Numeral, parts[end + 1])) break;
      end++;
    }
    const run = halfBefore(text, parts.slice(index, end));
    index = end;
    const half = halfAfter(text, run);
    const formal = /^\s?(?:บาท)?ถ้วน/.test(
      text.slice((run.at(-1) as Numeral).end, (run.at(-1) as Numeral).end + 9),
    );
    const read = readRun(run, formal);
    if (read === null) continue;
    const number = token(text, run, read + half.value, !formal && oneOfIt(run) === 'written');
    numbers.push({ ...number, end: number.end + half.length });
  }
  return numbers;
}

function partsOf(text: string, tokens: readonly Token[]): Numeral[] {
  const parts: Numeral[] = [];
  for (const word of tokens)
    if (isWord(word, 'digit-word', 'magnitude') && !isMetres(text, word))
      parts.push({
        start: word.start,
        end: word.end,
        value: word.value as number,
        role: word.family === 'magnitude' ? 'magnitude' : 'digit',
        ...PLAIN,
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
    // "4.32 ลบ.", as ledgers write it
    const million = /^\s?ลบ\.?(?![ม.ก-ฮ])/.exec(text.slice(end, end + 6))?.[0];
    if (!million) continue;
    at += million.length;
    parts.push({ ...PLAIN, start: end, end: at, value: 1_000_000, role: 'magnitude' });
  }
  return parts.sort((a, b) => a.start - b.start);
}

const MONEY_BEFORE =
  /(?:งบ|เงิน|เบิก|จ่าย|ใช้|ค่า|บาท|โอน|มูลค่า|ราคา|ยอดขาย|budget|cost|spent|paid|baht|thb)[^\n]{0,24}$/;
const MONEY_AFTER = /^\s?(?:บาท|baht|thb|b\b|฿)/;

/** "60 m" is a length, "2.5m" and "งบ 3 m" are millions. */
function isMetres(text: string, { start, end }: Word): boolean {
  if (text.slice(start, end) !== 'm') return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const fraction = /\d\.\d+\s?$/.test(before);
  return !fraction && !MONEY_BEFORE.test(before) && !MONEY_AFTER.test(text.slice(end, end + 6));
}

const PLAIN = { separated: false, odd: false, exact: false, one: null } as const;

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

function joins(text: string, left: Numeral, right: Numeral): boolean {
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

/**
 * Whether what stands behind a space is another number: "สามหมื่น ห้าคน", "พันสองร้อย สามพัน".
 * Dictation puts a space between all of them: "สาม หมื่น ห้า".
 */
function beginsAnew(
  tokens: readonly Token[],
  run: readonly Numeral[],
  right: Numeral,
  next?: Numeral,
): boolean {
  const left = run.at(-1) as Numeral;
  if (right.start === left.end || right.role !== 'digit' || left.role !== 'magnitude') return false;
  const apart = run.some((part, at) => at > 0 && part.start > (run[at - 1] as Numeral).end);
  if (apart) return false;
  if (next?.role === 'magnitude') return next.start === right.end && next.value >= left.value;
  const counted = tokens[firstFrom(tokens, right.end)];
  return (
    left.value >= 100 &&
    counted?.start === right.end &&
    isWord(counted, 'person', 'classifier', 'piece', 'score', 'unit-of-time')
  );
}

/** What can be halved behind a number; "ครึ่งหนึ่ง" and "ครึ่งทาง" are halves of something else. */
const HALF = /^\s?ครึ่ง(?!หนึ่ง|นึง|ทาง|ปี|เดือน|วัน|แรก|หลัง|เดียว|ค่อน)/;
const HALVED =
  /^\s?(?:ไร่|กิโลเมตร|กิโลกรัม|กิโล|โล|กม\.?|กก\.?|เมตร|ตัน|ลิตร|วา|นิ้ว|ฟุต|ชั่วโมง|ชม\.?|วัน|เดือน|ปี)ครึ่ง(?!หนึ่ง|นึง|ทาง|แรก|หลัง|เดียว)/;

/** "3 ล้านครึ่ง" is half a million more, "14 ไร่ครึ่ง" half a rai. @returns how much, and how many letters of it stand right behind the number. */
function halfAfter(text: string, run: readonly Numeral[]): { value: number; length: number } {
  const { end, role, value } = run.at(-1) as Numeral;
  const rest = text.slice(end, end + 24);
  const half = role === 'magnitude' && value >= 1_000 ? HALF.exec(rest) : null;
  if (half) return { value: value / 2, length: half[0].length };
  return { value: HALVED.test(rest) ? 0.5 : 0, length: 0 };
}

const DOZEN = 12;

/** "ครึ่งล้าน", "ครึ่งโหล" is half of it. */
function halfBefore(text: string, run: Numeral[]): Numeral[] {
  const [first, ...rest] = run as [Numeral, ...Numeral[]];
  if (first.role !== 'magnitude' || (first.value < 1_000 && first.value !== DOZEN)) return run;
  const half = /ครึ่ง\s?$/.exec(text.slice(Math.max(0, first.start - 6), first.start))?.[0];
  return half ? [{ ...first, start: first.start - half.length, value: first.value / 2 }, ...rest] : run;
}

function token(text: string, run: readonly Numeral[], value: number, either: boolean): NumberToken {
  const first = run[0] as Numeral;
  const last = run.at(-1) as Numeral;
  return {
    kind: 'number',
    start: first.start,
    end: last.end,
    value,
    vague: either || /^\s?(กว่า|เศษ|ต้นๆ|ปลายๆ|นิดๆ|หน่อยๆ)/.test(text.slice(last.end, last.end + 6)),
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
