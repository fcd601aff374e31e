/** The day a person last wrote decides whether a reminder comes free with an answer: it is noted whatever the commit met first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerEvent } from '../../src/bot/answer.ts';
import { realTimers, systemClock, type Timers } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { DEMO_START, prepareDemo } from '../../src/demo.ts';
import { quietLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { inboxWorker } from '../../src/queue/inbox/worker.ts';
import type { OutboxWorker } from '../../src/queue/outbox/worker.ts';
import { testDatabase } from '../helpers/database.ts';
import { PRASERT, SOMSRI } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  await prepareDemo(database, DEMO_START);
});
afterAll(() => database.close());

const HOLDER = 'day-noted';
const DAY = '2021-03-01';
/** Waits between tries are over at once, limits stay. */
const hasty: Timers = {
  after: (milliseconds, then) => realTimers.after(milliseconds < 5_000 ? 5 : milliseconds, then),
};
const outbox: Pick<OutboxWorker, 'accept'> = { accept: () => undefined };

/** Works off one message of that person, whose first commit meets a conflict. @returns how often it was decided. */
async function write(
  userId: string,
  id: string,
  { day = DAY, failsAt = 0 }: { day?: string; failsAt?: number } = {},
): Promise<number> {
  const at = new Date(`${day}T09:00:00+07:00`);
  const member = await database.models.members.findOne({ userId }).lean();
  let tries = 0;
  const answer: AnswerEvent = () => {
    tries += 1;
    if (tries === failsAt) throw new Error('the database was away');
    const missed = { where: { _id: 'nobody', office: '-' }, change: { $set: { name: '' } } };
    // an expectation that is missed once, as when somebody else was quicker
    const writes = tries === 1 ? [{ to: 'members' as const, update: missed }] : [];
    return Promise.resolve({ office: member!.office, reply: null, writes, pushes: [] });
  };
  const row: InboxDocument = {
    _id: id,
    office: '-',
    key: userId,
    at,
    receivedAt: at,
    event: JSON.stringify({
      type: 'message',
      webhookEventId: id,
      timestamp: at.getTime(),
      mode: 'active',
      replyToken: `token-${id}`,
      source: { type: 'user', userId },
      message: { type: 'text', id: `m-${id}`, quoteToken: 'q', text: 'สวัสดีค่ะ' },
    }),
    state: 'open',
    open: true,
    nextAt: new Date(Date.parse('2100-01-01')),
    holder: HOLDER,
    fence: 1,
    attempts: 0,
    error: null,
    doneAt: null,
  };
  await database.models.inbox.collection.insertOne(row as never);
  const worker = inboxWorker({
    database,
    outbox: outbox as OutboxWorker,
    answer,
    now: () => systemClock.now(),
    timers: hasty,
    holder: HOLDER,
    metrics: createMetrics(),
    log: quietLog,
  });
  worker.accept(row);
  await worker.idle();
  await worker.stop();
  expect(await database.models.inbox.findById(id).lean()).toMatchObject({ state: 'done' });
  return tries;
}

async function noted(userId: string, day = DAY): Promise<string[]> {
  const member = await database.models.members.findOne({ userId }).lean();
  return (member!.wroteOn ?? []).filter((one) => one === day);
}

test('a first message of the day whose commit meets a conflict notes that day, a further one not again', async () => {
  expect(await write(SOMSRI, 'conflict-1')).toBe(2);
  expect(await noted(SOMSRI)).toEqual([DAY]);
  await write(SOMSRI, 'conflict-2');
  expect(await noted(SOMSRI)).toEqual([DAY]);
});

test('a first message of the day that failed and was taken up again notes that day', async () => {
  expect(await write(PRASERT, 'failed-1', { failsAt: 2 })).toBe(3);
  expect(await noted(PRASERT)).toEqual([DAY]);
});

test('a day that another process has noted is not noted twice', async () => {
  const day = '2021-03-02';
  await database.models.members.updateOne({ userId: PRASERT }, { $set: { wroteOn: [DAY, day] } });
  await write(PRASERT, 'other-process', { day });
  expect(await noted(PRASERT, day)).toEqual([day]);
});
