/** Multinomial logistic regression over hashed features: from a bag of features to the probability of each answer. */
import type { Bag } from './bag.ts';

/** `weights[(id mod buckets) * classes + class] * scale` is what a feature says for a class. */
export interface Linear {
  classes: readonly string[];
  buckets: number;
  weights: Int8Array | Float32Array;
  scale: number;
}

/** @returns the probability of each class, in the order of `model.classes`. */
export function probabilities(model: Linear, bag: Bag): number[] {
  return softmax(scores(model, bag));
}

export function scores({ classes, buckets, weights, scale }: Linear, { ids, values }: Bag): number[] {
  const count = classes.length;
  const sums = Array.from({ length: count }, () => 0);
  for (let at = 0; at < ids.length; at++) {
    const from = ((ids[at] as number) % buckets) * count;
    const value = (values[at] as number) * scale;
    for (let k = 0; k < count; k++) sums[k] = (sums[k] as number) + (weights[from + k] as number) * value;
  }
  return sums;
}

export function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
