/** A command written to a connection that is closing fails at once: left to the driver it never ends, whatever limits of time are set. */
import { createConnection, createServer, type Socket } from 'node:net';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { isDatabaseAway } from '../../src/db/away.ts';
import { mendClosingSockets } from '../../src/db/closing-sockets.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
});
afterAll(() => database.close());

test('the driver is built as the mending expects', () => {
  expect(mendClosingSockets()).toBe(true);
});

/** The driver's pools, so that a test can end connections at the moment that matters. */
function connections(): { socket: Socket }[] {
  const { topology } = database.connection.getClient() as unknown as {
    topology: { s: { servers: Map<string, { pool: { connections: Iterable<{ socket: Socket }> } }> } };
  };
  return [...topology.s.servers.values()].flatMap(({ pool }) => [...pool.connections]);
}

/** As after the other end closed: destroyed, but what is to say so has not had its turn. */
function closing(): void {
  const found = connections();
  expect(found.length).toBeGreaterThan(0);
  for (const { socket } of found) socket.destroy();
}

const warm = () => Promise.all([1, 2, 3].map(() => database.models.offices.collection.findOne({})));

test('a read is repeated on another connection and succeeds', { timeout: 8_000 }, async () => {
  await warm();
  closing();
  expect(await database.models.offices.collection.findOne({})).toBeNull();
});

test('a write is repeated too, and happens once', { timeout: 8_000 }, async () => {
  await warm();
  closing();
  await database.models.slots.collection.updateOne({ _id: 'a' } as never, { $inc: { n: 1 } } as never, {
    upsert: true,
  });
  expect(await database.models.slots.collection.findOne({ _id: 'a' } as never)).toMatchObject({ n: 1 });
});

test('a unit of work begins anew and happens once', { timeout: 8_000 }, async () => {
  await warm();
  closing();
  const update = { where: { _id: 'a' }, change: { $inc: { n: 1 } } };
  expect(await commit(database, [{ to: 'slots', update }])).toEqual({ ok: true });
  expect(await database.models.slots.collection.findOne({ _id: 'a' } as never)).toMatchObject({ n: 2 });
});

// takes the first bytes and reads no more, as a frozen member does: a large command cannot be written to its end
test('the limit of a command ends one that is only half written', { timeout: 8_000 }, async () => {
  const { port } = new URL(inject('mongoUri'));
  let swallow = false;
  const taken = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = createConnection(Number(port), '127.0.0.1');
    taken.add(near);
    far.pipe(near);
    near.on('data', (chunk) => (swallow ? near.pause() : far.write(chunk)));
    for (const one of [near, far])
      one.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address() as { port: number };
  const client = new mongoose.mongo.MongoClient(
    `mongodb://127.0.0.1:${address.port}/?directConnection=true&retryWrites=false&socketTimeoutMS=300`,
  );
  try {
    const collection = client.db('half').collection('written');
    await collection.findOne({});
    swallow = true;
    const writing = collection.insertOne({ text: 'x'.repeat(12_000_000) });
    const failed = await writing.then(
      () => null,
      (error: unknown) => error,
    );
    expect(isDatabaseAway(failed)).toBe(true);
  } finally {
    for (const socket of taken) socket.destroy();
    await client.close();
    proxy.close();
  }
});
