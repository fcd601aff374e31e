/** Sums that look like what was spent and are not, codes that look like sums, and sums as answers to the form's question. */
import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../src/understand/answers.ts';
import { understand } from '../../../src/understand/index.ts';
import { planOf, samplePlan } from './plans.ts';

const plan = samplePlan();
const read = (text: string) => understand(text, { plan, today: '2021-03-15' });

test.each(['ใช้งบ 1,5000 บาท', 'เบิกจ่าย 12,34567', 'ใช้งบ 28.500 บาท', 'จ่ายไป 1.250 บาท'])(
  '%s is asked again, not guessed',
  (said) => {
    expect(read(`1.2 1) ${said}`)).toMatchObject({
      activity: '1.2.1',
      fields: { spent: null },
      unsure: ['spent'],
    });
  },
);

test.each([
  ['ใช้งบ 2.855 หมื่น', 2_855_000],
  ['ใช้งบ 28,500.50 บาท', 2_850_050],
  ['ใช้ไป 20,000 คืน 5,000', 2_000_000],
  ['คืนงบประมาณ 5,000 บาท ใช้จริง 20,000', 2_000_000],
  ['ใช้ 28,500 เงินเหลือจ่าย 1,500 ส่งคืนแล้ว', 2_850_000],
  ['เบิกจ่าย 28,500 บาท งบเหลือจ่าย 1,500 บาท', 2_850_000],
  ['done, 35 people joined, no budget used', 0],
  ['completed, nothing spent', 0],
  ['อบรม 3 วัน 2 คืน ใช้ไป 20,000', 2_000_000],
  ['อบรม 2 คืน 5,000 บาท', 500_000],
  ['ค่าอาหาร 3,000 ค่าวิทยากร 5,000 รวม 8,000 บาท', 800_000],
  ['ใช้ไป 7,000 ค่าวิทยากร 3,000 ค่าอาหาร 4,000', 700_000],
])('%s is %i satang', (said, spent) => {
  expect(read(`1.2 1) ${said}`)).toMatchObject({ intent: 'report', fields: { spent }, unsure: [] });
});

test.each([
  ['ใช้ไปพันนึง', 100_000],
  ['ใช้ไปร้อยนึง', 10_000],
  ['เบิกแสนสอง', 12_000_000],
  ['เบิกหมื่นห้า', 1_500_000],
  ['ใช้ไปสองแสนครึ่ง', 25_000_000],
  ['ใช้ไป 3 ล้านครึ่ง', 350_000_000],
  ['เบิกหมื่นครึ่ง', 1_500_000],
  ['หมดไปสี่หมื่นสองพันห้า', 4_250_000],
  ['หมดไป 500', 50_000],
  ['ได้รับบริจาค 5,000 บาท ใช้ไป 2,000', 200_000],
])('as it is said, %s is %i satang', (said, spent) => {
  expect(read(`1.2 1) ${said}`)).toMatchObject({ intent: 'report', fields: { spent }, unsure: [] });
});

test.each([
  ['ใช้ไปพันหนึ่ง', null],
  ['เสร็จแล้ว ใช้ไปราวๆ 5,000 บาท', null],
  ['หมดไปเกือบ 20,000 บาท', null],
  ['เบิกไปแล้วประมาณ 12,000', null],
  ['งวดที่ 1 เบิก 200000 งวดที่ 2 เบิก 150000', 35_000_000],
])('%s is asked for', (said, spent) => {
  expect(read(`1.2 1) ${said}`)).toMatchObject({ fields: { spent }, unsure: ['spent'] });
});

test.each(['ปิดโครงการแล้วค่ะ คืนเงินเหลือจ่าย 1,500', 'เสร็จแล้ว ส่งคืนงบประมาณเหลือจ่าย 1,500 บาท'])(
  '%s says what was left, not what was spent',
  (said) => {
    expect(read(`1.2 1) ${said}`).fields.spent).toBeNull();
  },
);

test.each(['เก็บเงินได้ 5,000 บาท', 'เสร็จแล้ว ขายได้ 5,000 บาท', 'มีผู้บริจาค 5,000 บาท'])(
  '%s says what came in, not what was spent',
  (said) => {
    expect(read(`1.2 1) ${said}`).fields.spent).toBeNull();
  },
);

test.each([
  ['ซื้อเครื่องละ 249,000 จำนวน 2 เครื่อง', { spent: null }],
  ['เบิก 3 ครั้ง ครั้งละ 5,000', { spent: null }],
  ['อบรม 40 โรงเรียน โรงเรียนละ 2 คน', { actual: null }],
  ['ยืมเงินมา 20,000 ค่ะ', { actual: null, spent: null }],
])('of each, or lent, is no total: %s', (said, fields) => {
  expect(read(`1.2 1) ${said}`)).toMatchObject({ fields });
});

test('what is left of another activity’s money was not spent', () => {
  expect(read('มีเงินเหลือจาก 1.2 1) สามหมื่นค่ะ เอาไปทำ 1.4 ได้ไหม').fields.spent).toBeNull();
  expect(read('1.2 1) เสร็จแล้ว ใช้ 29,500 คงเหลือ 500').fields).toMatchObject({
    status: 'completed',
    spent: 2_950_000,
  });
  expect(read('1.2 1) เสร็จแล้ว ใช้ 29,500 เหลืออีก 5 โรงเรียน').fields.status).toBe('in_progress');
  expect(read('1.2 1) เสร็จแล้ว ใช้ 20,000 เหลือคืน 10,000').fields.status).toBe('completed');
});

test.each(['คืนงบ 5,000 บาท', 'คืน 5,000 บาท', 'คืนยอด 5,000', 'เสร็จแล้ว คืนงบประมาณ 5,000 บาท'])(
  '%s says what was given back, not what was spent',
  (said) => {
    expect(read(`1.2 1) ${said}`).fields.spent).toBeNull();
  },
);

test('several sums of parts are nobody’s total', () => {
  for (const said of [
    'ค่าอาหาร 3,000 ค่าวิทยากร 5,000 บาท',
    'เสร็จแล้ว 3,000 บาท ค่าที่พัก 1,200 บาท',
    'จ่ายค่าวิทยากร 3,000 ค่าอาหาร 4,000',
  ])
    expect(read(`1.2 1) ${said}`), said).toMatchObject({ fields: { spent: null }, unsure: ['spent'] });
});

describe('a code', () => {
  test.each(['งบ 1.2 เหลือเท่าไร', 'งบประมาณ 1.2 เหลือเท่าไหร่คะ', 'ใช้งบ 1.2 ไปเท่าไรแล้ว', 'งบ ๑.๒ เหลือกี่บาท'])(
    'after a word of money is asked about: %s',
    (text) => {
      expect(read(text)).toMatchObject({ intent: 'status', activity: '1.2.1', fields: { spent: null } });
    },
  );

  test.each([
    ['1.1 1) เสร็จแล้ว 1.3 กำลังทำ', ['completed', 'in_progress'], ['1.1.1', null]],
    ['1.1 1) เสร็จแล้ว 1.2 ยังไม่เริ่ม', ['completed', 'not_started'], ['1.1.1', '1.2.1']],
    ['1.1 1) กำลังทำ 1.4 เสร็จแล้ว', ['in_progress', 'completed'], ['1.1.1', '1.4.1']],
  ])('in the middle of a line begins another activity: %s', (text, statuses, activities) => {
    const { multiple } = read(text);
    expect(multiple?.map(({ fields }) => fields.status)).toEqual(statuses);
    expect(multiple?.map(({ activity }) => activity)).toEqual(activities);
  });

  test.each([
    ['1.1 1) ใช้ไปแล้ว 1.2 ล้าน', { spent: 120_000_000 }],
    ['1.1 1) คืบหน้าแล้ว 1.2', { percent: 1.2 }],
    ['1.2 1) ใช้งบ 1.2 ล้านบาท', { spent: 120_000_000 }],
  ])('is none where a quantity is meant: %s', (text, fields) => {
    expect(read(text)).toMatchObject({ multiple: null, fields });
  });
});

test('a sum a question is about is no report', () => {
  expect(read('งบ 30,000 เหลือเท่าไร').intent).toBe('status');
  expect(read('1.2 งบ 30,000 เบิกได้หรือยัง').intent).toBe('status');
  expect(read('1.2 ใช้งบไป 30,000 เหลืออีกเท่าไร')).toMatchObject({
    intent: 'report',
    fields: { spent: 3_000_000 },
  });
});

describe('at the question of the sum', () => {
  test.each([
    ['28,500', 2_850_000],
    ['ใช้เต็มวงเงิน 28,500 บาทค่ะ', 2_850_000],
    ['2.85 หมื่น', 2_850_000],
    ['-500', -50_000],
    ['ไม่มีครับ', 0],
    ['ไม่มีค่ะ', 0],
    ['ไม่มี', 0],
    ['ไม่มีค่าใช้จ่ายนะคะ', 0],
    ['เหลือ 3,000', null],
    ['คืน 3,000 บาท', null],
    ['ได้รับจัดสรร 3,000', null],
    ['1,5000', null],
    ['28.500', null],
    ['ไม่มีคนมา', null],
  ])('%s', (typed, satang) => {
    expect(readAmount(typed)).toBe(satang);
  });
});

test.each([
  ['ปลูกครบทั้ง 2,400 ต้นแล้ว', 2_400],
  ['ปลูกครบทั้ง 24 ต้นแล้ว', 24],
  ['ปลูกแล้ว 14 ไร่ครึ่ง', 14.5],
  ['ปลูกแล้วสิบสี่ไร่ครึ่ง', 14.5],
  ['ปลูกแล้วทั้ง 2.5 ไร่', 2.5],
  ['ปลูกแล้ว 14 ไร่ ครึ่งหนึ่งยังไม่รดน้ำ', 14],
])('%s counts %d', (said, value) => {
  const [unit] = /ต้น|ไร่/.exec(said) ?? [];
  const trees = planOf([['1', 'ปลูกไม้ผล', unit ?? '']]);
  const got = understand(`1 ${said}`, { plan: trees, today: '2027-03-15' });
  expect(got).toMatchObject({ activity: '1', fields: { actual: { value, unit } } });
});
