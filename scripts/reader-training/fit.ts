/** Fits a logistic regression by stochastic gradients with AdaGrad steps; the same input gives the same weights. */
import { type Bag, flat, sizeOf } from '../../src/understand/learn/bag.ts';
import type { Linear } from '../../src/understand/learn/linear.ts';

export interface Example {
  bag: Bag;
  /** Index of the right class. */
  answer: number;
  weight?: number;
}

export interface FitOptions {
  buckets: number;
  epochs: number;
  rate: number;
  /** Ridge penalty on every weight touched. */
  decay: number;
}

/** Examples in long rows of numbers, which several threads can read at once; the features of example `e` stand from `starts[e]` to `starts[e + 1]`. */
export interface BagTable {
  starts: Uint32Array<SharedArrayBuffer>;
  ids: Uint32Array<SharedArrayBuffer>;
  values: Float32Array<SharedArrayBuffer>;
  answers: Uint8Array<SharedArrayBuffer>;
  weights: Float32Array<SharedArrayBuffer>;
}

export function bagTable(examples: readonly Example[]): BagTable {
  let size = 0;
  for (const { bag } of examples) size += sizeOf(bag);
  const table: BagTable = {
    starts: new Uint32Array(new SharedArrayBuffer(4 * (examples.length + 1))),
    ids: new Uint32Array(new SharedArrayBuffer(4 * size)),
    values: new Float32Array(new SharedArrayBuffer(4 * size)),
    answers: new Uint8Array(new SharedArrayBuffer(examples.length)),
    weights: new Float32Array(new SharedArrayBuffer(4 * examples.length)),
  };
  let from = 0;
  for (const [at, { bag, answer, weight = 1 }] of examples.entries()) {
    const { ids, values } = flat(bag);
    table.ids.set(ids, from);
    table.values.set(values, from);
    table.starts[at] = from;
    from += ids.length;
    table.answers[at] = answer;
    table.weights[at] = weight;
  }
  table.starts[examples.length] = from;
  return table;
}

/** @param rows which of the table's examples are learned from. @returns a model with weights as floats. */
export function fit(
  classes: readonly string[],
  table: BagTable,
  rows: readonly number[],
  options: FitOptions,
): Linear {
  const { buckets, epochs, rate, decay } = options;
  const { starts, ids, values } = table;
  const count = classes.length;
  const weights = new Float32Array(buckets * count);
  const squares = new Float32Array(buckets * count).fill(1e-2);
  const mask = buckets - 1;
  const reach = reachOf(
    count,
    rows.map((at) => ({
      ids: [ids.subarray(starts[at], starts[at + 1])],
      answer: table.answers[at]!,
      weight: table.weights[at]!,
    })),
    buckets,
  );
  const random = randomFrom(7);
  const order = [...rows];
  const errors = new Float64Array(count);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const answer = table.answers[at]!;
      const weight = table.weights[at]!;
      errors.fill(0);
      for (let f = starts[at]!; f < starts[at + 1]!; f++) {
        const from = (ids[f]! & mask) * count;
        const value = values[f]!;
        for (let k = from; k < from + count; k++) errors[k - from]! += weights[k]! * value;
      }
      softmaxInPlace(errors);
      for (let k = 0; k < count; k++) errors[k] = (errors[k]! - (k === answer ? 1 : 0)) * weight;
      for (let f = starts[at]!; f < starts[at + 1]!; f++) {
        const from = (ids[f]! & mask) * count;
        const value = values[f]!;
        for (let k = from; k < from + count; k++) {
          // a step as if the weight were a part of its reach
          const own = reach[k]!;
          const gradient = errors[k - from]! * value * own + (decay * weights[k]!) / own;
          const square = squares[k]! + gradient * gradient;
          squares[k] = square;
          weights[k]! -= (rate * own * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return { classes, buckets, weights, scale: 1 };
}

/** @returns the probabilities of each of some examples, one class after the other. */
export function predict(
  { classes, buckets, weights }: Linear,
  { starts, ids, values }: BagTable,
  rows: readonly number[],
): Float32Array {
  const count = classes.length;
  const out = new Float32Array(rows.length * count);
  const sums = new Float64Array(count);
  for (const [place, at] of rows.entries()) {
    sums.fill(0);
    for (let f = starts[at]!; f < starts[at + 1]!; f++) {
      const from = (ids[f]! & (buckets - 1)) * count;
      for (let k = 0; k < count; k++) sums[k]! += weights[from + k]! * values[f]!;
    }
    softmaxInPlace(sums);
    out.set(sums, place * count);
  }
  return out;
}

/**
 * How far each weight may go: a feature that is about as frequent in a class as elsewhere says little of it,
 * whatever chance made of a few examples (naive Bayes as a prior, Wang and Manning 2012).
 */
export function reachOf(
  count: number,
  examples: readonly { ids: readonly Uint32Array[]; answer: number; weight?: number | undefined }[],
  buckets: number,
): Float32Array {
  const inside = new Float32Array(buckets * count);
  const all = new Float32Array(buckets);
  const sizes = new Float64Array(count);
  const seenIn = new Int32Array(buckets).fill(-1);
  for (const [at, { ids, answer, weight = 1 }] of examples.entries()) {
    sizes[answer]! += weight;
    for (const list of ids)
      for (const id of list) {
        const bucket = id & (buckets - 1);
        if (seenIn[bucket] === at) continue;
        seenIn[bucket] = at;
        inside[bucket * count + answer]! += weight;
        all[bucket]! += weight;
      }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const reach = new Float32Array(buckets * count);
  for (let k = 0; k < reach.length; k++) {
    const size = sizes[k % count]!;
    const there = (inside[k]! + 1) / (size + 2);
    const elsewhere = (all[Math.floor(k / count)]! - inside[k]! + 1) / (total - size + 2);
    reach[k] = Math.min(REACH.most, REACH.least + REACH.slope * Math.abs(Math.log(there / elsewhere)));
  }
  return reach;
}

const REACH = { least: 0.2, slope: 0.5, most: 1.5 };

function softmaxInPlace(scores: Float64Array): void {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let total = 0;
  for (let k = 0; k < scores.length; k++) total += scores[k] = Math.exp(scores[k]! - most);
  for (let k = 0; k < scores.length; k++) scores[k]! /= total;
}

/** @returns numbers from 0 to 1, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}
