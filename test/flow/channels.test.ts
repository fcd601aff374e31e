/** Offices with a LINE channel each on one installation: connected on the console, told apart by their secrets, and none in another's way. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { movableClock } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { HELD } from '../../src/db/outbox.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { quietLog } from '../../src/log.ts';
import { connectChannel } from '../../src/services/channels.ts';
import { sealer } from '../../src/services/sealing.ts';
import { makeSetUpLink } from '../../src/services/web-sessions.ts';
import { testDatabase } from '../helpers/database.ts';
import { type Account, type ManyLines, openLines } from '../helpers/many-lines.ts';
import { fillOffices, NOW } from '../helpers/many-offices.ts';
import { openLink, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const [A, B] = ['office-0', 'office-1'] as const;
const key = sealer('a key of this test that is long enough');
const idOf = (text: string): string => `U${createHash('md5').update(text).digest('hex')}`;
let database: Database;
let lines: ManyLines;
let a: Account;
let b: Account;
let app: App;
let adminA: WebVisitor;
let adminB: WebVisitor;
/** Moves real time, by which credentials are known for a while. */
let later = 0;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  await fillOffices(database, { offices: 2, activities: 2, officers: 1 });
  const members = await database.models.members.find({}).lean<{ _id: string; office: string }[]>();
  for (const { _id } of members)
    await database.models.members.updateOne({ _id }, { $set: { userId: idOf(_id) } });
  const of = (office: string) => members.filter((one) => one.office === office).map(({ _id }) => idOf(_id));
  lines = await openLines(
    [
      [...of(A), idOf('a stranger')],
      [...of(B), idOf('a stranger')],
    ],
    NOW,
  );
  [a, b] = lines.accounts as [Account, Account];
  const clock = movableClock(NOW);
  app = await startApp({
    database,
    clock,
    realClock: { now: () => new Date(Date.now() + later) },
    log: quietLog,
    earlyMs: 0,
    at: { host: '127.0.0.1', port: 0 },
    line: { apiUrl: lines.url, dataApiUrl: lines.url, allowLoopbackHttp: true },
    sealer: key,
  });
  [adminA, adminB] = await Promise.all(
    [A, B].map(async (office) =>
      openLink(app.url, (await makeSetUpLink(database, office, clock.now())).token),
    ) as [Promise<WebVisitor>, Promise<WebVisitor>],
  );
});
afterAll(async () => {
  await app.stop();
  await lines.close();
  await database.close();
});

const connect = (admin: WebVisitor, { secret, token }: Pick<Account, 'secret' | 'token'>) =>
  admin.post('/web/console/connection', { secret, token });
const whyOf = async (answer: Response) => ((await answer.json()) as { why: string }).why;

let sequence = 0;
async function post(path: string, secret: string, more: { destination?: string; empty?: true } = {}) {
  const event = {
    type: 'message',
    webhookEventId: `channels-${sequence++}`,
    timestamp: NOW.getTime(),
    mode: 'active',
    replyToken: `token-${sequence}`,
    source: { type: 'user', userId: idOf('a stranger') },
    message: { type: 'text', id: String(sequence), quoteToken: 'q', text: 'สวัสดี' },
  };
  const body = JSON.stringify({ destination: more.destination ?? '', events: more.empty ? [] : [event] });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const answer = await fetch(app.url + path, {
    method: 'POST',
    body,
    headers: { 'x-line-signature': signature },
  });
  return answer.status;
}

describe('connecting an account', () => {
  it('tells what is wrong with what was pasted, and stores nothing of it', async () => {
    for (const [pasted, words] of [
      [{ ...a, token: 'no-token-of-line' }, 'LINE ไม่รับ'],
      [{ ...a, secret: b.secret }, 'channel เดียวกัน'],
      [{ ...a, secret: `“${a.secret}”` }, 'เครื่องหมายคำพูด'],
      [{ ...a, token: '' }, 'คัดลอกใหม่'],
    ] as const) {
      const answer = await connect(adminA, pasted);
      expect([answer.status, await whyOf(answer)]).toEqual([422, expect.stringContaining(words)]);
    }
    expect(await database.models.channels.countDocuments({})).toBe(0);
    expect(await post(`/webhook/${A}`, a.secret)).toBe(404);
  });

  it('checks with LINE, seals what it stores, and gives an account to one office alone', async () => {
    const spaced = { secret: ` ${a.secret}\n`, token: `\u200b${a.token} ` };
    expect(await (await connect(adminA, spaced)).json()).toMatchObject({ name: 'บอต 0' });
    const taken = await connect(adminB, a);
    expect([taken.status, await whyOf(taken)]).toEqual([409, expect.stringContaining('หน่วยงานอื่น')]);
    expect((await connect(adminB, b)).status).toBe(200);
    const all = JSON.stringify(await database.models.channels.find({}).lean());
    for (const secret of [a.secret, a.token, b.secret, b.token]) expect(all).not.toContain(secret);
    const shown = await (await adminA.get('/web/console/connection')).text();
    expect(shown).toContain(`/webhook/${A}`);
    for (const secret of [a.secret, a.token, 'บอต 1']) expect(shown).not.toContain(secret);
  });

  it('sets and tests the webhook, and puts the menus under the chats step by step', async () => {
    for (const [admin, office, account] of [
      [adminA, A, a],
      [adminB, B, b],
    ] as const) {
      const set = await admin.post('/web/console/connection/webhook', {});
      const headers = { authorization: `Bearer ${account.token}` };
      const told = await fetch(`${lines.url}/v2/bot/channel/webhook/endpoint`, { headers });
      expect([set.status, await told.json()]).toEqual([
        200,
        { endpoint: `${app.url}/webhook/${office}`, active: true },
      ]);
    }
    let of = 1;
    for (let step = 0; step < of; step++) {
      const answer = await adminA.post('/web/console/connection/menus', { step });
      const progress = (await answer.json()) as { done: number; of: number };
      expect(progress.done).toBe(step + 1);
      ({ of } = progress);
    }
    expect(of).toBe(5);
    expect(a.simulator.world.data.richMenus.menus).toHaveLength(4);
    expect(b.simulator.world.data.richMenus.menus).toHaveLength(0);
  });
});

describe('webhooks', () => {
  it('are verified by the office’s own secret and bot', async () => {
    const botOf = ({ simulator }: Account) => simulator.world.bot.userId;
    expect(await post(`/webhook/${A}`, a.secret, { destination: botOf(a) })).toBe(200);
    // a body of A signed with B’s secret, and the other way round
    expect(await post(`/webhook/${A}`, b.secret)).toBe(401);
    expect(await post(`/webhook/${B}`, a.secret)).toBe(401);
    expect(await post(`/webhook/${A}`, a.secret, { destination: botOf(b) })).toBe(400);
    expect(await post(`/webhook/${A}`, a.secret, { destination: 'Uverify', empty: true })).toBe(200);
    for (const path of ['/webhook/nobody', '/webhook']) expect(await post(path, a.secret)).toBe(404);
  });

  it('are answered through the channel they came by', async () => {
    const before = b.simulator.state().messages.length;
    const user = idOf('a stranger');
    await a.simulator.act({ act: 'text', user, chat: user, text: 'สวัสดี' });
    const said = await a.simulator.until(({ messages }) => messages.some(({ from }) => from === 'bot'));
    expect(said.messages.some(({ from }) => from === 'bot')).toBe(true);
    expect(b.simulator.state().messages).toHaveLength(before);
  });
});

describe('what is one office’s trouble', () => {
  const rowsOf = (office: string) =>
    database.models.outbox
      .find({ office, purpose: 'reminder' })
      .lean<{ state: string; error: string | null }[]>();

  it('a spent quota holds its own reminders back, and no other’s', async () => {
    await b.simulator.act({ act: 'switches', set: { quotaLimit: 0 } });
    await reminders.run(app.jobDeps, NOW);
    expect(await rowsOf(B)).toEqual([expect.objectContaining({ state: 'waiting', error: HELD })]);
    await expect.poll(() => rowsOf(A)).toEqual([expect.objectContaining({ state: 'sent' })]);
  });

  it('a token that LINE takes no longer keeps its own messages waiting, and no other’s', async () => {
    const bad = { channelSecret: b.secret, token: { kind: 'long-lived' as const, value: 'taken-back' } };
    const { userId, displayName } = b.simulator.world.bot;
    const bot = { userId, basicId: '@b', displayName };
    await connectChannel(database, key, B, bad, bot, { by: 'test', now: NOW });
    later += 20_000;
    // both have the same to send
    const { outbox } = database.models;
    const held = (await outbox.collection.findOne({ office: B, purpose: 'reminder' }))!;
    const open = { state: 'open', open: true, nextAt: new Date(0), error: null };
    await outbox.collection.updateOne({ _id: held._id }, { $set: open });
    const to = (await outbox.collection.findOne({ office: A }))!['to'] as unknown;
    const own = { _id: 'own' as never, office: A, to, purpose: 'nudge', retryKey: randomUUID() };
    await outbox.collection.insertOne({ ...held, ...open, ...own });
    await expect.poll(() => outbox.findById('own').lean()).toMatchObject({ state: 'sent' });
    await expect
      .poll(() => rowsOf(B))
      .toEqual([
        expect.objectContaining({ state: 'open', error: expect.stringContaining('401') as unknown }),
      ]);
  });
});

describe('changed without a restart', () => {
  it('a new secret counts at once, also when another instance stored it; the old one no longer', async () => {
    const { userId, displayName } = b.simulator.world.bot;
    const fresh = { channelSecret: 'f'.repeat(32), token: { kind: 'long-lived' as const, value: b.token } };
    expect(await post(`/webhook/${B}`, b.secret)).toBe(200);
    await connectChannel(
      database,
      key,
      B,
      fresh,
      { userId, basicId: '@b', displayName },
      { by: 'test', now: NOW },
    );
    later += 2_000;
    expect(await post(`/webhook/${B}`, 'f'.repeat(32))).toBe(200);
    expect(await post(`/webhook/${B}`, b.secret)).toBe(401);
  });

  it('what was withdrawn is a channel no more', async () => {
    expect((await adminB.post('/web/console/connection/withdraw', {})).status).toBe(200);
    expect(await post(`/webhook/${B}`, 'f'.repeat(32))).toBe(404);
    expect(await post(`/webhook/${A}`, a.secret)).toBe(200);
    expect(await (await adminB.get('/web/console/connection')).json()).toMatchObject({ source: 'none' });
  });

  it('another key opens nothing, and says so', async () => {
    const other = sealer('some other key that is long enough too');
    await connectChannel(
      database,
      other,
      B,
      { channelSecret: b.secret, token: { kind: 'long-lived', value: b.token } },
      { userId: 'Uother', basicId: '@b', displayName: 'b' },
      { by: 'test', now: NOW },
    );
    expect(await (await adminB.get('/web/console/connection')).json()).toMatchObject({ readable: false });
    expect(await post(`/webhook/${B}`, b.secret)).toBe(404);
  });
});
