/** A text as a whole tells whether it speaks of several activities: then more names are looked for, and otherwise one alone is taken. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planFrom, planOf } from './plans.ts';

const plan = planOf([
  ['1', 'ปรับปรุงทางเท้าหน้าตลาดสด', 'เมตร'],
  ['2', 'ติดตั้งโคมไฟถนนพลังงานแสงอาทิตย์', 'ต้น'],
  ['3', 'ซ่อมแซมผิวจราจรและหลุมบ่อ', 'หลุม'],
  ['4', 'ประชุมคณะกรรมการสงเคราะห์', 'ครั้ง'],
  ['5', 'มอบทุนการศึกษาเด็กยากจน', 'ทุน'],
]);
const read = (text: string) => understand(text, { plan, today: '2027-03-15' });

test.each([
  ['ทางเท้าหน้าตลาดเสร็จแล้วค่ะ ส่วนโคมไฟยังไม่ได้เริ่มเลย', ['1', '2']],
  ['อุดหลุมไปแล้ว 31 หลุม ส่วนโคมไฟติดตั้งครบ 20 ต้น', ['3', '2']],
  ['สรุปงานช่างวันนี้\n- ทางเท้าตลาด เสร็จแล้ว\n- หลุมบ่อ ซ่อมไป 12 หลุม\n- โคมไฟ ยังไม่เริ่ม', ['1', '3', '2']],
])('of several: %s', (text, activities) => {
  const { multiple, more } = read(text);
  expect(multiple?.map(({ activity }) => activity)).toEqual(activities);
  expect(more).toBe(false);
});

test.each([
  ['ประชุมกรรมการสงเคราะห์ครั้งที่ 3 จัดแล้ว มา 9 ท่าน เห็นชอบทุนเพิ่ม 5 ทุน', '4'],
  ['ซ่อมหลุมบ่อหน้าตลาดสดแล้ว 14 หลุม', '3'],
])('of one, whatever other names have its words: %s', (text, activity) => {
  expect(read(text)).toMatchObject({ activity, multiple: null, more: false });
});

test.each([
  ['diseasecontrol', 'จมน้ำ อบรมทีมผู้ก่อการดีเลื่อนไป 20 เม.ย. ครูติดสอบปลายภาค', '4.1'],
  ['juvenile', 'กล้องติดครบ 24 จุด ตรวจรับเรียบร้อยเมื่อ 1 มี.ค. จ่าย 188,000', '4.4'],
])('of one though two of the plan of %s could be named: %s', (office, text, activity) => {
  const known = planFrom(`test/fixtures/understand/train/${office}-plan.json`);
  expect(understand(text, { plan: known, today: '2027-03-15' })).toMatchObject({ activity, multiple: null });
});

test('of more than are found', () => {
  expect(read('ข้อ 1 เสร็จแล้ว ส่วนงานวันเด็กยังไม่เริ่ม')).toMatchObject({
    activity: '1',
    more: true,
  });
});
