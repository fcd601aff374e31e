/** Webhooks of an office from its console to another program's server: what is told, to whom, and that the office alone decides. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { deadLettersScript } from '../../scripts/dead-letters.ts';
import { findOffice } from '../../src/db/offices.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { handLinks } from '../../src/services/handed-links.ts';
import { erasePersonSurely } from '../../src/services/erase-person.ts';
import type { Operation } from '../../src/services/operation.ts';
import { exportPerson, findPerson } from '../../src/services/person.ts';
import { sealer } from '../../src/services/sealing.ts';
import type { ShownHook } from '../../src/services/webhook-settings.ts';
import { outsideOf, tellOutside } from '../../src/services/webhooks.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { closeAndPublish, takeBackLast } from '../helpers/published.ts';
import { visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';
import { says, signaturesBy, type WebhookReceiver, webhookReceiver } from '../helpers/webhook-receiver.ts';

const { uri } = testDatabase(import.meta.url);
const WORDS = 'ถ้อยคำที่ไม่ส่งออก';
let office: TestOffice;
let admin: WebVisitor;
let receiver: WebhookReceiver;
let hook: { id: string; secret: string };

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  receiver = await webhookReceiver();
  office = await openOffice(uri, {
    sealer: sealer('a key of this test that is long enough'),
    webhooks: { loopbackHttp: true, internalHosts: [] },
  });
  admin = await visitFromTerminal(office);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await receiver.close();
});
beforeEach(() => {
  receiver.got = [];
  receiver.answer = says(204);
});

interface Shown {
  names: boolean;
  seen: string;
  hooks: (Omit<ShownHook, 'outcomes'> & {
    outcomes: { event: string; state: string; error: string | null }[];
  })[];
}
const shown = async () => (await (await admin.get('/web/console/outside')).json()) as Shown;
const post = async (path: string, form: object) => {
  const answer = await admin.post(`/web/console/outside/${path}`, form);
  return { status: answer.status, json: (await answer.json()) as Record<string, string> };
};
const change = (act: string) => post('hooks/change', { id: hook.id, act });
const types = (): string[] => receiver.got.map(({ body }) => body.type);
const rows = () => office.database.models.deliveries.find({}).sort({ createdAt: 1 }).lean();

describe('the console', () => {
  it.each([
    ['http://example.go.th/hook', 'https'],
    ['https://10.0.0.5/hook', 'เครือข่ายภายใน'],
    ['https://169.254.169.254/latest', 'เครือข่ายภายใน'],
    ['https://[::ffff:10.0.0.5]/', 'เครือข่ายภายใน'],
    ['https://intranet/hook', 'เครือข่ายภายใน'],
    ['https://name:word@example.go.th/', 'รหัสผ่าน'],
    ['file:///etc/passwd', 'ไม่ถูกต้อง'],
    ['no address', 'ไม่ถูกต้อง'],
  ])('refuses %s and says why', async (url, why) => {
    const { status, json } = await post('hooks', { url });
    expect([status, json['why']]).toEqual([422, expect.stringContaining(why)]);
  });

  it('shows a new secret once, and stores it sealed', async () => {
    const { status, json } = await post('hooks', { url: receiver.url });
    expect([status, json['secret']]).toEqual([200, expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)]);
    hook = json as unknown as typeof hook;
    expect(JSON.stringify(await shown())).not.toContain(hook.secret);
    const kept = JSON.stringify(await office.database.models.offices.find({}).lean());
    expect(kept).not.toContain(hook.secret.slice(6, 40));
    expect((await post('hooks', { url: receiver.url })).status).toBe(422);
  });

  it('sends a test at once and shows how it went', async () => {
    expect((await change('test')).status).toBe(200);
    expect(types()).toEqual(['test']);
    receiver.answer = says(500);
    await change('test');
    const [bad, good] = (await shown()).hooks[0]!.outcomes;
    expect(bad).toMatchObject({ event: 'test', state: 'cancelled', error: 'http-500' });
    expect(good).toMatchObject({ event: 'test', state: 'sent', error: null });
  });
});

describe('an event', () => {
  it('of a report comes signed, with figures, without words or names', async () => {
    await office.say(SOMSRI, `1.2 เสร็จแล้ว ใช้งบ 28,500 บาท ผลคือ ${WORDS}`);
    await office.tap(SOMSRI, 'บันทึก');
    expect(types()).toEqual(['update.saved']);
    const [got] = receiver.got;
    expect(new Webhook(hook.secret).verify(got!.raw, got!.headers as Record<string, string>)).toEqual(
      got!.body,
    );
    expect(signaturesBy(hook.secret, got!)).toBe(1);
    expect(got!.body.data).toMatchObject({
      plan: { fiscalYear: 2564 },
      activity: { code: '1.2.1' },
      update: { said: { status: 'completed', spent: 28_500, texts: ['result'] } },
      standing: { status: 'completed', spent: 28_500 },
      by: { position: expect.any(String) },
    });
    expect(got!.raw).not.toContain(WORDS);
    expect(got!.raw).not.toContain('สมศรี');
    const sent = (await rows()).find(({ event }) => event === 'update.saved');
    expect(sent).toMatchObject({ state: 'sent', payload: null, status: 204 });
  });

  it('of taking it back, closing and publishing comes too', async () => {
    await takeBackLast(office);
    await closeAndPublish(office);
    expect(types()).toEqual(['update.taken_back', 'period.closed', 'report.published']);
    const [back, closed, published] = receiver.got.map(({ body }) => body.data);
    expect(back).toMatchObject({
      activity: { code: '1.2.1' },
      standing: { status: 'not_started', spent: null },
    });
    expect(closed).toMatchObject({
      period: { half: 1, version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const { path } = published!['report'] as unknown as { path: string };
    expect((await fetch(office.app.url + path)).status).toBe(200);
    expect(receiver.got.map(({ raw }) => raw).join()).not.toContain('ประเสริฐ');
  });

  it('of withdrawing what was published names the address that is empty now', async () => {
    await office.say(PRASERT, 'ถอนการเผยแพร่ 6 เดือน');
    await office.tap(PRASERT, 'ถอนการเผยแพร่');
    expect(types()).toEqual(['report.withdrawn']);
    const { data } = receiver.got[0]!.body;
    expect(data).toMatchObject({
      plan: { fiscalYear: 2564 },
      report: { half: 1, months: 6, versions: [1] },
      by: { position: expect.any(String) },
    });
    const { path } = data['report'] as unknown as { path: string };
    expect((await fetch(office.app.url + path)).status).toBe(410);
    expect(receiver.got[0]!.raw).not.toContain('ประเสริฐ');
  });

  it('of words taken back at LINE tells that they are to be forgotten', async () => {
    await office.say(SOMSRI, `1.1 1) กำลังดำเนินการ 30% ผลคือ ${WORDS}`);
    await office.tap(SOMSRI, 'บันทึก');
    const { messages } = office.simulator.state();
    const { id } = messages.findLast(
      ({ from, message }) => from === SOMSRI && JSON.stringify(message).includes(WORDS),
    )!;
    receiver.got = [];
    await office.act({ act: 'unsend', user: SOMSRI, message: id }, SOMSRI);
    expect(types()).toEqual(['update.texts_removed']);
  });

  it('is written with what it tells of, or not at all', async () => {
    const { models } = office.database;
    await office.say(SOMSRI, '1.1 2) กำลังดำเนินการ 40%');
    const before = [await models.updates.countDocuments({}), await models.deliveries.countDocuments({})];
    // the activity is changed by somebody else between reading and storing, each time it is tried
    await models.activities.collection.updateMany({}, { $set: { 'state.rev': -1 } });
    const saving = office.tap(SOMSRI, 'บันทึก').catch(() => []);
    await vi.waitFor(async () =>
      expect(await models.inbox.countDocuments({ open: true })).toBeGreaterThan(0),
    );
    expect([await models.updates.countDocuments({}), await models.deliveries.countDocuments({})]).toEqual(
      before,
    );
    await models.activities.collection.updateMany({}, { $set: { 'state.rev': 500 } });
    await saving;
    const after = [await models.updates.countDocuments({}), await models.deliveries.countDocuments({})];
    expect(after).toEqual(before.map((count) => count + 1));
  });
});

describe('a new secret', () => {
  it('signs beside the old one, and only the last old one does', async () => {
    const { json } = await change('rotate');
    await change('test');
    const [both] = receiver.got;
    expect([signaturesBy(hook.secret, both!), signaturesBy(json['secret']!, both!)]).toEqual([1, 1]);
    expect((await shown()).hooks[0]!.overlapUntil).not.toBeNull();
    const again = await change('rotate');
    receiver.got = [];
    await change('test');
    expect(signaturesBy(hook.secret, receiver.got[0]!)).toBe(0);
    hook = { ...hook, secret: again.json['secret']! };
    expect(signaturesBy(hook.secret, receiver.got[0]!)).toBe(1);
  });
});

describe('a receiver', () => {
  const dead = async () => ((await (await admin.get('/web/console/operation')).json()) as Operation).dead;

  it('that redirects is not followed, and what gave up is sent again from the console and by the command', async () => {
    const elsewhere = await webhookReceiver();
    receiver.answer = says(302, { location: elsewhere.url });
    await office.say(SOMSRI, '1.3 1) กำลังดำเนินการ 10%');
    await office.tap(SOMSRI, 'บันทึก');
    expect([receiver.got.length, elsewhere.got.length]).toEqual([1, 0]);
    await elsewhere.close();
    const { deliveries } = office.database.models;
    const [waiting] = await deliveries.find({ open: true }).lean();
    expect(waiting).toMatchObject({ event: 'update.saved', attempts: 1, error: 'http-302', status: 302 });
    const gaveUp = { $set: { state: 'dead', nextAt: null, doneAt: new Date() }, $unset: { open: 1 } };
    const giveUp = () => deliveries.collection.updateOne({ _id: waiting!._id as never }, gaveUp as never);
    await giveUp();
    expect(await dead()).toEqual([expect.objectContaining({ id: waiting!._id, purpose: 'update.saved' })]);
    expect(
      (await admin.post('/web/console/operation/dead', { id: waiting!._id, act: 'replay' })).status,
    ).toBe(200);
    receiver.got = [];
    receiver.answer = says(200);
    await post('hooks/change', { id: hook.id, act: 'test' });
    await office.app.idle();
    expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toContain(waiting!._id);
    await deliveries.collection.updateOne(
      { _id: waiting!._id as never },
      { $set: { state: 'dead', payload: waiting!.payload } },
    );
    const listed = await runAdmin(deadLettersScript, []);
    expect(listed.out).toContain(waiting!._id);
    const replayed = await runAdmin(deadLettersScript, ['--json', '--replay', waiting!._id]);
    expect(replayed.json()).toMatchObject({ replayed: [waiting!._id] });
    await office.app.idle();
    expect(await deliveries.findById(waiting!._id).lean()).toMatchObject({ state: 'sent', payload: null });
  });

  it('that answers 410 is asked no more until somebody switches it on', async () => {
    receiver.answer = says(410);
    await office.say(SOMSRI, '1.3 1) กำลังดำเนินการ 20%');
    await office.tap(SOMSRI, 'บันทึก');
    expect((await shown()).hooks[0]!.gone).toBe(true);
    const before = await office.database.models.deliveries.countDocuments({});
    await office.say(SOMSRI, '1.3 1) กำลังดำเนินการ 30%');
    await office.tap(SOMSRI, 'บันทึก');
    expect(await office.database.models.deliveries.countDocuments({})).toBe(before);
    expect(receiver.got).toHaveLength(1);
    expect((await change('test')).status).toBe(409);
    await change('switch-on');
    receiver.answer = says(204);
    await change('test');
    expect((await shown()).hooks[0]!.outcomes[0]).toMatchObject({ state: 'sent' });
  });
});

describe('docs/api.md', () => {
  it('has a receiver that takes what is signed with its secret, and nothing else', async () => {
    const source = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
    const example = /```js\n([^]*?WEBHOOK_SECRET[^]*?)```/.exec(source)![1]!;
    const free = await webhookReceiver();
    const { port, origin } = new URL(free.url);
    await free.close();
    const { json: one } = await post('hooks', { url: `${origin}/` });
    const env = { PATH: process.env['PATH'] ?? '', PORT: port, WEBHOOK_SECRET: one['secret']! };
    const program = spawn(process.execPath, ['--input-type=module', '-e', example], { env });
    const said: string[] = [];
    program.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const forged = () =>
      fetch(origin, { method: 'POST', body: '{"type":"test"}' }).then(({ status }) => status);
    await vi.waitFor(async () => expect(await forged()).toBe(401), { timeout: 20_000, interval: 100 });
    await post('hooks/change', { id: one['id'], act: 'test' });
    await vi.waitFor(() => expect(said.join('')).toBe('test \n'), { timeout: 20_000 });
    const outcomes = (await shown()).hooks.find(({ id }) => id === one['id'])!.outcomes;
    expect(outcomes).toMatchObject([{ event: 'test', state: 'sent' }]);
    program.kill();
    await post('hooks/change', { id: one['id'], act: 'remove' });
  });
});

describe('a name', () => {
  it('goes out where the office says so, and is taken out of what waits when its person is erased', async () => {
    const { seen } = await shown();
    expect((await post('names', { seen: 'other', on: true })).status).toBe(409);
    expect((await post('names', { seen, on: true })).status).toBe(200);
    receiver.answer = says(503);
    await office.say(SOMSRI, '1.3 1) กำลังดำเนินการ 40%');
    await office.tap(SOMSRI, 'บันทึก');
    expect(receiver.got[0]!.body.data['by']).toMatchObject({ name: expect.stringContaining('สมศรี') });
    const { database, clock } = office;
    // a notice from before names went out, and a link an operator handed to the same person
    const own = (await findOffice(database.models, (await database.models.offices.find({}).lean())[0]!._id))!;
    const {
      _id: member,
      name,
      position,
    } = (await database.models.members.findOne({ userId: SOMSRI }).lean())!;
    const outside = { ...outsideOf(own), names: false };
    const told = { event: 'period.closed', at: clock.now(), data: {} } as const;
    const by = { member, name, position };
    await commit(database, tellOutside({ ...own, settings: { outside } }, { ...told, by }));
    await handLinks(database, [{ office: own.id, owner: name }], { operator: 'operator', now: clock.now() });
    const person = (await findPerson(database, SOMSRI))!;
    const { notices } = await exportPerson(database, person, clock.now());
    expect(JSON.stringify(notices)).toContain('update.saved');
    await erasePersonSurely(database, SOMSRI, 'ผู้ที่ลบข้อมูลแล้ว', () => clock.now());
    const waiting = await database.models.deliveries.find({ open: true }).lean();
    expect(waiting.map(({ payload }) => JSON.parse(payload!) as object)).toMatchObject([
      { type: 'update.saved', data: { by: { position: '' } } },
      { type: 'period.closed', data: { by: { position: '' } } },
    ]);
    expect(JSON.stringify(waiting)).not.toContain('สมศรี');
    const links = await database.models.weblinks.find({ code: { $type: 'object' } } as never).lean();
    expect(links.map(({ code }) => code?.owner)).toEqual(['ผู้ที่ลบข้อมูลแล้ว']);
  });

  it('and all that waits is gone with its webhook', async () => {
    expect((await change('remove')).status).toBe(200);
    expect((await shown()).hooks).toEqual([]);
    const { deliveries } = office.database.models;
    expect(await deliveries.countDocuments({ open: true })).toBe(0);
    expect(await deliveries.countDocuments({ payload: { $ne: null } })).toBe(0);
    expect((await change('test')).status).toBe(404);
  });
});
