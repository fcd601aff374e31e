/** Why an activity is late: what was said of it, since when nothing was heard, whose it is; and that telling a reason stays a report. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { beginAnew, countUpdates, wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));

// 1.2 1) was reported on with an obstacle two weeks ago, nothing else ever; 1.3 1) is late
beforeAll(async () => {
  office = await openOffice(uri);
  await beginAnew(office);
  await office.database.models.activities.updateOne({ code: '1.3.1' }, { $set: { months: ['2020-12'] } });
  await wiphaJoins(office);
  await office.say(SOMSRI, '1.2 กำลังดำเนินการ ปัญหา วิทยากรป่วย ข้อเสนอแนะ ควรมีวิทยากรสำรอง');
  await office.say(SOMSRI, 'บันทึก');
  office.clock.moveTo(new Date('2021-03-01T10:00:00+07:00'));
});
afterAll(() => office.close());

describe('a manager', () => {
  test.each([
    'ทำไม 1.2 ช้า',
    '1.2 ติดอะไร',
    '1.2 มีปัญหาอะไร',
    'เพราะอะไร ๑.๒ ถึงยังไม่เสร็จคะ',
    'ทำไมงานนี้ไม่เสร็จสักที 1.2',
    '1.2 ทำไมยังไม่ส่ง',
    'กิจกรรม 1.2 ติดขัดเรื่องอะไรครับ',
    'Why is 1.2 late?',
    'ทำไมเขตสุจริตไม่คิดคอร์รัปชันยังไม่เสร็จ',
  ])('%s: what was said, when, and whose it is', async (typed) => {
    const said = await ask(typed);
    for (const shown of [
      '! วิทยากรป่วย (แจ้งเมื่อ 15 ก.พ. 64) · ข้อเสนอแนะ: ควรมีวิทยากรสำรอง',
      '15 ก.พ. 64 (14 วันก่อน)',
      '30 เม.ย. 64 (เหลือ 60 วัน)',
      'ผู้รับผิดชอบ: สมศรี ใจดี',
      '[เตือนผู้รับผิดชอบ (1)]',
    ])
      expect(said).toContain(shown);
  });

  test.each([
    ['1.3 1) ช้าเพราะอะไรครับ', 'กิจกรรม 1.3 1) ไม่มีปัญหาหรืออุปสรรคที่รายงานไว้', '31 ธ.ค. 63 (เลยมา 60 วัน)'],
    ['สาเหตุที่ 1.3 1) เลยกำหนด', 'ยังไม่มีการรายงาน', 'สมศรี ใจดี'],
    ['ทำไมศึกษาดูงานยังไม่ทำ', 'กิจกรรม 5. ไม่มีปัญหา', 'วิภา รักเรียน'],
    ['ทำไม 3 ยังไม่เสร็จ', 'กิจกรรม 3. ไม่มีปัญหา', 'วิภา รักเรียน'],
  ])('%s: that nothing was told', async (typed, ...shown) => {
    const said = await ask(typed);
    for (const one of shown) expect(said).toContain(one);
  });

  test('of what was looked at last, and the button asks', async () => {
    await ask('สถานะ 1.2');
    expect(await ask('ทำไมช้าจัง')).toContain('วิทยากรป่วย');
    expect(wordsIn(await office.tap(PRASERT, 'เตือนผู้รับผิดชอบ (1)'))).toContain('ความคืบหน้ากิจกรรม 1.2 1)');
    await ask('ไม่');
  });

  test.each([
    ['ติดอะไรอยู่', 'มีปัญหา 1 กิจกรรม'],
    ['ปัญหา 1.2', 'มีปัญหา 1 กิจกรรม'],
    ['ทำไมสมศรีช้า', 'กิจกรรมที่เลยกำหนดของ สมศรี ใจดี'],
    ['ทำไมต้องถามด้วย', 'ติดต่อผู้ดูแลระบบ'],
  ])('%s is another question', async (typed, shown) => {
    expect(await ask(typed)).toContain(shown);
  });

  test('a group reads figures alone', async () => {
    const said = wordsIn(await office.say(PRASERT, 'ทำไม 1.2 ช้า', { chat: GROUP, mentionBot: true }));
    expect(said).toContain('1.2 1)');
    expect(said).not.toMatch(/วิทยากร|สมศรี|\[เตือน/);
  });
});

describe('an officer', () => {
  test('hears of their own, and goes on to report; of others figures', async () => {
    const own = await ask('ทำไม 1.2 ช้า', SOMSRI);
    expect(own).toContain('! วิทยากรป่วย');
    expect(own).toContain('[รายงานผล]');
    expect(own).not.toMatch(/\[เตือน|ผู้รับผิดชอบ/);
    const others = await ask('1.2 ติดอะไร', WIPHA);
    expect(others).toContain('1.2 1)');
    expect(others).not.toMatch(/วิทยากร|สมศรี/);
  });

  test.each([
    ['1.2 ติดปัญหาฝนตก', 'ติดปัญหาเรื่องใด|กรุณาตรวจสอบก่อนบันทึก'],
    ['1.2 ติดปัญหาวิทยากรไม่มา ยังไม่เสร็จ', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['1.2 ช้าเพราะฝนตก', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['1.1 1) ไม่เสร็จ สาเหตุคือวิทยากรป่วย', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['1.1 1) ทำไม่ทัน วิทยากรป่วย', 'กรุณาตรวจสอบก่อนบันทึก'],
    ['ทำไมระบบช้าจัง', 'ขออภัย'],
  ])('%s: told, not asked', async (typed, shown) => {
    expect(await ask(typed, SOMSRI)).toMatch(new RegExp(shown));
    await ask('ยกเลิก', SOMSRI);
    expect(await countUpdates(office)).toBe(1);
  });
});
