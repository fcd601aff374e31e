/** Fits boosted trees by gradients over binned signs, a tree for all classes at a time; the same input gives the same trees. */
import { scoreOf, type Trees } from '../../src/understand/learn/trees.ts';
import { randomFrom } from './fit.ts';

export interface SignRow {
  /** What the first layer thinks of each class. */
  first: readonly number[];
  signs: readonly number[];
  /** Index of the right class. */
  answer: number;
  weight?: number;
}

export interface TreeOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of weights in a leaf. */
  least: number;
  /** Ridge penalty on a leaf. */
  ridge: number;
}

const BINS = 32;
/** Share of the rows and of the signs each tree sees. */
const ROWS = 0.6;
const SIGNS = 0.5;

/** @returns trees with leaves as floats. */
export function fitTrees(classes: readonly string[], rows: readonly SignRow[], options: TreeOptions): Trees {
  const { trees, depth, rate, least, ridge } = options;
  const count = classes.length;
  const width = rows[0]?.signs.length ?? 0;
  if (width > 255) throw new Error('a question has a byte for its sign');
  const { bins, limits } = binned(rows, width);
  const random = randomFrom(11);
  const scores = new Float64Array(rows.length * count);
  for (const [at, { first }] of rows.entries())
    for (let k = 0; k < count; k++) scores[at * count + k] = scoreOf(first[k] ?? 0);
  const inner = (1 << depth) - 1;
  const out: Trees = {
    classes,
    depth,
    signs: new Uint8Array(trees * inner),
    limits: new Float32Array(trees * inner).fill(Infinity),
    leaves: new Float32Array(trees * (inner + 1) * count),
    scale: 1,
  };
  const slopes = new Float64Array(rows.length * count);
  const bends = new Float64Array(rows.length * count);
  const node = new Uint8Array(rows.length);
  const pair = 2 * count;
  const sums = new Float64Array((1 << depth) * BINS * pair);
  for (let tree = 0; tree < trees; tree++) {
    derive(rows, scores, slopes, bends, count);
    const taken: number[] = [];
    for (let at = 0; at < rows.length; at++) if (random() < ROWS) taken.push(at);
    const asked: number[] = [];
    for (let sign = 0; sign < width; sign++) if (random() < SIGNS) asked.push(sign);
    const questions: { sign: number; bin: number }[] = [];
    node.fill(0);
    for (let level = 0; level < depth; level++) {
      const nodes = 1 << level;
      const best = Array.from({ length: nodes }, () => ({ gain: 1e-6, sign: 0, bin: BINS }));
      for (const sign of asked) {
        const column = bins[sign]!;
        sums.fill(0, 0, nodes * BINS * pair);
        for (const at of taken) {
          const place = (node[at]! * BINS + column[at]!) * pair;
          for (let k = 0; k < count; k++) {
            sums[place + k]! += slopes[at * count + k]!;
            sums[place + count + k]! += bends[at * count + k]!;
          }
        }
        for (let one = 0; one < nodes; one++) improve(best[one]!, sums, one, sign, count, least, ridge);
      }
      for (const { sign, bin } of best) questions.push({ sign, bin });
      const first = nodes - 1;
      for (let at = 0; at < rows.length; at++) {
        const { sign, bin } = questions[first + node[at]!]!;
        node[at] = 2 * node[at]! + (bins[sign]![at]! > bin ? 1 : 0);
      }
    }
    for (const [at, { sign, bin }] of questions.entries()) {
      out.signs[tree * inner + at] = sign;
      out.limits[tree * inner + at] = bin < BINS ? (limits[sign]![bin] ?? Infinity) : Infinity;
    }
    const leaves = leavesOf(taken, node, slopes, bends, count, inner + 1, ridge, rate);
    out.leaves.set(leaves, tree * leaves.length);
    for (let at = 0; at < rows.length; at++)
      for (let k = 0; k < count; k++) scores[at * count + k]! += leaves[node[at]! * count + k]!;
  }
  return out;
}

/** Takes the best cut of one sign in one node where it gains more than what was found before. */
function improve(
  best: { gain: number; sign: number; bin: number },
  sums: Float64Array,
  node: number,
  sign: number,
  count: number,
  least: number,
  ridge: number,
): void {
  const pair = 2 * count;
  const from = node * BINS * pair;
  const total = new Float64Array(pair);
  for (let bin = 0; bin < BINS; bin++)
    for (let k = 0; k < pair; k++) total[k]! += sums[from + bin * pair + k]!;
  const left = new Float64Array(pair);
  let whole = 0;
  for (let k = 0; k < count; k++) whole += total[k]! ** 2 / (total[count + k]! + ridge);
  for (let bin = 0; bin < BINS - 1; bin++) {
    let gain = -whole;
    let [one, other] = [0, 0];
    for (let k = 0; k < pair; k++) left[k]! += sums[from + bin * pair + k]!;
    for (let k = 0; k < count; k++) {
      const [bend, rest] = [left[count + k]!, total[count + k]! - left[count + k]!];
      one += bend;
      other += rest;
      gain += left[k]! ** 2 / (bend + ridge) + (total[k]! - left[k]!) ** 2 / (rest + ridge);
    }
    if (one < least || other < least || gain <= best.gain) continue;
    best.gain = gain;
    best.sign = sign;
    best.bin = bin;
  }
}

function leavesOf(
  taken: readonly number[],
  node: Uint8Array,
  slopes: Float64Array,
  bends: Float64Array,
  count: number,
  size: number,
  ridge: number,
  rate: number,
): Float32Array {
  const slope = new Float64Array(size * count);
  const bend = new Float64Array(size * count);
  for (const at of taken)
    for (let k = 0; k < count; k++) {
      slope[node[at]! * count + k]! += slopes[at * count + k]!;
      bend[node[at]! * count + k]! += bends[at * count + k]!;
    }
  return Float32Array.from(slope, (value, at) => (-rate * value) / (bend[at]! + ridge));
}

/** First and second derivatives of the loss by each score. */
function derive(
  rows: readonly SignRow[],
  scores: Float64Array,
  slopes: Float64Array,
  bends: Float64Array,
  count: number,
): void {
  for (const [at, { answer, weight = 1 }] of rows.entries()) {
    let most = -Infinity;
    for (let k = 0; k < count; k++) most = Math.max(most, scores[at * count + k]!);
    let total = 0;
    for (let k = 0; k < count; k++)
      total += slopes[at * count + k] = Math.exp(scores[at * count + k]! - most);
    for (let k = 0; k < count; k++) {
      const chance = slopes[at * count + k]! / total;
      slopes[at * count + k] = (chance - (k === answer ? 1 : 0)) * weight;
      bends[at * count + k] = Math.max(1e-6, chance * (1 - chance)) * weight;
    }
  }
}

/** @returns the bin of each row by each sign, and the limits between the bins: a row above `limits[bin]` lies in a later bin. */
function binned(rows: readonly SignRow[], width: number): { bins: Uint8Array[]; limits: number[][] } {
  const bins: Uint8Array[] = [];
  const limits: number[][] = [];
  for (let sign = 0; sign < width; sign++) {
    const values = Float32Array.from(rows, ({ signs }) => signs[sign]!);
    const sorted = values.toSorted();
    const cuts = new Set<number>();
    const distinct = [...new Set(sorted)];
    if (distinct.length <= BINS) for (const value of distinct.slice(0, -1)) cuts.add(value);
    else for (let part = 1; part < BINS; part++) cuts.add(sorted[Math.floor((part * sorted.length) / BINS)]!);
    const own = [...cuts].sort((a, b) => a - b);
    limits.push(own);
    bins.push(
      Uint8Array.from(values, (value) => {
        let bin = 0;
        while (bin < own.length && value > own[bin]!) bin++;
        return bin;
      }),
    );
  }
  return { bins, limits };
}
