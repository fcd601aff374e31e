/** Counts and sums that grow from report to report: more of it is added, a part is told from all of it by asking once, a correction replaces. */
import { beforeAll, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { renames, stateOf } from '../helpers/fresh-office.ts';
import { actionsIn, SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3', '4', '5']);
beforeAll(() =>
  renames(office, {
    '1.3.1': { name: 'ออกใบอนุญาตฝังศพ', unit: 'ฉบับ' },
    '1.4.1': { name: 'สำรวจและเก็บรวบรวมพรรณไม้วงศ์ขิงข่า', unit: 'ชนิด' },
    '2': { name: 'เก็บรักษาเมล็ดพันธุ์พืชป่าในธนาคารเมล็ดพันธุ์', unit: 'ตัวอย่าง' },
    '3': { name: 'เปิดสวนพฤกษศาสตร์ให้คนเข้าชม', unit: 'คน' },
    '4': { name: 'จัดซื้อน้ำมันเชื้อเพลิงสำหรับเตาเผาศพ', unit: 'ลิตร' },
    '5': { name: 'จัดทำป้ายชื่อพรรณไม้', unit: 'ป้าย' },
  }),
);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const store = async (text: string): Promise<void> => {
  await say(text);
  expect(await say('บันทึก')).toContain('บันทึกแล้ว');
};
const figures = async (code: string): Promise<unknown> => {
  const { actual, spent } = await stateOf(office, code);
  return [(actual as { value: number } | null)?.value ?? null, spent === null ? null : Number(spent) / 100];
};
const ASKED = 'ตัวเลขนี้เป็นยอดของครั้งนี้ หรือยอดรวมทั้งหมด';

describe('more of it is added to what stands, and shown', () => {
  test.each([
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เมล็ดเก็บเพิ่มอีก 15 ตัวอย่างนะ', ['เดิม 135 + 15 = 150'], [150, null]],
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เมล็ดพันธุ์ได้มาอีก 12 ตัวอย่าง', ['เดิม 135 + 12 = 147'], [147, null]],
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เก็บเมล็ดพันธุ์เพิ่มจากเดิม 30 ตัวอย่าง', ['เดิม 135 + 30 = 165'], [165, null]],
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เดือนนี้เก็บเมล็ดเพิ่มได้ 20 ตัวอย่างค่ะ', ['เดิม 135 + 20 = 155'], [155, null]],
    ['1.4.1', 'ขิงข่าเก็บได้ 41 ชนิด', 'ขิงข่าได้เพิ่มอีก 6 ชนิดครับ', ['เดิม 41 + 6 = 47'], [47, null]],
    ['5', '5 ติดป้ายได้ 360 ป้าย', 'ป้ายติดเพิ่มอีกร้อยห้าสิบป้ายแล้ว', ['เดิม 360 + 150 = 510'], [510, null]],
    [
      '4',
      'น้ำมัน ได้ 10,400 ลิตร ใช้งบ 268,000 บาท',
      'น้ำมันซื้อเพิ่มอีก 1,200 ลิตร เป็นเงิน 31,200',
      ['เดิม 10,400 + 1,200 = 11,600 ลิตร', 'เดิม 268,000 + 31,200 = 299,200 บาท'],
      [11600, 299200],
    ],
    [
      '1.1.3',
      '1.1 3) ใช้งบ 8,000 บาท',
      '1.1 3) จ่ายเบี้ยประชุมอีก 8,000',
      ['เดิม 8,000 + 8,000 = 16,000'],
      [null, 16000],
    ],
    ['1.1.3', '1.1 3) ใช้งบ 8,000 บาท', '1.1 3) เบิกเพิ่มอีก 600 บาท', ['เดิม 8,000 + 600 = 8,600'], [null, 8600]],
  ])('%s: “%s”, then “%s”', async (code, first, more, shown, stored) => {
    await store(first);
    const card = await say(more);
    for (const line of shown) expect(card).toContain(line);
    await say('บันทึก');
    expect(await figures(code)).toEqual(stored);
  });

  test('on the open card as well, and what stands nowhere is what was told', async () => {
    expect(await say('เก็บเมล็ดเพิ่มอีก 15 ตัวอย่าง')).not.toContain('เดิม');
    await say('ยกเลิก');
    await store('เมล็ด 135 ตัวอย่าง');
    await say('เก็บเมล็ดเพิ่มอีก 15 ตัวอย่าง');
    expect(await say('เพิ่มอีก 5 ตัวอย่าง')).toContain('เดิม 150 + 5 = 155');
    expect(await say('ไม่ใช่ 155 รวมเป็น 160 ตัวอย่าง')).toContain('160 ตัวอย่าง');
    await say('บันทึก');
    expect(await figures('2')).toEqual([160, null]);
  });

  test.each(['เมล็ดพันธุ์เหลืออีก 15 ตัวอย่าง', 'เมล็ดพันธุ์จะเก็บเพิ่มอีก 15 ตัวอย่างเดือนหน้า', 'เมล็ดพันธุ์ขอเก็บเพิ่มอีก 15 ตัวอย่าง'])(
    '“%s” is still to come',
    async (typed) => {
      await store('เมล็ด 135 ตัวอย่าง');
      expect(await say(typed)).not.toMatch(/15 ตัวอย่าง \(|= 150/);
    },
  );
});

test('on a card of several, a figure of one of them is asked about or added on its own card', async () => {
  await store('2 เมล็ด 135 ตัวอย่าง');
  await say('เมล็ดพันธุ์กำลังทำ คนเข้าชมสวนเสร็จแล้ว');
  expect(await say('2 ได้ 20 ตัวอย่าง')).toContain(ASKED);
  expect(await say('ของครั้งนี้')).toContain('เดิม 135 + 20 = 155');
});

describe('a lower figure, or one of a month, is asked about', () => {
  const PART_FIRST = /\[ของ(?:เดือน|ครั้ง)นี้[^]*\[ยอดรวม/;
  const WHOLE_FIRST = /\[ยอดรวม[^]*\[ของ(?:เดือน|ครั้ง)นี้/;
  test.each([
    ['3', 'คนเข้าชมสวน 68,420 คน', '3 คนเข้าชมเดือนเมษา 31,200 คน', PART_FIRST, [99620, null], [31200, null]],
    ['3', 'คนเข้าชมสวน 100 คน', 'คนเข้าชมสวนเดือนเมษา 31,200 คน', PART_FIRST, [31300, null], [31200, null]],
    ['1.3.1', '1.3 1) ใบอนุญาต 402 ฉบับ', 'ใบอนุญาตเดือนเมษา 52 ฉบับ', PART_FIRST, [454, null], [52, null]],
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เมล็ดพันธุ์ รอบนี้ได้ 11 ตัวอย่าง', PART_FIRST, [146, null], [11, null]],
    ['2', 'เมล็ด 135 ตัวอย่าง', 'เมล็ดพันธุ์รวม 120 ตัวอย่าง', WHOLE_FIRST, [255, null], [120, null]],
    ['1.4.1', 'ขิงข่าเก็บได้ 47 ชนิด', 'ขิงข่าเก็บได้ 30 ชนิดแล้ว', WHOLE_FIRST, [77, null], [30, null]],
    [
      '1.2.1',
      '1.2 1) ใช้งบ 98,500 บาท',
      '1.2 1) พ่นสีใหม่แล้ว 5,000 บาท',
      PART_FIRST,
      [null, 103500],
      [null, 5000],
    ],
    [
      '3',
      '3 คนเข้าชม 300 คน ใช้งบ 2,000 บาท',
      '3 คนเข้าชม 120 คน ใช้งบ 900 บาท',
      PART_FIRST,
      [420, 2900],
      [120, 900],
    ],
  ])('%s: “%s”, then “%s”', async (code, first, then, order, part, whole) => {
    await store(first);
    const asked = await say(then);
    expect(asked).toContain(ASKED);
    expect(asked).toMatch(order);
    // nothing is stored of it before that is answered
    expect(await say('ของเดือนนี้')).toContain('เดิม');
    await say('บันทึก');
    expect(await figures(code)).toEqual(part);
    const again = await office.say(SOMSRI, then);
    const label = actionsIn(again).find((one) => one.label?.startsWith('ยอดรวม'))!.label!;
    const card = wordsIn(await office.tap(SOMSRI, label));
    expect(card).toContain('เดิม');
    expect(card).not.toContain(ASKED);
    await say('บันทึก');
    expect(await figures(code)).toEqual(whole);
  });

  test.each([
    ['รวม', 20],
    ['ยอดรวมทั้งหมด', 20],
    ['เดือนนี้', 155],
    ['ครั้งนี้ค่ะ', 155],
    ['155', 155],
    ['140', 140],
  ])('“%s” answers it', async (typed, value) => {
    await store('เมล็ด 135 ตัวอย่าง');
    expect(await say('เมล็ดพันธุ์ 20 ตัวอย่าง')).toContain(ASKED);
    await say(typed);
    await say('บันทึก');
    expect(await figures('2')).toEqual([value, null]);
  });

  test('passed over, what stands stays', async () => {
    await store('เมล็ด 135 ตัวอย่าง');
    await say('เมล็ดพันธุ์ รอบนี้ได้ 11 ตัวอย่าง');
    expect(await say('บันทึก')).toContain('ยังไม่ได้ระบุ');
    await say('บันทึก');
    expect(await figures('2')).toEqual([135, null]);
  });

  test('in the guided form too, all of it first; on the card it is put right unasked', async () => {
    await store('3 ใช้งบ 5,000 บาท');
    await say('รายงาน 3');
    await say('กำลังทำ');
    await say('ข้าม');
    expect(await say('3000')).toMatch(WHOLE_FIRST);
    expect(await say('เดือนนี้')).toContain('มีปัญหาหรืออุปสรรคหรือไม่');
    await say('บันทึก');
    expect(await say('แก้งบเป็น 2000')).not.toContain(ASKED);
    await say('บันทึก');
    expect(await figures('3')).toEqual([null, 2000]);
  });

  test.each([
    ['เมล็ดพันธุ์รวม 150 ตัวอย่าง', [150, null]],
    ['เมล็ดพันธุ์สะสม 150 ตัวอย่าง', [150, null]],
    ['เมล็ดพันธุ์เพิ่มเป็น 150 ตัวอย่าง', [150, null]],
    ['แก้จำนวนเป็น 120', [120, null]],
    ['ไม่ใช่ 135 ค่ะ 20', [20, null]],
  ])('“%s” is not', async (typed, stored) => {
    await store('เมล็ด 135 ตัวอย่าง');
    expect(await say(typed)).not.toContain(ASKED);
    await say('บันทึก');
    expect(await figures('2')).toEqual(stored);
  });

  test('of a rate what stood is only shown', async () => {
    await store('1.1 1) กำลังทำ ความก้าวหน้า 80%');
    const card = await say('1.1 1) ความก้าวหน้า 70%');
    expect(card).toContain('เดิม 80%');
    expect(card).toContain('[บันทึก]');
  });
});
