/** Messages that may be a report are told from talk; what a person says is a report is read as one. */
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { understand } from '../../../src/understand/index.ts';
import { planOf } from './plans.ts';

const plan = planOf([
  ['1', 'ตรวจหมู่โลหิตพิเศษ', 'ตัวอย่าง'],
  ['2', 'จัดซื้อถุงบรรจุโลหิต', 'ถุง'],
  ['3', 'อบรมเจ้าหน้าที่เจาะเลือด', 'คน'],
]);
const context = { plan, today: '2027-03-15' };

test.each(['สวัสดีค่ะ', 'ขอบคุณมากนะคะ', 'กินข้าวกันหรือยัง', 'เงินเดือนออกวันไหน'])(
  '%s is no report, and hardly one',
  (text) => {
    expect(understand(text, context)).toMatchObject({ intent: 'other', perhaps: false });
  },
);

test('what the person calls a report is read as one, on the activity they name or none', () => {
  const text = 'ล็อตใหม่มาถึงแล้ว 400 ใบ รั่ว 12 ใบ จ่ายไป 28,500 บาท';
  const read = understand(text, { ...context, isReport: true, quoted: '2', own: ['2'] });
  expect(read).toMatchObject({ intent: 'report', activity: '2', perhaps: false });
  expect(read.fields.spent).toBe(2_850_000);
  expect(understand('ฝนตกหนักมาก', { ...context, isReport: true })).toMatchObject({
    intent: 'report',
    activity: null,
    ambiguous: true,
  });
});

test('whatever is called a report is one, and never perhaps one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const read = understand(text, { ...context, isReport: true });
      expect(read.intent).toBe('report');
      expect(read.perhaps).toBe(false);
    }),
    { numRuns: 60 },
  );
});
