/** What one piece of work holds of the locks: once taken it stays, and what ends meanwhile keeps nobody waiting. */
import { expect, test } from 'vitest';
import { lockHold, locks } from '../../../../src/queue/inbox/locks.ts';

test('what was taken stays until it is given back, whatever else is asked for', () => {
  const all = locks();
  const [own, other] = [lockHold(all), lockHold(all)];
  expect([own.take(['a']), own.take(['b']), other.take(['a'])]).toEqual([true, true, false]);
  own.giveBack();
  expect([other.take(['a']), own.take(['a'])]).toEqual([true, false]);
});

test('who ends while waiting gives on what comes to it', async () => {
  const all = locks();
  const [own, ended, next] = [lockHold(all), lockHold(all), lockHold(all)];
  own.take(['a']);
  const waiting = [ended.wait(['a']), next.wait(['a'])];
  ended.end();
  own.end();
  await Promise.all(waiting);
  expect([ended.ended(), next.ended(), lockHold(all).take(['a'])]).toEqual([true, false, false]);
  next.end();
  expect(lockHold(all).take(['a'])).toBe(true);
});
