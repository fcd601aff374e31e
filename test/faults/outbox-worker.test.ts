/** What becomes of messages while LINE, its token or the bot itself fails: nothing ends that could still be said, nothing is said twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { type OutboxDocument, packMessages } from '../../src/db/outbox.ts';
import type { Send } from '../../src/line/client.ts';
import type { SendOutcome } from '../../src/line/send-outcome.ts';
import { quietLog } from '../../src/log.ts';
import { findDeadLetters, replay } from '../../src/services/dead-letters.ts';
import { claims } from '../../src/queue/leases/claims.ts';
import { TOKEN_USED } from '../../src/queue/outbox/marks.ts';
import { type OutboxWorker, outboxWorker } from '../../src/queue/outbox/worker.ts';
import { testDatabase } from '../helpers/database.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
const PERSON = `U${'1'.repeat(32)}`;
const OTHER = `U${'3'.repeat(32)}`;
const GROUP = `C${'2'.repeat(32)}`;
const HOUR = 3_600_000;
const HOLDER = 'this process';
const START = new Date('2026-03-02T02:00:00Z');
const ago = (milliseconds: number) => new Date(START.getTime() - milliseconds);
const SENT: SendOutcome = { outcome: 'sent', sentMessageIds: ['1'], requestId: null };
const UNAUTHORIZED: SendOutcome = { outcome: 'unauthorized', reason: '401', requestId: null };
const DEAD_TOKEN: SendOutcome = { outcome: 'token-dead', requestId: null };
const again = (mayHaveArrived: boolean): SendOutcome => ({
  outcome: 'try-again',
  reason: '500',
  mayHaveArrived,
  requestId: null,
});

let database: Database;
let time: VirtualTime;
let sends: Send[];
let counted: string[];
let workers: OutboxWorker[];

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.models.outbox.collection.deleteMany({});
  time = virtualTime(START);
  sends = [];
  counted = [];
  workers = [];
});
afterEach(async () => {
  for (const worker of workers) await worker.stop();
});

type Answer = SendOutcome | Promise<SendOutcome>;

/** @param answer of LINE to each send, by the sends before it. */
function start(
  answer: (send: Send, before: number) => Answer,
  own: { concurrency?: number } = {},
): OutboxWorker {
  const worker = outboxWorker({
    database,
    client: {
      send(send) {
        sends.push(send);
        return Promise.resolve(answer(send, sends.length - 1));
      },
    },
    now: () => time.now(),
    timers: time.timers,
    holder: HOLDER,
    ...own,
    metrics: {
      messageSent: () => undefined,
      queueDepth: () => undefined,
      messageExpired: (purpose) => counted.push(`expired ${purpose}`),
      deadLetter: (queue) => counted.push(`dead ${queue}`),
    },
    log: quietLog,
  });
  workers.push(worker);
  return worker;
}

function message(id: string, more: Partial<OutboxDocument> = {}): OutboxDocument {
  return {
    _id: id,
    office: 'office',
    kind: 'push',
    purpose: 'reminder',
    to: PERSON,
    replyToken: null,
    retryKey: randomUUID(),
    messages: packMessages([{ type: 'text', text: id }]),
    about: [null],
    cost: 1,
    state: 'open',
    open: true,
    nextAt: time.now(),
    holder: null,
    fence: 0,
    attempts: 0,
    createdAt: time.now(),
    firstAttemptAt: null,
    expiresAt: null,
    sentAt: null,
    sent: null,
    requestId: null,
    error: null,
    ...more,
  };
}
const answer = (id: string, more: Partial<OutboxDocument> = {}) =>
  message(id, { kind: 'reply', purpose: 'answer', replyToken: 'token', cost: 0, ...more });

async function store(...rows: OutboxDocument[]): Promise<OutboxDocument[]> {
  await database.models.outbox.collection.insertMany(rows as never);
  return rows;
}
const rowOf = async (id: string) => (await database.models.outbox.findById(id).lean<OutboxDocument>())!;
const ended = (id: string, state: OutboxDocument['state']) =>
  time.until(async () => {
    const row = await rowOf(id);
    return row.state === state && row;
  });
const closed = ({ open: _, ...row }: OutboxDocument): OutboxDocument => row;
const inHand = (id: string, more: Partial<OutboxDocument> = {}) =>
  answer(id, { holder: HOLDER, fence: 1, nextAt: new Date(time.now().getTime() + 15_000), ...more });
/** Time in which nothing is waited for in hand; what is due is taken up every few minutes. */
async function pass(worker: OutboxWorker, milliseconds: number): Promise<void> {
  const end = time.now().getTime() + milliseconds;
  while (time.now().getTime() < end) {
    time.skip(400_000);
    await worker.flush();
  }
}
const texts = (send: Send | undefined) => send?.messages.map((one) => one['text']);

describe('while LINE does not take our token', () => {
  test(
    'no push ends, however long it lasts; it goes out when the token is mended',
    { timeout: 90_000 },
    async () => {
      let mended = false;
      const worker = start(() => (mended ? SENT : UNAUTHORIZED));
      await store(message('a'), message('b', { to: OTHER }), message('c', { to: GROUP, cost: 30 }));
      await pass(worker, 30 * HOUR);
      // long waits: LINE is asked a few times an hour
      expect(sends.length).toBeGreaterThan(3 * 30 * 3);
      expect(sends.length).toBeLessThan(3 * 30 * 10);
      expect(counted).toEqual([]);
      mended = true;
      await pass(worker, HOUR);
      for (const id of ['a', 'b', 'c']) expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
      expect(new Set(sends.filter(({ to }) => to === PERSON).map((one) => one.retryKey)).size).toBe(1);
    },
  );

  test('an answer is tried while its token may live, and then waits for the next one', async () => {
    start(() => UNAUTHORIZED);
    await store(answer('a', { attempts: 4 }));
    expect(await ended('a', 'waiting')).toMatchObject({ error: 'reply-token-dead', replyToken: null });
    expect(sends.map((one) => one.kind)).toEqual(['reply', 'reply', 'reply']);
    expect(counted).toEqual([]);
  });
});

describe('an answer', () => {
  test('certainly not delivered waits for the next one when its tries are over', async () => {
    start(({ kind }) => (kind === 'push' ? SENT : again(false)));
    await store(answer('a', { attempts: 5 }));
    await ended('a', 'waiting');
    expect(sends.map((one) => one.kind)).toEqual(['reply', 'reply']);
  });

  test('that may have been shown is never said another way', async () => {
    start((_, before) => (before === 0 ? again(true) : again(false)));
    await store(answer('a', { attempts: 4 }));
    expect(await ended('a', 'dead')).toMatchObject({ kind: 'reply', error: 'gave-up: 500' });
    expect(sends.every((one) => one.kind === 'reply')).toBe(true);
  });

  test('whose token died is no push: only the last one of a person waits, with a word that it is late', async () => {
    start(({ kind }) => (kind === 'push' ? SENT : DEAD_TOKEN));
    const told = new Date(START.getTime() + 2 * HOUR);
    const at = (seconds: number) => ({ createdAt: new Date(START.getTime() - 60_000 + seconds * 1000) });
    const late = { words: 'late', until: null };
    await store(
      ...[0, 1, 2].map((index) => answer(`a${index}`, { ...at(index), late })),
      answer('unfinished', { ...at(3), late: { words: 'not saved', until: told } }),
      answer('other', { ...at(0), to: OTHER, late }),
    );
    const waits = await ended('unfinished', 'waiting');
    expect(waits).toMatchObject({ kind: 'push', cost: 1, until: told, expiresAt: null, replyToken: null });
    expect(waits.messages).toMatch(/not saved.*unfinished/);
    expect(waits.about).toEqual([null, null]);
    expect(await ended('other', 'waiting')).toMatchObject({ error: 'reply-token-dead' });
    expect((await rowOf('other')).expiresAt!.getTime()).toBeGreaterThan(time.now().getTime() + 23 * HOUR);
    for (const id of ['a0', 'a1', 'a2'])
      expect(await ended(id, 'cancelled')).toMatchObject({ error: 'superseded', messages: null });
    expect(sends.every((one) => one.kind === 'reply')).toBe(true);
    expect(counted).toEqual([]);
  });

  test('whose token died lets go of what rode along', async () => {
    start(() => DEAD_TOKEN);
    const rider = closed(message('rider', { state: 'riding', ridesWith: 'a' }));
    const messages = packMessages(['rider', 'own'].map((text) => ({ type: 'text', text })));
    await store(
      rider,
      answer('a', { messages, about: [null, null], carries: 1, late: { words: 'late', until: null } }),
    );
    expect((await ended('a', 'waiting')).messages).not.toContain('rider');
    expect(await rowOf('rider')).toMatchObject({ state: 'waiting' });
  });

  test.each([
    ['whose token died', (): SendOutcome => DEAD_TOKEN],
    ['whose tries are over', () => again(false)],
  ])('in a group %s waits for the next one instead of being paid for by every member', async (_, outcome) => {
    start(outcome);
    await store(answer('a', { to: GROUP, attempts: 5 }));
    const row = await ended('a', 'waiting');
    expect(row).toMatchObject({ cost: 0, error: 'reply-token-dead' });
    expect(row).not.toHaveProperty('open');
    expect(row.expiresAt!.getTime()).toBeGreaterThan(time.now().getTime() + 23 * HOUR);
    expect(sends.every((one) => one.kind === 'reply')).toBe(true);
  });

  test('given back untried by a stop is said by whoever takes it next, or waits with the others', async () => {
    let finish: (outcome: SendOutcome) => void = () => undefined;
    const first = start(() => new Promise((resolve) => (finish = resolve)), { concurrency: 1 });
    first.accept(await store(inHand('under-way'), inHand('untried', { to: OTHER })));
    await expect.poll(() => sends).toHaveLength(1);
    const stopping = first.stop();
    finish(SENT);
    await stopping;
    expect(sends).toHaveLength(1);
    expect(await rowOf('untried')).toMatchObject({ state: 'open', holder: null, attempts: 0 });

    start(() => DEAD_TOKEN);
    expect(await ended('untried', 'waiting')).toMatchObject({ fence: 2 });
    expect(await rowOf('under-way')).toMatchObject({ state: 'sent', kind: 'reply' });
  });

  test('several that arrive together keep each its own, and one that somebody else took meanwhile stays his', async () => {
    const people = ['a', 'b', 'c'].map((id) => ({ id, to: `U${id.repeat(32)}` }));
    const worker = start(({ to }) => ({
      outcome: 'sent',
      sentMessageIds: [`1 to ${to}`, `2 to ${to}`],
      // LINE's headers are text, whatever they look like
      requestId: `$${to}`,
    }));
    const rows = await store(...people.map(({ id, to }) => inHand(id, { to, about: ['1.2', null] })));
    await database.models.outbox.updateOne({ _id: 'c' }, { $set: { fence: 2 } });
    worker.accept(rows);
    await worker.idle();
    for (const { id, to } of people.slice(0, 2)) {
      const row = await ended(id, 'sent');
      expect(row).toMatchObject({ messages: null, replyToken: null, requestId: `$${to}` });
      expect(row.sent).toEqual([
        { id: `1 to ${to}`, about: '1.2' },
        { id: `2 to ${to}`, about: null },
      ]);
      expect(row).toMatchObject({ attempts: 1, holder: null, nextAt: null, sentAt: START });
      expect(row).not.toHaveProperty('open');
    }
    expect(await rowOf('c')).toMatchObject({ state: 'open', open: true, fence: 2, sent: null });
  });

  test('that is under way stays in hand when the process slept through its lease', async () => {
    const finish: ((outcome: SendOutcome) => void)[] = [];
    const worker = start(() => new Promise((resolve) => finish.push(resolve)));
    worker.accept(await store(inHand('slow')));
    await expect.poll(() => sends).toHaveLength(1);
    time.skip(60_000);
    // found by the same look that finds the other's lease run out
    await store(answer('new', { to: OTHER }));
    const flushed = worker.flush();
    await expect.poll(() => sends).toHaveLength(2);
    for (const end of finish) end(SENT);
    await flushed;
    expect(await ended('slow', 'sent')).toMatchObject({ fence: 1, kind: 'reply' });
    expect(await ended('new', 'sent')).toMatchObject({ fence: 1 });
  });

  test('given back by a stop between two tries keeps what is known of them', async () => {
    const first = start(({ to }) => again(to === OTHER));
    first.accept(await store(inHand('not-arrived'), inHand('perhaps', { to: OTHER })));
    await time.until(
      async () => (await rowOf('not-arrived')).attempts > 0 && (await rowOf('perhaps')).attempts > 0,
    );
    await first.stop();

    start(() => DEAD_TOKEN);
    await ended('not-arrived', 'waiting');
    expect(await ended('perhaps', 'dead')).toMatchObject({ kind: 'reply', error: TOKEN_USED });
  });

  test('of a process that died may have been shown, and is not said again', async () => {
    await store(inHand('a', { holder: 'a process that died', nextAt: time.now() }));
    start(() => DEAD_TOKEN);
    expect(await ended('a', 'dead')).toMatchObject({ kind: 'reply', fence: 2 });
  });
});

describe('a push', () => {
  test.each([
    ['first tried thirty hours ago', { firstAttemptAt: ago(30 * HOUR), attempts: 3, fence: 2 }],
    ['of a process that died thirty hours ago', { fence: 1, holder: 'dead', createdAt: ago(30 * HOUR) }],
  ])('%s is not repeated under a key that LINE has forgotten', async (_, more) => {
    await store(message('old', more));
    start(() => SENT);
    expect(await ended('old', 'dead')).toMatchObject({ error: 'key-too-old' });
    expect(sends).toEqual([]);
    // it is counted once it is stored
    await expect.poll(() => counted).toEqual(['dead outbox']);

    const [letter] = await findDeadLetters(database, null);
    expect(await replay(database, letter!, time.now())).toEqual({ ok: true, notes: ['new-key'] });
    expect(await ended('old', 'sent')).toMatchObject({ attempts: 1 });
    expect(sends[0]!.retryKey).not.toBe(letter!.id);
  });

  test('that waited long without a try goes out', async () => {
    await store(
      message('never-tried', { createdAt: ago(60 * HOUR) }),
      message('given-back', {
        createdAt: ago(60 * HOUR),
        to: OTHER,
        fence: 4,
        untried: { fence: 4, at: ago(1) },
        attempts: 2,
      }),
    );
    start(() => SENT);
    await ended('never-tried', 'sent');
    await ended('given-back', 'sent');
  });

  test(
    'that failed certainly for a day is given up, under the same key all the time',
    { timeout: 90_000 },
    async () => {
      const worker = start(() => again(false));
      await store(message('a', { attempts: 2 }));
      await pass(worker, 12 * HOUR);
      expect(await rowOf('a')).toMatchObject({ state: 'open' });
      await pass(worker, 18 * HOUR);
      expect(await rowOf('a')).toMatchObject({ state: 'dead', error: 'gave-up: 500' });
      expect(new Set(sends.map((one) => one.retryKey)).size).toBe(1);
    },
  );

  test('whose time is over is not sent: a reminder ends quietly, anything else is told', async () => {
    const late = { expiresAt: ago(1) };
    const record = { member: 'm', plan: 'p', day: '2026-03-02', items: [], reachedOn: null };
    await store(
      message('reminder', { ...late, record }),
      message('nudge', { ...late, to: OTHER, purpose: 'nudge' }),
    );
    start(() => SENT);
    expect(await ended('reminder', 'cancelled')).toMatchObject({ error: 'expired', messages: null });
    expect(await ended('nudge', 'dead')).toMatchObject({ error: 'expired' });
    expect(sends).toEqual([]);
    expect(counted.toSorted()).toEqual(['dead outbox', 'expired nudge', 'expired reminder']);
  });

  test('whose time is over while MongoDB is away ends later, and ends no process', async () => {
    await store(message('a', { expiresAt: ago(1) }));
    const { collection } = database.models.outbox;
    const bulkWrite = collection.bulkWrite.bind(collection);
    let away = 2;
    collection.bulkWrite = ((...args: Parameters<typeof bulkWrite>) =>
      away-- > 0 ? Promise.reject(new Error('no primary')) : bulkWrite(...args)) as typeof bulkWrite;
    try {
      start(() => SENT);
      await ended('a', 'dead');
    } finally {
      collection.bulkWrite = bulkWrite;
    }
    expect(away).toBeLessThan(0);
  });
});

describe('an answer that carried riders', () => {
  const carried = (reason: SendOutcome, more: Partial<OutboxDocument> = {}) => {
    const messages = packMessages([
      { type: 'text', text: 'rider' },
      { type: 'text', text: 'own' },
    ]);
    start(({ kind }, before) => (kind === 'push' || before > 8 ? SENT : reason));
    return store(
      answer('a', { messages, about: ['1.1', null], carries: 1, attempts: 5, ...more }),
      closed(message('rider', { state: 'riding', nextAt: null, ridesWith: 'a', until: START })),
    );
  };

  test('is replayed without them when they wait again', async () => {
    await carried(again(true));
    const dead = await ended('a', 'dead');
    expect(dead).toMatchObject({ about: [null] });
    expect(dead).not.toHaveProperty('carries');
    expect(await rowOf('rider')).toMatchObject({ state: 'waiting', until: START });
    await replayed();
  });

  test('is replayed without them when they were shown', async () => {
    await carried(DEAD_TOKEN, { fence: 1, holder: 'a process that died' });
    await ended('a', 'dead');
    expect(await rowOf('rider')).toMatchObject({ state: 'sent' });
    expect(await rowOf('rider')).not.toHaveProperty('until');
    await replayed();
  });

  async function replayed(): Promise<void> {
    sends.length = 0;
    const [letter] = await findDeadLetters(database, 'office');
    expect(await replay(database, letter!, time.now())).toEqual({ ok: true, notes: ['became-push'] });
    await ended('a', 'sent');
    expect(texts(sends.at(-1))).toEqual(['own']);
  }
});

test('a dead answer of a group is replayed for nothing, with the next answer there', async () => {
  await store(closed(answer('a', { to: GROUP, state: 'dead', fence: 3, error: 'gave-up: 500' })));
  const [letter] = await findDeadLetters(database, null);
  expect(await replay(database, letter!, time.now())).toEqual({ ok: true, notes: ['rides-along'] });
  expect(await rowOf('a')).toMatchObject({ state: 'waiting', cost: 0, replyToken: null });
  expect(await rowOf('a')).not.toHaveProperty('open');
});

test('a claim that was written before its time ran out is one', async () => {
  const queue = claims<OutboxDocument>(database, 'outbox', HOLDER, 'createdAt');
  await store(message('written'), message('locked', { to: OTHER }));
  const { collection } = database.models.outbox;
  const real = collection.findOneAndUpdate.bind(collection) as (...args: unknown[]) => Promise<unknown>;
  const late = async (filter: { _id: string }, ...rest: unknown[]): Promise<never> => {
    if (filter._id === 'written') await real(filter, ...rest);
    throw Object.assign(new Error('operation exceeded time limit'), { code: 50 });
  };
  Object.assign(collection, { findOneAndUpdate: late });
  try {
    const claimed = await queue.claim(8, time.now());
    expect(claimed.map(({ _id, fence, holder }) => [_id, fence, holder])).toEqual([['written', 1, HOLDER]]);
  } finally {
    Object.assign(collection, { findOneAndUpdate: real });
  }
});

test('the oldest row is the one that was written first, however far off its next try is', async () => {
  const queue = claims(database, 'outbox', HOLDER, 'createdAt');
  expect(await queue.depth(time.now())).toMatchObject({ open: 0, oldestSeconds: 0 });
  await store(
    message('backing-off', { createdAt: ago(5 * HOUR), nextAt: new Date(time.now().getTime() + 8 * HOUR) }),
    message('fresh', { createdAt: ago(60_000) }),
    closed(message('sent', { createdAt: ago(90 * HOUR), state: 'sent', nextAt: null })),
  );
  expect(await queue.depth(time.now())).toMatchObject({ open: 2, oldestSeconds: 5 * 3600 });
});
