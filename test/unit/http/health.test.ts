/** The three questions an operator's tools ask. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthRouter } from '../../../src/http/health.ts';
import { createMetrics } from '../../../src/metrics.ts';

const TOKEN = 'a-token-of-the-test';
let server: Server;
let draining = false;
let ping: () => Promise<unknown>;
const metrics = createMetrics();

beforeEach(async () => {
  draining = false;
  ping = () => Promise.resolve();
  server = express()
    .use(healthRouter({ ping: () => ping(), draining: () => draining, metricsToken: TOKEN, metrics }))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  vi.useRealTimers();
  server.close();
});

async function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; type: string }> {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get('content-type') ?? '',
  };
}

describe('GET /readyz', () => {
  it('is 200 while the database answers', async () => {
    expect(await ask('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['refuses', () => Promise.reject(new Error('connection refused'))],
    [
      'cannot be asked',
      () => {
        throw new Error('not connected');
      },
    ],
  ])('is 503 when the database %s', async (_how, silence) => {
    ping = silence;
    expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'database does not answer\n' });
    ping = () => Promise.resolve();
    expect((await ask('/readyz')).status).toBe(200);
  });

  it('is 503 when the database is silent for a second', async () => {
    const asked = new Promise<void>((resolve) => {
      ping = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = ask('/readyz');
    await asked;
    vi.advanceTimersByTime(1_000);
    expect(await answer).toMatchObject({ status: 503, text: 'database does not answer\n' });
  });

  it('is 503 while the bot shuts down', async () => {
    draining = true;
    expect(await ask('/readyz')).toMatchObject({ status: 503, text: 'draining\n' });
  });
});

it('GET /healthz is 200 as long as the process lives, whatever the database does', async () => {
  ping = () => Promise.reject(new Error('down'));
  draining = true;
  expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'alive\n' });
});

it('GET /metrics speaks as Prometheus reads', async () => {
  metrics.deadLetter('outbox');
  const answer = await ask('/metrics');
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.type).toContain('version=0.0.4');
  expect(answer.text).toContain('kuebna_dead_letters_total{queue="outbox"} 1');
});

it('GET /metrics is for this machine, and for whoever shows the token', async () => {
  const proxied = { 'x-forwarded-for': '203.0.113.7' };
  expect(await ask('/metrics', proxied)).toMatchObject({ status: 401 });
  for (const authorization of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN, 'Bearer '])
    expect((await ask('/metrics', { ...proxied, authorization })).status).toBe(401);
  expect((await ask('/metrics', { ...proxied, authorization: `Bearer ${TOKEN}` })).text).toContain('kuebna_');
});
