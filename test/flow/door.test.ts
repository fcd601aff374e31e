/** The door before anything stands behind it: webhooks are durable at once, and handed over with all else when the rest is there. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import type { InboxDocument } from '../../src/db/inbox.ts';
import { type Door, openDoor } from '../../src/door.ts';
import { quietLog } from '../../src/log.ts';
import { testDatabase } from '../helpers/database.ts';

const SECRET = 'door-test-secret';
const { uri } = testDatabase(import.meta.url);
let database: Database;
let door: Door;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
});
afterAll(() => database.close());

const open = () =>
  openDoor({
    database,
    channelSecret: SECRET,
    clock: systemClock,
    log: quietLog,
    host: '127.0.0.1',
    port: 0,
  });

async function post(webhookEventId: string, destination = ''): Promise<number> {
  const event = { type: 'follow', webhookEventId, timestamp: 1, source: { type: 'user', userId: 'Ua' } };
  const body = JSON.stringify({ destination, events: [event] });
  const signature = createHmac('sha256', SECRET).update(body).digest('base64');
  const answer = await fetch(`${door.url}/webhook`, {
    method: 'POST',
    body,
    headers: { 'x-line-signature': signature },
  });
  return answer.status;
}

test('what comes before the rest is loaded is stored, leased, and handed over', async () => {
  door = await open();
  try {
    expect(await post('early')).toBe(200);
    const row = await database.models.inbox.findById('early').lean();
    expect(row).toMatchObject({ open: true, holder: door.holder });
    expect(row!.nextAt!.getTime()).toBeGreaterThan(row!.receivedAt.getTime());
    const page = fetch(`${door.url}/healthz`);

    const taken: string[] = [];
    const counts: unknown[] = [];
    door.attach({
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
      destination: () => 'Ubot',
    });
    expect(taken).toEqual(['early']);
    expect(counts).toEqual([['stored', 1]]);
    expect(await (await page).text()).toBe('a page');

    expect(await post('later')).toBe(200);
    expect(taken).toEqual(['early', 'later']);
    expect(await database.models.inbox.findById('later').lean()).toMatchObject({ holder: null });
    expect(await post('of another bot', 'Uother')).toBe(400);
  } finally {
    await door.stop();
  }
});

test('a door that is being shut leaves new webhooks to LINE', async () => {
  door = await open();
  expect(door.underWay()).toBe(0);
  await door.stop();
  expect(door.draining()).toBe(true);
  await expect(post('too late')).rejects.toThrow('fetch failed');
  expect(await database.models.inbox.findById('too late')).toBeNull();
});
