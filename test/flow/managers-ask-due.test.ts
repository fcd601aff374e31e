/** What is due soon and what has to be hurried, asked by managers of the plan and by officers of their own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, countUpdates, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const mention = async (user: string, text: string) =>
  wordsIn(await office.say(user, text, { chat: GROUP, mentionBot: true }));

// the middle of February: 1.3 1) is late, 1.1 1) too, two are due at its end, the others later
beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  const { activities } = office.database.models;
  await activities.updateOne({ code: '1.3.1' }, { $set: { months: ['2020-12'] } });
  await activities.updateOne({ code: '3' }, { $set: { ownerGroup: 'ฝ่ายวิชาการ' } });
  await wiphaJoins(office);
});
afterAll(() => office.close());

const SOON = 'กิจกรรมที่ใกล้ครบกำหนด\n2\n';
const URGENT = 'กิจกรรมที่ต้องเร่ง\n4\n';

describe('a manager', () => {
  test.each([
    'ใกล้ครบกำหนด',
    'อะไรใกล้ถึงกำหนดบ้าง',
    'งานไหนจะหมดเวลา',
    'มีอะไรใกล้เดดไลน์ไหมคะ',
    'ไกล้ครบกำหนดมีอะไรบ้างครับ',
    'งานไหนจวนหมดเวลาแล้วบ้าง',
    'งานที่ใกล้จะถึงกำหนดส่ง',
    'ขอดูงานใกล้ครบกำหนดหน่อยครับ',
    'What is due soon?',
  ])('%s: what is due within a month, the first due on top, with the days left', async (typed) => {
    const said = await ask(typed);
    expect(said).toContain(SOON);
    expect(said).toContain('เหลือ 13 วัน · ยังไม่เริ่ม');
    expect(said.indexOf('1.1 2)')).toBeLessThan(said.indexOf('1.1 3)'));
    for (const hidden of ['1.3 1)', 'เลยมา', '[เตือน']) expect(said).not.toContain(hidden);
    expect(said).toContain('[เลยกำหนด (2)]');
  });

  test.each([
    'อันไหนต้องเร่ง',
    'กิจกรรมไหนต้องรีบทำ',
    'งานด่วนมีอะไรบ้าง',
    'มีอะไรต้องรีบส่งไหมคะ',
    'งานเร่งด่วน',
    'เร่งอันไหนก่อนดีครับ',
    'Which activities are urgent?',
  ])('%s: what is past its day on top of it', async (typed) => {
    const said = await ask(typed);
    expect(said).toContain(URGENT);
    expect(said.indexOf('เลยมา 46 วัน')).toBeLessThan(said.indexOf('เลยมา 15 วัน'));
    expect(said.indexOf('เลยมา 15 วัน')).toBeLessThan(said.indexOf('เหลือ 13 วัน'));
  });

  test.each<[typed: string, shown: string, hidden?: string]>([
    ['สมศรีมีอะไรต้องเร่งบ้าง', 'กิจกรรมที่ต้องเร่งของ สมศรี ใจดี\n4'],
    ['วิภามีงานไหนใกล้ครบกำหนดบ้าง', 'วิภา รักเรียน ไม่มีกิจกรรมที่ใกล้ครบกำหนด'],
    ['ฝ่ายวิชาการมีอะไรใกล้ครบกำหนดไหม', 'ฝ่ายวิชาการ ไม่มีกิจกรรมที่ใกล้ครบกำหนด', 'ไม่พบ'],
    ['ใกล้ครบกำหนดของ กลุ่มนิเทศ', 'กิจกรรมที่ใกล้ครบกำหนดของ กลุ่มนิเทศ'],
    ['งานใกล้ครบกำหนดของฉัน', 'ไม่มีกิจกรรมที่ครบกำหนดภายใน 30 วัน', '1.1 2)'],
    ['1.2 ใกล้ครบกำหนดหรือยัง', 'สถานะ', SOON],
  ])('%s: of that part alone', async (typed, shown, hidden = 'ขออภัย') => {
    const said = await ask(typed);
    expect(said).toContain(shown === 'สถานะ' ? '1.2 1)' : shown);
    expect(said).not.toContain(hidden);
  });

  test('a row leads to its status, the button to what is late, and a list goes on', async () => {
    await ask('ใกล้ครบกำหนด');
    expect(wordsIn(await office.tap(PRASERT, 'สถานะ 1.1 2)'))).toContain('[เตือนผู้รับผิดชอบ (1)]');
    expect(wordsIn(await office.tap(PRASERT, 'เลยกำหนด (2)'))).toContain(URGENT);
    expect(await ask('แล้ววิภาล่ะ')).toContain('วิภา รักเรียน ไม่มีกิจกรรมที่ต้องเร่ง');
    await ask('งานด่วนมีอะไรบ้าง');
    expect(await ask('ขอดูทั้งหมด')).toContain('เหลือ 13 วัน (28 ก.พ. 64)');
  });

  test('a group sees activities, and nobody’s own', async () => {
    expect(await mention(PRASERT, 'ใกล้ครบกำหนด')).toContain(SOON);
    expect(await mention(PRASERT, 'สมศรีมีอะไรต้องเร่งบ้าง')).not.toContain('1.3 1)');
    expect(await mention(SOMSRI, 'ใกล้ครบกำหนด')).toBe('คำสั่งนี้ใช้ในแชทส่วนตัวกับบอตเท่านั้น');
  });
});

describe('an officer', () => {
  test.each([
    'ใกล้ครบกำหนด',
    'อะไรใกล้ถึงกำหนดบ้าง',
    'งานใกล้ครบกำหนดของฉันมีอะไรบ้าง',
    'งานไหนจะหมดเวลาคะ',
    'ใกล้หมดเวลาส่งอันไหนบ้าง',
  ])('%s: one’s own', async (typed) => {
    expect(await ask(typed, SOMSRI)).toContain(SOON);
    const others = await ask(typed, WIPHA);
    expect(others).not.toMatch(/1\.1/);
    // nothing of hers is near: what comes next
    for (const shown of ['ภายใน 30 วัน', 'กิจกรรมที่ครบกำหนดถัดไป\n3', 'เหลือ 44 วัน'])
      expect(others).toContain(shown);
  });

  test.each(['อันไหนต้องเร่ง', 'หนูต้องเร่งอันไหนก่อนคะ', 'อันไหนด่วนสุด', 'มีงานด่วนไหม'])('%s', async (typed) => {
    expect(await ask(typed, SOMSRI)).toContain(URGENT);
    expect(await ask('ใกล้ครบกำหนดของ สมศรี', WIPHA)).not.toContain('1.1 2)');
  });

  test.each([
    ['งานเร่งด่วน 1.2 เสร็จแล้ว', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['1.1 1) ต้องเร่งมือหน่อย ยังไม่เสร็จ', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['ใกล้ครบกำหนดแล้วแต่ยังไม่ได้งบเลยค่ะ', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['ขอบคุณค่ะ ใกล้เลิกงานแล้ว', 'ยินดี'],
  ])('%s: told, not asked', async (typed, shown) => {
    const said = await ask(typed, SOMSRI);
    expect(said).toContain(shown);
    expect(said).not.toMatch(/ใกล้ครบกำหนด\n|ที่ต้องเร่ง\n/);
    await ask('ยกเลิก', SOMSRI);
    expect(await countUpdates(office)).toBe(0);
  });
});
