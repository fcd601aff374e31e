/** Replaces people's names and personal numbers before anything is sent, and puts them back in what is answered; src/assistant/index.ts calls it. */
import { namePattern } from '../domain/name-pattern.ts';
import {
  ADDRESSES_BEFORE_NAME,
  AFTER_NAME,
  ENDS_BEFORE_TITLE,
  NO_NAME_AFTER,
  POLITE_ADDRESS,
  TITLES_BEFORE_NAME,
} from '../text/assistant-prompt.ts';
import { arabicDigits } from '../text/format.ts';
import { tearsSyllable } from '../understand/spelling/normalise.ts';
import { wordsOf } from '../understand/tokens.ts';

interface Stretch {
  start: number;
  end: number;
}

export interface Hidden {
  /** The text as it may be sent. */
  text: string;
  /** Where in the original something was left out, UTF-16 offsets, in order. */
  spans: Stretch[];
  /** @returns the words with what was left out in its place again. */
  putBack: (words: string) => string;
}

/** Citizen ids, bank accounts, telephone numbers, addresses of e-mail; of digits in Arabic, with and without dashes. */
const NUMBERS: readonly RegExp[] = [
  /(?<!\d)\d[\s-]?\d{4}[\s-]?\d{5}[\s-]?\d{2}[\s-]?\d(?!\d)/g,
  /(?<!\d)\d{3}-\d-\d{5}-\d(?!\d)/g,
  /(?<![\d.,])(?:\+66|0)[\s-]?\d{1,2}[\s-]?\d{3}[\s-]?\d{3,4}(?![\d,])/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
];

/** Letters of a first or family name that is looked for by itself. */
const FEWEST_LETTERS = 4;
/** No name written in one piece is longer. */
const LONGEST_NAME = 24;
const BETWEEN_PARTS = /[\s()[\]{}<>,/|·•・_"'“”‘’]+/u;
const TITLED = pattern([...TITLES_BEFORE_NAME, ...ADDRESSES_BEFORE_NAME]);
/** Letters and marks of Thai, but its digits and signs. */
const THAI_RUN = /^[\u0e01-\u0e3a\u0e40-\u0e4e]+|^[a-z]+/i;

function pattern(words: readonly string[]): RegExp {
  const longest = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(`(${longest.map((word) => word.replaceAll('.', String.raw`\.`)).join('|')})\\s?`, 'giu');
}

/**
 * @param names of the office's members, as they are known.
 * @param everyday words that tell of the plan: a name that is one of them is a name only behind a title.
 */
export function hide(text: string, names: readonly string[], everyday: string): Hidden {
  const spans = merged([
    ...numbersIn(text).map((one) => ({ ...one, kind: 'NUMBER' })),
    ...[...membersIn(text, names, everyday), ...titledIn(text, everyday)].map((one) => ({
      ...one,
      kind: 'PERSON',
    })),
  ]);
  const marks = new Map<string, string>();
  let out = '';
  let at = 0;
  for (const { start, end, kind } of spans) {
    out += text.slice(at, start) + markFor(text.slice(start, end), kind, marks);
    at = end;
  }
  out += text.slice(at);
  return {
    text: out,
    spans,
    putBack: (words) => [...marks].reduce((said, [word, mark]) => said.replaceAll(mark, () => word), words),
  };
}

/** In their order; those that overlap are one. */
function merged<S extends Stretch>(stretches: readonly S[]): S[] {
  const out: S[] = [];
  for (const one of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else out.push({ ...one });
  }
  return out;
}

function markFor(word: string, kind: string, marks: Map<string, string>): string {
  const known = marks.get(word);
  if (known) return known;
  let letters = '';
  for (let rest = marks.size; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  const mark = `[${kind}-${letters}]`;
  marks.set(word, mark);
  return mark;
}

function numbersIn(text: string): Stretch[] {
  const digits = arabicDigits(text);
  return NUMBERS.flatMap((number) => all(digits, number));
}

function all(text: string, wanted: RegExp): Stretch[] {
  return [...text.matchAll(wanted)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}

/** Whole names, and their parts where these are no words of the plan or of reports. */
function membersIn(text: string, names: readonly string[], everyday: string): Stretch[] {
  const parts = names
    .flatMap((name) => name.split(BETWEEN_PARTS))
    .filter((part) => letters(part) >= FEWEST_LETTERS && !everyday.includes(part) && !isWord(part));
  const whole = names.flatMap((name) => namePattern(name) ?? []);
  const found = whole.flatMap((name) => all(text, name));
  for (const part of new Set(parts))
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
      found.push({ start: at, end: at + part.length });
  return found;
}

/** Some names are words of reports too: whoever is called Success is not named by every one. */
function isWord(part: string): boolean {
  return wordsOf(part).some(({ start, end }) => start === 0 && end === part.length);
}

function letters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** What stands behind a title or an address, up to the next space or a word that follows names; behind a title the family name too. */
function titledIn(text: string, everyday: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(TITLED)) {
    const { index } = match;
    const title = match[1]!.toLowerCase();
    const from = index + match[0].length;
    const loose = ADDRESSES_BEFORE_NAME.find((word) => word === title);
    if (NO_NAME_AFTER.test(text.slice(index)) || isWithinWord(text, index, from)) continue;
    // a space after an address ends what is said to somebody
    if (loose && /\s/.test(text[from - 1]!) && loose !== POLITE_ADDRESS) continue;
    const first = nameAt(text, from);
    const end = from + first + (loose ? 0 : familyAt(text, from + first));
    // a fish of the plan is no doctor
    if (first > 0 && !everyday.includes(text.slice(index, end))) found.push({ start: from, end });
  }
  return found;
}

/** A title within a syllable or a Latin word is none, and thanks address nobody. */
function isWithinWord(text: string, at: number, after: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/[a-z]/i.test(text[at]!)) return /[a-z]$/i.test(before) || !/[\s.]/.test(text[after - 1]!);
  return tearsSyllable(text, at) || tearsSyllable(text, after) || ENDS_BEFORE_TITLE.test(before);
}

/** Letters of the name that begins there; 0 where none does. */
function nameAt(text: string, from: number): number {
  const run = THAI_RUN.exec(text.slice(from, from + LONGEST_NAME))?.[0] ?? '';
  const stop = AFTER_NAME.exec(run);
  const length = stop ? stop.index : run.length;
  return length < 2 ? 0 : length;
}

/** A family name follows one space, and ends the run of letters or stands before another space. */
function familyAt(text: string, from: number): number {
  if (text[from] !== ' ' || !/[\u0e01-\u0e2e\u0e40-\u0e44a-z]/i.test(text[from + 1] ?? '')) return 0;
  const name = nameAt(text, from + 1);
  return name === 0 ? 0 : name + 1;
}
