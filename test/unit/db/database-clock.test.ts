/** The clock that instances agree on: MongoDB's, as soon as this machine's differs so much that it matters. */
import { expect, test } from 'vitest';
import { databaseClock } from '../../../src/db/database-clock.ts';

const START = Date.parse('2026-03-02T02:00:00Z');

function clockAt() {
  let at = START;
  const clock = databaseClock({ now: () => new Date(at) });
  return {
    clock,
    pass: (milliseconds: number) => (at += milliseconds),
    now: () => at,
    apart: () => clock.now().getTime() - at,
  };
}

test('ten minutes between the clocks are made up for, and taken back when they agree again', () => {
  const { clock, pass, now, apart } = clockAt();
  for (const ahead of [600_000, -600_000, 0]) {
    const begun = now();
    pass(20);
    clock.heard(new Date(begun + 10 + ahead), begun);
    expect(apart()).toBe(ahead);
  }
});

test('less than a second is left alone, and an answer that took long says nothing', () => {
  const { clock, pass, now, apart } = clockAt();
  clock.heard(new Date(now() + 900), now());
  expect(apart()).toBe(0);
  const begun = now();
  pass(5_000);
  clock.heard(new Date(begun + 600_000), begun);
  expect(apart()).toBe(0);
});
