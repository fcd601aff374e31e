/** Locks by key: whoever wants the same things goes one after the other, whoever wants others at once, and nobody waits for ever. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locks } from '../../../../src/queue/inbox/locks.ts';

test('what is free is taken at once, what is held is not, and what is waited for belongs to who waits', async () => {
  const all = locks();
  const release = all.take(['a', 'b'])!;
  expect([all.take(['b', 'c']), all.take(['c']) !== null]).toEqual([null, true]);
  const waiting = all.wait(['a']);
  release();
  expect(all.take(['a'])).toBeNull();
  (await waiting)();
  expect(all.take(['a', 'b'])).not.toBeNull();
});

test('whatever is wanted together, no key is held twice and everybody comes to an end', async () => {
  const keys = fc.subarray(['a', 'b', 'c', 'd']);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(keys, fc.nat(3)), { maxLength: 30 }), async (wishes) => {
      const all = locks();
      const held = new Set<string>();
      const doubled: string[] = [];
      await Promise.all(
        wishes.map(async ([wanted, turns]) => {
          const release = all.take(wanted) ?? (await all.wait(wanted.toReversed()));
          for (const key of wanted) {
            if (held.has(key)) doubled.push(key);
            held.add(key);
          }
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          for (const key of wanted) held.delete(key);
          release();
        }),
      );
      expect(doubled).toEqual([]);
      expect(all.take(['a', 'b', 'c', 'd'])).not.toBeNull();
    }),
  );
});
