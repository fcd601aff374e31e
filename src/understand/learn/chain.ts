/** A linear-chain conditional random field: labels for words in a row, each heeding the label before it. */
import type { Bag } from './bag.ts';
import { type Linear, scores } from './linear.ts';

/** What it says for a label to follow another, for each kind of joint between two words: `moves[(joint * count + from) * count + to]`. */
export interface Chain extends Linear {
  moves: Float32Array;
}

/** A row of words: what each label is decided on, and the kind of joint before each. */
export interface Row {
  bags: readonly Bag[];
  joints: readonly number[];
}

/** @returns log of the sum of exponentials. */
function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

export interface Lattice {
  emits: number[][];
  /** Probability of each label at each place. */
  marginals: number[][];
  forward: number[][];
  backward: number[][];
  total: number;
}

/** @returns how probable each label is at each place, the whole row considered. */
export function latticeOf(chain: Chain, { bags, joints }: Row): Lattice {
  const count = chain.classes.length;
  const { moves } = chain;
  const labels = chain.classes.map((_, k) => k);
  const emits = bags.map((bag) => scores(chain, bag));
  const move = (at: number, from: number, to: number): number =>
    moves[((joints[at] as number) * count + from) * count + to] as number;
  const forward: number[][] = [];
  for (const [at, emit] of emits.entries())
    forward.push(
      labels.map(
        (to) =>
          (emit[to] as number) +
          (at === 0
            ? 0
            : logSum(labels.map((from) => (forward[at - 1]?.[from] as number) + move(at, from, to)))),
      ),
    );
  const backward: number[][] = emits.map(() => labels.map(() => 0));
  for (let at = emits.length - 2; at >= 0; at--)
    backward[at] = labels.map((from) =>
      logSum(
        labels.map(
          (to) =>
            move(at + 1, from, to) + (emits[at + 1]?.[to] as number) + (backward[at + 1]?.[to] as number),
        ),
      ),
    );
  const total = emits.length === 0 ? 0 : logSum(forward.at(-1) as number[]);
  const marginals = emits.map((_, at) =>
    labels.map((k) => Math.exp((forward[at]?.[k] as number) + (backward[at]?.[k] as number) - total)),
  );
  return { emits, marginals, forward, backward, total };
}
