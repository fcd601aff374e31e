/** The read API over real HTTP: what it answers is what its document says, a token reads its own office alone, and the examples of docs/api.md run. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiTokensScript } from '../../scripts/api-tokens.ts';
import { NO_FIELDS } from '../../src/domain/activity.ts';
import { TOKEN_READS, tokenMayRead } from '../../src/domain/policy.ts';
import { allowance } from '../../src/http/api/allowance.ts';
import { API, apiRoutes } from '../../src/http/api/routes.ts';
import { makeToken } from '../../src/services/api-tokens.ts';
import { suspendOffice } from '../../src/services/suspension.ts';
import { storeNames } from '../../src/services/webhook-settings.ts';
import { findOffice } from '../../src/db/offices.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { closeAndPublish, takeBackLast } from '../helpers/published.ts';
import { visitFromTerminal } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const OTHER = 'office-7';
const CANARY = 'ของหน่วยงานอื่นเท่านั้น';
const RESULT = 'ประชุมร่วมกับสมศรี ใจดี แล้ว';
let office: TestOffice;
let own: string;
let token: string;
let others: string;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  office = await openOffice(uri);
  own = String((await office.database.models.offices.findOne({}).lean())!._id);
  await office.say(SOMSRI, `1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท ผลคือ ${RESULT}`);
  await office.tap(SOMSRI, 'บันทึก');
  await office.say(SOMSRI, '1.1 1) กำลังดำเนินการ 30% ผลคือ เริ่มแล้ว');
  await office.tap(SOMSRI, 'บันทึก');
  await takeBackLast(office);
  await closeAndPublish(office);
  await theOther();
  const act = { by: 'test', now: office.clock.now() };
  token = (await makeToken(office.database, own, 'ทดสอบ', act))!.token;
  others = (await makeToken(office.database, OTHER, 'ของอีกหน่วยงาน', act))!.token;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
});

/** An office beside the first, with the canary in all it has. */
async function theOther(): Promise<void> {
  const { models } = office.database;
  await fillOffices(office.database, { offices: 1, activities: 3, officers: 1 }, 7);
  const mine = { office: OTHER };
  await models.offices.updateOne({ _id: OTHER }, { $set: { name: CANARY } });
  await models.plans.updateMany(mine, { $set: { title: CANARY } });
  await models.activities.collection.updateMany(mine, { $set: { name: CANARY } });
  const said = { ...NO_FIELDS, status: 'completed', result: CANARY };
  const update = { plan: 'plan-7', activity: '1', seq: 1, at: office.clock.now(), said, through: 'chat' };
  const by = { member: null, name: CANARY, position: CANARY };
  await models.updates.collection.insertOne({
    _id: 'u7',
    ...mine,
    ...update,
    by,
    evidence: [],
    voided: null,
  } as never);
}

const ask = (path: string, headers: Record<string, string> = {}, shown = token) =>
  fetch(office.app.url + path, { headers: { authorization: `Bearer ${shown}`, ...headers } });
const read = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T;
interface Page<T> {
  items: T[];
  next: string | null;
}
const all = async <T>(path: string, limit: number): Promise<{ items: T[]; pages: number }> => {
  const items: T[] = [];
  let cursor = '';
  for (let pages = 1; ; pages++) {
    const page = await read<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
    items.push(...page.items);
    if (page.next === null) return { items, pages };
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
};

interface Operation {
  parameters: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }> }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, object> };
}

describe('each route', () => {
  const document = async () =>
    (await (await fetch(`${office.app.url}${API}/openapi.json`)).json()) as OpenApi;
  /** @returns faults of an answer by what the document says of it. */
  async function judge(path: string, answer: Response): Promise<unknown> {
    const { paths, components } = await document();
    const ajv = new Ajv2020({ strict: true, formats: { date: true, 'date-time': true } });
    ajv.addKeyword('components');
    ajv.addSchema({ $id: 'doc', components } as object);
    const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
    const said = paths[path]!.get.responses[String(answer.status)]?.content?.[type];
    expect([path, answer.status, type, said]).toEqual([path, answer.status, type, expect.anything()]);
    const check = ajv.getSchema(`doc${said!.schema.$ref}`)!;
    return check(await answer.json()) ? null : check.errors;
  }

  it('answers what its document says, and nothing else', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(apiRoutes.map(({ path }) => path.slice(API.length)));
    for (const path of Object.keys(paths)) {
      const answer = await ask(API + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, await judge(path, answer)]).toEqual([path, null]);
      expect([path, await judge(path, await ask(`${API}${path}?none=1`))]).toEqual([path, null]);
      expect([path, await judge(path, await ask(API + path, {}, 'none'))]).toEqual([path, null]);
      const { parameters } = paths[path]!.get;
      const query = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      for (const name of ['limit', 'cursor', 'plan', 'activity']) {
        const bad = await ask(`${API}${path}?${name}=${name === 'limit' ? '0' : 'x'}`);
        // what is known is read, what is not is refused
        if (!query.includes(name)) expect([path, name, bad.status]).toEqual([path, name, 400]);
        expect([path, name, bad.status === 200 || (await judge(path, bad)) === null]).toEqual([
          path,
          name,
          true,
        ]);
      }
    }
    // the judge sees what is wrong
    const wrong = new Response(JSON.stringify({ items: [{ code: 1 }], next: null, more: 1 }), {
      headers: { 'content-type': 'application/json' },
    });
    expect(await judge('/activities', wrong)).not.toBeNull();
  });

  it('is in the policy, and what is not there is refused', () => {
    expect(apiRoutes.map(({ may }) => may).toSorted()).toEqual([...TOKEN_READS].toSorted());
    expect(['console', 'constructor', 'see-words', ''].filter(tokenMayRead)).toEqual([]);
  });

  it('is for reading alone, and there is nothing beside them', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(`${office.app.url}${API}/office`, { method });
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
    }
    const missing = await ask(`${API}/members`);
    expect([missing.status, await missing.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'unknown' }),
    ]);
  });
});

describe('what is read', () => {
  it('is the plan with where it stands', async () => {
    const shown = await read<{ id: string; plans: object[] }>(`${API}/office`);
    expect(shown).toMatchObject({ id: own, plans: [{ fiscalYear: 2564, current: true }] });
    const { items } = await all<{ code: string; leaf: boolean; standing: object | null }>(
      `${API}/activities`,
      200,
    );
    expect(items.filter(({ leaf }) => leaf)).toHaveLength(11);
    expect(items.find(({ code }) => code === '1.2.1')?.standing).toMatchObject({
      status: 'completed',
      spent: 28_500,
    });
    expect(items.find(({ code }) => code === '1')).toMatchObject({ leaf: false, standing: null });
  });

  it('comes in pages that neither repeat nor leave out, also while more is reported', async () => {
    const whole = (await all<{ code: string }>(`${API}/activities`, 200)).items;
    const paged = await all<{ code: string }>(`${API}/activities`, 4);
    expect(paged.items).toEqual(whole);
    expect(paged.pages).toBe(Math.ceil(whole.length / 4));
    const { models } = office.database;
    const base = (await models.updates.collection.findOne({ activity: '1.2.1' }))!;
    const more = (activity: string, seq: number) => ({
      ...base,
      _id: `${activity}-${seq}`,
      draft: null,
      activity,
      seq,
    });
    await models.updates.collection.insertMany([1, 2, 3, 4, 5].map((seq) => more('3', seq)) as never[]);
    const first = await read<Page<{ id: string }>>(`${API}/updates?limit=3`);
    // one that comes behind the cursor's place is on a later page, one before it on none
    await models.updates.collection.insertMany([more('9', 1), more('0', 1)] as never[]);
    const ids = first.items.map(({ id }) => id);
    for (let next = first.next; next !== null;) {
      const page: Page<{ id: string }> = await read(`${API}/updates?limit=3&cursor=${next}`);
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('9-1');
    expect(ids).not.toContain('0-1');
    expect((await all<{ seq: number }>(`${API}/updates?activity=3`, 2)).items.map(({ seq }) => seq)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    await models.updates.collection.deleteMany({ activity: { $in: ['0', '3', '9'] } });
  });

  it('has the words of reports without members’ names, unless the office lets them out', async () => {
    interface Shown {
      said: { result: string | null };
      by: { position: string; name?: string };
      takenBackAt: string | null;
    }
    const find = async (code: string) => (await read<Page<Shown>>(`${API}/updates?activity=${code}`)).items;
    const [said] = await find('1.2.1');
    expect(said!.said.result).toMatch(/^ประชุมร่วมกับ/);
    const whole = async () =>
      (await Promise.all(apiRoutes.map(async ({ path }) => (await ask(path)).text()))).join();
    expect(await whole()).not.toContain('สมศรี');
    expect(await whole()).not.toContain('ประเสริฐ');
    const [back] = await find('1.1.1');
    expect([back!.takenBackAt !== null, back!.said.result]).toEqual([true, null]);
    const { database, clock } = office;
    const now = clock.now();
    await storeNames(database, (await findOffice(database.models, own))!, true, { by: 'test', now });
    const [named] = await find('1.2.1');
    expect([named!.by.name, named!.said.result]).toEqual([expect.stringContaining('สมศรี'), RESULT]);
    await storeNames(database, (await findOffice(database.models, own))!, false, { by: 'test', now });
    expect(await whole()).not.toContain('สมศรี');
  });

  it('leads to half years and their pages', async () => {
    expect((await read<Page<object>>(`${API}/periods`)).items).toMatchObject([
      { half: 1, months: 6, version: 1 },
    ]);
    const [published] = (await read<Page<{ path: string }>>(`${API}/publications`)).items;
    expect((await fetch(office.app.url + published!.path)).status).toBe(200);
  });

  it('goes on in no other list than the one a cursor was given for', async () => {
    const { models } = office.database;
    const base = (await models.updates.collection.findOne({ activity: '1.2.1' }))!;
    const two = ['8', '9'].flatMap((activity) =>
      [1, 2].map((seq) => ({ ...base, _id: `${activity}-${seq}`, draft: null, activity, seq })),
    );
    await models.updates.collection.insertMany(two as never[]);
    const next = async (path: string) => (await read<Page<object>>(`${API}/${path}limit=1`)).next!;
    const ofOne = await next('updates?activity=8&');
    const foreign = [
      [`updates?activity=9`, ofOne],
      [`updates?limit=1`, ofOne],
      [`updates?activity=8`, await next('updates?')],
      [`activities?limit=1`, ofOne],
      [`updates?limit=1`, await next('activities?')],
    ];
    for (const [path, cursor] of foreign)
      expect([path, (await ask(`${API}/${path}&cursor=${cursor}`)).status]).toEqual([path, 400]);
    expect((await ask(`${API}/updates?activity=8&cursor=${ofOne}`)).status).toBe(200);
    await models.updates.collection.deleteMany({ activity: { $in: ['8', '9'] } });
  });

  it('is nothing while the office is suspended, which shows what it published alone', async () => {
    const { database, clock } = office;
    const act = { by: 'operator', now: clock.now() };
    const [published] = (await read<Page<{ path: string }>>(`${API}/publications`)).items;
    const paths = [published!.path, `/reports/${own}`];
    const shown = () =>
      Promise.all(
        [...apiRoutes.map(({ path }) => ask(path)), ...paths.map((path) => fetch(office.app.url + path))].map(
          async (answer) => (await answer).status,
        ),
      );
    const open = await shown();
    await suspendOffice(database, own, true, act);
    const closed = await shown();
    await suspendOffice(database, own, false, act);
    // what was published stays public
    expect(closed).toEqual([...apiRoutes.map(() => 403), 200, 200]);
    expect([new Set(open), await shown()]).toEqual([new Set([200]), open]);
  });

  it('is not sent again while it is the same', async () => {
    const first = await ask(`${API}/activities`);
    const etag = first.headers.get('etag')!;
    const same = await ask(`${API}/activities`, { 'if-none-match': `"other", W/${etag}` });
    expect([same.status, await same.text()]).toEqual([304, '']);
    await office.say(SOMSRI, '1.1 1) กำลังดำเนินการ 60%');
    await office.tap(SOMSRI, 'บันทึก');
    expect((await ask(`${API}/activities`, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('a token', () => {
  it('of another office shows nothing of this one', async () => {
    const of = async (shown: string) =>
      (
        await Promise.all(
          apiRoutes.flatMap(({ path, takes }) => [
            ask(path, {}, shown).then((one) => one.text()),
            ...(takes.includes('plan')
              ? [ask(`${path}?plan=plan-7`, {}, shown).then((one) => one.text())]
              : []),
          ]),
        )
      ).join();
    expect(await of(others)).toContain(CANARY);
    expect(await of(token)).not.toContain(CANARY);
    expect(await of(others)).not.toContain('พิษณุโลก');
    const theirs = ((await (await ask(`${API}/updates?limit=1`, {}, others)).json()) as Page<object>).items;
    expect(theirs).toHaveLength(1);
    // a cursor of theirs leads nowhere here
    const page = (await (await ask(`${API}/activities?limit=1`, {}, others)).json()) as Page<object>;
    expect((await ask(`${API}/activities?cursor=${page.next}`)).status).toBe(404);
  });

  it('opens nothing once it is revoked, cut, or never was', async () => {
    const admin = await visitFromTerminal(office, own);
    const made = await admin.post('/web/console/tokens', { name: 'แดชบอร์ดจังหวัด' });
    const { id, token: fresh } = (await made.json()) as { id: string; token: string };
    expect((await ask(`${API}/office`, {}, fresh)).status).toBe(200);
    const { tokens } = (await (await admin.get('/web/console/tokens')).json()) as { tokens: object[] };
    expect(tokens).toContainEqual(
      expect.objectContaining({ name: 'แดชบอร์ดจังหวัด', lastUsedAt: expect.any(String) }),
    );
    expect(JSON.stringify(tokens)).not.toContain(fresh);
    const kept = await office.database.models.apitokens.find({}).lean();
    expect(JSON.stringify(kept)).not.toContain(fresh.slice(7));
    // another office's is not this administrator's to take away
    const theirs = kept.find((one) => one.office === OTHER)!._id;
    expect((await admin.post('/web/console/tokens/revoke', { id: theirs })).status).toBe(404);
    expect((await admin.post('/web/console/tokens/revoke', { id })).status).toBe(200);
    for (const shown of [fresh, token.slice(0, -1), `${token}x`, id, '{"$gt":""}', ''])
      expect([shown, (await ask(`${API}/office`, {}, shown)).status]).toEqual([shown, 401]);
    const none = await fetch(`${office.app.url}${API}/office`);
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await none.json()).toMatchObject({ type: 'about:blank', status: 401, code: 'no-token' });
    const audit = await office.database.models.audit.find({ act: /-token$/, office: own }).lean();
    expect(audit.map(({ act }) => act)).toEqual(expect.arrayContaining(['make-token', 'revoke-token']));
    // the audit is kept for ever, and the name may be somebody's
    expect(audit.map(({ about }) => about)).toContainEqual({ token: id.slice(0, 12) });
    expect(JSON.stringify(audit)).not.toMatch(/แดชบอร์ดจังหวัด|ทดสอบ/);
  });

  it('is made, listed and revoked by the command too', async () => {
    const run = (...args: string[]) => runAdmin(apiTokensScript, ['--json', '--office', own, ...args]);
    const { token: made, id } = (await run('--make', 'ระบบกลาง')).json<{ token: string; id: string }>();
    expect((await ask(`${API}/office`, {}, made)).status).toBe(200);
    expect((await run()).json()).toContainEqual(expect.objectContaining({ id, name: 'ระบบกลาง' }));
    expect((await run('--revoke', 'none')).code).toBe(1);
    expect((await run('--revoke', id.slice(0, 12))).json()).toEqual({ revoked: id });
    expect((await ask(`${API}/office`, {}, made)).status).toBe(401);
    expect((await run('--make', 'a', '--revoke', 'b')).code).toBe(2);
  });

  it('has so many requests a minute', async () => {
    let now = new Date('2026-03-02T02:00:00Z');
    const count = allowance(() => now);
    const waits = Array.from({ length: 121 }, () => count('a'));
    expect([waits.slice(0, 120).every((wait) => wait === null), waits[120]]).toEqual([true, 60]);
    expect(count('b')).toBeNull();
    now = new Date(now.getTime() + 60_000);
    expect(count('a')).toBeNull();
    // at the server
    const { token: busy } = (await makeToken(office.database, own, 'ถี่', { by: 'test', now }))!;
    const answers = await Promise.all(Array.from({ length: 125 }, () => ask(`${API}/office`, {}, busy)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('content-type')).toContain('application/problem+json');
    expect((await ask(`${API}/office`)).status).toBe(200);
  });
});

describe('docs/api.md', () => {
  const source = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
  const examples = [...source.matchAll(/```(sh|js)\n([^]*?)```/g)]
    .map(([, language, text]) => ({ language: language!, text: text! }))
    .filter(({ text }) => text.includes('KUEBNA'));
  const run = promisify(execFile);

  it.each(examples)('has an example that runs: $text', async ({ language, text }) => {
    const env = { PATH: process.env['PATH'] ?? '', KUEBNA: office.app.url, TOKEN: token };
    const [command, args] =
      language === 'sh' ? ['sh', ['-c', text]] : [process.execPath, ['--input-type=module', '-e', text]];
    const { stdout } = await run(command as string, args as string[], { env });
    if (language === 'js') {
      expect(stdout.trim().split('\n')).toHaveLength(11);
      expect(stdout).toMatch(/^1\.2\.1 completed 28500 /m);
    } else expect((JSON.parse(stdout) as Page<object>).items.length).toBeGreaterThan(0);
  });

  it('has both kinds', () => {
    expect(new Set(examples.map(({ language }) => language))).toEqual(new Set(['sh', 'js']));
  });
});
