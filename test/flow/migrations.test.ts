/** A database of the first release opens, is migrated once whoever starts and whoever is killed, and reports the same; one of a later version is left alone. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBackup } from '../../scripts/backup.ts';
import { reportScript } from '../../scripts/report.ts';
import { childEnvironment } from '../../src/config.ts';
import { connectDatabase } from '../../src/db/connect.ts';
import { readDump } from '../../src/db/dump.ts';
import { migrate, SCHEMA } from '../../src/db/migrate.ts';
import { type Migration, MIGRATIONS } from '../../src/db/migrations/index.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url, { isNew: true });
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/first-release/${name}`, import.meta.url));
const client = new mongoose.mongo.MongoClient(uri);
const db = client.db();

afterAll(async () => {
  vi.unstubAllEnvs();
  await client.close();
});

/** As the first release left it: without a word of what form it has. */
async function fill(): Promise<void> {
  let name = '';
  const read = await readDump(openBackup(fixture('database.backup')), {
    async collection(one) {
      ({ name } = one);
      await db.createCollection(name);
    },
    async document(bson) {
      await db.collection(name).insertOne(mongoose.mongo.BSON.deserialize(bson));
    },
  });
  expect(read.ok).toBe(true);
}

describe('a database of the first release', () => {
  beforeAll(fill);

  it('opens in the newest form, each conversation with its office', async () => {
    const before = await db.collection('conversations').find().sort({ chat: 1 }).toArray();
    const connected = await Promise.all([connectDatabase(uri), connectDatabase(uri)]);
    for (const one of connected) if (one.ok) await one.database.close();
    expect(connected.map(({ ok }) => ok)).toEqual([true, true]);
    const applied = MIGRATIONS.map(({ name }) => name);
    expect(await db.collection(SCHEMA).find().toArray()).toEqual([
      { _id: 'form', version: applied.length, applied },
    ]);
    const after = await db.collection('conversations').find().sort({ chat: 1 }).toArray();
    expect(before.length).toBeGreaterThan(3);
    expect(after).toEqual(
      before.map((one) => ({ ...one, _id: `${String(one['office'])}/${String(one._id)}` })),
    );
  });

  it('finds the way back for who was moved to a second office', async () => {
    const link = await db.collection('links').findOne({ _id: PRASERT as never });
    const [member] = await db
      .collection('members')
      .find({ userId: PRASERT, office: { $ne: 'second' } })
      .toArray();
    expect(link).toMatchObject({
      office: 'second',
      others: [{ office: member!['office'], target: member!._id }],
    });
    expect(await db.collection('links').findOne({ _id: SOMSRI as never })).not.toHaveProperty('others');
  });

  it.each(['first', 'second'])('reports the same of the %s office', async (which) => {
    vi.stubEnv('MONGODB_URI', uri);
    const office =
      which === 'second'
        ? which
        : String((await db.collection('offices').findOne({ _id: { $ne: 'second' as never } }))!._id);
    const args = ['--office', office, '--fiscal-year', '2564', '--half', '2', '--format', 'json', '--json'];
    const { asOf: _, ...said } = (await runAdmin(reportScript, args)).json<Record<string, unknown>>();
    const kept = JSON.parse(await readFile(fixture(`report-${which}-2.json`), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(said).toEqual({ ...kept, asOf: undefined });
  });

  it('goes on where everybody was', async () => {
    const office = await openOffice(uri);
    try {
      expect(wordsIn(await office.say(PRASERT, 'บันทึก'))).toContain('บันทึก');
      expect(await office.database.models.updates.countDocuments({ office: 'second' })).toBe(1);
      const card = wordsIn(await office.say(PRASERT, 'เปลี่ยนหน่วยงาน'));
      expect(card).toContain('หน่วยงานที่สอง');
    } finally {
      await office.close();
    }
  });
});

describe('a migration', () => {
  const LEASE_MS = 1_500;
  const count = (runs: string[]): Migration => ({
    name: '1-count',
    async up() {
      runs.push('run');
      await db.collection('counted').updateMany({ counted: { $exists: false } }, { $set: { counted: 1 } });
    },
  });

  it('that was killed in the middle is done whole by the next, once, however many wait', async () => {
    await db.collection(SCHEMA).deleteMany({});
    await db.collection('counted').insertMany([{}, {}, {}]);
    const killed = fork(
      fileURLToPath(new URL('../helpers/migrating-process.ts', import.meta.url)),
      [uri, String(LEASE_MS)],
      { env: childEnvironment({}), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    await once(killed, 'message');
    killed.kill('SIGKILL');
    await once(killed, 'close');
    expect(await db.collection('counted').countDocuments({ counted: 1 })).toBe(1);
    const runs: string[] = [];
    const options = { fresh: false, migrations: [count(runs)], leaseMs: LEASE_MS };
    expect(await Promise.all([migrate(db, options), migrate(db, options), migrate(db, options)])).toEqual([
      true,
      true,
      true,
    ]);
    expect(runs).toEqual(['run']);
    expect(await db.collection('counted').countDocuments({ counted: 1 })).toBe(3);
    // the lease is gone with it
    expect(await db.collection(SCHEMA).countDocuments({})).toBe(1);
  });

  it('that fails stops the start, and is begun anew by the next', async () => {
    const runs: string[] = [];
    const broken: Migration = { name: '2-broken', up: () => Promise.reject(new Error('disk full')) };
    const both = (second: Migration) => ({
      fresh: false,
      migrations: [count(runs), second],
      leaseMs: LEASE_MS,
    });
    await expect(migrate(db, both(broken))).rejects.toThrow('disk full');
    expect(await migrate(db, both({ ...broken, up: () => Promise.resolve() }))).toBe(true);
    expect(runs).toEqual([]);
  });

  it('of a later version is not undone: the bot refuses such a database', async () => {
    await db.collection<{ _id: string }>(SCHEMA).updateOne({ _id: 'form' }, { $set: { version: 99 } });
    expect(await connectDatabase(uri)).toMatchObject({ ok: false, reason: 'newer' });
  });
});
