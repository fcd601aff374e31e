/** What stands wrong on the open card, or was just stored, put right in words: another activity, a row by its name, a number, or only that something is wrong. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3']);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));

describe('on the card, the activity', () => {
  test.each([
    '1.1 1) ต่างหาก',
    'ไม่ใช่ อันนี้ 1.1 1)',
    'เอ๊ย ไม่ใช่ค่ะ ต้องเป็น 1.1 1)',
    'ไม่ใช่ 1.2 1) เป็น 1.1 1)',
    'เปลี่ยนเป็น 1.1 1)',
    'หมายถึง 1.1 1) ค่ะ',
  ])('is changed by “%s”, and what was said stays', async (typed) => {
    await say('1.2 1) เสร็จแล้ว ใช้งบ 900 บาท');
    const card = await say(typed);
    expect(card).toContain('1.1 1)');
    expect(card).toContain('900 บาท');
    await say('บันทึก');
    expect(await stateOf(office, '1.1.1')).toMatchObject({ status: 'completed', spent: 90_000 });
    expect((await stateOf(office, '1.2.1'))['seq']).toBe(0);
  });

  test.each(['เปลี่ยนกิจกรรม', 'ไม่ใช่อันนี้ค่ะ', 'ผิดกิจกรรม', 'คนละกิจกรรมค่ะ', 'อันที่สอง', 'เอาอันอื่น'])(
    'is asked for by “%s”, those beside it first; “ย้อนกลับ” leads back',
    async (typed) => {
      await say('1.3 1) เสร็จแล้ว');
      const choice = await say(typed);
      expect(choice).toContain('ต้องการรายงานกิจกรรมใด');
      expect(choice).toContain('1.3 2)');
      expect(choice).not.toContain('1.3 1)');
      expect(await say('ย้อนกลับ')).toContain('1.3 1)');
      await say(typed);
      expect(await say('อันแรก')).toContain('1.3 2)');
    },
  );

  test('that was chosen is chosen anew by its place', async () => {
    await say('เสร็จแล้วค่ะ');
    const choice = await say('อันแรก');
    expect(await say('อันที่สอง')).not.toBe(choice);
    expect(await say('อันแรก')).toBe(choice);
  });

  test('of another unit leaves the count behind, and says so', async () => {
    expect(await say('กิจกรรม 2 เสร็จแล้ว ได้ 3 ชิ้น')).toContain('3 ชิ้น');
    expect(await say('1.1 1) ต่างหาก')).toContain('ไม่ได้นำ 3 ชิ้น มาด้วย');
  });

  test('that was changed in words is gone back from to the card', async () => {
    await say('1.2 1) เสร็จแล้ว');
    await say('1.1 1) ต่างหาก');
    expect(await say('ย้อนกลับ')).toMatch(/^✓ ดำเนินการเสร็จสิ้น\n1\.2 1\)/);
  });

  test.each(['1.2 1) เหลืองบเท่าไหร่', '1.2 1) ถึงไหนแล้ว'])(
    'is left alone by the question “%s”',
    async (typed) => {
      await say('1.1 1) เสร็จแล้ว');
      await say(typed);
      await say('บันทึก');
      expect(await stateOf(office, '1.1.1')).toMatchObject({ status: 'completed' });
    },
  );
});

describe('on the card, a row', () => {
  const open = (): Promise<string> => say('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท ปัญหา: ฝนตกหนัก');

  test.each([
    ['แก้วันที่เป็น 10 ก.พ. 64', { date: '2021-02-10' }],
    ['ลงวันที่เมื่อวาน', { date: '2021-02-14' }],
    ['เอาอุปสรรคออก', { obstacle: null }],
    ['ลบปัญหาออกด้วย', { obstacle: null }],
    ['ไม่ใช่ๆ 28000', { spent: 2_800_000 }],
    ['ผิด ต้อง 28000', { spent: 2_800_000 }],
    ['แก้ความก้าวหน้าเป็น 100', { percent: 100 }],
  ])('is put right by “%s”', async (typed, stands) => {
    await open();
    await say(typed);
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', ...stands });
  });

  test.each([
    ['งบผิด', 'ใช้งบประมาณไปแล้ว'],
    ['ขอแก้สถานะ', 'ดำเนินการถึงขั้นใดแล้ว'],
    ['แก้ไข: ปัญหา/อุปสรรค', 'มีปัญหาหรืออุปสรรคหรือไม่'],
  ])('is asked for by “%s”', async (typed, asked) => {
    await open();
    expect(await say(typed)).toContain(asked);
  });

  test('that is told while another is asked is taken, and the other asked again', async () => {
    await open();
    await say('งบผิด');
    expect(await say('อุปสรรคคือรถเสีย')).toContain('ใช้งบประมาณไปแล้ว');
    await say('900');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ spent: 90_000, obstacle: 'รถเสีย' });
  });

  test('is not asked for by a sentence that only has its name', async () => {
    await open();
    expect(await say('จำนวนคนมากกว่าที่คาดไว้')).not.toContain('กรุณาพิมพ์เป็นตัวเลข');
  });

  test.each(['ผิดค่ะ', 'ไม่ใช่ค่ะ', 'เอ๊ย กดผิด', 'พิมพ์ผิดค่ะ', 'ไม่ถูกต้อง', 'ขอแก้หน่อย', 'แก้ไขข้อมูล', 'เพิ่มรายละเอียด'])(
    '“%s” shows all of them to be tapped, and touches nothing',
    async (typed) => {
      await open();
      const card = await say(typed);
      expect(card).toContain('สถานะ');
      expect(card).toContain('[ยกเลิก]');
      if (typed !== 'เพิ่มรายละเอียด') expect(card).toContain('รายการใดไม่ถูกต้อง');
      expect(await countUpdates(office)).toBe(0);
      await say('บันทึก');
      expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 2_850_000 });
    },
  );
});

describe('what was just stored', () => {
  test.each([
    ['ไม่ใช่ๆ 160000', { spent: 16_000_000 }],
    ['ผิดอีก 900', { spent: 90_000 }],
    ['แก้วันที่เป็น 10 ก.พ. 64', { date: '2021-02-10' }],
  ])('is corrected by “%s”, shown old and new', async (typed, stands) => {
    await say('1.2 1) ใช้งบ 170,000 บาท');
    await say('บันทึก');
    expect(await say(typed)).toContain('กรุณาตรวจสอบรายการที่แก้ไข');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject(stands);
  });

  test('is asked for a row that is wrong, and no question whether to take it back', async () => {
    await say('1.2 1) เสร็จแล้ว ใช้งบ 170,000 บาท');
    await say('บันทึก');
    expect(await say('งบผิด')).toContain('ใช้งบประมาณไปแล้ว');
    await say('900');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 90_000 });
  });
});
