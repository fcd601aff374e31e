/** In a pasted table the heading of a column says what its figures are. */
import { expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { roleByColumn } from '../../../src/understand/fields/columns.ts';
import { planOf } from './plans.ts';

test.each([
  ['รหัส | เป้า | ผล | เบิก\n2.1 | 1800 | 840 | 27300', ['other', 'actual', 'spent']],
  [
    'ข้อ | แผน | ทำได้ | ร้อยละ | งบประมาณ | ใช้ไป | คงเหลือ\n1 | 8 | 4 | 50 | 900 | 400 | 500',
    ['other', 'actual', 'percent', 'other', 'spent', 'other'],
  ],
  ['งาน | เบิกจ่าย | ร้อยละ\n1 | 400 | 44', ['spent', 'other']],
  ['งาน | เบิกจ่าย | ความคืบหน้า %\n1 | 400 | 44', ['spent', 'other']],
  ['code | target | done | spent\n1 | 8 | 4 | 400', ['other', 'actual', 'spent']],
])('%s', (text, roles) => {
  const row = text.indexOf('\n') + 1;
  const cells = [...text.slice(row).matchAll(/\d+(?:\.\d+)?/g)].slice(1);
  expect(cells.map(({ index }) => roleByColumn(text, row + index))).toEqual(roles);
});

test('what stands in no table is under no heading', () => {
  expect(roleByColumn('ผล 840 เบิก 27300', 4)).toBeNull();
});

test('a table is read by its headings, a column of nothing too', () => {
  const plan = planOf([
    ['1', 'อบรมเกษตรกร', 'คน'],
    ['2', 'ตรวจแปลง', 'แปลง'],
    ['3', 'จัดประกวด', 'ครั้ง'],
  ]);
  const read = understand('รหัส | เป้า | ผล | เบิก\n1 | 120 | 84 | 27,300\n2 | 30 | 12 | 0\n3 | 1 | 0 | 500', {
    plan,
    today: '2027-03-15',
  });
  expect(
    read.multiple?.map(({ activity, fields: { actual, spent } }) => [activity, actual?.value, spent]),
  ).toEqual([
    ['1', 84, 2_730_000],
    ['2', 12, 0],
    ['3', 0, 50_000],
  ]);
});
