/** A linear-chain conditional random field: labels for words in a row, each heeding the label before it. */
import type { Bag } from './bag.ts';
import { type Linear, scores } from './linear.ts';

/** What it says for a label to follow another, for each kind of joint between two words: `moves[(joint * count + from) * count + to]`. */
export interface Chain extends Linear {
  moves: Float32Array;
}

/** A row of words: what each label is decided on, its own and what it has in common with its clause, and the kind of joint before each. */
export interface Row {
  bags: readonly Bag[];
  /** One for each clause, and the clause of each word. */
  shared: readonly Bag[];
  clauses: readonly number[];
  joints: readonly number[];
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
export function latticeOf(chain: Chain, { bags, shared, clauses, joints }: Row): Lattice {
  const count = chain.classes.length;
  const { moves } = chain;
  const common = shared.map((bag) => scores(chain, bag));
  const emits = bags.map((bag, at) => {
    const own = scores(chain, bag);
    const with_ = common[clauses[at] as number] as number[];
    for (let k = 0; k < count; k++) own[k]! += with_[k]!;
    return own;
  });
  const forward: number[][] = [];
  const backward: number[][] = [];
  const sums = Array.from({ length: count }, () => 0);
  for (const [at, emit] of emits.entries()) {
    const before = forward[at - 1];
    const joint = (joints[at] as number) * count;
    const here: number[] = [];
    for (let to = 0; to < count; to++) {
      if (before)
        for (let from = 0; from < count; from++)
          sums[from] = before[from]! + moves[(joint + from) * count + to]!;
      here.push(emit[to]! + (before ? logSum(sums) : 0));
    }
    forward.push(here);
  }
  for (let at = emits.length - 1; at >= 0; at--) {
    const after = backward[at + 1];
    const joint = (joints[at + 1] ?? 0) * count;
    const here: number[] = [];
    for (let from = 0; from < count; from++) {
      if (after)
        for (let to = 0; to < count; to++)
          sums[to] = moves[(joint + from) * count + to]! + emits[at + 1]![to]! + after[to]!;
      here.push(after ? logSum(sums) : 0);
    }
    backward[at] = here;
  }
  const total = emits.length === 0 ? 0 : logSum(forward.at(-1) as number[]);
  const marginals = emits.map((_, at) =>
    forward[at]!.map((value, k) => Math.exp(value + backward[at]![k]! - total)),
  );
  return { emits, marginals, forward, backward, total };
}

/** @returns log of the sum of exponentials. */
function logSum(values: readonly number[]): number {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}
