/** doctor against a running bot, the simulator as LINE, and with one thing broken at a time. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { doctorScript } from '../../scripts/doctor.ts';
import { lineAccount } from '../../src/line/account.ts';
import type { LineChannels } from '../../src/line/channels.ts';
import { lineConnection } from '../../src/line/connection.ts';
import { urlFinding } from '../../src/line/findings.ts';
import { accessFrom } from '../../src/line/tokens.ts';
import { connectDatabase } from '../../src/db/connect.ts';
import { databaseFindings } from '../../src/services/doctor.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { fails, fakeEndpoint, type FakeEndpoint, reads, says } from '../helpers/fake-endpoint.ts';
import { openOffice, type TestOffice } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;

interface Check {
  name: string;
  state: 'ok' | 'bad' | 'skipped';
  found: string;
  fix: string | null;
}
interface Checked {
  ok: boolean;
  checks: Check[];
}

beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(() => {
  vi.stubEnv('MONGODB_URI', uri);
  vi.stubEnv('LINE_CHANNEL_SECRET', 'test-channel-secret');
  vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'test-channel-access-token');
  vi.stubEnv('LINE_API_URL', office.simulator.apiUrl);
  vi.stubEnv('PUBLIC_URL', office.app.url);
  office.simulator.setWebhook(`${office.app.url}/webhook`);
});
afterEach(() => vi.unstubAllEnvs());

async function check(...args: string[]): Promise<{ code: number; byName: Map<string, Check>; ok: boolean }> {
  const ran = await runAdmin(doctorScript, ['--json', ...args]);
  const { ok, checks } = ran.json<Checked>();
  return { code: ran.code, ok, byName: new Map(checks.map((one) => [one.name, one])) };
}

describe('doctor', () => {
  it('finds nothing wrong with an office that works', async () => {
    const { code, ok, byName } = await check();
    expect([...byName.values()].filter(({ state }) => state === 'bad')).toEqual([]);
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect([...byName.keys()]).toEqual([
      'config',
      'database',
      'indexes',
      'office',
      'queues',
      'transactions',
      'clock',
      'plan',
      'people',
      'zone',
      'disk',
      'url',
      'line',
      'webhook',
      'webhook-test',
      'quota',
    ]);
    expect(byName.get('line')!.found).toContain('@simulator');
    // the last part of the address is the database's name
    expect(byName.get('database')!.found).toContain(new URL(uri).pathname);
    const lines = (await runAdmin(doctorScript, [])).out.split('\n');
    expect(lines.at(-1)).toBe('พร้อมใช้งาน');
    expect(lines.slice(0, -1).every((line) => /^[✓–] /.test(line))).toBe(true);
  });

  it('takes the address that the simulator calls for right, whichever of the machine’s names it has', async () => {
    const hosts = { apiUrl: office.simulator.apiUrl, dataApiUrl: office.simulator.apiUrl };
    const access = accessFrom({
      ...hosts,
      token: { kind: 'long-lived', value: 'test-channel-access-token' },
    });
    const lines = { of: async () => ({ access, account: lineAccount(access) }) } as unknown as LineChannels;
    const expected = 'http://localhost:1/webhook';
    const reason = async (simulated: boolean) => {
      const found = await lineConnection(lines, hosts.apiUrl, simulated).findings('office', expected);
      return found.flatMap((one) => (one.name === 'webhook' ? [one.state, one.reason] : []));
    };
    expect(await reason(true)).toEqual(['ok', 'webhook-ok']);
    expect(await reason(false)).toEqual(['bad', 'webhook-other']);
  });

  it('needs no LINE and no running server for the demo', async () => {
    for (const name of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'LINE_API_URL'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('PUBLIC_URL', 'http://127.0.0.1:9');
    const { code, byName } = await check();
    expect(code).toBe(0);
    expect(byName.get('line')).toMatchObject({ state: 'skipped' });
    expect(byName.get('url')).toMatchObject({ state: 'skipped', fix: expect.stringMatching(/^npm start/) });
  });

  describe('before it is all there', () => {
    const fresh = uri.replace(/(\/[^/?]+)(\?|$)/, '$1_fresh$2');
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'doctor-'));
      vi.stubEnv('DATA_DIR', folder);
      for (const name of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'LINE_API_URL', 'PUBLIC_URL'])
        vi.stubEnv(name, undefined);
      return () => rm(folder, { recursive: true, force: true });
    });
    const databases = async (): Promise<string[]> => {
      const admin = office.database.connection.getClient().db('admin');
      return (await admin.admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name);
    };

    it('makes no database, and names the one it looked for', async () => {
      for (const [where, place] of [
        ['embedded', folder],
        [fresh, new URL(fresh).pathname],
      ] as const) {
        vi.stubEnv('MONGODB_URI', where);
        const { code, out } = await runAdmin(doctorScript, []);
        expect(code).toBe(0);
        expect(out).toMatch(new RegExp(`– MongoDB: ยังไม่มีฐานข้อมูล .*${place}`));
        expect(out.split('\n').at(-1)).toMatch(/^ยังไม่พร้อมใช้งาน .*npm start/);
      }
      expect(await readdir(folder)).toEqual([]);
      expect(await databases()).not.toContain(new URL(fresh).pathname.slice(1));
    });

    it('is not ready, and says what comes next, until office, plan, LINE and people are there', async () => {
      vi.stubEnv('MONGODB_URI', fresh);
      const connected = await connectDatabase(fresh);
      if (!connected.ok) throw new Error(connected.detail);
      const { database } = connected;
      const { models } = database;
      try {
        vi.stubEnv('PUBLIC_URL', office.app.url);
        vi.stubEnv('LINE_API_URL', office.simulator.apiUrl);
        const next = async (): Promise<string> => {
          const { code, out } = await runAdmin(doctorScript, []);
          expect([code, out]).toEqual([0, expect.not.stringMatching(/^พร้อมใช้งาน/m)]);
          return out.split('\n').at(-1)!;
        };
        expect(await next()).toMatch(/เหลือ 4 รายการ ขั้นต่อไป: สร้างที่หน้า/);
        const row = await office.database.models.offices.collection.findOne({});
        await models.offices.collection.insertOne({ ...row!, currentPlan: null });
        expect(await next()).toMatch(/เหลือ 3 รายการ ขั้นต่อไป: เชื่อมบัญชี LINE/);
        vi.stubEnv('LINE_CHANNEL_SECRET', 'test-channel-secret');
        vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'test-channel-access-token');
        expect(await next()).toMatch(/เหลือ 2 รายการ ขั้นต่อไป: นำเข้าที่หน้า/);
        await models.offices.collection.updateOne({}, { $set: { currentPlan: row!['currentPlan'] } });
        expect(await next()).toMatch(/เหลือ 1 รายการ ขั้นต่อไป: พิมพ์ใบเชิญ/);
        const member = await office.database.models.members.collection.findOne({ state: 'active' });
        await models.members.collection.insertOne(member!);
        expect((await runAdmin(doctorScript, [])).out).toMatch(/^พร้อมใช้งาน$/m);
      } finally {
        await database.connection.dropDatabase();
        await database.close();
      }
    });
  });

  it.each<[string, () => void, string, RegExp]>([
    [
      'a wrong token',
      () => vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'wrong'),
      'line',
      /LINE_CHANNEL_ACCESS_TOKEN/,
    ],
    ['LINE out of reach', () => vi.stubEnv('LINE_API_URL', 'http://127.0.0.1:9'), 'line', /api\.line\.me/],
    [
      'a webhook that goes elsewhere',
      () => office.simulator.setWebhook('http://127.0.0.1:9/webhook'),
      'webhook',
      /--set-webhook/,
    ],
    ['no webhook', () => office.simulator.setWebhook(''), 'webhook', /--set-webhook/],
    [
      'a secret of another channel',
      () => office.simulator.setWebhook(`${office.app.url}/nowhere`),
      'webhook-test',
      /LINE_CHANNEL_SECRET/,
    ],
    ['a server that is down', () => vi.stubEnv('PUBLIC_URL', 'http://127.0.0.1:9'), 'url', /npm start/],
    [
      'a database out of reach',
      () => vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:9/?replicaSet=rs0&serverSelectionTimeoutMS=300'),
      'database',
      /MONGODB_URI/,
    ],
    ['half-set credentials', () => vi.stubEnv('LINE_CHANNEL_SECRET', undefined), 'config', /\.env/],
    ['a bad port', () => vi.stubEnv('PORT', 'many'), 'config', /\.env/],
  ])('names %s, with the way to mend it', async (_what, breaks, name, fix) => {
    breaks();
    const { code, ok, byName } = await check();
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(byName.get(name)).toMatchObject({ state: 'bad' });
    expect(byName.get(name)!.fix).toMatch(fix);
    const { out } = await runAdmin(doctorScript, []);
    expect(out).toMatch(/^✗ /m);
  });

  it('sees what gave up and a month that is used up', async () => {
    await office.database.models.inbox.collection.insertOne({
      _id: 'x',
      office: '-',
      state: 'dead',
    } as never);
    await office.act({ act: 'switches', set: { quotaLimit: 0 } }, '-');
    const { byName, code } = await check();
    await office.act({ act: 'switches', set: { quotaLimit: 300 } }, '-');
    await office.database.models.inbox.collection.deleteMany({});
    expect(code).toBe(1);
    expect(byName.get('queues')).toMatchObject({ state: 'bad', fix: 'npm run dead-letters' });
    expect(byName.get('quota')).toMatchObject({ state: 'bad' });
  });

  it('sees an event that nobody gets on with', async () => {
    const receivedAt = new Date(Date.now() - 15 * 60_000);
    const row = { _id: 'still', office: '-', key: 'U', state: 'open', open: true, receivedAt };
    // held for a few minutes, so that the bot itself does not take it up
    const held = { at: receivedAt, holder: 'x', fence: 1, nextAt: new Date(Date.now() + 300_000) };
    await office.database.models.inbox.collection.insertOne({ ...row, ...held } as never);
    const { byName } = await check();
    await office.database.models.inbox.collection.deleteMany({});
    expect(byName.get('queues')).toMatchObject({ state: 'bad', found: expect.stringContaining('15') });
  });

  it('sets the webhook when asked to', async () => {
    office.simulator.setWebhook('http://127.0.0.1:9/webhook');
    const { byName, code } = await check('--set-webhook');
    expect(code).toBe(0);
    expect(byName.get('webhook')!.found).toBe(`${office.app.url}/webhook`);
  });

  it('sees a clock that agrees with the database and not with LINE, by all that came in last', async () => {
    const { inbox } = office.database.models;
    const came = (id: number, lateMs: number) => {
      const receivedAt = new Date(Date.now() + id);
      const at = new Date(receivedAt.getTime() - lateMs);
      return { _id: `clock-${id}`, office: '-', key: 'U', at, receivedAt, state: 'done', doneAt: receivedAt };
    };
    const clockFound = async () =>
      (await databaseFindings(office.database, () => new Date(), 'stand-in')).find(
        ({ name }) => name === 'clock',
      );
    const ahead = Array.from({ length: 20 }, (_, id) => came(60_000 + id, 24 * 3_600_000 + id * 1_000));
    await inbox.collection.insertMany(ahead as never);
    expect(await clockFound()).toMatchObject({ state: 'bad', reason: 'clock-off-line', values: ['1440'] });
    // one that came in time says that the others were late
    await inbox.collection.insertOne(came(90_000, 300) as never);
    expect(await clockFound()).toMatchObject({ state: 'ok' });
    await inbox.collection.deleteMany({ _id: /^clock-/ } as never);
  });

  it('sees a clock that is off, and indexes that are gone', async () => {
    const hour = 3_600_000;
    const slow = await databaseFindings(office.database, () => new Date(Date.now() - hour), 'stand-in');
    const clock = slow.find(({ name }) => name === 'clock');
    expect(clock).toMatchObject({ state: 'bad', reason: 'clock-off' });
    // the way to the database and back is part of what it finds
    expect(Math.round(Number(clock!.values[0]) / 60)).toBe(60);
    await office.database.models.links.collection.dropIndexes();
    const found = await databaseFindings(office.database, () => new Date(), 'stand-in');
    expect(found.find(({ name }) => name === 'indexes')).toMatchObject({
      state: 'bad',
      values: ['links (office, target)'],
    });
    const again = await connectDatabase(uri);
    if (again.ok) await again.database.close();
  });

  it('sees a transaction that nobody ends and that holds locks', async () => {
    const client = office.database.connection.getClient();
    const session = client.startSession();
    const idle = async () => {
      const found = await databaseFindings(office.database, () => new Date(), 'stand-in', 0);
      return found.find(({ name }) => name === 'transactions');
    };
    const links = office.database.models.links.collection;
    session.startTransaction();
    await links.insertOne({ _id: 'held' } as never, { session });
    expect(await idle()).toMatchObject({ state: 'bad', reason: 'transactions-idle' });
    await session.abortTransaction();
    await session.endSession();
    const usual = await databaseFindings(office.database, () => new Date(), 'stand-in');
    expect(usual.find(({ name }) => name === 'transactions')).toMatchObject({ state: 'ok' });
  });

  it('asks https of a public address when LINE is the real one', async () => {
    expect(await urlFinding('http://office.example', 'line')).toMatchObject({ reason: 'url-not-https' });
  });

  it.each<[string, (path: string) => number, object]>([
    [
      'a proxy that lets the webhook alone through',
      (path) => (path === '/webhook' ? 405 : 404),
      { state: 'ok' },
    ],
    ['a proxy without a bot behind it', () => 502, { state: 'bad', values: ['HTTP 502'] }],
    ['another site', () => 200, { state: 'bad', values: ['HTTP 200'] }],
  ])('tells %s by the address LINE calls', async (_what, answers, expected) => {
    const proxy = createServer((request, response) => response.writeHead(answers(request.url ?? '')).end());
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      expect(await urlFinding(url, 'simulator')).toMatchObject(expected);
    } finally {
      proxy.close();
    }
  });

  it('takes no file', async () => {
    expect(await runAdmin(doctorScript, ['stray'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('the assistant', () => {
  let endpoint: FakeEndpoint;
  beforeEach(async () => {
    endpoint = await fakeEndpoint();
    vi.stubEnv('ASSISTANT_URL', endpoint.url);
    vi.stubEnv('ASSISTANT_MODEL', 'local-model');
    return () => endpoint.close();
  });

  it.each<[string, FakeEndpoint['answers'], Partial<Check>]>([
    ['answers', reads({ activity: '1.2.1', status: 'completed' }), { state: 'ok', fix: null }],
    ['asks for a key', fails(401), { state: 'bad', fix: expect.stringContaining('ASSISTANT_KEY') as string }],
    ['chats', says('สวัสดีค่ะ'), { state: 'bad', fix: expect.stringContaining('JSON') as string }],
  ])('that %s', async (_, answers, wanted) => {
    endpoint.answers = answers;
    const { byName } = await check();
    expect(byName.get('assistant')).toMatchObject(wanted);
  });
});
