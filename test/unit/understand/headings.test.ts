/** Managers ask for whole parts of the plan, by the word for its kind and its number, letter or name. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planOfRows } from './plans.ts';

const HEADINGS = [
  ['กลยุทธ์ที่ 1', 'พัฒนาทักษะชีวิตผู้เรียน'],
  ['กลยุทธ์ที่ 2', 'สุขภาพและโภชนาการ'],
  ['ด้าน GE', 'บริหารเป็นเลิศด้วยธรรมาภิบาล'],
  ['หมวด ง', 'อาคารสถานที่และครุภัณฑ์'],
  ['5', 'งานไฟฟ้าสาธารณะ'],
  ['6', 'ทุนและสวัสดิการ'],
] as const;
const plan = planOfRows(
  HEADINGS.flatMap(([label, name], at) => [
    { code: `${at + 1}`, label, parent: null, name },
    ...[1, 2].map((leaf) => ({
      code: `${at + 1}.${leaf}`,
      label: at < 2 ? `${label} กิจกรรมที่ ${leaf}` : `${label.split(' ')[1]}.${leaf}`,
      parent: `${at + 1}`,
      name: `งานที่ ${leaf} ของ${name}`,
      unit: 'ครั้ง',
      target: 10,
    })),
  ]),
);
const read = (text: string) => understand(text, { plan, today: '2027-03-15' });

test.each([
  ['กลยุทธ์ที่ 2 เบิกจ่ายไปแล้วกี่บาทครับ', '2'],
  ['กลยุทธ์ ๒ ทำถึงไหนแล้วคะ', '2'],
  ['ยุทธ์สองทำถึงไหนแล้ว', '2'],
  ['ด้าน GE เบิกไปแล้วกี่ล้าน', '3'],
  ['หมวด ง. ทั้งหมดใช้เงินไปเท่าไรแล้ว', '4'],
  ['หมวดอาคารสถานที่เบิกไปเท่าไหร่แล้ว', '4'],
  ['ด้านสุขภาพทำถึงไหนแล้วคะ', '2'],
  ['งานไฟยังเหลือเงินเท่าไหร่คะ', '5'],
  ['หมวดทุนเบิกไปแล้วเท่าไหร่', '6'],
])('%s asks for a heading', (text, activity) => {
  expect(read(text)).toMatchObject({ intent: 'status', activity });
});

test.each([
  ['กลยุทธ์ที่ 2 กิจกรรมที่ 1 เสร็จแล้วค่ะ 4 ครั้ง', '2.1'],
  ['กลยุทธ์ 1 กิจกรรม 2 ยังไม่เริ่มเลยครับ', '1.2'],
  ['ง2 เสร็จแล้วครับ', '4.2'],
])('the code of an activity in words stays its own: %s', (text, activity) => {
  expect(read(text)).toMatchObject({ intent: 'report', activity });
});

test.each(['งานถึงไหนแล้วคะ', 'รายงานไฟล์ไหนคะ', 'โรงงานไฟไหม้หรือยังครับ', 'งานไฟดับซ่อมหรือยังคะ'])(
  'other words are no heading: %s',
  (text) => {
    expect(read(text).activity).toBeNull();
  },
);

test('a statement about a group of people is about no heading', () => {
  expect(read('กลุ่ม 2 อบรมเสร็จแล้วค่ะ').activity).toBeNull();
});
