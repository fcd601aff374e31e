/** The letters of a text by which names and indicators are compared, and where each stood. */
import { ABBREVIATIONS } from '../words/measures.ts';

/**
 * The letters and digits of a text without spaces, signs and tone marks, which are the first to be mistyped,
 * and where each stood. A number ends in `#`, so that 1 is not the beginning of 12, and หมู่ที่ 3 is หมู่ 3.
 */
export function compact(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_BREAK && !isNameLetter(code)) continue;
    if (code === TH_THAHAN && NUMBER_AFTER_AT.test(text.slice(at, at + 6))) {
      at += 2;
      continue;
    }
    const short = opensWord(text, at) ? abbreviationAt(text, at) : null;
    if (short) {
      for (const letter of short.letters) {
        letters += letter;
        places.push(at + short.length - 1);
      }
      at += short.length - 1;
      continue;
    }
    letters += text[at] as string;
    places.push(at);
    if (isDigit(code) && !isDigit(text.charCodeAt(at + 1))) {
      letters += '#';
      places.push(at);
    }
  }
  return { letters, places };
}

const SHORT_FORMS = Object.entries(ABBREVIATIONS)
  .map(([short, long]) => ({ short, length: short.length, letters: long.replace(/[^ก-ฺเ-็]/g, '') }))
  .sort((a, b) => b.length - a.length);

function opensWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before < 0x0e01 || before > 0x0e4e;
}

function abbreviationAt(text: string, at: number): { length: number; letters: string } | null {
  const found = SHORT_FORMS.find(({ short }) => text.startsWith(short, at));
  if (!found) return null;
  const after = text.charCodeAt(at + found.length);
  const closed = found.short.endsWith('.') || !(after >= 0x0e01 && after <= 0x0e4e);
  return closed ? found : null;
}

const LINE_BREAK = 0x0a;
const TH_THAHAN = 0x0e17;
const NUMBER_AFTER_AT = /^ที่\s?\d/;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** a–z, 0–9, Thai without tone marks. */
function isNameLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code >= 0x0e01 && code <= 0x0e47 && (code <= 0x0e3a || code >= 0x0e40);
}
