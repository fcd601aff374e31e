/** What a message tells besides what its card shows: another activity, or a sum, is said to be so before the card is stored; and what is no such thing is not. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

test.each([
  ['1.2 1) เสร็จแล้วค่ะ ส่วนซุ้มประตูโรงเรียนยังไม่เริ่มเลยค่ะ', 'หาก “ส่วนซุ้มประตูโรงเรียนยังไม่เริ่มเลย” เป็นอีกกิจกรรม'],
  ['1.2 1) เสร็จแล้วค่ะ อีกเรื่องคือพัดลมห้องประชุมเสีย', 'หาก “อีกเรื่องคือพัดลมห้องประชุมเสีย” เป็นอีกกิจกรรม'],
  ['1.2 1) เสร็จแล้วนอกจากนี้ยังพาครูไปดูงานที่น่าน', 'หาก “นอกจากนี้ยังพาครูไปดูงานที่น่าน” เป็นอีกกิจกรรม'],
])('“%s” says how the rest is told', async (typed, said) => {
  expect(await say(typed)).toContain(said);
});

test('a sum that was not read is said not to be there, with the words that add it', async () => {
  const said = await say('1.2 1)เสร็จแล้ว12คนใช้งบ180000ไม่มีปัญหา');
  expect(said).toContain('ยอด 180000 ยังไม่ได้ลงในการ์ด');
  await say('ใช้งบ 180000');
  await say('บันทึก');
  expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 18_000_000 });
});

test.each([
  '1.2 1) เสร็จแล้วค่ะ ใช้งบ 28,500 บาท',
  '1.2 1) เสร็จแล้ว ครูส่วนใหญ่พอใจมาก ส่วนร่วมของชุมชนดีขึ้น',
  '1.2 1) กำลังทำ เหลืองบ 5,000 บาท',
  '1.2 1) เสร็จแล้วค่ะ 555',
  '1.2 1) เสร็จแล้ว ขอบคุณค่ะ ส่วนรูปเดี๋ยวแนบให้นะคะ',
  '1.1 1) เสร็จแล้ว ส่วน 1.2 1) กำลังทำ',
])('“%s” leaves nothing to say', async (typed) => {
  const said = await say(typed);
  expect(said).not.toContain('เป็นอีกกิจกรรม');
  expect(said).not.toContain('ยังไม่ได้ลงในการ์ด');
});

describe('what stands in no row of the card', () => {
  const UNTOLD = 'ส่วนนี้ยังไม่ได้บันทึก';

  test.each([['1.4 1) งดจัดนะคะ ผอ.สั่งยกเลิก โอนงบไปโครงการอื่น', 'โอนงบไปโครงการอื่น']])(
    'is said where a report begins: %s',
    async (typed, words) => {
      const said = await say(typed);
      expect(said).toMatch(new RegExp(`${UNTOLD}: “[^”]*${words}`));
    },
  );

  test.each([
    ['คงต้องเลื่อนไปเดือนสิงหา', 'เดือนสิงหา'],
    ['ผอ.ยังไม่ลงนามค่ะ รออยู่', 'ยังไม่ลงนาม'],
    ['คงไม่ทันสิ้นเดือน น่าจะกลางเดือนหน้า', 'น่าจะกลางเดือนหน้า'],
  ])('is said of “%s”, typed on the card, and kept by “หมายเหตุ”', async (typed, words) => {
    await say('1.2 1) กำลังทำ');
    const told = await say(typed);
    expect(told).toMatch(new RegExp(`${UNTOLD}: “[^”]*${words}`));
    // what may turn the status is asked first
    if (told.includes('ดำเนินการถึงขั้นใดแล้ว')) await say('กำลังดำเนินการ');
    await say(`หมายเหตุ ${typed}`);
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['remark']).toContain(words);
  });

  test('is kept by one tap where nothing was read of it', async () => {
    await say('1.2 1) กำลังทำ');
    await say('ผอ.ยังไม่ลงนามค่ะ รออยู่');
    await office.tap(SOMSRI, 'ใส่เป็นปัญหา');
    await say('บันทึก');
    expect((await stateOf(office, '1.2.1'))['obstacle']).toContain('ผอ.ยังไม่ลงนาม');
  });

  test('a sum without a word on what became of it is said, with the words that add it', async () => {
    await say('1.2 1) กำลังทำ');
    expect(await say('จ้างเขาทำ 8000')).toContain('ใช้งบ 8000');
  });

  test('a text that took the place of another is said', async () => {
    await say('1.2 1) กำลังทำ ปัญหา รถตู้ไม่พอ');
    expect(await say('กำลังรอข้อมูลจากกลุ่มบริหารงานบุคคล')).toContain('แทน “ปัญหา/อุปสรรค” เดิม: “รถตู้ไม่พอ”');
  });

  test.each(['ใช้งบ 25,000 บาท', 'คืบหน้า 60%', 'เสร็จแล้วค่ะ ขอบคุณค่ะ', 'คนมา 70 คน'])(
    'is nothing in “%s”',
    async (typed) => {
      await say('1.2 1) กำลังทำ');
      expect(await say(typed)).not.toContain(UNTOLD);
    },
  );
});

describe('a problem remembered where the result is asked', () => {
  test.each([
    ['อ้อ ลืมบอก มีปัญหาเรื่องรถตู้ไม่พอ', { obstacle: 'มีปัญหาเรื่องรถตู้ไม่พอ', result: null }],
    ['อ้อ ครูทุกคนเขียนแผนของตนเองได้', { obstacle: null, result: 'ครูทุกคนเขียนแผนของตนเองได้' }],
  ])('“%s” stands in its own row', async (typed, stands) => {
    await say('1.2 1) เสร็จแล้ว');
    expect(await say('บันทึก')).toContain('ผลที่ได้คืออะไร');
    await say(typed);
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject(stands);
  });
});
