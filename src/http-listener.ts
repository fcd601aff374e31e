/** Listens for HTTP, and makes webhooks durable before the rest of the bot is loaded; run opens it, app stands behind it. */
import { randomUUID } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, realTimers, type Timers } from './clock.ts';
import { COMMON_CHANNEL } from './domain/channel.ts';
import { coalesce } from './db/coalesce.ts';
import type { Database } from './db/connect.ts';
import type { InboxDocument } from './db/inbox.ts';
import { beat } from './db/instances.ts';
import { inboxStore } from './db/inbox-store.ts';
import { findOfficesById } from './db/offices.ts';
import { httpServer } from './http/server.ts';
import { webhookHandler } from './http/webhook.ts';
import { isFromThisMachine } from './loopback.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { ChannelKeeper } from './services/channel-keeper.ts';
import { within } from './waits.ts';
import { claims, IN_ORDER } from './queue/leases/claims.ts';
import type { InboxWorker } from './queue/inbox/worker.ts';
import { LEASE_MS } from './queue/timing.ts';

export interface ListenerOptions {
  database: Database;
  /** By whose secrets webhooks are verified. */
  channels: ChannelKeeper;
  /** Real time: leases live by it. */
  clock: Clock;
  timers?: Timers;
  log: Log;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Takes webhooks from this machine alone: the simulator's secret is known to everybody. */
  localOnly?: boolean;
}

/** What answers, once it is loaded. */
export interface Behind {
  inbox: Pick<InboxWorker, 'lease' | 'accept' | 'lookFor'>;
  pages: RequestListener;
  metrics: Pick<Metrics, 'webhookEvents' | 'eventsIgnored'>;
}

export interface Listener {
  server: Server;
  /** Where it listens, `http://127.0.0.1:3000`. */
  url: string;
  /** As it was given them. */
  channels: ChannelKeeper;
  /** Under this name events are leased from the first one on. */
  holder: string;
  draining(): boolean;
  /** Webhooks that are not answered yet. */
  underWay(): number;
  /** Hands over everything that came in so far, and what comes from now on. */
  attach(behind: Behind): void;
  /** Takes no more webhooks; what is under way is answered. */
  drain(): void;
  /** Resolves when the webhooks under way have been answered, or have had their time. */
  answered(): Promise<void>;
  /** Drains, and resolves when the port is free. */
  stop(): Promise<void>;
}

/** Events taken before anything can answer them; more than this are left to whoever claims them. */
const MOST_EARLY = 500;

/** @throws when the port cannot be listened on. */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const { clock, log, timers = realTimers } = options;
  const now = (): Date => clock.now();
  const holder = randomUUID();
  const early: InboxDocument[] = [];
  const earlyUnsure: InboxDocument[] = [];
  const counted: ((metrics: Behind['metrics']) => void)[] = [];
  const attached = Promise.withResolvers<RequestListener>();
  let draining = false;
  const underWay = new Set<Promise<void>>();
  let closed: Promise<void> | null = null;
  let behind: Behind = {
    inbox: {
      lease: () =>
        early.length < MOST_EARLY ? { holder, until: new Date(now().getTime() + LEASE_MS) } : null,
      accept: (row) => void early.push(row),
      lookFor: (row) => void earlyUnsure.push(row),
    },
    pages: (request, response) => void attached.promise.then((pages) => pages(request, response)),
    metrics: {
      webhookEvents: (...count) => void counted.push((metrics) => metrics.webhookEvents(...count)),
      eventsIgnored: (...count) => void counted.push((metrics) => metrics.eventsIgnored(...count)),
    },
  };

  const offices = new Set<string>();
  const findOffice = coalesce((ids: readonly string[]) => findOfficesById(options.database.models, ids));
  const isOffice = async (id: string): Promise<boolean> => {
    if (!offices.has(id) && (await findOffice(id))) offices.add(id);
    return offices.has(id);
  };
  const { channels } = options;
  const webhook = webhookHandler({
    async channel(office) {
      const isOpen = office === COMMON_CHANNEL || !channels.common || (await isOffice(office));
      return isOpen ? channels.of(office) : null;
    },
    channelNow: (office) => channels.afresh(office),
    store: inboxStore(options.database, (row) => behind.inbox.accept(row), {
      unsure: (row) => behind.inbox.lookFor(row),
      timers,
    }),
    now,
    lease: (office, key) => behind.inbox.lease(office, key),
    metrics: {
      webhookEvents: (...count) => behind.metrics.webhookEvents(...count),
      eventsIgnored: (...count) => behind.metrics.eventsIgnored(...count),
    },
    log,
  });
  const counting: typeof webhook = (...request) => {
    const answering = webhook(...request).finally(() => underWay.delete(answering));
    underWay.add(answering);
    return answering;
  };
  const server = httpServer({
    webhook: counting,
    pages: (request, response) => behind.pages(request, response),
    admits: (request) => !options.localOnly || isFromThisMachine(request),
    draining: () => draining,
    log,
  });
  await listen(server, options.host, options.port);
  // should it die before the rest is loaded, what it holds by then is somebody's who lived
  await beat(options.database, holder).catch((error: unknown) => log.warn('sign-of-life-failed', { error }));
  const { port } = server.address() as AddressInfo;
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;

  function drain(): void {
    draining = true;
    closed ??= new Promise((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
  }

  /** However slowly a body comes in, it is not waited for longer than for what it says to be durable. */
  async function answered(): Promise<void> {
    await within('store', Promise.allSettled(underWay), timers).catch(() => undefined);
  }

  return {
    server,
    url: `http://${host}:${port}`,
    channels,
    holder,
    draining: () => draining,
    underWay: () => underWay.size,
    attach(next) {
      behind = next;
      for (const row of early.splice(0)) next.inbox.accept(row);
      for (const row of earlyUnsure.splice(0)) next.inbox.lookFor(row);
      for (const count of counted.splice(0)) count(next.metrics);
      attached.resolve(next.pages);
    },
    drain,
    answered,
    async stop() {
      drain();
      await answered();
      server.closeAllConnections();
      await closed;
      // taken before anything could answer them: nobody else would for as long as a lease
      const left = [...early.splice(0), ...earlyUnsure.splice(0)].map(({ _id }) => _id);
      await claims(options.database, 'inbox', holder, 'receivedAt').release(left, now(), IN_ORDER);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
