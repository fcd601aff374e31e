/** Reports that follow one another on an activity: the next is decided on top of the one under way, and on none that failed. */
import { expect, test } from 'vitest';
import { writeState } from '../../../../src/db/activities.ts';
import type { Write } from '../../../../src/db/unit-of-work.ts';
import { NO_STATE } from '../../../../src/domain/update.ts';
import { changedByMany, latestStates } from '../../../../src/queue/inbox/latest-states.ts';

const report = (id: string, from: number): Write =>
  writeState(id, 'office', { ...NO_STATE, rev: from }, { ...NO_STATE });

const stored = Promise.resolve({ ok: true } as const);
const failed = Promise.resolve({ ok: false, reason: 'conflict' } as const);

test('a report under way makes those that started before it stale, until it fails', async () => {
  const latest = latestStates();
  expect(latest.note([report('a', 3)], failed)).toBe(true);
  expect([latest.of('a')?.rev, latest.of('b')]).toEqual([4, null]);
  expect([3, 4].map((from) => latest.areStale([report('a', from)]))).toEqual([true, false]);
  latest.note([report('a', 4)], Promise.reject(new Error('away')));
  await failed;
  expect(latest.of('a')?.rev).toBe(5);
  await latest.settled([report('a', 4)]);
  expect(latest.of('a')).toBeNull();
});

test('what is settled has to be read: nothing is known of it any more', async () => {
  const latest = latestStates();
  latest.note([report('a', 3)], stored);
  await latest.settled([report('a', 3), report('b', 1)]);
  expect(latest.of('a')).toBeNull();
});

test('what takes a report back, or changes anything else that is shared, is waited for', () => {
  const latest = latestStates();
  const undone: Write = { to: 'updates', update: { where: { _id: 'u' }, change: { $set: {} } } };
  expect(latest.note([undone, report('a', 4)], stored)).toBe(false);
  const member: Write = { to: 'members', update: { where: { _id: 'm' }, change: { $set: {} } } };
  expect(latest.note([report('b', 4), member], stored)).toBe(false);
  // those who waited for it start from it all the same
  expect(latest.of('a')?.rev).toBe(5);
  expect(changedByMany([report('a', 4), member])).toEqual(['activities a', 'members m']);
});
