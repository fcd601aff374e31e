/** Taking reports back: what is typed or tapped, what is asked first, what is stored in the end, how it comes back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import { openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await owns(office, SOMSRI, ['1.1', '1.2']);
});
afterAll(() => office.close());
beforeEach(() => forgetAll(office));

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const status = async (code: string) => (await stateOf(office, code))['status'];
async function stored(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await say(text);
    await say('บันทึก');
    office.clock.moveTo(new Date(office.clock.now().getTime() + 60_000));
  }
}

describe('words that were merely understood', () => {
  test.each([
    'พิมพ์ผิดค่ะ',
    'ผิดค่ะ',
    'เข้าใจผิดค่ะ',
    'ส่งผิดกลุ่มค่ะ ขออภัย',
    'ขอโทษค่ะ ส่งผิดห้อง',
    'เอกสารส่งผิดฉบับ',
    'ยกเลิกรายงานนี้',
    'ยกเลิกรายงาน',
  ])('“%s” takes nothing back before it was agreed to', async (typed) => {
    await stored('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    expect(await say(typed)).toContain('ยกเลิกรายงานกิจกรรม 1.2 1) ที่บันทึกเมื่อ');
    expect(await status('1.2.1')).toBe('completed');
    expect(await say('ไม่')).toContain('คงรายงานไว้ตามเดิม');
    expect(await status('1.2.1')).toBe('completed');
  });

  test.each(['ยืนยันการยกเลิก', 'ตกลง', 'ใช่ค่ะ'])('is agreed to by “%s”', async (typed) => {
    await stored('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    await say('พิมพ์ผิดค่ะ');
    expect(await say(typed)).toContain('แล้ว ข้อมูลกลับเป็นดังก่อนรายงานนั้น');
    expect(await status('1.2.1')).toBeNull();
  });

  test('“ยกเลิก” can mean both, and is asked about', async () => {
    await stored('1.2 1) เสร็จแล้ว');
    await say('พิมพ์ผิดค่ะ');
    expect(await say('ยกเลิก')).toContain('พิมพ์ “ยืนยันการยกเลิก” หรือ “คงไว้ตามเดิม”');
    expect(await status('1.2.1')).toBe('completed');
    expect(await say('คงไว้ตามเดิม')).toContain('คงรายงานไว้ตามเดิม');
    expect(await status('1.2.1')).toBe('completed');
  });

  test.each(['ย้อนกลับ', 'กลับ', 'ข้าม', 'back'])(
    '“%s” with no form open is answered, and nothing else',
    async (typed) => {
      await stored('1.2 1) เสร็จแล้ว');
      expect(await say(typed)).toContain(
        // on a receipt that asked for the result
        typed === 'ข้าม' ? 'ข้ามแล้ว' : 'ไม่มีรายงานที่กำลังกรอก',
      );
      expect(await status('1.2.1')).toBe('completed');
    },
  );

  test('name the report that is meant', async () => {
    await stored('1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท', '1.2 1) กำลังดำเนินการ');
    expect(await say('ยกเลิกรายงาน 1.1 1)')).toContain('กิจกรรม 1.1 1) ที่บันทึกเมื่อ');
    await tap('ยืนยันการยกเลิก');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual([null, 'in_progress']);
    expect(await say('ลบรายงานข้อ 1.1 2) ออกหน่อยค่ะ')).toContain('ไม่พบรายงานของท่านในกิจกรรม 1.1 2)');
  });

  test('as a reply to a card mean that card’s report', async () => {
    await stored('1.1 1) เสร็จแล้ว ใช้งบ 3,000 บาท');
    const receipt = office.simulator
      .state()
      .messages.filter((one) => one.chat === SOMSRI && one.from === 'bot')
      .at(-1)!;
    await stored('1.2 1) กำลังดำเนินการ');
    const asked = wordsIn(await office.say(SOMSRI, 'พิมพ์ผิดค่ะ', { quote: receipt.id }));
    expect(asked).toContain('กิจกรรม 1.1 1) ที่บันทึกเมื่อ');
  });
});

describe('with a card open', () => {
  test.each(['ยกเลิกรายงานนี้', 'ยกเลิกรายงาน', 'ยกเลิกเลย', 'ไม่เอาแล้ว', 'ขอยกเลิกก่อนค่ะ'])(
    '“%s” asks about the card, and touches neither it nor what is stored',
    async (typed) => {
      await stored('1.2 1) เสร็จแล้ว');
      await say('1.1 1) กำลังดำเนินการ');
      expect(await say(typed)).toContain('ยกเลิกรายงาน 1.1 1) ที่ยังไม่ได้บันทึกหรือไม่');
      expect(await say('กรอกต่อ')).toContain('อยู่ในระหว่างการดำเนินงาน');
      await say('บันทึก');
      expect([await status('1.1.1'), await status('1.2.1')]).toEqual(['in_progress', 'completed']);
    },
  );

  test.each(['ไม่บันทึก', 'ยกเลิก', 'ตกลง'])('it is given up by “%s”', async (typed) => {
    await say('1.1 1) กำลังดำเนินการ');
    await say('ยกเลิกรายงานนี้');
    expect(await say(typed)).toContain('ไม่มีการบันทึกข้อมูล');
    expect(await say('บันทึก')).toContain('ไม่มีรายงานที่กำลังกรอก');
    expect(await countUpdates(office)).toBe(0);
  });

  test('a name leads past the card to the report that is stored', async () => {
    await stored('1.2 1) เสร็จแล้ว');
    await say('1.1 1) กำลังดำเนินการ');
    expect(await say('ยกเลิกรายงาน 1.2 1)')).toContain('กิจกรรม 1.2 1) ที่บันทึกเมื่อ');
    await tap('คงไว้ตามเดิม');
    expect(await tap('ทำรายงานต่อ')).toContain('อยู่ในระหว่างการดำเนินงาน');
  });
});

describe('a button', () => {
  test('of a receipt asks first', async () => {
    await stored('1.2 1) เสร็จแล้ว');
    expect(await tap('ยกเลิกรายงานนี้')).toContain('กิจกรรม 1.2 1) ที่บันทึกเมื่อ');
    expect(await status('1.2.1')).toBe('completed');
    await tap('ยืนยันการยกเลิก');
    expect(await status('1.2.1')).toBeNull();
  });
});

describe('the command', () => {
  test('asks once, and what it took comes back once, after a look at it', async () => {
    await stored('1.2 1) เสร็จแล้ว ใช้งบ 28,500 บาท');
    const asked = await say('ยกเลิกรายงานล่าสุด');
    expect(asked).toContain('28,500 บาท');
    expect(asked).toContain('1.2 1) จะกลับเป็น: ยังไม่มีรายงาน');
    // tapped twice in a hurry: the same question again
    expect(await say('ยกเลิกรายงานล่าสุด')).toBe(asked);
    expect(await status('1.2.1')).toBe('completed');
    expect(await tap('ยืนยันการยกเลิก')).toContain('พิมพ์ “คืนรายงาน”');
    expect(await status('1.2.1')).toBeNull();
    const card = await tap('คืนรายงาน');
    expect(card).toContain('28,500 บาท');
    expect(await status('1.2.1')).toBeNull();
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 2_850_000 });
    expect(await say('คืนรายงาน')).toContain('ไม่มีการบันทึกซ้ำ');
  });

  test('takes back all of a text that named several, and gives them back together', async () => {
    await stored('1.1 1) เสร็จแล้ว\n1.2 1) กำลังดำเนินการ');
    expect(await say('ยกเลิกรายงานล่าสุด')).toMatch(/1\.1 1\), 1\.2 1\)|1\.2 1\), 1\.1 1\)/);
    await tap('ยืนยันการยกเลิก');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual([null, null]);
    await say('คืนรายงาน');
    await say('บันทึก');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual(['completed', 'in_progress']);
  });

  test('two taken back one after the other come back one at a time', async () => {
    await stored('1.1 1) กำลังดำเนินการ');
    await stored('1.1 1) เสร็จแล้ว');
    await stored('1.2 1) เสร็จแล้ว ใช้งบ 500 บาท');
    for (const stands of ['ยังไม่มีรายงาน', 'อยู่ในระหว่างการดำเนินงาน']) {
      expect(await say('ยกเลิกรายงานล่าสุด')).toContain(stands);
      await tap('ยืนยันการยกเลิก');
    }
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual(['in_progress', null]);
    expect(await say('คืนรายงาน')).toContain('1.1 1)');
    await say('บันทึก');
    expect(await say('คืนรายงาน')).toContain('1.2 1)');
    await say('บันทึก');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual(['completed', 'completed']);
    expect(await say('คืนรายงาน')).toContain('ไม่มีการบันทึกซ้ำ');
  });

  test('nothing was taken back: nothing to bring back', async () => {
    expect(await say('คืนรายงาน')).toContain('ไม่พบรายงานที่ยกเลิกไว้');
  });
});
