/** Tells a short word by itself from the same letters inside a word that nobody listed, the ช้า of ชิงช้า; asked while words and names are looked up. */
import type { Family } from './families.ts';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Longer words are hardly ever part of another by chance. */
const SHORT = 4;
/** Unknown letters around that are looked at. */
const AROUND = 24;

/** Families that state something; little words of grammar are told by their neighbours. */
const TELLING: ReadonlySet<Family> = new Set<Family>([
  'trouble',
  'left',
  'lacking',
  'cancel',
  'postpone',
  'done',
  'already',
  'act',
  'doing',
  'nearly',
  'start',
  'untouched',
  'will',
  'cannot',
  'advice',
  'spend',
  'budget',
  'participants',
  'person',
  'classifier',
]);

/**
 * @param family null for a word with a typing error, which may be any in the middle of another: the รวจแล้ว of สำรวจแล้ว.
 * @param reached end of the word before: letters from there to `at` are of no known word.
 * @returns whether the dictionary of the language has these letters in the middle of one word.
 */
export function isInside(
  text: string,
  at: number,
  end: number,
  family: Family | null,
  reached: number,
): boolean {
  if (at === reached || (family && (end - at > SHORT || !TELLING.has(family)))) return false;
  if (!isThai(text[at]) || !isThai(text[at - 1])) return false;
  let from = at;
  while (from > reached && at - from < AROUND && isThai(text[from - 1])) from--;
  let to = end;
  while (to < text.length && to - end < AROUND && isThai(text[to])) to++;
  const around = segmenter.segment(text.slice(from, to)).containing(at - from);
  return around !== undefined && around.index < at - from;
}

export function isThai(char: string | undefined): boolean {
  return char !== undefined && char >= '\u0e01' && char <= '\u0e4e';
}
