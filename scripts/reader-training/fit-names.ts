/** Fits what a candidate's features tell of whether a name is meant: conditional logistic regression, one of the candidates or none; the same input gives the same weights. */
import { FEATURES } from '../../src/understand/names/candidates.ts';
import { randomFrom, shuffle } from './fit.ts';
import type { NameExample } from './name-examples.ts';

/**
 * Examples in long rows of numbers, which several threads can read at once. Of example `e` the candidates stand from
 * `starts[e]` to `starts[e + 1]`, `FEATURES.length` numbers each in `features`; what speaks against any in `signs`.
 */
export interface NameTable {
  starts: Uint32Array<SharedArrayBuffer>;
  features: Float64Array<SharedArrayBuffer>;
  signs: Float64Array<SharedArrayBuffer>;
  /** Signs of each example. */
  width: number;
  /** 0 for none, 1 and up for a candidate. */
  answers: Uint8Array<SharedArrayBuffer>;
  weights: Float64Array<SharedArrayBuffer>;
}

/** Leaves out what there is nothing to learn of: no candidates, or what is meant is none of them. */
export function nameTable(examples: readonly NameExample[]): NameTable {
  const taught = examples.filter(
    ({ candidates, answer, wanted }) => candidates.length > 0 && (answer > 0 || wanted === null),
  );
  const count = taught.reduce((sum, { candidates }) => sum + candidates.length, 0);
  const width = taught[0]?.signs.length ?? 0;
  const floats = (length: number): Float64Array<SharedArrayBuffer> =>
    new Float64Array(new SharedArrayBuffer(8 * length));
  const table: NameTable = {
    starts: new Uint32Array(new SharedArrayBuffer(4 * (taught.length + 1))),
    features: floats(count * FEATURES.length),
    signs: floats(taught.length * width),
    width,
    answers: new Uint8Array(new SharedArrayBuffer(taught.length)),
    weights: floats(taught.length),
  };
  let row = 0;
  for (const [at, { candidates, signs, answer, weight }] of taught.entries()) {
    table.starts[at] = row;
    for (const { features } of candidates) table.features.set(features, row++ * FEATURES.length);
    table.signs.set(signs, at * width);
    table.answers[at] = answer;
    table.weights[at] = weight;
  }
  table.starts[taught.length] = row;
  return table;
}

export const NAME_EPOCHS = 30;
export const NAME_RATE = 0.3;
export const NAME_DECAY = 1e-4;

/** @param tables are learned from together. @returns weights of a candidate's features, then of the signs against naming any. */
export function fitNames(tables: readonly NameTable[]): number[] {
  const own = FEATURES.length;
  const count = own + (tables[0]?.width ?? 0);
  const weights = new Float64Array(count);
  const squares = new Float64Array(count).fill(1e-2);
  const gradient = new Float64Array(count);
  const order = tables.flatMap((table) => Array.from(table.answers, (_, at) => ({ table, at })));
  const random = randomFrom(3);
  let chances = new Float64Array(64);
  for (let epoch = 0; epoch < NAME_EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { table, at } of order) {
      const { features, signs, width } = table;
      const [from, to] = [table.starts[at] as number, table.starts[at + 1] as number];
      const options = to - from + 1;
      if (chances.length < options) chances = new Float64Array(2 * options);
      let most = (chances[0] = dot(signs, at * width, width, weights, own));
      for (let k = 1; k < options; k++) {
        const score = (chances[k] = dot(features, (from + k - 1) * own, own, weights, 0));
        if (score > most) most = score;
      }
      let total = 0;
      for (let k = 0; k < options; k++) total += chances[k] = Math.exp((chances[k] as number) - most);
      gradient.fill(0);
      const answer = table.answers[at] as number;
      const weight = table.weights[at] as number;
      for (let k = 0; k < options; k++) {
        const error = weight * ((chances[k] as number) / total - (k === answer ? 1 : 0));
        if (k === 0) add(gradient, own, signs, at * width, width, error);
        else add(gradient, 0, features, (from + k - 1) * own, own, error);
      }
      for (let f = 0; f < count; f++) {
        const step = (gradient[f] as number) + NAME_DECAY * (weights[f] as number);
        squares[f] = (squares[f] as number) + step * step;
        weights[f] = (weights[f] as number) - (NAME_RATE * step) / Math.sqrt(squares[f] as number);
      }
    }
  }
  return [...weights];
}

function dot(row: Float64Array, from: number, length: number, weights: Float64Array, first: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (row[from + at] as number) * (weights[first + at] as number);
  return sum;
}

function add(
  into: Float64Array,
  first: number,
  row: Float64Array,
  from: number,
  length: number,
  times: number,
): void {
  for (let at = 0; at < length; at++)
    into[first + at] = (into[first + at] as number) + times * (row[from + at] as number);
}
