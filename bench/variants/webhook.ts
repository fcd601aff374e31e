/** The product's webhook path: its server, handler and inbox store, with no worker beside; argument: MongoDB's address. */
import type { AddressInfo } from 'node:net';
import { connectDatabase } from '../../src/db/connect.ts';
import { inboxStore } from '../../src/db/inbox-store.ts';
import { healthRouter } from '../../src/http/health.ts';
import { pages } from '../../src/http/pages.ts';
import { httpServer } from '../../src/http/server.ts';
import { webhookHandler } from '../../src/http/webhook.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { LEASE_MS } from '../../src/queue/timing.ts';
import { BOT, SECRET } from '../lib/bodies.ts';

const connected = await connectDatabase(process.argv[2] ?? '');
if (!connected.ok) throw new Error(connected.detail);
const { database } = connected;
const metrics = createMetrics();
const log = createLog({ level: 'error' });
const webhook = webhookHandler({
  channel: () => Promise.resolve({ channelSecret: SECRET, botUserId: BOT }),
  channelNow: () => Promise.resolve(null),
  store: inboxStore(database, () => undefined),
  now: () => new Date(),
  // stored as with a worker: leased to its holder
  lease: () => ({ holder: 'bench', until: new Date(Date.now() + LEASE_MS) }),
  metrics,
  log,
});
const health = healthRouter({
  ping: () => database.ping(900),
  draining: () => false,
  metricsToken: null,
  metrics,
});
const server = httpServer({
  webhook,
  pages: pages({ routers: [{ path: '/', router: health }], https: () => false, log }),
  admits: () => true,
  draining: () => false,
  log,
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
