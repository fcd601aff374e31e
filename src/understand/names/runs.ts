/** Finds where a text says words of the plan's names, whole or as far as people shorten them; read by the candidates. */
import { rarityOf } from './everyday.ts';
import type { TermIndex, Term, WordAt } from './terms.ts';
import { toneless } from './terms.ts';

/** A stretch of the text that says words of one name in a row. */
export interface Run {
  node: number;
  start: number;
  end: number;
  /** What the words tell together. */
  weight: number;
  /** Places of the name's words it covers. */
  from: number;
  words: number;
  head: boolean;
  indicator: boolean;
  /** It begins with another word for what the name says. */
  otherwise: boolean;
  /** The last word is only begun: คอม for คอมพิวเตอร์. */
  short: boolean;
  /** It is written without a mark that the name has. */
  tone: boolean;
  /** The word that tells most of those said. */
  telling: string;
  /** How rarely people say its words when they speak of anything: of the rarest, and of all together. */
  rarest: number;
  rarity: number;
}

/** Words of grammar are said more often than in one message of twenty; they name nothing anywhere. */
const SAID = 3;

/** Begun words must have this many letters. */
const BEGUN = 3;

/** @param words of the text, in order. @returns every run, of all nodes. */
export function runsIn(
  text: string,
  words: readonly WordAt[],
  index: TermIndex,
  blocked: (start: number, end: number) => boolean,
): Run[] {
  const runs: Run[] = [];
  const bare = words.map(({ word }) => toneless(word));
  for (const [at, word] of words.entries()) {
    if (blocked(word.start, word.end)) continue;
    const first = bare[at] as string;
    const next = bare[at + 1];
    const opening = first.length >= 2 || next === undefined ? first.slice(0, 2) : (first + next).slice(0, 2);
    for (const term of index.byOpening.get(opening) ?? []) {
      const run = follow(words, bare, at, term, text);
      if (run) runs.push(run);
    }
  }
  return runs;
}

function follow(
  words: readonly WordAt[],
  bare: readonly string[],
  at: number,
  term: Term,
  text: string,
): Run | null {
  let letters = '';
  let last = -1;
  for (let index = at; index < words.length && letters.length < term.letters.length; index++) {
    if (index > at && (words[index] as WordAt).start - (words[index - 1] as WordAt).end > 1) break;
    if (
      index > at &&
      text.slice((words[index - 1] as WordAt).end, (words[index] as WordAt).start).includes('\n')
    )
      break;
    const longer = letters + bare[index];
    if (!term.letters.startsWith(longer)) break;
    letters = longer;
    last = index;
  }
  if (last < at) return null;
  const full = term.ends.filter((end) => end <= letters.length).length;
  const rest = letters.length - (full > 0 ? (term.ends[full - 1] as number) : 0);
  const begun = rest >= (/[a-z]/.test(letters) ? 2 : BEGUN) && full < term.ends.length ? rest : 0;
  if (full === 0 && begun === 0) return null;
  const whole =
    begun > 0 ? (term.ends[full] as number) - (full > 0 ? (term.ends[full - 1] as number) : 0) : 1;
  let weight = 0;
  let most = -1;
  let telling = '';
  let [rarest, rarity] = [0, 0];
  for (let word = 0; word < full + (begun > 0 ? 1 : 0); word++) {
    const part = (term.weights[word] as number) * (word === full ? 0.4 + (0.6 * begun) / whole : 1);
    weight += part;
    if (part > most) [most, telling] = [part, term.words[word] as string];
    const rare = (term.rarities[word] as number) * (word === full ? 0.5 : 1);
    rarest = Math.max(rarest, rare);
    if (rare > SAID) rarity += rare;
  }
  const said = words
    .slice(at, last + 1)
    .map(({ word }) => word)
    .join('');
  const named = term.words.join('');
  if (otherTone(said, named)) return null;
  return {
    node: term.node,
    start: (words[at] as WordAt).start,
    end: (words[last] as WordAt).end,
    weight,
    from: term.at,
    words: full + (begun > 0 ? 1 : 0),
    head: term.head,
    indicator: term.indicator,
    otherwise: term.otherwise,
    short: begun > 0,
    tone: !named.startsWith(said),
    telling,
    rarest,
    rarity,
  };
}

/** Tone marks may be left out in haste, but not be others: เสียง is no เสี่ยง, nor the other way. */
function otherTone(said: string, named: string): boolean {
  const [mine, its] = [tonesOf(said), tonesOf(named)];
  return (
    mine.some((tone, at) => tone !== '' && tone !== its[at]) ||
    (mine.every((tone) => tone === '') &&
      its.slice(0, mine.length).some((tone) => tone !== '') &&
      rarityOf(said) < RARE)
  );
}

/** A word of its own that people say: not the name's word without its mark. */
const RARE = 8;

/** @returns the tone mark of each letter, or nothing. */
function tonesOf(word: string): string[] {
  const tones: string[] = [];
  for (const char of word)
    if (/[\u0e48-\u0e4b]/.test(char)) tones[tones.length - 1] = char;
    else if (!/[\u0e47\u0e4c-\u0e4e]/.test(char)) tones.push('');
  return tones;
}
