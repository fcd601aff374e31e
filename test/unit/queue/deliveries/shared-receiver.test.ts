/** Many offices whose webhooks have one receiver, on a real database and real HTTP: where it hangs, nobody else waits; a worker that stands still is built anew. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { realTimers } from '../../../../src/clock.ts';
import { connectDatabase, type Database } from '../../../../src/db/connect.ts';
import { findOffice } from '../../../../src/db/offices.ts';
import { commit } from '../../../../src/db/unit-of-work.ts';
import { quietLog } from '../../../../src/log.ts';
import { createMetrics } from '../../../../src/metrics.ts';
import { type WebhookPost, webhookPost } from '../../../../src/queue/deliveries/post.ts';
import {
  type DeliveryDeps,
  type DeliveryWorker,
  deliveryWorker,
} from '../../../../src/queue/deliveries/worker.ts';
import { rebuildable, watch } from '../../../../src/queue/watch.ts';
import { sealer } from '../../../../src/services/sealing.ts';
import { addHook } from '../../../../src/services/webhook-settings.ts';
import { tellOutside } from '../../../../src/services/webhooks.ts';
import { WAITS_MS } from '../../../../src/waits.ts';
import { testDatabase } from '../../../helpers/database.ts';
import { fillOffices } from '../../../helpers/many-offices.ts';
import { virtualTime } from '../../../helpers/virtual-time.ts';
import {
  hangs,
  letGo,
  says,
  untilLetGo,
  type WebhookReceiver,
  webhookReceiver,
} from '../../../helpers/webhook-receiver.ts';

const { uri } = testDatabase(import.meta.url);
const START = new Date('2026-03-02T02:00:00Z');
const MANY = 30;
const key = sealer('a key of this test that is long enough');
const post = webhookPost({ loopbackHttp: true, internalHosts: [] });
/** All offices but the last tell the first one. */
const ids = Array.from({ length: MANY + 1 }, (_, index) => `office-${index}`);
let database: Database;
let shared: WebhookReceiver;
let other: WebhookReceiver;
let now = START;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  [shared, other] = [await webhookReceiver(), await webhookReceiver()];
  await fillOffices(database, { offices: ids.length, activities: 1, officers: 1 }, 0);
  for (const id of ids) {
    const office = await findOffice(database.models, id);
    const url = id === ids.at(-1) ? other.url : `${shared.url}/${id}`;
    await addHook(database, key, office!, url, { by: 'test', now });
  }
});
afterAll(async () => {
  await Promise.all([shared.close(), other.close()]);
  await database.close();
});
beforeEach(async () => {
  await database.models.deliveries.collection.deleteMany({});
  for (const one of [shared, other]) [one.got, one.answer] = [[], says(204)];
});

const tell = async (id: string): Promise<void> => {
  const office = await findOffice(database.models, id);
  await commit(database, tellOutside(office!, { event: 'period.closed', at: now, by: null, data: {} }));
};
const openRows = (): Promise<number> => database.models.deliveries.countDocuments({ open: true });

function worker(deps: Partial<DeliveryDeps> = {}): DeliveryWorker {
  return deliveryWorker({
    database,
    sealer: key,
    post: untilLetGo(post),
    now: () => now,
    timers: realTimers,
    holder: 'test',
    metrics: createMetrics(),
    log: quietLog,
    ...deps,
  });
}

it('a receiver that hangs holds three places however many offices tell it, then rests, and is asked by one', async () => {
  shared.answer = () => undefined;
  const send = untilLetGo(post);
  let [most, underWay, asked] = [0, 0, 0];
  const counted: WebhookPost = (message) => {
    if (!message.url.startsWith(shared.url)) return send(message);
    asked += 1;
    most = Math.max(most, (underWay += 1));
    return send(message).finally(() => (underWay -= 1));
  };
  for (const id of ids.slice(0, MANY)) await tell(id);
  await tell(ids[MANY]!);
  const at = worker({ post: counted });
  // the other is told while three of the many hang
  await vi.waitFor(() => expect([shared.got.length, other.got.length]).toEqual([3, 1]), { timeout: 60_000 });
  expect([most, asked]).toEqual([3, 3]);
  letGo();
  shared.answer = hangs;
  await at.idle();
  expect([most, asked]).toEqual([3, 3]);
  now = new Date(now.getTime() + 29_000);
  await tell(ids[MANY]!);
  await at.idle();
  expect([asked, other.got.length]).toEqual([3, 2]);
  now = new Date(now.getTime() + 2_000);
  await at.idle();
  expect([most, asked]).toEqual([3, 4]);
  // it is there again: what waits goes out
  shared.answer = says(204);
  for (let rests = 0; (await openRows()) > 0 && rests < 5; rests++) {
    now = new Date(now.getTime() + 400_000);
    await at.idle();
  }
  expect([await openRows(), asked]).toEqual([0, MANY + 4]);
  await at.stop();
});

it('wrong addresses at a receiver that many share are no fault of the others', async () => {
  shared.answer = ({ path }, response) => says(/office-[012]$/.test(path) ? 500 : 204)({} as never, response);
  for (const id of ids.slice(0, 6)) await tell(id);
  const at = worker();
  await at.idle();
  expect([shared.got.length, await openRows()]).toEqual([6, 3]);
  await at.stop();
});

it('a message that nothing comes of is let go after ten seconds', async () => {
  const time = virtualTime(now);
  await tell(ids[0]!);
  const at = worker({ post: () => new Promise(() => undefined), timers: time.timers, now: () => time.now() });
  const row = await time.until(() => database.models.deliveries.findOne({ attempts: 1 }).lean(), 100);
  expect(row).toMatchObject({ error: 'too-late', open: true });
  expect(time.now().getTime() - now.getTime()).toBeGreaterThanOrEqual(WAITS_MS.webhook);
  await at.stop();
});

it('a worker that stands still is built anew by the watch, and what it held goes out', async () => {
  const time = virtualTime(now);
  const metrics = createMetrics();
  // its message gets no answer, and the timer that would let it go is lost
  const lost = {
    after: (ms: number, then: () => void) => time.timers.after(ms === WAITS_MS.webhook ? 1e9 : ms, then),
  };
  let built = 0;
  const telling = rebuildable(
    () =>
      built++ === 0
        ? worker({ post: () => new Promise(() => undefined), timers: lost, now: () => time.now() })
        : worker({ timers: time.timers, now: () => time.now() }),
    (error) => {
      throw error as Error;
    },
  );
  const idle = {
    standing: () => ({ oldest: null, ended: 0, hasWork: false, oldestSeconds: 0 }),
    abandon: async () => undefined,
  };
  const others = rebuildable(
    () => idle,
    () => undefined,
  );
  const watching = watch(
    { inbox: others, outbox: others, deliveries: telling },
    {
      ping: async () => undefined,
      giveUp: () => undefined,
      now: () => time.now(),
      timers: time.timers,
      metrics,
      log: quietLog,
    },
  );
  await tell(ids[0]!);
  await time.until(async () => (await openRows()) === 0, 500);
  expect([built, shared.got.length]).toEqual([2, 1]);
  expect(await metrics.text()).toContain('kuebna_worker_rebuilt_total{queue="deliveries"} 1');
  await watching.stop();
  await telling.worker.stop();
});
