/** The report that was just stored is put right in a few words: a figure, a day, a status, a text, or the activity it belongs to; never taken for a wish to take it back. */
import { describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '4']);

const hear = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const tap = async (label: string): Promise<string> => wordsIn(await office.tap(SOMSRI, label));
const status = async (code: string): Promise<unknown> => (await stateOf(office, code))['status'];

async function stored(text: string): Promise<void> {
  await hear(text);
  expect(await hear('บันทึก')).toContain('บันทึกแล้ว');
}

test.each([
  ['1.4 1) เสร็จแล้ว คนเข้า 83 คน', '1.4.1', 'เอ๊ะ ไม่ใช่ 83 ค่ะ 85', { actual: { value: 85, unit: 'คน' } }],
  ['1.4 1) เสร็จแล้ว คนเข้า 83 คน', '1.4.1', '85 ค่ะ ไม่ใช่ 83', { actual: { value: 85, unit: 'คน' } }],
  ['2. เสร็จแล้ว ทำ 3 ชิ้น', '2', 'ไม่ใช่ 3 ชิ้น 2 ชิ้น', { actual: { value: 2, unit: 'ชิ้น' } }],
  ['2. เสร็จแล้ว ทำ 3 ชิ้น', '2', 'จำนวนผิด ต้อง 2 ชิ้น', { actual: { value: 2, unit: 'ชิ้น' } }],
  ['2. เสร็จแล้ววันที่ 10 ก.พ.', '2', 'วันที่ผิด ต้อง 12', { date: '2021-02-12' }],
  ['2. เสร็จแล้ววันที่ 10 ก.พ.', '2', 'ไม่ใช่วันที่ 10 วันที่ 12', { date: '2021-02-12' }],
  ['1.4 1) เสร็จแล้ว ใช้งบ 1,350', '1.4.1', 'ใช้ 1,250 ต่างหาก', { spent: 125_000 }],
  ['1.4 1) เสร็จแล้ว ใช้งบ 25,000', '1.4.1', 'ไม่ใช่ 25,000 ค่ะ 28,000', { spent: 2_800_000 }],
  ['4. ทำไป 80%', '4', 'ไม่ใช่ 80% 60%', { percent: 60, status: 'in_progress' }],
  ['2. เสร็จแล้ว', '2', 'สถานะยังไม่เสร็จนะ', { status: 'in_progress' }],
  ['2. เสร็จแล้ว', '2', 'เปลี่ยนเป็นกำลังทำ', { status: 'in_progress' }],
  ['2. เสร็จแล้ว', '2', 'แก้เป็นกำลังดำเนินการ', { status: 'in_progress' }],
] as const)('“%s” (%s), then “%s”: old and new are shown, and stored', async (first, code, typed, now) => {
  await stored(first);
  const card = await hear(typed);
  expect(card).toContain('กรุณาตรวจสอบรายการที่แก้ไข');
  await hear('บันทึก');
  expect(await stateOf(office, code)).toMatchObject(now);
  expect(await countUpdates(office, { activity: code, corrects: { $exists: true } })).toBe(1);
});

test('a text is added beside the one that stands, and left out', async () => {
  await stored('1.4 1) เสร็จแล้ว ปัญหา: ฝนตกหนัก');
  expect(await hear('เพิ่มปัญหา เน็ตช้า')).toContain('เน็ตช้า');
  await hear('บันทึก');
  expect(await countUpdates(office, { corrects: { $exists: true } })).toBe(0);
  expect(await hear('ลบปัญหาออก')).toContain('กรุณาตรวจสอบรายการที่แก้ไข');
  await hear('บันทึก');
  expect(await stateOf(office, '1.4.1')).toMatchObject({ status: 'completed', obstacle: '' });
});

test('a figure that stands nowhere takes nothing back', async () => {
  await stored('1.4 1) เสร็จแล้ว คนเข้า 83 คน');
  expect(await hear('ไม่ใช่ 99 ค่ะ 85')).not.toContain('ยกเลิกรายงาน');
  await hear('ตกลง');
  expect(await status('1.4.1')).toBe('completed');
});

describe('stored on the wrong activity', () => {
  test.each([
    'เอ้ย ผิดกิจกรรม เมื่อกี้ของ 1.2 ค่ะ',
    'ส่งผิดข้อค่ะ ต้องเป็น 1.2 1)',
    'เมื่อกี้เป็นของเขตสุจริตค่ะ',
    'ย้ายไป 1.2',
    'ใส่ผิดอัน อันเมื่อกี้ของ 1.2',
  ])('“%s” asks to move it, whatever stands there, and moves all of it', async (typed) => {
    await stored('1.2 1) กำลังดำเนินการ');
    await stored('1.1 1) เสร็จแล้ว ใช้งบ 900');
    const asked = await hear(typed);
    expect(asked).toContain('ย้ายรายงานที่บันทึกใน 1.1 1) ไปที่ 1.2 1) หรือไม่');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual(['completed', 'in_progress']);
    expect(await hear('ใช่ค่ะ')).toContain('ย้ายรายงานจาก 1.1 1) ไป 1.2 1) แล้ว');
    expect(await status('1.1.1')).toBeNull();
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'completed', spent: 90_000 });
  });

  test('without a name it is asked whose it is, and no leaves it', async () => {
    await stored('1.1 1) เสร็จแล้ว');
    const asked = await hear('ผิดกิจกรรมค่ะ');
    expect(asked).toContain('ย้ายรายงานที่บันทึกใน 1.1 1) ไปกิจกรรมใด');
    expect(asked).toContain('ย้ายไป 1.1 2)');
    expect(await hear('ตกลง')).toContain('ไปกิจกรรมใด');
    expect(await hear('ไม่ต้องแล้วค่ะ')).toContain('คงรายงานไว้ตามเดิม');
    expect(await status('1.1.1')).toBe('completed');
  });

  test('passed over, it is moved by its button alone', async () => {
    await stored('1.1 1) เสร็จแล้ว');
    await hear('ผิดกิจกรรม ของ 1.2 ค่ะ');
    await hear('ฟหกดฟหกด');
    await hear('ตกลง');
    expect(await status('1.2.1')).toBeNull();
    await tap('ย้ายไป 1.2 1)');
    expect([await status('1.1.1'), await status('1.2.1')]).toEqual([null, 'completed']);
  });
});
