/** Puts the bot together behind its listener from its parts: database, LINE, clock, log. run starts one; tests start as many as they need. */
import { loadAssistant } from './load-assistant.ts';
import { answerer } from './bot/answer.ts';
import type { App, AppOptions } from './app-options.ts';
import { realTimers, systemClock } from './clock.ts';
import { fileStore } from './db/files.ts';
import { openListener } from './http-listener.ts';
import { pages } from './http/pages.ts';
import { clockwork } from './jobs/clockwork.ts';
import { rememberSizes } from './jobs/group-sizes.ts';
import { jobs } from './jobs/index.ts';
import type { JobDeps } from './jobs/job.ts';
import { COMMON_CHANNEL } from './domain/channel.ts';
import { keeperOf, learnDestination } from './common-channel.ts';
import { lineChannels } from './line/channels.ts';
import { lineConnection } from './line/connection.ts';
import { lineDesk } from './line/desk.ts';
import { publicAddress } from './services/public-address.ts';
import { createMetrics } from './metrics.ts';
import { monthChart } from './reports/month-chart.ts';
import { routersOf } from './routers.ts';
import { collectGarbage, collectAfterBusySpells } from './collect-garbage.ts';
import { downloadMakers } from './downloads/makers.ts';
import { clearReports } from './services/file-links.ts';
import { contextLoader } from './services/loaders.ts';
import { lookAtPicture } from './services/picture-process.ts';
import { handedOut } from './share-loop.ts';
import { quotaMeter } from './services/quota.ts';
import { deliveryWorker } from './queue/deliveries/worker.ts';
import { downloadWorker } from './downloads/worker.ts';
import { evidenceWorker } from './evidence/worker.ts';
import { type InboxDeps, inboxWorker } from './queue/inbox/worker.ts';
import { instances } from './queue/leases/instances.ts';
import { pushRows } from './queue/outbox/outgoing.ts';
import { pageSending } from './queue/outbox/page-sending.ts';
import { outboxWorker } from './queue/outbox/worker.ts';
import { rebuildable, watch } from './queue/watch.ts';
import { webhookPost } from './queue/deliveries/post.ts';
import { nowhereRouter } from './web/nowhere.ts';

export type { App, AppOptions } from './app-options.ts';

/** How long a stop waits for downloads once everything else has ended. */
const FETCHING_MS = 2_000;

/** @throws when the port cannot be listened on. */
export async function startApp(options: AppOptions): Promise<App> {
  const { database, clock, log, line } = options;
  const real = options.realClock ?? systemClock;
  const timers = options.timers ?? realTimers;
  const metrics = options.metrics ?? createMetrics({ dataDir: options.dataDir ?? null });
  const now = (): Date => real.now();
  // waited for before anything is at work: a stop meanwhile would leave it so
  const assistant = await loadAssistant(options.assistant, { database, now, timers, metrics, log });
  const listener =
    'attach' in options.at
      ? options.at
      : await openListener({
          database,
          channels: keeperOf(options, now),
          clock: real,
          timers,
          log,
          ...options.at,
        });
  const { holder, channels } = listener;
  const address =
    options.address ??
    publicAddress(database, {
      given: options.publicUrl || listener.url,
      fallback: () => listener.url,
      real: now,
    });
  const lines = lineChannels({
    channelOf: (office) => channels.of(office),
    apiUrl: line.apiUrl,
    dataApiUrl: line.dataApiUrl,
    allowLoopbackHttp: line.allowLoopbackHttp,
    timers,
    now,
    failed: (endpoint, status) => metrics.lineApiError(endpoint, status),
    log,
  });
  const failedToLetGo = (error: unknown): void => log.warn('leases-not-given-back', { error });
  const sending = rebuildable(
    () => outboxWorker({ database, client: lines, now, timers, holder, metrics, log }),
    failedToLetGo,
  );
  const outbox = sending.worker;
  const answer = answerer({
    load: handedOut(contextLoader(database, () => address.now(), assistant !== undefined)),
    assistant,
    clock,
    line: (office) => lines.sideOf(office),
    routed: (eventId, interpreter) => log.info('text-routed', { eventId, interpreter }),
  });
  const evidence = evidenceWorker({
    database,
    client: lines,
    files: fileStore(database, 'evidence'),
    look: lookAtPicture,
    clearReports: () => clearReports(database, clock.now(), now()),
    now,
    timers,
    holder,
    log,
  });
  const rules = options.webhooks ?? { loopbackHttp: false, internalHosts: [] };
  const post = webhookPost(rules);
  const telling = rebuildable(
    () => deliveryWorker({ database, sealer: channels.sealer, post, now, timers, holder, metrics, log }),
    failedToLetGo,
  );
  const deliveries = telling.worker;
  const makers = downloadMakers({ database, clock, now, log });
  const downloads = downloadWorker({ database, holder, now, timers, makers, log });
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
      if (writes.some((write) => write.to === 'deliveries')) deliveries.wake();
    },
  };
  const answering = rebuildable(() => inboxWorker(inboxDeps), failedToLetGo);
  const inbox = answering.worker;
  const watching = watch(
    { inbox: answering, outbox: sending, deliveries: telling },
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
      address,
      channels,
      now,
      timers,
      metrics,
      desk: (office) => lineDesk(() => lines.of(office), options.chatPage ?? null),
      connection: lineConnection(lines, line.apiUrl, options.chatPage !== undefined),
      sending: pageSending(outbox, now),
      webhooks: { rules, deliveries },
      downloads,
      draining: () => listener.draining(),
      standing: () => watching.seen(),
    }),
    ...(options.routers ?? []),
    { path: '/', router: nowhereRouter() },
  ];
  listener.attach({
    inbox,
    pages: pages({ routers, https: () => address.now().startsWith('https:'), log }),
    metrics,
  });
  void learnDestination(channels, lines, log);
  const accountOf = (office: string): string => (channels.common ? COMMON_CHANNEL : office);
  const jobDeps: JobDeps = {
    database,
    quota: quotaMeter(database, (office) => lines.quota(office), { now }, accountOf),
    accountOf,
    memberCount: rememberSizes((groupId, office) => lines.memberCount(groupId, office)),
    rows: (push, at) => pushRows(push, { holder: null, nextAt: at, createdAt: at }),
    chart: monthChart,
    // LINE fetches over https alone, the simulator from this machine too
    pictureUrl() {
      const url = address.now();
      return url.startsWith('https:') || line.allowLoopbackHttp ? url : null;
    },
    realNow: now,
    metrics,
    log,
  };
  const ticking = options.clockwork
    ? clockwork({ jobs, deps: jobDeps, clock, timers, holder, send: () => outbox.flush() })
    : null;
  const living = instances({
    database,
    holder,
    now,
    timers,
    // the inbox looks by itself every second
    freed() {
      for (const worker of [outbox, evidence, deliveries, downloads]) worker.wake();
      ticking?.catchUp().catch((error: unknown) => log.warn('clockwork-failed', { error }));
    },
    log,
  });
  return {
    server: listener.server,
    url: listener.url,
    line: lines,
    inbox,
    outbox,
    deliveries,
    clockwork: ticking,
    jobDeps,
    metrics,
    async idle() {
      await inbox.idle();
      await outbox.idle();
      await evidence.idle();
      await deliveries.idle();
      await lines.idle();
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
      const fetching = Promise.all([end(evidence.stop()), end(deliveries.stop()), end(downloads.stop())]);
      await end(outbox.stop());
      // a download that takes longer is fetched again: it is held in the database, and LINE keeps it
      const { promise: longEnough, resolve } = Promise.withResolvers<void>();
      const cancel = timers.after(FETCHING_MS, resolve);
      await Promise.race([Promise.all([fetching, end(living.stop())]), longEnough]).finally(cancel);
      await listener.stop();
    },
  };
}
