/** Long work is let through one at a time with a look at everything else in between, quick work many at a time. */
import { expect, test } from 'vitest';
import { shareLoop } from '../../src/share-loop.ts';

/** @returns how many of 200 began between two looks at what comes in from outside, at most. */
async function mostBetweenLooks(eachMs: number): Promise<number> {
  let at = 0;
  const share = shareLoop(() => at);
  let begun = 0;
  let most = 0;
  let over = false;
  const looks = (async () => {
    for (let before = 0; !over; before = begun) {
      await new Promise((next) => setImmediate(next));
      most = Math.max(most, begun - before);
    }
  })();
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      await share();
      // reading begins some steps later
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
      begun += 1;
      at += eachMs;
    }),
  );
  over = true;
  await looks;
  expect(begun).toBe(200);
  return most;
}

test('of what takes long one is begun before everything else is looked at', async () => {
  expect(await mostBetweenLooks(50)).toBeLessThanOrEqual(2);
});

test('of what is quick many are', async () => {
  expect(await mostBetweenLooks(0.1)).toBeGreaterThanOrEqual(32);
});
