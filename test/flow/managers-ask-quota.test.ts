/** What is left of the month's paid messages, asked by who may spend them; with what reminders will take until its end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const limit = (quotaLimit: number) => office.simulator.act({ act: 'switches', set: { quotaLimit } });

beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  await wiphaJoins(office);
});
afterAll(() => office.close());

const ANSWER =
  /^เดือนนี้เหลือ 300 ข้อความ ใช้แล้ว 0 จาก 300\n• คาดว่าใช้เตือนถึงสิ้นเดือนอีก [1-9]\d* ข้อความ\nคาดว่าพอใช้ถึงสิ้นเดือน$/;

describe('who may spend them', () => {
  test.each([
    'โควต้า',
    'โควต้าเหลือเท่าไหร่',
    'โควตาเหลือเท่าไรคะ',
    'ข้อความเดือนนี้เหลือกี่ข้อความ',
    'เหลือข้อความส่งได้อีกกี่ข้อความครับ',
    'โคต้าข้อความหมดหรือยัง',
    'ขอดูโควตาหน่อย',
    'ข้อความพอใช้ถึงสิ้นเดือนไหม',
    'How many messages are left?',
    'quota',
  ])('%s', async (typed) => {
    expect(await ask(typed)).toMatch(ANSWER);
  });

  test('an administrator hears it, too', async () => {
    const { members } = office.database.models;
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin'] } });
    expect(await ask('โควต้าเหลือเท่าไหร่')).toMatch(ANSWER);
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['manager'] } });
  });

  test('what was sent counts; too little is said, and what happens then', async () => {
    await ask('เตือน 1.2');
    await ask('ส่ง');
    expect(await ask('โควต้าเหลือเท่าไหร่')).toContain('เดือนนี้เหลือ 299 ข้อความ ใช้แล้ว 1 จาก 300');
    await limit(2);
    const said = await ask('โควต้าเหลือเท่าไหร่');
    expect(said).toContain('เดือนนี้เหลือ 1 ข้อความ ใช้แล้ว 1 จาก 2');
    expect(said).toMatch(/คาดว่าไม่พอ ขาดประมาณ [1-9]\d* ข้อความ ระบบส่งเรื่องสำคัญก่อน/);
    await limit(300);
  });

  test('the office’s own limit is the narrower one', async () => {
    const { offices } = office.database.models;
    await offices.updateMany({}, { $set: { 'settings.quota': { most: 1 } } });
    await office.restart();
    expect(await ask('โควต้าเหลือเท่าไหร่')).toContain('เดือนนี้เหลือ 0 ข้อความ ใช้แล้ว 1 จาก 1');
    await offices.updateMany({}, { $unset: { 'settings.quota': 1 } });
    await office.restart();
  });
});

test.each([
  [SOMSRI, 'โควต้า', 'คำสั่งนี้สำหรับผู้บริหาร'],
  [SOMSRI, '1.2 ส่งข้อความแจ้งโรงเรียนแล้ว 40 แห่ง', 'กรุณาตรวจสอบก่อนบันทึก'],
  [PRASERT, 'งบเหลือเท่าไหร่', 'คงเหลือ'],
])('%s “%s”', async (user, typed, shown) => {
  const said = await ask(typed, user);
  expect(said).toContain(shown);
  expect(said).not.toContain('เดือนนี้เหลือ');
  await ask('ยกเลิก', user);
});

test('a group does not hear it', async () => {
  const said = wordsIn(await office.say(PRASERT, 'โควต้าเหลือเท่าไหร่', { chat: GROUP, mentionBot: true }));
  expect(said).toBe('คำสั่งนี้ใช้ในแชทส่วนตัวกับบอตเท่านั้น');
});
