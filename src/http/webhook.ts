/** POST /webhook: verify, make durable, answer 200; everything else happens later in the inbox worker. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InboxDocument } from '../db/inbox.ts';
import type { InboxStore } from '../db/inbox-store.ts';
import { orderKey, readEnvelope, readEvent } from '../line/inbound.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export const MAX_BODY_BYTES = 1024 * 1024;

export interface WebhookDeps {
  channelSecret: string;
  store: InboxStore;
  /** Real time, for leases. */
  now(): Date;
  /** Who holds the first lease on what comes in here, and until when; null leaves it to the next claimer. */
  lease(): { holder: string; until: Date } | null;
  /** The bot's own user id once it is known: events for another bot are refused. */
  destination(): string | null;
  metrics: Pick<Metrics, 'webhookEvents'>;
  log: Log;
}

/**
 * @param office of the route, '-' for the common one.
 * @returns a plain node handler: 200 durable, 400 not a webhook body, 401 bad signature, 413 over 1 MiB, 503 not durable.
 */
export function webhookHandler(deps: WebhookDeps) {
  return async (request: IncomingMessage, response: ServerResponse, office = '-'): Promise<void> => {
    const body = await readBody(request);
    if (body === 'too-large') return refuse(413);
    if (body === 'broken') return refuse(400);
    if (!isSigned(body, request.headers['x-line-signature'], deps.channelSecret)) return refuse(401);
    const parsed = parse(body);
    const envelope = parsed === undefined ? null : readEnvelope(parsed);
    if (!envelope) return refuse(400);
    const expected = deps.destination();
    if (expected && envelope.destination && envelope.destination !== expected) return refuse(400);
    const rows = envelope.events.flatMap((event, index) => toRow(deps, office, event, body, index));
    try {
      const stored = await Promise.all(rows.map((row) => deps.store.put(row)));
      const known = stored.filter((one) => one === 'known').length;
      if (known > 0) deps.metrics.webhookEvents('duplicate', known);
      if (rows.length > known) deps.metrics.webhookEvents('stored', rows.length - known);
    } catch (error) {
      deps.metrics.webhookEvents('failed', rows.length);
      deps.log.warn('webhook-not-durable', { count: rows.length, error });
      return answer(response, 503);
    }
    answer(response, 200);

    function refuse(status: number): void {
      deps.metrics.webhookEvents('rejected');
      deps.log.warn('webhook-refused', { status });
      // what was not read is not wanted: the connection ends with the answer
      if (status === 413 || status === 400) response.setHeader('Connection', 'close');
      answer(response, status);
    }
  };
}

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  // a known length: without it the empty body goes out in chunks
  response.writeHead(status, { 'Content-Length': 0 }).end();
}

function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'broken'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.resolve('too-large');
  // LINE never compresses; what does is not LINE, and unpacking is how small bodies become large ones
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') return Promise.resolve('broken');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (result: Buffer | 'too-large' | 'broken'): void => {
      if (result === 'too-large' || result === 'broken') request.removeAllListeners('data').resume();
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return done('too-large');
      chunks.push(chunk);
    });
    request.on('end', () => done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', () => done('broken'));
    request.on('close', () => done('broken'));
  });
}

/** HMAC-SHA256 of the raw bytes, compared in constant time. */
export function isSigned(body: Buffer, signature: string | string[] | undefined, secret: string): boolean {
  if (typeof signature !== 'string') return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** @returns no row for what is no event at all. */
function toRow(
  deps: WebhookDeps,
  office: string,
  raw: unknown,
  body: Buffer,
  index: number,
): InboxDocument[] {
  const event = readEvent(raw);
  if (!event) return [];
  const text = asText(raw);
  if (text === null) return [];
  const receivedAt = deps.now();
  const lease = deps.lease();
  return [
    {
      // an event without an id is told apart by the body it came in
      _id: event.webhookEventId ?? createHash('sha256').update(body).update(String(index)).digest('hex'),
      office,
      key: orderKey(event),
      at: new Date(event.timestamp ?? receivedAt),
      receivedAt,
      event: text,
      state: 'open',
      open: true,
      nextAt: lease?.until ?? receivedAt,
      holder: lease?.holder ?? null,
      fence: lease ? 1 : 0,
      attempts: 0,
      error: null,
      doneAt: null,
    },
  ];
}

/** @returns null for what is nested deeper than it can be written: LINE sends nothing like it, so there is nothing to keep. */
function asText(raw: unknown): string | null {
  try {
    return JSON.stringify(raw);
  } catch {
    return null;
  }
}
