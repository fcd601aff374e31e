/** A command that fetches a database first must not look as if it hung. */
import { expect, test } from 'vitest';
import type { Timers } from '../../../src/clock.ts';
import { tellWhenSlow } from '../../../scripts/command-database.ts';

/** Timers that pass when the test says so. */
function handTimers(): Timers & { pass(): void } {
  const waiting = new Set<() => void>();
  return {
    after(_, then) {
      waiting.add(then);
      return () => waiting.delete(then);
    },
    pass() {
      for (const then of waiting) then();
      waiting.clear();
    },
  };
}

test('a slow start is told, once, and its outcome comes through', async () => {
  const timers = handTimers();
  const opening = Promise.withResolvers<string>();
  const said: string[] = [];
  const opened = tellWhenSlow(opening.promise, () => said.push('slow'), timers);
  timers.pass();
  expect(said).toEqual(['slow']);
  opening.resolve('open');
  expect(await opened).toBe('open');
  timers.pass();
  expect(said).toEqual(['slow']);
});

test('a quick one is not, nor one that failed', async () => {
  const timers = handTimers();
  const said: string[] = [];
  expect(await tellWhenSlow(Promise.resolve(1), () => said.push('slow'), timers)).toBe(1);
  await expect(
    tellWhenSlow(Promise.reject(new Error('no')), () => said.push('slow'), timers),
  ).rejects.toThrow('no');
  timers.pass();
  expect(said).toEqual([]);
});
