/** Trees that are fitted, and what of them comes back out of the file of weights. */
import { expect, test } from 'vitest';
import { fitTrees } from '../../../scripts/reader-training/fit-trees.ts';
import { chancesIn } from '../../../src/understand/learn/trees.ts';
import { loadedWeights, pack, unpack } from '../../../src/understand/learn/weights.ts';

const OPTIONS = { trees: 30, depth: 2, rate: 0.3, least: 1, ridge: 1 };

/** Right where one of the two first signs is set and the other is not: no single sign tells. */
const rows = Array.from({ length: 200 }, (_, at) => {
  const [one, other] = [at % 2, Math.floor(at / 2) % 2];
  return { first: [0.5, 0.5], signs: [one, other, at / 200], answer: one === other ? 0 : 1 };
});

test('trees tell what no single sign does', () => {
  const trees = fitTrees(['no', 'yes'], rows, OPTIONS);
  for (const { first, signs, answer } of rows)
    expect(chancesIn(trees, first, signs)[answer]).toBeGreaterThan(0.8);
});

test('where the signs tell nothing, what the first layer thinks stands', () => {
  const blind = rows.map(({ answer }) => ({ first: answer ? [0.2, 0.8] : [0.8, 0.2], signs: [1], answer }));
  const trees = fitTrees(['no', 'yes'], blind, OPTIONS);
  const sure = chancesIn(trees, [0.01, 0.99], [1])[1] as number;
  const unsure = chancesIn(trees, [0.6, 0.4], [1])[1] as number;
  expect(sure).toBeGreaterThan(0.8);
  expect(unsure).toBeLessThan(0.5);
});

test('the same rows give the same trees', () => {
  const one = fitTrees(['no', 'yes'], rows, OPTIONS);
  expect(fitTrees(['no', 'yes'], rows, OPTIONS)).toEqual(one);
});

test('weights packed again are the weights that were read', () => {
  const weights = loadedWeights();
  const again = unpack(pack(weights));
  for (const name of ['purpose', 'roles', 'progress', 'dated'] as const)
    expect([name, again[name]]).toEqual([name, weights[name]]);
  expect(again.names).toEqual(weights.names);
  expect(again.status.weights).toEqual(weights.status.weights);
});
