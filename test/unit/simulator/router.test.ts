import { request } from 'node:http';
import { type AddressInfo, connect, type Server } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimState } from '../../../src/simulator/types.ts';
import { openBench, SOMCHAI, text } from './bench.ts';
import type { Bench } from './bench.ts';

let bench: Bench;
let server: Server;
let base: string;
beforeEach(async () => {
  bench = await openBench();
  server = express().use('/simulator', bench.sim.handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`;
});
afterEach(async () => {
  await bench.close();
  await new Promise((resolve) => server.close(resolve));
});

const act = (body: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${base}/act`, { method: 'POST', headers, body: JSON.stringify(body) });

test('the page acts and reads the state', async () => {
  const said = await act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: 'สวัสดี' });
  expect(await said.json()).toEqual({ ok: true });
  await bench.sim.waitIdle();
  const state = (await (await fetch(`${base}/state`)).json()) as SimState;
  expect(state.messages).toMatchObject([{ from: SOMCHAI, message: text('สวัสดี') }]);
  expect(state.log).toMatchObject([{ what: 'message:text', status: 200 }]);
  expect(state.bot.displayName).toBe('คืบหน้า');
});

test('acts that make no sense are refused, and so are other sites’ forms', async () => {
  expect((await act({ act: 'explode' })).status).toBe(400);
  expect((await act({ act: 'reset' }, { 'content-type': 'text/plain' })).status).toBe(400);
  const refused = await act({ act: 'text', user: 'U0', chat: 'U0', text: 'ก' });
  expect(await refused.json()).toEqual({ ok: false, reason: 'unknown-person' });
});

test('every change is told at once', async () => {
  const stop = new AbortController();
  const events = await fetch(`${base}/events`, { signal: stop.signal });
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = /^data: (\d+)\n\n$/.exec((await reader?.read())?.value ?? '');
  await act({ act: 'sticker', user: SOMCHAI, chat: SOMCHAI });
  const second = /^data: (\d+)\n\n/.exec((await reader?.read())?.value ?? '');
  expect(Number(second?.[1])).toBeGreaterThan(Number(first?.[1]));
  stop.abort();
});

test('photos are shown but cannot run', async () => {
  const base64 = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
  await act({ act: 'image', user: SOMCHAI, chat: SOMCHAI, base64, contentType: 'image/svg+xml' });
  const id = bench.sim.state().messages[0]?.id ?? '';
  const photo = await fetch(`${base}/media/${id}`);
  expect(photo.headers.get('content-type')).toBe('image/svg+xml');
  expect(photo.headers.get('content-security-policy')).toContain('sandbox');
  for (const path of ['1', '..%2f..%2fpackage.json', 'world.json.media']) {
    expect((await fetch(`${base}/media/${path}`)).status).toBe(404);
  }
});

test('the shell lets only our own script and style run', async () => {
  const page = await fetch(base);
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? '';
  expect(await page.text()).toContain(`<script type="module" nonce="${nonce}" src="/simulator/page.js">`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const again = await fetch(base);
  expect(again.headers.get('content-security-policy')).not.toContain(nonce);
});

test('the page’s script and style are bundled when they are asked for', async () => {
  const script = await fetch(`${base}/page.js`);
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(await script.text()).toContain('/simulator/events');
  const style = await fetch(`${base}/page.css`);
  expect(style.headers.get('content-type')).toContain('text/css');
  expect(await style.text()).toContain('/simulator/font/Sarabun_400Regular.ttf');
});

test('the font is served, and nothing else by that way', async () => {
  const font = await fetch(`${base}/font/Sarabun_400Regular.ttf`);
  expect(font.status).toBe(200);
  expect((await font.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
  for (const name of ['Sarabun_999None.ttf', 'package.json', '..%2fpackage.json']) {
    expect((await fetch(`${base}/font/${name}`)).status).toBe(404);
  }
});

/** @returns the status that a request with these headers gets. */
const statusWith = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${base}/state`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['a name that was pointed at this machine', { host: 'evil.example.com' }],
  ['another site', { origin: 'https://evil.example.com' }],
  ['a proxy that tells for whom it asks', { 'x-forwarded-for': '203.0.113.7' }],
  ['a proxy that tells it by the newer header', { forwarded: 'for=203.0.113.7' }],
  ['a proxy that names itself', { via: '1.1 proxy' }],
  ['a tunnel that tells the address alone', { 'cf-connecting-ip': '203.0.113.7' }],
  ['a tunnel of another make', { 'ngrok-skip-browser-warning': '1' }],
  ['a balancer in the cloud', { 'x-amzn-trace-id': 'Root=1' }],
  ['a proxy with a header of its own', { 'x-client-address': '203.0.113.7' }],
  ['a page without an origin', { origin: 'null' }],
])('%s is turned away', async (_who, headers) => {
  expect(await statusWith(headers)).toBe(403);
});

test('a proxy that tells nothing, and speaks HTTP 1.0 as they do, is turned away', async () => {
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.end(`GET /simulator/state HTTP/1.0\r\nHost: ${new URL(base).host}\r\n\r\n`);
  const answer = await textOf(socket);
  expect(answer.split('\r\n')[0]).toMatch(/ 403 /);
});

test('this machine’s own browser is let in by each of its names', async () => {
  const { port } = new URL(base);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await statusWith({ host, origin: `http://${host}` })).toBe(200);
});
