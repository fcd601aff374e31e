/** Units committed together: what one of them misses is its own affair, and all that ends them is written or nothing. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { realTimers } from '../../src/clock.ts';
import { groupCommit } from '../../src/db/group-commit.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import type { Write } from '../../src/db/unit-of-work.ts';
import { inboxMarks } from '../../src/queue/inbox/marks.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
const NOW = new Date('2026-03-02T02:00:00Z');
let database: Database;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.models.inbox.collection.deleteMany({});
  await database.models.audit.collection.deleteMany({});
});

const event = (_id: string, fence: number): InboxDocument => ({
  _id,
  office: 'office',
  key: _id,
  at: NOW,
  receivedAt: NOW,
  event: '{}',
  state: 'open',
  open: true,
  nextAt: NOW,
  holder: 'this process',
  fence,
  attempts: 0,
  error: null,
  doneAt: null,
});
const caused = (id: string): Write => ({
  to: 'audit',
  insert: { _id: id, office: 'office', at: NOW, by: 'test', act: 'caused', about: {} },
});

test('of events that end together, one that another process took is left out with all it caused', async () => {
  const rows = [event('a', 1), event('b', 1), event('c', 4), event('d', 4)];
  await database.models.inbox.collection.insertMany(rows as never);
  // another process claimed d meanwhile
  await database.models.inbox.updateOne({ _id: 'd' }, { $set: { fence: 5, holder: 'another' } });
  const marks = inboxMarks(database, realTimers);
  const statements: number[] = [];
  const commit = groupCommit<InboxDocument>(database, {
    ending: (ended) => {
      const writes = marks.done(ended, NOW);
      statements.push(writes.length);
      return writes;
    },
  });
  const results = await Promise.all(rows.map((row) => commit([caused(`by ${row._id}`)], row)));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  // one for each fence, then each event by itself
  expect(statements).toEqual([2, 1, 1, 1, 1]);
  const stored = await database.models.inbox.find().sort({ _id: 1 }).lean<InboxDocument[]>();
  expect(stored.map(({ state, event: words, doneAt }) => [state, words, doneAt])).toEqual([
    ['done', null, NOW],
    ['done', null, NOW],
    ['done', null, NOW],
    ['open', '{}', null],
  ]);
  expect(stored[3]).toMatchObject({ holder: 'another', fence: 5, open: true });
  const audit = await database.models.audit.find().sort({ _id: 1 }).lean<{ _id: string }[]>();
  expect(audit.map(({ _id }) => _id)).toEqual(['by a', 'by b', 'by c']);
});

test('units without an ending are committed with their neighbours, a doubled one is refused alone', async () => {
  const commit = groupCommit(database);
  const results = await Promise.all([
    commit([caused('one')]),
    commit([caused('two')]),
    commit([caused('one')]),
  ]);
  expect(results).toEqual([{ ok: true }, { ok: true }, { ok: false, reason: 'conflict' }]);
  expect(await database.models.audit.countDocuments()).toBe(2);
});
