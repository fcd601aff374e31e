import { HTTPFetchError } from '@line/bot-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GROUP, lastToken, MALEE, openBench, SOMCHAI, STRANGER, text } from './bench.ts';
import type { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function failure(
  work: Promise<unknown>,
): Promise<{ status: number; message: string; headers: Headers }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HTTPFetchError)) throw new Error(`no HTTP error: ${String(error)}`);
  const { message } = JSON.parse(error.body) as { message: string };
  return { status: error.status, message, headers: error.headers };
}

const say = async (words: string, user = SOMCHAI, chat = user) => {
  expect(await bench.sim.act({ act: 'text', user, chat, text: words })).toEqual({ ok: true });
  await bench.sim.waitIdle();
};

test('a text reaches the bot signed, in LINE’s form', async () => {
  await say('สวัสดี');
  const [delivery] = bench.deliveries;
  expect(delivery?.signed).toBe(true);
  expect(delivery?.body.destination).toMatch(/^U[0-9a-f]{32}$/);
  expect(bench.events()).toEqual([
    {
      type: 'message',
      mode: 'active',
      timestamp: new Date('2021-02-10T03:00:00Z').getTime(),
      webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: SOMCHAI },
      replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      message: {
        type: 'text',
        text: 'สวัสดี',
        id: expect.stringMatching(/^\d{18}$/),
        quoteToken: expect.any(String),
        markAsReadToken: expect.any(String),
      },
    },
  ]);
});

test('a reply is free, works once, and only within a real minute', async () => {
  await say('หนึ่ง');
  const replyToken = lastToken(bench);
  const { sentMessages } = await bench.client.replyMessage({ replyToken, messages: [text('ตอบ')] });
  expect(sentMessages[0]?.id).toMatch(/^\d{18}$/);
  const posted = bench.sim.state().messages.at(-1);
  expect(posted).toMatchObject({ chat: SOMCHAI, from: 'bot', via: 'reply', message: text('ตอบ') });
  expect(bench.sim.state().quota.used).toBe(0);

  const again = await failure(bench.client.replyMessage({ replyToken, messages: [text('อีก')] }));
  expect(again).toMatchObject({ status: 400, message: 'Invalid reply token' });

  await say('สอง');
  await bench.sim.act({ act: 'clock', days: 3 });
  bench.real.moveTo(new Date(bench.real.now().getTime() + 59_000));
  await bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('ทัน')] });
  await say('สาม');
  bench.real.moveTo(new Date(bench.real.now().getTime() + 61_000));
  const late = await failure(
    bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('ช้า')] }),
  );
  expect(late).toMatchObject({ status: 400, message: 'Invalid reply token' });
});

test('a reply that is refused for its messages leaves the token good', async () => {
  await say('ถาม');
  const replyToken = lastToken(bench);
  const refused = await failure(bench.client.replyMessage({ replyToken, messages: [text('')] }));
  expect(refused.status).toBe(400);
  await bench.client.replyMessage({ replyToken, messages: [text('ตอบ')] });
});

test('a push costs a message a recipient, in a group one a member', async () => {
  await bench.client.pushMessage({ to: SOMCHAI, messages: [text('ก'), text('ข')] });
  expect(bench.sim.state().quota.used).toBe(1);
  await bench.client.pushMessage({ to: GROUP, messages: [text('ค')] });
  expect(await bench.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 3 });
  expect(await bench.client.getMessageQuota()).toEqual({ type: 'limited', value: 300 });
  await bench.client.multicast({ to: [SOMCHAI, MALEE, STRANGER], messages: [text('ง')] });
  expect(bench.sim.state().quota.used).toBe(5);
  await bench.client.broadcast({ messages: [text('จ')] });
  expect(bench.sim.state().quota.used).toBe(7);
});

test('a spent quota refuses pushes until the next month of the simulator’s clock', async () => {
  await bench.sim.act({ act: 'switches', set: { quotaLimit: 2 } });
  await bench.client.pushMessage({ to: SOMCHAI, messages: [text('ก')] });
  const refused = await failure(bench.client.pushMessage({ to: GROUP, messages: [text('ข')] }));
  expect(refused).toMatchObject({ status: 429, message: 'You have reached your monthly limit.' });
  expect(bench.sim.state().quota.used).toBe(1);
  await say('ตอบได้อยู่');
  await bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('ฟรี')] });
  await bench.sim.act({ act: 'clock', to: '2021-02-28T17:00:00Z' });
  await bench.client.pushMessage({ to: GROUP, messages: [text('ข')] });
  expect(bench.sim.state().quota.used).toBe(2);
});

test('who blocked the bot, and strangers, get nothing and cost nothing; unknown ids are refused', async () => {
  await bench.sim.act({ act: 'block', user: SOMCHAI });
  await bench.client.pushMessage({ to: SOMCHAI, messages: [text('ก')] });
  await bench.client.pushMessage({ to: STRANGER, messages: [text('ข')] });
  expect(bench.sim.state().messages.filter((message) => message.from === 'bot')).toEqual([]);
  expect(bench.sim.state().quota.used).toBe(0);

  await say('สวัสดี', STRANGER);
  await bench.client.pushMessage({ to: STRANGER, messages: [text('ค')] });
  expect(bench.sim.state().quota.used).toBe(1);
  await bench.sim.act({ act: 'clock', days: 8 });
  await bench.client.pushMessage({ to: STRANGER, messages: [text('ง')] });
  expect(bench.sim.state().quota.used).toBe(1);

  const unknown = await failure(
    bench.client.pushMessage({ to: `U${'9'.repeat(32)}`, messages: [text('ก')] }),
  );
  expect(unknown).toMatchObject({ status: 400, message: 'Failed to send messages' });
  const malformed = await failure(bench.client.pushMessage({ to: 'somchai', messages: [text('ก')] }));
  expect(malformed.message).toContain("'to'");
});

test('a group hears the bot only while it is inside', async () => {
  await bench.sim.act({ act: 'bot-leave', group: GROUP });
  const outside = await failure(bench.client.pushMessage({ to: GROUP, messages: [text('ก')] }));
  expect(outside).toMatchObject({ status: 400, message: 'Failed to send messages' });
  await say('ไม่ได้ยิน', SOMCHAI, GROUP);
  expect(bench.events().map((event) => event.type)).toEqual(['leave']);
  await bench.sim.act({ act: 'bot-join', group: GROUP });
  await bench.sim.waitIdle();
  await bench.client.replyMessage({ replyToken: lastToken(bench), messages: [text('มาแล้ว')] });
});

test('a retry key makes a send happen once', async () => {
  const key = '123e4567-e89b-12d3-a456-426614174000';
  const request = { to: SOMCHAI, messages: [text('ครั้งเดียว')] };
  const first = await bench.client.pushMessageWithHttpInfo(request, key);
  const repeat = await bench.client.pushMessage(request, key).catch((error: unknown) => error);
  if (!(repeat instanceof HTTPFetchError)) throw new Error('the repeat was accepted');
  expect(repeat.status).toBe(409);
  expect(JSON.parse(repeat.body)).toEqual({
    message: 'The retry key is already accepted',
    sentMessages: first.body.sentMessages,
  });
  expect(repeat.headers.get('x-line-accepted-request-id')).toBe(
    first.httpResponse.headers.get('x-line-request-id'),
  );
  expect(bench.sim.state().messages).toHaveLength(1);
  expect(bench.sim.state().quota.used).toBe(1);

  bench.real.moveTo(new Date(bench.real.now().getTime() + 25 * 3_600_000));
  await bench.client.pushMessage(request, key);
  expect(bench.sim.state().messages).toHaveLength(2);
});

test('retry keys must be UUIDs, and belong to counted sends only', async () => {
  const bad = await failure(bench.client.pushMessage({ to: SOMCHAI, messages: [text('ก')] }, 'once'));
  expect(bad.status).toBe(400);
  await say('ถาม');
  const response = await fetch(`${bench.sim.apiUrl}/v2/bot/message/reply`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer channel-access-token',
      'content-type': 'application/json',
      'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000',
    },
    body: JSON.stringify({ replyToken: lastToken(bench), messages: [text('ตอบ')] }),
  });
  expect(response.status).toBe(400);
  expect(bench.sim.state().messages.filter((message) => message.from === 'bot')).toEqual([]);
});

test('a bad message is refused as LINE refuses it, on sends and on validation alike', async () => {
  const contents = {
    type: 'bubble' as const,
    body: { type: 'box' as const, layout: 'vertical' as const, contents: [{ type: 'text' as const }] },
  };
  const messages = [{ type: 'flex' as const, altText: 'การ์ด', contents }];
  const expected = {
    message: 'A message (messages[0]) in the request body is invalid',
    details: [
      {
        message: 'text or contents must be specified',
        property: 'messages[0].contents.body.contents[0].text',
      },
    ],
  };
  for (const send of [
    () => bench.client.pushMessage({ to: SOMCHAI, messages }),
    () => bench.client.validatePush({ messages }),
    () => bench.client.validateReply({ messages }),
  ]) {
    const error = await send().catch((reason: unknown) => reason);
    if (!(error instanceof HTTPFetchError)) throw new Error('it was accepted');
    expect(error.status).toBe(400);
    expect(JSON.parse(error.body)).toEqual(expected);
  }
  await bench.client.validateBroadcast({ messages: [text('ดี')] });
  expect(bench.sim.state().messages).toEqual([]);
});

test('a quote token ties the bot’s answer to the words it answers', async () => {
  await say('งบเท่าไร');
  const [event] = bench.events();
  const asked = event?.type === 'message' && event.message.type === 'text' ? event.message : null;
  await bench.client.replyMessage({
    replyToken: lastToken(bench),
    messages: [{ ...text('28,500 บาท'), quoteToken: asked?.quoteToken ?? '' }],
  });
  expect(bench.sim.state().messages.at(-1)?.quotes).toBe(asked?.id);
  const elsewhere = { ...text('ก'), quoteToken: asked?.quoteToken ?? '' };
  const wrongChat = await failure(bench.client.pushMessage({ to: MALEE, messages: [elsewhere] }));
  expect(wrongChat.status).toBe(400);
});
