/** Puts the bot together behind its listener from its parts: database, LINE, clock, log. run starts one; tests start as many as they need. */
import type { Server } from 'node:http';
import type { Router } from 'express';
import type { Endpoint } from './assistant/index.ts';
import { loadAssistant } from './load-assistant.ts';
import { answerer } from './bot/answer.ts';
import { type Clock, realTimers, systemClock, type Timers } from './clock.ts';
import type { Database } from './db/connect.ts';
import { fileStore } from './db/files.ts';
import { type Listener, openListener } from './http-listener.ts';
import { pages } from './http/pages.ts';
import { type Clockwork, clockwork } from './jobs/clockwork.ts';
import { rememberSizes } from './jobs/group-sizes.ts';
import { jobs } from './jobs/index.ts';
import type { JobDeps } from './jobs/job.ts';
import { lineClient, type LineClient, type LineClientOptions } from './line/client.ts';
import { lineDesk } from './line/desk.ts';
import { menuKeeper } from './line/rich-menu-links.ts';
import { lineAccess } from './line/tokens.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { monthChart } from './reports/month-chart.ts';
import { routersOf } from './routers.ts';
import { collectGarbage, collectAfterBusySpells } from './collect-garbage.ts';
import { clearReports } from './services/file-links.ts';
import { contextLoader } from './services/loaders.ts';
import { lookAtPicture } from './services/picture-process.ts';
import { handedOut } from './share-loop.ts';
import { quotaMeter } from './services/quota.ts';
import { evidenceWorker } from './workers/evidence-worker.ts';
import { type InboxDeps, inboxWorker, type InboxWorker } from './workers/inbox-worker.ts';
import { pushRows } from './workers/outgoing.ts';
import { pageSending } from './workers/page-sending.ts';
import type { WebDeps } from './web/router.ts';
import { outboxWorker, type OutboxWorker } from './workers/outbox-worker.ts';
import { rebuildable, watch } from './workers/watch.ts';

export interface AppOptions extends Pick<InboxDeps, 'earlyMs'> {
  database: Database;
  /** The office's clock: may be the simulator's. */
  clock: Clock;
  /** Leases, tokens and back-off live by real time. */
  realClock?: Clock;
  timers?: Timers;
  line: Omit<LineClientOptions, 'timers' | 'now'> & { channelSecret: string };
  log: Log;
  metrics?: Metrics;
  /** Where to listen; port 0 takes a free one. Or the listener that is open already. */
  at: { host: string; port: number; localOnly?: boolean } | Listener;
  /** Where links in invitations lead without a real LINE account: the simulator's page. */
  chatPage?: string;
  /** Marks an office that is made on the console without a real LINE account. */
  trial?: WebDeps['trial'];
  /** What links in chat begin with; the listener's address when nothing is said. */
  publicUrl?: string;
  /** Lets others than this machine read the metrics; null for nobody else. */
  metricsToken?: string | null;
  /** The endpoint that helps to read messages, where an office wants it. */
  assistant?: Endpoint | null;
  /** Further routes: the simulator's page, dashboards. */
  routers?: { path: string; router: Router }[];
  /** Ends the process in order; called when its workers stand still again and again. */
  giveUp?: () => void;
  /** Starts the clockwork: reminders and summaries come by themselves. */
  clockwork?: boolean;
}

export interface App {
  server: Server;
  /** Where it listens, `http://127.0.0.1:3000`. */
  url: string;
  client: LineClient;
  inbox: InboxWorker;
  outbox: OutboxWorker;
  clockwork: Clockwork | null;
  /** What a job run by hand needs. */
  jobDeps: JobDeps;
  metrics: Metrics;
  /** Resolves when no event and no message is under way. */
  idle(): Promise<void>;
  /** Stops taking, finishes what is under way, gives the rest back. The database stays open. */
  stop(): Promise<void>;
}

/** LINE takes the sign away with the answer, or after so long. */
const LOADING_SECONDS = 30;
/** How long a stop waits for downloads once everything else has ended. */
const FETCHING_MS = 2_000;

/** @throws when the port cannot be listened on. */
export async function startApp(options: AppOptions): Promise<App> {
  const { database, clock, log, line } = options;
  const { channelSecret } = line;
  const real = options.realClock ?? systemClock;
  const timers = options.timers ?? realTimers;
  const metrics = options.metrics ?? createMetrics();
  const now = (): Date => real.now();
  // waited for before anything is at work: a stop meanwhile would leave it so
  const assistant = await loadAssistant(options.assistant, { database, now, timers, metrics, log });
  const listener =
    'attach' in options.at
      ? options.at
      : await openListener({ database, channelSecret, clock: real, timers, log, ...options.at });
  const { holder } = listener;
  let destination: string | null = null;
  const publicUrl = options.publicUrl || listener.url;
  const access = {
    ...line,
    timers,
    now,
    failed: (endpoint: string, status: number) => metrics.lineApiError(endpoint, status),
  };
  const client = lineClient(access);
  const failedToLetGo = (error: unknown): void => log.warn('leases-not-given-back', { error });
  const sending = rebuildable(
    () => outboxWorker({ database, client, now, timers, holder, metrics, log }),
    failedToLetGo,
  );
  const outbox = sending.worker;
  const menus = menuKeeper(lineAccess(access), now, log);
  const answer = answerer({
    load: handedOut(contextLoader(database, () => publicUrl, assistant !== undefined)),
    assistant,
    clock,
    names: { person: (id) => client.profileName(id), group: (id) => client.groupName(id) },
    account: { quota: () => client.quota(), groupSize: (id) => client.memberCount(id) },
    menus,
    routed: (eventId, interpreter) => log.info('text-routed', { eventId, interpreter }),
    busy: (userId) => void client.showLoading(userId, LOADING_SECONDS),
  });
  const evidence = evidenceWorker({
    database,
    client,
    files: fileStore(database, 'evidence'),
    look: lookAtPicture,
    clearReports: () => clearReports(database, clock.now(), now()),
    now,
    timers,
    log,
  });
  const garbage = collectAfterBusySpells({
    collect: collectGarbage,
    timers,
    failed: (error) => log.warn('memory-not-given-back', { error }),
  });
  const inboxDeps: InboxDeps = {
    database,
    outbox,
    answer,
    now,
    timers,
    holder,
    metrics,
    log,
    earlyMs: options.earlyMs,
    committed: (writes) => {
      garbage.worked();
      if (writes.some((write) => write.to === 'evidence')) evidence.wake();
    },
  };
  const answering = rebuildable(() => inboxWorker(inboxDeps), failedToLetGo);
  const inbox = answering.worker;
  const watching = watch(
    { inbox: answering, outbox: sending },
    {
      ping: () => database.ping(2_000),
      giveUp: options.giveUp ?? (() => undefined),
      now,
      timers,
      metrics,
      log,
    },
  );
  const routers = [
    ...routersOf({
      ...options,
      publicUrl,
      now,
      timers,
      metrics,
      desk: lineDesk(lineAccess(access), options.chatPage ?? null),
      sending: pageSending(outbox, now),
      draining: () => listener.draining(),
      standing: () => watching.seen(),
    }),
    ...(options.routers ?? []),
  ];
  listener.attach({
    inbox,
    pages: pages({ routers, https: publicUrl.startsWith('https:'), log }),
    metrics,
    destination: () => destination,
  });
  // a wrong address in the console shows here; LINE being away must not keep the bot from starting
  client.botUserId().then(
    (id) => (destination = id),
    (error: unknown) => log.warn('bot-user-id-unknown', { error }),
  );
  const jobDeps: JobDeps = {
    database,
    quota: quotaMeter(database, () => client.quota(), { now }),
    memberCount: rememberSizes((groupId) => client.memberCount(groupId)),
    rows: (push, at) => pushRows(push, { holder: null, nextAt: at, createdAt: at }),
    chart: monthChart,
    // LINE fetches over https alone, the simulator from this machine too
    pictureUrl: publicUrl.startsWith('https:') || line.allowLoopbackHttp ? publicUrl : null,
    realNow: now,
    metrics,
    log,
  };
  const ticking = options.clockwork
    ? clockwork({ jobs, deps: jobDeps, clock, timers, holder, send: () => outbox.flush() })
    : null;
  return {
    server: listener.server,
    url: listener.url,
    client,
    inbox,
    outbox,
    clockwork: ticking,
    jobDeps,
    metrics,
    async idle() {
      await inbox.idle();
      await outbox.idle();
      await evidence.idle();
      await menus.idle();
    },
    async stop() {
      listener.drain();
      // each is given its chance, whatever becomes of the others
      const end = (part: Promise<void> | undefined): Promise<void> =>
        Promise.resolve(part).catch((error: unknown) => log.warn('stop-failed', { error }));
      for (const part of [watching, ticking, garbage]) await end(part?.stop());
      // what was just made durable still comes into the worker's hand, and is given back with the rest
      await listener.answered();
      await end(inbox.stop());
      const fetching = end(evidence.stop());
      await end(outbox.stop());
      // a download that takes longer is fetched again: it is held in the database, and LINE keeps it
      const { promise: longEnough, resolve } = Promise.withResolvers<void>();
      const cancel = timers.after(FETCHING_MS, resolve);
      await Promise.race([fetching, longEnough]).finally(cancel);
      await listener.stop();
    },
  };
}
