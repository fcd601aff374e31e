/** Who counts as dead: an instance that is silent while MongoDB answers, by MongoDB's clock alone. */
import { beforeEach, expect, test } from 'vitest';
import { type Silence, silence } from '../../../../src/queue/leases/silence.ts';
import { BEAT_MS, DEAD_MS } from '../../../../src/queue/timing.ts';

let own: Silence;
let now: number;
/** When the other one said something last. */
let other: number;
beforeEach(() => {
  own = silence('own');
  other = now = Date.parse('2026-03-02T02:00:00Z');
});

/** A look of ours, that long after the last one. @returns who is dead. */
function look(after = BEAT_MS): string[] {
  now += after;
  const at = new Map([
    ['own', new Date(now)],
    ['other', new Date(other)],
  ]);
  return own.heard({ now: new Date(now), at });
}

test('one that falls silent is dead within its time and a beat, and one that speaks never is', () => {
  for (let beats = 0; beats < 20; beats += 1) {
    expect(look()).toEqual([]);
    other = now;
  }
  const silentFrom = now;
  let dead: string[] = [];
  while (dead.length === 0) dead = look();
  expect(dead).toEqual(['other']);
  expect(now - silentFrom).toBeGreaterThanOrEqual(DEAD_MS);
  expect(now - silentFrom).toBeLessThanOrEqual(DEAD_MS + BEAT_MS);
});

test('one that was silent long before we came is dead after two more looks', () => {
  other = now - 60_000;
  expect([look(), look(), look()]).toEqual([[], [], ['other']]);
});

test('after MongoDB was away for all, nobody is dead before they could speak', () => {
  look();
  expect([look(20_000), look()]).toEqual([[], []]);
  other = now;
  expect([look(), look(), look()]).toEqual([[], [], []]);
});

test('a new primary whose clock stands elsewhere kills nobody', () => {
  for (const jump of [600_000, -600_000, 4_000]) {
    look();
    other = now;
    expect(look(jump)).toEqual([]);
    other = now;
    expect(look()).toEqual([]);
  }
});
