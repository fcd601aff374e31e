/** Lanes: one thing at a time within a key and in order, keys side by side, nothing lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timers } from '../../../src/clock.ts';
import { lanes } from '../../../src/queue/lanes.ts';
import { virtualTime } from '../../helpers/virtual-time.ts';

interface Item {
  id: string;
  key: string;
  at: number;
}

/** Timers that pass at once, after what is already waiting. */
const atOnce: Timers = {
  after(_, then) {
    const handle = setImmediate(then);
    return () => clearImmediate(handle);
  },
};

const item = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  at: fc.nat(50),
  /** How often it asks for another turn before it is through. */
  again: fc.nat(2),
});

test('whatever comes, each is worked off once, one at a time within a key', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (given, concurrency) => {
        const left = new Map(given.map((one, index) => [String(index), one.again]));
        const working = new Set<string>();
        const done: string[] = [];
        let most = 0;
        const all = lanes<Item>({
          id: (one) => one.id,
          key: (one) => one.key,
          before: (a, b) => a.at < b.at,
          concurrency,
          timers: atOnce,
          async work(one) {
            expect(working.has(one.key)).toBe(false);
            working.add(one.key);
            most = Math.max(most, working.size);
            await new Promise((resolve) => setImmediate(resolve));
            working.delete(one.key);
            const again = left.get(one.id)!;
            if (again > 0) {
              left.set(one.id, again - 1);
              return 1;
            }
            done.push(one.id);
            return null;
          },
        });
        given.forEach((one, index) => all.add({ id: String(index), key: one.key, at: one.at }));
        given.forEach((one, index) => all.add({ id: String(index), key: one.key, at: one.at }));
        await all.idle();
        expect(done.toSorted()).toEqual(given.map((_, index) => String(index)).toSorted());
        expect(most).toBeLessThanOrEqual(concurrency);
        expect(all.size()).toBe(0);
      },
    ),
  );
});

test('an earlier one that comes while the first asks for another turn goes before it', async () => {
  const done: string[] = [];
  let turns = 0;
  const all = lanes<Item>({
    id: (one) => one.id,
    key: (one) => one.key,
    before: (a, b) => a.at < b.at,
    concurrency: 2,
    timers: atOnce,
    work(one) {
      if (one.id === 'late' && turns++ === 0) {
        all.add({ id: 'early', key: 'a', at: 1 });
        return Promise.resolve(1);
      }
      done.push(one.id);
      return Promise.resolve(null);
    },
  });
  all.add({ id: 'late', key: 'a', at: 2 });
  await all.idle();
  expect(done).toEqual(['early', 'late']);
});

test('what is added begins when it is let, all at once, and at the latest with draining', async () => {
  const done: string[] = [];
  const held: (() => void)[] = [];
  const all = lanes<Item>({
    id: (one) => one.id,
    key: (one) => one.key,
    before: (a, b) => a.at < b.at,
    concurrency: 2,
    begin: (now) => held.push(now),
    timers: atOnce,
    work(one) {
      done.push(one.id);
      return Promise.resolve(null);
    },
  });
  all.add({ id: 'first', key: 'a', at: 1 });
  all.add({ id: 'second', key: 'b', at: 2 });
  expect(held).toHaveLength(1);
  expect(done).toEqual([]);
  held.shift()!();
  await all.idle();
  expect(done).toEqual(['first', 'second']);
  all.add({ id: 'third', key: 'a', at: 3 });
  await all.drain();
  expect(done).toEqual(['first', 'second', 'third']);
});

test('draining lets what is under way end, and keeps the rest for another', async () => {
  let finish = (): void => undefined;
  const all = lanes<Item>({
    id: (one) => one.id,
    key: (one) => one.key,
    before: (a, b) => a.at < b.at,
    concurrency: 1,
    timers: atOnce,
    work: () => new Promise((resolve) => (finish = () => resolve(null))),
  });
  all.add({ id: 'first', key: 'a', at: 1 });
  all.add({ id: 'second', key: 'b', at: 2 });
  const drained = all.drain();
  finish();
  await drained;
  expect(all.ids()).toEqual(['second']);
});

test.each([
  [undefined, []],
  [1_000, ['c', 'd']],
])('two that hang, of two at a time, slow after %s ms', async (slowMs, others) => {
  const time = virtualTime(new Date('2026-03-02T02:00:00Z'));
  const worked: string[] = [];
  const all = lanes<string>({
    id: (one) => one,
    key: (one) => one,
    before: () => false,
    concurrency: 2,
    ...(slowMs !== undefined && { slowMs }),
    timers: time.timers,
    work(one) {
      if (one === 'a' || one === 'b') return new Promise(() => undefined);
      worked.push(one);
      return Promise.resolve(null);
    },
  });
  for (const one of ['a', 'b', 'c', 'd']) all.add(one);
  await new Promise((next) => setImmediate(next));
  expect(worked).toEqual([]);
  time.advance(1_500);
  await new Promise((next) => setImmediate(next));
  expect(worked).toEqual(others);
});

test('whoever it belongs to, known at once, later or never, it is worked off; time alone keeps nothing from it', async () => {
  const given = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    office: fc.constantFrom('x', 'y', 'z'),
    known: fc.constantFrom('at once', 'later', 'never'),
    takes: fc.nat(300),
    again: fc.nat(1),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(given, { maxLength: 25 }),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
      fc.nat(25),
      async (all, steps, drainedAfter) => {
        const time = virtualTime(new Date('2026-03-02T02:00:00Z'));
        let asked = 0;
        let pending = 0;
        let drifted = 0;
        const worked: number[] = [];
        const left = all.map(({ again }) => again);
        const timers: Timers = {
          after(milliseconds, then) {
            pending += 1;
            let over = false;
            const end = (): boolean => !over && ((over = true), (pending -= 1), true);
            const cancel = time.timers.after(milliseconds, () => end() && then());
            return () => void (end() && cancel());
          },
        };
        const work = lanes<number>({
          id: String,
          key: (one) => all[one]!.key,
          before: (a, b) => a < b,
          concurrency: 3,
          office(one) {
            const { office, known } = all[one]!;
            if (known === 'at once') return office;
            const later = new Promise<void>((next) => setImmediate(next));
            return later.then(() => (known === 'later' ? office : Promise.reject(new Error('nobody knows'))));
          },
          allowance: {
            places: 2,
            burstMs: 100,
            rate: 0.25,
            // it goes on while it is asked, and is set back now and then
            now: () =>
              time.now().getTime() +
              (drifted += steps[(asked += 1) % steps.length]!) -
              (asked % 50 === 0 ? 5_000 : 0),
          },
          timers,
          async work(one) {
            await new Promise<void>((next) => void timers.after(all[one]!.takes, next));
            if (left[one]! > 0) return ((left[one]! -= 1), 10);
            worked.push(one);
            return null;
          },
        });
        all.forEach((_, one) => work.add(one));
        const settle = async (): Promise<void> => {
          for (let turns = 0; turns < 4; turns += 1) await new Promise((next) => setImmediate(next));
        };
        await settle();
        while (worked.length < Math.min(drainedAfter, all.length)) {
          expect(pending, 'it stands still and waits for nothing').toBeGreaterThan(0);
          time.advance(10);
          await settle();
        }
        const drained = work.drain();
        const rest = (): number => worked.length + work.items().length;
        for (let steps = 0; steps < 100 && pending > 0; steps += 1) {
          time.advance(10);
          await settle();
        }
        await drained;
        expect(rest()).toBe(all.length);
        expect(pending).toBe(0);
        for (const key of new Set(all.map((one) => one.key))) {
          const own = worked.filter((one) => all[one]!.key === key);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      },
    ),
    { numRuns: 60 },
  );
});
