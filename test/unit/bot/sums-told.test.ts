/** The sums that are offered where the one that was spent is asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SumsTold, sumsTold } from '../../../src/bot/dialogs/report/sums-told.ts';
import { money } from '../../../src/text/format.ts';
import { emptyReading } from '../../../src/understand/rules/reading.ts';

const BUDGET = 36_000_000;
const asked = (text: string, budget: number | null = BUDGET): SumsTold | null =>
  sumsTold({ ...emptyReading(), unsure: ['spent'] }, text, budget);

test.each([
  ['จ่ายค่าป้ายไปแล้ว 42,000 ค่าวิทยากร 18,000 ค่าอาหาร 31,500', 91_500, '42,000 + 18,000 + 31,500 = 91,500'],
  ['ค่าอาหาร 3,000 ค่าวิทยากร 6,000 เหลือจ่ายค่าเอกสาร 500', 9_000, '3,000 + 6,000 = 9,000'],
  ['เบี้ยเลี้ยง 12,400 ค่าน้ำมัน ๘,๙๐๐', 21_300, '12,400 + 8,900 = 21,300'],
  ['ค่าถ่ายเอกสาร 7,215.50 ค่าตอบแทนกรรมการ 9600', 16_815.5, '7,215.50 + 9,600 = 16,815.50'],
  ['งบซ่อมเครื่องแต่งกายเหลือ ๒๐๘,๘๐๐ บาทครับ', 151_200, '360,000 − 208,800 = 151,200'],
  ['เงินโครงการนี้ยังเหลืออยู่ 60,000', 300_000, '360,000 − 60,000 = 300,000'],
])('%s: %d baht are offered, and how they came about is said', (text, baht, how) => {
  expect(asked(text)).toEqual({ sums: [baht * 100], workedOut: how });
});

test.each([
  'ค่าวิทยากร 18,000',
  'ค่าป้าย 42,000 ค่าวิทยากรยังไม่เบิก 18,000',
  'ค่าอาหารหัวละ 120 ค่ารถ 2,500',
  'ค่าอาหาร 3,000 ยังไม่จ่ายค่ารถ 2,500',
  'คนมา 312 คน ค่าอาหาร 4,000',
  'ใช้ไปสองหมื่นกว่า',
])('%s: nothing is worked out', (text) => {
  expect(asked(text)).toEqual({ sums: [], workedOut: null });
});

test.each([
  ['ตัวละ 1,450 สั่ง 210 ตัว = 304,500 ทำ PO แล้ว', 304_500],
  ['วิทยากร 2 คน รวมเป็นเงิน 7,200 บาท', 7_200],
])('%s: the total that was told is offered', (text, baht) => {
  expect(asked(text)).toEqual({ sums: [baht * 100], workedOut: null });
});

test('more is left than there was: nothing is worked out', () => {
  expect(asked('งบเหลือ 400,000')!.workedOut).toBeNull();
  expect(asked('งบเหลือ 40,000', null)!.workedOut).toBeNull();
});

test('what the reader took it for is offered, three at most, each once', () => {
  const likely = { spent: [100, 200, 200, 300, 400].map((value) => ({ value, probability: 0.2 })) };
  const read = { ...emptyReading(), unsure: ['spent' as const], likely };
  expect(sumsTold(read, '', null)!.sums).toEqual([100, 200, 300]);
});

test('nothing is offered where nothing is asked', () => {
  expect(sumsTold(emptyReading(), 'ค่าป้าย 42,000 ค่าวิทยากร 18,000', BUDGET)).toBeNull();
});

describe('parts', () => {
  test('come to their sum, however many they are', () => {
    const parts = fc.array(fc.integer({ min: 100, max: 9_999_999 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(parts, (bahts) => {
        const text = bahts.map((baht) => `ค่าของ ${money(baht * 100)}`).join(' ');
        expect(asked(text)!.sums).toEqual([bahts.reduce((sum, baht) => sum + baht, 0) * 100]);
      }),
      { numRuns: 50 },
    );
  });
});
