/** The listener before anything stands behind it: webhooks are durable at once, and handed over with all else when the rest is there. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { type Listener, openListener } from '../../src/http-listener.ts';
import { quietLog } from '../../src/log.ts';
import { type ChannelKeeper, channelKeeper } from '../../src/services/channel-keeper.ts';
import { testDatabase } from '../helpers/database.ts';

const SECRET = 'listener-test-secret';
const { uri } = testDatabase(import.meta.url);
let database: Database;
let listener: Listener;
let channels: ChannelKeeper;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  const common = { channelSecret: SECRET, token: { kind: 'long-lived' as const, value: 'token' } };
  channels = channelKeeper(database, { common, sealer: null, now: () => new Date() });
});
afterAll(() => database.close());

const open = () =>
  openListener({
    database,
    channels,
    clock: systemClock,
    log: quietLog,
    host: '127.0.0.1',
    port: 0,
  });

async function post(webhookEventId: string, destination = ''): Promise<number> {
  const event = { type: 'follow', webhookEventId, timestamp: 1, source: { type: 'user', userId: 'Ua' } };
  const body = JSON.stringify({ destination, events: [event] });
  const signature = createHmac('sha256', SECRET).update(body).digest('base64');
  const answer = await fetch(`${listener.url}/webhook`, {
    method: 'POST',
    body,
    headers: { 'x-line-signature': signature },
  });
  return answer.status;
}

test('what comes before the rest is loaded is stored, leased, and handed over', async () => {
  listener = await open();
  try {
    expect(await post('early')).toBe(200);
    const row = await database.models.inbox.findById('early').lean();
    expect(row).toMatchObject({ open: true, holder: listener.holder });
    expect(row!.nextAt!.getTime()).toBeGreaterThan(row!.receivedAt.getTime());
    const page = fetch(`${listener.url}/healthz`);

    const taken: string[] = [];
    const counts: unknown[] = [];
    listener.attach({
      inbox: {
        lease: () => null,
        lookFor: () => undefined,
        accept: (each: InboxDocument) => void taken.push(each._id),
      },
      pages: (_request, response) => void response.end('a page'),
      metrics: {
        webhookEvents: (...count) => void counts.push(count),
        eventsIgnored: (...count) => void counts.push(count),
      },
    });
    channels.common!.botUserId = 'Ubot';
    expect(taken).toEqual(['early']);
    expect(counts).toEqual([['stored', 1]]);
    expect(await (await page).text()).toBe('a page');

    expect(await post('later')).toBe(200);
    expect(taken).toEqual(['early', 'later']);
    expect(await database.models.inbox.findById('later').lean()).toMatchObject({ holder: null });
    expect(await post('of another bot', 'Uother')).toBe(400);
  } finally {
    await listener.stop();
  }
});

test('a listener that is being shut leaves new webhooks to LINE', async () => {
  listener = await open();
  expect(listener.underWay()).toBe(0);
  await listener.stop();
  expect(listener.draining()).toBe(true);
  await expect(post('too late')).rejects.toThrow('fetch failed');
  expect(await database.models.inbox.findById('too late')).toBeNull();
});
