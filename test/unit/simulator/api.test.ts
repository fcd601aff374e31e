import { channelAccessToken, HTTPFetchError, LineBotClient } from '@line/bot-sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { picture as drawn } from '../../helpers/evidence-files.ts';
import { SIMULATOR_CHANNEL_ID } from '../../../src/simulator/index.ts';
import { GROUP, MALEE, openBench, SECRET, SOMCHAI, STRANGER, text } from './bench.ts';
import type { Bench } from './bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function refusal(work: Promise<unknown>): Promise<{ status: number; body: unknown }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HTTPFetchError)) throw new Error(`no HTTP error: ${String(error)}`);
  return { status: error.status, body: JSON.parse(error.body) };
}

const call = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${bench.sim.apiUrl}${path}`, {
    ...init,
    headers: { authorization: 'Bearer channel-access-token', ...init.headers },
  });
const json = { 'content-type': 'application/json' };
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('requests', () => {
  test('need the right token', async () => {
    const stranger = LineBotClient.fromChannelAccessToken({
      channelAccessToken: 'wrong',
      apiBaseURL: bench.sim.apiUrl,
    });
    const sent = stranger.pushMessage({ to: SOMCHAI, messages: [text('ก')] });
    expect(await refusal(sent)).toEqual({
      status: 401,
      body: { message: 'Authentication failed due to the following reason: invalid token' },
    });
    expect(bench.sim.state().messages).toEqual([]);
  });

  test('to what is not there are told so by name', async () => {
    const answer = await call('/v2/bot/insight/followers');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Not found: GET /v2/bot/insight/followers' });
    expect(answer.headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('must be JSON, and not too long', async () => {
    const path = '/v2/bot/message/push';
    expect((await call(path, { method: 'POST', headers: json, body: '{' })).status).toBe(400);
    expect((await call(path, { method: 'POST', body: 'to=x' })).status).toBe(415);
    const long = JSON.stringify({ to: 'x'.repeat(2_100_000) });
    expect((await call(path, { method: 'POST', headers: json, body: long })).status).toBe(413);
  });

  test('stand in the log with what was asked and answered', async () => {
    await bench.client.pushMessage({ to: SOMCHAI, messages: [text('ก')] });
    expect(bench.sim.state().log.at(-1)).toMatchObject({
      direction: 'api',
      what: 'POST /v2/bot/message/push',
      status: 200,
      request: { to: SOMCHAI },
      response: { sentMessages: [{ id: expect.any(String) }] },
    });
  });
});

describe('people and groups', () => {
  test('profiles of friends and of who wrote, not of the rest', async () => {
    expect(await bench.client.getProfile(SOMCHAI)).toMatchObject({ userId: SOMCHAI, displayName: 'สมชาย' });
    expect((await refusal(bench.client.getProfile(STRANGER))).status).toBe(404);
    await bench.sim.act({ act: 'text', user: STRANGER, chat: STRANGER, text: 'ก' });
    expect(await bench.client.getProfile(STRANGER)).toMatchObject({ displayName: 'คนแปลกหน้า' });
    await bench.sim.act({ act: 'block', user: SOMCHAI });
    expect((await refusal(bench.client.getProfile(SOMCHAI))).status).toBe(404);
    expect(await bench.client.getFollowers()).toEqual({ userIds: [MALEE] });
  });

  test('groups are known while the bot is inside', async () => {
    expect(await bench.client.getGroupSummary(GROUP)).toEqual({ groupId: GROUP, groupName: 'กลุ่มงาน' });
    expect(await bench.client.getGroupMemberProfile(GROUP, MALEE)).toMatchObject({ displayName: 'มาลี' });
    expect((await refusal(bench.client.getGroupMemberProfile(GROUP, STRANGER))).status).toBe(404);
    expect(await bench.client.getGroupMembersIds(GROUP)).toEqual({ memberIds: [SOMCHAI, MALEE] });
    await bench.client.leaveGroup(GROUP);
    expect((await refusal(bench.client.getGroupSummary(GROUP))).status).toBe(404);
  });

  test('the loading sign shows one to one until the answer comes', async () => {
    await bench.client.showLoadingAnimation({ chatId: SOMCHAI, loadingSeconds: 20 });
    expect(bench.sim.state().loading).toEqual([SOMCHAI]);
    await bench.client.pushMessage({ to: SOMCHAI, messages: [text('เสร็จ')] });
    expect(bench.sim.state().loading).toEqual([]);
    await bench.client.showLoadingAnimation({ chatId: SOMCHAI, loadingSeconds: 5 });
    bench.real.moveTo(new Date(bench.real.now().getTime() + 5001));
    expect(bench.sim.state().loading).toEqual([]);
    for (const wrong of [{ chatId: GROUP }, { chatId: SOMCHAI, loadingSeconds: 7 }]) {
      expect((await refusal(bench.client.showLoadingAnimation(wrong))).status).toBe(400);
    }
  });

  test('messages are marked as read by their token', async () => {
    await bench.sim.act({ act: 'text', user: SOMCHAI, chat: SOMCHAI, text: 'ก' });
    await bench.sim.waitIdle();
    const [event] = bench.events();
    const message = event?.type === 'message' && event.message.type === 'text' ? event.message : null;
    await bench.client.markMessagesAsReadByToken({ markAsReadToken: message?.markAsReadToken ?? '' });
    const wrong = bench.client.markMessagesAsReadByToken({ markAsReadToken: 'x' });
    expect((await refusal(wrong)).status).toBe(400);
  });
});

test('content that is not ready yet is answered 202 first', async () => {
  const base64 = Buffer.from('photo').toString('base64');
  await bench.sim.act({ act: 'image', user: SOMCHAI, chat: SOMCHAI, base64, contentType: 'image/jpeg' });
  const id = bench.sim.state().messages.at(-1)?.id ?? '';
  bench.sim.holdContent(1);
  expect(await bench.client.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'processing' });
  expect((await bench.client.getMessageContentWithHttpInfo(id)).httpResponse.status).toBe(202);
  expect(await bench.client.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'succeeded' });
  const content = await call(`/v2/bot/message/${id}/content`);
  expect([content.status, await content.text()]).toEqual([200, 'photo']);
  expect(content.headers.get('content-type')).toBe('image/jpeg');
  expect((await call('/v2/bot/message/1/content')).status).toBe(404);
});

describe('the channel', () => {
  test('knows itself and its webhook', async () => {
    expect(await bench.client.getBotInfo()).toMatchObject({ displayName: 'คืบหน้า', chatMode: 'bot' });
    const { endpoint, active } = await bench.client.getWebhookEndpoint();
    expect([endpoint.endsWith('/webhook'), active]).toEqual([true, true]);
    expect(await bench.client.testWebhookEndpoint({})).toMatchObject({ success: true, statusCode: 200 });
    expect(bench.deliveries).toMatchObject([{ signed: true, body: { events: [] } }]);
    await bench.client.setWebhookEndpoint({ endpoint: 'http://127.0.0.1:9/nothing' });
    expect(await bench.client.testWebhookEndpoint({})).toMatchObject({ success: false });
  });

  test('issues tokens that live as long as LINE’s', async () => {
    const tokens = new channelAccessToken.ChannelAccessTokenClient({ baseURL: bench.sim.apiUrl });
    const credentials = [undefined, undefined, SIMULATOR_CHANNEL_ID, SECRET] as const;
    const issued = await tokens.issueStatelessChannelToken('client_credentials', ...credentials);
    expect(issued).toMatchObject({ expires_in: 900, token_type: 'Bearer' });
    const client = LineBotClient.fromChannelAccessToken({
      channelAccessToken: issued.access_token,
      apiBaseURL: bench.sim.apiUrl,
    });
    expect(await client.getMessageQuota()).toMatchObject({ value: 300 });
    expect(await tokens.verifyChannelToken(issued.access_token)).toMatchObject({ expires_in: 900 });
    bench.real.moveTo(new Date(bench.real.now().getTime() + 901_000));
    expect((await refusal(client.getMessageQuota())).status).toBe(401);

    const wrong = form({
      grant_type: 'client_credentials',
      client_id: SIMULATOR_CHANNEL_ID,
      client_secret: 'x',
    });
    expect((await call('/oauth2/v3/token', wrong)).status).toBe(400);
    const own = await call('/v2/oauth/verify', form({ access_token: 'channel-access-token' }));
    expect(await own.json()).toMatchObject({ client_id: SIMULATOR_CHANNEL_ID });
  });
});

describe('rich menus', () => {
  const menu = (name: string) => ({
    size: { width: 800, height: 270 },
    selected: true,
    name,
    chatBarText: 'เมนู',
    areas: [
      {
        bounds: { x: 0, y: 0, width: 800, height: 270 },
        action: { type: 'message' as const, label: 'งานของฉัน', text: 'งานของฉัน' },
      },
    ],
  });
  /** The head of a PNG: as much as LINE reads to know its size. */
  const picture = (width: number, height: number): Blob =>
    new Blob([new Uint8Array(drawn(0, width, height))], { type: 'image/png' });
  const shown = (user: string) => bench.sim.state().richMenus[user]?.name ?? null;

  async function install(name: string): Promise<string> {
    const { richMenuId } = await bench.client.createRichMenu(menu(name));
    await bench.client.setRichMenuImage(richMenuId, picture(800, 270));
    return richMenuId;
  }

  test('a linked menu comes before the default; only friends see one', async () => {
    const officer = await install('เจ้าหน้าที่');
    const manager = await install('ผู้บริหาร');
    await bench.client.setDefaultRichMenu(officer);
    await bench.client.linkRichMenuIdToUser(MALEE, manager);
    expect([shown(SOMCHAI), shown(MALEE), shown(STRANGER)]).toEqual(['เจ้าหน้าที่', 'ผู้บริหาร', null]);
    expect(bench.sim.state().richMenus[MALEE]?.imageUrl).toBe(`/simulator/richmenu/${manager}`);
    expect(await bench.client.getRichMenuIdOfUser(MALEE)).toEqual({ richMenuId: manager });
    expect(await bench.client.getDefaultRichMenuId()).toEqual({ richMenuId: officer });
    await bench.client.linkRichMenuIdToUsers({ richMenuId: manager, userIds: [SOMCHAI] });
    expect(shown(SOMCHAI)).toBe('ผู้บริหาร');
    await bench.client.unlinkRichMenuIdFromUsers({ userIds: [SOMCHAI] });
    await bench.client.unlinkRichMenuIdFromUser(MALEE);
    expect([shown(SOMCHAI), shown(MALEE)]).toEqual(['เจ้าหน้าที่', 'เจ้าหน้าที่']);
    await bench.client.deleteRichMenu(officer);
    expect(shown(SOMCHAI)).toBeNull();
    expect((await bench.client.getRichMenuList()).richmenus).toMatchObject([{ richMenuId: manager }]);
  });

  test('must be good, and have a picture of their size before they show', async () => {
    const bad = { ...menu('ก'), chatBarText: 'ข้อความบนแถบที่ยาวเกินไปมาก' };
    expect(await refusal(bench.client.createRichMenu(bad))).toMatchObject({
      status: 400,
      body: { details: [{ property: 'chatBarText' }] },
    });
    await bench.client.validateRichMenuObject(menu('ก'));
    const { richMenuId } = await bench.client.createRichMenu(menu('ก'));
    expect((await refusal(bench.client.setDefaultRichMenu(richMenuId))).status).toBe(400);
    expect((await refusal(bench.client.setRichMenuImage(richMenuId, picture(800, 271)))).status).toBe(400);
    const text = new Blob(['x'], { type: 'image/png' });
    expect((await refusal(bench.client.setRichMenuImage(richMenuId, text))).status).toBe(415);
    await bench.client.setRichMenuImage(richMenuId, picture(800, 270));
    expect((await refusal(bench.client.setRichMenuImage(richMenuId, picture(800, 270)))).status).toBe(400);
    const photo = new Uint8Array(
      await sharp(drawn(0, 800, 270))
        .jpeg()
        .toBuffer(),
    );
    const second = await bench.client.createRichMenu(menu('ข'));
    await bench.client.setRichMenuImage(second.richMenuId, new Blob([photo], { type: 'image/jpeg' }));
    const image = await call(`/v2/bot/richmenu/${richMenuId}/content`);
    expect(image.headers.get('content-type')).toBe('image/png');
  });

  test('a tap on a switch changes the menu through its alias', async () => {
    const richMenuId = await install('หน้าสอง');
    await bench.client.createRichMenuAlias({ richMenuAliasId: 'second', richMenuId });
    expect(await bench.client.getRichMenuAliasList()).toEqual({
      aliases: [{ richMenuAliasId: 'second', richMenuId }],
    });
    const tap = { act: 'postback', user: SOMCHAI, chat: SOMCHAI, data: 'switch' } as const;
    await bench.sim.act({ ...tap, params: { newRichMenuAliasId: 'second' } });
    await bench.sim.act({ ...tap, params: { newRichMenuAliasId: 'constructor' } });
    await bench.sim.waitIdle();
    expect(shown(SOMCHAI)).toBe('หน้าสอง');
    expect(bench.events()).toMatchObject([
      { postback: { params: { newRichMenuAliasId: 'second', status: 'SUCCESS' } } },
      { postback: { params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } } },
    ]);
    const other = await install('หน้าสาม');
    await bench.client.updateRichMenuAlias('second', { richMenuId: other });
    expect(await bench.client.getRichMenuAlias('second')).toMatchObject({ richMenuId: other });
    await bench.client.deleteRichMenuAlias('second');
    expect((await refusal(bench.client.getRichMenuAlias('second'))).status).toBe(404);
  });
});
