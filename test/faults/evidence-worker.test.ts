/** Evidence of many people: however much one of them sends, and however long it takes, others' comes in between. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { EvidenceDocument } from '../../src/db/evidence.ts';
import { fileStore } from '../../src/db/files.ts';
import { realTimers } from '../../src/clock.ts';
import { quietLog } from '../../src/log.ts';
import { evidenceWorker } from '../../src/evidence/worker.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());

function sent(by: string, index: number): EvidenceDocument {
  const id = `${by}:${String(index).padStart(3, '0')}`;
  const at = new Date();
  return {
    _id: id,
    office: 'o',
    plan: null,
    activity: null,
    message: id,
    by,
    at,
    kind: 'file',
    fileName: `${id}.pdf`,
    state: 'pending',
    contentType: null,
    bytes: null,
    hash: null,
    sameAs: null,
    error: null,
    file: null,
    work: { nextAt: at, attempts: 0, fence: 0 },
  };
}

test('one person’s two hundred files that LINE is slow with keep nobody else’s waiting', async () => {
  const { evidence } = database.models;
  const many = Array.from({ length: 200 }, (_, index) => sent('heavy', index));
  await evidence.collection.insertMany([...many, sent('other', 0), sent('third', 0)] as never);
  const go = Promise.withResolvers<void>();
  const asked: string[] = [];
  let most = 0;
  let underWay = 0;
  const worker = evidenceWorker({
    database,
    client: {
      async content(message) {
        asked.push(message);
        most = Math.max(most, (underWay += message.startsWith('heavy') ? 1 : 0));
        if (message.startsWith('heavy')) await go.promise.finally(() => (underWay -= 1));
        return { ok: true, bytes: Buffer.from(`%PDF-1.7 ${message}`), contentType: null };
      },
    },
    files: fileStore(database, 'evidence'),
    look: () => Promise.reject(new Error('no picture was sent')),
    clearReports: () => Promise.resolve(),
    now: () => new Date(),
    timers: realTimers,
    holder: 'this one',
    log: quietLog,
  });
  worker.wake();
  const stored = () => evidence.countDocuments({ state: 'stored' });
  await expect.poll(stored, { interval: 20, timeout: 15_000 }).toBe(2);
  expect([asked.filter((one) => one.startsWith('heavy')).length, most]).toEqual([1, 1]);
  await evidence.collection.deleteMany({ _id: { $gt: 'heavy:020', $lt: 'heavy:999' } } as never);
  go.resolve();
  await worker.idle();
  expect([await stored(), most]).toEqual([23, 1]);
  expect(asked.filter((one) => one.startsWith('heavy'))).toEqual(many.slice(0, 21).map(({ _id }) => _id));
  await worker.stop();
});
