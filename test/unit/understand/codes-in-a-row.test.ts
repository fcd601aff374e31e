/** Activities named by bare numbers one after the other, and what tells a code from a quantity there. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { samplePlan } from './plans.ts';

const read = (text: string): [string | null, string | null, number | null][] => {
  const got = understand(text, { plan: samplePlan(), today: '2021-03-15' });
  return (got.multiple ?? [got]).map(({ activity, fields }) => [activity, fields.status, fields.spent]);
};

test.each<[string, ReturnType<typeof read>]>([
  [
    '2. ทำเสร็จ 3 ชิ้นแล้ว ใช้ 14,500 และ 4. ทำไป 70% จ่ายค่าจ้างงวดแรก 4,000 บาท',
    [
      ['2', 'completed', 1_450_000],
      ['4', 'in_progress', 400_000],
    ],
  ],
  [
    '2 เสร็จแล้ว แล้วก็ 4 กำลังทำอยู่',
    [
      ['2', 'completed', null],
      ['4', 'in_progress', null],
    ],
  ],
  [
    '2. ใช้ 14,500 ส่วน 4. ยังไม่เริ่ม',
    [
      ['2', null, 1_450_000],
      ['4', 'not_started', null],
    ],
  ],
  ['2 เสร็จแล้ว ได้ 3 ชิ้น และ 4 คนป่วย', [['2', 'completed', null]]],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('of one that its code names and nothing is read of, the status is asked', () => {
  const got = understand('ข้อ 3 ทำแบบสอบถามแจก ข้อ 4 เสร็จแล้ว', { plan: samplePlan(), today: '2021-03-15' });
  expect(got.ambiguous).toBe(true);
  expect(got.multiple?.map(({ activity, unsure }) => [activity, unsure])).toEqual([
    ['3', ['status']],
    ['4', []],
  ]);
});
