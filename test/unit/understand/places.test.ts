/** Activities named in the middle of a line: branches, items of them, and a second one by its name. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import { planFrom, samplePlan } from './plans.ts';

const plan = samplePlan();
const read = (text: string) => understand(text, { plan, today: '2021-03-15' });
const told = (text: string) =>
  read(text).multiple?.map(({ activity, candidates, fields }) => [
    activity ?? candidates.join(),
    fields.status,
    fields.spent,
  ]);

describe('a branch', () => {
  test.each([
    ['เสร็จแล้ว 1.3 ค่ะ', { status: 'completed', spent: null }],
    ['จัดแล้ว 1.3 ค่ะ', { status: 'completed' }],
    ['เบิกแล้ว 1.3 2,900 บาท', { spent: 290_000 }],
    ['เมื่อวานทำ 1.3 เสร็จแล้วค่ะ', { status: 'completed', date: '2021-03-14' }],
  ])('by its code or name asks which of its activities: %s', (text, fields) => {
    expect(read(text)).toMatchObject({
      intent: 'report',
      activity: null,
      candidates: ['1.3.1', '1.3.2'],
      ambiguous: true,
      multiple: null,
      fields,
    });
  });

  test('is one of two that were done', () => {
    expect(told('ทำเสร็จแล้ว 1.1 กับ 1.3')).toEqual([
      ['1.1.1,1.1.2,1.1.3', 'completed', null],
      ['1.3.1,1.3.2', 'completed', null],
    ]);
  });

  test('with one activity is that one', () => {
    expect(read('ทำไปแล้ว 1.4')).toMatchObject({ activity: '1.4.1', fields: { status: 'completed' } });
  });

  test.each([
    ['แผนป้องกันทุจริต (1.1) เสร็จแล้ว', '1.1.3'],
    ['ทำสื่อประชาสัมพันธ์ 1.3 เสร็จแล้ว', '1.3.2'],
    ['1.3 สื่อประชาสัมพันธ์ เสร็จแล้ว', '1.3.2'],
    ['ประกาศเจตนารมณ์ ข้อ 1.1 เสร็จแล้ว', '1.1.1'],
    ['1.3.1 ของ 1.3 เสร็จแล้ว', '1.3.1'],
    ['1.3 สร้างจิตสำนึกสาธารณะ ข้อ 1 ทำความดี เสร็จแล้ว', '1.3.1'],
  ])('beside the name or number of one of its activities is where that belongs: %s', (text, activity) => {
    expect(read(text)).toMatchObject({
      intent: 'report',
      activity,
      multiple: null,
      fields: { status: 'completed' },
    });
  });

  test.each([
    ['คืบหน้า 1.3', { percent: 1.3 }],
    ['1.2 1) ใช้ไปแล้ว 1.3 ล้าน', { spent: 130_000_000 }],
  ])('is none where a quantity is meant: %s', (text, fields) => {
    expect(read(text)).toMatchObject({ multiple: null, fields });
  });
});

describe('“ข้อ 2” after another', () => {
  test('is an item of what was counted so', () => {
    expect(told('1.3 ข้อ 1 จัดไปแล้ว ส่วนข้อ 2 ยังไม่ได้จัดค่ะ')).toEqual([
      ['1.3.1', 'completed', null],
      ['1.3.2', 'not_started', null],
    ]);
  });

  test('can be either after a bracket, and is asked for', () => {
    expect(told('1.1 1) เสร็จแล้ว ข้อ 2 ยังไม่เริ่ม')).toEqual([
      ['1.1.1', 'completed', null],
      ['1.1.2,2', 'not_started', null],
    ]);
  });

  test('is the plan’s own where there is no such item', () => {
    expect(told('1.3 ข้อ 1 เสร็จแล้ว\nข้อ 4 ยังไม่เริ่ม')?.map(([code]) => code)).toEqual(['1.3.1', '4']);
  });
});

test('figures in a row, each with what is told of it, are codes', () => {
  expect(told('2 เสร็จละ 3 ยังไม่เริ่ม 4 ทำไปครึ่งนึง')).toEqual([
    ['2', 'completed', null],
    ['3', 'not_started', null],
    ['4', 'in_progress', null],
  ]);
  expect(read('2 เสร็จแล้ว 3 ชิ้น')).toMatchObject({ activity: '2', multiple: null });
});

describe('a second activity by its name', () => {
  test.each([
    [
      '1.2 1) เสร็จแล้ว เว็บไซต์ยังไม่เริ่ม',
      [
        ['1.2.1', 'completed', null],
        ['4', 'not_started', null],
      ],
    ],
    [
      '1.2 1) ใช้ไป 20,000 เว็บไซต์ใช้ไป 5,000',
      [
        ['1.2.1', null, 2_000_000],
        ['4', null, 500_000],
      ],
    ],
  ])('has its own facts: %s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    '1.2 1) เสร็จแล้วค่ะ ประชุมชี้แจงแนวทางการประเมินให้ครู 50 คน',
    '1.3.1 กิจกรรมสร้างจิตสำนึกสาธารณะ เสร็จแล้ว',
    '1.4.1 เสร็จแล้ว ปัญหา เว็บไซต์ล่มบ่อย',
  ])('is none where its words only tell of the first: %s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'report', multiple: null, fields: { status: 'completed' } });
  });
});

describe('a name', () => {
  const town = planFrom('test/fixtures/understand/plan-b.json');
  const there = (text: string) => understand(text, { plan: town, today: '2021-03-15' });

  test('beside a length leaves the count to what was done', () => {
    const works = planFrom('test/fixtures/understand/plan-works.json');
    const text = '1.1.1.1 ยาว 600 เมตร ทำแล้ว 450 เมตร';
    expect(understand(text, { plan: works, today: '2021-03-15' }).fields.actual).toEqual({
      value: 450,
      unit: 'เมตร',
    });
  });

  test('is no number of a village', () => {
    expect(there('พ่นยุงหมู่ 1 หมู่ 2 หมู่ 3 เสร็จแล้ว').activity).toBe('1.1.1');
    expect(there('ขุดคลองหมู่ 5 เสร็จแล้ว').activity).toBe('3.2');
  });

  test('may end in ที่ before a code of letters', () => {
    expect(there('ภาษีเคลื่อนที่ จ-1/2 ออกแล้ว 4 ครั้ง').fields.percent).toBeNull();
  });
});
