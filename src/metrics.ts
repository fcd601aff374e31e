/** Counts and depths for Prometheus; the workers call these, GET /metrics shows them. */
import { statfs } from 'node:fs/promises';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { currentOffice } from './current-office.ts';

export type EventResult = 'stored' | 'duplicate' | 'rejected' | 'failed';
export type SendKind = 'reply' | 'push' | 'multicast';
export type SendResult = 'sent' | 'already-sent' | 'retry' | 'refused' | 'expired';
export type Queue = 'inbox' | 'outbox' | 'deliveries';
export type DeliveryResult = 'sent' | 'retry' | 'dead' | 'gone';
export type AssistantResult =
  /** It added something; nothing of its answer was of use. */
  | 'helped'
  | 'nothing'
  /** Asked, and no answer came of it. */
  | 'too-late'
  | 'no-answer'
  | 'http'
  | 'redirect'
  | 'too-long'
  | 'unreadable'
  /** Not asked: the message is too long; too many at once; left alone after failures. */
  | 'long-message'
  | 'busy'
  | 'resting';

export interface Metrics {
  /** A webhook event at the listener: stored, seen before, refused, or not made durable. */
  webhookEvents(result: EventResult, count?: number): void;
  /** Events of which nothing was made, at the listener or behind it. */
  eventsIgnored(reason: string, count?: number): void;
  /** One event through the bot. @param seconds from taking it up to its commit. */
  eventProcessed(result: 'done' | 'ignored' | 'retry' | 'dead', seconds: number): void;
  /** One attempt to send. @param seconds until LINE answered. */
  messageSent(kind: SendKind, result: SendResult, seconds: number): void;
  /** One try of an office's webhook. @param seconds until it answered. */
  deliveryTried(result: DeliveryResult, seconds: number): void;
  /** A request of another program to the API. */
  apiAnswered(status: number): void;
  /** Rows that wait, and how long the oldest of them has; 0 when none does. */
  queueDepth(queue: Queue, rows: number, oldestSeconds: number): void;
  /** How long the lane that has been at one row the longest has been at it. */
  oldestLane(queue: Queue, seconds: number): void;
  /** A worker that stood still was built anew. */
  workerRebuilt(queue: Queue): void;
  /** The same of one account: an office's own, or the one that all share. */
  accountQuota(account: string, used: number, limit: number | null): void;
  /** Messages of this month: pushed, allowed (null: no limit), and held back for lack of quota. */
  quota(used: number, limit: number | null, heldBack: number): void;
  /** An answer of LINE that was not a success; 0 for no answer. */
  lineApiError(endpoint: string, status: number): void;
  /** A message that was not worth sending any more. */
  messageExpired(purpose: string): void;
  /** A row that was given up. */
  deadLetter(queue: Queue): void;
  /** The assistant was to be asked: whether it helped, or why not. @param seconds until it answered, 0 where it was not asked. */
  assistantAsked(result: AssistantResult, seconds: number): void;
  /** A field of its answer that did not stand up to the check. */
  assistantRefused(field: string, reason: string): void;
  /** Whether it takes traffic, as `/readyz` says; told before each reading. */
  ready(isReady: boolean): void;
  /** @returns everything in Prometheus' text form. */
  text(): Promise<string>;
  contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Offices that have a label of their own; a ministry has some 250, and each label is kept for ever by whoever collects. */
const MOST_OFFICES = 300;
const OTHERS = 'other';
/** Of what belongs to no office, or to nobody knows which. */
const NO_LABEL = 'none';

/** The account that all offices share. */
const COMMON_ACCOUNT = '-';

/** @returns the label of an office: its id for the first `most` that are seen, one for all the rest. */
function boundedLabel(most: number): (office: string | null) => string {
  const known = new Set<string>();
  return (office) => {
    if (office === null) return NO_LABEL;
    if (known.has(office)) return office;
    if (known.size >= most) return OTHERS;
    known.add(office);
    return office;
  };
}

/**
 * Makes a set of counters of its own, so that tests do not see one another's.
 * @param options.dataDir of the bot's own database, whose disk is measured; null where there is none.
 */
export function createMetrics({ dataDir = null }: { dataDir?: string | null } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `kuebna_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `kuebna_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name: `kuebna_${name}`, help, labelNames, buckets: SECONDS, registers });

  const webhookEvents = counter('webhook_events_total', 'Webhook events by result', ['result']);
  const ignored = counter('events_ignored_total', 'Events of which nothing was made, by reason', ['reason']);
  const processing = histogram('event_processing_seconds', 'Time from taking an event to its commit', [
    'result',
  ]);
  const sends = histogram('send_seconds', 'Time until LINE answered, by kind and result', ['kind', 'result']);
  const deliveries = histogram('delivery_seconds', "Time until an office's webhook answered, by result", [
    'result',
  ]);
  const apiAnswers = counter('api_answers_total', 'Answers of the API to other programs', ['status']);
  const depth = gauge('queue_depth', 'Rows waiting', ['queue']);
  const oldest = gauge('queue_oldest_seconds', 'Age of the oldest waiting row', ['queue']);
  const lane = gauge('lane_oldest_seconds', 'How long the longest-running row has been under way', ['queue']);
  const rebuilt = counter('worker_rebuilt_total', 'Workers that stood still and were built anew', ['queue']);
  const quotaUsed = gauge('quota_used', 'Messages pushed this month');
  const quotaLimit = gauge('quota_limit', 'Messages that may be pushed this month');
  const heldBack = gauge('quota_held_back', 'Messages held back this month for lack of quota');
  const apiErrors = counter('line_api_errors_total', 'LINE API answers that were no success', [
    'endpoint',
    'status',
  ]);
  const deadLetters = counter('dead_letters_total', 'Rows given up', ['queue']);
  const expired = counter('messages_expired_total', 'Messages not sent in time', ['purpose']);
  const assistantCalls = counter('assistant_calls_total', 'Messages the assistant was to read, by result', [
    'result',
  ]);
  const assistantTime = histogram('assistant_seconds', 'Time until the assistant answered or was given up', [
    'result',
  ]);
  const assistantRefused = counter('assistant_refused_total', 'Fields of its answers that were dropped', [
    'field',
    'reason',
  ]);
  const officeEvents = counter('office_events_total', 'Events of an office, by result', ['office', 'result']);
  const officeSends = counter('office_sends_total', 'Tries to send for an office, by kind and result', [
    'office',
    'kind',
    'result',
  ]);
  const officeDeliveries = counter('office_deliveries_total', "Tries of an office's webhooks, by result", [
    'office',
    'result',
  ]);
  const officeDead = counter('office_dead_letters_total', 'Rows of an office given up', ['office', 'queue']);
  const officeUsed = gauge('office_quota_used', 'Messages pushed this month, by account', ['office']);
  const officeLimit = gauge('office_quota_limit', 'Messages that may be pushed this month, by account', [
    'office',
  ]);
  const isReady = gauge('ready', 'Whether it takes traffic: 1 or 0');
  registry.registerMetric(processGauge());
  if (dataDir !== null) for (const one of diskGauges(dataDir)) registry.registerMetric(one);
  // what is not there yet does not grow by its first one, for who watches growth
  for (const queue of ['inbox', 'outbox', 'deliveries'] as const) {
    deadLetters.inc({ queue }, 0);
    rebuilt.inc({ queue }, 0);
  }
  webhookEvents.inc({ result: 'failed' }, 0);
  const label = boundedLabel(MOST_OFFICES);
  const office = (): string => label(currentOffice());

  return {
    webhookEvents: (result, count = 1) => webhookEvents.inc({ result }, count),
    eventsIgnored: (reason, count = 1) => ignored.inc({ reason }, count),
    eventProcessed(result, seconds) {
      processing.observe({ result }, seconds);
      officeEvents.inc({ office: office(), result });
    },
    messageSent(kind, result, seconds) {
      sends.observe({ kind, result }, seconds);
      officeSends.inc({ office: office(), kind, result });
    },
    apiAnswered: (status) => apiAnswers.inc({ status: String(status) }),
    deliveryTried(result, seconds) {
      deliveries.observe({ result }, seconds);
      officeDeliveries.inc({ office: office(), result });
    },
    accountQuota(account, used, limit) {
      const whose = { office: account === COMMON_ACCOUNT ? 'all' : label(account) };
      officeUsed.set(whose, used);
      officeLimit.set(whose, limit ?? Number.POSITIVE_INFINITY);
    },
    ready: (is) => isReady.set(is ? 1 : 0),
    queueDepth(queue, rows, oldestSeconds) {
      depth.set({ queue }, rows);
      oldest.set({ queue }, oldestSeconds);
    },
    oldestLane: (queue, seconds) => lane.set({ queue }, seconds),
    workerRebuilt: (queue) => rebuilt.inc({ queue }),
    quota(used, limit, held) {
      quotaUsed.set(used);
      // Prometheus has a value for "no limit".
      quotaLimit.set(limit ?? Number.POSITIVE_INFINITY);
      heldBack.set(held);
    },
    lineApiError: (endpoint, status) => apiErrors.inc({ endpoint, status: String(status) }),
    messageExpired: (purpose) => expired.inc({ purpose }),
    deadLetter(queue) {
      deadLetters.inc({ queue });
      officeDead.inc({ office: office(), queue });
    },
    assistantAsked(result, seconds) {
      assistantCalls.inc({ result });
      if (seconds > 0) assistantTime.observe({ result }, seconds);
    },
    assistantRefused: (field, reason) => assistantRefused.inc({ field, reason }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Memory is read when it is asked for, not on a timer. */
function processGauge(): Gauge {
  return new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory',
    registers: [],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
}

/** Of the file system that the data lie on; what cannot be read keeps its last value. */
function diskGauges(dataDir: string): Gauge[] {
  const measured = (name: string, help: string, blocks: 'bavail' | 'blocks'): Gauge =>
    new Gauge({
      name: `kuebna_${name}`,
      help,
      registers: [],
      async collect() {
        const disk = await statfs(dataDir).catch(() => null);
        if (disk) this.set(disk[blocks] * disk.bsize);
      },
    });
  return [
    measured('disk_free_bytes', 'Free on the disk of the data directory', 'bavail'),
    measured('disk_size_bytes', 'Size of the disk of the data directory', 'blocks'),
  ];
}
