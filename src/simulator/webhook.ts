/** Delivers webhook events to the bot as LINE does: signed, within two seconds, and again when the switches say so. */
import { createHmac } from 'node:crypto';
import type { WebhookEvent } from './events.ts';
import { renewReplyToken } from './reply-tokens.ts';
import type { World } from './world.ts';

/** Pauses before each redelivery in milliseconds; LINE does not publish its own. */
const REDELIVERY_PAUSES = [1000, 3000, 10_000, 30_000];
/** What a person does within this many milliseconds counts as quick succession. */
const REORDER_WINDOW = 400;

export type Pause = (milliseconds: number) => Promise<void>;

export interface WebhookOptions {
  world: World;
  url: string;
  channelSecret: string;
  /** Milliseconds after which LINE gives up on an answer. */
  timeout: number;
  /** Waits in real time, or not at all in tests. */
  wait: Pause;
}

export interface Webhook {
  url(): string;
  setUrl(url: string): void;
  /** Queues an event; those of one person or group keep their order. */
  send(event: WebhookEvent): void;
  /** Sends the events of a log line once more. @returns false when that line is no webhook. */
  redeliver(logId: number): boolean;
  /** Posts an empty list of events, as LINE's console does on "Verify". @returns the status, or what went wrong. */
  verify(url: string): Promise<{ status: number; reason: string }>;
  /** Resolves when nothing is under way, redeliveries included. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** @returns the X-Line-Signature of a body. */
export function signatureOf(body: string, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}

function nameOf(event: WebhookEvent): string {
  const message = event['message'] as { type?: string } | undefined;
  return event.type === 'message' ? `message:${message?.type}` : event.type;
}

export function createWebhook(options: WebhookOptions): Webhook {
  const { world, channelSecret, timeout, wait } = options;
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  const queues = new Map<string, Promise<void>>();
  const held = new Map<string, WebhookEvent[]>();
  let url = options.url;

  function track(work: Promise<void>): void {
    const settled = work.finally(() => underWay.delete(settled));
    underWay.add(settled);
  }

  async function post(to: string, body: string): Promise<{ status: number | string; text: string }> {
    try {
      const response = await fetch(to, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          'x-line-signature': signatureOf(body, channelSecret),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeout)]),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { status: late ? 'timeout' : 'reset', text: String(error) };
    }
  }

  /** @returns whether the bot took it. */
  async function attempt(event: WebhookEvent, isRedelivery: boolean): Promise<boolean> {
    if (closing.signal.aborted) return true;
    if (isRedelivery && event.replyToken) renewReplyToken(world, event.replyToken);
    const body = {
      destination: world.bot.userId,
      events: [{ ...event, deliveryContext: { isRedelivery } }],
    };
    const line = world.beginLog('webhook', nameOf(event), body);
    if (url === '') {
      world.endLog(line, 'reset', 'no webhook URL is set');
      return true;
    }
    const { status, text } = await post(url, JSON.stringify(body));
    world.endLog(line, status, text);
    return typeof status === 'number' && status >= 200 && status < 300;
  }

  async function redeliverLater(event: WebhookEvent): Promise<void> {
    for (const pause of REDELIVERY_PAUSES) {
      await wait(pause);
      if (closing.signal.aborted || !world.data.switches.redelivery) return;
      if (await attempt(event, true)) return;
    }
  }

  async function deliver(event: WebhookEvent): Promise<void> {
    const { duplicates } = world.data.switches;
    let taken = true;
    for (let copy = 0; copy < Math.max(1, duplicates); copy += 1) taken = await attempt(event, false);
    if (!taken && world.data.switches.redelivery) track(redeliverLater(event));
  }

  function enqueue(key: string, event: WebhookEvent): void {
    const next = (queues.get(key) ?? Promise.resolve()).then(() => deliver(event));
    queues.set(key, next);
    track(
      next.finally(() => {
        if (queues.get(key) === next) queues.delete(key);
      }),
    );
  }

  async function releaseReversed(key: string): Promise<void> {
    await wait(REORDER_WINDOW);
    const events = held.get(key) ?? [];
    held.delete(key);
    for (const event of events.toReversed()) enqueue(key, event);
  }

  return {
    url: () => url,
    setUrl(next) {
      url = next;
    },
    send(event) {
      const { userId, groupId } = event.source;
      const key = userId ?? groupId ?? '';
      const waiting = held.get(key);
      if (waiting) waiting.push(event);
      else if (world.data.switches.reorder) {
        held.set(key, [event]);
        track(releaseReversed(key));
      } else enqueue(key, event);
    },
    redeliver(logId) {
      const line = world.log.find((one) => one.id === logId && one.direction === 'webhook');
      const events = (line?.request as { events?: WebhookEvent[] } | undefined)?.events;
      if (!events) return false;
      for (const event of events) track(attempt(event, true).then(() => undefined));
      return true;
    },
    async verify(to) {
      const body = { destination: world.bot.userId, events: [] };
      const line = world.beginLog('webhook', 'verify', body);
      const { status, text } = await post(to, JSON.stringify(body));
      world.endLog(line, status, text);
      return typeof status === 'number' ? { status, reason: text } : { status: 0, reason: String(status) };
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}
