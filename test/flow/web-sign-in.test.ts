/** Sign-in to the pages by personal links, and who may use which route: the matrix is made from the routes themselves. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMemberByUser } from '../../src/db/members.ts';
import { revokeMember } from '../../src/services/members.ts';
import { IDLE_MS, makeSetUpLink, NO_OFFICE } from '../../src/services/web-sessions.ts';
import { type Right, RIGHTS } from '../../src/web/rights.ts';
import { quietLog } from '../../src/log.ts';
import { type WebDeps, webRouter } from '../../src/web/router.ts';
import { routes } from '../../src/web/routes.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import {
  linkFor,
  visitAs,
  visitAsOperator,
  visitByHandedLink,
  visitFromTerminal,
  type WebVisitor,
} from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());

const open = (token: string, method: 'GET' | 'POST') =>
  fetch(`${office.app.url}/open/${token}`, { method, redirect: 'manual' });

describe('an address where there is nothing', () => {
  const ask = (path: string, accept: string) => fetch(office.app.url + path, { headers: { accept } });

  it.each([
    ['/', 200, 'นี่คือระบบ “คืบหน้า”'],
    ['/consol', 404, 'ไม่พบหน้านี้'],
    ['/form/1', 404, 'ไม่พบหน้านี้'],
  ])('%s tells a person what this is and the way in', async (path, status, words) => {
    const page = await ask(path, 'text/html');
    expect(page.status).toBe(status);
    const html = await page.text();
    expect(html).toContain(words);
    expect(html).toContain('ในแชท LINE');
    expect(page.headers.get('content-security-policy')).toContain("style-src 'self'");
  });

  it('tells a program in a word', async () => {
    const answer = await ask('/nothing', 'application/json');
    expect([answer.status, await answer.text()]).toEqual([404, 'not found\n']);
  });
});

describe('a personal link', () => {
  it('is spent by its button alone, not by who only looks at it', async () => {
    const token = await linkFor(office, PRASERT);
    for (let preview = 0; preview < 3; preview++) {
      const page = await open(token, 'GET');
      expect(page.status).toBe(200);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(await page.text()).toContain('เข้าใช้งาน');
    }
    const opened = await open(token, 'POST');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/dashboard']);
    expect(opened.headers.get('set-cookie')).toMatch(/^kuebna=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    const again = await open(token, 'POST');
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
    expect(await again.text()).toContain('ลิงก์นี้ใช้ไปแล้ว');
  });

  it('of somebody else asks in whose name, before it ends the session that is here', async () => {
    const here = await visitAs(office, PRASERT);
    const token = await linkFor(office, SOMSRI, '/form');
    const visit = (method: 'GET' | 'POST', path: string, cookie = here.cookie) =>
      fetch(office.app.url + path, { method, redirect: 'manual', headers: { cookie } });
    const page = await (await visit('GET', `/open/${token}`)).text();
    expect(page).toMatch(/ลิงก์นี้เป็นของ สมศรี[^]*ในชื่อ ประเสริฐ/);
    expect(page).toContain('href="/form"');
    // who came to the button without having been asked is asked
    const unasked = await visit('POST', `/open/${token}`);
    expect([unasked.status, unasked.headers.get('set-cookie')]).toEqual([409, null]);
    expect((await here.get('/web/me')).status).toBe(200);
    const agreed = /action="([^"]*instead=[^"]*)"/.exec(page)![1]!;
    const opened = await visit('POST', agreed);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/form']);
    expect((await here.get('/web/me')).status).toBe(401);
    // a newer link of one's own asks nothing
    const own = await visitAs(office, SOMSRI);
    const newer = await linkFor(office, SOMSRI, '/form');
    expect(await (await visit('GET', `/open/${newer}`, own.cookie)).text()).not.toContain('instead=');
    expect((await visit('POST', `/open/${newer}`, own.cookie)).status).toBe(303);
  });

  it('makes one session for two who open it at once', async () => {
    const token = await linkFor(office, PRASERT);
    const both = await Promise.all([open(token, 'POST'), open(token, 'POST')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 410]));
  });

  it.each([
    ['expired', () => linkFor(office, PRASERT, '/dashboard', -1), 410, 'หมดอายุ'],
    ['made up', () => Promise.resolve('x'.repeat(43)), 404, 'ไม่พบลิงก์'],
    ['cut off', () => Promise.resolve('abc'), 404, 'ไม่พบลิงก์'],
    ['an operator', () => Promise.resolve('%7B%22$gt%22:%22%22%7D'), 404, 'ไม่พบลิงก์'],
  ])('%s opens nothing and says what to do', async (_what, make, status, words) => {
    const token = await make();
    for (const method of ['GET', 'POST'] as const) {
      const answer = await open(token, method);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toContain(words);
    }
  });
});

describe('a session', () => {
  it('ends by signing out, by idleness, and when the member is taken out', async () => {
    const leaving = await visitAs(office, PRASERT);
    expect((await leaving.get('/web/me')).status).toBe(200);
    expect((await leaving.post('/web/sign-out', {})).status).toBe(200);
    expect((await leaving.get('/web/me')).status).toBe(401);

    const idle = await visitAs(office, PRASERT);
    const long = new Date(office.clock.now().getTime() - IDLE_MS - 1_000);
    await office.database.models.websessions.updateMany({}, { $set: { lastSeenAt: long } });
    expect((await idle.get('/web/me')).status).toBe(401);

    const taken = await visitAs(office, SOMSRI);
    expect((await taken.get('/web/me')).status).toBe(200);
    const { _id } = (await office.database.models.offices.findOne({}).lean<{ _id: string }>())!;
    const member = await findMemberByUser(office.database.models, _id, SOMSRI);
    const unopened = await linkFor(office, SOMSRI);
    await revokeMember(office.database, member!, new Date());
    expect((await taken.get('/web/me')).status).toBe(401);
    expect((await open(unopened, 'POST')).status).toBe(404);
    // a row that was missed changes nothing: the member is asked for each time
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'active' } });
    const back = await visitAs(office, SOMSRI);
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'revoked' } });
    expect((await back.get('/web/me')).status).toBe(401);
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'active' } });
  });

  it('takes changes from its own pages alone', async () => {
    const visitor = await visitAs(office, PRASERT);
    const { cookie, csrf } = visitor;
    const from = (headers: Record<string, string>) =>
      fetch(`${office.app.url}/web/sign-out`, { method: 'POST', headers: { cookie, ...headers } });
    expect((await from({})).status).toBe(403);
    expect((await from({ 'x-csrf': 'x'.repeat(43) })).status).toBe(403);
    expect((await from({ 'x-csrf': csrf, origin: 'https://evil.example' })).status).toBe(403);
    expect((await from({ 'x-csrf': csrf, origin: 'not an address' })).status).toBe(403);
    expect((await from({ 'x-csrf': csrf, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await visitor.post('/web/sign-out', {})).status).toBe(200);
  });

  it('shows a page that was opened in another’s name nothing of its own', async () => {
    const [one, two] = [await visitAs(office, PRASERT), await visitAs(office, SOMSRI)];
    const read = await two.get('/web/me', { 'x-csrf': one.csrf });
    expect([read.status, await read.json()]).toEqual([
      403,
      { why: expect.stringContaining('สมศรี'), details: 'session' },
    ]);
    expect((await two.get('/web/me', { 'x-csrf': two.csrf })).status).toBe(200);
  });

  it('that cannot be looked up for now is asked to wait, in words', async () => {
    const away = () => ({ lean: () => Promise.reject(new Error('no primary')) });
    const database = { models: { websessions: { findOne: away } } } as never;
    const { address, clock, log } = {
      address: { now: () => 'http://x' },
      clock: office.clock,
      log: quietLog,
    };
    const app = express().use(webRouter({ database, address, clock, log } as unknown as WebDeps));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/web/me`;
    const cookie = `kuebna=${'x'.repeat(43)}`;
    const asked = await fetch(url, { headers: { cookie, accept: 'application/json' } });
    expect([asked.status, await asked.json()]).toEqual([
      503,
      { why: expect.stringContaining('ข้อมูลที่กรอกยังอยู่') },
    ]);
    const page = await fetch(url, { headers: { cookie, accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('กรุณารอสักครู่')]);
    server.close();
  });

  it('is answered with nothing that other sites could use', async () => {
    const page = await (await visitAs(office, PRASERT)).get('/dashboard');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(await page.text()).not.toMatch(/<script>|style=|onclick=/);
  });
});

/** Who has which right, written out once more, so that a slip in the table is seen. */
const EXPECTED: Record<
  'stranger' | 'officer' | 'manager' | 'admin' | 'terminal' | 'handed' | 'operator',
  readonly Right[]
> = {
  stranger: ['anyone'],
  officer: ['anyone', 'signed-in', 'form'],
  manager: ['anyone', 'signed-in', 'form', 'dashboard', 'nudge', 'publish'],
  admin: ['anyone', 'signed-in', 'form', 'dashboard', 'nudge', 'console', 'publish', 'export'],
  // whoever has the server sees no reports by that alone
  terminal: ['anyone', 'signed-in', 'console'],
  handed: ['anyone', 'signed-in', 'console'],
  operator: ['anyone', 'signed-in', 'offices-figures', 'offices-change', 'offices-report', 'offices-export'],
};

describe('the way to the console', () => {
  const linkIn = (said: unknown) => /http:[^"]*\/open\/([\w-]{43})/.exec(JSON.stringify(said))?.[1];

  it.each(['จัดการ', 'ตั้งค่า', 'console'])('is typed “%s” by an administrator', async (typed) => {
    await visitAs(office, PRASERT, ['admin']);
    const token = linkIn(await office.say(PRASERT, typed));
    const opened = await open(token ?? '', 'POST');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/console']);
    await visitAs(office, PRASERT, ['manager']);
    expect(linkIn(await office.say(PRASERT, typed))).toBeUndefined();
  });

  it('is there before any plan', async () => {
    await visitAs(office, PRASERT, ['admin']);
    const { offices } = office.database.models;
    const { currentPlan, _id } = (await offices.findOne({}).lean<{ _id: string; currentPlan: string }>())!;
    // as after an import whose plan is not in force
    await offices.updateOne({ _id }, { $set: { currentPlan: null }, $inc: { planRev: 1 } });
    expect(linkIn(await office.say(PRASERT, 'จัดการ'))).toBeDefined();
    await visitAs(office, PRASERT, ['manager']);
    expect(wordsIn(await office.say(PRASERT, 'จัดการ'))).toContain('ยังไม่ได้นำเข้าแผน');
    await offices.updateOne({ _id }, { $set: { currentPlan }, $inc: { planRev: 1 } });
  });

  it('from the terminal opens once, within an hour, and says where the next one comes from', async () => {
    const { database, clock } = office;
    const now = clock.now();
    const { token, expiresAt } = await makeSetUpLink(database, NO_OFFICE, now);
    expect(expiresAt.getTime() - now.getTime()).toBe(3_600_000);
    expect((await open(token, 'POST')).headers.get('location')).toBe('/console');
    expect(await (await open(token, 'GET')).text()).toContain('npm run console-link');
    const { token: old } = await makeSetUpLink(database, NO_OFFICE, new Date(now.getTime() - 3_600_000));
    expect((await open(old, 'POST')).status).toBe(410);
  });

  it('shows what is there', async () => {
    const home = await (await visitFromTerminal(office)).get('/web/console');
    expect(await home.json()).toMatchObject({ home: { plan: { fiscalYear: 2564, activities: 11 } } });
  });
});

/** Every route there is, under the right it needs: one that is added to the pages is added here, or this fails. */
const TABLE: Record<Right, readonly string[]> = {
  anyone: [
    'GET /open/:token',
    'POST /open/:token',
    'GET /reports/:asset',
    'GET /reports/:office/:year/:months',
    'GET /reports/:office/:year/:months/:version',
    'GET /reports/:office/:year/:months/:version/:file',
    'GET /web/assets/:name',
  ],
  'signed-in': ['GET /web/me', 'POST /web/sign-out'],
  dashboard: [
    'GET /dashboard',
    'GET /web/activities/:code',
    'GET /web/overview',
    'GET /web/pictures/:id/:kind',
    'GET /web/report/:half/:format',
  ],
  console: [
    'GET /console',
    'GET /web/console',
    'GET /web/console/checks',
    'GET /web/console/connection',
    'POST /web/console/connection',
    'POST /web/console/connection/address',
    'POST /web/console/connection/menus',
    'POST /web/console/connection/webhook',
    'POST /web/console/connection/withdraw',
    'POST /web/console/invites/make',
    'POST /web/console/invites/sheet',
    'POST /web/console/invites/take-back',
    'POST /web/console/office',
    'GET /web/console/operation',
    'POST /web/console/operation/dead',
    'POST /web/console/operation/erase',
    'POST /web/console/operation/export',
    'GET /web/console/outside',
    'POST /web/console/outside/hooks',
    'POST /web/console/outside/hooks/change',
    'POST /web/console/outside/names',
    'GET /web/console/people',
    'POST /web/console/people/change',
    'POST /web/console/people/hand-over',
    'POST /web/console/people/take-out',
    'GET /web/console/plan',
    'GET /web/console/plan/export',
    'GET /web/console/plan/form',
    'POST /web/console/plan/parts/:id/:part',
    'POST /web/console/plan/read',
    'POST /web/console/plan/store',
    'POST /web/console/plan/use',
    'GET /web/console/plan/use/:plan',
    'GET /web/console/settings',
    'POST /web/console/settings/assistant',
    'POST /web/console/settings/days',
    'POST /web/console/settings/keeping',
    'POST /web/console/settings/quota',
    'POST /web/console/settings/reminders',
    'POST /web/console/settings/report',
    'POST /web/console/settings/report/preview',
    'GET /web/console/tokens',
    'POST /web/console/tokens',
    'POST /web/console/tokens/revoke',
  ],
  form: [
    'GET /form',
    'GET /web/files/:id',
    'POST /web/files/:id/:part',
    'GET /web/form',
    'GET /web/form/:code',
    'POST /web/form/:code',
    'POST /web/form/:code/discard',
    'POST /web/form/:code/files',
    'POST /web/form/:code/files/remove',
    'POST /web/form/:code/store',
    'POST /web/form/:code/undo',
  ],
  'offices-figures': [
    'GET /offices',
    'GET /operators',
    'GET /web/offices',
    'GET /web/offices/plans',
    'GET /web/offices/plans/:id/differences',
    'GET /web/offices/plans/:id/differences/:office',
  ],
  'offices-change': [
    'GET /web/offices/list/form',
    'POST /web/offices/delete',
    'POST /web/offices/links',
    'POST /web/offices/links/take-back',
    'POST /web/offices/list',
    'POST /web/offices/make',
    'POST /web/offices/plans/give',
    'POST /web/offices/plans/own',
    'POST /web/offices/plans/parts/:id/:part',
    'POST /web/offices/plans/template',
    'POST /web/offices/suspend',
  ],
  'offices-report': [
    'GET /web/offices/report',
    'POST /web/offices/report',
    'GET /web/offices/report/:id/file',
  ],
  'offices-export': ['POST /web/offices/export', 'GET /web/offices/export/:office'],
  export: ['GET /web/console/export', 'POST /web/console/export', 'GET /web/console/export/:id'],
  nudge: ['GET /web/nudge', 'POST /web/nudge'],
  publish: ['GET /web/publication/:half', 'GET /web/publication/:half/:file'],
};

/** What Express itself answers, whatever the list says. */
function routesIn(router: Router): string[] {
  return router.stack.flatMap(({ route }) => {
    const { methods = {}, path = '' } = (route ?? {}) as { methods?: Record<string, boolean>; path?: string };
    return Object.keys(methods)
      .filter((method) => method !== '_all')
      .map((method) => `${method.toUpperCase()} ${path}`);
  });
}

async function visitorAs(who: string): Promise<WebVisitor | null> {
  if (who === 'stranger') return null;
  if (who === 'terminal') return visitFromTerminal(office);
  if (who === 'operator') return visitAsOperator(office);
  if (who !== 'handed') return visitAs(office, SOMSRI, [who as 'officer']);
  const { members, offices } = office.database.models;
  // an office that has an administrator is handed to nobody
  await members.updateMany({}, { $set: { roles: ['officer'] } });
  const [first] = await offices.find().lean();
  return visitByHandedLink(office, first!._id);
}

describe('the matrix of routes and roles', () => {
  it('names every route of the router, each under its right', () => {
    const deps = { database: office.database } as WebDeps;
    expect(routesIn(webRouter(deps)).toSorted()).toEqual(Object.values(TABLE).flat().toSorted());
    const rights = new Map(routes.map(({ method, path, may }) => [`${method} ${path}`, may]));
    for (const [right, listed] of Object.entries(TABLE))
      for (const one of listed) expect([one, rights.get(one)]).toEqual([one, right]);
    const more = [
      ...routes,
      { method: 'GET', path: '/web/new', may: 'anyone', answer: () => ({ json: 1 }) } as const,
    ];
    expect(routesIn(webRouter(deps, more))).not.toEqual(routesIn(webRouter(deps)));
  });

  it.each(Object.entries(EXPECTED))(
    'lets %s do what the table names, and nothing else',
    async (who, rights) => {
      const visitor = await visitorAs(who);
      for (const { method, path, may } of routes) {
        if (path === '/web/sign-out') continue;
        const address = office.app.url + path.replace(/:\w+/g, 'none');
        const headers: Record<string, string> = visitor
          ? { cookie: visitor.cookie, 'x-csrf': visitor.csrf }
          : { accept: 'application/json' };
        const { status } = await fetch(address, { method, headers, redirect: 'manual' });
        const refused = status === 401 || status === 403;
        expect([method, path, refused]).toEqual([method, path, !rights.includes(may)]);
      }
      expect(RIGHTS).toEqual(expect.arrayContaining([...rights]));
    },
  );

  it('has no route that is not in the list', async () => {
    const visitor = await visitAs(office, PRASERT, ['admin']);
    for (const path of ['/web', '/web/none', '/dashboard/..%2fconsole%2fx', '/open']) {
      expect((await visitor.get(path)).status).toBe(404);
    }
    expect((await visitor.post('/dashboard', {})).status).toBe(405);
  });
});
