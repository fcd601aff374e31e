import type { webhook } from '@line/bot-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SimAct } from '../../../src/simulator/types.ts';
import { GROUP, lastToken, MALEE, openBench, SOMCHAI, STRANGER, text } from './bench.ts';
import type { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function act(what: SimAct): Promise<webhook.Event[]> {
  const before = bench.events().length;
  expect(await bench.sim.act(what)).toEqual({ ok: true });
  await bench.sim.waitIdle();
  return bench.events().slice(before);
}

const inGroup = { user: SOMCHAI, chat: GROUP };
const photo = Buffer.from('89504e470d0a1a0a', 'hex');

test('a mention names the bot as LINE does', async () => {
  const [event] = await act({ act: 'text', ...inGroup, text: 'สรุป', mentionBot: true });
  expect(event).toMatchObject({
    source: { type: 'group', groupId: GROUP, userId: SOMCHAI },
    message: {
      text: '@คืบหน้า สรุป',
      mention: { mentionees: [{ type: 'user', index: 0, length: 8, isSelf: true }] },
    },
  });
  expect(bench.sim.state().messages.at(-1)?.message['text']).toBe('@คืบหน้า สรุป');
  const [plain] = await act({ act: 'text', ...inGroup, text: '@คืบหน้า สรุป' });
  expect(plain).not.toHaveProperty('message.mention');
});

test('a quote carries the id of what it answers', async () => {
  await bench.client.pushMessage({ to: SOMCHAI, messages: [text('ถึงกำหนดรายงาน')] });
  const quote = bench.sim.state().messages.at(-1)?.id ?? '';
  const [event] = await act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: 'เสร็จแล้ว', quote });
  expect(event).toHaveProperty('message.quotedMessageId', quote);
  expect(bench.sim.state().messages.at(-1)?.quotes).toBe(quote);
  const elsewhere = await bench.sim.act({ act: 'text', ...inGroup, text: 'ก', quote });
  expect(elsewhere).toEqual({ ok: false, reason: 'unknown-message' });
});

test('photos, files and stickers arrive as events; LINE keeps the bytes', async () => {
  const base64 = photo.toString('base64');
  const [image] = await act({ act: 'image', ...inGroup, base64, contentType: 'image/png' });
  expect(image).toMatchObject({ message: { type: 'image', contentProvider: { type: 'line' } } });
  const [file] = await act({ act: 'file', user: SOMCHAI, chat: SOMCHAI, fileName: 'งบ.xlsx', base64 });
  expect(file).toMatchObject({ message: { type: 'file', fileName: 'งบ.xlsx', fileSize: 8 } });
  const [sticker] = await act({ act: 'sticker', ...inGroup });
  expect(sticker).toMatchObject({ message: { type: 'sticker', stickerResourceType: 'STATIC' } });

  const [sent] = bench.sim.state().messages;
  expect(sent?.message).toEqual({ type: 'image', url: `/simulator/media/${sent?.id}` });
  const { httpResponse } = await bench.client.getMessageContentWithHttpInfo(sent?.id ?? '');
  expect(httpResponse.headers.get('content-type')).toBe('image/png');
});

test('a taken-back photo is gone', async () => {
  const base64 = photo.toString('base64');
  await act({ act: 'image', user: SOMCHAI, chat: SOMCHAI, base64, contentType: 'image/png' });
  const message = bench.sim.state().messages.at(-1)?.id ?? '';
  expect(await bench.sim.act({ act: 'unsend', user: MALEE, message })).toEqual({
    ok: false,
    reason: 'not-yours',
  });
  const [event] = await act({ act: 'unsend', user: SOMCHAI, message });
  expect(event).toMatchObject({ type: 'unsend', unsend: { messageId: message } });
  expect(event).not.toHaveProperty('replyToken');
  await expect(bench.client.getMessageContent(message)).rejects.toMatchObject({ status: 410 });
});

test('an edit in a group comes with the same id and a new token', async () => {
  await act({ act: 'text', ...inGroup, text: 'งบ 500' });
  const message = bench.sim.state().messages.at(-1)?.id ?? '';
  const first = lastToken(bench);
  const [event] = await act({ act: 'edit', user: SOMCHAI, message, text: 'งบ 5,000' });
  expect(event).toMatchObject({ type: 'messageEdited', message: { id: message, text: 'งบ 5,000' } });
  expect(lastToken(bench)).not.toBe(first);
  expect(bench.sim.state().messages.at(-1)?.message).toMatchObject({ text: 'งบ 5,000', edited: true });

  await act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: 'งบ 500' });
  const alone = bench.sim.state().messages.at(-1)?.id ?? '';
  const refused = await bench.sim.act({ act: 'edit', user: SOMCHAI, message: alone, text: 'ก' });
  expect(refused).toEqual({ ok: false, reason: 'only-in-groups' });
});

test('a tap says its words and brings its data, a date picker its date', async () => {
  const [event] = await act({
    act: 'postback',
    user: SOMCHAI,
    chat: SOMCHAI,
    data: 'do=answer',
    displayText: 'เลือกวันแล้ว',
    params: { date: '2021-03-15' },
  });
  expect(event).toMatchObject({
    type: 'postback',
    postback: { data: 'do=answer', params: { date: '2021-03-15' } },
  });
  expect(bench.sim.state().messages.at(-1)).toMatchObject({ from: SOMCHAI, message: text('เลือกวันแล้ว') });
});

test('friendship is made, ended and mended', async () => {
  expect(await act({ act: 'follow', user: STRANGER })).toMatchObject([
    { type: 'follow', follow: { isUnblocked: false }, replyToken: expect.any(String) },
  ]);
  expect(await act({ act: 'block', user: STRANGER })).toMatchObject([
    { type: 'unfollow', source: { type: 'user', userId: STRANGER } },
  ]);
  expect(await bench.sim.act({ act: 'text', user: STRANGER, chat: STRANGER, text: 'ก' })).toEqual({
    ok: false,
    reason: 'blocked',
  });
  expect(await act({ act: 'unblock', user: STRANGER })).toMatchObject([
    { type: 'follow', follow: { isUnblocked: true } },
  ]);
  expect(await bench.sim.act({ act: 'follow', user: STRANGER })).toEqual({
    ok: false,
    reason: 'already-friend',
  });
});

test('people come to a group and go', async () => {
  const members = [{ type: 'user', userId: STRANGER }];
  expect(await act({ act: 'member-join', group: GROUP, user: STRANGER })).toMatchObject([
    { type: 'memberJoined', joined: { members }, replyToken: expect.any(String) },
  ]);
  expect(await bench.client.getGroupMemberCount(GROUP)).toEqual({ count: 3 });
  expect(await act({ act: 'member-leave', group: GROUP, user: STRANGER })).toMatchObject([
    { type: 'memberLeft', left: { members } },
  ]);
  const outside = await bench.sim.act({ act: 'text', user: STRANGER, chat: GROUP, text: 'ก' });
  expect(outside).toEqual({ ok: false, reason: 'not-a-member' });
});

test('the bot joins a group, and can leave it by itself', async () => {
  await bench.client.leaveGroup(GROUP);
  await bench.sim.waitIdle();
  expect(bench.events()).toMatchObject([{ type: 'leave', source: { type: 'group', groupId: GROUP } }]);
  expect(await act({ act: 'bot-join', group: GROUP })).toMatchObject([{ type: 'join' }]);
  const lines = bench.sim.state().messages.filter((message) => message.from === 'system');
  expect(lines.map((line) => line.message['event'])).toEqual(['bot-leave', 'bot-join']);
});

test('the clock moves the office’s days, and events with it', async () => {
  await act({ act: 'clock', days: 2 });
  expect(bench.sim.state().now).toBe('2021-02-12T03:00:00.000Z');
  await act({ act: 'clock', to: '2021-03-31T10:00:00+07:00' });
  const [event] = await act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: 'ก' });
  expect(event?.timestamp).toBe(Date.parse('2021-03-31T03:00:00Z'));
});

test('a new person may join in; a reset brings the first people back', async () => {
  await act({ act: 'new-person', displayName: 'ปลัด' });
  const added = bench.sim.state().people.at(-1);
  expect(added).toMatchObject({ displayName: 'ปลัด', friend: false });
  expect(await act({ act: 'follow', user: added?.userId ?? '' })).toMatchObject([{ type: 'follow' }]);
  await act({ act: 'block', user: SOMCHAI });
  await bench.client.pushMessage({ to: MALEE, messages: [text('ก')] });
  await act({ act: 'reset' });
  const { people, messages, quota, log } = bench.sim.state();
  expect(people.map((person) => person.displayName)).toEqual(['สมชาย', 'มาลี', 'คนแปลกหน้า']);
  expect(people[0]?.blocked).toBe(false);
  expect([messages, log, quota.used]).toEqual([[], [], 0]);
});
