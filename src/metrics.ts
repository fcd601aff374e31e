/** Counts and depths for Prometheus; the workers call these, GET /metrics shows them. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type EventResult = 'stored' | 'duplicate' | 'rejected' | 'failed';
export type SendKind = 'reply' | 'push' | 'multicast';
export type SendResult = 'sent' | 'already-sent' | 'retry' | 'refused' | 'expired';
export type Queue = 'inbox' | 'outbox';
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
  /** Rows that wait, and how long the oldest of them has; 0 when none does. */
  queueDepth(queue: Queue, rows: number, oldestSeconds: number): void;
  /** How long the lane that has been at one row the longest has been at it. */
  oldestLane(queue: Queue, seconds: number): void;
  /** A worker that stood still was built anew. */
  workerRebuilt(queue: Queue): void;
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
  /** @returns everything in Prometheus' text form. */
  text(): Promise<string>;
  contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes a set of counters of its own, so that tests do not see one another's. */
export function createMetrics(): Metrics {
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
  registry.registerMetric(processGauge());

  return {
    webhookEvents: (result, count = 1) => webhookEvents.inc({ result }, count),
    eventsIgnored: (reason, count = 1) => ignored.inc({ reason }, count),
    eventProcessed: (result, seconds) => processing.observe({ result }, seconds),
    messageSent: (kind, result, seconds) => sends.observe({ kind, result }, seconds),
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
    deadLetter: (queue) => deadLetters.inc({ queue }),
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
