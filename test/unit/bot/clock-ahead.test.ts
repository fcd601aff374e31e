/** Whether events are old or the clock is wrong: only where all that LINE delivers for the first time is as old. */
import { expect, test } from 'vitest';
import { clockAhead } from '../../../src/bot/clock-ahead.ts';

const DAY = 24 * 3_600_000;
const first = { redelivered: false };

test('on a machine a day ahead, whatever comes in is a day old: from the third on it is known', () => {
  const ahead = clockAhead();
  expect([DAY + 900, DAY + 300, DAY + 700, DAY + 200].map((age) => ahead(first, age))).toEqual([
    0,
    0,
    DAY + 300,
    DAY + 200,
  ]);
});

test('a clock that is set while it runs is known after eight', () => {
  const ahead = clockAhead();
  for (let count = 0; count < 20; count += 1) ahead(first, 200);
  const found = Array.from({ length: 8 }, () => ahead(first, DAY));
  expect([found[6], found[7]]).toEqual([200, DAY]);
});

test.each<[string, (ahead: ReturnType<typeof clockAhead>) => number]>([
  [
    'one that is sent again among others',
    (ahead) => (ahead(first, 100), ahead(first, 90), ahead(first, DAY)),
  ],
  [
    'what LINE delivers again after a day',
    (ahead) => [1, 2, 3].map(() => ahead({ redelivered: true }, DAY))[2]!,
  ],
  [
    'what lay here for a day',
    (ahead) => [1, 2, 3].map(() => ahead({ ...first, waitedMs: DAY }, DAY + 50))[2]!,
  ],
  ['a clock that is behind', (ahead) => [1, 2, 3].map(() => ahead(first, -DAY))[2]!],
])('%s is as old as it is', (_, after) => {
  expect(after(clockAhead())).toBeLessThanOrEqual(100);
});
