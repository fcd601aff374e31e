/** What administrators type: สมาชิก lists who is there and who is not yet; เชิญ makes a code, in private, on a word, once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const invites = () => office.database.models.invites.find({}).sort({ createdAt: 1 }).lean();
const codeIn = (said: string): string => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(said)?.[0] ?? '';

beforeAll(async () => {
  office = await openOffice(uri);
  await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin'] } });
  await office.say(SOMSRI, 'งานของฉัน');
});
afterAll(() => office.close());

test('members: roles, work, last seen, and what nobody registered has', async () => {
  expect(await ask('สมาชิก')).toContain('สมาชิก 2 คน');
  const said = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
  for (const shown of [
    'สมาชิก 2 คน',
    'สมศรี ใจดี',
    'ผู้ดูแลระบบ',
    '1.1 1)',
    'ใช้ล่าสุด 15 ก.พ. 64',
    'ยังไม่ได้ลงทะเบียน',
    '5.',
  ])
    expect(said).toContain(shown);
  expect(said).toContain('[เชิญผู้ใช้]');
  await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'blocked' } });
  expect(await ask('ขอดูรายชื่อสมาชิกหน่อยค่ะ')).toContain('สมาชิก 2 คน');
  expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('! ปิดกั้นหรือเลิกติดตามบอต');
  await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { state: 'active' } });
});

test('an invitation is made on the word alone, with the limits said, and works', async () => {
  const before = (await invites()).length;
  const asked = await ask('เชิญ เจ้าหน้าที่ 4, 5 จำนวน 2 คน ภายใน 7 วัน');
  for (const shown of ['สร้างรหัสเชิญผู้รับผิดชอบกิจกรรม หรือไม่', '4., 5.', '2 คน ภายใน 7 วัน'])
    expect(asked).toContain(shown);
  expect(await invites()).toHaveLength(before);
  const done = await ask('ตกลง');
  expect(done).toContain('ใช้ได้ 2 คน ถึง 22 ก.พ. 64');
  expect(await invites()).toHaveLength(before + 1);
  expect((await invites()).at(-1)).toMatchObject({
    role: 'officer',
    activities: ['4', '5'],
    uses: 2,
    used: 0,
  });
  // tapped once more it makes no second one
  expect(wordsIn(await office.tap(PRASERT, 'สร้างรหัส'))).toContain('ปิดไปแล้ว');
  expect(await invites()).toHaveLength(before + 1);
  const code = codeIn(done);
  expect(JSON.stringify(await invites())).not.toContain(code);
  await office.say(WIPHA, `ลงทะเบียน ${code}`);
  const joined = await office.database.models.members.findOne({ userId: WIPHA }).lean();
  expect(joined).toMatchObject({ roles: ['officer'], activities: ['4', '5'] });
});

test.each([
  ['เชิญ ผู้บริหาร', 'manager', 'สร้างรหัส'],
  ['เชิญ กลุ่มไลน์', 'group', 'สร้างรหัส'],
  ['เชิญ', 'admin', 'ผู้ดูแลระบบ'],
  ['invite officer 1.1 for 3 weeks', 'officer', 'สร้างรหัส'],
])('%s', async (typed, role, button) => {
  await office.say(PRASERT, typed);
  const done = wordsIn(await office.tap(PRASERT, button));
  expect(codeIn(done)).not.toBe('');
  expect((await invites()).at(-1)).toMatchObject({ role, uses: 1 });
});

test('a unit of the plan stands for its activities', async () => {
  const plan = await office.database.models.activities.findOne({ code: '5' }).lean<{ ownerGroup: string }>();
  expect(await ask(`เชิญ เจ้าหน้าที่ ${plan!.ownerGroup}`)).toContain('5.');
  await office.say(PRASERT, 'ยกเลิก');
});

test.each([
  ['เชิญ เจ้าหน้าที่ 9.9', 'ไม่พบกิจกรรมหรือกลุ่มงาน'],
  ['เชิญ เจ้าหน้าที่ 1001 คน', 'ต้องเป็น 1 ถึง 1000'],
  ['เชิญ เจ้าหน้าที่ 0 คน', 'ต้องเป็น 1 ถึง 1000'],
  ['เชิญ ผู้บริหาร 400 วัน', 'ต้องเป็น 1 ถึง 366 วัน'],
  ['เชิญ กลุ่มไลน์ 1.1', 'ไม่ต้องระบุกิจกรรม'],
])('%s', async (typed, answer) => {
  const before = (await invites()).length;
  expect(await ask(typed)).toContain(answer);
  expect(await invites()).toHaveLength(before);
});

test('officers, managers and groups are refused, and see no code', async () => {
  const before = (await invites()).length;
  const { models } = office.database;
  for (const roles of [['officer'], ['manager']]) {
    await models.members.updateOne({ userId: SOMSRI }, { $set: { roles } });
    for (const typed of ['สมาชิก', 'เชิญ', 'เชิญ ผู้ดูแลระบบ', 'ตั้งค่า'])
      expect(await ask(typed, SOMSRI), typed).toContain('คำสั่งนี้สำหรับผู้ดูแลระบบ');
  }
  for (const typed of ['สมาชิก', 'เชิญ ผู้บริหาร', 'ตั้งค่า']) {
    const said = wordsIn(await office.say(PRASERT, typed, { chat: GROUP, mentionBot: true }));
    expect(said).toContain('แชทส่วนตัว');
    expect(said).not.toContain('สมศรี');
  }
  // a card made while the right was there
  await models.members.updateOne({ userId: SOMSRI }, { $set: { roles: ['admin'] } });
  await office.say(SOMSRI, 'เชิญ ผู้ดูแลระบบ');
  await models.members.updateOne({ userId: SOMSRI }, { $set: { roles: ['officer'] } });
  expect(codeIn(await ask('ตกลง', SOMSRI))).toBe('');
  expect(await invites()).toHaveLength(before);
  // told of the work it is no invitation
  expect(await ask('เชิญวิทยากรมาบรรยายแล้ว 1.1 1)', SOMSRI)).not.toContain('ผู้ดูแลระบบ');
});

test.each<[string, boolean]>([
  ['เชิญครู 3 คน', true],
  ['เชิญผู้บริหาร', true],
  ['เชิญเจ้าหน้าที่ 1.1 ภายใน 7 วัน', true],
  // told of the work
  ['เชิญครู 30 คนมาอบรมแล้ว', false],
  ['เชิญผู้บริหารมาเปิดงาน', false],
])('%s, written together: an invitation? %s', async (typed, invites) => {
  const said = await ask(typed);
  if (invites) expect(said).toContain('สร้างรหัสเชิญ');
  else expect(said).not.toContain('สร้างรหัสเชิญ');
  await ask('ยกเลิก');
});

test.each([
  'เพิ่มคน',
  'เพิ่มคนใหม่',
  'อยากเพิ่มครูใหม่เข้าระบบ',
  'ลบสมาชิก',
  'ลบสมศรีออก',
  'เอาสมศรีออกจากระบบ',
  'ขอลิงก์จัดการ',
  'ขอลิงค์เข้าหน้าจัดการ',
  'นำเข้าแผน',
  'แก้แผน',
  'จะแก้ชื่อกิจกรรม 1.2',
  'เปลี่ยนเดือนของกิจกรรม 3',
  'ตั้งวันหยุด',
  'เปลี่ยนเวลาเตือน',
  'ตั้งสมศรีเป็นผู้บริหาร',
  'สำรองข้อมูล',
])('%s: the page where it is done, to an administrator alone', async (typed) => {
  await office.database.models.conversations.deleteMany({});
  expect(await ask(typed)).toContain('[เปิดหน้าจัดการ]');
  const refused = await ask(typed, SOMSRI);
  expect(refused).toContain('คำสั่งนี้สำหรับผู้ดูแลระบบ');
  expect(refused).not.toContain('เปิดหน้าจัดการ');
  const inGroup = wordsIn(await office.say(PRASERT, typed, { chat: GROUP, mentionBot: true }));
  expect(inGroup).toContain('แชทส่วนตัว');
});

test('what somebody with work of their own may have done is a report of theirs', async () => {
  expect(await ask('อัปโหลดแผนใหม่')).toContain('[เปิดหน้าจัดการ]');
  expect(await ask('อัปโหลดแผนใหม่', SOMSRI)).toContain('กรุณาตรวจสอบก่อนบันทึก');
  await ask('ยกเลิก', SOMSRI);
});

test.each(['ใครยังไม่ลงทะเบียน', 'มีกี่คนในระบบ', 'ใครเข้าระบบแล้วบ้าง'])('%s: the members', async (typed) => {
  expect(await ask(typed)).toMatch(/สมาชิก \d+ คน/);
  expect(await ask(typed, SOMSRI)).not.toMatch(/สมาชิก \d+ คน/);
});

test.each(['แก้แผนการอบรมแล้วค่ะ 1.1 1)', 'เพิ่มคนเข้าอบรมเสร็จแล้ว', 'ลบอุปสรรคออก'])(
  '%s: told of the work, it opens no page',
  async (typed) => {
    expect(await ask(typed)).not.toContain('เปิดหน้าจัดการ');
    await ask('ยกเลิก');
  },
);

test('ตั้งค่า opens the console; help names all of it to administrators alone', async () => {
  expect(JSON.stringify(await office.say(PRASERT, 'ตั้งค่า'))).toContain('/open/');
  const help = await ask('ช่วยเหลือ รายละเอียด');
  for (const word of ['สมาชิก', 'เชิญ', 'จัดการ', 'ปัญหา']) expect(help).toContain(word);
  expect(await ask('ช่วยเหลือ รายละเอียด', SOMSRI)).not.toContain('ออกรหัสเชิญ');
});
