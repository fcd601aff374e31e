/** A worker that stands still although MongoDB answers is built anew in the process; at the third time the process is ended. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quietLog } from '../../src/log.ts';
import type { WorkerState } from '../../src/queue/under-way.ts';
import { underWay } from '../../src/queue/under-way.ts';
import { ownFault } from '../../src/queue/inbox/own-fault.ts';
import { rebuildable, type Watch, watch } from '../../src/queue/watch.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

let time: VirtualTime;
let standing: WorkerState;
/** Of the worker of webhooks' notices. */
let telling: WorkerState;
let built: number;
let abandoned: number;
let gaveUp: number;
let counted: string[];
let answers: boolean;
let watching: Watch;
/** By how much the clock was set since. */
let set: number;
const now = (): Date => new Date(time.now().getTime() + set);

const IDLE: WorkerState = { oldest: null, ended: 0, hasWork: false, oldestSeconds: 0 };

beforeEach(() => {
  time = virtualTime(new Date('2026-03-02T02:00:00Z'));
  standing = telling = IDLE;
  built = abandoned = gaveUp = set = 0;
  counted = [];
  answers = true;
  const worker = (kept: () => WorkerState, count: boolean) => () => {
    if (count) built += 1;
    return { standing: kept, abandon: () => Promise.resolve(void (abandoned += 1)) };
  };
  const failed = (error: unknown): void => {
    throw error as Error;
  };
  watching = watch(
    {
      inbox: rebuildable(
        worker(() => standing, true),
        failed,
      ),
      outbox: rebuildable(
        worker(() => IDLE, false),
        failed,
      ),
      deliveries: rebuildable(
        worker(() => telling, false),
        failed,
      ),
    },
    {
      ping: () => (answers ? Promise.resolve() : Promise.reject(new Error('away'))),
      giveUp: () => (gaveUp += 1),
      now,
      timers: time.timers,
      metrics: { oldestLane: () => undefined, workerRebuilt: (queue) => void counted.push(queue) },
      log: quietLog,
    },
  );
});
afterEach(() => watching.stop());

/** Lets so many seconds pass, with all that is to happen meanwhile. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    time.advance(1_000);
    await new Promise((next) => setImmediate(next));
  }
}

test('one row under way for longer than any wait may be: the worker is built anew', async () => {
  const begun = time.now().getTime();
  // others come through all the time
  const timer = setInterval(() => (standing = { ...standing, ended: standing.ended + 1 }), 0);
  standing = { ...IDLE, hasWork: true };
  for (let second = 0; second < 40; second += 1) {
    const oldest = { id: 'stuck', step: 'commit' as const, milliseconds: time.now().getTime() - begun };
    if (built === 1) standing = { ...standing, oldest };
    else standing = IDLE;
    await pass(1);
  }
  clearInterval(timer);
  expect([built, abandoned, gaveUp, counted]).toEqual([2, 1, 0, ['inbox']]);
});

test('work in hand of which nothing comes: likewise, and the listener is shut meanwhile', async () => {
  standing = { ...IDLE, hasWork: true };
  await pass(25);
  expect([built, watching.seen().standsStill]).toEqual([1, false]);
  await pass(15);
  expect([built, abandoned, watching.seen().standsStill]).toEqual([2, 1, true]);
  standing = { ...IDLE, ended: 1 };
  await pass(10);
  expect(watching.seen().standsStill).toBe(false);
});

test('while MongoDB is away nobody stands still', async () => {
  answers = false;
  standing = { ...IDLE, hasWork: true };
  await pass(200);
  expect([built, gaveUp]).toEqual([1, 0]);
});

test('the third time in ten minutes ends the process', async () => {
  standing = { ...IDLE, hasWork: true };
  await pass(75);
  expect([built, gaveUp]).toEqual([3, 0]);
  await pass(40);
  expect([built, gaveUp]).toEqual([3, 1]);
});

test.each([
  ['slept for an hour', 3_600_000],
  ['was stopped for longer than a lease', 23_000],
  ['has its clock set back', -3_600_000],
])('a process that %s is given its time anew', async (_, jump) => {
  const since = now().getTime();
  const looks = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      const milliseconds = built > 1 ? 0 : Math.max(0, now().getTime() - since);
      standing = { ...IDLE, hasWork: true, oldest: { id: 'under way', step: 'commit', milliseconds } };
      await pass(1);
    }
  };
  await looks(6);
  set = jump;
  await looks(25);
  expect(built).toBe(1);
  await looks(15);
  expect(built).toBe(2);
});

test('the worker of notices to other programs is built anew each time: people are answered meanwhile', async () => {
  telling = { ...IDLE, hasWork: true, oldestSeconds: 90_000 };
  await pass(200);
  expect(counted.length).toBeGreaterThan(3);
  expect(new Set(counted)).toEqual(new Set(['deliveries']));
  expect([abandoned, gaveUp]).toEqual([counted.length, 0]);
  expect(watching.seen()).toEqual({ standsStill: false, oldestSeconds: 0, laneSeconds: 0 });
});

test('three times, but long apart, do not', async () => {
  for (let times = 0; times < 3; times += 1) {
    standing = { ...IDLE, hasWork: true };
    await pass(36);
    standing = IDLE;
    await pass(700);
  }
  expect([built, gaveUp]).toEqual([4, 0]);
});

test('what MongoDB’s absence brings to be begun again is work, what rests for its own fault is not', () => {
  const under = underWay(() => time.now());
  const left = { oldestSeconds: 0, dueSeconds: 0 };
  const now = time.now();
  expect(under.standing(now, 0, left).hasWork).toBe(false);
  under.begin('a', 'turn');
  under.step('a', 'commit');
  time.advance(3_000);
  expect(under.standing(time.now(), 1, left)).toMatchObject({
    oldest: { id: 'a', step: 'commit', milliseconds: 3_000 },
    hasWork: true,
  });
  under.end('a', 'again');
  expect(under.standing(time.now(), 0, left)).toMatchObject({ oldest: null, ended: 0, hasWork: true });
  under.begin('a', 'turn');
  under.end('a', 'ended');
  expect(under.standing(time.now(), 0, left)).toMatchObject({ ended: 1, hasWork: false });
  expect(under.standing(time.now(), 0, { ...left, dueSeconds: 60 }).hasWork).toBe(true);
});

test('an event that met MongoDB’s absence is to blame only where others came through, or MongoDB was there all the while', async () => {
  let there = false;
  const isOwn = ownFault<object>(() => (there ? Promise.resolve() : Promise.reject(new Error('away'))));
  const event = {};
  for (let times = 0; times < 20; times += 1) expect(await isOwn(event, 7)).toBe(false);
  expect([await isOwn(event, 8), await isOwn(event, 9)]).toEqual([false, false]);
  expect(await isOwn(event, 10)).toBe(true);
  expect(await isOwn(event, 11)).toBe(false);
  there = true;
  expect([await isOwn(event, 11), await isOwn(event, 11), await isOwn(event, 11)]).toEqual([
    false,
    false,
    true,
  ]);
});
