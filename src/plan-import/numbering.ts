/** The numbers a plan prints before its activities (`1.2 1)`, `ก.`, `1-1`, `A.3`), turned into dotted codes. */
import { plainDigits, tidy } from './cells.ts';
import type { PlanWords } from './raw.ts';

export const MAX_LEVELS = 10;

/** How a number is drawn: tells `2)` under `1.1` from `2.` beside `1.` */
type Style = `${'digit' | 'thai' | 'latin'}${'.' | ')' | '()'}` | 'dotted';

interface Parsed {
  numbers: number[];
  /** Style of the last part. */
  style: Style;
}

/** Reads a printed number; null when it is none. */
function parse(label: string, words: PlanWords): Parsed | null {
  let text = plainDigits(tidy(label)).toLowerCase();
  for (const prefix of words.numberPrefixes)
    if (text.startsWith(prefix)) {
      text = text.slice(prefix.length).trim();
      break;
    }
  const part = /(\()?\s*(\d{1,6}|[a-z]|[\u0e01-\u0e2e])(?:\s*(\)))?/y;
  const separator = /[\s.\-\u2010-\u2015/,]*/y;
  const parts: { word: string; paren: '' | ')' | '()' }[] = [];
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (!match || (match[1] && !match[3])) return null;
    parts.push({ word: match[2] ?? '', paren: match[3] ? (match[1] ? '()' : ')') : '' });
    separator.lastIndex = part.lastIndex;
    separator.exec(text);
    // Two parts that touch ("1ก" apart) are not a number anybody writes: "12a3".
    if (separator.lastIndex === part.lastIndex && !match[3] && separator.lastIndex < text.length)
      if (text[separator.lastIndex] !== '(') return null;
    at = separator.lastIndex;
  }
  if (parts.length === 0) return null;
  const numbers = parts.map(({ word }) => ordinal(word, words));
  if (numbers.some((number) => number === null)) return null;
  const last = parts.at(-1) ?? { word: '', paren: '' };
  const kind = /\d/.test(last.word) ? 'digit' : /[a-z]/.test(last.word) ? 'latin' : 'thai';
  const single = parts.length === 1 || last.paren !== '';
  return { numbers: numbers as number[], style: single ? `${kind}${last.paren || '.'}` : 'dotted' };
}

function ordinal(word: string, words: PlanWords): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^[a-z]$/.test(word)) return word.charCodeAt(0) - 96;
  const index = words.letters.indexOf(word);
  return index < 0 ? null : index + 1;
}

/** @returns the dotted code of a number that stands by itself, `1.2 1)` → `1.2.1`; null when it is none. */
export function codeOf(text: string, words: PlanWords): string | null {
  return parse(text, words)?.numbers.join('.') ?? null;
}

/**
 * Reads the numbers of a plan from top to bottom, so that `2)` after `1.1 1)` becomes `1.1.2`
 * and `1.` after `ก.` becomes `1.1`.
 * @returns for each row its code, or null when the number cannot be read; `given` overrules the label.
 */
export function numberer(words: PlanWords): (label: string | null, given: string | null) => string | null {
  /** The open branches, outermost first: how each draws its number, and its code. */
  let open: { style: Style; code: string }[] = [];

  const openDotted = (parsed: Parsed): string => {
    const code = parsed.numbers.join('.');
    open = [{ style: 'digit.', code: String(parsed.numbers[0]) }];
    if (parsed.numbers.length === 1) {
      open = [{ style: parsed.style, code }];
    } else if (parsed.style === 'dotted') {
      open.push({ style: 'dotted', code });
    } else {
      if (parsed.numbers.length > 2)
        open.push({ style: 'dotted', code: parsed.numbers.slice(0, -1).join('.') });
      open.push({ style: parsed.style, code });
    }
    return code;
  };

  return (label, given) => {
    const parsed = label === null ? null : parse(label, words);
    if (given !== null) {
      const own = parse(given, words);
      if (!own) return null;
      const alone = parsed?.numbers.length === 1 ? parsed.style : own.style;
      return openDotted({ numbers: own.numbers, style: alone });
    }
    if (!parsed) return null;
    if (parsed.numbers.length > 1) return openDotted(parsed);
    const beside = open.findLastIndex((branch) => branch.style === parsed.style);
    if (beside >= 0) open = open.slice(0, beside);
    const parent = open.at(-1);
    const code = parent ? `${parent.code}.${parsed.numbers[0]}` : String(parsed.numbers[0]);
    open.push({ style: parsed.style, code });
    return code;
  };
}
