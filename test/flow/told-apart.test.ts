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
