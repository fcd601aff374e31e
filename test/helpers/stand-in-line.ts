/** A stand-in for LINE with a ledger of what it took: as good as LINE is, or as bad as a test wants it; the fault tests send to it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What becomes of one send. After `taken-` the messages were shown, whatever the bot hears of it. */
export type Fate =
  | 'taken'
  | 'taken-reset'
  | 'taken-500'
  | 'taken-silent'
  | 'taken-garbled'
  | 'reset'
  | '500'
  | '429'
  | '429-retry-after'
  | '401'
  /** Of a reply. */
  | 'dead-token';

/** A send as it comes in. */
export interface Send {
  kind: 'reply' | 'push';
  /** Retry key of a push, reply token of a reply. */
  key: string;
  /** Of a push. */
  to: string | null;
  /** Its messages as JSON. */
  messages: string;
  /** How often one of that key came before it. */
  earlier: number;
}

export interface StandInLine {
  url: string;
  /** Sends that were shown, in their order. */
  taken: readonly Send[];
  /** Retry keys of pushes that were taken. */
  pushes: ReadonlySet<string>;
  /** When each reply token was taken, by `Date.now()`. */
  repliedAt: ReadonlyMap<string, number>;
  /** Tries of each key; several bodies under one retry key are a fault. */
  bodies: ReadonlyMap<string, ReadonlySet<string>>;
  /** Decides what becomes of a send that is in order; all are taken until another is set. */
  fates: (send: Send) => Fate;
  /** Pushes that may be taken; null for no limit. */
  limit: number | null;
  close(): Promise<void>;
}

const REPLY = '/v2/bot/message/reply';
const PUSH = '/v2/bot/message/push';
const SENT = { sentMessages: [{ id: '1', quoteToken: 'q' }] };
/** Longer than the bot waits for an answer. */
const SILENT_MS = 30_000;
const BOT = { displayName: 'bot', basicId: '@x', chatMode: 'bot', markAsReadMode: 'auto' };

export async function standInLine(): Promise<StandInLine> {
  const taken: Send[] = [];
  const pushes = new Set<string>();
  const repliedAt = new Map<string, number>();
  const bodies = new Map<string, Set<string>>();
  const tries = new Map<string, number>();

  const server = createServer((request, response) => void answer(request, response).catch(() => undefined));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await request.toArray()).join('');
    const { url } = request;
    if (url === REPLY || url === PUSH) return end(response, sendOf(request, body));
    if (url === '/v2/bot/info') return say(response, 200, { userId: `U${'0'.repeat(32)}`, ...BOT });
    const { limit } = line;
    const quota = limit === null ? { type: 'none' } : { type: 'limited', value: limit };
    if (url === '/v2/bot/message/quota') return say(response, 200, quota);
    if (url === '/v2/bot/message/quota/consumption') return say(response, 200, { totalUsage: pushes.size });
    say(response, 404, { message: 'Not found' });
  }

  function sendOf({ url, headers }: IncomingMessage, body: string): Send {
    const { replyToken = '', to = null, messages } = JSON.parse(body) as Record<string, string | undefined>;
    const kind = url === PUSH ? 'push' : 'reply';
    const key = kind === 'push' ? String(headers['x-line-retry-key']) : replyToken;
    const earlier = tries.get(key) ?? 0;
    tries.set(key, earlier + 1);
    bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
    return { kind, key, to, messages: JSON.stringify(messages), earlier };
  }

  async function end(response: ServerResponse, send: Send): Promise<void> {
    const { kind, key } = send;
    if (pushes.has(key)) return say(response, 409, { message: 'The retry key is already accepted', ...SENT });
    if (repliedAt.has(key)) return say(response, 400, { message: 'Invalid reply token' });
    const fate = line.fates(send);
    if (fate.startsWith('taken')) {
      if (kind === 'push' && line.limit !== null && pushes.size >= line.limit)
        return say(response, 429, { message: 'You have reached your monthly limit.' });
      taken.push(send);
      if (kind === 'push') pushes.add(key);
      else repliedAt.set(key, Date.now());
    }
    switch (fate) {
      case 'taken':
        return say(response, 200, SENT);
      case 'taken-garbled':
        return say(response, 200, '{"sentMessages":[{"id"');
      case 'taken-500':
      case '500':
        return say(response, 500, { message: 'Internal Server Error' });
      case 'taken-reset':
      case 'reset':
        return void response.socket?.resetAndDestroy();
      case 'taken-silent':
        await pause(SILENT_MS, undefined, { ref: false });
        return void response.socket?.destroy();
      case '429':
      case '429-retry-after':
        if (fate === '429-retry-after') response.setHeader('retry-after', '2');
        return say(response, 429, { message: 'The API rate limit has been exceeded. Try again later.' });
      case '401':
        return say(response, 401, { message: 'Authentication failed' });
      case 'dead-token':
        return say(response, 400, { message: 'Invalid reply token' });
    }
  }

  await listen(server);
  const line: StandInLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    pushes,
    repliedAt,
    bodies,
    fates: () => 'taken',
    limit: null,
    close: () => new Promise((resolve) => server.close(() => resolve()) && server.closeAllConnections()),
  };
  return line;
}

function say(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-line-request-id': 'stand-in' });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
