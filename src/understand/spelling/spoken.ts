/** Writes in digits what dictation leaves in words: "ข้อหนึ่งจุดหนึ่งวงเล็บสอง", "วันที่สิบเก้า", and a plan's own codes anywhere, "ดีหนึ่งศูนย์สี่ทับหนึ่ง"; second step of understanding. */
import { matchAt } from '../words/lexicon.ts';
import { type Normal, tearsSyllable } from './normalise.ts';
import type { PlanIndex } from '../plan-index.ts';
import { LEXICON } from '../words/index.ts';
import { LETTER_NAMES } from '../words/letters.ts';

const OPENERS = /(?:ข้อ(?:ที่|ย่อย)?|กิจกรรม(?:ที่|ย่อย|ย่อยที่)?|โครงการที่|วันที่|รหัส)\s?/g;
/** Words between the parts of a dictated code → their sign. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['วงเล็บ', '('],
  ['จุด', '.'],
  ['ทับ', '/'],
  ['ขีด', '-'],
  ['ข้อ', ' ข้อ '],
];

interface Piece {
  start: number;
  end: number;
  written: string;
}

/** @returns the text with dictated codes and days in digits, each still pointing at its words; the same object when there are none. */
export function inDigits(normal: Normal, index: PlanIndex): Normal {
  const pieces: Piece[] = spelledOut(normal.text, index);
  for (const opener of normal.text.matchAll(OPENERS)) {
    const from = opener.index + opener[0].length;
    if (pieces.some((piece) => piece.end > from)) continue;
    readDictated(normal.text, from, pieces);
  }
  for (const line of normal.text.matchAll(/^\s*/gm))
    readDictated(normal.text, line.index + line[0].length, pieces, true);
  pieces.sort((a, b) => a.start - b.start);
  return pieces.length === 0 ? normal : rewritten(normal, pieces);
}

/** Codes of the plan as they are said, letter by letter and number by number. */
function spelledOut(text: string, index: PlanIndex): Piece[] {
  const found: Piece[] = [];
  if (!DIGIT.test(text)) return found;
  for (const { index: at } of text.matchAll(SPEAKABLE)) {
    if ((found.at(-1)?.end ?? 0) > at) continue;
    const code = codeAt(text, at, index);
    if (code) found.push(code);
  }
  return found;
}

const DIGIT = /หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ศูนย์/;
/** Where the name of a letter or a number can begin; most texts have none. */
const SPEAKABLE = /(?=[ก-๎]{1,9}(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ศูนย์))(?<![เแโใไ])[ก-ฮเแโใไ]/g;

/** @returns the longest code of the plan that is said at a place: with a letter, or of three numbers or more. */
function codeAt(text: string, start: number, index: PlanIndex): Piece | null {
  let best: Piece | null = null;
  const parts: string[] = [];
  let lettered = false;
  for (let at = start; parts.length < 6;) {
    const sign = parts.length === 0 ? undefined : SIGNS.find(([word]) => text.startsWith(word, at));
    const from = at + (sign?.[0].length ?? 0);
    const letter = sign || parts.length === 0 ? letterAt(text, from, index) : null;
    const number = letter ? null : digitsAt(text, from);
    const part = letter ?? number;
    if (
      !part ||
      (!sign &&
        parts.length > 0 &&
        !/^[ก-ฮa-z]/.test(parts.at(-1) as string) &&
        !part.written.startsWith('0'))
    )
      break;
    lettered ||= letter !== null;
    parts.push(part.written);
    at = part.end;
    if ((lettered ? parts.length > 1 : parts.length > 2) && isKnown(parts, index))
      best = { start, end: at, written: apart(text, start, at, joined(parts)) };
  }
  return best;
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part, at) => (at > 0 && /^\d/.test(parts[at - 1] as string) ? `.${part}` : part))
    .join('');
}

/** A code with spaces where it would run into words. */
function apart(text: string, start: number, end: number, code: string): string {
  const before = /[ก-๎a-z\d]/.test(text[start - 1] ?? '') ? ' ' : '';
  return before + code + (/[ก-๎a-z\d]/.test(text[end] ?? '') ? ' ' : '');
}

function isKnown(parts: readonly string[], index: PlanIndex): boolean {
  return index.keys.has(parts.map((part) => (/^\d/.test(part) ? String(Number(part)) : part)).join('.'));
}

/** A letter, or letters, of the plan's codes as they are called or written. */
function letterAt(text: string, at: number, index: PlanIndex): Piece | null {
  let written: Piece | null = null;
  for (const letters of index.letters) {
    const end = [...letters].reduce((reached, letter) => {
      const names = LETTER_NAMES[letter] ?? [`${letter}่อ`, `${letter}อ`];
      const name = reached === -1 ? undefined : names.find((one) => text.startsWith(one, reached));
      return name === undefined ? -1 : reached + name.length;
    }, at);
    if (end > at) return { start: at, end, written: letters };
    if (text.startsWith(letters, at) && !tearsSyllable(text, at + letters.length))
      written = { start: at, end: at + letters.length, written: letters };
  }
  return written;
}

/** "หนึ่ง", "ศูนย์สี่", "สิบสอง". */
function digitsAt(text: string, at: number): Piece | null {
  const zero = text.startsWith(ZERO, at);
  const number = numberAt(text, zero ? at + ZERO.length : at, true);
  return number && { start: at, end: number.end, written: zero ? `0${number.written}` : number.written };
}

const ZERO = 'ศูนย์';

/** @param coded only with a sign between numbers: at the beginning of a line a number alone may be anything. */
function readDictated(text: string, from: number, all: Piece[], coded = false): void {
  const pieces: Piece[] = [];
  let at = from;
  for (let first = true; ; first = false) {
    const sign = first ? undefined : SIGNS.find(([word]) => text.startsWith(word, at));
    const number = numberAt(text, at + (sign?.[0].length ?? 0));
    if (!number || (!first && !sign)) break;
    if (sign) pieces.push({ start: at, end: at + sign[0].length, written: sign[1] });
    pieces.push(number);
    at = number.end;
  }
  if (!coded || pieces.length > 1)
    all.push(...pieces.filter((piece) => !all.some((one) => one.start < piece.end && one.end > piece.start)));
}

/** A whole number below a hundred in words; "สองพัน" and "ห้าคน" are quantities and stay as they are. */
function numberAt(text: string, from: number, oneByOne = false): Piece | null {
  let at = text[from] === ' ' ? from + 1 : from;
  let value = 0;
  let pending: number | null = null;
  const start = at;
  for (;;) {
    const match = matchAt(LEXICON, text, at);
    if (!match || match.entry.value === undefined) break;
    if (match.entry.family === 'magnitude') {
      if (match.entry.value !== 10) return null;
      value += (pending ?? 1) * 10;
      pending = null;
    } else if (match.entry.family === 'digit-word') {
      if (oneByOne && pending !== null) break;
      pending = match.entry.value;
    } else break;
    at = match.end;
  }
  if (at === start) return null;
  return { start, end: at, written: String(value + (pending ?? 0)) };
}

function rewritten(normal: Normal, pieces: readonly Piece[]): Normal {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copy = (to: number): void => {
    text += normal.text.slice(at, to);
    starts.push(...normal.starts.slice(at, to));
    ends.push(...normal.ends.slice(at, to));
  };
  for (const piece of pieces) {
    copy(piece.start);
    for (const char of piece.written) {
      text += char;
      starts.push(normal.starts[piece.start] as number);
      ends.push(normal.ends[piece.end - 1] as number);
    }
    at = piece.end;
  }
  copy(normal.text.length);
  return { source: normal.source, text, starts, ends };
}
