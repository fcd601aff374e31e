/** What the workers look up with every event, among many rows that are kept: an index answers it, and only what is open or waits is read. */
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collections } from '../../src/db/collections.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { findOpenEvents } from '../../src/db/inbox.ts';
import { findOutcomes } from '../../src/db/deliveries.ts';
import { findUpdatesAfter } from '../../src/db/updates.ts';
import { NO_FIELDS } from '../../src/domain/activity.ts';
import { removeOldLinks } from '../../src/db/file-links.ts';
import { findDeadLetters } from '../../src/services/dead-letters.ts';
import { queueDepths } from '../../src/services/doctor.ts';
import { applyRetention } from '../../src/services/retention.ts';
import { claims } from '../../src/queue/leases/claims.ts';
import { claimDeliveries, deliveryDepth } from '../../src/queue/deliveries/claims.ts';
import { waitingFor } from '../../src/queue/outbox/outgoing.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
const KEPT = 5_000;
const MEANT_FOR_LATER = 10;
const DUE = 3;
const NOW = new Date('2026-03-02T02:00:00Z');
let database: Database;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  const { inbox, outbox, filelinks, deliveries, updates } = database.models;
  const many = <T>(make: (at: number) => T): never[] =>
    Array.from({ length: KEPT }, (_, at) => make(at)) as never;
  await inbox.collection.insertMany(
    many((at) => ({
      _id: `done-${at}`,
      office: '-',
      key: `U${at % 50}`,
      at: NOW,
      receivedAt: NOW,
      state: 'done',
      doneAt: NOW,
      attempts: 0,
    })),
  );
  await inbox.collection.insertMany([
    { _id: 'open', office: '-', key: 'U7', at: NOW, receivedAt: NOW, state: 'open', open: true, attempts: 0 },
    {
      _id: 'other',
      office: '-',
      key: 'U8',
      at: NOW,
      receivedAt: NOW,
      state: 'open',
      open: true,
      attempts: 0,
    },
    {
      _id: 'dead',
      office: '-',
      key: 'U7',
      at: NOW,
      receivedAt: NOW,
      state: 'dead',
      doneAt: NOW,
      attempts: 6,
    },
  ] as never);
  await outbox.collection.insertMany(
    many((at) => ({
      _id: `sent-${at}`,
      office: `office-${at % 3}`,
      to: `U${at % 50}`,
      state: 'sent',
      sentAt: NOW,
      createdAt: NOW,
      attempts: 1,
    })),
  );
  await outbox.collection.insertMany([
    {
      _id: 'waits',
      office: 'office-1',
      to: 'U7',
      state: 'waiting',
      createdAt: NOW,
      sentAt: null,
      attempts: 0,
    },
    { _id: 'dead', office: 'office-2', to: 'U7', state: 'dead', createdAt: NOW, sentAt: NOW, attempts: 9 },
  ] as never);
  // what the quota has no room for waits, of very many people, and what LINE did not take is meant for later
  const later = new Date(NOW.getTime() + 60_000);
  await outbox.collection.insertMany(
    many((at) => ({
      _id: `held-${at}`,
      office: `office-${at % 3}`,
      to: `V${at % 50}`,
      createdAt: NOW,
      sentAt: null,
      attempts: 0,
      holder: null,
      fence: 0,
      ...(at % (KEPT / MEANT_FOR_LATER) === 0
        ? { state: 'open', open: true, nextAt: later }
        : { state: 'waiting' }),
    })),
  );
  await deliveries.collection.insertMany(
    many((at) => ({
      _id: `taken-${at}`,
      office: `office-${at % 3}`,
      hook: `hook-${at % 3}`,
      state: 'sent',
      createdAt: NOW,
      doneAt: NOW,
      fence: 1,
    })),
  );
  const due = {
    office: 'office-1',
    hook: 'hook-1',
    state: 'open',
    open: true,
    nextAt: new Date(0),
    fence: 0,
  };
  await deliveries.collection.insertMany(
    Array.from({ length: DUE }, (_, at) => ({
      _id: `due-${at}`,
      ...due,
      createdAt: new Date(NOW.getTime() + at),
    })) as never[],
  );
  await updates.collection.insertMany(
    many((at) => ({
      _id: `update-${at}`,
      office: `office-${at % 3}`,
      plan: `plan-${at % 3}`,
      activity: String(at % 40),
      seq: at,
      said: NO_FIELDS,
      by: { member: 'm', name: '', position: '' },
      at: NOW,
      through: 'chat',
    })),
  );
  await filelinks.collection.insertMany(
    many((at) => ({
      _id: `link-${at}`,
      office: `office-${at % 3}`,
      member: 'm',
      target: null,
      expiresAt: NOW,
    })),
  );
});
afterAll(() => database.close());

interface Explained {
  plan: string;
  keys: number;
  documents: number;
}

/** The plans of all commands that look something up while `work` runs. */
async function explained(work: (own: Database) => Promise<unknown>): Promise<Explained[]> {
  const connection = mongoose.createConnection(uri, { monitorCommands: true });
  await connection.asPromise();
  const commands: Record<string, unknown>[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (['find', 'distinct', 'delete', 'aggregate'].includes(commandName))
      commands.push({ ...(command as object) });
  });
  await work({ ...database, connection, models: collections(connection) });
  await connection.close();
  const db = database.connection.getClient().db(database.connection.name);
  const found: Explained[] = [];
  for (const command of commands) {
    const { lsid, $db, $clusterTime, $readPreference, readConcern, writeConcern, txnNumber, ...plain } =
      command;
    void [lsid, $db, $clusterTime, $readPreference, readConcern, writeConcern, txnNumber];
    const whole = await db.command({ explain: plain, verbosity: 'executionStats' });
    // of a pipeline, what its first stage reads
    const said = ((whole['stages'] as { $cursor: typeof whole }[] | undefined)?.[0]?.$cursor ??
      whole) as typeof whole;
    const stats = said['executionStats'] as { totalKeysExamined: number; totalDocsExamined: number };
    found.push({
      plan: JSON.stringify(said['queryPlanner']['winningPlan']),
      keys: stats.totalKeysExamined,
      documents: stats.totalDocsExamined,
    });
  }
  return found;
}

test.each<[string, (own: Database) => Promise<unknown>, number]>([
  [
    'whether an earlier event of the person is open',
    ({ models }) => findOpenEvents(models, [{ office: '-', key: 'U7', at: new Date() }]),
    1,
  ],
  ['what waits for a free ride', (own) => waitingFor(own)('U7'), 1],
  ['what is to be sent now', (own) => claims(own, 'outbox', 'me', 'createdAt').claim(8, NOW), 0],
  ['what gave up, of all offices', (own) => findDeadLetters(own, null), 2],
  ['how many gave up or are open, of all offices', queueDepths, 2 + MEANT_FOR_LATER + DUE],
  ['how webhooks fare', (own) => deliveryDepth(own, NOW, { hooks: [], origins: [] }), DUE],
  ['what a webhook was told last', ({ models }) => findOutcomes(models, 'office-1', 'hook-1', 10), 10],
  [
    'a page of reports far into a plan',
    ({ models }) =>
      findUpdatesAfter(models, 'office-1', 'plan-1', {
        activity: null,
        after: { activity: '37', seq: 4_000 },
        most: 5,
      }),
    6,
  ],
  ['which links are over, of all offices', ({ models }) => removeOldLinks(models, new Date(0)), 0],
])('%s', async (_, work, documents) => {
  const plans = await explained(work);
  expect(plans.length).toBeGreaterThan(0);
  for (const { plan, keys } of plans) {
    expect(plan).not.toContain('COLLSCAN');
    expect(plan).toMatch(/IXSCAN|DISTINCT_SCAN|COUNT_SCAN/);
    expect(keys).toBeLessThan(15);
  }
  expect(plans.reduce((sum, one) => sum + one.documents, 0)).toBe(documents);
});

test('the oldest of each webhook that is due, among what was taken', async () => {
  const wish = { most: 8, among: { hook: { $nin: [] } }, room: () => 3, holder: 'me', now: NOW };
  const plans = await explained((own) => claimDeliveries(own, wish));
  expect(plans.map(({ documents, keys }) => [documents, keys < 15])).toEqual([[DUE, true]]);
  const held = await database.models.deliveries.find({ holder: 'me' }).lean();
  expect(held.map(({ _id }) => _id)).toEqual(['due-0']);
});

test('what was kept long enough, in every collection', async () => {
  for (const { plan } of await explained((own) => applyRetention(own, NOW, { dryRun: false })))
    expect(plan).not.toContain('COLLSCAN');
});
