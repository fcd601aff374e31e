/** Reminders that LINE did not take in time, and what waited in vain: nothing rings at night or a day late, and nothing vanishes. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { type OutboxDocument, packMessages } from '../../src/db/outbox.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { quietLog } from '../../src/log.ts';
import { outboxWorker } from '../../src/queue/outbox/worker.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { fillOffices, NOW } from '../helpers/many-offices.ts';
import { virtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_LIMIT = { limit: null, used: 0 };
let database: Database;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const model of Object.values(database.models)) await model.collection.deleteMany({});
});

const digests = async (day: string) =>
  (await database.models.outbox
    .find({ purpose: 'reminder', 'record.day': day })
    .sort({ _id: 1 })
    .lean()) as unknown as OutboxDocument[];

test('LINE is away until the night: the digest ends, is counted, and the next morning’s says it all', async () => {
  await fillOffices(database, { offices: 1, activities: 9, officers: 3 });
  const time = virtualTime(NOW);
  const expired: string[] = [];
  const sent: Date[] = [];
  let away = true;
  const worker = outboxWorker({
    database,
    client: {
      send() {
        if (!away) sent.push(time.now());
        return Promise.resolve(
          away
            ? { outcome: 'try-again', reason: 'ECONNREFUSED', mayHaveArrived: false, requestId: null }
            : { outcome: 'sent', sentMessageIds: ['1'], requestId: null },
        );
      },
    },
    now: () => time.now(),
    timers: { after: () => () => undefined },
    holder: 'it',
    metrics: {
      messageSent: () => undefined,
      queueDepth: () => undefined,
      deadLetter: (queue) => expired.push(`dead ${queue}`),
      messageExpired: (purpose) => expired.push(purpose),
    },
    log: quietLog,
  });
  // its own first look is over before there is anything to see
  await worker.flush();
  const deps = jobDeps(database, NO_LIMIT, { realNow: () => time.now() });
  await reminders.run(deps, time.now());
  const monday = await digests('2021-02-15');
  expect(monday).toHaveLength(3);
  for (const { expiresAt } of monday) expect(expiresAt).toEqual(new Date('2021-02-15T18:00:00+07:00'));
  // as if they had failed some times by now: no wait is so short that it is waited for in hand
  await database.models.outbox.updateMany({}, { attempts: 3 });
  await worker.flush();
  // a mark is not awaited by a majority, so it is read a little later
  const tries = async () => (await digests('2021-02-15')).map((one) => one.attempts);
  await expect.poll(tries).toEqual([4, 4, 4]);

  time.skip(12 * HOUR);
  away = false;
  await worker.flush();
  expect(sent).toEqual([]);
  expect(expired).toEqual(['reminder', 'reminder', 'reminder']);
  const ended = { state: 'cancelled', error: 'expired', messages: null };
  await expect.poll(() => digests('2021-02-15')).toMatchObject([ended, ended, ended]);

  time.skip(12 * HOUR);
  await reminders.run(deps, time.now());
  const tuesday = await digests('2021-02-16');
  expect(tuesday.map((one) => one.record!.items)).toEqual(monday.map((one) => one.record!.items));
  await worker.flush();
  expect(sent).toHaveLength(3);
  await worker.stop();
});

test('what is held back may still ride along in the evening: it is never pushed by itself', async () => {
  await fillOffices(database, { offices: 1, activities: 9, officers: 3 });
  await reminders.run(jobDeps(database, { limit: 0, used: 0 }), NOW);
  const rows = await digests('2021-02-15');
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ state: 'waiting', expiresAt: null });
});

test('what waits for somebody who never writes ends after forty days, and what was to end earlier then', async () => {
  await fillOffices(database, { offices: 1, activities: 3, officers: 1 });
  const row = (id: string, office: string, age: number, expiresAt: Date | null = null) => ({
    _id: id,
    office,
    to: `U${'5'.repeat(32)}`,
    purpose: 'monthly-summary',
    messages: packMessages([{ type: 'text', text: id }]),
    state: 'waiting',
    createdAt: new Date(NOW.getTime() - age),
    expiresAt,
  });
  await database.models.outbox.collection.insertMany([
    row('old', 'office-0', 41 * DAY),
    row('young', 'office-0', 39 * DAY),
    row('over', '-', HOUR, new Date(NOW.getTime() - 1)),
    row('not-over', '-', HOUR, new Date(NOW.getTime() + 1)),
    { ...row('sent', 'office-0', 41 * DAY), state: 'sent' },
  ] as never);
  const result = await freeRides.run(jobDeps(database, NO_LIMIT, { realNow: () => NOW }), NOW);
  expect(result).toMatchObject({ expired: 2 });
  const left = await database.models.outbox.find().lean();
  expect(
    Object.fromEntries(left.map(({ _id, state, messages }) => [_id, [state, messages !== null]])),
  ).toEqual({
    old: ['cancelled', false],
    young: ['waiting', true],
    over: ['cancelled', false],
    'not-over': ['waiting', true],
    sent: ['sent', true],
  });
});

test('a reminder of one activity says what was reported of it last', async () => {
  await fillOffices(database, { offices: 1, activities: 1, officers: 1 });
  const reported = {
    'state.status': 'in_progress',
    'state.percent': 40,
    'state.reportedAt': new Date('2021-01-20T10:00:00+07:00'),
    'state.seq': 1,
  };
  await database.models.activities.collection.updateMany({}, { $set: reported });
  await reminders.run(jobDeps(database, NO_LIMIT), NOW);
  const [digest] = await digests('2021-02-15');
  expect(digest!.messages).toContain('ล่าสุด 20 ม.ค. 64: กำลังดำเนินการ 40%');
});
