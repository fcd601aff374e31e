/** Reports that follow one another on an activity: the next is decided on top of the one under way, and on none that failed. */
import { expect, test } from 'vitest';
import { writeState } from '../../../src/db/activities.ts';
import type { Write } from '../../../src/db/unit-of-work.ts';
import { NO_STATE } from '../../../src/domain/update.ts';
import { changedByMany, latestStates } from '../../../src/workers/latest-states.ts';

const report = (id: string, from: number): Write =>
  writeState(id, 'office', { ...NO_STATE, rev: from }, { ...NO_STATE });

test('a report under way makes those that started before it stale, until it fails', () => {
  const latest = latestStates();
  const takeBack = latest.note([report('a', 3)]);
  expect([latest.of('a')?.rev, latest.of('b')]).toEqual([4, null]);
  expect([3, 4].map((from) => latest.areStale([report('a', from)]))).toEqual([true, false]);
  const next = latest.note([report('a', 4)]);
  takeBack!();
  expect(latest.of('a')?.rev).toBe(5);
  next!();
  expect(latest.of('a')).toBeNull();
});

test('what takes a report back, or changes anything else that is shared, is waited for', () => {
  const latest = latestStates();
  const undone: Write = { to: 'updates', update: { where: { _id: 'u' }, change: { $set: {} } } };
  expect(latest.note([undone, report('a', 4)])).toBeNull();
  const member: Write = { to: 'members', update: { where: { _id: 'm' }, change: { $set: {} } } };
  expect(latest.note([report('a', 4), member])).toBeNull();
  expect(latest.of('a')).toBeNull();
  expect(changedByMany([report('a', 4), member])).toEqual(['activities a', 'members m']);
});
