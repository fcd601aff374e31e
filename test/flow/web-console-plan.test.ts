/** The console's plan page over real HTTP: an office's own files in, what is shown and nothing else is stored, bad files answered in Thai. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PART_BYTES } from '../../src/services/uploads.ts';
import type { PlanView } from '../../src/web/console/plan-view.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, type TestOffice } from '../helpers/office.ts';
import { visitAs, visitFromTerminal, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const WORD = 'test/fixtures/plans/A-word-seed.docx';
const QUARTERS = 'test/fixtures/plans/B-excel-quarters.xlsx';
const SAID = { otherOffice: true, use: true };
const NO_CHOICE = { overrides: [], head: {}, unit: null };

let office: TestOffice;
let admin: WebVisitor;
beforeAll(async () => {
  office = await openOffice(uri);
  admin = await visitAs(office, PRASERT, ['admin']);
});
afterAll(() => office.close());

interface Answered {
  status: number;
  view: PlanView;
  why: string;
  details: PlanView;
}

function sendPart(id: string, part: number, bytes: Buffer, by: WebVisitor = admin): Promise<Response> {
  return fetch(`${office.app.url}/web/console/plan/parts/${id}/${part}`, {
    method: 'POST',
    headers: { cookie: by.cookie, 'x-csrf': by.csrf, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
}

async function send(
  what: 'read' | 'store',
  bytes: Buffer,
  asked: object = {},
  by: WebVisitor = admin,
): Promise<Answered> {
  const id = randomUUID();
  const parts = Math.ceil(bytes.length / PART_BYTES);
  for (let part = 0; part < parts; part += 1) {
    const taken = await sendPart(id, part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES), by);
    expect(taken.status).toBe(200);
  }
  const all = { file: { id, parts }, name: 'แผน.docx', choice: NO_CHOICE, plan: null, ...asked };
  const answer = await by.post(`/web/console/plan/${what}`, all);
  const json = (await answer.json()) as PlanView & { why: string; details: PlanView };
  return { status: answer.status, view: json, why: json.why, details: json.details };
}

describe('an office’s own file', () => {
  it('is shown as it was understood, and stored as it was shown', async () => {
    const { view, status } = await send('read', await readFile(QUARTERS), { plan: 'new' });
    expect(status).toBe(200);
    const readNotStored = Math.ceil((await readFile(QUARTERS)).length / PART_BYTES);
    expect(view.tables[0]!.columns.length).toBeGreaterThan(4);
    expect(view.sums.every(({ same }) => same)).toBe(true);
    expect(view.change).toMatchObject({ newOffice: false, newPlan: true });
    expect(view.change!.counts.added.leaves).toBe(view.head.activities);
    expect(view.change!.whenUse).toContain('จะใช้แผนในไฟล์นี้เมื่อใด');
    const consent = { seen: view.seen, accept: view.needsAccept, remove: false, ...SAID };
    // neither of which plan it is nor of when it is used anything goes without saying
    for (const [left, words] of [
      [{ use: null }, 'ใช้แผนนี้ตั้งแต่บัดนี้ หรือเก็บไว้ก่อน'],
      [{ otherOffice: false }, 'ไฟล์ระบุหน่วยงานอื่น'],
    ] as const) {
      const refused = await send('store', await readFile(QUARTERS), {
        plan: 'new',
        consent: { ...consent, ...left },
      });
      expect([refused.status, refused.why]).toEqual([409, expect.stringContaining(words)]);
    }
    expect(await office.database.models.plans.countDocuments()).toBe(1);
    const stored = await send('store', await readFile(QUARTERS), { plan: 'new', consent });
    expect(stored.status).toBe(200);
    const { plans } = (await (await admin.get('/web/console/plan')).json()) as {
      plans: { id: string; current: boolean; activities: number }[];
    };
    expect(plans.map(({ current }) => current)).toEqual([true, false]);
    expect(plans[0]!.activities).toBe(view.head.activities);
    const member = await office.database.models.members.findOne({ userId: PRASERT }).lean<{ _id: string }>();
    expect(await office.database.models.audit.exists({ act: 'import-plan', by: member!._id })).not.toBeNull();
    // what was sent is gone once it is stored
    await office.app.idle();
    const left = await office.database.connection.collection('evidence.files').distinct('_id');
    // read once, and refused twice
    expect(left.filter((one) => String(one).includes(':part:')).length).toBe(3 * readNotStored);
    // the demo's plan again, for the tests below; what was shown of it is what is done
    const [, demo] = plans;
    const shown = await (await admin.get(`/web/console/plan/use/${demo!.id}`)).json();
    expect(shown).toMatchObject({
      leaving: { told: expect.arrayContaining([expect.stringContaining('ซึ่งเคยรับผิดชอบในแผนนี้กลับคืน')]) },
    });
    const use = (seen: string) => admin.post('/web/console/plan/use', { plan: demo!.id, seen });
    expect((await use('x')).status).toBe(409);
    expect((await use((shown as { seen: string }).seen)).status).toBe(200);
  });

  it('is read anew by the column a person chose, and the next file by what was chosen', async () => {
    const bytes = await readFile(QUARTERS);
    const first = (await send('read', bytes)).view;
    const owner = first.tables[0]!.columns.find(({ field }) => field === 'owner')!;
    const choice = { ...NO_CHOICE, overrides: [{ heading: owner.key, field: null }] };
    const { view } = await send('read', bytes, { choice, plan: 'new' });
    expect(view.tables[0]!.columns.find(({ key }) => key === owner.key)).toMatchObject({ field: '' });
    expect(view.seen).not.toBe(first.seen);
    const consent = { seen: view.seen, accept: true, remove: true, ...SAID };
    expect((await send('store', bytes, { choice, plan: 'new', consent })).status).toBe(200);
    const again = (await send('read', bytes)).view;
    expect(again.tables[0]!.columns.find(({ key }) => key === owner.key)).toMatchObject({ field: '' });
  });

  it('is refused when something changed since it was looked at, with what stands now', async () => {
    const bytes = await readFile(WORD);
    const { view } = await send('read', bytes);
    const consent = { seen: view.seen, accept: true, remove: true, ...SAID };
    // another administrator stores the same file first
    const both = await Promise.all([1, 2].map(() => send('store', bytes, { consent })));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const told = both.find(({ status }) => status === 409)!;
    expect(told.why).toContain('จึงยังไม่บันทึก');
    expect(told.details.seen).toBeDefined();
    expect((await send('store', bytes, { consent: { ...consent, seen: 'x' } })).status).toBe(409);
  });

  it('is not stored while money is unexplained, or activities would go, without a word', async () => {
    const rows = ['ลำดับ,กิจกรรม,งบประมาณ,ผู้รับผิดชอบ', '1,อบรมครู,1000,กลุ่ม ก', '2,ประชุม,2000,กลุ่ม ข', ',รวม,5000,'];
    const { view: before } = await send('read', await readFile(WORD));
    const head = { fiscalYear: String(before.head.fiscalYear), title: before.head.title };
    const asked = { choice: { ...NO_CHOICE, head } };
    const bytes = Buffer.from(rows.join('\n'));
    const { view } = await send('read', bytes, asked);
    expect([view.needsAccept, view.going.leaves > 0, view.sums[0]?.same]).toEqual([true, true, false]);
    for (const [accept, remove, words] of [
      [false, true, 'ยอมรับ'],
      [true, false, 'ยืนยัน'],
    ] as const) {
      const refused = await send('store', bytes, { ...asked, consent: { seen: view.seen, accept, remove } });
      expect([refused.status, refused.why]).toEqual([409, expect.stringContaining(words)]);
    }
  });
});

describe('a bad file', () => {
  const zip = async () => (await readFile(WORD)).subarray(0, 9_000);
  it.each<[string, () => Promise<Buffer>, number, string]>([
    ['a broken zip', zip, 422, 'ไฟล์เสียหาย'],
    [
      'HTML called .xlsx',
      async () => Buffer.from('<html><table><tr><td>แผน</td></tr></table></html>'),
      422,
      'ไม่พบตาราง',
    ],
    ['nothing', async () => Buffer.alloc(0), 422, 'ไฟล์ว่างเปล่า'],
    ['a picture', async () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 422, 'ไม่ใช่ Excel'],
    ['an old Excel', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'รุ่นเก่า'],
    ['broken JSON', async () => Buffer.from('{"title": "x",'), 422, 'JSON ไม่ถูกต้อง'],
  ])('%s is answered with what to do', async (_what, make, status, words) => {
    const answer = await send('read', await make());
    expect([answer.status, answer.why]).toEqual([status, expect.stringContaining(words)]);
  });

  it('of 200 MB is refused by a length, a part or a count alone', async () => {
    const { cookie, csrf } = admin;
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { cookie, 'x-csrf': csrf, 'content-length': 200 * 1024 ** 2 };
      const address = `${office.app.url}/web/console/plan/parts/${randomUUID()}/0`;
      const asking = request(address, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode!);
        asking.destroy();
      });
      asking.on('error', reject);
      asking.write('{}\n');
    });
    expect(status).toBe(413);
    const late = await sendPart(randomUUID(), 40, Buffer.from('x'));
    expect([late.status, await late.json()]).toEqual([413, { why: expect.stringContaining('10 MB') }]);
    const file = { id: randomUUID(), parts: 800 };
    const asked = { file, name: 'แผน.docx', choice: NO_CHOICE, plan: null };
    expect((await admin.post('/web/console/plan/read', asked)).status).toBe(413);
  });

  it('that is not kept any more, or is somebody else’s, is asked for again', async () => {
    const id = randomUUID();
    expect((await sendPart(id, 0, Buffer.from('x'))).status).toBe(200);
    const asked = (of: string, parts: number) => ({
      file: { id: of, parts },
      name: 'แผน.docx',
      choice: NO_CHOICE,
      plan: null,
    });
    const other = await visitFromTerminal(office);
    for (const [who, of, parts] of [
      [admin, randomUUID(), 1],
      [admin, id, 2],
      [other, id, 1],
    ] as const) {
      const answer = await who.post('/web/console/plan/read', asked(of, parts));
      expect([answer.status, await answer.json()]).toEqual([
        410,
        { why: expect.stringContaining('เลือกไฟล์อีกครั้ง') },
      ]);
    }
  });

  it('that says nothing, or too much, is no form of ours', async () => {
    const asked = { choice: { ...NO_CHOICE, head: { $where: 'x' } } };
    expect((await send('read', Buffer.from('x'), asked)).status).toBe(400);
    expect((await admin.post('/web/console/plan/read', 'nonsense')).status).toBe(400);
    expect((await admin.post('/web/console/plan/use', { plan: { $gt: '' } })).status).toBe(400);
    expect((await admin.post('/web/console/plan/use', { plan: 'none', seen: 'x' })).status).toBe(404);
    expect((await admin.get('/web/console/plan/use/none')).status).toBe(404);
  });
});

it('hands out an empty form and the plan in force, which reads as itself', async () => {
  const form = await admin.get('/web/console/plan/form');
  expect(decodeURIComponent(form.headers.get('content-disposition') ?? '')).toContain('แบบกรอกแผน.xlsx');
  const plan = Buffer.from(await (await admin.get('/web/console/plan/export')).arrayBuffer());
  const { view } = await send('read', plan);
  expect(view.change).toMatchObject({ nothing: true, becomesCurrent: false });
  const acts = () => office.database.models.audit.countDocuments({ act: 'import-plan' });
  const before = await acts();
  const consent = { seen: view.seen, accept: view.needsAccept, remove: false };
  expect((await send('store', plan, { consent })).status).toBe(200);
  expect(await acts()).toBe(before);
});

it('makes the first office for whoever sets up', async () => {
  const { models } = office.database;
  await Promise.all(
    [models.offices, models.plans, models.members].map((one) => one.collection.deleteMany({})),
  );
  const terminal = await visitFromTerminal(office);
  const bytes = await readFile(WORD);
  const { view } = await send('read', bytes, {}, terminal);
  expect(view.change).toMatchObject({ newOffice: true, newPlan: true });
  const consent = { seen: view.seen, accept: view.needsAccept, remove: false };
  expect((await send('store', bytes, { consent }, terminal)).status).toBe(200);
  const home = await (await terminal.get('/web/console')).json();
  expect(home).toMatchObject({
    home: { office: view.head.office, plan: { activities: view.head.activities } },
  });
});
