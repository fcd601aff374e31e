/** Puts the bot together from its parts: database, LINE, clock, log. main starts one; tests start as many as they need. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Router } from 'express';
import { answerer } from './bot/answer.ts';
import { type Clock, realTimers, systemClock, type Timers } from './clock.ts';
import type { Database } from './db/connect.ts';
import { inboxStore } from './db/inbox-store.ts';
import { healthRouter } from './http/health.ts';
import { httpServer } from './http/server.ts';
import { webhookHandler } from './http/webhook.ts';
import { lineClient, type LineClient, type LineClientOptions } from './line/client.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { contextLoader } from './services/loaders.ts';
import { inboxWorker, type InboxWorker } from './workers/inbox-worker.ts';
import { outboxWorker, type OutboxWorker } from './workers/outbox-worker.ts';

export interface AppOptions {
  database: Database;
  /** The office's clock: may be the simulator's. */
  clock: Clock;
  /** Leases, tokens and back-off live by real time. */
  realClock?: Clock;
  timers?: Timers;
  line: Omit<LineClientOptions, 'timers' | 'now'> & { channelSecret: string };
  log: Log;
  metrics?: Metrics;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Further routes: the simulator's page, dashboards. */
  routers?: { path: string; router: Router }[];
}

export interface App {
  server: Server;
  /** Where it listens, `http://127.0.0.1:3000`. */
  url: string;
  client: LineClient;
  inbox: InboxWorker;
  outbox: OutboxWorker;
  metrics: Metrics;
  /** Resolves when no event and no message is under way. */
  idle(): Promise<void>;
  /** Stops taking, finishes what is under way, gives the rest back. The database stays open. */
  stop(): Promise<void>;
}

/** @throws when the port cannot be listened on. */
export async function startApp(options: AppOptions): Promise<App> {
  const { database, clock, log, line } = options;
  const real = options.realClock ?? systemClock;
  const timers = options.timers ?? realTimers;
  const metrics = options.metrics ?? createMetrics();
  const now = (): Date => real.now();
  const holder = randomUUID();
  let draining = false;
  let destination: string | null = null;

  const client = lineClient({ ...line, timers, now });
  const outbox = outboxWorker({ database, client, now, timers, holder, metrics, log });
  const answer = answerer({
    load: contextLoader(database),
    clock,
    names: { person: (id) => client.profileName(id), group: (id) => client.groupName(id) },
  });
  const inbox = inboxWorker({ database, outbox, answer, now, timers, holder, metrics, log });
  const webhook = webhookHandler({
    channelSecret: line.channelSecret,
    store: inboxStore(database, (row) => inbox.accept(row)),
    now,
    lease: () => inbox.lease(),
    destination: () => destination,
    metrics,
    log,
  });
  const health = healthRouter({ ping: () => database.ping(900), draining: () => draining, metrics });
  const routers = [{ path: '/', router: health }, ...(options.routers ?? [])];
  const server = httpServer({ webhook, routers, draining: () => draining, log });
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  // a wrong address in the console shows here; LINE being away must not keep the bot from starting
  client.botUserId().then(
    (id) => (destination = id),
    (error: unknown) => log.warn('bot-user-id-unknown', { error }),
  );
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;
  return {
    server,
    url: `http://${host}:${port}`,
    client,
    inbox,
    outbox,
    metrics,
    async idle() {
      await inbox.idle();
      await outbox.idle();
    },
    async stop() {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await inbox.stop();
      await outbox.stop();
      server.closeAllConnections();
      await closed;
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
