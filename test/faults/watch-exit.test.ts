/** A bot whose answers hang for good ends by itself, in order: its events are free at once, and whoever starts it again sees them answered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { postWebhook, startBot } from '../helpers/bot-process.ts';
import { testDatabase } from '../helpers/database.ts';
import { freePort } from '../helpers/demo-process.ts';
import { standInLine, type StandInLine } from '../helpers/stand-in-line.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
let line: StandInLine;
beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  line = await standInLine();
});
afterAll(async () => {
  await line.close();
  await database.close();
});

test('the third time without progress ends the process with code 1, its leases given back', async () => {
  const at = { mongoUri: uri, lineUrl: line.url, port: await freePort() };
  const hanging = await startBot({
    ...at,
    before: new URL('../helpers/hanging-answers.ts', import.meta.url),
  });
  const event = {
    type: 'message',
    mode: 'active',
    webhookEventId: 'hangs',
    timestamp: Date.now(),
    source: { type: 'user', userId: `U${'7'.repeat(32)}` },
    replyToken: 'answered-later',
    deliveryContext: { isRedelivery: false },
    message: { type: 'text', id: '1', text: 'สวัสดี', quoteToken: 'q' },
  };
  expect(await postWebhook(hanging.url, [event])).toBe(200);
  expect(await hanging.ended).toBe(1);
  const left = await database.models.inbox.findById('hangs').lean();
  expect(left).toMatchObject({ open: true, holder: null });
  expect(left!.nextAt!.getTime()).toBeLessThanOrEqual(Date.now());
  const next = await startBot(at);
  await expect.poll(() => line.repliedAt.has('answered-later'), { timeout: 15_000, interval: 50 }).toBe(true);
  expect(await next.terminate()).toBe(0);
  expect(await database.models.inbox.findById('hangs').lean()).toMatchObject({ state: 'done' });
});
