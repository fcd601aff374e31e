/** Retention against a real database: by a clock that runs ahead, no row outlives its time, and no other row goes. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionName } from '../../src/db/collections.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { applyRetention, type RetentionCounts } from '../../src/services/retention.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
const NOW = new Date('2021-03-15T03:00:00Z');
const DAY = 86_400_000;
let database: Database;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
});

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY);
}

async function insert(name: CollectionName, rows: object[]): Promise<void> {
  await database.models[name].collection.insertMany(rows as never[]);
}

/** What goes and what stays by the promises made to people: kind of row, its age field, days it is kept. */
const PROMISES: {
  count: keyof RetentionCounts;
  to: CollectionName;
  row: object;
  field: string;
  days: number;
}[] = [
  { count: 'inboxDone', to: 'inbox', row: { state: 'done' }, field: 'doneAt', days: 30 },
  { count: 'inboxDead', to: 'inbox', row: { state: 'dead' }, field: 'doneAt', days: 90 },
  { count: 'outboxSent', to: 'outbox', row: { state: 'sent', record: null }, field: 'sentAt', days: 90 },
  {
    count: 'outboxReminders',
    to: 'outbox',
    row: { state: 'sent', record: { plan: 'p' } },
    field: 'sentAt',
    days: 400,
  },
  { count: 'outboxDead', to: 'outbox', row: { state: 'dead' }, field: 'sentAt', days: 90 },
  { count: 'outboxCancelled', to: 'outbox', row: { state: 'cancelled' }, field: 'createdAt', days: 90 },
  { count: 'slots', to: 'slots', row: { job: 'reminders' }, field: 'at', days: 90 },
  { count: 'tombstones', to: 'tombstones', row: {}, field: 'at', days: 90 },
  { count: 'audit', to: 'audit', row: { act: 'revoke' }, field: 'at', days: 730 },
  { count: 'invites', to: 'invites', row: { role: 'officer' }, field: 'expiresAt', days: 365 },
  { count: 'conversations', to: 'conversations', row: { drafts: [] }, field: 'touchedAt', days: 90 },
];

describe('retention', () => {
  it.each(PROMISES)(
    'removes $count after $days days, not before',
    async ({ count, to, row, field, days }) => {
      await insert(to, [
        { _id: 'over', office: 'o', slot: 'a', ...row, [field]: new Date(daysAgo(days).getTime() - 1) },
        { _id: 'just', office: 'o', slot: 'b', ...row, [field]: daysAgo(days) },
      ]);
      expect((await applyRetention(database, NOW, { dryRun: true }))[count]).toBe(1);
      const counts = await applyRetention(database, NOW);
      expect(counts).toMatchObject({ [count]: 1 });
      expect(Object.values(counts).reduce((sum, one) => sum + one)).toBe(1);
      const left = await database.models[to].collection.find().toArray();
      expect(left.map(({ _id }) => String(_id))).toEqual(['just']);
    },
  );

  it('never touches what is open, waiting or half filled in, nor reports and their evidence', async () => {
    const old = daysAgo(3000);
    await insert('inbox', [
      { _id: 'a', office: 'o', state: 'open', open: true, receivedAt: old, doneAt: null },
    ]);
    await insert('outbox', [{ _id: 'b', office: 'o', state: 'waiting', createdAt: old, sentAt: null }]);
    await insert('conversations', [{ _id: 'c', office: 'o', drafts: [{}], touchedAt: old }]);
    await insert('slots', [{ _id: 'g', office: 'o', job: 'monthly-summary', slot: '2019-01', at: old }]);
    await insert('updates', [{ _id: 'd', office: 'o', at: old }]);
    await insert('evidence', [{ _id: 'e', office: 'o', at: old, message: 'm' }]);
    await insert('members', [{ _id: 'f', office: 'o', userId: 'U', state: 'revoked', joinedAt: old }]);
    const counts = await applyRetention(database, NOW);
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
  });

  it('works off more rows than one batch', async () => {
    const rows = Array.from({ length: 1203 }, (_, at) => ({
      _id: `r${at}`,
      office: 'o',
      state: 'done',
      doneAt: daysAgo(31 + (at % 7)),
    }));
    await insert('inbox', rows);
    expect((await applyRetention(database, NOW)).inboxDone).toBe(1203);
    expect(await database.models.inbox.countDocuments()).toBe(0);
  });

  it('leaves no expired row, whatever there is and whenever it runs', async () => {
    const rows = fc.array(
      fc.record({ kind: fc.nat({ max: PROMISES.length - 1 }), age: fc.nat({ max: 1000 }) }),
      {
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 3 }),
        async (made, waits) => {
          await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
          for (const [at, { kind, age }] of made.entries()) {
            const { to, row, field } = PROMISES[kind]!;
            await insert(to, [{ _id: `p${at}`, office: 'o', slot: `s${at}`, ...row, [field]: daysAgo(age) }]);
          }
          let now = NOW;
          for (const days of waits) {
            now = new Date(now.getTime() + days * DAY);
            await applyRetention(database, now);
          }
          let kept = 0;
          for (const { to, row, field, days } of PROMISES) {
            const expired = { ...row, [field]: { $lt: new Date(now.getTime() - days * DAY) } };
            expect(await database.models[to].collection.countDocuments(expired as never)).toBe(0);
            kept += await database.models[to].collection.countDocuments(row as never);
          }
          const due = made.filter(
            ({ kind, age }) => age + (now.getTime() - NOW.getTime()) / DAY > PROMISES[kind]!.days,
          );
          expect(kept).toBe(made.length - due.length);
        },
      ),
      { numRuns: 25 },
    );
  });
});
