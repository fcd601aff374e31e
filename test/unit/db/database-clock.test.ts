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
  const { clock, pass, apart } = clockAt();
  for (const ahead of [600_000, -600_000, 0]) {
    const heard = clock.asked();
    const middle = pass(10);
    pass(10);
    heard(new Date(middle + ahead));
    expect(apart()).toBe(ahead);
  }
});

test('less than a second is left alone, and an answer that took long says nothing', () => {
  const { clock, pass, now, apart } = clockAt();
  clock.asked()(new Date(now() + 900));
  expect(apart()).toBe(0);
  const heard = clock.asked();
  pass(5_000);
  heard(new Date(now() + 600_000));
  expect(apart()).toBe(0);
});
