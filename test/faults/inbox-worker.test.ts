/** Events after a stop, and events that end their process: each person's are answered in order, a bad one blocks nobody for long. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findState, writeState } from '../../src/db/activities.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import type { Write } from '../../src/db/unit-of-work.ts';
import { NO_STATE } from '../../src/domain/update.ts';
import { quietLog } from '../../src/log.ts';
import type { LatestOf } from '../../src/services/context.ts';
import { type InboxWorker, inboxWorker } from '../../src/queue/inbox/worker.ts';
import { unsureRows } from '../../src/queue/leases/unsure-rows.ts';
import { testDatabase } from '../helpers/database.ts';
import { idleOutbox } from '../helpers/idle-outbox.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
const MINUTE = 60_000;
let database: Database;
let time: VirtualTime;
let workers: InboxWorker[];
let answered: string[];
/** Which worker did, by its place. */
let answeredBy: number[];
let counted: string[];

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.models.inbox.collection.deleteMany({});
  time = virtualTime(new Date('2026-03-02T02:00:00Z'));
  workers = [];
  answered = [];
  answeredBy = [];
  counted = [];
});
afterEach(async () => {
  for (const worker of workers) await worker.stop();
});

const TOO_OLD = { because: 'too-old' as const, milliseconds: 90_000_000 };

/**
 * @param meanwhile what happens while an event is answered.
 * @param reads what answering it reads, and changes then.
 * @param early whether nothing was there that it could be about.
 */
function start(
  meanwhile: (id: string) => Promise<typeof TOO_OLD | void> = () => Promise.resolve(),
  reads: () => Promise<(latest: LatestOf) => Write[]> = () => Promise.resolve(() => []),
  early: () => boolean = () => false,
): InboxWorker {
  const place = workers.length;
  const worker = inboxWorker({
    database,
    outbox: idleOutbox(),
    async answer(incoming, office, turn) {
      if (!(await turn)) return null;
      const ignored = await meanwhile(incoming.id);
      answered.push(incoming.id);
      answeredBy.push(place);
      const result = { office, reply: null, pushes: [], early: early(), ...(ignored && { ignored }) };
      const writes = await reads();
      const again = (latest: LatestOf) => Promise.resolve({ ...result, writes: writes(latest) });
      return { ...result, writes: writes(() => null), again };
    },
    now: () => time.now(),
    timers: time.timers,
    holder: `process ${place}`,
    metrics: {
      eventProcessed: (result) => counted.push(result),
      eventsIgnored: (reason) => counted.push(reason),
      queueDepth: () => undefined,
      deadLetter: (queue) => counted.push(`dead letter ${queue}`),
    },
    log: quietLog,
  });
  workers.push(worker);
  return worker;
}

let sequence = 0;
/** An event nobody holds, of minutes ago. */
function event(id: string, minutesAgo: number, more: Partial<InboxDocument> = {}): InboxDocument {
  const at = new Date(time.now().getTime() - minutesAgo * MINUTE + (sequence += 1));
  const source = { type: 'user', userId: more.key ?? 'U1' };
  return {
    _id: id,
    office: '-',
    key: 'U1',
    at,
    receivedAt: at,
    event: JSON.stringify({
      type: 'message',
      mode: 'active',
      timestamp: at.getTime(),
      source,
      message: { type: 'text', id, text: id },
    }),
    state: 'open',
    open: true,
    nextAt: time.now(),
    holder: null,
    fence: 0,
    attempts: 0,
    error: null,
    doneAt: null,
    ...more,
  };
}
const store = (rows: InboxDocument[]) => database.models.inbox.collection.insertMany(rows as never);
const rowOf = async (id: string) => (await database.models.inbox.findById(id).lean<InboxDocument>())!;
const open = () => database.models.inbox.countDocuments({ open: true });
const allDone = (step?: number) => time.until(async () => (await open()) === 0, step);

test('two events each of 60 people, open since ten minutes, are answered in their order after the start', async () => {
  const rows = Array.from({ length: 60 }, (_, person) => [
    event(`${person}:first`, 10, { key: `U${person}` }),
    event(`${person}:second`, 10, { key: `U${person}` }),
  ]).flat();
  await store(rows.toReversed());
  start();
  await allDone();
  expect(new Set(answered).size).toBe(120);
  const wrong = Array.from({ length: 60 }, (_, person) => person).filter(
    (person) => answered.indexOf(`${person}:second`) < answered.lastIndexOf(`${person}:first`),
  );
  expect(wrong).toEqual([]);
});

test('an earlier event in another process’s hands is waited for, however old it is', async () => {
  await store([
    event('first', 30, { holder: 'another', fence: 1, nextAt: new Date(time.now().getTime() + 2 * MINUTE) }),
    event('second', 29),
  ]);
  start();
  await time.until(
    async () => (await open()) > 0 && time.now().getTime() > new Date('2026-03-02T02:01:00Z').getTime(),
    100,
  );
  expect(answered).toEqual([]);
  await allDone(100);
  expect([...new Set(answered)]).toEqual(['first', 'second']);
});

test('events held or given back by a clock that has been set back since are taken up', async () => {
  const [year, minute] = [365 * 24 * 60, 1].map(
    (minutes) => new Date(time.now().getTime() + minutes * MINUTE),
  );
  await store([
    event('held', 3, { key: 'Ua', holder: 'gone', fence: 1, nextAt: year! }),
    event('behind it', 2, { key: 'Ua', nextAt: year! }),
    event('given back', 2, { key: 'Ub', nextAt: year! }),
    event('of one that lives', 2, { key: 'Uc', holder: 'another', fence: 1, nextAt: minute! }),
  ]);
  start();
  await time.until(async () => (await open()) === 1, 100, 400);
  expect(answered.toSorted()).toEqual(['behind it', 'given back', 'held']);
});

test('one that failed is not waited for longer than five minutes of work', async () => {
  const later = new Date(time.now().getTime() + 9 * MINUTE);
  await store([
    event('bad', 30, { holder: 'another', fence: 2, attempts: 2, nextAt: later }),
    event('second', 29),
  ]);
  start();
  const begun = time.now().getTime();
  await time.until(async () => (await rowOf('second')).state === 'done', 500);
  const waited = time.now().getTime() - begun;
  expect(waited).toBeGreaterThanOrEqual(5 * MINUTE);
  expect(waited).toBeLessThan(6 * MINUTE);
});

test('an event of a process that hangs is not waited for longer either', async () => {
  const later = new Date(time.now().getTime() + 9 * MINUTE);
  await store([event('hung', 1, { holder: 'another', fence: 1, nextAt: later }), event('second', 0)]);
  start();
  const begun = time.now().getTime();
  await time.until(async () => (await rowOf('second')).state === 'done', 500);
  // five minutes, and as many again when the one that waits was claimed anew on the way
  expect(time.now().getTime() - begun).toBeLessThan(20 * MINUTE);
});

test('an event whose tries all ended their process is given up, and its sender’s next one is answered', async () => {
  await store([event('poison', 3, { fence: 7, attempts: 5 }), event('second', 2)]);
  start();
  await allDone();
  expect(answered).toEqual(['second']);
  expect(await rowOf('poison')).toMatchObject({
    state: 'dead',
    attempts: 6,
    error: 'taken up again and again without an end',
  });
  expect(counted).toContain('dead letter inbox');
});

test('a later try is noted before it begins, and one at a time', async () => {
  const finish = new Map<string, () => void>();
  await store([
    event('a', 3, { fence: 4, attempts: 2, key: 'Ua' }),
    event('b', 2, { fence: 4, attempts: 2, key: 'Ub' }),
    event('fresh', 1, { key: 'Uc' }),
  ]);
  start((id) => (id === 'fresh' ? Promise.resolve() : new Promise((done) => finish.set(id, done))));
  await time.until(async () => (await rowOf('fresh')).state === 'done' && finish.size === 1);
  const [under] = [...finish.keys()];
  const attempts = new Map([
    ['a', (await rowOf('a')).attempts],
    ['b', (await rowOf('b')).attempts],
  ]);
  expect([attempts.get(under!), attempts.get(under === 'a' ? 'b' : 'a')]).toEqual([3, 2]);
  finish.get(under!)!();
  await time.until(async () => (await open()) === 1 && finish.size === 2);
  [...finish.values()].at(-1)!();
  await allDone();
  expect([...new Set(answered)].toSorted()).toEqual(['a', 'b', 'fresh']);
  expect(counted.filter((one) => one !== 'done')).toEqual([]);
});

test('an event kept back by restarts alone is answered as any other', async () => {
  await store([event('often', 3, { fence: 12 })]);
  start();
  await allDone();
  expect(answered).toEqual(['often']);
});

test('stops in order hold nothing against what was not begun: it is given back, and answered side by side', async () => {
  const finish: (() => void)[] = [];
  const hold = () => new Promise<void>((done) => void finish.push(done));
  await store([event('first', 3), event('second', 2)]);
  const worker = start(hold);
  await time.until(async () => (await rowOf('second')).holder === 'process 0' && finish.length === 1);
  // stored with its lease, and nobody told: the poll loop rests meanwhile
  const unheard = event('unheard', 1, { key: 'Ub', holder: 'process 0', fence: 1 });
  worker.lookFor(unheard);
  await store([{ ...unheard, nextAt: new Date(time.now().getTime() + MINUTE) }]);
  const stopped = worker.stop();
  finish.pop()!();
  await stopped;
  const given = { holder: null, fence: 1, attempts: 0, givenBack: 1 };
  expect([await rowOf('second'), await rowOf('unheard')]).toMatchObject([given, given]);
  await database.models.inbox.collection.updateMany({ open: true }, { $set: { fence: 9, givenBack: 9 } });
  start(hold);
  const attempts = () => database.models.inbox.distinct('attempts', { open: true });
  expect(await time.until(async () => (await attempts()).length > 0 && finish.length === 2)).toBe(true);
  expect(await attempts()).toEqual([0]);
  for (const done of finish) done();
  await allDone();
});

test('of what may be stored while MongoDB is away no more is kept in mind than can be looked for', () => {
  const unsure = unsureRows<InboxDocument>(database, 'inbox', 'process 0');
  for (let index = 0; index < 6_000; index += 1) unsure.add(event(`unsure:${index}`, 0));
  expect(unsure.ids()).toHaveLength(5_000);
});

test('an event that is too old to act on is counted as such', async () => {
  await store([event('old', 3)]);
  const worker = start(() => Promise.resolve(TOO_OLD));
  await allDone();
  await worker.idle();
  expect(counted).toEqual(['too-old', 'ignored']);
  expect(await rowOf('old')).toMatchObject({ state: 'done', event: null });
});

describe('what lies waiting', () => {
  /** Stores as the webhook does: with the lease it gets, if it gets one. */
  async function arrive(worker: InboxWorker, rows: InboxDocument[]): Promise<void> {
    const leased = rows.map((row): InboxDocument => {
      const lease = worker.lease(row.office, row.key);
      return lease ? { ...row, holder: lease.holder, nextAt: lease.until, fence: 1 } : row;
    });
    await store(leased);
    for (const row of leased) worker.accept(row);
  }

  test('thousands of one person, held up by a process that hangs, hold up nobody else', async () => {
    const later = new Date(time.now().getTime() + 9 * MINUTE);
    await store([event('hung', 1, { holder: 'another', fence: 1, nextAt: later })]);
    const worker = start();
    const many = Array.from({ length: 2_050 }, (_, index) => event(`many:${index}`, 0));
    for (let from = 0; from < many.length; from += 100) await arrive(worker, many.slice(from, from + 100));
    await arrive(worker, [event('neighbour', 0, { key: 'U2' })]);
    await time.until(async () => (await rowOf('neighbour')).state === 'done');
    // while all of them still wait for the one that hangs
    expect(time.now().getTime()).toBeLessThan(later.getTime());
    expect(await database.models.inbox.countDocuments({ open: true })).toBe(many.length + 1);
  });

  test('is taken up a few at a time of each person, and answered in order', async () => {
    const go = Promise.withResolvers<void>();
    const people = ['Ua', 'Ub', 'Uc', 'Ud', 'Ue'];
    const rows = people.flatMap((key) =>
      Array.from({ length: 120 }, (_, index) => event(`${key}:${index}`, 5, { key })),
    );
    // as they may lie there: in no order, several of the same millisecond, some left by a process that died
    const same = new Date(time.now().getTime() - MINUTE);
    const late = Array.from({ length: 40 }, (_, index) =>
      event(`Uf:${String(index).padStart(2, '0')}`, 0, {
        key: 'Uf',
        at: same,
        ...(index % 3 === 0 && { holder: 'gone', fence: 1 }),
      }),
    );
    await store([...rows, ...late].toReversed());
    start(() => go.promise);
    const heldBy = (key: string) => database.models.inbox.countDocuments({ key, holder: 'process 0' });
    await time.until(async () => (await heldBy('Uf')) > 0 && (await heldBy('Ua')) > 0);
    for (const key of [...people, 'Uf']) expect(await heldBy(key)).toBeLessThanOrEqual(16);
    go.resolve();
    await allDone();
    for (const key of [...people, 'Uf']) {
      const own = [...new Set(answered)].filter((id) => id.startsWith(`${key}:`));
      const stored = [...rows, ...late].filter((row) => row.key === key).map((row) => row._id);
      expect(own).toEqual(stored);
    }
  });

  test('of one person does not pass from hand to hand between processes', async () => {
    const rows = Array.from({ length: 96 }, (_, index) => event(`Ua:${index}`, 5, { key: 'Ua' }));
    await store(rows);
    start();
    start();
    await allDone();
    expect(answered).toEqual(rows.map(({ _id }) => _id));
    // 16 are taken up at a time
    const handed = answeredBy.filter((place, index) => index > 0 && place !== answeredBy[index - 1]);
    expect(handed.length).toBeLessThanOrEqual(96 / 16);
  });

  test('behind what another process does not get through with is taken up, one to wait for its turn', async () => {
    const later = new Date(time.now().getTime() + 9 * MINUTE);
    await store([
      event('hung', 1, { holder: 'another', fence: 1, nextAt: later }),
      ...Array.from({ length: 30 }, (_, index) => event(`Ua:${index}`, 0)),
    ]);
    start();
    await time.until(async () => (await rowOf('Ua:0')).holder !== null);
    const taken = await database.models.inbox.distinct('_id', { holder: 'process 0' });
    expect(taken).toEqual(['Ua:0']);
  });
});

test('many people who report on one activity at once read once each, and are decided once more at most', async () => {
  const activities = database.models.activities.collection;
  await activities.deleteMany({});
  await activities.insertOne({ _id: 'plan/1', office: 'office', state: NO_STATE } as never);
  let read = 0;
  let decided = 0;
  start(undefined, async () => {
    read += 1;
    const before = (await findState(database.models, 'plan/1'))!;
    return (latest) => {
      decided += 1;
      const newer = latest('plan/1');
      const from = newer && newer.rev > before.rev ? newer : before;
      return [writeState('plan/1', 'office', from, { ...from, seq: from.seq + 1 })];
    };
  });
  const people = 30;
  await store(
    Array.from({ length: people }, (_, index) => event(`report:${index}`, 1, { key: `U${index}` })),
  );
  await allDone();
  expect(await findState(database.models, 'plan/1')).toMatchObject({ seq: people, rev: people });
  expect(read).toBe(people);
  expect(decided).toBeLessThanOrEqual(people * 2);
  expect(counted.filter((one) => one !== 'done')).toEqual([]);
});

test('what has to be read anew waits until the report under way is stored', async () => {
  const activities = database.models.activities.collection;
  await activities.deleteMany({});
  await activities.insertOne({ _id: 'plan/1', office: 'office', state: NO_STATE } as never);
  let read = 0;
  // an undo folds what is stored: a report that is not stored yet would be lost
  start(undefined, async () => {
    read += 1;
    const before = (await findState(database.models, 'plan/1'))!;
    return () => [writeState('plan/1', 'office', before, { ...before, seq: before.seq + 1 })];
  });
  const people = 8;
  await store(Array.from({ length: people }, (_, index) => event(`undo:${index}`, 1, { key: `U${index}` })));
  await allDone();
  expect(await findState(database.models, 'plan/1')).toMatchObject({ seq: people, rev: people });
  expect(read).toBeLessThanOrEqual(people * 2);
  expect(counted.filter((one) => one !== 'done')).toEqual([]);
});

test('an event that other processes are quicker than, forty times over, has not failed', async () => {
  const activities = database.models.activities.collection;
  await activities.deleteMany({});
  await activities.insertOne({ _id: 'plan/1', office: 'office', state: NO_STATE } as never);
  let quicker = 40;
  start(undefined, async () => {
    const before = (await findState(database.models, 'plan/1'))!;
    const change = { $inc: { 'state.rev': 1 } };
    if (quicker-- > 0) await activities.updateOne({ _id: 'plan/1' } as never, change);
    return () => [writeState('plan/1', 'office', before, { ...before, seq: before.seq + 1 })];
  });
  await store([event('report', 1)]);
  await allDone();
  expect(await findState(database.models, 'plan/1')).toMatchObject({ seq: 1, rev: 41 });
  expect(await rowOf('report')).toMatchObject({ state: 'done', attempts: 0 });
  expect(counted).toEqual(['done']);
});

test('what was said of something that is not there yet waits a second for it, and no longer', async () => {
  const worker = start(undefined, undefined, () => !answered.includes('sentence'));
  const comes = async (id: string, key: string, milliseconds: number): Promise<void> => {
    const [receivedAt, nextAt] = [time.now(), new Date(time.now().getTime() + MINUTE)];
    const at = new Date(receivedAt.getTime() + milliseconds);
    const row = event(id, 0, { key, at, receivedAt, nextAt, holder: 'process 0', fence: 1 });
    await store([row]);
    worker.accept(row);
  };
  const answeredSo = (many: number) => async () => (await open()) > 0 && answered.length === many;
  await comes('save', 'Ua', 500);
  await time.until(answeredSo(1), 25);
  await comes('sentence', 'Ua', 0);
  // the sentence is not kept waiting for the save: no time passes until it is answered
  await time.until(answeredSo(2), 0);
  expect(answered).toEqual(['save', 'sentence']);
  await allDone(25);
  expect(answered).toEqual(['save', 'sentence', 'save']);
  answered = [];
  await comes('alone', 'Ub', 0);
  await allDone(25);
  expect(answered).toEqual(['alone', 'alone']);
});

test('a worker that is abandoned gives its leases back at once, and the next one answers in its stead', async () => {
  await store([event('hangs', 2, { key: 'Ua' }), event('behind', 1, { key: 'Ua' })]);
  let hangs = true;
  const first = start(() => (hangs ? new Promise(() => undefined) : Promise.resolve()));
  const oldest = () => first.standing(time.now()).oldest;
  await time.until(async () => (await rowOf('behind')).holder === 'process 0' && oldest()?.step === 'answer');
  // as if the limit of the event itself had failed
  expect(oldest()).toMatchObject({ id: 'hangs' });
  hangs = false;
  workers.length = 0;
  await first.abandon();
  expect([(await rowOf('hangs')).holder, (await rowOf('behind')).holder]).toEqual([null, null]);
  // what hangs is not waited for when the process ends either
  await first.stop();
  start();
  await allDone();
  expect(answered).toEqual(['hangs', 'behind']);
});
