/** How long is waited: the schedules of trying again stay within their promises. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WAITS_MS } from '../../../src/waits.ts';
import { eventWait, PUSH_LIMIT_MS, pushWait, replyWait } from '../../../src/queue/timing.ts';

test('a bad event holds its sender up for less than five minutes in all', () => {
  let total = 0;
  let attempts = 1;
  for (let wait = eventWait(attempts); wait !== null; wait = eventWait(++attempts)) total += wait;
  expect(attempts).toBeGreaterThan(3);
  expect(total).toBeLessThan(5 * 60_000);
});

test('an answer is given up while its reply token still lives', () => {
  let total = 0;
  let attempts = 1;
  for (let wait = replyWait(attempts); wait !== null; wait = replyWait(++attempts)) total += wait;
  expect(total).toBeLessThan(60_000);
});

test('LINE back after up to half a minute of silence is asked again within ten seconds', () => {
  let begunAt = 0;
  for (let attempts = 1; begunAt <= 30_000; attempts += 1) {
    // begun just before its return, and lost
    const again = WAITS_MS['line-send'] + replyWait(attempts)!;
    expect(again).toBeLessThanOrEqual(10_000);
    begunAt += again;
  }
});

test('a push is never tried again after 23 hours, whatever the chance', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (chances) => {
        let since = 0;
        let waits = 0;
        for (const [index, chance] of chances.entries()) {
          const wait = pushWait(index + 1, since, chance);
          if (wait === null) break;
          expect(wait).toBeGreaterThan(0);
          since += wait;
          waits += 1;
        }
        expect(since).toBeLessThan(PUSH_LIMIT_MS);
        // it uses the day LINE gives it: it does not give up in the first hours
        expect(since).toBeGreaterThan(12 * 3_600_000);
        expect(waits).toBeLessThan(20);
      },
    ),
  );
});
