/** POST /webhook: verify, make durable, answer 200; everything else happens later in the inbox worker. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InboxDocument } from '../db/inbox.ts';
import type { InboxStore } from '../db/inbox-store.ts';
import type { OfficeChannel } from '../domain/channel.ts';
import { type Ignored, readEnvelope } from '../line/inbound.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { nestsDeeperThan } from './nesting.ts';
import { namelessIn, type RowOptions, toRow } from './webhook-rows.ts';

export const MAX_BODY_BYTES = 1024 * 1024;
/** LINE's bodies are far smaller; larger ones are read one at a time. */
const LARGE_BYTES = 32 * 1024;
/** Events made durable together; the others of a body wait their turn, so that nobody else waits for all of them. */
const SLICE = 200;

/** What the channel of a route is told apart by. */
export type WebhookChannel = Pick<OfficeChannel, 'channelSecret' | 'botUserId'>;

export interface WebhookDeps {
  /** The channel of a route, '-' for the common one; null where there is none. Rejects while nobody can tell. */
  channel(office: string): Promise<WebhookChannel | null>;
  /** The same as it is now, for a signature that did not fit: credentials may just have been changed. */
  channelNow(office: string): Promise<WebhookChannel | null>;
  store: InboxStore;
  /** Real time, for leases. */
  now(): Date;
  lease: RowOptions['lease'];
  metrics: Pick<Metrics, 'webhookEvents' | 'eventsIgnored'>;
  log: Log;
}

/**
 * @param office of the route, '-' for the common one.
 * @returns a plain node handler: 200 durable, 400 not a webhook body or for another bot, 401 bad signature, 404 no such
 * office or none with a channel, 413 over 1 MiB, 503 not durable.
 */
export function webhookHandler(deps: WebhookDeps) {
  const oneAtATime = inTurn();

  return async (request: IncomingMessage, response: ServerResponse, office = '-'): Promise<void> => {
    const known = await deps.channel(office).catch(() => undefined);
    if (known === undefined) return answer(response, 503);
    if (known === null) return refuse(404);
    const body = await readBody(request);
    if (body === 'too-large') return refuse(413);
    if (body === 'broken') return refuse(400);
    const signature = request.headers['x-line-signature'];
    const channel = isSigned(body, signature, known.channelSecret) ? known : await changed();
    if (!channel) return refuse(401);
    const { botUserId } = channel;
    const status = await (body.length > LARGE_BYTES ? oneAtATime(() => take(body)) : take(body));
    return status === 400 ? refuse(400) : answer(response, status);

    async function changed(): Promise<WebhookChannel | null> {
      const now = await deps.channelNow(office).catch(() => null);
      const fits = now && now.channelSecret !== known?.channelSecret;
      return fits && isSigned(body as Buffer, signature, now.channelSecret) ? now : null;
    }

    async function take(bytes: Buffer): Promise<200 | 400 | 503> {
      const envelope = readEnvelope(parse(bytes));
      if (!envelope) return 400;
      const { destination, events } = envelope;
      // without events it is LINE's check of the address: what it checks is the signature
      if (events.length > 0 && botUserId && destination && destination !== botUserId) return 400;
      const nameless = namelessIn(bytes);
      for (let from = 0; from < events.length; from += SLICE) {
        if (from > 0) await nextTurn();
        const options = { office, receivedAt: deps.now(), lease: deps.lease, nameless };
        const rows = events
          .slice(from, from + SLICE)
          .map((event, index) => toRow(event, from + index, options));
        if (!(await keep(rows))) return 503;
      }
      return 200;
    }

    function refuse(status: number): void {
      deps.metrics.webhookEvents('rejected');
      deps.log.warn('webhook-refused', { status });
      // what was not read is not wanted: the connection ends with the answer
      if (status !== 401) response.setHeader('Connection', 'close');
      answer(response, status);
    }
  };

  /** @returns false when it could not be made durable. */
  async function keep(read: (InboxDocument | Ignored)[]): Promise<boolean> {
    const rows = read.filter((one) => typeof one !== 'string');
    try {
      const stored = await Promise.all(rows.map((row) => deps.store.put(row)));
      const known = stored.filter((one) => one === 'known').length;
      if (known > 0) deps.metrics.webhookEvents('duplicate', known);
      if (rows.length > known) deps.metrics.webhookEvents('stored', rows.length - known);
    } catch (error) {
      deps.metrics.webhookEvents('failed', rows.length);
      deps.log.warn('webhook-not-durable', { count: rows.length, error });
      return false;
    }
    if (rows.length < read.length) {
      const ignored = read.filter((one) => typeof one === 'string');
      for (const [reason, alike] of Map.groupBy(ignored, (one) => one))
        deps.metrics.eventsIgnored(reason, alike.length);
    }
    return true;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Runs what it is given one after the other, each in a turn of the event loop of its own. */
function inTurn(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(nextTurn).then(run);
    last = mine.catch(() => undefined);
    return mine;
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

/** One header alone: decoding would stop at the first `=` and not see what follows, such as a second one. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;

/** HMAC-SHA256 of the raw bytes, compared in constant time. */
export function isSigned(body: Buffer, signature: string | string[] | undefined, secret: string): boolean {
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** LINE nests a dozen levels; so many are read in a few milliseconds. */
const MOST_NESTED = 20_000;

/** @returns undefined for what is no JSON, or nested as LINE never does. */
function parse(body: Buffer): unknown {
  if (body.length > LARGE_BYTES && nestsDeeperThan(MOST_NESTED, body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
