/** The short form of every fault of the catalogue; `npm run faults` runs them whole. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue/index.ts';

const short = CATALOGUE.filter(({ rounds }) => rounds.short > 0).map((fault) => [fault.id, fault] as const);

// each stands on ground of its own, and mostly waits
test.concurrent.each(short)('%s holds', { timeout: 300_000 }, async (_id, fault) => {
  expect((await fault.run(fault.rounds.short)).missed).toEqual([]);
});

test('every fault has a number of its own, and a short form somewhere', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(ids);
  const missing = CATALOGUE.filter(
    ({ rounds, shortIn }) => rounds.short === 0 && !(shortIn && existsSync(shortIn)),
  );
  expect(missing).toEqual([]);
});
