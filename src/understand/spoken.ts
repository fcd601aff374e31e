/** Writes in digits what dictation leaves in words after ข้อ, กิจกรรม and วันที่: "ข้อหนึ่งจุดหนึ่งวงเล็บสอง", "วันที่สิบเก้า"; second step of understanding. */
import { matchAt } from './lexicon.ts';
import type { Normal } from './normalise.ts';
import { LEXICON } from './words/index.ts';

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
export function inDigits(normal: Normal): Normal {
  const pieces: Piece[] = [];
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
function numberAt(text: string, from: number): Piece | null {
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
    } else if (match.entry.family === 'digit-word') pending = match.entry.value;
    else break;
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
