/** Offices of a trial and a real LINE account never meet: at the start, in the commands, in what doctor says. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { doctorScript } from '../../scripts/doctor.ts';
import { importPlanScript } from '../../scripts/import-plan.ts';
import { inviteScript } from '../../scripts/invite.ts';
import { membersScript } from '../../scripts/members.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { startEmbedded } from '../../src/db/embedded.ts';
import { DEMO_START, firstSentence, prepareDemo } from '../../src/demo.ts';
import { quietLog } from '../../src/log.ts';
import { admitOffices, findMixed } from '../../src/services/trial.ts';
import { texts } from '../../src/text/index.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { freePort } from '../helpers/demo-process.ts';
import { startProcess } from '../helpers/start-process.ts';

const { uri } = testDatabase(import.meta.url, { isNew: true });
const PLAN = fileURLToPath(new URL('../../samples/plan-2564.json', import.meta.url));
const NAME = 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพิษณุโลก เขต 1';
/** As with LINE itself, but nobody is there. */
const LINE = {
  LINE_CHANNEL_SECRET: 'test-channel-secret',
  LINE_CHANNEL_ACCESS_TOKEN: 'test-channel-access-token',
  LINE_API_URL: 'https://127.0.0.1:9',
  PUBLIC_URL: 'https://127.0.0.1:9',
};
let database: Database;
let dataDir: string;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-trial-'));
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
  vi.stubEnv('MONGODB_URI', uri);
});
afterEach(() => vi.unstubAllEnvs());

function withLine(): void {
  for (const [name, value] of Object.entries(LINE)) vi.stubEnv(name, value);
}

/** Starts the bot on this database. @returns its exit code and what it said on standard error. */
async function start(more: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const bot = await startProcess({
    MONGODB_URI: uri,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...more,
  });
  // one that listens after all is what the tests are against: it must not run on
  if (bot.listens) bot.signal('SIGKILL');
  return { code: await bot.ended, err: bot.err() };
}

describe('the demo’s office', () => {
  beforeEach(() => prepareDemo(database, DEMO_START));

  test('goes with the simulator and with a stand-in, not with LINE', async () => {
    expect(await findMixed(database, 'simulator')).toBeNull();
    expect(await findMixed(database, 'stand-in')).toBeNull();
    expect(await findMixed(database, 'line')).toEqual({ reason: 'trial-with-line', names: [NAME] });
  });

  test('says who can begin with what, and that nobody can where the office has another’s plan', async () => {
    expect(await firstSentence(database)).toContain('1.2 เสร็จแล้ว');
    await database.models.links.collection.deleteMany({});
    expect(await firstSentence(database)).toBeNull();
    expect(texts('th').demo.ready('http://x', null)).toContain('npm run invite');
  });

  test('keeps its mark though nobody is left in it, and through a further import', async () => {
    await database.models.links.collection.deleteMany({});
    expect((await runAdmin(importPlanScript, [PLAN, '--yes'])).code).toBe(0);
    expect(await admitOffices(database, 'line', () => undefined)).toMatchObject({
      reason: 'trial-with-line',
    });
  });

  test('keeps the bot from starting with LINE, and says what to do', async () => {
    const { code, err } = await start(LINE);
    expect(code).toBe(1);
    expect(err).toContain(NAME);
    expect(err).toContain('MONGODB_URI');
  });

  test('is out of reach of the commands once LINE is set up, and named by doctor', async () => {
    expect((await runAdmin(membersScript, [])).code).toBe(0);
    withLine();
    const refused = await runAdmin(membersScript, ['--json']);
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: 'trial-with-line' });
    const { checks } = (await runAdmin(doctorScript, ['--json'])).json<{
      checks: { name: string; state: string; found: string; fix: string }[];
    }>();
    const office = checks.find(({ name }) => name === 'office')!;
    expect(office).toMatchObject({ state: 'bad', found: expect.stringContaining(NAME) as unknown });
    expect(office.fix).toContain('.data');
  });
});

test('npm run set-up begins empty after a trial, whose data stay, and prints where to go on', async () => {
  const own = join(dataDir, 'data');
  const started = await startEmbedded({ dataDir: own, log: quietLog });
  if (!started.ok) throw new Error(started.message);
  const connected = await connectDatabase(started.uri);
  if (!connected.ok) throw new Error(connected.detail);
  await prepareDemo(connected.database, DEMO_START);
  await connected.database.close();
  await started.stop();
  expect(texts('th').demo.ready('http://x', null)).toContain('npm run set-up');
  const bot = await startProcess({ MONGODB_URI: 'embedded', DATA_DIR: own, PORT: String(await freePort()) }, [
    '--own-office',
  ]);
  await vi.waitFor(() => expect(bot.out()).toMatch(/\/open\/[\w-]{43}/), 30_000);
  expect(bot.out()).toContain(`${own}-trial`);
  expect((await readdir(dataDir)).toSorted()).toEqual(expect.arrayContaining(['data', 'data-trial']));
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
});

describe('an office in earnest', () => {
  beforeEach(async () => {
    withLine();
    expect((await runAdmin(importPlanScript, [PLAN])).code).toBe(0);
    vi.unstubAllEnvs();
    vi.stubEnv('MONGODB_URI', uri);
  });

  test('goes with LINE, not with the simulator', async () => {
    expect(await findMixed(database, 'line')).toBeNull();
    expect(await findMixed(database, 'simulator')).toEqual({
      reason: 'office-with-simulator',
      names: [NAME],
    });
  });

  test('keeps the simulator from starting, and stays as it is', async () => {
    const { code, err } = await start({});
    expect(code).toBe(1);
    expect(err).toContain(NAME);
    expect(err).toContain('LINE_CHANNEL_SECRET');
    expect(await database.models.members.countDocuments()).toBe(0);
    expect(await database.models.slots.countDocuments()).toBe(0);
  });

  test('can be looked after by commands where LINE is not set up', async () => {
    expect((await runAdmin(membersScript, [])).code).toBe(0);
  });

  test('is sent to set-up where LINE is not set up, and nothing speaks of a simulator that does not start', async () => {
    expect((await start({})).err).toContain('npm run set-up');
    const { out } = await runAdmin(doctorScript, []);
    expect(out).toMatch(/✗ หน่วยงาน: .*npm run set-up/);
    expect(out).not.toContain('ตัวจำลอง');
    const made = (await runAdmin(inviteScript, ['--role', 'admin', '--json'])).json();
    expect(made).toMatchObject({ url: null });
  });
});

describe('an office that was imported before LINE was set up', () => {
  beforeEach(async () => {
    expect((await runAdmin(importPlanScript, [PLAN])).code).toBe(0);
  });

  test('can be tried in the simulator, and is one in earnest from its first start with LINE on', async () => {
    expect(await admitOffices(database, 'simulator', () => undefined)).toBeNull();
    expect(await admitOffices(database, 'line', () => undefined)).toBeNull();
    expect(await admitOffices(database, 'simulator', () => undefined)).toMatchObject({
      reason: 'office-with-simulator',
    });
    // and real people do not make it a trial again
    const { _id: office } = (await database.models.offices.findOne().lean())!;
    await database.models.links.collection.insertOne({
      _id: 'U1',
      office,
      kind: 'user',
      target: 'm',
    } as never);
    expect(await admitOffices(database, 'line', () => undefined)).toBeNull();
  });

  test('does not go with LINE once somebody of the simulator is in it', async () => {
    const { _id: office } = (await database.models.offices.findOne().lean())!;
    await database.models.links.collection.insertOne({
      _id: 'U1',
      office,
      kind: 'user',
      target: 'm',
    } as never);
    expect(await admitOffices(database, 'line', () => undefined)).toEqual({
      reason: 'trial-with-line',
      names: [NAME],
    });
  });
});
