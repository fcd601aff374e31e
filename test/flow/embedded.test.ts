/** The embedded database: kept data, clear refusals, and coming back from every way of dying. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/db/embedded.ts';
import { stopOrphan } from '../../src/db/embedded-orphan.ts';
import { quietLog } from '../../src/log.ts';

let dataDir: string;
let running: Embedded[] = [];
let bots: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-embedded-'));
});
afterEach(async () => {
  for (const bot of bots.filter((each) => each.exitCode === null && each.signalCode === null)) {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  }
  for (const each of running) await each.stop();
  await stopOrphan(join(dataDir, 'mongo'), null);
  running = [];
  bots = [];
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => startEmbedded({ dataDir, log: quietLog, language: 'en' });

async function opened(): Promise<Embedded> {
  const started = await start();
  if (!started.ok) throw new Error(started.message);
  running.push(started);
  return started;
}

async function closed(database: Embedded): Promise<void> {
  running = running.filter((each) => each !== database);
  await database.stop();
}

async function within<T>(uri: string, work: (db: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    return await work(client.db('notes'));
  } finally {
    await client.close();
  }
}

const write = (uri: string, text: string) =>
  within(uri, (db) =>
    db.collection('notes').insertOne({ text }, { writeConcern: { w: 'majority', j: true } }),
  );
const readAll = (uri: string) =>
  within(uri, async (db) =>
    (await db.collection('notes').find().sort({ _id: 1 }).toArray()).map((note) => String(note['text'])),
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A bot in a process of its own. @returns what it says once its database is open. */
async function startBot(...more: string[]): Promise<{ bot: ChildProcess; uri: string; pid: number }> {
  const script = fileURLToPath(new URL('../helpers/embedded-bot.ts', import.meta.url));
  const bot = spawn(process.execPath, [script, dataDir, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  bots.push(bot);
  const [line] = (await once(bot.stdout, 'data')) as [Buffer];
  return { bot, ...(JSON.parse(line.toString()) as { uri: string; pid: number }) };
}

it('keeps its data and its address from one start to the next', async () => {
  const first = await opened();
  await within(first.uri, async (db) => {
    const session = db.client.startSession();
    await session.withTransaction(() => db.collection('notes').insertOne({ text: 'kept' }, { session }));
    await session.endSession();
    const limit = await db.admin().command({ getParameter: 1, transactionLifetimeLimitSeconds: 1 });
    // What a killed bot left open in a transaction is free again after this.
    expect(limit['transactionLifetimeLimitSeconds']).toBe(5);
  });
  await closed(first);
  expect(isAlive(first.pid)).toBe(false);

  const second = await opened();
  expect(second.uri).toBe(first.uri);
  expect(await readAll(second.uri)).toEqual(['kept']);
});

it('refuses a directory that another bot has open, naming both', async () => {
  const { bot } = await startBot();
  const second = await start();
  expect(second).toMatchObject({ ok: false, reason: 'in-use' });
  expect(second.ok ? '' : second.message).toContain(dataDir);
  expect(second.ok ? '' : second.message).toContain(`process ${bot.pid}`);
});

it('lets one of two win that start together', async () => {
  const both = await Promise.all([start(), start()]);
  running.push(...both.filter((each) => each.ok));
  expect(running).toHaveLength(1);
  await write(running[0]?.uri ?? '', 'won');
});

it('moves to another port when its own was taken meanwhile, with its data', async () => {
  const first = await opened();
  await write(first.uri, 'moved');
  await closed(first);
  const stranger = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400\r\n\r\n'));
  stranger.listen(first.port, '127.0.0.1');
  await once(stranger, 'listening');
  try {
    const second = await opened();
    expect(second.port).not.toBe(first.port);
    expect(await readAll(second.uri)).toEqual(['moved']);
    await write(second.uri, 'again');
    await closed(second);
    const third = await opened();
    expect(third.port).toBe(second.port);
    expect(await readAll(third.uri)).toEqual(['moved', 'again']);
  } finally {
    stranger.close();
  }
});

it('is brought back each time it is killed, at the same address, with everything it confirmed', async () => {
  const database = await opened();
  const written: string[] = [];
  for (let round = 1; round <= 5; round++) {
    await write(database.uri, `round ${round}`);
    written.push(`round ${round}`);
    const before = database.pid;
    process.kill(before, 'SIGKILL');
    // The driver waits for a primary by itself.
    expect(await readAll(database.uri)).toEqual(written);
    // it answers a moment before its starter hears that it does
    await expect.poll(() => database.pid, { timeout: 60_000 }).not.toBe(before);
  }
}, 300_000);

it('is opened and brought back where it cannot note its place, as on a full disk', async () => {
  // a directory in the way of the note
  await mkdir(join(dataDir, 'embedded.json.new'));
  const database = await opened();
  await write(database.uri, 'kept');
  const before = database.pid;
  process.kill(before, 'SIGKILL');
  expect(await readAll(database.uri)).toEqual(['kept']);
  await expect.poll(() => database.pid, { timeout: 60_000 }).not.toBe(before);
});

it('stops while it is being brought back', async () => {
  const database = await opened();
  process.kill(database.pid, 'SIGKILL');
  await closed(database);
  expect(isAlive(database.pid)).toBe(false);
  await write((await opened()).uri, 'free again');
});

it('takes over from a bot that was killed and left its database running', async () => {
  const { bot, uri, pid } = await startBot();
  await write(uri, 'before the kill');
  bot.kill('SIGKILL');
  await once(bot, 'exit');
  expect(isAlive(pid)).toBe(true);

  const next = await opened();
  // gone, though a busy machine may be slow to take note of it
  await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false);
  expect(next.uri).toBe(uri);
  expect(await readAll(next.uri)).toEqual(['before the kill']);
});

it('goes along with a bot that ends without stopping it', async () => {
  const { bot, pid } = await startBot('exit');
  if (bot.exitCode === null) await once(bot, 'exit');
  await expect.poll(() => isAlive(pid), { timeout: 60_000 }).toBe(false);
});

it('says which setting is wrong when the named program does not run', async () => {
  const host = { systemMongod: join(dataDir, 'no-such-program'), cacheDir: dataDir };
  const result = await startEmbedded({ dataDir, log: quietLog, language: 'en', host });
  expect(result).toMatchObject({ ok: false, reason: 'no-mongod' });
  expect(result.ok ? '' : result.message).toContain('MONGOMS_SYSTEM_BINARY');
  // The directory is free again.
  await opened();
});

it('tells nothing of what somebody wrote when the database dies of it', async () => {
  const systemMongod = join(dataDir, 'dying-mongod');
  const secret = 'ความลับ';
  const entry = (s: string, msg: string) =>
    JSON.stringify({ s, msg, attr: { oplogEntry: { text: secret } } });
  // the last line is cut short, as on a full disk
  const lines = [entry('F', 'Fatal assertion'), entry('E', 'more').slice(0, -2)];
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo 'db version v6.0.5' && exit\necho '${lines.join('\n')}'\nexit 1\n`;
  await writeFile(systemMongod, script, { mode: 0o755 });
  const host = { systemMongod, cacheDir: dataDir };
  const result = await startEmbedded({ dataDir, log: quietLog, language: 'en', host });
  expect(result).toMatchObject({ ok: false, reason: 'did-not-start' });
  expect(result.ok ? '' : result.message).toContain('Fatal assertion');
  expect(result.ok ? '' : result.message).not.toContain(secret);
});

it('says what is wrong with a directory it cannot write to', async () => {
  const file = join(dataDir, 'a-file');
  await writeFile(file, '');
  const result = await startEmbedded({ dataDir: file, log: quietLog, language: 'en' });
  expect(result).toMatchObject({ ok: false, reason: 'not-writable' });
  expect(result.ok ? '' : result.message).toContain(file);
});

it('says where to read on when the files are damaged', async () => {
  await closed(await opened());
  const mongo = join(dataDir, 'mongo');
  for (const name of await readdir(mongo)) {
    if (name.startsWith('WiredTiger')) await writeFile(join(mongo, name), 'damaged');
  }
  const result = await start();
  expect(result).toMatchObject({ ok: false, reason: 'did-not-start' });
  expect(result.ok ? '' : result.message).toContain(join(dataDir, 'mongod.log'));
});
