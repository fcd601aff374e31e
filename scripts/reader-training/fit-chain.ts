/** Fits a linear-chain conditional random field by stochastic gradients with AdaGrad steps. */
import type { Bag } from '../../src/understand/learn/bag.ts';
import { type Chain, latticeOf, type Row } from '../../src/understand/learn/chain.ts';
import { type FitOptions, randomFrom, shuffle } from './fit.ts';

/** A row with the index of the right label of each place. */
export interface LabelledRow extends Row {
  answers: readonly number[];
}

/** @returns a chain with weights as floats. */
export function fitChain(
  classes: readonly string[],
  rows: readonly LabelledRow[],
  kinds: number,
  options: FitOptions,
): Chain {
  const { buckets, epochs, rate, decay } = options;
  const count = classes.length;
  const chain: Chain = {
    classes,
    buckets,
    weights: new Float32Array(buckets * count),
    scale: 1,
    moves: new Float32Array(kinds * count * count),
  };
  const squares = new Float32Array(buckets * count).fill(1e-2);
  const moveSquares = new Float32Array(kinds * count * count).fill(1e-2);
  const random = randomFrom(11);
  const order = rows.map((_, at) => at);
  const step = (weights: Float32Array, sums: Float32Array, at: number, gradient: number): void => {
    const square = (sums[at] as number) + gradient * gradient;
    sums[at] = square;
    weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
  };
  const weights = chain.weights as Float32Array;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { bags, answers, joints } = rows[at] as LabelledRow;
      const { marginals, forward, backward, emits, total } = latticeOf(chain, { bags, joints });
      const { moves } = chain;
      const moved = new Float32Array(moves.length);
      for (let place = 1; place < bags.length; place++)
        for (let from = 0; from < count; from++)
          for (let to = 0; to < count; to++) {
            const move = ((joints[place] as number) * count + from) * count + to;
            const chance = Math.exp(
              (forward[place - 1]?.[from] as number) +
                (moves[move] as number) +
                (emits[place]?.[to] as number) +
                (backward[place]?.[to] as number) -
                total,
            );
            const right = answers[place - 1] === from && answers[place] === to ? 1 : 0;
            moved[move] = (moved[move] as number) + chance - right;
          }
      for (let place = 0; place < bags.length; place++) {
        const { ids, values } = bags[place] as Bag;
        const answer = answers[place] as number;
        const errors = (marginals[place] as number[]).map((chance, k) => chance - (k === answer ? 1 : 0));
        for (let f = 0; f < ids.length; f++) {
          const base = ((ids[f] as number) % buckets) * count;
          for (let k = 0; k < count; k++)
            step(
              weights,
              squares,
              base + k,
              (errors[k] as number) * (values[f] as number) + decay * (weights[base + k] as number),
            );
        }
      }
      for (let move = 0; move < moves.length; move++)
        step(moves, moveSquares, move, (moved[move] as number) + decay * (moves[move] as number));
    }
  }
  return chain;
}
