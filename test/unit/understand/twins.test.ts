/** Activities whose names differ in their place alone are told apart by the place that is said, however it is said. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planOf } from './plans.ts';

const plan = planOf([
  ['1', 'อบรมนายท้ายเรือ รุ่นที่ 1', 'คน'],
  ['2', 'อบรมนายท้ายเรือ รุ่นที่ 2', 'คน'],
  ['3', 'จัดอาหารนักเรียนประจำ ภาคเรียนที่ 2/2569', 'คน'],
  ['4', 'จัดอาหารนักเรียนประจำ ภาคเรียนที่ 1/2570', 'คน'],
  ['5', 'ขุดลอกร่องน้ำคลองแสม ระยะที่ 1', 'เมตร'],
  ['6', 'ขุดลอกร่องน้ำคลองแสม ระยะที่ 2', 'เมตร'],
  ['7', 'สำรวจความพึงพอใจผู้รับบริการ', 'ร้อยละ'],
]);

test.each([
  ['อบรมนายท้ายเรือรุ่น 2 จัดเสร็จแล้วค่ะ', '2'],
  ['อบรมนายท้ายเรือรุ่นแรกเสร็จเรียบร้อยแล้วครับ', '1'],
  ['อบรมนายท้ายเรือ รอบสอง เลื่อนไปเดือนหน้าครับ', '2'],
  ['จัดอาหารนักเรียนประจำเทอม 2 เสร็จแล้วค่ะ', '3'],
  ['จัดอาหารนักเรียนประจำเทอม 1 ยังไม่ได้เริ่มเลยครับ', '4'],
  ['ขุดลอกร่องน้ำคลองแสมเฟสสอง เสร็จแล้วครับ', '6'],
  ['ขุดลอกร่องน้ำคลองแสม ช่วงแรก เสร็จแล้วครับ', '5'],
])('%s is told of %s', (text, activity) => {
  expect(understand(text, { plan, today: '2027-03-15' })).toMatchObject({ intent: 'report', activity });
});

test.each(['อบรมนายท้ายเรือเสร็จแล้วค่ะ 40 คน', 'ขุดลอกร่องน้ำคลองแสมเสร็จแล้วครับ'])(
  '%s says no place: which is asked',
  (text) => {
    const read = understand(text, { plan, today: '2027-03-15' });
    expect(read).toMatchObject({ activity: null, ambiguous: true });
    expect(read.candidates).toHaveLength(2);
  },
);
