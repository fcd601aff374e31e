/** The officers' form over real HTTP: one draft with the chat, the chat's own checks and sentences, files in parts, what must be refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormChanged, FormView } from '../../src/bot/page-form.ts';
import { PART_BYTES } from '../../src/services/uploads.ts';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { headOf, picture } from '../helpers/evidence-files.ts';
import { storeNextYear, workBy } from '../helpers/next-plan.ts';
import { lastMessageOf } from '../faults/unsent.ts';
import { linkFor, openLink, visitAs, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
/** Of สมศรี. */
const CODE = '1.1.1';
let office: TestOffice;
let visitor: WebVisitor;

beforeAll(async () => {
  office = await openOffice(uri);
});
afterAll(() => office.close());
beforeEach(async () => {
  await forgetAll(office);
  await office.database.models.outbox.collection.deleteMany({});
  await owns(office, SOMSRI, ['1.1.1', '1.1.2', '1.2.1']);
  visitor = await visitAs(office, SOMSRI, ['officer']);
});

const path = (what = '', code = CODE) => `/web/form/${code}${what}`;
const read = async (): Promise<FormView> => (await (await visitor.get(path())).json()) as FormView;

/** Types into fields as the page sends it: what it showed before stands beside. */
async function type(values: Record<string, string>, was: Record<string, string> = {}): Promise<FormChanged> {
  const changes = Object.entries(values).map(([field, value]) => ({ field, value, was: was[field] ?? '' }));
  const answer = await visitor.post(path(), { changes });
  expect(answer.status).toBe(200);
  return (await answer.json()) as FormChanged;
}
async function store({ draft }: FormView) {
  return visitor.post(path('/store'), { draft: draft?.id ?? '', rev: draft?.rev ?? 0 });
}
const linkIn = (said: unknown) => /http:[^"]*\/open\/([\w-]{43})/.exec(JSON.stringify(said))?.[1] ?? '';

it('what was filled in for a plan that is used no more is refused with words, and stored nowhere', async () => {
  const { plan } = await read();
  const { before } = await storeNextYear(office, {}, true);
  expect(before).toBe(plan);
  try {
    for (const [what, body] of [
      ['', { changes: [{ field: 'spent', value: '500', was: '' }] }],
      ['/store', { draft: '', rev: 0 }],
      ['/discard', {}],
    ] as const) {
      const answer = await visitor.post(path(what), { ...body, plan });
      expect([answer.status, await answer.json()]).toEqual([
        409,
        { why: expect.stringContaining('เปลี่ยนไปใช้แผนอื่น') },
      ]);
    }
    expect((await read()).draft).toBeNull();
  } finally {
    await workBy(office, before);
  }
  expect(await countUpdates(office)).toBe(0);
});

describe('the way to the form', () => {
  it.each([
    ['กรอกในหน้าเว็บ', '/form'],
    ['กรอกในหน้าเว็บ 1.1 1)', '/form#activity=1.1.1'],
    ['ขอแบบฟอร์มค่ะ', '/form'],
    ['form 1.1.2', '/form#activity=1.1.2'],
  ])('“%s” gives a link to %s', async (typed, place) => {
    const token = linkIn(await office.say(SOMSRI, typed));
    const opened = await fetch(`${office.app.url}/open/${token}`, { method: 'POST', redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, place]);
  });

  it('stands on the card of a draft and on the list of activities', async () => {
    await office.say(SOMSRI, '1.1 1) ใช้งบ 500 บาท');
    expect(linkIn(await office.tap(SOMSRI, 'กรอกในหน้าเว็บ'))).not.toBe('');
    await office.say(SOMSRI, 'งานของฉัน');
    expect(linkIn(await office.tap(SOMSRI, 'กรอกในหน้าเว็บ'))).not.toBe('');
  });
});

describe('the list', () => {
  it('has what is due first, marks what was begun, and says what waits in chat', async () => {
    await office.say(SOMSRI, '1.1 1) ใช้งบ 500 บาท');
    const list = (await (await visitor.get('/web/form')).json()) as {
      rows: { code: string; begun: boolean }[];
    };
    expect(list).toMatchObject({ unplaced: false });
    expect(list.rows.filter(({ begun }) => begun).map(({ code }) => code)).toEqual([CODE]);
    expect(list.rows).toHaveLength(3);
  });

  it('has all activities for somebody who may report on any and has none', async () => {
    await owns(office, PRASERT, []);
    const manager = await visitAs(office, PRASERT, ['manager']);
    expect(((await (await manager.get('/web/form')).json()) as { rows: unknown[] }).rows).toHaveLength(11);
  });
});

describe('one draft with the chat', () => {
  it('begun in chat, it is in the form; finished there, it is stored with all of it', async () => {
    await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท');
    const { draft } = await read();
    expect(draft?.values).toMatchObject({ status: 'completed', spent: '3,000', result: '' });
    const { view } = await type({ result: 'จัดอบรมแล้ว 35 คน', suggestion: 'ไม่มี' });
    const stored = await store(view);
    expect(stored.status).toBe(200);
    expect(await stateOf(office, CODE)).toMatchObject({
      status: 'completed',
      spent: 300_000,
      result: 'จัดอบรมแล้ว 35 คน',
      suggestion: '',
    });
    expect((await read()).draft).toBeNull();
    expect(wordsIn(await office.say(SOMSRI, 'บันทึก'))).toContain('ไม่มีรายงานที่กำลังกรอก');
  });

  it('begun in the form, it is in the chat; finished there, it leaves the form', async () => {
    await type({ status: 'in_progress', spent: 'สองพันห้า' });
    expect(wordsIn(await office.say(SOMSRI, 'รายงานค้าง'))).toMatch(/กำลังดำเนินการ|อยู่ในระหว่าง[^]*2,500/);
    await office.say(SOMSRI, 'งบ 2,600');
    expect((await read()).draft?.values).toMatchObject({ spent: '2,600' });
    await office.tap(SOMSRI, 'บันทึก');
    expect(await stateOf(office, CODE)).toMatchObject({ status: 'in_progress', spent: 260_000 });
    expect((await read()).draft).toBeNull();
  });

  it('asks no question in chat that the form has answered', async () => {
    await office.say(SOMSRI, 'รายงาน 1.1 1)');
    await type({ status: 'completed', result: 'ทำแล้ว' });
    const asked = wordsIn(await office.say(SOMSRI, 'รายงานค้าง'));
    expect(asked).toContain('ใช้งบประมาณไปแล้ว');
  });

  it('takes one of several told in one text', async () => {
    await office.say(SOMSRI, '1.1 1) เสร็จแล้ว ใช้งบ 100 บาท 1.2 1) เสร็จแล้ว ใช้งบ 200 บาท');
    const { draft } = await read();
    expect(draft?.values).toMatchObject({ spent: '100' });
    const { view } = await type({ spent: '150' }, { spent: '100' });
    await store(view);
    expect(await stateOf(office, CODE)).toMatchObject({ spent: 15_000 });
    await office.say(SOMSRI, 'บันทึก');
    expect(await countUpdates(office, { activity: '1.2.1' })).toBe(1);
    expect(await countUpdates(office)).toBe(2);
  });

  it('lets the newest value win and tells what gave way', async () => {
    await type({ spent: '500' });
    await office.say(SOMSRI, 'รายงานค้าง');
    await office.say(SOMSRI, 'งบ 700');
    const { view, replaced } = await type({ spent: '900' }, { spent: '500' });
    expect(view.draft?.values.spent).toBe('900');
    expect(replaced).toEqual({ spent: '700' });
  });

  it('stores nothing that was not seen, and nothing twice', async () => {
    const { view } = await type({ status: 'completed' });
    await office.say(SOMSRI, 'รายงานค้าง');
    await office.say(SOMSRI, 'งบ 700');
    const stale = await store(view);
    expect([stale.status, await stale.json()]).toEqual([
      409,
      { why: expect.stringContaining('เพิ่งเปลี่ยนจากแชท') },
    ]);
    const seen = await read();
    const both = await Promise.all([store(seen), store(seen)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409)!;
    expect(await late.json()).toMatchObject({ why: expect.stringContaining('บันทึกไว้แล้ว') });
    expect(await countUpdates(office)).toBe(1);
  });

  it('keeps every field of many that are sent at once', async () => {
    const fields = { result: 'ก', obstacle: 'ข', suggestion: 'ค', remark: 'ง', percent: '40', spent: '80' };
    await Promise.all(Object.entries(fields).map(([field, value]) => type({ [field]: value })));
    expect((await read()).draft?.values).toMatchObject(fields);
  });

  it('takes with an unsent message what it told, and nothing of the page', async () => {
    await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ปัญหา: วิทยากรเลื่อน');
    const { view } = await type({ result: 'จัดแล้ว' });
    await store(view);
    const message = lastMessageOf(office, SOMSRI);
    await office.act({ act: 'unsend', user: SOMSRI, message }, SOMSRI);
    expect(await stateOf(office, CODE)).toMatchObject({ result: 'จัดแล้ว', obstacle: null });
  });
});

describe('the same checks and sentences as in chat', () => {
  it.each([
    ['spent', '-5', 'ติดลบไม่ได้'],
    ['spent', 'เยอะ', 'กรุณาพิมพ์จำนวนเงิน'],
    ['spent', '999999999999999', 'สูงเกิน'],
    ['percent', '140', '0 ถึง 100'],
    ['actual', 'หลายคน', 'เป็นตัวเลข'],
    ['date', 'วันหนึ่ง', 'กรุณาเลือกวันที่'],
    ['result', 'ก'.repeat(2_001), 'ยาวเกินไป'],
  ])('%s “%s” is not taken', async (field, value, why) => {
    const { problems, view } = await type({ [field]: value });
    expect(problems).toEqual({ [field]: expect.stringContaining(why) });
    expect(view.draft).toBeNull();
  });

  it.each([
    ['spent', '๒๘,๕๐๐', '28,500'],
    ['spent', '2.85 หมื่น', '28,500'],
    ['percent', '๔๐', '40'],
    ['date', '15 มี.ค. 64', '15 มีนาคม 2564'],
    ['date', 'เมื่อวาน', '14 กุมภาพันธ์ 2564'],
    ['obstacle', 'ไม่มีค่ะ', 'ไม่มี'],
    ['status', 'เสร็จแล้ว', 'completed'],
  ])('%s “%s” is read as %s, and that again as itself', async (field, value, as) => {
    const { view } = await type({ [field]: value });
    const values = view.draft?.values as Record<string, string>;
    expect(values[field]).toBe(as);
    const again = await type({ [field]: as }, { [field]: as });
    expect(again.view.draft).toMatchObject({ rev: view.draft?.rev });
  });

  it('finished and not whole is asked, chosen it is finished', async () => {
    const { view } = await type({ status: 'completed', percent: '50' });
    const refused = await store(view);
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { why: expect.stringContaining('ไม่ถึง 100%') },
    ]);
    const chosen = await type({ status: 'in_progress' }, { status: 'completed' });
    const again = await type({ status: 'completed' }, { status: 'in_progress' });
    expect(chosen.view.draft?.values.percent).toBe('50');
    expect(again.view.draft?.values.percent).toBe('');
  });

  it('says what is over the budget, and stores nothing of an empty form', async () => {
    const { view } = await type({ spent: '900000' });
    expect(view.cautions).toEqual([expect.stringContaining('สูงกว่างบประมาณ')]);
    expect((await type({ spent: '' }, { spent: '900,000' })).view.draft).toBeNull();
    const empty = await visitor.post(path('/store'), { draft: '', rev: 0 });
    expect(await empty.json()).toMatchObject({ why: expect.stringContaining('ยังไม่มีข้อมูลให้บันทึก') });
  });
});

describe('the receipt', () => {
  it('is on the page, and in chat as a free ride that is never pushed', async () => {
    const { view } = await type({ status: 'completed', spent: '3000' });
    const receipt = (await (await store(view)).json()) as { asksResult: boolean; next: { code: string } };
    expect(receipt).toMatchObject({ late: false, asksResult: true, next: { code: expect.any(String) } });
    const rows = await office.database.models.outbox.find({ purpose: 'receipt' }).lean<{ state: string }[]>();
    expect(rows).toMatchObject([{ state: 'waiting', cost: 0 }]);
    const said = wordsIn(await office.say(SOMSRI, 'งานของฉัน'));
    expect(said).toContain('บันทึกจากหน้าเว็บ');
    expect(said).toContain('3,000 บาท');
    await office.tap(SOMSRI, 'ยกเลิกรายงานนี้');
    await office.tap(SOMSRI, 'ยืนยันการยกเลิก');
    expect(await stateOf(office, CODE)).toMatchObject({ status: null });
  });

  it('takes back, once, what was stored', async () => {
    const { view } = await type({ status: 'completed' });
    const { update } = (await (await store(view)).json()) as { update: string };
    expect(await (await visitor.post(path('/undo'), { id: update })).json()).toMatchObject({
      said: expect.stringContaining('ยกเลิกรายงานกิจกรรม 1.1 1)'),
    });
    expect((await visitor.post(path('/undo'), { id: update })).status).toBe(422);
  });

  it('tells of somebody else who reported meanwhile, and tells them', async () => {
    const { view } = await type({ spent: '100' });
    await office.say(PRASERT, '1.1 1) ใช้งบ 400 บาท');
    await office.tap(PRASERT, 'บันทึก');
    expect(await (await store(view)).json()).toMatchObject({ notes: [expect.stringContaining('ประเสริฐ')] });
    expect(wordsIn(await office.say(PRASERT, 'สรุป'))).toContain('ต่อจากรายงานของท่าน');
  });
});

describe('files', () => {
  const id = '0f0e1d2c-0000-4000-8000-000000000001';
  const photo = picture(7, 90, 70);
  const send = (part: number, bytes: Buffer, of = id) =>
    fetch(`${office.app.url}/web/files/${of}/${part}`, {
      method: 'POST',
      headers: { cookie: visitor.cookie, 'x-csrf': visitor.csrf, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
  const attach = (name: string, parts: number, of = id) =>
    visitor.post(path('/files'), { id: of, name, parts });
  const stored = () => office.database.models.evidence.find({ state: 'stored' }).lean<{ _id: string }[]>();

  it('come in parts, sent once more where the line broke, and are evidence once', async () => {
    const bytes = Buffer.concat([photo, Buffer.alloc(PART_BYTES)]);
    const parts = [bytes.subarray(0, PART_BYTES), bytes.subarray(PART_BYTES)];
    expect((await send(0, parts[0]!)).status).toBe(200);
    expect((await attach('งาน.png', 2)).status).toBe(409);
    await send(0, parts[0]!);
    await send(1, parts[1]!);
    const { view } = (await (await attach('งาน.png', 2)).json()) as FormChanged;
    expect(view.draft?.files).toEqual([{ id, name: 'งาน.png', picture: true, pending: false }]);
    // the page did not hear of it and sends it again
    expect((await send(1, parts[1]!)).status).toBe(200);
    expect(((await (await attach('งาน.png', 2)).json()) as FormChanged).view.draft?.files).toHaveLength(1);
    expect((await visitor.get(`/web/files/${id}`)).headers.get('content-type')).toBe('image/jpeg');
    await office.app.idle();
    const left = await office.database.connection.collection('evidence.files').distinct('_id');
    expect(left.filter((one) => String(one).includes(':part:'))).toEqual([]);
    await store(view);
    expect(await stateOf(office, CODE)).toMatchObject({ evidence: [id] });
  });

  it('are taken out again, with their bytes', async () => {
    await send(0, photo);
    await attach('งาน.png', 1);
    const { view } = (await (await visitor.post(path('/files/remove'), { id })).json()) as FormChanged;
    expect(view.draft).toBeNull();
    await office.app.idle();
    expect(await stored()).toEqual([]);
    expect((await visitor.get(`/web/files/${id}`)).status).toBe(404);
  });

  it('sent in chat are in the form', async () => {
    await office.say(SOMSRI, '1.1 1) เสร็จแล้ว');
    await office.act(
      {
        act: 'image',
        user: SOMSRI,
        chat: SOMSRI,
        base64: photo.toString('base64'),
        contentType: 'image/png',
      },
      SOMSRI,
    );
    expect((await read()).draft?.files).toMatchObject([{ picture: true, pending: false }]);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  it.each([
    ['SVG', 'รูป.svg', Buffer.from(svg), 'ชนิดที่รับไม่ได้'],
    ['a page called .jpg', 'รูป.jpg', Buffer.from('<!doctype html><html><script>1</script>'), 'ชนิดที่รับไม่ได้'],
    ['an image bomb', 'ใหญ่.png', headOf(30_000, 30_000), '40 ล้านพิกเซล'],
    ['half a picture', 'ครึ่ง.png', photo.subarray(0, 60), 'เปิดดูไม่ได้'],
  ])('%s is refused with what to do', async (_what, name, bytes, why) => {
    await send(0, bytes);
    const refused = await attach(name, 1);
    expect([refused.status, await refused.json()]).toEqual([422, { why: expect.stringContaining(why) }]);
    expect((await read()).draft).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it('of 200 MB are refused before they are read', async () => {
    expect((await send(0, Buffer.alloc(PART_BYTES + 1))).status).toBe(413);
    expect((await send(800, Buffer.from('x'))).status).toBe(413);
    await send(0, photo);
    const refused = await attach('วิดีโอ.mp4', 800);
    expect([refused.status, await refused.json()]).toEqual([
      422,
      { why: expect.stringContaining('ขนาดใหญ่เกินไป') },
    ]);
  });

  it('of somebody else are nobody else’s', async () => {
    await send(0, photo);
    const other = await visitAs(office, PRASERT, ['manager']);
    expect((await other.post(path('/files'), { id, name: 'x', parts: 1 })).status).toBe(409);
    await attach('งาน.png', 1);
    expect((await other.get(`/web/files/${id}`)).status).toBe(404);
    expect((await send(0, photo, '../x')).status).toBe(404);
    expect((await send(0, photo, 'not-an-id')).status).toBe(400);
  });
});

describe('what is not this person’s', () => {
  it.each([
    ['2', 403, 'ไม่อยู่ในความรับผิดชอบของท่าน (ผู้รับผิดชอบตามแผนคือ กลุ่ม'],
    ['1.1', 404, 'กิจกรรมย่อย'],
    ['9.9', 404, 'ไม่พบกิจกรรม'],
    ['%7B%22$ne%22:1%7D', 404, 'ไม่พบกิจกรรม'],
  ])('%s is refused: %i', async (code, status, why) => {
    for (const ask of [
      () => visitor.get(path('', code)),
      () => visitor.post(path('', code), { changes: [{ field: 'spent', value: '5', was: '' }] }),
      () => visitor.post(path('/store', code), { draft: 'x', rev: 0 }),
      () => visitor.post(path('/discard', code), {}),
      () => visitor.post(path('/files/remove', code), { id: 'x' }),
    ]) {
      const answer = await ask();
      expect([answer.status, await answer.json()]).toEqual([status, { why: expect.stringContaining(why) }]);
    }
    expect(await office.database.models.conversations.countDocuments({ 'drafts.0': { $exists: true } })).toBe(
      0,
    );
  });

  it('takes changes in their own shape alone', async () => {
    for (const body of [{}, { changes: [{ field: 'by', value: '1', was: '' }] }, { changes: 'x' }, []]) {
      expect((await visitor.post(path(), body)).status).toBe(400);
    }
    expect((await visitor.post(path(), { changes: [] }, { 'x-csrf': 'x' })).status).toBe(403);
  });

  it('ends with the member', async () => {
    const token = await linkFor(office, SOMSRI, '/form');
    const own = await openLink(office.app.url, token);
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'revoked' } });
    expect((await own.get('/web/form')).status).toBe(401);
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'active' } });
    expect((await own.get('/web/form')).status).toBe(200);
  });
});

describe('giving up', () => {
  it('leaves nothing of the draft, in chat neither', async () => {
    await type({ status: 'completed' });
    const { view, notes } = (await (await visitor.post(path('/discard'), {})).json()) as FormChanged;
    expect([view.draft, notes]).toEqual([null, ['ยกเลิกแล้ว ไม่มีการบันทึกข้อมูล']]);
    expect(wordsIn(await office.say(SOMSRI, 'รายงานค้าง'))).toContain('ไม่มีรายงานที่กำลังกรอก');
  });
});
