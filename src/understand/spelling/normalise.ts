/** Brings a text into one spelling of letters, digits and marks while remembering where each came from; the first step of understanding. */
import type { Span } from '../types.ts';

/** A text in its normal spelling; `starts[i]`/`ends[i]` are the source's UTF-16 offsets of its character `i`. */
export interface Normal {
  source: string;
  text: string;
  starts: number[];
  ends: number[];
}

const TONE = /[\u0e48-\u0e4b]/;
const ABOVE_OR_BELOW = /[\u0e31\u0e34-\u0e39]/;
const COMBINING = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;
const LETTER = /[a-z\u0e01-\u0e4e]/;
const DROPPED = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\r]|[\u{fe00}-\u{fe0f}]|\u{20e3}/u;
const QUOTE = /[“”„‟"'‘’«»`]/;
const DASH = /[‐‑‒–—−]/;
const TICK = /[✓✔☑✅]/;
const SPACE = /[\u00a0\u2000-\u200a\u202f\u3000]/;

/**
 * Thai digits become Arabic, letters lower case, split vowels whole, marks ordered, letters drawn out
 * ("แล้ววววว") single; ticks are one sign, tabs the bars of a table, other emoji and bullets spaces. Line breaks stay.
 * @returns the text and the way back to the source.
 */
export function normalise(source: string): Normal {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (char: string, start: number, end: number): void => {
    chars.push(char);
    starts.push(start);
    ends.push(end);
  };
  for (let at = 0; at < source.length; at++) {
    const char = simple(source[at] as string);
    if (char === '' || (char === ' ' && chars.at(-1) === ' ' && chars.at(-2) === ' ')) continue;
    const next = source[at + 1] ?? '';
    const last = chars.at(-1);
    if (char === '\u0e4d' && next === '\u0e32') put('\u0e33', at, ++at + 1);
    else if (char === '\u0e4d' && TONE.test(next) && source[at + 2] === '\u0e32') {
      put(next, at + 1, at + 2);
      put('\u0e33', at, at + 3);
      at += 2;
    } else if (char === '\u0e40' && next === '\u0e40') put('\u0e41', at, ++at + 1);
    else if (char === last && (COMBINING.test(char) || isThirdOfRun(source, at)))
      ends[ends.length - 1] = at + 1;
    else if (last !== undefined && ABOVE_OR_BELOW.test(char) && TONE.test(last)) {
      chars[chars.length - 1] = char;
      put(last, at, at + 1);
    } else put(char, at, at + 1);
  }
  return { source, text: chars.join(''), starts, ends };
}

function simple(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x0e50 && code <= 0x0e59) return String(code - 0x0e50);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code < 0x80)
    return char === '\r' ? '' : QUOTE.test(char) ? '"' : char === '\t' ? '|' : char.toLowerCase();
  if (code >= 0x0e00 && code <= 0x0e7f) return char;
  if (DROPPED.test(char)) return '';
  if (SPACE.test(char)) return ' ';
  if (QUOTE.test(char)) return '"';
  if (DASH.test(char)) return '-';
  if (TICK.test(char)) return '✓';
  if (char === '\u2028' || char === '\u2029') return '\n';
  return code < 0x2000 ? char.toLowerCase().slice(0, 1) : ' ';
}

/** Whether the letter at `at` is in a run of three or more alike: emphasis, not spelling. */
function isThirdOfRun(source: string, at: number): boolean {
  const char = source[at] as string;
  if (!LETTER.test(char.toLowerCase())) return false;
  let from = at;
  let to = at;
  while (from > 0 && source[from - 1] === char && at - from < 2) from--;
  while (source[to + 1] === char && to - at < 2) to++;
  return to - from >= 2;
}

/** @returns the stretch of the source behind `[start, end)` of the normal text, without outer white space. */
export function spanOf(normal: Normal, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(normal.text[from] as string)) from++;
  while (to > from && /\s/.test(normal.text[to - 1] as string)) to--;
  if (from >= to) return { start: 0, end: 0, text: '' };
  const first = normal.starts[from] as number;
  const last = normal.ends[to - 1] as number;
  return { start: first, end: last, text: normal.source.slice(first, last) };
}

/** @returns where a stretch of the source stands in the normal text; null where none of it does. */
export function normalSpan(
  { starts, ends }: Normal,
  span: Span | undefined,
): { start: number; end: number } | null {
  if (!span) return null;
  const start = starts.findIndex((one) => one >= span.start);
  const end = ends.findLastIndex((one) => one <= span.end) + 1;
  return start === -1 || end <= start ? null : { start, end };
}

/** Whether a Thai mark, or a vowel written after its consonant, would tear the syllable at this place. */
export function tearsSyllable(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < THAI) return at > 0 && isLeading(text.charCodeAt(at - 1));
  if (HANGING.has(code)) return true;
  return at > 0 && isLeading(text.charCodeAt(at - 1));
}

const THAI = 0x0e00;
/** Marks, and vowels written after their consonant. */
const HANGING: ReadonlySet<number> = new Set(
  Array.from({ length: 0x50 }, (_, at) => THAI + at).filter(
    (code) => COMBINING.test(String.fromCharCode(code)) || 'ะาำๅ'.includes(String.fromCharCode(code)),
  ),
);

/** เ แ โ ใ ไ: written before their consonant. */
function isLeading(code: number): boolean {
  return code >= 0x0e40 && code <= 0x0e44;
}
