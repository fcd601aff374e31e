/** In which unit a bare number counts, and when the letter m is a length. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planOf } from './plans.ts';

const plan = planOf([
  ['1', 'ก่อสร้างถนนคอนกรีตซอยร่วมใจ', 'เมตร'],
  ['2', 'สำรวจความพึงพอใจของผู้รับบริการ', 'ร้อยละ'],
  ['3', 'อบรมอาสาสมัครเกษตร', 'คน'],
]);
const read = (text: string): ReturnType<typeof understand> => understand(text, { plan, today: '2027-03-15' });

test.each([
  ['1 เทปูนแล้ว 60 m', { value: 60, unit: 'เมตร' }],
  ['2 ความพึงพอใจออกแล้ว 83.7 ครับ', { value: 83.7, unit: 'ร้อยละ' }],
])('%s is %j', (text, actual) => {
  expect(read(text).fields.actual).toEqual(actual);
});

test.each(['2 มีคนเข้าตอบ 85', '2 ตอบแบบสอบถามแล้ว 35 จาก 50 คน'])('%s is no percentage', (text) => {
  expect(read(text).fields.actual?.unit).not.toBe('ร้อยละ');
});

test.each([
  ['1 เบิกแล้ว 2.5m', 250_000_000],
  ['1 ใช้งบไป 3 m', 300_000_000],
])('%s is a sum', (text, spent) => {
  expect(read(text).fields.spent).toBe(spent);
});

test('no activity is asked about where it is asked which ones', () => {
  expect(read('กิจกรรมไหนเลยกำหนดบ้างคะ').activity).toBeNull();
});

test.each([
  ['3 ยังไม่เริ่ม จะจัดวันที่ 22 เม.ย. ส่งชื่อมาแล้ว 31 คน', null],
  ['3 จัดไปเมื่อ 12 มี.ค. มา 31 คน', 31],
])('%s: what is still to come has no outcome', (text, value) => {
  expect(read(text).fields.actual?.value ?? null).toBe(value);
});
