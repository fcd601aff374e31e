/** A LINE that takes every send at once, but for what its rules forbid; the bench starts one and counts what it accepted. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BOT } from './bodies.ts';

export interface FakeLine {
  url: string;
  /** Sends accepted so far. */
  accepted(): number;
  /** Resolves when the answer with this reply token has been accepted. */
  answered(replyToken: string): Promise<void>;
  /** Messages accepted as pushes: what the month's quota would have paid for. */
  pushed(): number;
  /** Pushes accepted, by the account's access token. */
  pushedBy(): ReadonlyMap<string, number>;
  /** Answers sent with a token that had been used. */
  answeredTwice(): number;
  /** Pushes that were refused because the account's month was used up. */
  overLimit(): number;
  close(): Promise<void>;
}

/** Reply tokens that begin so are dead: those of what waited too long. */
export const DEAD = 'dead-';

/** In LINE's words. */
const REFUSALS = {
  400: 'Invalid reply token',
  409: 'The retry key is already accepted',
  429: 'You have reached your monthly limit.',
} as const;

/** @param options.limit messages that each account may push in a month; none when left out. */
export async function startFakeLine({ limit }: { limit?: number } = {}): Promise<FakeLine> {
  const waiting = new Map<string, () => void>();
  const used = new Map<string, number>();
  const retryKeys = new Set<string>();
  const tokens = new Set<string>();
  let accepted = 0;
  let pushed = 0;
  let twice = 0;
  let over = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sends = request.method === 'POST';
      const body = Buffer.concat(chunks);
      if (sends && body.includes(`"replyToken":"${DEAD}`)) {
        response.writeHead(400, { 'Content-Type': 'application/json' });
        return void response.end('{"message":"Invalid reply token"}');
      }
      const account = request.headers.authorization ?? '';
      const isPush = request.url?.endsWith('/push') ?? false;
      const retryKey = request.headers['x-line-retry-key'];
      const refused = !sends ? null : isPush ? refusedPush(account, String(retryKey)) : refusedReply(body);
      if (refused !== null) {
        response.writeHead(refused, { 'Content-Type': 'application/json' });
        return void response.end(`{"message":"${REFUSALS[refused]}"}`);
      }
      const value = sends
        ? { sentMessages: [{ id: '1', quoteToken: 'q' }] }
        : request.url?.endsWith('/quota')
          ? limit === undefined
            ? { type: 'none' }
            : { type: 'limited', value: limit }
          : request.url?.endsWith('/consumption')
            ? { totalUsage: used.get(account) ?? 0 }
            : { userId: BOT, displayName: 'bot', basicId: '@bot', chatMode: 'bot', markAsReadMode: 'auto' };
      const text = JSON.stringify(value);
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(text),
        'X-Line-Request-Id': 'bench',
      });
      response.end(text);
      if (!sends) return;
      accepted += 1;
      if (isPush) pushed += 1;
      if (waiting.size === 0) return;
      const { replyToken } = JSON.parse(body.toString()) as { replyToken?: string };
      waiting.get(replyToken ?? '')?.();
    });
  });
  /** @returns the status LINE refuses with: taken before, or over the month's limit; null for what it takes. */
  function refusedPush(account: string, retryKey: string): 409 | 429 | null {
    if (retryKeys.has(retryKey)) return 409;
    const before = used.get(account) ?? 0;
    if (limit !== undefined && before >= limit) {
      over += 1;
      return 429;
    }
    retryKeys.add(retryKey);
    used.set(account, before + 1);
    return null;
  }

  function refusedReply(body: Buffer): 400 | null {
    const token = /"replyToken":"([^"]+)"/.exec(body.subarray(0, 200).toString('latin1'))?.[1];
    if (token === undefined || !tokens.has(token))
      return token === undefined ? null : (tokens.add(token), null);
    twice += 1;
    return 400;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted: () => accepted,
    pushed: () => pushed,
    pushedBy: () => used,
    answeredTwice: () => twice,
    overLimit: () => over,
    answered: (replyToken) =>
      new Promise((resolve) => {
        waiting.set(replyToken, () => {
          waiting.delete(replyToken);
          resolve();
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
