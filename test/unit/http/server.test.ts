/** Requests that never end: a sender that begins and says no more loses its connection, with an answer that says why. */
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { httpServer } from '../../../src/http/server.ts';
import { webhookHandler } from '../../../src/http/webhook.ts';
import { quietLog } from '../../../src/log.ts';

const webhookEvents = vi.fn();
const put = vi.fn();
const webhook = webhookHandler({
  channel: () => Promise.resolve({ channelSecret: 'secret', botUserId: null }),
  channelNow: () => Promise.resolve(null),
  store: { put, waiting: () => 0 },
  now: () => new Date(0),
  lease: () => null,
  metrics: { webhookEvents, eventsIgnored: vi.fn() },
  log: quietLog,
});
let admits = true;
const server = httpServer(
  {
    webhook,
    pages: (_, response) => void response.end(),
    admits: () => admits,
    draining: () => false,
    log: quietLog,
  },
  100,
);
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close());

it.each([
  { what: 'headers', begun: 'POST /webhook HTTP/1.1\r\nHost: bot\r\nX-Line', counted: [] },
  {
    what: 'a body',
    begun: 'POST /webhook HTTP/1.1\r\nHost: bot\r\nContent-Length: 50\r\n\r\n{"events"',
    counted: [['rejected']],
  },
])('lets nobody hold a connection with $what that never comes to an end', async ({ begun, counted }) => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(begun));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  await expect.poll(() => webhookEvents.mock.calls).toEqual(counted);
  expect(put).not.toHaveBeenCalled();
});

it('turns webhooks away whole where their sender may post none', async () => {
  const { port } = server.address() as AddressInfo;
  admits = false;
  const answer = await fetch(`http://127.0.0.1:${port}/webhook`, { method: 'POST', body: '{"events":[]}' });
  expect(answer.status).toBe(403);
  expect(put).not.toHaveBeenCalled();
});
