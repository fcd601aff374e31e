/** Operators above the offices, over real HTTP: links, offices made once, figures as the dashboard has them, suspending; never a word that an office wrote. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorLinkScript } from '../../scripts/operator-link.ts';
import { type LogFields, quietLog } from '../../src/log.ts';
import { officesAtWork } from '../../src/jobs/offices.ts';
import { applyRetention } from '../../src/services/retention.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { dayInBangkok } from '../../src/domain/fiscal-year.ts';
import { makeOperatorLink, withdrawOperator } from '../../src/services/operators.ts';
import { findOffice } from '../../src/db/offices.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { makeToken } from '../../src/services/api-tokens.ts';
import { deliveryTo } from '../../src/services/webhooks.ts';
import { makeLink, storeReportFile } from '../../src/services/file-links.ts';
import { readOverview } from '../../src/services/dashboard.ts';
import { collectJointReport } from '../../src/services/joint-report.ts';
import { type OfficeRow, readOffices } from '../../src/services/offices-overview.ts';
import { systemClock } from '../../src/clock.ts';
import { routes } from '../../src/web/routes.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { openLink, visitAsOperator, visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
/** Said by an officer in each field that takes words. */
const CANARY = 'นกขมิ้นเหลืองอ่อน';
let office: TestOffice;
let operator: WebVisitor;
let demo: string;
let folder: string;
let ledger: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuebna-operators-'));
  ledger = join(folder, 'erasures.jsonl');
  office = await openOffice(uri, { ledger });
  operator = await visitAsOperator(office);
  demo = (await office.database.models.offices.find().lean())[0]!._id;
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** How often the collections of the overview are read meanwhile, but for those that workers poll all the time. */
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  let reads = 0;
  const undo: (() => void)[] = [];
  for (const name of ['offices', 'plans', 'activities', 'members', 'weblinks'] as const) {
    const { collection } = office.database.models[name];
    for (const method of ['find', 'findOne', 'aggregate'] as const) {
      const own = collection[method].bind(collection) as (...args: unknown[]) => unknown;
      Object.assign(collection, {
        [method]: (...args: unknown[]) => {
          reads += 1;
          return own(...args);
        },
      });
      undo.push(() => void Reflect.deleteProperty(collection, method));
    }
  }
  await work().finally(() => undo.forEach((one) => one()));
  return reads;
}

const overview = async (): Promise<OfficeRow[]> =>
  ((await (await operator.get('/web/offices')).json()) as { offices: OfficeRow[] }).offices;
const list = (text: string, visitor = operator): Promise<Response> =>
  fetch(`${office.app.url}/web/offices/list`, {
    method: 'POST',
    headers: { cookie: visitor.cookie, 'x-csrf': visitor.csrf },
    body: text,
  });
const CSV = '\ufeffชื่อหน่วยงาน;หน่วยงานต้นสังกัด;ชื่อผู้ดูแลระบบ\nสำนักงานหนึ่ง;กระทรวง;นางหนึ่ง\n;;\n;กรม;\nสำนักงานสอง;;\n';

describe('an operator’s link', () => {
  test('comes from the terminal, opens the page once, and ends with the operator', async () => {
    const now = office.clock.now();
    const { token, made } = await makeOperatorLink(office.database, 'กองแผน', now);
    const again = await makeOperatorLink(office.database, ' กองแผน ', now);
    expect([made, again.made]).toEqual([true, false]);
    const visitor = await openLink(office.app.url, token);
    expect((await visitor.get('/offices')).status).toBe(200);
    expect((await visitor.get('/operators')).headers.get('location')).toBe('/offices');
    expect(await (await visitor.get('/web/me')).json()).toMatchObject({ name: 'กองแผน', office: null });
    const twice = await fetch(`${office.app.url}/open/${token}`, { method: 'POST' });
    expect([twice.status, await twice.text()]).toEqual([410, expect.stringContaining('ลิงก์นี้ใช้ไปแล้ว')]);
    expect(await withdrawOperator(office.database, 'กองแผน', now)).toBe(true);
    const out = await visitor.get('/web/offices');
    expect([out.status, await out.text()]).toEqual([401, expect.stringContaining('operator-link')]);
    expect((await fetch(`${office.app.url}/open/${again.token}`)).status).toBe(404);
  });

  test('of another asks before it ends the session that is here', async () => {
    const { token } = await makeOperatorLink(office.database, 'กองอื่น', office.clock.now());
    const asked = await fetch(`${office.app.url}/open/${token}`, { headers: { cookie: operator.cookie } });
    expect(await asked.text()).toMatch(/ลิงก์นี้เป็นของ กองอื่น[^]*ในชื่อ กองนโยบาย/);
  });

  test('is described by its command', () => {
    expect(operatorLinkScript.name).toBe('operator-link');
  });
});

describe('offices', () => {
  test('are made from a list, broken rows named, and never twice', async () => {
    const first = await (await list(CSV)).json();
    expect(first).toMatchObject({
      made: [
        { name: 'สำนักงานหนึ่ง', admin: 'นางหนึ่ง' },
        { name: 'สำนักงานสอง', admin: '' },
      ],
      known: [],
      broken: [{ row: 4, why: 'ไม่มีชื่อหน่วยงาน' }],
    });
    const again = await Promise.all([list(CSV), list(CSV)]);
    for (const one of again)
      expect(await one.json()).toMatchObject({ made: [], known: ['สำนักงานหนึ่ง', 'สำนักงานสอง'] });
    const named = await office.database.models.offices.find({ name: 'สำนักงานหนึ่ง' }).lean();
    expect(named).toMatchObject([{ parentAgencies: ['กระทรวง'], currentPlan: null }]);
    const audit = await office.database.models.audit.find({ office: named[0]!._id }).lean();
    expect(audit.map(({ act }) => act)).toEqual(['make-office']);
  });

  test('that two operators make at once are made once', async () => {
    const other = await visitAsOperator(office, 'กองอื่น');
    const text = `ชื่อหน่วยงาน\n${Array.from({ length: 20 }, (_, at) => `พร้อมกัน ${at}`).join('\n')}`;
    const both = await Promise.all([list(text), list(text, other)]);
    const made = await Promise.all(both.map(async (one) => ((await one.json()) as { made: [] }).made.length));
    expect(made[0]! + made[1]!).toBe(20);
    expect(await office.database.models.offices.countDocuments({ name: /^พร้อมกัน/ })).toBe(20);
    await office.database.models.offices.deleteMany({ name: /^พร้อมกัน/ });
  });

  test('of a known name, or of none, are refused with a sentence', async () => {
    const known = await operator.post('/web/offices/make', { name: 'สำนักงาน  หนึ่ง', agency: '' });
    expect([known.status, await known.text()]).toEqual([409, expect.stringContaining('ไม่เพิ่มซ้ำ')]);
    expect((await operator.post('/web/offices/make', { name: '\u200b', agency: '' })).status).toBe(422);
    expect(await (await list('a,b\n1,2')).json()).toMatchObject({ why: expect.stringContaining('หัวตาราง') });
  });
});

describe('an administrator’s link', () => {
  const hand = async (name: string) => {
    const found = (await office.database.models.offices.findOne({ name }).lean())!;
    const answer = await operator.post('/web/offices/links', {
      to: [{ office: found._id, owner: 'นางหนึ่ง' }],
    });
    const { links } = (await answer.json()) as { links: { url: string; code: string }[] };
    const { url, code } = links[0]!;
    return { id: found._id, token: url.split('/').at(-1)!, code };
  };
  const open = (token: string, code: string) =>
    fetch(`${office.app.url}/open/${token}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ code }),
    });

  test('opens the console of that office alone, with its code, once', async () => {
    const { token, code } = await hand('สำนักงานหนึ่ง');
    const page = await (await fetch(`${office.app.url}/open/${token}`)).text();
    expect(page).toContain('นางหนึ่ง');
    expect(page).toContain('name="code"');
    const without = await fetch(`${office.app.url}/open/${token}`, { method: 'POST', redirect: 'manual' });
    expect([without.status, await without.text()]).toEqual([403, expect.stringContaining('ไม่ใช่ของท่าน')]);
    const visitor = await openLink(office.app.url, token, code);
    const home = (await (await visitor.get('/web/console')).json()) as { home: { office: string } };
    expect(home.home.office).toBe('สำนักงานหนึ่ง');
    const twice = await open(token, code);
    expect([twice.status, await twice.text()]).toEqual([410, expect.stringContaining('แจ้งผู้ดูแลส่วนกลาง')]);
    // everybody's links begin with the address: that is for whoever has the terminal
    const address = await visitor.post('/web/console/connection/address', { url: 'https://evil.example' });
    expect(address.status).not.toBe(200);
    const row = (await overview()).find(({ name }) => name === 'สำนักงานหนึ่ง');
    expect(row?.link).toMatchObject({ state: 'opened', owner: 'นางหนึ่ง' });
  });

  test('that is guessed five times opens nothing any more', async () => {
    const { token, code } = await hand('สำนักงานสอง');
    const wrong = code === '000000' ? '111111' : '000000';
    const tries: number[] = [];
    for (let guess = 0; guess < 5; guess += 1) tries.push((await open(token, wrong)).status);
    expect(tries).toEqual([403, 403, 403, 403, 410]);
    expect((await open(token, code)).status).toBe(410);
  });

  test('is not made for an office that has an administrator', async () => {
    const { members } = office.database.models;
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['manager', 'admin'] } });
    const refused = await operator.post('/web/offices/links', { to: [{ office: demo, owner: 'x' }] });
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('มีผู้ดูแลระบบแล้ว')]);
    expect(await office.database.models.weblinks.countDocuments({ office: demo, member: null })).toBe(0);
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['manager'] } });
  });

  test('opens nothing once the office has an administrator, and its session ends after a day', async () => {
    const { id, token, code } = await hand('สำนักงานหนึ่ง');
    const { members } = office.database.models;
    const somebody = (await members.collection.findOne({ userId: PRASERT }))!;
    await members.collection.insertOne({ ...somebody, _id: 'first', office: id, roles: ['admin'] } as never);
    const refused = await open(token, code);
    expect([refused.status, await refused.text()]).toEqual([410, expect.stringContaining('มีผู้ดูแลระบบแล้ว')]);
    await members.deleteOne({ _id: 'first' as never });
    const visitor = await openLink(office.app.url, token, code);
    const { websessions } = office.database.models;
    const mine = { office: id, operator: { $type: 'string' } } as never;
    const earlier = (hours: number) => ({
      createdAt: new Date(office.clock.now().getTime() - hours * 3_600_000),
    });
    await websessions.updateMany(mine, { $set: earlier(23) });
    expect((await visitor.get('/web/console')).status).toBe(200);
    await websessions.updateMany(mine, { $set: earlier(25) });
    expect((await visitor.get('/web/console')).status).toBe(401);
  });

  test('makes way for a newer one, and ends with its sessions when it is taken back', async () => {
    const old = await hand('สำนักงานสอง');
    const { id, token, code } = await hand('สำนักงานสอง');
    expect((await open(old.token, old.code)).status).toBe(404);
    const visitor = await openLink(office.app.url, token, code);
    expect((await visitor.get('/web/console')).status).toBe(200);
    expect((await operator.post('/web/offices/links/take-back', { office: id })).status).toBe(200);
    expect((await visitor.get('/web/console')).status).toBe(401);
  });
});

describe('the overview', () => {
  test('has the figures the dashboard has, and none of the words', async () => {
    await office.say(SOMSRI, `1.2 กำลังดำเนินการ 40% ใช้งบ 9,000 บาท ผลคือ ${CANARY} ปัญหาคือ ${CANARY}`);
    await office.tap(SOMSRI, 'บันทึก');
    const stored = await office.database.models.updates
      .findOne({ 'said.obstacle': new RegExp(CANARY) })
      .lean();
    expect(stored).not.toBeNull();
    const of = (await findOffice(office.database.models, demo))!;
    const { overview: own } = (await readOverview(office.database, of, office.clock.now()))!;
    const row = (await overview()).find(({ id }) => id === demo)!;
    expect(row.work).toMatchObject({
      total: own.total,
      completed: own.counts.completed,
      overdue: own.overdue,
      budget: own.budget,
      spent: own.spent,
      answered: own.rows.filter(({ leaf, reported }) => leaf && reported.includes('2021-02')).length,
    });
    expect(dayInBangkok(new Date(row.work.lastReportAt!))).toBe(dayInBangkok(office.clock.now()));
    expect(row.people).toMatchObject({ officers: 1, managers: 1 });
  });

  test('has who needs help first', async () => {
    await office.database.models.members.updateOne(
      { userId: PRASERT },
      { $set: { roles: ['manager', 'admin'] } },
    );
    const offices = await overview();
    expect(offices.at(-1)).toMatchObject({ id: demo, needs: ['late', 'unanswered'] });
    expect(offices[0]?.needs[0]).toBe('no-admin');
  });

  test('takes as many reads for 60 offices as for 3', async () => {
    const at = { now: office.clock.now(), realNow: systemClock.now(), common: true };
    const few = await readsOf(() => readOffices(office.database, at, () => undefined));
    await fillOffices(office.database, { offices: 57, activities: 6, officers: 2 }, 100);
    const many = await readsOf(() => readOffices(office.database, at, () => undefined));
    expect(few).toBe(5);
    expect(many).toBe(few);
    for (const collection of ['offices', 'plans', 'activities', 'members'] as const)
      await office.database.models[collection].collection.deleteMany({
        $or: [{ office: /^office-/ }, { _id: /^office-/ }],
      } as never);
  });
});

test('an activity that cannot be read takes the plan from its own office, in overview and joint report, and is told of', async () => {
  const { models } = office.database;
  await fillOffices(office.database, { offices: 2, activities: 2, officers: 1 }, 100);
  const at = { now: office.clock.now(), realNow: systemClock.now(), common: true };
  const planOf = (rows: OfficeRow[], id: string) => rows.find((one) => one.id === id)!.plan?.fiscalYear;
  try {
    const change = { $set: { 'state.status': 'nearly' } };
    await models.activities.collection.updateOne({ _id: 'plan-100/2' } as never, change);
    const told: string[] = [];
    const { offices } = await readOffices(office.database, at, (fault) => void told.push(fault.message));
    expect(told).toEqual([expect.stringContaining('activities plan-100/2: state.status')]);
    expect([planOf(offices, 'office-100'), planOf(offices, 'office-101')]).toEqual([undefined, 2564]);
    const asked = { fiscalYear: 2564, half: 1, now: at.now } as const;
    const unread: string[] = [];
    await collectJointReport(office.database, asked, ({ message }) => void unread.push(message));
    expect(unread).toEqual(told);
  } finally {
    for (const collection of ['offices', 'plans', 'activities', 'members'] as const)
      await models[collection].collection.deleteMany({
        $or: [{ office: /^office-/ }, { _id: /^office-/ }],
      } as never);
  }
});

test('an office that cannot be read stops none of the others', async () => {
  const { models } = office.database;
  const [before, row] = [
    await overview(),
    (await models.offices.collection.findOne({ _id: demo } as never))!,
  ];
  const plan = { ...(await models.plans.collection.findOne({ office: demo }))!, fiscalYear: 'next' };
  await models.offices.collection.insertMany([
    { ...row, _id: 'broken', language: 'lo' },
    { ...row, _id: 'planless', currentPlan: 'broken-plan' },
  ] as never[]);
  await models.plans.collection.insertOne({ ...plan, _id: 'broken-plan', office: 'planless' } as never);
  const old = { office: 'broken', act: 'x', by: 'x', at: new Date(0) };
  await models.audit.collection.insertOne({ ...old, _id: 'old' } as never);
  try {
    const found = await overview();
    expect(found).toHaveLength(before.length + 1);
    expect(found.find(({ id }) => id === 'planless')).toMatchObject({ plan: null });
    const told: unknown[] = [];
    const log = { ...quietLog, error: (_event: string, fields?: LogFields) => told.push(fields?.error) };
    const atWork = await officesAtWork({ database: office.database, log });
    expect(atWork.map(({ office: { id } }) => id)).toContain(demo);
    expect(told.map(String)).toEqual([
      expect.stringContaining('offices broken: language'),
      expect.stringContaining('plans broken-plan: fiscalYear'),
    ]);
    await applyRetention(office.database, office.clock.now());
    expect(await models.audit.countDocuments({ _id: 'old' })).toBe(1);
  } finally {
    await models.offices.collection.deleteMany({ _id: { $in: ['broken', 'planless'] } } as never);
    await models.plans.collection.deleteOne({ _id: 'broken-plan' } as never);
    await models.audit.collection.deleteOne({ _id: 'old' } as never);
  }
});

test('no answer above the offices holds a word that an office wrote', async () => {
  const mine = { office: demo };
  const { activities, members } = office.database.models;
  const person = (await members.findOne(mine).lean())!;
  await members.updateOne({ _id: person._id }, { $set: { position: CANARY } });
  const told: string[] = [];
  const body = { office: demo, to: [{ office: demo, owner: '' }], suspended: false, name: 'x', agency: '' };
  for (const { method, path } of routes.filter(({ may }) => may.startsWith('offices-'))) {
    const answer = method === 'GET' ? await operator.get(path) : await operator.post(path, body);
    expect([path, answer.status < 500]).toEqual([path, true]);
    if (Buffer.from(await answer.arrayBuffer()).includes(CANARY)) told.push(path);
  }
  expect(told).toEqual([]);
  expect(await activities.countDocuments({ ...mine, 'state.result': new RegExp(CANARY) })).toBeGreaterThan(0);
});

describe('a suspended office', () => {
  test('sends nothing that waited, and shows no file', async () => {
    const { models } = office.database;
    const waits = (await models.outbox.collection.findOne({ office: demo }))!;
    const row = { ...waits, purpose: 'nudge', to: PRASERT, record: null };
    await models.outbox.collection.insertMany([
      { ...row, _id: 'due', state: 'open', open: true, nextAt: new Date('2100-01-01'), holder: null },
      { ...row, _id: 'rides', state: 'waiting', nextAt: null, holder: null },
    ] as never[]);
    const member = (await models.members.findOne({ userId: PRASERT }).lean())!;
    const now = office.clock.now();
    const expiresAt = new Date(now.getTime() + 86_400_000);
    const report = { name: 'a.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n') };
    const id = await storeReportFile(office.database, { office: demo, ...report, expiresAt });
    const { token, write } = makeLink(demo, member._id, { kind: 'report', id }, now);
    await commit(office.database, [write]);
    const fetched = async () => (await fetch(`${office.app.url}/files/${token}`)).status;
    expect(await fetched()).toBe(200);
    await operator.post('/web/offices/suspend', { office: demo, suspended: true });
    expect(await fetched()).toBe(404);
    const left = await models.outbox.find({ _id: { $in: ['due', 'rides'] } }).lean();
    expect(left).toMatchObject([
      { state: 'cancelled', messages: null, error: 'suspended' },
      { state: 'cancelled', messages: null, error: 'suspended' },
    ]);
    await operator.post('/web/offices/suspend', { office: demo, suspended: false });
    expect(await fetched()).toBe(200);
  });

  test('takes what comes, tells each chat once, reminds nobody, shows no page, and goes on', async () => {
    expect((await operator.post('/web/offices/suspend', { office: demo, suspended: true })).status).toBe(200);
    expect((await operator.post('/web/offices/suspend', { office: demo, suspended: true })).status).toBe(409);
    const said = [await office.say(PRASERT, 'สรุป'), await office.say(PRASERT, 'สรุป')].map(wordsIn);
    expect(said).toEqual([expect.stringContaining('หยุดใช้งานชั่วคราว'), '']);
    const inGroup = await office.say(PRASERT, 'สรุป', { chat: GROUP, mentionBot: true });
    expect(wordsIn(inGroup)).toContain('หยุดใช้งานชั่วคราว');
    expect(await office.database.models.inbox.countDocuments({ state: { $ne: 'done' } })).toBe(0);
    const ran = await reminders.run(office.app.jobDeps, office.clock.now());
    expect(ran['pushed'] ?? 0).toBe(0);
    const admin = await visitFromTerminal(office, demo);
    const refused = await admin.get('/web/console');
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('หยุดใช้งานชั่วคราว')]);
    expect((await overview()).at(-1)).toMatchObject({ id: demo, suspended: true, needs: [] });

    expect((await operator.post('/web/offices/suspend', { office: demo, suspended: false })).status).toBe(
      200,
    );
    expect((await admin.get('/web/console')).status).toBe(200);
    expect(wordsIn(await office.say(PRASERT, 'สรุป'))).not.toContain('หยุดใช้งานชั่วคราว');
    const acts = await office.database.models.audit.find({ office: demo }).lean();
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['suspend-office', 'resume-office']));
  });
});

describe('an office that is deleted', () => {
  const remove = async (of: string, name: string) => {
    const answer = await operator.post('/web/offices/delete', { office: of, name, sure: true });
    return [answer.status, await answer.text()] as const;
  };
  const nameOf = async (of: string) => (await office.database.models.offices.findById(of).lean())!.name;

  test('has to be suspended, named, and without people of other offices', async () => {
    const name = await nameOf(demo);
    expect(await remove(demo, name)).toEqual([409, expect.stringContaining('หยุดใช้งานหน่วยงานก่อน')]);
    await operator.post('/web/offices/suspend', { office: demo, suspended: true });
    expect(await remove(demo, 'ชื่ออื่น')).toEqual([409, expect.stringContaining('ไม่ตรง')]);
    const unsure = await operator.post('/web/offices/delete', { office: demo, name });
    expect(unsure.status).toBe(400);
    const { members } = office.database.models;
    const somsri = (await members.findOne({ userId: SOMSRI }).lean())!;
    await members.collection.insertOne({ ...somsri, _id: 'elsewhere', office: 'elsewhere' } as never);
    expect(await remove(demo, name)).toEqual([409, expect.stringContaining('1 คน')]);
    await members.deleteOne({ _id: 'elsewhere' });
    expect(await members.countDocuments({ office: demo })).toBeGreaterThan(1);
  });

  test('keeps what it reported, without a name, and nothing else of anybody; its name can be used again', async () => {
    const { models } = office.database;
    const name = await nameOf(demo);
    const now = office.clock.now();
    await makeToken(office.database, demo, 'ระบบติดตาม', { by: 'test', now });
    const told = { event: 'test', at: now, by: null, data: {} } as const;
    const own = (await findOffice(office.database.models, demo))!;
    await commit(office.database, [deliveryTo(own, { id: 'hook', url: 'https://a.example' }, told, false)]);
    await models.deliveries.updateMany({}, { $set: { state: 'dead' }, $unset: { open: 1 } });
    const reports = await models.updates.countDocuments({ office: demo });
    expect(reports).toBeGreaterThan(0);
    expect((await remove(demo, name))[0]).toBe(200);
    expect(await models.updates.countDocuments({ office: demo })).toBe(reports);
    expect(await models.activities.countDocuments({ office: demo })).toBeGreaterThan(0);
    for (const gone of [
      'apitokens',
      'deliveries',
      'members',
      'links',
      'conversations',
      'outbox',
      'invites',
      'groups',
      'websessions',
    ] as const)
      expect([gone, await models[gone].collection.countDocuments({ office: demo } as never)]).toEqual([
        gone,
        0,
      ]);
    const kept = await Promise.all(
      Object.values(models).map(({ collection }) => collection.find({ office: demo } as never).toArray()),
    );
    for (const who of [SOMSRI, PRASERT, 'ประเสริฐ']) expect(JSON.stringify(kept)).not.toContain(who);
    const { act } = (await models.audit.findOne({ office: demo }).sort({ at: -1, _id: -1 }).lean())!;
    expect(['delete-office', 'erase-person', 'suspend-office']).toContain(act);
    expect(await models.audit.countDocuments({ office: demo, act: 'delete-office' })).toBe(1);
    expect((await readFile(ledger, 'utf8')).trim().split('\n').length).toBeGreaterThan(1);
    expect((await overview()).map(({ id }) => id)).not.toContain(demo);
    expect(await findOffice(office.database.models, demo)).toBeNull();
    const again = (await (await list(`ชื่อหน่วยงาน\n${name}`)).json()) as { made: { office: string }[] };
    expect(again.made).toHaveLength(1);
    expect(again.made[0]!.office).not.toBe(demo);
    // a name that was deleted under the id it gives
    await operator.post('/web/offices/suspend', { office: again.made[0]!.office, suspended: true });
    expect((await remove(again.made[0]!.office, name))[0]).toBe(200);
    expect(await (await list(`ชื่อหน่วยงาน\n${name}`)).json()).toMatchObject({ made: [{ name }] });
  });
});
