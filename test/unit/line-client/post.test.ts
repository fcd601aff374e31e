/** Posting to LINE over real connections: what goes out, what comes back, and every way it can break off. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPFetchError } from '@line/bot-sdk';
import { afterEach, expect, test } from 'vitest';
import { realTimers, type Timers } from '../../../src/clock.ts';
import { poster } from '../../../src/line/post.ts';
import { WAITS_MS } from '../../../src/waits.ts';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

test('sends the text as it is and gives LINE’s answer back', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    void textOf(request).then((body) => {
      seen.push([request.method, request.url, body, request.headers]);
      response.writeHead(request.url?.endsWith('push') ? 200 : 400, { 'X-Line-Request-Id': 'r' });
      response.end('{"message":"รับแล้ว"}');
    });
  });
  const post = poster(url, realTimers);
  const body = '{"messages":["ไทย"]}';
  expect(await post('/v2/bot/message/push', 'secret', body, 'key')).toEqual({
    requestId: 'r',
    body: '{"message":"รับแล้ว"}',
  });
  const refused = await post('/v2/bot/message/reply', 'secret', body).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(HTTPFetchError);
  expect(refused).toMatchObject({ status: 400, body: '{"message":"รับแล้ว"}' });
  expect((refused as HTTPFetchError).headers.get('x-line-request-id')).toBe('r');
  expect(seen).toMatchObject([
    [
      'POST',
      '/v2/bot/message/push',
      body,
      { authorization: 'Bearer secret', 'x-line-retry-key': 'key', 'content-type': 'application/json' },
    ],
    ['POST', '/v2/bot/message/reply', body, {}],
  ]);
  expect(seen.map((one) => 'x-line-retry-key' in (one as [0, 0, 0, object])[3])).toEqual([true, false]);
});

test('keeps its connection for the next one', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    request.resume().on('end', () => response.end('{}'));
  });
  const post = poster(url, realTimers);
  for (let times = 0; times < 3; times++) await post('/', 't', '{}');
  expect(ports.size).toBe(1);
});

test('breaks off when LINE does not answer in time', async () => {
  let over = (): void => undefined;
  const timers: Timers = {
    after(_, then) {
      over = then;
      return () => undefined;
    },
  };
  const asked = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const url = await serve((request) => {
    request.socket.on('close', () => closed.resolve());
    asked.resolve();
  });
  const posting = poster(url, timers)('/', 't', '{}');
  posting.catch(() => undefined);
  await asked.promise;
  over();
  await expect(posting).rejects.toMatchObject({ cause: { code: 'ETIMEDOUT' } });
  // nothing of it goes on behind our back
  await closed.promise;
});

test('what LINE took it took, whatever becomes of the rest of its answer', async () => {
  const rests: ((response: ServerResponse) => void)[] = [
    (response) => response.socket?.destroy(),
    // the rest never comes: time passes by itself
    () => undefined,
    (response) => response.write('x'.repeat(2_000_000)),
  ];
  const short: Timers = {
    after: (ms, then) => realTimers.after(ms === WAITS_MS['line-send'] ? ms : 100, then),
  };
  for (const rest of rests) {
    const url = await serve((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'X-Line-Request-Id': 'r' });
        response.write('{"sent', () => rest(response));
      });
    });
    expect(await poster(url, short)('/', 't', '{}')).toMatchObject({ requestId: 'r' });
    server?.closeAllConnections();
    server?.close();
  }
});

test('tells a connection that was never made from an answer that broke off', async () => {
  const url = await serve((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(500, { 'Content-Length': 100 });
      response.write('{"sent');
      response.socket?.destroy();
    });
  });
  const post = poster(url, realTimers);
  await expect(post('/', 't', '{}')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  server?.close();
  await new Promise((resolve) => server?.once('close', resolve));
  await expect(post('/', 't', '{}')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test('takes no answer that never ends', async () => {
  const url = await serve((request, response) => {
    request.resume().on('end', () => {
      response.statusCode = 400;
      const more = (): boolean => response.write('x'.repeat(100_000));
      response.on('drain', more);
      more();
    });
  });
  await expect(poster(url, realTimers)('/', 't', '{}')).rejects.toMatchObject({
    cause: { message: 'the answer is too long' },
  });
});
