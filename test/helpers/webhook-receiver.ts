/** Another program's webhook over real HTTP: keeps what came, checks signatures by node:crypto, and answers as a test says. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookPost } from '../../src/queue/deliveries/post.ts';

export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  /** The bytes as text. */
  raw: string;
  body: { type: string; timestamp: string; data: Record<string, never> };
}

export interface WebhookReceiver {
  url: string;
  got: Received[];
  answer: (received: Received, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function webhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    void (async () => {
      const raw = Buffer.concat(await request.toArray()).toString();
      const body = JSON.parse(raw || '{}') as Received['body'];
      const received = { path: request.url ?? '', headers: request.headers, raw, body };
      receiver.got.push(received);
      receiver.answer(received, response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    got: [],
    answer: says(204),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}

export const says =
  (status: number, headers: Record<string, string> = {}) =>
  (_received: Received, response: ServerResponse): void =>
    void response.writeHead(status, headers).end();

/** What is under way to receivers, by message. */
const underWay = new Map<string, AbortController>();

/** Waits for an answer until a receiver `hangs`, or `letGo` is called, instead of ten seconds. */
export const untilLetGo =
  (post: WebhookPost): WebhookPost =>
  (message) => {
    const over = new AbortController();
    underWay.set(message.id, over);
    const signal = AbortSignal.any([message.signal, over.signal]);
    return post({ ...message, signal }).finally(() => underWay.delete(message.id));
  };

/** The answer of a receiver that never answers: once it has heard the message nobody waits for it any more. */
export const hangs = ({ headers }: Received): void => underWay.get(String(headers['webhook-id']))?.abort();

/** Gives up all that is under way, as if its time were over. */
export function letGo(): void {
  for (const one of underWay.values()) one.abort();
}

/** @returns how many of the message's signatures were made with that secret, by the specification's own words. */
export function signaturesBy(secret: string, { headers, raw }: Received): number {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${raw}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((one) => one === expected).length;
}
