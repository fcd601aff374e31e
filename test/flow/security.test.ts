/** What an outsider tries, over the real routes: operators for values, other offices, foreign addresses, words in logs, routes nobody listed. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { apiRoutes } from '../../src/http/api/routes.ts';
import { routes } from '../../src/web/routes.ts';
import { testDatabase } from '../helpers/database.ts';
import { INVITE, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA } from '../helpers/office.ts';

const SECRET = 'test-channel-secret';
const TOKEN = 'test-channel-access-token';
const CANARY = 'ถ้อยคำนกขมิ้น';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const lines: string[] = [];
/** Every path a router was given while the server was put together. */
const given: string[] = [];

beforeAll(async () => {
  const prototype = express.Router.prototype as {
    route: (path: string) => unknown;
    use: (...all: unknown[]) => unknown;
  };
  const { route, use } = prototype;
  const spies = [
    vi.spyOn(prototype, 'route').mockImplementation(function (this: unknown, path) {
      given.push(path);
      return Reflect.apply(route, this, [path]);
    }),
    vi.spyOn(prototype, 'use').mockImplementation(function (this: unknown, ...all) {
      if (typeof all[0] === 'string') given.push(`${all[0]}*`);
      return Reflect.apply(use, this, all);
    }),
  ];
  const log = createLog({
    level: 'debug',
    secrets: [SECRET, TOKEN],
    to: { write: (line) => void lines.push(line) },
  });
  office = await openOffice(uri, { log });
  for (const spy of spies) spy.mockRestore();
  await secondOffice();
});
afterAll(() => office.close());

/** An office beside the first, every word of which is the canary. */
async function secondOffice(): Promise<void> {
  const { models } = office.database;
  const copy = async (
    name: 'offices' | 'plans' | 'activities' | 'members',
    change: (row: never) => object,
  ) => {
    const rows = await models[name].collection.find().toArray();
    await models[name].collection.insertMany(
      rows.map((row) => ({ ...row, ...change(row as never) })) as never[],
    );
  };
  const theirs = { office: 'second', plan: 'second-plan', name: CANARY, title: CANARY };
  await copy('offices', () => ({ _id: 'second', name: CANARY, currentPlan: 'second-plan' }));
  await copy('plans', () => ({ ...theirs, _id: 'second-plan' }));
  await copy('activities', (row: { _id: string; plan: string }) => ({
    ...theirs,
    _id: row._id.replace(row.plan, 'second-plan'),
    state: { ...(row as { state?: object }).state, result: CANARY, obstacle: CANARY },
  }));
  await copy('members', (row: { _id: string; userId: string }) => ({
    ...theirs,
    _id: `second-${row._id}`,
    userId: `U-second-${row.userId.slice(-8)}`,
  }));
}

async function post(events: unknown[]): Promise<number> {
  const body = JSON.stringify({ events });
  const signature = createHmac('sha256', SECRET).update(body).digest('base64');
  const headers = { 'x-line-signature': signature };
  return (await fetch(`${office.app.url}/webhook`, { method: 'POST', body, headers })).status;
}

let sequence = 0;
const from = (source: unknown, message: Record<string, unknown>) => {
  sequence += 1;
  const at = office.clock.now().getTime();
  const id = `security-${sequence}`;
  return {
    type: 'message',
    webhookEventId: id,
    timestamp: at,
    mode: 'active',
    source,
    message: { id, ...message },
  };
};

/** Rows of what an intruder would want to change. */
async function counts(): Promise<number[]> {
  const { members, invites, updates, filelinks, websessions, evidence } = office.database.models;
  return Promise.all(
    [members, invites, updates, filelinks, websessions, evidence].map(({ collection }) =>
      collection.countDocuments({}),
    ),
  );
}

const OPERATORS = [
  '{"$gt":""}',
  '{"$ne":null}',
  '{"$where":"while(true){}"}',
  '[$ne]',
  '$regex',
  '__proto__',
  'constructor',
  '{"__proto__":{"roles":["admin"]}}',
  "'; db.dropDatabase(); //",
  '\u0000',
  '.*',
];

describe('operators in the place of values', () => {
  test.each(OPERATORS)(
    '%j typed, tapped, as a person, as a link: nothing is found, nothing changes',
    async (bad) => {
      const before = await counts();
      for (const typed of [bad, `ลงทะเบียน ${bad}`, `สถานะ ${bad}`, `ประวัติ ${bad}`])
        await office.say(WIPHA, typed);
      const data = [bad, `do=undo&update=${bad}`, `{"do":"undo","update":${bad}}`];
      for (const one of data)
        await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data: one }, SOMSRI);
      const parsed = bad.startsWith('{"$') ? (JSON.parse(bad) as unknown) : bad;
      for (const source of [{ type: 'user', userId: parsed }, { type: parsed, userId: SOMSRI }, parsed])
        expect(await post([from(source, { type: 'text', text: parsed })])).toBe(200);
      const path = encodeURIComponent(bad);
      for (const address of [
        `/files/${path}`,
        `/charts/${path}.png`,
        `/open/${path}`,
        `/webhook/${path}`,
        `/web/me?user[$ne]=${path}`,
      ]) {
        const { status } = await fetch(office.app.url + address, { headers: { cookie: `kuebna=${path}` } });
        expect([address, status < 500 && status >= 400]).toEqual([address, true]);
      }
      await office.app.idle();
      expect(await counts()).toEqual(before);
      expect(await office.database.models.inbox.countDocuments({ state: 'dead' })).toBe(0);
      expect(({} as { roles?: unknown }).roles).toBeUndefined();
    },
  );
});

describe('a picture that is said to lie elsewhere', () => {
  test('is never fetched from there', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/latest/meta-data`;
    const contentProvider = { type: 'external', originalContentUrl: url, previewImageUrl: url };
    for (const id of ['77', url, `../../${url}`, '../../../v2/bot/info'])
      expect(
        await post([from({ type: 'user', userId: SOMSRI }, { type: 'image', id, contentProvider })]),
      ).toBe(200);
    expect(
      await post([from({ type: 'user', userId: SOMSRI }, { type: 'text', text: `1.2 เสร็จแล้ว ดู ${url}` })]),
    ).toBe(200);
    await office.app.idle();
    elsewhere.close();
    expect(asked).toEqual([]);
    await office.say(SOMSRI, 'ยกเลิก');
  });
});

describe('another office', () => {
  test('is in no answer, card, file or page of this one', async () => {
    const shown: string[] = [];
    const hear = async (user: string, text: string) => {
      const said = await office.say(user, text);
      shown.push(JSON.stringify(said));
      return said;
    };
    for (const text of ['1.2 เสร็จแล้ว ใช้งบ 28,500 บาท', 'บันทึก', 'งานของฉัน', 'ประวัติ 1.2', 'หลักฐาน 1.2'])
      await hear(SOMSRI, text);
    for (const text of [
      'สรุป',
      'สถานะ 1.2',
      'สถานะ 1',
      'ล่าช้า',
      'ยังไม่รายงาน',
      'งบประมาณ',
      'มอบหมาย 1.2',
      'เตือน 1.3 1)',
      'แดชบอร์ด',
    ])
      await hear(PRASERT, text);
    const files = await hear(PRASERT, 'รายงาน 6 เดือน');
    const addresses = [...JSON.stringify(files).matchAll(/"uri":"([^"]+)"/g)].map((found) => found[1]!);
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
      if (bytes.toString('latin1', 0, 2) !== 'PK') continue;
      const zip = await JSZip.loadAsync(bytes);
      const parts = Object.values(zip.files).filter(({ name }) => name.endsWith('.xml'));
      expect(parts.length).toBeGreaterThan(5);
      for (const part of parts) shown.push(await part.async('string'));
    }
    expect(shown.join('')).toContain('พิษณุโลก');
    expect(shown.filter((one) => one.includes(CANARY))).toEqual([]);
  });
});

describe('what is written down', () => {
  test('in the log and the metrics holds no words, names, codes, secrets or tokens', async () => {
    await office.say(SOMSRI, `1.1 1) กำลังดำเนินการ ผลคือ ${CANARY}สอง`);
    await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
    await post([
      {
        type: 'message',
        source: { type: 'user', userId: SOMSRI },
        message: { type: 'text', id: '1', text: CANARY },
      },
    ]);
    await fetch(`${office.app.url}/files/${'k'.repeat(43)}`);
    const written = [...lines, await office.app.metrics.text()].join('\n');
    expect(written.length).toBeGreaterThan(1_000);
    const words = [CANARY, 'สมศรี', 'ประเสริฐ', INVITE, SECRET, TOKEN, 'k'.repeat(43)];
    expect(words.filter((word) => written.includes(word))).toEqual([]);
  });

  test('of secrets stands nowhere in the database either', async () => {
    const { connection } = office.database;
    for (const { name } of await connection.db!.listCollections({}, { nameOnly: true }).toArray())
      for await (const row of connection.db!.collection(name).find())
        expect([SECRET, TOKEN, INVITE].filter((word) => JSON.stringify(row).includes(word))).toEqual([]);
  });
});

/** Whatever is no page: who gets an answer there. Pages stand in the list they are made from, with their rights. */
const OTHER_ROUTES: Record<string, string> = {
  '/healthz': 'anyone: one word',
  '/readyz': 'anyone: one word',
  '/metrics': 'this machine, or the token',
  '/api/v1*': 'anyone: that there is nothing else',
  '/api/v1/openapi.json': 'anyone: it tells of no office',
  ...Object.fromEntries(apiRoutes.map(({ path }) => [path, 'whoever has a token of the office'])),
  '/files*': 'whoever has the link',
  '/charts*': 'whoever has the link',
  '/:name': 'of charts, whoever has the link',
  '/simulator*': 'this machine',
  '/{*path}': 'anyone with a browser: that nothing is there, and the way in',
};
const OF_SIMULATOR = [
  '/',
  '/page.js',
  '/page.css',
  '/font/:name',
  '/state',
  '/events',
  '/act',
  '/media/:id',
  '/richmenu/:id',
];

test('every route the server has is listed with who may use it', () => {
  const listed = new Set([
    ...Object.keys(OTHER_ROUTES),
    ...OF_SIMULATOR,
    ...routes.map(({ path }) => path),
    '/*',
  ]);
  expect(given.length).toBeGreaterThan(routes.length);
  expect(given.filter((path) => !listed.has(path))).toEqual([]);
  expect(
    [...Object.keys(OTHER_ROUTES), ...routes.map(({ path }) => path)].filter((path) => !given.includes(path)),
  ).toEqual([]);
});
