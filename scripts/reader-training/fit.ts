/** Fits a logistic regression by stochastic gradients with AdaGrad steps; the same input gives the same weights. */
import { type Bag, flat } from '../../src/understand/learn/bag.ts';
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

/** @returns a model with weights as floats. */
export function fit(classes: readonly string[], examples: readonly Example[], options: FitOptions): Linear {
  const { buckets, epochs, rate, decay } = options;
  const count = classes.length;
  const weights = new Float32Array(buckets * count);
  const squares = new Float32Array(buckets * count).fill(1e-2);
  const bags = examples.map(({ bag }) => flat(bag));
  const mask = buckets - 1;
  const reach = reachOf(
    count,
    examples.map(({ answer, weight }, at) => ({ ids: [bags[at]!.ids], answer, weight })),
    buckets,
  );
  const random = randomFrom(7);
  const order = examples.map((_, at) => at);
  const errors = new Float64Array(count);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { answer, weight = 1 } = examples[at] as Example;
      const { ids, values } = bags[at]!;
      errors.fill(0);
      for (let f = 0; f < ids.length; f++) {
        const from = (ids[f]! & mask) * count;
        const value = values[f]!;
        for (let k = from; k < from + count; k++) errors[k - from]! += weights[k]! * value;
      }
      softmaxInPlace(errors);
      for (let k = 0; k < count; k++) errors[k] = (errors[k]! - (k === answer ? 1 : 0)) * weight;
      for (let f = 0; f < ids.length; f++) {
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
