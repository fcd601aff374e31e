/** One office taken to an installation of its own: all of it is there, and nothing of any other. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { backupScript, openBackup } from '../../scripts/backup.ts';
import { restoreScript } from '../../scripts/restore.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { fileStore } from '../../src/db/files.ts';
import { findOffice, findOffices } from '../../src/db/offices.ts';
import { prepareDemo } from '../../src/demo.ts';
import { makeToken } from '../../src/services/api-tokens.ts';
import { sealer } from '../../src/services/sealing.ts';
import { addHook, sendTest } from '../../src/services/webhook-settings.ts';
import { loadCurrentPlan } from '../../src/services/loaders.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices, NOW } from '../helpers/many-offices.ts';

const { uri } = testDatabase(import.meta.url, { isNew: true });
const other = uri.replace(/(\w+)(?=$|\?)/, '$1_taken');
/** Stands in everything of the office that stays, and in what opens something here. */
const SECRET = 'นกชนหินเท่านั้น';
let folder: string;
let database: Database;

async function connect(address: string): Promise<Database> {
  const connected = await connectDatabase(address, { poolSize: 2, appName: 'kuebna test' });
  if (!connected.ok) throw new Error(connected.detail);
  return connected.database;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuebna-export-'));
  database = await connect(uri);
  await prepareDemo(database, NOW);
  await fillOffices(database, { offices: 1, activities: 3, officers: 1 }, 7);
  const { models } = database;
  const stays = { office: 'office-7' };
  await models.activities.collection.updateMany(stays as never, { $set: { name: SECRET } });
  await models.members.collection.updateMany(stays as never, { $set: { name: SECRET } });
  const files = fileStore(database, 'evidence');
  await files.put('photo-7', Buffer.from(SECRET), { office: 'office-7' });
  const [demo] = await models.offices.find({ _id: { $ne: 'office-7' } }).lean();
  await files.put('photo', Buffer.from('picture'), { office: demo!._id });
  const common = { _id: 'U'.padEnd(33, '7'), kind: 'user', office: 'office-7', target: 'office-7-m0' };
  const others = [{ office: demo!._id, target: 'm' }];
  await models.links.collection.insertOne({ ...common, others } as never);
  const message = { kind: 'push', purpose: 'nudge', to: 'U', messages: SECRET };
  await models.outbox.collection.insertOne({
    _id: 'to-send',
    office: demo!._id,
    state: 'open',
    ...message,
  } as never);
  const act = { by: 'test', now: NOW };
  const own = (await findOffice(models, demo!._id))!;
  await addHook(
    database,
    sealer(SECRET.repeat(3)),
    own,
    `https://bi.example.go.th/${encodeURIComponent(SECRET)}`,
    act,
  );
  await makeToken(database, own.id, 'BI', act);
  await sendTest(database, own, { id: 'hook' } as never, NOW);
  vi.stubEnv('MONGODB_URI', uri);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
  const taken = await connect(other);
  await taken.connection.dropDatabase();
  await taken.close();
  await rm(folder, { recursive: true, force: true });
});

it('has the office whole, with its plan, people and files, and no word of another', async () => {
  const demo = (await findOffices(database.models)).offices.find(({ id }) => id !== 'office-7')!;
  const file = join(folder, 'one.backup');
  const made = await runAdmin(backupScript, ['--office', demo.id, '--out', file]);
  expect([made.code, made.err]).toEqual([0, '']);
  const bytes: Buffer[] = [];
  for await (const piece of openBackup(file)) bytes.push(piece);
  expect(Buffer.concat(bytes).includes(SECRET)).toBe(false);
  expect(Buffer.concat(bytes).includes('office-7')).toBe(false);
  vi.stubEnv('MONGODB_URI', other);
  const restored = await runAdmin(restoreScript, [file, '--yes', '--bot-stopped']);
  expect([restored.code, restored.err]).toEqual([0, '']);
  const taken = await connect(other);
  try {
    const offices = (await findOffices(taken.models)).offices;
    // where its webhooks are is for whoever sends from here
    expect(offices).toEqual([
      { ...demo, settings: expect.not.objectContaining({ outside: expect.anything() }) },
    ]);
    for (const name of ['apitokens', 'deliveries'] as const)
      expect([name, await taken.models[name].collection.countDocuments({})]).toEqual([name, 0]);
    expect(await loadCurrentPlan(taken, demo)).toEqual(await loadCurrentPlan(database, demo));
    const count = (of: Database) => of.models.members.countDocuments({ office: demo.id });
    expect(await count(taken)).toBe(await count(database));
    expect((await fileStore(taken, 'evidence').read('photo'))?.toString()).toBe('picture');
    const [link] = await taken.models.links.find({ kind: 'user', target: 'm' }).lean();
    expect(link).toMatchObject({ office: demo.id });
    expect(link).not.toHaveProperty('others.0');
    expect(await taken.models.outbox.countDocuments({ state: 'open' })).toBe(0);
  } finally {
    await taken.close();
  }
});

it('is refused for an office there is not', async () => {
  vi.stubEnv('MONGODB_URI', uri);
  const refused = await runAdmin(backupScript, ['--office', 'none', '--out', join(folder, 'x.backup')]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('office-7')]);
});
