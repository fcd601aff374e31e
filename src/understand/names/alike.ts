/** Compares the letters of a text with those of the plan's names, in short rows: what is misspelt, cut off or joined is still alike; called by the name finder and by training. */
import type { Activity } from '../../domain/activity.ts';
import { gramsOf } from '../learn/bag.ts';
import { normalise } from '../spelling/normalise.ts';
import type { PlanIndex } from '../plan-index.ts';
import { toneless } from './terms.ts';

/** For each row of letters, by its hash, the nodes whose names have it, and how much it tells among them. */
interface AlikeIndex {
  rows: ReadonlyMap<number, readonly { node: number; weight: number }[]>;
  /** What a name would be worth that is said to the letter. */
  whole: Float64Array;
  places: ReadonlyMap<string, number>;
}

/** How much each row of letters tells among all that people report, by the low bits of its hash; what is not there is rare. */
export type Heard = Uint8Array;

export const HEARD_SIZE = 1 << 16;
const RAREST = 7;
const STEP = 30;
const [SHORTEST, LONGEST] = [2, 4];
const OF_INDICATOR = 0.4;

/** @returns the rows of letters of a text, each once. */
export function rowsOfLetters(text: string): Set<number> {
  const letters = toneless(text).replace(/[^a-z\u0e01-\u0e4e]+/g, '');
  return new Set(gramsOf(0, letters, SHORTEST, LONGEST));
}

const indexes = new WeakMap<PlanIndex, AlikeIndex>();

function alikeIndexOf(index: PlanIndex): AlikeIndex {
  let known = indexes.get(index);
  if (!known) indexes.set(index, (known = build(index.terms.nodes)));
  return known;
}

function build(nodes: readonly Activity[]): AlikeIndex {
  const rows = new Map<number, { node: number; weight: number }[]>();
  for (const [node, { name, indicator }] of nodes.entries()) {
    const own = rowsOfLetters(normalise(name).text);
    const put = (row: number, weight: number): void => {
      const list = rows.get(row);
      if (list) list.push({ node, weight });
      else rows.set(row, [{ node, weight }]);
    };
    for (const row of own) put(row, 1);
    for (const row of rowsOfLetters(normalise(indicator ?? '').text))
      if (!own.has(row)) put(row, OF_INDICATOR);
  }
  const whole = new Float64Array(nodes.length);
  for (const [row, list] of rows) {
    const tells = Math.log((nodes.length + 1) / list.length);
    // what is in nearly every name tells them not apart
    if (tells < 0.5) rows.delete(row);
    for (const one of list) {
      one.weight *= tells;
      whole[one.node]! += one.weight;
    }
  }
  return { rows, whole, places: new Map(nodes.map(({ code }, node) => [code, node])) };
}

/** How alike a text is to the name of each activity: what they share, and which share of the name this is. */
export interface Alikeness {
  /** Place of each code in the two. */
  places: ReadonlyMap<string, number>;
  shared: Float64Array;
  shares: Float64Array;
}

export function alikeness(text: string, index: PlanIndex, heard: Heard): Alikeness {
  const { rows, whole, places } = alikeIndexOf(index);
  const shared = new Float64Array(whole.length);
  const shares = new Float64Array(whole.length);
  for (const row of rowsOfLetters(text)) {
    const list = rows.get(row);
    if (!list) continue;
    const tells = RAREST - heard[row & (HEARD_SIZE - 1)]! / STEP;
    for (const { node, weight } of list) {
      shared[node]! += (weight * tells * tells) / 100;
      shares[node]! += weight / Math.max(1, whole[node]!);
    }
  }
  return { places, shared, shares };
}

/** @returns what the text shares with the name of an activity. */
export function sharedWith({ places, shared }: Alikeness, code: string): number {
  return shared[places.get(code) ?? -1] ?? 0;
}

/** @param texts what people report, normalised. @returns how often each row of letters is heard. */
export function heardIn(texts: readonly string[]): Heard {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (const row of rowsOfLetters(text)) counts.set(row, (counts.get(row) ?? 0) + 1);
  const heard = new Uint8Array(HEARD_SIZE);
  for (const [row, count] of counts) {
    const often = (RAREST - Math.min(RAREST, Math.log((texts.length + 50) / (count + 5)))) * STEP;
    const at = row & (HEARD_SIZE - 1);
    if (count >= HEARD_LEAST) heard[at] = Math.max(heard[at]!, Math.round(often));
  }
  return heard;
}

const HEARD_LEAST = 8;
