/** What the bot is put together from, and what it then is; app.ts does it. */
import type { Server } from 'node:http';
import type { Router } from 'express';
import type { Endpoint } from './assistant/index.ts';
import type { Clock, Timers } from './clock.ts';
import type { LineHosts } from './config.ts';
import type { Database } from './db/connect.ts';
import type { Credentials } from './domain/channel.ts';
import type { AddressRules } from './domain/webhook.ts';
import type { Listener } from './http-listener.ts';
import type { Clockwork } from './jobs/clockwork.ts';
import type { JobDeps } from './jobs/job.ts';
import type { LineChannels } from './line/channels.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { PublicAddress } from './services/public-address.ts';
import type { Sealer } from './services/sealing.ts';
import type { WebDeps } from './web/router.ts';
import type { DeliveryWorker } from './queue/deliveries/worker.ts';
import type { InboxDeps, InboxWorker } from './queue/inbox/worker.ts';
import type { OutboxWorker } from './queue/outbox/worker.ts';

export interface AppOptions extends Pick<InboxDeps, 'earlyMs'> {
  database: Database;
  /** The office's clock: may be the simulator's. */
  clock: Clock;
  /** Leases, tokens and back-off live by real time. */
  realClock?: Clock;
  timers?: Timers;
  /** Where LINE is asked; with credentials, all offices speak through that one channel. */
  line: LineHosts & { allowLoopbackHttp: boolean } & Partial<Credentials>;
  /** Reads credentials that offices stored; none can be stored without it. With an open listener, its own counts. */
  sealer?: Sealer;
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
  /** The same where it may be told on the console. */
  address?: PublicAddress;
  /** Of the bot's own database; null where it is somebody else's. */
  dataDir?: string | null;
  /** The file that remembers erasures beside the database; without one nobody is erased on the console. */
  ledger?: string;
  /** Lets others than this machine read the metrics; null for nobody else. */
  metricsToken?: string | null;
  /** The endpoint that helps to read messages, where an office wants it. */
  assistant?: Endpoint | null;
  /** Where offices' webhooks may lead besides https to the internet; nowhere else when left out. */
  webhooks?: AddressRules;
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
  /** Everything that talks to LINE, by office. */
  line: LineChannels;
  inbox: InboxWorker;
  outbox: OutboxWorker;
  deliveries: DeliveryWorker;
  clockwork: Clockwork | null;
  /** What a job run by hand needs. */
  jobDeps: JobDeps;
  metrics: Metrics;
  /** Resolves when no event and no message is under way. */
  idle(): Promise<void>;
  /** Stops taking, finishes what is under way, gives the rest back. The database stays open. */
  stop(): Promise<void>;
}
