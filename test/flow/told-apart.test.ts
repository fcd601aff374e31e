/** What a number, a name or a removal in one's own words is meant of: things that are counted, several that were offered, a value that goes, an obstacle that is over. */
import { beforeAll, describe, expect, test } from 'vitest';
import { officeOfTalks } from '../helpers/fresh-talks.ts';
import { countUpdates, renames, stateOf } from '../helpers/fresh-office.ts';
import { SOMSRI, wordsIn } from '../helpers/office.ts';

const office = officeOfTalks(import.meta.url, ['1', '2', '3', '4', '5']);
beforeAll(() =>
  renames(office, {
    '1.1.1': { name: 'ซ่อมระบบสูบน้ำภายในสวน', unit: 'ระบบ' },
    '1.2.1': { name: 'ซ่อมบำรุงเตาเผาศพ เตาที่ 1', unit: 'ครั้ง' },
    '1.3.1': { name: 'ซ่อมบำรุงเตาเผาศพ เตาที่ 2', unit: 'ครั้ง' },
    '2': { name: 'เก็บรักษาเมล็ดพันธุ์พืชป่าในธนาคารเมล็ดพันธุ์', unit: 'ตัวอย่าง' },
    '3': { name: 'ขยายพันธุ์กล้วยไม้รองเท้านารี', unit: 'ต้น' },
    '4': { name: 'ตัดแต่งกิ่งไม้ใหญ่ริมทาง', unit: 'ต้น' },
  }),
);

const say = async (text: string): Promise<string> => wordsIn(await office.say(SOMSRI, text));
const store = async (text: string): Promise<void> => {
  await say(text);
  expect(await say('บันทึก')).toContain('บันทึกแล้ว');
};

describe('after a list, what is counted is no place of it', () => {
  test.each([
    'ระบบสูบน้ำซ่อมปั๊มตัวที่ 1 เสร็จ ตัวที่ 2 รออะไหล่จากญี่ปุ่น รวมๆ ประมาณ 55% เบิกแล้ว 210000',
    'ระบบสูบน้ำ ปั๊มตัวที่ 1 เสร็จแล้ว ตัวที่ 2 ยัง',
    'ระบบสูบน้ำ เครื่องที่ 1 เสร็จแล้ว เครื่องที่ 2 รออะไหล่',
    'ระบบสูบน้ำ อันที่ 2 รออะไหล่',
    'ซ่อมระบบสูบน้ำบ่อที่ 3 เสร็จแล้ว',
  ])('“%s”', async (typed) => {
    await say('งานของฉัน');
    const card = await say(typed);
    expect(card).toContain('1.1 1)');
    expect(card).not.toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    expect(card).not.toMatch(/1\.1 2\)|1\.1 3\)/);
  });

  test.each(['อันที่ 1 เสร็จแล้ว อันที่ 2 ยัง', '1 เสร็จ 2 ยัง', 'ข้อแรกเสร็จ ข้อสองยังไม่ได้ทำ', 'อันแรกกับอันที่สองเสร็จแล้ว'])(
    'though “%s” names two',
    async (typed) => {
      await say('งานของฉัน');
      expect(await say(typed)).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    },
  );
});

describe('of several that were offered', () => {
  test.each([
    '2 เรื่องครับ เตา 1 กับ เตา 2',
    'ทั้งสองอัน',
    'ทั้งคู่ครับ',
    'ทั้ง 2 เตาเลย',
    'สองเรื่องค่ะ',
    '1.2 1) กับ 1.3 1)',
    'เตาที่ 1 และเตาที่ 2',
    'both',
  ])('“%s” takes both', async (typed) => {
    expect(await say('ซ่อมบำรุงเตาเผาศพ กำลังทำ')).toContain('ต้องการรายงานกิจกรรมใด');
    const card = await say(typed);
    expect(card).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    await say('บันทึก');
    for (const code of ['1.2.1', '1.3.1'])
      expect(await stateOf(office, code)).toMatchObject({ status: 'in_progress' });
    expect(await countUpdates(office)).toBe(2);
  });

  test('a sum is of one of them, which is said', async () => {
    await say('ซ่อมเตา กำลังทำ ใช้งบ 42,000 บาท');
    const card = await say('ทั้งสองอัน');
    expect(card).toContain('ยังไม่ได้ใส่ 42,000 บาท');
    await say('1.2 1) ใช้งบ 20,000 บาท');
    await say('บันทึก');
    expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'in_progress', spent: 2_000_000 });
    expect(await stateOf(office, '1.3.1')).toMatchObject({ status: 'in_progress', spent: null });
  });

  test.each([
    ['เตา 1', '1.2 1)'],
    ['เตาที่ 2', '1.3 1)'],
    ['อันแรก', '1.2 1)'],
  ])('“%s” takes one', async (typed, label) => {
    await say('ซ่อมบำรุงเตาเผาศพ กำลังทำ');
    expect(await say(typed)).toContain(label);
  });

  test('“ทั้งสามอัน” of two takes none', async () => {
    await say('ซ่อมบำรุงเตาเผาศพ กำลังทำ');
    expect(await say('ทั้งสามอัน')).toContain('ต้องการรายงานกิจกรรมใด');
  });
});

const FULL = '2 กำลังทำ ความก้าวหน้า 80% ใช้งบ 5,000 บาท ปัญหา ฝนตกหนัก';
const OF_FULL = { status: 'in_progress', percent: 80, spent: 500_000, obstacle: 'ฝนตกหนัก', result: null };

describe('a value that is to go', () => {
  const GOES: [string, object][] = [
    ['เอา 80% ออกค่ะ', { percent: null }],
    ['ตัด 80% ทิ้ง', { percent: null }],
    ['ไม่ใช่ 80% นั้นคืออัตราการงอก', { percent: null }],
    ['หัวหน้าให้แก้ เอาความก้าวหน้าออก', { percent: null }],
    ['ลบความก้าวหน้า', { percent: null }],
    ['ไม่ต้องใส่งบ', { spent: null }],
    ['ไม่ใส่ 5,000 บาท', { spent: null }],
  ];
  test.each(GOES)('“%s” on the open card', async (typed, gone) => {
    await say(FULL);
    expect(await say(typed)).toContain('ออกแล้ว');
    await say('บันทึก');
    expect(await stateOf(office, '2')).toMatchObject({ ...OF_FULL, ...gone });
  });

  test.each([
    ...GOES,
    ['ลบความก้าวหน้า 2', { percent: null }],
    ['หัวหน้าให้แก้ 2 เอา 80% ออก', { percent: null }],
    ['2 เอางบออก', { spent: null }],
  ])('“%s” after it was stored: old and none are shown, and nothing else is read', async (typed, gone) => {
    await store(FULL);
    const card = await say(typed);
    expect(card).toMatch(/ไม่ระบุ[^]*เดิม (?:80%|5,000 บาท)/);
    expect(await stateOf(office, '2')).toMatchObject(OF_FULL);
    expect(await say('บันทึก')).toContain('ออกแล้ว');
    expect(await stateOf(office, '2')).toMatchObject({ ...OF_FULL, ...gone });
    // taken back, it stands again
    await say('ยกเลิกรายงานล่าสุด');
    await say('ยืนยันการยกเลิก');
    expect(await stateOf(office, '2')).toMatchObject(OF_FULL);
  });

  test('what is told behind it is taken', async () => {
    await say(FULL);
    await say('ไม่ใช่ 80% นั้นคืออัตราการงอก เก็บได้ 135 ตัวอย่าง');
    await say('บันทึก');
    const { percent, actual, result } = await stateOf(office, '2');
    expect([percent, (actual as { value: number }).value, result]).toEqual([null, 135, null]);
  });

  test.each([
    ['ไม่ใช่ 80% ค่ะ 85%', { percent: 85 }],
    ['แก้ความก้าวหน้าเป็น 60', { percent: 60 }],
    ['แก้งบเป็น 4,000', { spent: 400_000 }],
  ])('“%s” puts another in its place', async (typed, stands) => {
    await store(FULL);
    await say(typed);
    await say('บันทึก');
    expect(await stateOf(office, '2')).toMatchObject({ ...OF_FULL, ...stands });
  });

  test('a figure that stands nowhere takes nothing out', async () => {
    await store(FULL);
    expect(await say('เอา 70% ออก')).not.toContain('ไม่ระบุ');
    expect(await say('ลบรูป')).toContain('กดค้างที่รูป');
    expect(await stateOf(office, '2')).toMatchObject(OF_FULL);
  });
});

describe('an obstacle that is over', () => {
  test.each([
    'แก้ 2 ปัญหาแก้แล้ว',
    'ปัญหา 2 หมดแล้ว',
    '2. ไม่มีปัญหาแล้ว',
    'ปัญหา ไม่มีแล้ว 2',
    'เรื่องฝนเคลียร์แล้ว',
    'ปัญหาฝนแก้ไขเรียบร้อยแล้วค่ะ',
    'อุปสรรคเดิมหมดไปแล้ว',
    'ไม่ติดปัญหาแล้วครับ',
  ])('“%s” is none any more, by a report of its own', async (typed) => {
    await store(FULL);
    const card = await say(typed);
    expect(card).toMatch(/เดิม “ฝนตกหนัก”[^]*ปัญหา\/อุปสรรค\nไม่มี/);
    await say('บันทึก');
    expect(await stateOf(office, '2')).toMatchObject({ ...OF_FULL, obstacle: '' });
    expect(await countUpdates(office)).toBe(2);
  });

  test('on the open card, and at its question', async () => {
    await say(FULL);
    expect(await say('ปัญหาแก้แล้ว')).toMatch(/ปัญหา\/อุปสรรค[:\n] ?ไม่มี/);
    await say('แก้ไข: ปัญหา/อุปสรรค');
    await say('หมดแล้ว');
    await say('บันทึก');
    expect(await stateOf(office, '2')).toMatchObject({ obstacle: '' });
  });

  test('of several that are stuck it is asked; of what nothing is known, nothing is closed', async () => {
    await store(FULL);
    await store('4 กำลังทำ ปัญหา ฝนตกทุกวัน');
    await store('3 กำลังทำ');
    const asked = await say('เรื่องฝนเคลียร์แล้ว');
    for (const shown of ['ต้องการรายงานกิจกรรมใด', '2. ', '4. ']) expect(asked).toContain(shown);
    await say('ยกเลิก');
    await say('เรื่องผู้รับเหมาเคลียร์แล้ว');
    await say('ยกเลิก');
    expect(await stateOf(office, '2')).toMatchObject({ obstacle: 'ฝนตกหนัก' });
  });

  test('“3 ปัญหา หมดงบแล้ว” is one', async () => {
    await say('3 ปัญหา หมดงบแล้ว');
    await say('บันทึก');
    expect(await stateOf(office, '3')).toMatchObject({ obstacle: 'หมดงบแล้ว' });
  });
});

describe('a figure on a card that is of another activity', () => {
  const CARD = 'กล้วยไม้เสร็จแล้ว ใช้งบ 163,000 บาท ตัดแต่งกิ่งกำลังทำ';
  test.each([
    '163000 เป็นของงานตัดแต่งกิ่ง ไม่ใช่กล้วยไม้',
    'ยอด 163,000 บาท ของ 4',
    'ย้าย 163,000 ไป 4 ค่ะ',
    '163,000 ต้องเป็นของตัดแต่งกิ่งต่างหาก',
    'งบ 163,000 บาทนี้เป็นของกิจกรรม 4',
  ])('“%s” moves it there', async (typed) => {
    await store('4 ตัดแต่งกิ่ง ได้ 64 ต้น');
    expect(await say(CARD)).toContain('เข้าใจว่ารายงาน 2 กิจกรรม');
    const card = await say(typed);
    expect(card).toContain('ย้าย 163,000 บาท ไป 4.');
    expect(card).not.toContain('ยกเลิกรายงานกิจกรรม');
    await say('บันทึก');
    expect(await stateOf(office, '3')).toMatchObject({ status: 'completed', spent: null });
    expect(await stateOf(office, '4')).toMatchObject({ status: 'in_progress', spent: 16_300_000 });
  });

  test('nothing stored is offered to be taken back while a card is open', async () => {
    await store('2 กำลังทำ');
    await store('4 ตัดแต่งกิ่ง ได้ 64 ต้น');
    await say(CARD);
    expect(await say('163,000 เป็นของเมล็ดพันธุ์')).toContain('จึงยังไม่ได้ย้าย 163,000 บาท');
    await say('ยกเลิก');
    await say('กล้วยไม้เสร็จแล้ว ใช้งบ 163,000 บาท');
    const card = await say('163000 เป็นของงานตัดแต่งกิ่ง ไม่ใช่กล้วยไม้');
    expect(card).toContain('รายการใดไม่ถูกต้อง');
    expect(card).not.toContain('[ยืนยันการยกเลิก]');
    await say('บันทึก');
    expect(await countUpdates(office)).toBe(3);
  });
});

describe('at the question of the status', () => {
  test.each([
    'เอ่อ เดี๋ยวนะ ตรวจครั้งแรกธันวา ครั้งสองยังไม่ได้ตรวจ',
    'ตรวจครั้งแรกธันวา ครั้งสองรอหัวหน้านัดวัน',
    'ช่างมาดูหน้างานสองรอบ รอใบเสนอราคาอยู่',
  ])('what “%s” tells is kept', async (typed) => {
    await say('รายงาน 2');
    const asked = await say(typed);
    if (asked.includes('ดำเนินการถึงขั้นใดแล้ว')) {
      expect(asked).toContain('เก็บข้อความนี้ไว้เป็น');
      await say('กำลังทำ');
    }
    await say('บันทึก');
    await say('บันทึก');
    const { result, obstacle } = await stateOf(office, '2');
    expect(JSON.stringify([result, obstacle])).toContain(typed.split(' ').at(-1));
  });

  test.each(['งบประมาณเท่าไหร่อะ', 'งบเหลือเท่าไหร่น่ะ', 'ใช้งบไปเท่าไหร่แล้วอ่ะ'])(
    '“%s” is answered, and the form stays',
    async (typed) => {
      await say('รายงาน 2');
      const answered = await say(typed);
      expect(answered).toContain('งบประมาณ 15,000 บาท');
      expect(answered).toContain('ดำเนินการถึงขั้นใดแล้ว');
      await say('กำลังทำ');
      await say('บันทึก');
      await say('บันทึก');
      expect(await stateOf(office, '2')).toMatchObject({ status: 'in_progress', result: null });
    },
  );

  test.each(['อะไรนะ', 'ไม่เข้าใจ', 'ต้องทำยังไงต่อ', 'งง'])('“%s” is nothing to be kept', async (typed) => {
    await say('รายงาน 2');
    expect(await say(typed)).not.toContain('เก็บข้อความนี้ไว้');
  });
});

describe('what is said to be in no field', () => {
  test.each(['ไม่ใช่ 135 รวมเป็น 180 ตัวอย่าง', 'เมล็ดพันธุ์พืชป่า 140 ตัวอย่าง', 'ความก้าวหน้า 60% ใช้งบ 900 บาท'])(
    '“%s” is all read',
    async (typed) => {
      await say('เมล็ด 135 ตัวอย่าง');
      expect(await say(typed)).not.toContain('ส่วนนี้ยังไม่ได้บันทึก');
    },
  );
});
