/** A code of the plan that opens a line is one, whatever countable thing stands behind it; and codes among others. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planOfRows } from './plans.ts';

const leaf = (code: string, name: string, unit: string) => ({
  code,
  label: code,
  parent: code.split('.')[0],
  name,
  unit,
  target: 40,
});
const head = (code: string) => ({ code, label: code, parent: null, name: `งานที่ ${code}` });
const plan = planOfRows([
  ...['1', '3', '4', '5'].map(head),
  leaf('1.2', 'ปลูกกาแฟอาราบิกา', 'ไร่'),
  leaf('3.1', 'บำบัดและฟื้นฟู', 'ครั้ง'),
  leaf('3.3', 'อบรมอาสาสมัคร', 'รุ่น'),
  leaf('4.2', 'ปรับปรุงแปลงที่หนึ่ง', 'แปลง'),
  leaf('4.3', 'ปรับปรุงแปลงที่สอง', 'แปลง'),
  leaf('5.4', 'ตั้งด่านช่วงเทศกาล', 'จุด'),
  leaf('5.6', 'ซ่อมอาคารกิจกรรม', 'หลัง'),
]);
const read = (text: string) => understand(text, { plan, today: '2027-03-15' });

test.each([
  ['5.4 จุดบริการปีใหม่ตั้งครบแล้ว จ่ายไป 83,000 บาท', '5.4'],
  ['5.6 หลังคาเสร็จแล้วครับ', '5.6'],
  ['3.3 รอบ 4 งดค่ะ วิทยากรป่วย', '3.3'],
  ['๓.๓ ครั้งที่ ๖ จัดเมื่อ ๕ มี.ค. ไม่ได้ใช้เงิน', '3.3'],
  ['3.1 เดือนกุมภา ทำไป 188 ครั้ง', '3.1'],
  ['1.2 โครงการปลูกกาแฟ ดำเนินการเสร็จแล้ว', '1.2'],
  ['ได้รับงบ 5.4 จุดบริการมาแล้ว จ่ายไป 71,450 บาท', '5.4'],
  ['รายงาน 3.3 ครั้งที่ 7 จัดแล้วครับ', '3.3'],
])('a code that opens the line counts nothing: %s', (text, activity) => {
  expect(read(text)).toMatchObject({ intent: 'report', activity });
});

test.each(['แจกได้วันละ 3.3 ครั้ง', 'มาเฉลี่ย 5.4 คน'])('an average is no code: %s', (text) => {
  expect(read(text).activity).toBeNull();
});

test.each(['1.2 ไร่', '1.2 กิโลเมตร', '1.2 ล้านบาท', '3.3 ชั่วโมง'])(
  'what there can be a part of stays a measure: %s',
  (text) => {
    expect(read(`ทำได้ ${text}`).activity).toBeNull();
    expect(read(text).activity).toBeNull();
  },
);

test.each([
  ['3.1 ได้ผู้ชนะแล้ว รอทำสัญญา 4.3 ยกเลิกค่ะ', ['3.1', '4.3']],
  ['3.1 นำเข้าครบ 40 แล้ว 3.3 ได้แค่ 12%', ['3.1', '3.3']],
  ['4.2/4.3 เสร็จแล้วครับ', ['4.2', '4.3']],
  ['ยอดที่ 4.2 กับ 4.3 ตอนนี้ 24 แปลง กับ 11 แปลง ครับ', ['4.2', '4.3']],
  ['สรุปค่ะ\n4.2 แปลงแรกเสร็จแล้ว\n5.6 หลังคา 50%', ['4.2', '5.6']],
])('codes behind others: %s', (text, activities) => {
  expect(read(text).multiple?.map(({ activity }) => activity)).toEqual(activities);
});
