/** What people say of a work whose name says it otherwise: words of messages beside words of names, as training saw them together in several offices; called by the name finder and by training. */
import { hashOf } from '../learn/bag.ts';
import { normalise } from '../spelling/normalise.ts';
import type { PlanIndex } from '../plan-index.ts';
import { GENERAL, toneless, type WordAt, wordsIn } from './terms.ts';

/** Pairs of words, by their hashes: of a word that people say, from `from[at]` to `from[at + 1]` the words of names it goes with. */
export interface Associations {
  /** Ascending. */
  said: Uint32Array;
  from: Uint32Array;
  named: Uint32Array;
  /** How much oftener it is said of such names than of others: its logarithm, times `STEP`. */
  weights: Uint8Array;
}

export const STEP = 30;

export const NO_ASSOCIATIONS: Associations = {
  said: new Uint32Array(),
  from: new Uint32Array(1),
  named: new Uint32Array(),
  weights: new Uint8Array(),
};

/** @returns the hash of a word without tone marks. */
export function wordHash(word: string): number {
  return hashOf(toneless(word));
}

/** @returns the words that tell something, each once. */
export function tellingWords(text: string): string[] {
  return [...new Set(wordsIn(text).map(({ word }) => word))].filter(
    (word) => word.length > 1 && !/\d/.test(word) && !GENERAL.test(word),
  );
}

const placesOfWords = new WeakMap<PlanIndex, ReadonlyMap<number, readonly number[]>>();

/** @returns hash of each word of names and indicators → the nodes that have it. */
function nodesByWord(index: PlanIndex): ReadonlyMap<number, readonly number[]> {
  const known = placesOfWords.get(index);
  if (known) return known;
  const nodes = new Map<number, number[]>();
  for (const [node, { name, indicator }] of index.terms.nodes.entries())
    for (const word of tellingWords(normalise(`${name} ${indicator ?? ''}`).text)) {
      const hash = wordHash(word);
      const list = nodes.get(hash);
      if (!list) nodes.set(hash, [node]);
      else if (!list.includes(node)) list.push(node);
    }
  placesOfWords.set(index, nodes);
  return nodes;
}

/** How much a text speaks of each activity in other words, by its place in the plan. */
export interface Associated {
  scores: Float64Array;
  /** The word that tells most of each; null where none tells anything. */
  words: (WordAt | null)[];
}

export function associatedWith(
  words: readonly WordAt[],
  index: PlanIndex,
  { said, from, named, weights }: Associations,
): Associated {
  const nodes = nodesByWord(index);
  const count = index.terms.nodes.length;
  const scores = new Float64Array(count);
  const best = new Float64Array(count);
  const telling: (WordAt | null)[] = Array.from({ length: count }, () => null);
  const seen = new Set<number>();
  const most = new Map<number, number>();
  for (const one of words) {
    if (one.word.length < 2) continue;
    const hash = wordHash(one.word);
    const at = seen.has(hash) ? -1 : placeOf(said, hash);
    seen.add(hash);
    if (at < 0) continue;
    most.clear();
    for (let pair = from[at]!; pair < from[at + 1]!; pair++)
      for (const node of nodes.get(named[pair]!) ?? [])
        most.set(node, Math.max(most.get(node) ?? 0, weights[pair]! / STEP));
    for (const [node, weight] of most) {
      scores[node]! += weight;
      if (weight > best[node]!) [best[node], telling[node]] = [weight, one];
    }
  }
  return { scores, words: telling };
}

function placeOf(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = sorted[middle]!;
    if (here === wanted) return middle;
    if (here < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
