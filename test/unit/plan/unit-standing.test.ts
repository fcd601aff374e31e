/** The order of units: shares, not sums; what cannot be compared stands below, and equals keep the plan's order. */
import { expect, test } from 'vitest';
import { inOrder, type UnitStanding } from '../../../src/domain/unit-standing.ts';

const unit = (name: string, more: Partial<UnitStanding>): UnitStanding => ({
  name,
  budget: 0,
  spent: 0,
  total: 0,
  done: 0,
  overdue: 0,
  unreported: 0,
  ...more,
});
const units = [
  unit('large', { budget: 1000, spent: 300, total: 10, done: 4, overdue: 2 }),
  unit('none', { spent: 5, total: 2, done: 2 }),
  unit('small', { budget: 10, spent: 9, total: 1, overdue: 2 }),
];

test.each([
  ['spent', 'most', ['small', 'large', 'none']],
  ['spent', 'least', ['large', 'small', 'none']],
  ['left', 'most', ['large', 'small', 'none']],
  ['done', 'most', ['none', 'large', 'small']],
  ['done', 'least', ['small', 'large', 'none']],
  ['overdue', 'most', ['large', 'small', 'none']],
  ['plan', 'least', ['large', 'none', 'small']],
] as const)('by %s, %s first', (by, first, names) => {
  expect(inOrder(units, { by, first }).map(({ name }) => name)).toEqual(names);
});
