/** MongoDB frozen, gone and back; the bot told to stop under load: what was answered 200 is there, what was not gets 503 in time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { type Embedded, startEmbedded } from '../../src/db/embedded.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { demoPeople, prepareDemo } from '../../src/demo.ts';
import { quietLog } from '../../src/log.ts';
import { makeWebLink } from '../../src/services/web-sessions.ts';
import { type BotProcess, postWebhook, startBot } from '../helpers/bot-process.ts';
import { freePort } from '../helpers/demo-process.ts';
import { standInLine, type StandInLine } from '../helpers/stand-in-line.ts';
import { openLink } from '../helpers/web-visitor.ts';

let dataDir: string;
let mongod: Embedded;
let line: StandInLine;
let database: Database;
let bot: BotProcess;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-away-'));
  const started = await startEmbedded({ dataDir, log: quietLog });
  if (!started.ok) throw new Error(started.message);
  mongod = started;
  const connected = await connectDatabase(mongod.uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  line = await standInLine();
  port = await freePort();
  bot = await startBot({ mongoUri: mongod.uri, lineUrl: line.url, port });
});

afterAll(async () => {
  await bot.kill();
  await database.close();
  await line.close();
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

let sequence = 0;
const event = (id = `away-${++sequence}`): Record<string, unknown> => ({
  type: 'message',
  webhookEventId: id,
  timestamp: Date.now(),
  mode: 'active',
  replyToken: `reply-${id}`,
  source: { type: 'user', userId: `U${'7'.repeat(32)}` },
  message: { type: 'text', id: `m-${id}`, quoteToken: 'q', text: 'สวัสดี' },
});

const ready = async (): Promise<number> => (await fetch(`${bot.url}/readyz`)).status;

/** How long LINE would be kept waiting at most; the limit itself is far shorter, and a busy machine adds to it. */
const NOT_KEPT_HANGING = 20_000;

test('a frozen MongoDB: 503, not ready, and back by itself', { timeout: 120_000 }, async () => {
  expect(await postWebhook(bot.url, [event()], NOT_KEPT_HANGING)).toBe(200);
  await expect.poll(ready).toBe(200);
  process.kill(mongod.pid, 'SIGSTOP');
  try {
    expect(await postWebhook(bot.url, [event('frozen')], NOT_KEPT_HANGING)).toBe(503);
    expect(await ready()).toBe(503);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  } finally {
    process.kill(mongod.pid, 'SIGCONT');
  }
  await expect.poll(ready, { timeout: 25_000 }).toBe(200);
  // LINE delivers it again; whether or not the first try reached the disk, it counts once
  await expect.poll(() => postWebhook(bot.url, [event('frozen')]), { timeout: 25_000 }).toBe(200);
  await expect
    .poll(() => database.models.inbox.countDocuments({ _id: 'frozen', state: 'done' }), { timeout: 20_000 })
    .toBe(1);
});

test('many waiting at once are all answered, none is kept hanging', { timeout: 120_000 }, async () => {
  process.kill(mongod.pid, 'SIGSTOP');
  try {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => postWebhook(bot.url, [event()], NOT_KEPT_HANGING)),
    );
    expect(new Set(answers)).toEqual(new Set([503]));
  } finally {
    process.kill(mongod.pid, 'SIGCONT');
  }
  await expect.poll(ready, { timeout: 25_000 }).toBe(200);
});

test('a page’s form sent to a frozen MongoDB: asked to wait, and stored once when it is sent again', async () => {
  const now = new Date();
  await prepareDemo(database, now);
  const { members, updates } = database.models;
  const member = (await members.findOne({ userId: demoPeople[0]!.userId }).lean())!;
  const { token, write } = makeWebLink(member.office, member._id, '/form', now);
  await commit(database, [write]);
  const visitor = await openLink(bot.url, token);
  const path = `/web/form/1.1.1`;
  const typed = await visitor.post(path, { changes: [{ field: 'spent', value: '500', was: '' }] });
  const { view } = (await typed.json()) as { view: { draft: { id: string; rev: number } } };
  const store = () => visitor.post(`${path}/store`, { draft: view.draft.id, rev: view.draft.rev });
  process.kill(mongod.pid, 'SIGSTOP');
  try {
    const asked = await store();
    expect([asked.status, await asked.json()]).toEqual([
      503,
      { why: expect.stringContaining('ข้อมูลที่กรอกยังอยู่') },
    ]);
  } finally {
    process.kill(mongod.pid, 'SIGCONT');
  }
  await expect.poll(ready, { timeout: 25_000 }).toBe(200);
  await expect.poll(async () => (await store()).status, { timeout: 25_000 }).not.toBe(503);
  expect(await updates.find({ office: member.office }).lean()).toMatchObject([{ said: { spent: 50_000 } }]);
});

test(
  'SIGTERM under load: nothing acknowledged is lost, the process ends in order',
  { timeout: 120_000 },
  async () => {
    const acknowledged: string[] = [];
    let stopping = false;
    const senders = Array.from({ length: 8 }, async () => {
      while (!stopping) {
        const one = event();
        if ((await postWebhook(bot.url, [one])) === 200) acknowledged.push(String(one['webhookEventId']));
      }
    });
    await expect.poll(() => acknowledged.length).toBeGreaterThan(10);
    expect(await bot.terminate()).toBe(0);
    stopping = true;
    await Promise.all(senders);
    bot = await startBot({ mongoUri: mongod.uri, lineUrl: line.url, port });
    await expect
      .poll(() => database.models.inbox.countDocuments({ _id: { $in: acknowledged }, state: 'done' }), {
        timeout: 30_000,
      })
      .toBe(acknowledged.length);
  },
);
