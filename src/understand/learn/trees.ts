/** Evaluates boosted trees over a row of signs: from what the linear models think and the rules see to the probability of each answer. */
import { softmax } from './linear.ts';

/**
 * Every tree is complete: `depth` questions lead to one of `2 ** depth` leaves, each with a score for every class.
 * The questions of tree `t` stand from `t * (2 ** depth - 1)` on, its leaves from `t * 2 ** depth * classes` on.
 */
export interface Trees {
  classes: readonly string[];
  depth: number;
  /** Which sign a question is about; it goes right where the sign is above the limit. */
  signs: Uint8Array;
  limits: Float32Array;
  leaves: Int8Array | Float32Array;
  scale: number;
}

/** @param first what the first layer thinks of each class. @returns the probability of each class, in the order of `trees.classes`. */
export function chancesIn(trees: Trees, first: readonly number[], row: readonly number[]): number[] {
  return softmax(treeScores(trees, row).map((score, k) => score + scoreOf(first[k] ?? 0)));
}

/** @returns what a class is worth before any tree: the first layer is trusted by half, and never quite sure. */
export function scoreOf(chance: number): number {
  return TRUST * Math.log(Math.max(chance, LEAST));
}

const TRUST = 0.5;
const LEAST = 0.01;

function treeScores(
  { classes, depth, signs, limits, leaves, scale }: Trees,
  exact: readonly number[],
): number[] {
  // as rounded as the limits are
  const row = Float32Array.from(exact);
  const count = classes.length;
  const inner = (1 << depth) - 1;
  const sums = classes.map(() => 0);
  for (let from = 0, leaf = 0; from < signs.length; from += inner, leaf += (inner + 1) * count) {
    let at = 0;
    while (at < inner) at = 2 * at + (row[signs[from + at]!]! > limits[from + at]! ? 2 : 1);
    const place = leaf + (at - inner) * count;
    for (let k = 0; k < count; k++) sums[k]! += leaves[place + k]!;
  }
  for (let k = 0; k < count; k++) sums[k]! *= scale;
  return sums;
}
