/** Fits a linear-chain conditional random field by stochastic gradients with AdaGrad steps. */
import { flat } from '../../src/understand/learn/bag.ts';
import { type Chain, latticeOf, type Row } from '../../src/understand/learn/chain.ts';
import { type FitOptions, randomFrom, reachOf, shuffle } from './fit.ts';

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
  const mask = buckets - 1;
  const weights = new Float32Array(buckets * count);
  const moves = new Float32Array(kinds * count * count);
  const chain: Chain = { classes, buckets, weights, scale: 1, moves };
  const squares = new Float32Array(buckets * count).fill(1e-2);
  const moveSquares = new Float32Array(moves.length).fill(1e-2);
  const flats = rows.map(({ bags, shared }) => ({ bags: bags.map(flat), shared: shared.map(flat) }));
  const reach = reachOf(
    count,
    rows.flatMap(({ answers, clauses }, row) =>
      answers.map((answer, at) => ({
        ids: [flats[row]!.bags[at]!.ids, flats[row]!.shared[clauses[at]!]!.ids],
        answer,
      })),
    ),
    buckets,
  );
  const random = randomFrom(11);
  const order = rows.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const { answers, joints, clauses } = rows[row]!;
      const { bags, shared } = flats[row]!;
      const { marginals, forward, backward, emits, total } = latticeOf(chain, rows[row]!);
      const moved = new Float32Array(moves.length);
      for (let place = 1; place < bags.length; place++)
        for (let from = 0; from < count; from++)
          for (let to = 0; to < count; to++) {
            const move = (joints[place]! * count + from) * count + to;
            const chance = Math.exp(
              forward[place - 1]![from]! + moves[move]! + emits[place]![to]! + backward[place]![to]! - total,
            );
            moved[move]! += chance - (answers[place - 1] === from && answers[place] === to ? 1 : 0);
          }
      for (let place = 0; place < bags.length; place++) {
        const errors = marginals[place]!.map((chance, k) => chance - (k === answers[place] ? 1 : 0));
        for (const { ids, values } of [bags[place]!, shared[clauses[place]!]!])
          for (let f = 0; f < ids.length; f++) {
            const base = (ids[f]! & mask) * count;
            for (let k = base; k < base + count; k++) {
              // a step as if the weight were a part of its reach: see fit.ts
              const own = reach[k]!;
              const gradient = errors[k - base]! * values[f]! * own + (decay * weights[k]!) / own;
              const square = squares[k]! + gradient * gradient;
              squares[k] = square;
              weights[k]! -= (rate * own * gradient) / Math.sqrt(square);
            }
          }
      }
      for (let move = 0; move < moves.length; move++) {
        const gradient = moved[move]! + decay * moves[move]!;
        const square = moveSquares[move]! + gradient * gradient;
        moveSquares[move] = square;
        moves[move]! -= (rate * gradient) / Math.sqrt(square);
      }
    }
  }
  return chain;
}
