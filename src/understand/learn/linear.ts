/** Multinomial logistic regression over hashed features: from a bag of features to the probability of each answer. */
import type { Bag } from './bag.ts';

/** `weights[(id mod buckets) * classes + class] * scale` is what a feature says for a class; buckets are a power of two. */
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

export function scores({ classes, buckets, weights, scale }: Linear, { ids, values, runs }: Bag): number[] {
  const count = classes.length;
  const mask = buckets - 1;
  const sums: number[] = [];
  for (let k = 0; k < count; k++) sums.push(0);
  for (let at = 0; at < ids.length; at++) {
    const from = ((ids[at] as number) & mask) * count;
    const value = values[at] as number;
    for (let k = 0; k < count; k++) sums[k]! += weights[from + k]! * value;
  }
  for (const run of runs) {
    const own: number[] = [];
    for (let k = 0; k < count; k++) own.push(0);
    for (const id of run.ids) {
      const from = (id & mask) * count;
      for (let k = 0; k < count; k++) own[k]! += weights[from + k]!;
    }
    for (let k = 0; k < count; k++) sums[k]! += own[k]! * run.value;
  }
  for (let k = 0; k < count; k++) sums[k]! *= scale;
  return sums;
}

/** @returns a probability as that of the classes no and yes. */
export function yesOrNo(yes: number): [number, number] {
  return [1 - yes, yes];
}

export function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
