/** The words of a plan's names with what each tells among them; worked out once per plan and read by the name finder. */
import type { Activity } from '../../domain/activity.ts';
import { normalise } from '../spelling/normalise.ts';
import { rarityOf } from './everyday.ts';
import { SAME_THING } from '../words/same.ts';
import { type Numbered, numbersIn } from './numbered.ts';

export interface Term {
  node: number;
  /** Place of the word in the node's letters. */
  at: number;
  /** Letters from here to the end of the name, without tone marks. */
  letters: string;
  /** Ends of this and the following words, as offsets into `letters`. */
  ends: readonly number[];
  /** What this and the following words tell: one weight for each of `ends`. */
  weights: readonly number[];
  /** How rarely people say each of the words when they speak of anything. */
  rarities: readonly number[];
  /** The same words as they are written, with tone marks. */
  words: readonly string[];
  /** The first word of the name that says something. */
  head: boolean;
  /** Of the indicator, not of the name. */
  indicator: boolean;
  /** It begins with another word for the same thing. */
  otherwise: boolean;
}

export interface TermIndex {
  nodes: readonly Activity[];
  /** First two letters of a word → where such words begin. */
  byOpening: ReadonlyMap<string, readonly Term[]>;
  /** Sum of what the words of each node's name tell. */
  whole: readonly number[];
  /** The numbers in each node's name. */
  numbers: readonly (readonly Numbered[])[];
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
export const GENERAL =
  /^(?:กิจกรรม|โครงการ|งาน|การ|จัด|จัดทำ|ดำเนินการ|และ|ของ|ใน|ที่|เพื่อ|ให้|ด้าน|แผนงาน|ยุทธศาสตร์|จำนวน|ร้อยละ|ผู้|ความ)$/;

export interface WordAt {
  word: string;
  start: number;
  end: number;
}

/**
 * Short names, which people write with and without signs and say letter by letter: 5ส, ว16, K-9, B.T.C., กข.คจ., คอทอชอ.
 * The dictionary would tear them.
 */
const SHORT_NAME =
  /(?<![a-z\d\u0e01-\u0e4e.])(?:(?:[a-z]\.){2,}[a-z]?(?![a-z])|[a-z]{1,3}-?\d{1,3}(?![a-z\d.,/])|\d{1,2}[a-zก-ฮ](?![a-z\u0e01-\u0e4e.])|(?![มป]\d(?!\d))[ก-ฮ]\d{1,3}(?![\d.,/\u0e01-\u0e4e])|(?:[ก-ฮ]{1,3}\.){2,}[ก-ฮ]{0,3}(?![\u0e01-\u0e4e])|(?:[ก-ฮ]อ){3,})/g;
const SPOKEN_LETTERS = /^(?:[ก-ฮ]อ){3,}$/;

/** @returns whether something is said by letter and number: of such names little is left without the number. */
export function isShortName(said: string): boolean {
  return /^(?:[a-z]{1,3}-?\d{1,3}|\d{1,2}[a-zก-ฮ]|[ก-ฮ]\d{1,3})$/.test(said);
}

function shortNamesIn(text: string): WordAt[] {
  return [...text.matchAll(SHORT_NAME)].map(({ 0: said, index }) => ({
    word: SPOKEN_LETTERS.test(said) ? said.replace(/(.)อ/g, '$1') : said.replace(/[.-]/g, ''),
    start: index,
    end: index + said.length,
  }));
}

/** @returns the words of a normal text: short names, Thai by the dictionary, Latin letters and figures by themselves. */
export function wordsIn(text: string): WordAt[] {
  const words = shortNamesIn(text);
  const torn = (start: number, end: number): boolean =>
    words.some((one) => one.start < end && one.end > start);
  const others: WordAt[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike)
      for (const part of segment.matchAll(/[a-z]+|\d+|[\u0e01-\u0e4e]+/g)) {
        const [start, end] = [index + part.index, index + part.index + part[0].length];
        if (words.length === 0 || !torn(start, end)) others.push({ word: part[0], start, end });
      }
  return words.length === 0 ? others : [...words, ...others].sort((a, b) => a.start - b.start);
}

/** @returns letters without tone marks, the first to be mistyped. */
export function toneless(word: string): string {
  return word.replace(/[\u0e47-\u0e4e]/g, '');
}

type Flags = Pick<Term, 'head' | 'indicator' | 'otherwise'>;

/** Words of a name that are looked for in a row. */
const LONGEST = 8;

/** First word → the things called so: all their words, and what else they are called. */
let things: Map<string, { words: readonly string[]; others: readonly (readonly string[])[] }[]> | null = null;

function sameThings(): NonNullable<typeof things> {
  const map: NonNullable<typeof things> = new Map();
  for (const forms of SAME_THING) {
    const all = forms.map((form) => wordsIn(normalise(form).text).map(({ word }) => word));
    for (const words of all) {
      const [first] = words;
      if (first === undefined) continue;
      const others = all.filter((one) => one !== words && one.length > 0);
      map.set(first, [...(map.get(first) ?? []), { words, others }]);
    }
  }
  return map;
}

/** @returns how many words of a name from `at` are one thing, and what else it is called. */
function sameThingsAt(
  words: readonly string[],
  at: number,
): { length: number; others: readonly (readonly string[])[] }[] {
  things ??= sameThings();
  return (things.get(words[at] as string) ?? [])
    .filter((thing) => thing.words.every((word, place) => words[at + place] === word))
    .map((thing) => ({ length: thing.words.length, others: thing.others }));
}

/** @param nodes the plan's activities, in order. */
export function termsOf(nodes: readonly Activity[]): TermIndex {
  const names = nodes.map(({ name }) => wordsIn(normalise(name).text).map(({ word }) => word));
  const indicators = nodes.map(({ indicator }) =>
    wordsIn(normalise(indicator ?? '').text).map(({ word }) => word),
  );
  const counts = new Map<string, number>();
  for (const [at, words] of names.entries())
    for (const word of new Set([...words, ...(indicators[at] as string[])].map(toneless)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const tells = (word: string): number =>
    GENERAL.test(word) || word.length < 2
      ? 0.05
      : Math.log((nodes.length + 1) / (counts.get(toneless(word)) ?? 1)) * (/^\d+$/.test(word) ? 0.5 : 1);
  const byOpening = new Map<string, Term[]>();
  const put = (
    node: number,
    at: number,
    rest: readonly string[],
    weights: readonly number[],
    flags: Flags,
  ): void => {
    const opening = toneless(rest.join('')).slice(0, 2);
    if (opening.length < 2 && !/^\d/.test(opening)) return;
    const ends: number[] = [];
    let letters = '';
    for (const word of rest) ends.push((letters += toneless(word)).length);
    const rarities = rest.map((word) => (GENERAL.test(word) ? 0 : rarityOf(word)));
    const term: Term = { node, at, letters, ends, weights, rarities, words: rest, ...flags };
    const list = byOpening.get(opening);
    if (list) list.push(term);
    else byOpening.set(opening, [term]);
  };
  const add = (node: number, words: readonly string[], indicator: boolean): void => {
    const strength = indicator ? 0.5 : 1;
    const weigh = (some: readonly string[]): number[] => some.map((word) => tells(word) * strength);
    let headed = indicator;
    for (let at = 0; at < words.length; at++) {
      const head = !headed && tells(words[at] as string) > 0.1;
      headed ||= head;
      const rest = words.slice(at, at + LONGEST);
      put(node, at, rest, weigh(rest), { head, indicator, otherwise: false });
      for (const { length, others } of sameThingsAt(words, at)) {
        const told = weigh(words.slice(at, at + length)).reduce((sum, one) => sum + one, 0);
        const after = words.slice(at + length, at + LONGEST);
        for (const other of others)
          put(node, at, [...other, ...after], [...other.map(() => told / other.length), ...weigh(after)], {
            head,
            indicator,
            otherwise: true,
          });
      }
    }
  };
  for (const [node, words] of names.entries()) {
    add(node, words, false);
    add(node, indicators[node] as string[], true);
  }
  return {
    nodes,
    byOpening,
    numbers: names.map(numbersIn),
    whole: names.map((words) => [...new Set(words)].reduce((sum, word) => sum + tells(word), 0)),
  };
}
