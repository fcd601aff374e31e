import { HTTPFetchError } from '@line/bot-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimSwitches } from '../../../src/simulator/types.ts';
import { lastToken, openBench, SOMCHAI, text } from './bench.ts';
import type { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const set = (switches: Partial<SimSwitches>) => bench.sim.act({ act: 'switches', set: switches });

async function say(...words: string[]): Promise<void> {
  for (const one of words) await bench.sim.act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: one });
  await bench.sim.waitIdle();
}

const push = () => bench.client.pushMessage({ to: SOMCHAI, messages: [text('เตือน')] });
const fromBot = () => bench.sim.state().messages.filter((message) => message.from === 'bot');
const heard = () =>
  bench
    .events()
    .map((event) => (event.type === 'message' && event.message.type === 'text' ? event.message.text : ''));

async function statusOf(work: Promise<unknown>): Promise<number | string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof HTTPFetchError ? error.status : String(error);
}

test('a webhook the bot refuses is lost without redelivery', async () => {
  bench.answerWith(() => 503);
  await say('หาย');
  expect(bench.deliveries).toHaveLength(1);
  expect(bench.sim.state().log.at(-1)).toMatchObject({ what: 'message:text', status: 503 });
});

test('redelivery brings the same event again until the bot takes it', async () => {
  await set({ redelivery: true });
  bench.answerWith(() => (bench.deliveries.length < 3 ? 503 : 200));
  await say('อีกครั้ง');
  const events = bench.events();
  expect(events.map((event) => event.deliveryContext.isRedelivery)).toEqual([false, true, true]);
  expect(new Set(events.map((event) => event.webhookEventId)).size).toBe(1);
  expect(new Set(events.map((event) => event.timestamp)).size).toBe(1);
  expect(bench.deliveries.every((delivery) => delivery.signed)).toBe(true);
});

test('redelivery gives up in the end', async () => {
  await set({ redelivery: true });
  bench.answerWith(() => 500);
  await say('ไม่รับ');
  expect(bench.deliveries).toHaveLength(5);
});

test('a redelivered event can be answered again for a minute', async () => {
  await say('ถาม');
  const line = bench.sim.state().log.find((entry) => entry.direction === 'webhook');
  bench.real.moveTo(new Date(bench.real.now().getTime() + 10 * 60_000));
  expect(await bench.sim.act({ act: 'redeliver', log: line?.id ?? 0 })).toEqual({ ok: true });
  await bench.sim.waitIdle();
  expect(bench.events()).toHaveLength(2);
  await bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('ตอบ')] });

  await say('ถามใหม่');
  const old = bench.sim.state().log.findLast((entry) => entry.direction === 'webhook');
  bench.real.moveTo(new Date(bench.real.now().getTime() + 21 * 60_000));
  await bench.sim.act({ act: 'redeliver', log: old?.id ?? 0 });
  await bench.sim.waitIdle();
  const reply = { replyToken: lastToken(bench), messages: [text('ช้าไป')] };
  expect(await statusOf(bench.client.replyMessage(reply))).toBe(400);
  expect(await bench.sim.act({ act: 'redeliver', log: 9999 })).toMatchObject({ ok: false });
});

test('a bot that does not answer in time shows in the log', async () => {
  await bench.close();
  bench = await openBench({ webhookTimeout: 100 });
  bench.answerWith(() => null);
  await say('เงียบ');
  expect(bench.sim.state().log.at(-1)).toMatchObject({ direction: 'webhook', status: 'timeout' });
});

test('duplicates bring each event several times, with one id', async () => {
  await set({ duplicates: 3 });
  await say('ซ้ำ');
  const events = bench.events();
  expect(events).toHaveLength(3);
  expect(new Set(events.map((event) => event.webhookEventId)).size).toBe(1);
  expect(events.every((event) => !event.deliveryContext.isRedelivery)).toBe(true);
});

test('words keep their order, and lose it when told to', async () => {
  await say('1', '2', '3');
  expect(heard()).toEqual(['1', '2', '3']);
  await bench.close();
  let release = (): void => undefined;
  const gathered = new Promise<void>((resolve) => (release = resolve));
  bench = await openBench({ wait: () => gathered });
  await set({ reorder: true });
  for (const words of ['1', '2', '3']) {
    await bench.sim.act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: words });
  }
  release();
  await bench.sim.waitIdle();
  expect(heard()).toEqual(['3', '2', '1']);
});

test.each([
  ['500', 500, 500],
  ['429-rate', 429, 429],
  ['429-monthly', 429, 200],
] as const)('%s strikes sends and leaves nothing behind', async (failApi, pushed, replied) => {
  await say('ถาม');
  await set({ failApi });
  expect(await statusOf(push())).toBe(pushed);
  expect(fromBot()).toEqual([]);
  const reply = bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('ตอบ')] });
  if (replied === 200) await reply;
  else expect(await statusOf(reply)).toBe(replied);
  expect(await bench.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
  await set({ failApi: 'no' });
  await push();
});

test('a reset connection sends nothing', async () => {
  await set({ failApi: 'reset' });
  expect(await statusOf(push())).toContain('fetch failed');
  expect(fromBot()).toEqual([]);
  expect(bench.sim.state().log.at(-1)?.status).toBe('reset');
});

test('an answer lost after acceptance: the message is there, the retry is told so', async () => {
  await set({ failApi: 'timeout-after-accept' });
  const key = '123e4567-e89b-12d3-a456-426614174000';
  const headers = {
    authorization: 'Bearer channel-access-token',
    'content-type': 'application/json',
    'x-line-retry-key': key,
  };
  const body = JSON.stringify({ to: SOMCHAI, messages: [text('เตือน')] });
  const url = `${bench.sim.apiUrl}/v2/bot/message/push`;
  const patience = new AbortController();
  const lost = fetch(url, { method: 'POST', headers, body, signal: patience.signal });
  await bench.sim.until((state) => state.log.at(-1)?.status === 'timeout');
  expect(fromBot()).toHaveLength(1);
  patience.abort();
  await expect(lost).rejects.toThrow('aborted');
  await set({ failApi: 'no' });
  const retry = await fetch(url, { method: 'POST', headers, body });
  expect(retry.status).toBe(409);
  expect(fromBot()).toHaveLength(1);
});

test('a slow API waits before it does anything', async () => {
  await bench.close();
  const waits: number[] = [];
  bench = await openBench({
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  await set({ slowApi: 1500 });
  await push();
  expect(waits).toContain(1500);
});
