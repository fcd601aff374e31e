/** The worker of webhooks on a real database and real HTTP, with the clock moved: growing waits, giving up, hanging receivers, addresses inside. */
import type { lookup } from 'node:dns';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { realTimers } from '../../../../src/clock.ts';
import { connectDatabase, type Database } from '../../../../src/db/connect.ts';
import { findOffice } from '../../../../src/db/offices.ts';
import { commit } from '../../../../src/db/unit-of-work.ts';
import { addressFault, type AddressRules, isPublicAddress } from '../../../../src/domain/webhook.ts';
import { quietLog } from '../../../../src/log.ts';
import { createMetrics } from '../../../../src/metrics.ts';
import { sealer } from '../../../../src/services/sealing.ts';
import { addHook, OVERLAP_MS, rotateSecret } from '../../../../src/services/webhook-settings.ts';
import { suspendOffice } from '../../../../src/services/suspension.ts';
import { outsideOf, secretsAt, tellOutside } from '../../../../src/services/webhooks.ts';
import { deliveryDepth } from '../../../../src/queue/deliveries/claims.ts';
import { type DeliveryWorker, deliveryWorker } from '../../../../src/queue/deliveries/worker.ts';
import { webhookPost } from '../../../../src/queue/deliveries/post.ts';
import { testDatabase } from '../../../helpers/database.ts';
import { fillOffices } from '../../../helpers/many-offices.ts';
import {
  letGo,
  says,
  type WebhookReceiver,
  webhookReceiver,
  untilLetGo,
} from '../../../helpers/webhook-receiver.ts';

const { uri } = testDatabase(import.meta.url);
const START = new Date('2026-03-02T02:00:00Z');
const HOUR_MS = 3_600_000;
const key = sealer('a key of this test that is long enough');
const rules: AddressRules = { loopbackHttp: true, internalHosts: [] };
const ids = ['office-0', 'office-1'];
let database: Database;
let receivers: WebhookReceiver[];
let now = START;
let worker: DeliveryWorker;
const metrics = createMetrics();
/** A receiver that hangs is let go when the test says so. */
const post = untilLetGo(webhookPost(rules));

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  receivers = [await webhookReceiver(), await webhookReceiver()];
  await fillOffices(database, { offices: 2, activities: 1, officers: 1 }, 0);
  for (const [at, id] of ids.entries()) {
    const office = await findOffice(database.models, id);
    await addHook(database, key, office!, receivers[at]!.url, { by: 'test', now });
  }
  worker = deliveryWorker({
    database,
    sealer: key,
    post,
    now: () => now,
    timers: realTimers,
    holder: 'test',
    metrics,
    log: quietLog,
  });
});
afterAll(async () => {
  await worker.stop();
  await Promise.all(receivers.map((one) => one.close()));
  await database.close();
});
beforeEach(async () => {
  await database.models.deliveries.collection.deleteMany({});
  for (const one of receivers) [one.got, one.answer] = [[], says(204)];
});

const tell = async (id: string): Promise<void> => {
  const office = await findOffice(database.models, id);
  await commit(database, tellOutside(office!, { event: 'period.closed', at: now, by: null, data: {} }));
};

it('tries again after growing waits for more than a day, under one id, then gives up', async () => {
  const [first] = receivers;
  first!.answer = says(500);
  await tell(ids[0]!);
  const tries: number[] = [];
  for (let step = 0; step < 12; step++) {
    await worker.idle();
    const [row] = await database.models.deliveries.find({}).lean();
    tries.push(now.getTime());
    if (!row!.nextAt) break;
    expect(row!.nextAt.getTime()).toBeGreaterThan(now.getTime());
    now = new Date(Math.max(row!.nextAt.getTime(), now.getTime() + 30_000));
  }
  const [row] = await database.models.deliveries.find({}).lean();
  expect(row).toMatchObject({ state: 'dead', attempts: 8, status: 500, error: 'http-500' });
  expect(row!.payload).not.toBeNull();
  expect(new Set(first!.got.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([row!._id]));
  expect(first!.got).toHaveLength(8);
  const waits = tries.slice(1).map((at, index) => at - tries[index]!);
  // shortened by up to a quarter, so that many do not come back at once
  for (const [at, wait] of waits.slice(1).entries()) expect(wait).toBeGreaterThan(waits[at]! * 0.74);
  expect(tries.at(-1)! - tries[0]!).toBeGreaterThan(20 * HOUR_MS);
  expect(await metrics.text()).toContain('kuebna_dead_letters_total{queue="deliveries"} 1');
});

it('lets go of a receiver that hangs, and keeps no other office waiting for it', async () => {
  now = new Date(now.getTime() + HOUR_MS);
  const [hanging, other] = receivers;
  hanging!.answer = () => undefined;
  await tell(ids[0]!);
  await tell(ids[0]!);
  await tell(ids[1]!);
  const done = worker.idle();
  // the other is told while the first hangs
  await vi.waitFor(() => expect([hanging!.got.length, other!.got.length]).toEqual([1, 1]), {
    timeout: 60_000,
  });
  letGo();
  await done;
  expect([hanging!.got.length, other!.got.length]).toEqual([1, 1]);
  const row = await database.models.deliveries.findOne({ office: ids[0]!, attempts: 1 }).lean();
  expect(row).toMatchObject({ error: 'too-late', status: null, open: true });
});

it('lets go of a receiver that wants to speak another protocol', async () => {
  now = new Date(now.getTime() + HOUR_MS);
  receivers[0]!.answer = (_got, response) =>
    void response.socket!.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    );
  await tell(ids[0]!);
  await worker.idle();
  const [row] = await database.models.deliveries.find({}).lean();
  expect(row).toMatchObject({ error: 'http-101', status: 101, attempts: 1, open: true });
});

it('keeps what a suspended office has to tell until it goes on', async () => {
  now = new Date(now.getTime() + HOUR_MS);
  const act = { by: 'test', now };
  await suspendOffice(database, ids[0]!, true, act);
  await tell(ids[0]!);
  await worker.idle();
  now = new Date(now.getTime() + 1_000 * HOUR_MS);
  await worker.idle();
  expect(receivers[0]!.got).toHaveLength(0);
  const depth = await deliveryDepth(database, now, { hooks: [], origins: [] });
  expect(depth).toEqual({ open: 0, oldestSeconds: 0, dueSeconds: 0 });
  const [parked] = await database.models.deliveries.find({}).lean();
  await suspendOffice(database, ids[0]!, false, act);
  await worker.idle();
  expect(receivers[0]!.got.map(({ headers }) => headers['webhook-id'])).toEqual([parked!._id]);
});

it('works a heap off by itself, one after the other, without waiting for its next look', async () => {
  now = new Date(now.getTime() + HOUR_MS);
  const [, receiver] = receivers;
  let atOnce = 0;
  let most = 0;
  receiver!.answer = (_got, response) => {
    most = Math.max(most, (atOnce += 1));
    setImmediate(() => response.writeHead(204).end(() => (atOnce -= 1)));
  };
  for (let count = 0; count < 20; count++) await tell(ids[1]!);
  worker.wake();
  await vi.waitFor(() => expect(receiver!.got).toHaveLength(20), { timeout: 60_000 });
  expect(most).toBe(1);
  await worker.idle();
});

it('takes up what a killed instance held, and marks nothing that somebody else took', async () => {
  now = new Date(now.getTime() + HOUR_MS);
  await tell(ids[1]!);
  const { collection } = database.models.deliveries;
  const held = { holder: 'killed', nextAt: new Date(now.getTime() + 15_000), fence: 4 };
  await collection.updateMany({}, { $set: held });
  await worker.idle();
  expect(receivers[1]!.got).toHaveLength(0);
  now = new Date(now.getTime() + 16_000);
  receivers[1]!.answer = (_got, response) => {
    void collection.updateMany({}, { $set: { fence: 9 } }).then(() => response.writeHead(200).end());
  };
  await worker.tryNow((await collection.findOne({}))!['hook'] as string);
  expect(receivers[1]!.got).toHaveLength(1);
  expect(await collection.findOne({})).toMatchObject({ state: 'open', fence: 9, attempts: 0 });
});

it('an old secret ends with its day', async () => {
  const office = (await findOffice(database.models, ids[1]!))!;
  const [hook] = outsideOf(office).hooks;
  await rotateSecret(database, key, office, hook!, { by: 'test', now, real: now });
  const [rotated] = outsideOf((await findOffice(database.models, ids[1]!))!).hooks;
  expect(secretsAt(key, ids[1]!, rotated!, now)).toHaveLength(2);
  expect(secretsAt(key, ids[1]!, rotated!, new Date(now.getTime() + OVERLAP_MS + 1))).toHaveLength(1);
  // sealed for its office: a row that was copied elsewhere signs nothing there
  expect(secretsAt(key, ids[0]!, rotated!, now)).toEqual([]);
});

it('connects to no address inside, whatever a name turns out to mean', async () => {
  const [receiver] = receivers;
  const { port } = new URL(receiver!.url);
  const means = (...found: string[]): typeof lookup =>
    ((_name: string, _options: object, done: (error: null, all: object[]) => void) =>
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as never;
  const post = (address: string, open: AddressRules, resolve: typeof lookup) =>
    webhookPost(
      open,
      resolve,
    )({
      url: address,
      id: 'msg_1',
      body: '{}',
      secrets: ['whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0'],
      at: now,
      signal: new AbortController().signal,
    });
  const strict = { loopbackHttp: false, internalHosts: [] };
  const named = `https://hooks.example.go.th:${port}/`;
  for (const found of [
    ['127.0.0.1'],
    ['8.8.8.8', '10.1.2.3'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fd00::1'],
    [],
  ])
    expect(await post(named, strict, means(...found))).toMatchObject({
      taken: false,
      reason: 'address-inside',
    });
  expect(await post(receiver!.url, strict, means())).toMatchObject({ taken: false, reason: 'address-https' });
  // where it is named it is asked: what answers there speaks no TLS
  const allowed = { loopbackHttp: false, internalHosts: ['hooks.example.go.th'] };
  expect(await post(named, allowed, means('127.0.0.1'))).toMatchObject({ taken: false, status: null });
  expect((await post(named, allowed, means('127.0.0.1'))) as { reason: string }).not.toMatchObject({
    reason: 'address-inside',
  });
  expect(await post(`http://localhost:${port}/`, rules, means('127.0.0.1'))).toEqual({
    taken: true,
    status: 204,
  });
});

it.each([
  ['8.8.8.8', true],
  ['203.150.1.1', true],
  ['2001:4860:4860::8888', true],
  ['0.0.0.0', false],
  ['10.255.0.1', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['198.19.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:8.8.8.8', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['64:ff9b::a00:1', false],
  ['2001:db8::1', false],
  ['2002:a00:1::', false],
  ['no address', false],
])('%s on the internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it('reads addresses as a browser does, so that no way of writing hides one inside', () => {
  const strict = { loopbackHttp: false, internalHosts: ['bi', '10.1.2.3'] };
  for (const host of [
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    'localhost',
    'localhost.',
    'printer',
  ])
    expect([host, addressFault(`https://${host}/`, strict)]).toEqual([host, 'inside']);
  for (const host of ['bi', '10.1.2.3', 'hooks.example.go.th', '8.8.8.8', '[2001:4860:4860::8888]'])
    expect([host, addressFault(`https://${host}/`, strict)]).toEqual([host, null]);
  expect(addressFault('http://127.0.0.1/', strict)).toBe('https');
  expect(addressFault('http://bi/', strict)).toBe('https');
});
