/** Guessing of links: the first misses of a minute cost nothing, further ones wait, and too many at once are refused. */
import { expect, test } from 'vitest';
import { missThrottle } from '../../../src/http/miss-throttle.ts';

test('slows down guessing, and forgets it with the minute', async () => {
  let now = new Date('2026-01-05T03:00:00Z');
  const waits: (() => void)[] = [];
  const after = (_milliseconds: number, then: () => void) => {
    waits.push(then);
    return () => undefined;
  };
  const slowly = missThrottle({ now: () => now, timers: { after } });
  for (let miss = 0; miss < 60; miss += 1) expect(await slowly()).toBe(true);
  expect(waits).toHaveLength(0);
  const held = Array.from({ length: 64 }, () => slowly());
  expect(waits).toHaveLength(64);
  expect(await slowly()).toBe(false);
  for (const go of waits.splice(0)) go();
  expect(new Set(await Promise.all(held))).toEqual(new Set([true]));
  now = new Date(now.getTime() + 60_000);
  expect(await slowly()).toBe(true);
  expect(waits).toHaveLength(0);
});
