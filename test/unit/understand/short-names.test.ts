/** Works that are spoken of by a short name, of letters and figures, are found however it is written or said. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { wordsIn } from '../../../src/understand/names/terms.ts';
import { planOf } from './plans.ts';

const plan = planOf([
  ['1', 'กิจกรรม 5ส และ Big Cleaning Day', 'ครั้ง'],
  ['2', 'ตรวจค้นด้วยสุนัขดมกลิ่น (K-9) จุดผู้โดยสาร', 'ครั้ง'],
  ['3', 'อบรมผู้กำกับลูกเสือ ขั้นความรู้เบื้องต้น (B.T.C.)', 'คน'],
  ['4', 'จัดที่ดินทำกินให้ชุมชนตามนโยบายรัฐบาล (คทช.)', 'แปลง'],
  ['5', 'ติดตามหนี้โครงการแก้ไขปัญหาความยากจน (กข.คจ.)', 'ราย'],
  ['6', 'สอบคัดเลือกครูผู้ช่วยกรณีจำเป็น (ว16)', 'คน'],
]);

test.each([
  ['5ส ทำแล้ว 2 ครั้ง', '1'],
  ['k9 ออกตรวจแล้ว 12 ครั้ง', '2'],
  ['K-9 ออกตรวจแล้ว 12 ครั้ง', '2'],
  ['BTC อบรมเสร็จแล้ว 38 คน', '3'],
  ['b.t.c. อบรมเสร็จแล้ว 38 คน', '3'],
  ['คอทอชอจัดเสร็จแล้ว 8 แปลง', '4'],
  ['คทช จัดเสร็จแล้ว 8 แปลง', '4'],
  ['กขคจ ตามเก็บได้แล้ว 5 ราย', '5'],
  ['ว16 สอบเสร็จแล้ว 120 คน', '6'],
])('%s', (text, activity) => {
  expect(understand(text, { plan, today: '2027-03-15' })).toMatchObject({ intent: 'report', activity });
});

test.each([
  ['ครูได้ 38 คน ม.3 กับ ป6 ครบ', ['38', 'ม', '3', 'ป', '6']],
  ['ใช้ไป 500บ. เหลือ 1,200', ['500', '1', '200']],
  ['12.5 ไร่', ['12', '5']],
])('figures and classes are no short names: %s', (text, words) => {
  const said = wordsIn(text).map(({ word }) => word);
  for (const word of words) expect(said).toContain(word);
});
