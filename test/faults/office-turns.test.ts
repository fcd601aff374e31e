/** An office that floods the inbox delays nobody else: others' events are among the next, whether they came by their own channel, by the common one, or are taken up later. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { claims } from '../../src/queue/leases/claims.ts';
import { inboxClaims } from '../../src/queue/inbox/claims.ts';
import type { OutboxDocument } from '../../src/db/outbox.ts';
import { quietLog } from '../../src/log.ts';
import { type InboxWorker, inboxWorker } from '../../src/queue/inbox/worker.ts';
import { testDatabase } from '../helpers/database.ts';
import { idleOutbox } from '../helpers/idle-outbox.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
let time: VirtualTime;
let worker: InboxWorker;
/** In the order in which their answers were begun, and given. */
let begun: string[];
let answered: string[];
/** How many are being answered. */
let underWay: number;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  const { inbox, links } = database.models;
  await Promise.all([inbox.collection.deleteMany({}), links.collection.deleteMany({})]);
  time = virtualTime(new Date('2026-03-02T02:00:00Z'));
  begun = [];
  answered = [];
  underWay = 0;
  worker = start();
});
afterEach(() => worker.stop());

function start(concurrency?: number): InboxWorker {
  return inboxWorker({
    database,
    outbox: idleOutbox(),
    async answer(incoming, office, turn) {
      begun.push(incoming.id);
      underWay += 1;
      const isTurn = await turn;
      underWay -= 1;
      if (!isTurn) return null;
      answered.push(incoming.id);
      return { office, reply: null, pushes: [], writes: [] };
    },
    now: () => time.now(),
    timers: time.timers,
    holder: 'process',
    ...(concurrency && { concurrency }),
    metrics: {
      eventProcessed: () => undefined,
      eventsIgnored: () => undefined,
      queueDepth: () => undefined,
      deadLetter: () => undefined,
    },
    log: quietLog,
  });
}

let sequence = 0;
function event(id: string, office: string, key: string): InboxDocument {
  const at = new Date(time.now().getTime() + (sequence += 1));
  const lease = worker.lease(office, key);
  return {
    _id: id,
    office,
    key,
    at,
    receivedAt: at,
    event: JSON.stringify({
      type: 'message',
      mode: 'active',
      timestamp: at.getTime(),
      source: { type: 'user', userId: key },
      message: { type: 'text', id, text: id },
    }),
    state: 'open',
    open: true,
    nextAt: lease?.until ?? at,
    holder: lease?.holder ?? null,
    fence: lease ? 1 : 0,
    attempts: 0,
    error: null,
    doneAt: null,
  };
}

/** As the webhook does: each as soon as it is stored. */
async function receive(rows: InboxDocument[]): Promise<void> {
  await database.models.inbox.collection.insertMany(rows as never);
  for (const row of rows) worker.accept(row);
}
const soon = (holds: () => boolean) =>
  time.until(async () => {
    await database.ping(1_000);
    return holds();
  }, 1);
const allDone = () =>
  time.until(async () => (await database.models.inbox.countDocuments({ open: true })) === 0, 20, 2_000);

/** @param route of the office, '-' where they share the channel. */
async function member(key: string, office: string): Promise<void> {
  await database.models.links.collection.insertOne({ _id: key, office, kind: 'user', target: key } as never);
}

test.each(['own', 'common'])(
  'by their %s channel: one writes 500 events, and of another one the first is among the next',
  async (channel) => {
    const route = (office: string): string => (channel === 'own' ? office : '-');
    // fewer places than people who write: somebody has to wait
    await worker.stop();
    worker = start(16);
    for (let person = 0; person < 50; person += 1) await member(`L${person}`, 'large');
    await member('S', 'small');
    await receive([event('before', route('small'), 'S')]);
    await soon(() => answered.includes('before'));
    await receive(
      Array.from({ length: 500 }, (_, index) => event(`l${index}`, route('large'), `L${index % 50}`)),
    );
    await soon(() => answered.length > 1);
    const small = event('small', route('small'), 'S');
    await database.models.inbox.collection.insertOne(small as never);
    const so = begun.length;
    worker.accept(small);
    await allDone();
    // when it is through is the database's matter: what is answered beside it may be quicker
    expect(begun.indexOf('small') - so).toBeLessThan(16);
    expect(new Set(answered).size).toBe(502);
    const order = answered.filter((id) => id.startsWith('l')).map((id) => Number(id.slice(1)));
    for (let person = 0; person < 50; person += 1) {
      const own = order.filter((index) => index % 50 === person);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  },
);

test('alone an office is not held back', async () => {
  await receive(Array.from({ length: 200 }, (_, index) => event(`l${index}`, 'large', `L${index}`)));
  let most = 0;
  await time.until(async () => {
    most = Math.max(most, underWay);
    return (await database.models.inbox.countDocuments({ open: true })) === 0;
  }, 0);
  expect(most).toBeGreaterThan(8);
});

test('hands full of one office’s events have room for another’s first, stored before by somebody who is gone', async () => {
  const { inbox } = database.models;
  const lost = { ...event('lost', 'small', 'S'), holder: null, fence: 0, nextAt: time.now() };
  // behind all of the others in the order of lanes
  await inbox.collection.insertOne({ ...lost, office: 'zzz' } as never);
  await receive([event('before', 'other', 'O')]);
  const flood = Array.from({ length: 1_500 }, (_, index) => event(`l${index}`, 'large', `L${index % 150}`));
  await receive(flood);
  await allDone();
  expect(answered.indexOf('lost')).toBeLessThan(400);
  expect(new Set(answered).size).toBe(1_502);
});

test('the inbox is at rest only when what was stored without coming in hand is answered too', async () => {
  const left = { ...event('left', 'small', 'S'), holder: null, fence: 0, nextAt: time.now() };
  await database.models.inbox.collection.insertOne(left as never);
  worker.accept(left);
  await worker.idle();
  expect(answered).toEqual(['left']);
});

test('of messages that are due, each office’s go out in turn, however many one has', async () => {
  const due = time.now();
  const { collection } = database.models.outbox;
  await collection.deleteMany({});
  const row = (office: string, at: number) =>
    ({
      _id: `${office}${at}`,
      office,
      open: true,
      state: 'open',
      nextAt: due,
      holder: null,
      fence: 0,
      createdAt: due,
    }) as never;
  const offices = ['a', 'large', 'm', 'z'];
  await collection.insertMany(
    offices.flatMap((office) =>
      Array.from({ length: office === 'large' ? 300 : 3 }, (_, at) => row(office, at)),
    ),
  );
  const queue = claims<OutboxDocument>(database, 'outbox', 'process', 'createdAt');
  const claimed: string[] = [];
  for (let looks = 0; looks < 3; looks += 1)
    for (const { office } of await queue.claim(32, due)) claimed.push(office);
  expect(
    Object.fromEntries(offices.map((one) => [one, claimed.filter((office) => office === one).length])),
  ).toEqual({
    a: 3,
    large: 87,
    m: 3,
    z: 3,
  });
  let all = claimed.length;
  for (let more = -1; more !== 0; all += more) more = (await queue.claim(32, due)).length;
  expect(all).toBe(309);
});

test('an event that comes to its end while the inbox is looked through leaves its lane free for the next', async () => {
  const held = { ...event('held', '-', 'U1'), nextAt: new Date(time.now().getTime() + 60_000) };
  await database.models.inbox.collection.insertOne(held as never);
  let looks = 0;
  // in hand when it is read, and through a moment later
  const claiming = inboxClaims(
    database,
    claims<InboxDocument>(database, 'inbox', 'another', 'receivedAt'),
    () => (looks += 1) <= 2,
  );
  // the first round begins anywhere
  for (let rounds = 0; rounds < 2;) rounds += (await claiming.walk(64, time.now(), 16)).ended ? 1 : 0;
  expect(looks).toBe(2);
  expect(claiming.isBehind('- U1')).toBe(false);
});
