/** The process itself: what it says when this machine refuses it something, and that it ends in order. */
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { lockDirectory } from '../../src/db/embedded-lock.ts';
import { quietLog } from '../../src/log.ts';
import { testDatabase } from '../helpers/database.ts';
import { freePort } from '../helpers/demo-process.ts';
import { type Started, startProcess } from '../helpers/start-process.ts';

const { uri } = testDatabase(import.meta.url, { isNew: true });
let dataDir: string;
let database: Database;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-start-'));
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});
// no office of one test's simulator is in the way of another's LINE
beforeEach(async () => {
  await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
});

const start = async (more: Record<string, string>): Promise<Started> =>
  startProcess({ MONGODB_URI: uri, DATA_DIR: dataDir, PORT: String(await freePort()), ...more });

test.each<[string, () => Promise<Record<string, string>>, string]>([
  ['an address that is not its own', () => Promise.resolve({ HOST: '192.0.2.1' }), 'HOST'],
  [
    'a data directory that is a file',
    async () => {
      await writeFile(join(dataDir, 'file'), '');
      return { DATA_DIR: join(dataDir, 'file', 'data') };
    },
    'DATA_DIR',
  ],
  [
    'a password that is not encoded',
    () => Promise.resolve({ MONGODB_URI: 'mongodb://bot:50%@127.0.0.1/kuebna' }),
    'MONGODB_URI',
  ],
])('%s is refused by the name of the setting, without a stack', async (_what, settings, name) => {
  const bot = await start(await settings());
  expect(bot.listens).toBe(false);
  expect(await bot.ended).toBe(1);
  expect(bot.err()).toContain(name);
  expect(bot.err()).not.toMatch(/\n {4}at |50%/);
});

test('with LINE and without a public address it starts, and warns of the links', async () => {
  const line = { LINE_CHANNEL_SECRET: 'secret-of-the-test', LINE_CHANNEL_ACCESS_TOKEN: 'token-of-the-test' };
  const open = await start({ ...line, LINE_API_URL: 'https://127.0.0.1:9' });
  expect(open.listens).toBe(true);
  await expect.poll(() => open.err()).toContain('PUBLIC_URL');
  // nobody looks after it yet
  await expect.poll(() => open.out()).toMatch(/http:\S+\/open\/[\w-]{43}\n/);
  open.signal('SIGTERM');
  expect(await open.ended).toBe(0);
  const quiet = await start({
    ...line,
    LINE_API_URL: 'https://127.0.0.1:9',
    PUBLIC_URL: 'https://bot.example',
  });
  quiet.signal('SIGTERM');
  expect(await quiet.ended).toBe(0);
  expect(quiet.err()).not.toContain('PUBLIC_URL');
});

test('one Ctrl+C that arrives twice ends it in order', async () => {
  const bot = await start({});
  expect(bot.listens).toBe(true);
  // two of one name may arrive as one; to the bot they are the same
  bot.signal('SIGINT');
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
});

test('a download that hangs does not keep it from ending', { timeout: 30_000 }, async () => {
  const asked = Promise.withResolvers<void>();
  const line = createServer((request, response) => {
    if (request.url?.endsWith('/content')) asked.resolve();
    else response.writeHead(404).end();
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const url = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  await database.models.evidence.collection.insertOne({
    _id: 'e',
    office: 'o',
    message: '1',
    kind: 'image',
    state: 'pending',
    at: new Date(),
    work: { nextAt: new Date(), attempts: 0, fence: 0 },
  } as never);
  const app = await startApp({
    database,
    clock: systemClock,
    log: quietLog,
    at: { host: '127.0.0.1', port: 0 },
    line: {
      channelSecret: 'secret',
      token: { kind: 'long-lived', value: 'token' },
      apiUrl: url,
      dataApiUrl: url,
      allowLoopbackHttp: true,
    },
  });
  await asked.promise;
  await app.stop();
  // it is held for another try, and nothing was given up
  const row = await database.models.evidence.findById('e').lean();
  expect(row).toMatchObject({ state: 'pending', work: { attempts: 0, fence: 1 } });
  line.closeAllConnections();
  line.close();
});

describe('where its port is taken', () => {
  const inWay = createServer();
  beforeAll(() => new Promise<void>((resolve) => void inWay.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void inWay.close());
  const taken = (): string => String((inWay.address() as AddressInfo).port);

  test('it says so, and nothing else, before it opens a database of its own', async () => {
    const own = join(dataDir, 'own');
    const bot = await startProcess({ DATA_DIR: own, PORT: taken() });
    expect([bot.listens, await bot.ended]).toEqual([false, 1]);
    expect(bot.err().trimEnd().split('\n')).toEqual([expect.stringContaining(`พอร์ต ${taken()}`)]);
    expect(bot.out()).toBe('');
    await expect(access(own)).rejects.toThrow('ENOENT');
  });

  test('by the same bot, it is called by its process', async () => {
    const own = join(dataDir, 'twice');
    await mkdir(own);
    const lock = await lockDirectory(own);
    if (!lock.ok) throw new Error('held');
    const bot = await startProcess({ DATA_DIR: own, PORT: taken() });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toContain(`โปรเซส ${process.pid}`);
    await lock.release();
  });
});
