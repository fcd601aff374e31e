/** Fits a logistic regression by stochastic gradients with AdaGrad steps; the same input gives the same weights. */
import type { Bag } from '../../src/understand/learn/bag.ts';
import { type Linear, softmax, scores } from '../../src/understand/learn/linear.ts';

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
  const model: Linear = { classes, buckets, weights, scale: 1 };
  const random = randomFrom(7);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { bag, answer, weight = 1 } = examples[at] as Example;
      const chances = softmax(scores(model, bag));
      const errors = chances.map((chance, k) => (chance - (k === answer ? 1 : 0)) * weight);
      for (let f = 0; f < bag.ids.length; f++) {
        const from = ((bag.ids[f] as number) % buckets) * count;
        const value = bag.values[f] as number;
        for (let k = 0; k < count; k++) {
          const gradient = (errors[k] as number) * value + decay * (weights[from + k] as number);
          const square = (squares[from + k] as number) + gradient * gradient;
          squares[from + k] = square;
          weights[from + k] = (weights[from + k] as number) - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return model;
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
