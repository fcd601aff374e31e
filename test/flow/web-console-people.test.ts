/** The console's people page over real HTTP: names for reports, roles, hand-over, taking out, codes; two who change the same, ids of another office. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../../src/db/unit-of-work.ts';
import { loadCurrentPlan } from '../../src/services/loaders.ts';
import { loadReport } from '../../src/services/official-report.ts';
import type { OpenInvite, PlanOwner } from '../../src/services/open-invites.ts';
import type { ConsolePerson } from '../../src/services/people.ts';
import { newMember } from '../../src/services/registration.ts';
import { findOffices } from '../../src/db/offices.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';
import { visitAs, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let admin: WebVisitor;
beforeAll(async () => {
  office = await openOffice(uri);
  admin = await visitAs(office, PRASERT, ['manager', 'admin']);
});
afterAll(() => office.close());

interface Data {
  people: ConsolePerson[];
  invites: OpenInvite[];
  owners: PlanOwner[];
}
const data = async () => (await (await admin.get('/web/console/people')).json()) as Data;
const named = async (name: string) => (await data()).people.find((one) => one.name.startsWith(name))!;
const post = async (path: string, form: object) => {
  const answer = await admin.post(`/web/console/${path}`, form);
  return { status: answer.status, why: ((await answer.json()) as { why?: string }).why ?? '' };
};
const formOf = ({ id, seen, officialName, position, roles, activities }: ConsolePerson) => ({
  id,
  seen,
  officialName,
  position,
  roles,
  activities,
});

describe('a person', () => {
  it('is printed under the official name in reports, of what was reported before too', async () => {
    await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท');
    await office.tap(SOMSRI, 'บันทึก');
    const somsri = await named('สมศรี');
    expect((await post('people/change', { ...formOf(somsri), officialName: ' นางสมศรี  ใจดี ' })).status).toBe(
      200,
    );
    expect(await named('สมศรี')).toMatchObject({ name: 'สมศรี ใจดี', officialName: 'นางสมศรี ใจดี' });
    const [first] = (await findOffices(office.database.models)).offices;
    const plan = (await loadCurrentPlan(office.database, first!))!;
    const scope = {
      database: office.database,
      office: first!,
      plan,
      half: 1 as const,
      now: office.clock.now(),
    };
    const report = await loadReport(scope);
    const row = report.ok && report.model.rows.find(({ code }) => code === '1.1.1');
    expect(row && row.reportedBy?.name).toBe('นางสมศรี ใจดี');
  });

  it('is not overwritten by a form that was filled from something older', async () => {
    const somsri = formOf(await named('สมศรี'));
    expect((await post('people/change', { ...somsri, position: 'ครู' })).status).toBe(200);
    const second = await post('people/change', { ...somsri, position: 'ครูใหญ่' });
    expect(second).toEqual({ status: 409, why: expect.stringContaining('มีผู้อื่นแก้ไขผู้ใช้นี้ไปแล้ว') });
    expect((await named('สมศรี')).position).toBe('ครู');
    const both = await Promise.all(
      ['ก', 'ข'].map(async (position) => post('people/change', { ...formOf(await named('สมศรี')), position })),
    );
    expect(both.map(({ status }) => status)).toContain(200);
  });

  it.each([
    [{ roles: [] }, 'อย่างน้อยหนึ่งอย่าง'],
    [{ officialName: '\u200b\u2060' }, 'มองไม่เห็น'],
    [{ activities: ['9.9'] }, 'ไม่มีกิจกรรม'],
  ])('refuses %o with what to do', async (change, words) => {
    const told = await post('people/change', { ...formOf(await named('สมศรี')), ...change });
    expect(told).toEqual({ status: 409, why: expect.stringContaining(words) });
  });

  it('who is the last administrator stays one', async () => {
    const prasert = formOf(await named('ประเสริฐ'));
    for (const [path, form] of [
      ['people/change', { ...prasert, roles: ['manager'] }],
      ['people/take-out', prasert],
    ] as const)
      expect((await post(path, form)).why).toContain('ผู้ดูแลระบบอย่างน้อย 1 คน');
  });

  it('hands all activities over, and is taken out', async () => {
    const [from, to] = [await named('สมศรี'), await named('ประเสริฐ')];
    expect((await post('people/hand-over', { ...formOf(from), to: to.id })).status).toBe(200);
    expect((await named('ประเสริฐ')).activities).toEqual(from.activities);
    expect((await post('people/take-out', formOf(await named('สมศรี')))).status).toBe(200);
    expect(await named('สมศรี')).toBeUndefined();
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('สำหรับบุคลากรของหน่วยงาน');
  });

  it('of another office is nobody here', async () => {
    const { models } = office.database;
    const [first] = (await findOffices(models)).offices;
    const other = { ...first!, id: 'other' };
    const { id, ...member } = newMember(other, 'U-other', 'คนอื่น', 'officer', [], new Date());
    await commit(office.database, [{ to: 'members', insert: { _id: id, ...member } }]);
    const form = { ...formOf(await named('ประเสริฐ')), id };
    for (const path of ['people/change', 'people/take-out'])
      expect((await post(path, form)).status).toBe(404);
    expect((await post('people/hand-over', { ...formOf(await named('ประเสริฐ')), to: id })).status).toBe(404);
    await models.members.collection.deleteOne({ _id: id as never });
  });
});

describe('codes', () => {
  it('for all owners come on one sheet, and each registers with its activities', async () => {
    const before = (await data()).invites.length;
    const { owners } = await data();
    expect(owners.length).toBeGreaterThan(0);
    const answer = await admin.post('/web/console/invites/sheet', {
      owners: owners.map(({ name }) => name),
      uses: 1,
      days: 30,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
    const words = (await (await document.getPage(1)).getTextContent()).items.map((one) =>
      'str' in one ? one.str : '',
    );
    const text = words.join('');
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(text)?.[0];
    expect((await data()).invites.length).toBe(before + owners.length);
    await office.say(WIPHA, `ลงทะเบียน ${code}`);
    const member = await office.database.models.members
      .findOne({ userId: WIPHA })
      .lean<{ activities: string[] }>();
    expect(owners.map(({ activities }) => activities)).toContainEqual(member!.activities);
  });

  it('for one are shown once with a QR code, are listed, and open nothing when taken back', async () => {
    const form = { role: 'manager', owner: 'ผู้อำนวยการ', activities: [], uses: 1, days: 7 };
    const made = (await (await admin.post('/web/console/invites/make', form)).json()) as Record<
      string,
      string
    >;
    expect(made['qr']).toMatch(/^data:image\/png;base64,/);
    expect(made['url']).toContain(encodeURIComponent(made['code']!));
    const listed = (await data()).invites.find(({ owner }) => owner === 'ผู้อำนวยการ')!;
    expect(JSON.stringify(await data())).not.toContain(made['code']);
    expect((await post('invites/take-back', { id: listed.id })).status).toBe(200);
    expect((await post('invites/take-back', { id: listed.id })).status).toBe(409);
    expect(wordsIn(await office.say(WIPHA, `ลงทะเบียน ${made['code']}`))).toContain('หมดอายุ');
  });

  it.each([{ role: 'owner' }, { uses: 0 }, { days: 900 }, { activities: [{ $ne: 1 }] }])(
    'are not made of %o',
    async (wrong) => {
      const form = { role: 'officer', owner: '', activities: [], uses: 1, days: 7, ...wrong };
      expect((await post('invites/make', form)).status).toBe(400);
    },
  );
});
