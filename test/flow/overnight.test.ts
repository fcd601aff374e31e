/** Summaries and announcements that LINE did not take by the evening: nothing rings at night, nothing is lost, nothing is shown twice. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { Incoming } from '../../src/bot/types.ts';
import type { OutboxDocument } from '../../src/db/outbox.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import { monthlySummary } from '../../src/jobs/monthly-summary.ts';
import type { Send } from '../../src/line/client.ts';
import type { SendOutcome } from '../../src/line/send-outcome.ts';
import { quietLog } from '../../src/log.ts';
import { findDeadLetters } from '../../src/services/dead-letters.ts';
import { byDay } from '../../src/services/reminders-settings.ts';
import { outgoing, pushRows, waitingFor } from '../../src/queue/outbox/outgoing.ts';
import { type OutboxWorker, outboxWorker } from '../../src/queue/outbox/worker.ts';
import { testDatabase } from '../helpers/database.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
const HOUR = 3_600_000;
/** A Monday, the first working day of its month. */
const MONDAY = new Date('2021-03-01T09:00:00+07:00');
const FRIDAY = new Date('2021-03-05T14:00:00+07:00');
const PERSON = `U${'5'.repeat(32)}`;
const on = (day: string, time: string) => new Date(`2021-03-${day}T${time}:00+07:00`);
const SENT: SendOutcome = { outcome: 'sent', sentMessageIds: ['1'], requestId: null };
const fails = (mayHaveArrived: boolean): SendOutcome => ({
  outcome: 'try-again',
  reason: '500',
  mayHaveArrived,
  requestId: null,
});

let database: Database;
let time: VirtualTime;
let line: SendOutcome;
let taken: { send: Send; at: Date }[];
let worker: OutboxWorker;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const model of Object.values(database.models)) await model.collection.deleteMany({});
  await fillOffices(database, { offices: 1, activities: 9, officers: 2 });
  taken = [];
});
afterEach(() => worker.stop());

/** A worker of its own, for which only the test lets time pass. */
async function begin(at: Date): Promise<void> {
  time = virtualTime(at);
  worker = outboxWorker({
    database,
    client: {
      send(send) {
        if (line.outcome === 'sent') taken.push({ send, at: time.now() });
        return Promise.resolve(line);
      },
    },
    now: () => time.now(),
    timers: { after: () => () => undefined },
    holder: 'it',
    metrics: {
      messageSent: () => undefined,
      queueDepth: () => undefined,
      deadLetter: () => undefined,
      messageExpired: () => undefined,
    },
    log: quietLog,
  });
  // its own first look is over before there is anything to see
  await worker.flush();
}

const deps = () => jobDeps(database, { limit: null, used: 0 }, { realNow: () => time.now() });
const rows = () => database.models.outbox.find().sort({ _id: 1 }).lean<OutboxDocument[]>();
const until = (moment: Date) => time.skip(moment.getTime() - time.now().getTime());

/** Fails once more, with a wait that is too long to be waited for in hand. */
async function tried(): Promise<void> {
  await database.models.outbox.updateMany({ state: 'open' }, { attempts: 3 });
  await worker.flush();
  await expect.poll(async () => (await rows()).every((one) => one.attempts === 4)).toBe(true);
}

async function announced(at: Date): Promise<void> {
  const office = (await database.models.offices.findOne({ _id: 'office-0' }).lean())!;
  const messages = [{ type: 'text' as const, text: 'ขอให้รายงานภายในวันศุกร์นี้' }];
  const push = {
    key: 'announcement',
    to: PERSON,
    office: 'office-0',
    purpose: 'broadcast',
    cost: 1,
    ...byDay(office, at),
    reply: { language: 'th' as const, messages },
  };
  const made = pushRows(push, { holder: null, nextAt: at, createdAt: at });
  await database.models.outbox.collection.insertMany(made as never);
}

describe('the month’s summary', () => {
  test('that cannot have arrived waits for an answer, and is pushed in the morning', async () => {
    line = fails(false);
    await begin(MONDAY);
    await monthlySummary.run(deps(), time.now());
    const written = await rows();
    expect(written).toHaveLength(3);
    for (const { expiresAt, again } of written)
      expect([expiresAt, again]).toEqual([on('01', '18:00'), on('02', '08:00')]);
    await tried();

    line = SENT;
    until(on('02', '03:00'));
    await worker.flush();
    expect(taken).toEqual([]);
    const rests = { state: 'waiting', until: on('02', '08:00'), expiresAt: null, attempts: 0 };
    await expect.poll(rows).toMatchObject([rests, rests, rests]);
    expect(await freeRides.run(deps(), time.now())).toMatchObject({ pushed: 0, expired: 0 });

    until(on('02', '08:00'));
    expect(await freeRides.run(deps(), time.now())).toMatchObject({ pushed: 3 });
    await worker.flush();
    expect(taken.map(({ send }) => send.to).toSorted()).toEqual(written.map(({ to }) => to).toSorted());
    await expect.poll(async () => (await rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  test('rests again when the next day is no better', async () => {
    line = fails(false);
    await begin(MONDAY);
    await monthlySummary.run(deps(), time.now());
    for (const day of ['01', '02', '03', '04']) {
      await tried();
      until(on(day, '20:00'));
      await worker.flush();
      await expect.poll(async () => (await rows()).every(({ state }) => state === 'waiting')).toBe(true);
      until(new Date(on(day, '08:00').getTime() + 24 * HOUR));
      await freeRides.run(deps(), time.now());
    }
    line = SENT;
    await worker.flush();
    expect(taken.map(({ at }) => at)).toEqual(Array(3).fill(on('05', '08:00')));
    expect(await findDeadLetters(database, null)).toEqual([]);
  });

  test('of a daily writer is not ended by an evening on which the bot was off', async () => {
    line = SENT;
    await begin(MONDAY);
    const days = ['15', '16', '17', '18', '19', '22', '23', '24', '25'].map((day) => `2021-02-${day}`);
    await database.models.members.updateMany({}, { $set: { wroteOn: days } }, { strict: false });
    await monthlySummary.run(deps(), time.now());
    expect((await rows()).map((one) => one.until)).toEqual(Array(3).fill(on('01', '15:00')));
    until(on('02', '08:00'));
    expect(await freeRides.run(deps(), time.now())).toMatchObject({ pushed: 3, expired: 0 });
    const evening = { expiresAt: on('02', '18:00'), again: on('03', '08:00') };
    expect(await rows()).toMatchObject([evening, evening, evening]);
  });
});

describe('an announcement', () => {
  test('of a Friday comes on Monday morning', async () => {
    line = fails(false);
    await begin(FRIDAY);
    await announced(FRIDAY);
    await tried();
    line = SENT;
    until(on('05', '23:00'));
    await worker.flush();
    await expect.poll(rows).toMatchObject([{ state: 'waiting', until: on('08', '08:00') }]);
    until(on('06', '10:00'));
    expect(await freeRides.run(deps(), time.now())).toMatchObject({ pushed: 0 });
    until(on('08', '08:00'));
    await freeRides.run(deps(), time.now());
    await worker.flush();
    expect(taken).toHaveLength(1);
  });

  test('that rode along with an answer LINE never took is pushed in the morning all the same', async () => {
    line = fails(false);
    await begin(on('01', '14:00'));
    await announced(time.now());
    await tried();
    until(on('01', '20:00'));
    await worker.flush();
    await expect.poll(rows).toMatchObject([{ state: 'waiting' }]);
    const text = {
      kind: 'text' as const,
      messageId: 'm',
      text: 'สรุป',
      quotedMessageId: null,
      mentionsBot: false,
    };
    const incoming: Incoming = {
      id: 'event',
      at: time.now(),
      redelivered: false,
      chat: { type: 'user', id: PERSON },
      userId: PERSON,
      replyToken: 'token',
      content: text,
    };
    const reply = { language: 'th' as const, messages: [{ type: 'text' as const, text: 'คำตอบ' }] };
    const handled = { office: 'office-0', reply, writes: [], pushes: [] };
    const riders = waitingFor(database)(PERSON);
    const answer = await outgoing(database, incoming, handled, {
      holder: 'it',
      now: time.now(),
      receivedAt: time.now(),
      riders,
    });
    await commit(database, answer.writes);
    expect(await rows()).toMatchObject([{ state: 'riding' }, { carries: 1 }]);
    // the last of its tries
    line = fails(true);
    worker.accept(answer.rows.map((row) => ({ ...row, attempts: 6 })));
    await worker.idle();
    await expect
      .poll(rows)
      .toMatchObject([{ state: 'waiting', until: on('02', '08:00') }, { state: 'dead' }]);
    line = SENT;
    until(on('02', '08:00'));
    await freeRides.run(deps(), time.now());
    await worker.flush();
    expect(taken.map(({ send }) => send.to)).toEqual([PERSON]);
  });

  test('that may have arrived rests under its key, and is repeated under the same in the morning', async () => {
    line = fails(true);
    const monday = on('01', '14:00');
    await begin(monday);
    await announced(monday);
    await tried();
    const [{ retryKey }] = (await rows()) as [OutboxDocument];
    line = SENT;
    until(on('01', '22:00'));
    await worker.flush();
    const rests = { state: 'open', nextAt: on('02', '08:00'), firstAttemptAt: monday, expiresAt: null };
    await expect.poll(rows).toMatchObject([rests]);
    until(on('02', '07:59'));
    await worker.flush();
    expect(taken).toEqual([]);
    until(on('02', '08:00'));
    await worker.flush();
    expect(taken.map(({ send }) => send.retryKey)).toEqual([retryKey]);
  });

  test('whose key is too old by the morning is left to a human the same evening, not shown a second time', async () => {
    line = fails(true);
    await begin(FRIDAY);
    await announced(FRIDAY);
    await tried();
    line = SENT;
    until(on('05', '22:00'));
    await worker.flush();
    await expect
      .poll(() => findDeadLetters(database, null))
      .toMatchObject([{ id: 'announcement', error: 'key-too-old' }]);
    until(on('08', '08:00'));
    await freeRides.run(deps(), time.now());
    await worker.flush();
    expect(taken).toEqual([]);
  });

  test('of the evening is pushed at once, and until midnight', async () => {
    line = SENT;
    const evening = on('01', '20:00');
    await begin(evening);
    await announced(evening);
    expect(await rows()).toMatchObject([{ expiresAt: on('02', '00:00'), again: on('02', '08:00') }]);
    await worker.flush();
    expect(taken).toHaveLength(1);
  });
});
