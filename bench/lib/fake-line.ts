/** A LINE that takes every send at once; the bench starts one and counts what it accepted. */
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
  close(): Promise<void>;
}

/** Reply tokens that begin so are dead: those of what waited too long. */
export const DEAD = 'dead-';

export async function startFakeLine(): Promise<FakeLine> {
  const waiting = new Map<string, () => void>();
  let accepted = 0;
  let pushed = 0;
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
      const value = sends
        ? { sentMessages: [{ id: '1', quoteToken: 'q' }] }
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
      if (request.url?.endsWith('/push')) pushed += 1;
      if (waiting.size === 0) return;
      const { replyToken } = JSON.parse(body.toString()) as { replyToken?: string };
      waiting.get(replyToken ?? '')?.();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted: () => accepted,
    pushed: () => pushed,
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
