/** Numbers, halves and days as people write them: what each comes to before anything is decided of it. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { loadedWeights } from '../../../src/understand/learn/weights.ts';
import { prepare } from '../../../src/understand/prepare.ts';
import { planOf, planOfRows } from './plans.ts';

const plan = planOf([
  ['1', 'ปลูกต้นไม้', 'ต้น'],
  ['2', 'อบรมเกษตรกร', 'คน'],
]);
const today = '2027-03-15';
const tokensOf = (text: string) => prepare(text, { plan, today }, loadedWeights().names).tokens;
const numbersIn = (text: string): number[] =>
  tokensOf(text).flatMap((token) => (token.kind === 'number' ? [token.value] : []));
const daysIn = (text: string): string[] =>
  tokensOf(text).flatMap((token) => (token.kind === 'date' ? [token.iso] : []));

describe('numbers', () => {
  test.each([
    ['จ่ายไปสามพันสอง', [3_200]],
    ['เบิกหมื่นแปดสอง', [18_200]],
    ['เบิกแสนแปดห้า', [185_000]],
    ['เบิกหมื่นเอ็ด', [10_001]],
    ['หนึ่งแสนแปดหมื่นสามพัน สองแปลงเข้าไม่ได้', [183_000, 2]],
    ['ใช้ไปสามหมื่น ห้าคนไม่มา', [30_000, 5]],
    ['ใช้ไปสามหมื่น ห้า', [35_000]],
    ['ใช้ไป สาม หมื่น ห้า พัน', [35_000]],
    ['พันสองร้อย สามพัน', [1_200, 3_000]],
    ['ยี่สิบสี่พัน', [24_000]],
    ['สองแสนสิบห้าพัน', [215_000]],
    ['สิบสองล้านสามแสน', [12_300_000]],
    ['แสนซาวสี่พัน', [124_000]],
    ['ซาวห้าต้น', [25]],
    ['หมืนสามพันสองร้อย', [13_200]],
    ['ปลูกสองโหล', [24]],
    ['ปลูก 3 โหลแล้ว', [36]],
    ['ได้ครึ่งโหล', [6]],
    ['ครึ่งล้านพอดี', [500_000]],
    ['ครึ่งแสน', [50_000]],
    ['สองล้านครึ่ง', [2_500_000]],
    ['เบิกงวด รวม 4.32 ลบ. แล้ว', [4_320_000]],
    ['น้ำ 350 ลบ.ม.', [350]],
    ['เครื่องซาวด์ 2 ตัว', [2]],
  ])('%s', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  test.each(['ครึ่งแสนนิดๆ', 'แสนกว่าๆ'])('%s is vague', (text) => {
    expect(tokensOf(text).find(({ kind }) => kind === 'number')).toMatchObject({ vague: true });
  });
});

describe('days', () => {
  test.each([
    ['กำหนด 11-17 เม.ย. 16 จุด', ['2027-04-11']],
    ['จัด 5 มี.ค. 45 โรงเรียน', ['2027-03-05']],
    ['จัด 5 มี.ค. 70 ครับ', ['2027-03-05']],
    ['ลงวันที่ 5 มี.ค. 65', ['2022-03-05']],
    ['เมื่อวันศุกร์ที่ 12 ค่ะ', ['2027-03-12']],
    ['ยกไปวันพฤหัสที่ 25', ['2027-03-25']],
    ['ตั้งแต่พุธที่ 10', ['2027-03-10']],
    ['วันพุธที่ 31 มีนา', ['2027-03-31']],
    // no Monday about is a 2nd
    ['วันจันทร์ที่ 2', []],
    ['เสร็จ 4/6', []],
    ['เสร็จ 12/3', ['2027-03-12']],
    ['เมื่อวันที่ 4/6', ['2027-06-04']],
    ['ไปจันทร์หน้า', ['2027-03-22']],
    ['วันศุกร์หน้า', ['2027-03-26']],
    ['ภายในสิ้นเดือนหน้า', ['2027-04-30']],
    ['เมื่อสองวันก่อน', ['2027-03-13']],
    ['เมื่อคืนวันเสาร์', ['2027-03-13']],
    ['วันที่ 5 เดือน 4', ['2027-04-05']],
    ['วันที่ 31 ก.พ.', []],
    ['มื้อวานไปมา', ['2027-03-14']],
    ['แรกวาไปแล้ว', ['2027-03-14']],
  ])('%s', (text, days) => {
    expect(daysIn(text)).toEqual(days);
  });
});

test.each([
  ['1 เสร็จครึ่งหนึ่งแล้ว', 50],
  ['1 ทำไปได้ครึ่งทางแล้ว', 50],
  ['1 ทำไปครึ่งเดียวของแผน', 50],
  ['1 ซื้อปุ๋ยมาแล้วสองตันครึ่ง', null],
  ['1 ต้นกล้าหายไปครึ่ง', null],
  ['1 คนเข้าชมครึ่งปี 3,480 คน', null],
  ['1 ปุ๋ยหมดตั้งแต่ครึ่งชั่วโมงแรก', null],
  ['1 น้ำมันขึ้นไปเกินครึ่ง', null],
  ['1 เบิกไปครึ่งแสน', null],
])('%s is %j of the work', (text, percent) => {
  expect(understand(text, { plan, today }).fields.percent).toBe(percent);
});

test.each([
  ['ถอนรายงานปลูกต้นไม้ 70 ต้น ครับ ผอ.ให้นับใหม่', null],
  ['เมื่อกี้รายงาน 1 ปลูก 118 ต้น ขอยกเลิกก่อนครับ', null],
  ['แก้ 1 เป็น 49 ต้น ไม่ใช่ 94 ต้น', 49],
])('%s leaves %j', (text, value) => {
  const got = understand(text, { plan, today });
  expect(got.intent).toBe('undo');
  expect(got.fields.actual?.value ?? null).toBe(value);
});

test.each([
  ['แก้ยอดเป็น 15,800', 1_580_000],
  ['แก้ยอดนักท่องเที่ยวเป็น 3,151', null],
])('%s amends %j satang', (text, spent) => {
  expect(understand(text, { plan, today })).toMatchObject({ intent: 'undo', fields: { spent } });
});

test('what an indicator counts in money is reached, not spent', () => {
  const fees = planOfRows([
    {
      code: '1',
      label: '1',
      name: 'จัดเก็บค่าภาคหลวงแร่',
      indicator: 'จำนวนเงินที่จัดเก็บได้',
      unit: 'ล้านบาท',
      target: 300,
      budgetBaht: 90_000,
    },
  ]);
  const got = understand('1 จัดเก็บได้สะสม 141.6 ล้านบาท', { plan: fees, today });
  expect(got.fields).toMatchObject({ actual: { value: 141.6, unit: 'ล้านบาท' }, spent: null });
});

test.each([
  ['1 ปัญหา : เกษตรกรมาไม่ครบ ข้อเสนอแนะ : จัดวันหยุด', 'เกษตรกรมาไม่ครบ', 'จัดวันหยุด'],
  ['1 ปัญหาอุปสรรค รถสำหรับขนกล้าไม่พอ ข้อเสนอแนะ ขอรถเพิ่ม', 'รถสำหรับขนกล้าไม่พอ', 'ขอรถเพิ่ม'],
])('%s: under its heading a text is whole', (text, obstacle, suggestion) => {
  expect(understand(text, { plan, today }).fields).toMatchObject({ obstacle, suggestion });
});

test.each([
  ['1 เสร็จแล้ว ผลคือ ของที่ยังไม่ส่งออก', 'result'],
  ['1 เสร็จแล้ว ข้อเสนอแนะ: รถไม่พอ ขอเพิ่ม', 'suggestion'],
] as const)('%s: under one heading nothing else is read', (text, field) => {
  const { obstacle, suggestion, result } = understand(text, { plan, today }).fields;
  const read = Object.entries({ obstacle, suggestion, result }).filter(([, value]) => value);
  expect(read.map(([name]) => name)).toEqual([field]);
});
