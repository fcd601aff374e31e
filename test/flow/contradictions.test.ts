/** What contradicts is asked about before it is stored: a status said beside the choice of an activity, a later detail that would take "finished" back, and "not begun" with figures beside it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2']);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const status = async (code: string): Promise<unknown> => (await stateOf(office, code))['status'];

describe('“เสร็จแล้ว” without an activity, which is then named with other words', () => {
  test.each([
    ['1.1 3) ติดปัญหา', 'in_progress'],
    ['1.1 3) ยังติดปัญหาอยู่ค่ะ', 'in_progress'],
    ['1.1 3) กำลังทำอยู่', 'in_progress'],
    ['1.1 3) ยังไม่เสร็จ รอ ผอ. ลงนาม', 'in_progress'],
    ['1.1 3) ยังไม่เริ่มเลย', 'not_started'],
  ])('“%s” is stored as what was said last', async (typed, now) => {
    expect(await hear('เสร็จแล้ว')).toContain('ต้องการรายงานกิจกรรมใด');
    const said = await hear(typed);
    if (said.includes('ปัญหาหรืออุปสรรค')) await hear('ผอ.ยังไม่ลงนามค่ะ รออยู่');
    await hear('บันทึก');
    await hear('บันทึก');
    expect(await status('1.1.3')).toBe(now);
  });

  test('“1.1 3) คงไม่ทันสิ้นเดือน” asks which holds', async () => {
    await hear('เสร็จแล้ว');
    expect(await hear('1.1 3) คงไม่ทันสิ้นเดือนค่ะ')).toContain('ดำเนินการถึงขั้นใดแล้ว');
  });

  test('a name alone still is only a name', async () => {
    await hear('เสร็จแล้ว');
    await hear('1.1 3) ค่ะ');
    await hear('บันทึก');
    expect(await status('1.1.3')).toBe('completed');
  });
});

describe('a card that says it is finished', () => {
  beforeEach(async () => {
    expect(await hear('1.4 1) เสร็จแล้ว')).toContain('ดำเนินการเสร็จสิ้น');
  });

  test.each(['ประชุมไปวันที่ 10 กพ', 'ประชุมวันที่ 10 ก.พ.', 'คนเข้า 70 คน ใช้งบ 25,000', 'ใช้งบไป 900'])(
    '“%s” adds to it and takes nothing back',
    async (typed) => {
      await hear(typed);
      await hear('บันทึก');
      expect(await status('1.4.1')).toBe('completed');
    },
  );

  test.each([
    'เลื่อนไปเดือนหน้าค่ะ',
    'ผอ.ยังไม่ลงนามค่ะ รออยู่',
    'คงไม่ทันสิ้นเดือน น่าจะกลางเดือนหน้า',
    'งดจัดค่ะ โอนงบไปที่อื่น',
    'ยังรอเอกสารอยู่',
    'ยังรอ ผอ.เซ็น',
    'ของยังไม่มาส่ง',
  ])('“%s”: which holds is asked, and nothing is stored meanwhile', async (typed) => {
    const asked = await hear(typed);
    expect(asked).toContain('กรุณาเลือก');
    expect(asked).toContain('ดำเนินการถึงขั้นใดแล้ว');
    expect(await countUpdates(office)).toBe(0);
    await hear('กำลังดำเนินการ');
    await hear('บันทึก');
    expect(await status('1.4.1')).toBe('in_progress');
  });

  test.each([
    ['ยังไม่เริ่ม', 'not_started'],
    ['สถานะยังไม่เริ่มนะ', 'not_started'],
    ['ไม่ใช่ ยังไม่ได้ทำ', 'not_started'],
    ['กำลังทำอยู่', 'in_progress'],
    ['60%', 'in_progress'],
  ])('“%s” plainly sets another status', async (typed, now) => {
    await hear(typed);
    await hear('บันทึก');
    expect(await status('1.4.1')).toBe(now);
  });
});

describe('“not begun” with figures', () => {
  test.each(['ใช้งบ 3,000 บาท', 'ผู้เข้าร่วม 70 คน', 'ใช้งบ 3,000 บาท ผู้เข้าร่วม 70 คน'])(
    '“1.4 1) ยังไม่เริ่ม %s” is asked before it is stored, and stored as was chosen',
    async (figures) => {
      await hear(`1.4 1) ยังไม่เริ่ม ${figures}`);
      const asked = await hear('บันทึก');
      expect(asked).toContain('แจ้งว่ายังไม่เริ่ม แต่มี');
      expect(await countUpdates(office)).toBe(0);
      await hear('ยังไม่เริ่ม');
      await hear('บันทึก');
      expect(await status('1.4.1')).toBe('not_started');
    },
  );

  test('told of several, that one is asked on a card of its own', async () => {
    await hear('1.1 1) ยังไม่เริ่ม ใช้งบ 500 บาท\n1.2 1) เสร็จแล้ว');
    const asked = await hear('บันทึกทั้งหมด');
    expect(asked).toContain('แจ้งว่ายังไม่เริ่ม แต่มี 500 บาท');
    expect(await countUpdates(office)).toBe(0);
    await hear('กำลังดำเนินการ');
    await hear('บันทึก');
    expect(await status('1.1.1')).toBe('in_progress');
  });

  test('“not begun” alone, or with no money spent, is stored at once', async () => {
    await hear('1.4 1) ยังไม่เริ่ม ยังไม่ได้ใช้งบ');
    expect(await hear('บันทึก')).toContain('บันทึกแล้ว');
  });
});
