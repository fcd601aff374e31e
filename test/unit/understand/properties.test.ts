/** What must hold for every text whatever: no throw, no hang, no value out of range, and what is written can be read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/understand/index.ts';
import type { Reading } from '../../../src/understand/types.ts';
import { STATUSES } from '../../../src/domain/activity.ts';
import { addDays } from '../../../src/domain/fiscal-year.ts';
import { MAX_SATANG } from '../../../src/domain/money.ts';
import { longDate, money, shortDate, thaiDigits } from '../../../src/text/format.ts';
import { samplePlan } from './plans.ts';
import { thaiNumber } from './thai-number.ts';

const plan = samplePlan();
const today = '2021-03-15';
const read = (text: string) => understand(text, { plan, today });
const leaves = plan.activities.filter((activity) => activity.leaf);

const PIECES = [
  '1.2.1',
  '1.1',
  '6',
  '99.9.9',
  'กิจกรรม',
  'ข้อ',
  'เสร็จ',
  'แล้ว',
  'ไม่',
  'ยังไม่',
  'ครับ',
  'ค่ะ',
  '\n',
  ' ',
  'ใช้งบ',
  'บาท',
  'หมื่น',
  'ห้า',
  'ล้าน',
  'สามร้อยล้าน',
  '-5',
  '1e9',
  '%',
  'ร้อยละ',
  '150',
  '999999999999999999',
  '0.0001',
  'คืบหน้า',
  'คน',
  'จาก',
  'เนื่องจาก',
  'ปัญหา',
  'ข้อเสนอแนะ',
  'ขอแก้',
  'ยกเลิก',
  'รายงาน',
  '๑๕/๓/๖๔',
  '31 ก.พ. 64',
  'วันที่',
  'อีก',
  'วัน',
  'เหลือ',
  'ครึ่ง',
  'ทั้ง',
  'กับ',
  '(',
  ')',
  '.',
  ',',
  '?',
  '💥',
  'ํ',
  '่',
  'เเ',
  'เว็บไซต์',
  'ประชุมเชิงปฏิบัติการ',
];
const mixture = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), mixture);

function check(reading: Reading, text: string): void {
  const { status, percent, actual, spent, date } = reading.fields;
  expect(
    reading.activity === null || plan.activities.some((activity) => activity.code === reading.activity),
  ).toBe(true);
  if (status !== null) expect(STATUSES).toContain(status);
  if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
  if (spent !== null) expect(Number.isInteger(spent) && spent >= 0 && spent <= MAX_SATANG).toBe(true);
  if (actual !== null)
    expect(Number.isFinite(actual.value) && actual.value >= 0 && actual.unit !== '').toBe(true);
  if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  for (const field of ['obstacle', 'suggestion', 'result'] as const)
    expect(text).toContain(reading.fields[field] ?? '');
  for (const span of Object.values(reading.because).flat())
    expect(text.slice(span.start, span.end)).toBe(span.text);
}

describe('any text', () => {
  test('gives values in range and spans of the text itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const understood = read(text);
        for (const reading of [understood, ...(understood.multiple ?? [])]) check(reading, text);
        if (understood.intent !== 'report' && understood.intent !== 'undo')
          expect(Object.values(understood.fields).every((value) => value === null)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('is left alone: the same text gives the same reading', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 200 },
    );
  });

  test.each(['-5', '1e9', 'สามร้อยล้านล้าน', '99999999999999999999', '1.2.3.4', '5..', '0x10'])(
    'a sum written %s is asked for, not stored',
    (sum) => {
      const { fields, ambiguous } = read(`1.2.1 เสร็จแล้ว ใช้งบ ${sum} บาท`);
      if (fields.spent === null) expect(ambiguous).toBe(true);
      else expect(fields.spent).toBeLessThanOrEqual(MAX_SATANG);
      expect(fields.status).toBe('completed');
    },
  );
});

// An expression that tries every way to split such a text would not end within the test's own time.
describe('the longest text that is read', () => {
  test.each([
    '1',
    '1.',
    '1.2.1 ',
    '5 ',
    '60% ',
    '(',
    '๑๕/๓/๖๔ ',
    'เสร็จ',
    'ไม่',
    'ยังไม่',
    'ห้า',
    'หมื่น',
    'ดำเนินกาน',
    'ข้อ 1 ',
    'และ 1.1 ',
    'ส่วนเว็บไซต์ค่ะ ',
    'เนื่องจาก ',
    'ปัญหา ',
    '\n',
    '💥',
    '่',
    'ประกาศเจตนารมณ์ ',
  ])('of nothing but %j is read to its end', (piece) => {
    const text = piece.repeat(5000).slice(0, 5000);
    check(read(text), text);
    expect(read(`${text}${piece}`)).toEqual(read(text));
  });
});

describe('what is written is read back', () => {
  const leaf = fc.constantFrom(...leaves);
  const baht = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 100_000, max: 90_000_000 }));

  test('codes, dotted and as the plan prints them, in either digits', () => {
    fc.assert(
      fc.property(
        leaf,
        fc.boolean(),
        fc.constantFrom('', 'กิจกรรม ', 'กิจกรรมที่ ', 'ข้อ '),
        ({ code, label }, thai, lead) => {
          for (const written of [
            code,
            label,
            code.replace(/\.(\d+)$/, ' ข้อ $1'),
            code.replace(/\.(\d+)$/, '($1)'),
          ]) {
            const text = `${lead}${thai ? thaiDigits(written) : written} เสร็จแล้วค่ะ`;
            expect([text, read(text).activity]).toEqual([text, code]);
          }
        },
      ),
    );
  });

  test('money in digits', () => {
    fc.assert(
      fc.property(
        baht,
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        fc.constantFrom('ใช้งบ', 'เบิกจ่ายแล้ว', 'จ่ายไป', 'ใช้ไป'),
        (whole, satang, thai, verb) => {
          const written = money(whole * 100 + satang);
          expect(read(`1.2.1 เสร็จแล้ว ${verb} ${thai ? thaiDigits(written) : written} บาท`).fields.spent).toBe(
            whole * 100 + satang,
          );
        },
      ),
    );
  });

  test('money in Thai words', () => {
    fc.assert(
      fc.property(baht, (whole) => {
        expect([whole, read(`1.2.1 เสร็จแล้ว ใช้งบไป${thaiNumber(whole)}บาทถ้วน`).fields.spent]).toEqual([
          whole,
          whole * 100,
        ]);
      }),
    );
  });

  test('days of the plan year, short and long, in either digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.boolean(),
        fc.constantFrom(shortDate, longDate),
        (offset, thai, format) => {
          const day = addDays(plan.period.start, offset);
          const written = format(day);
          expect(read(`1.2.1 จัดวันที่ ${thai ? thaiDigits(written) : written} เสร็จแล้ว`).fields.date).toBe(day);
        },
      ),
    );
  });

  test('percentages of progress', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        fc.constantFrom(
          (n: string) => `${n}%`,
          (n: string) => `ร้อยละ ${n}`,
          (n: string) => `${n} เปอร์เซ็นต์`,
        ),
        (percent, thai, write) => {
          const digits = thai ? thaiDigits(String(percent)) : String(percent);
          expect(read(`1.2.1 คืบหน้า ${write(digits)}`).fields.percent).toBe(percent);
        },
      ),
    );
  });
});

test('Thai numerals are written as people write them', () => {
  expect([10, 11, 21, 105, 28_500, 1_000_001, 12_000_000].map(thaiNumber)).toEqual([
    'สิบ',
    'สิบเอ็ด',
    'ยี่สิบเอ็ด',
    'หนึ่งร้อยห้า',
    'สองหมื่นแปดพันห้าร้อย',
    'หนึ่งล้านหนึ่ง',
    'สิบสองล้าน',
  ]);
});

test('a sum in figures is that sum, whatever figures it is of, and 555 by itself is laughter', () => {
  for (const baht of [555, 5_550, 55_579, 155_500])
    expect(read(`1.2 1) ใช้ไป ${baht} บาท`).fields.spent).toBe(baht * 100);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.boolean(), (baht, grouped) => {
      const written = grouped ? baht.toLocaleString('en') : String(baht);
      expect(read(`1.2 1) ใช้ไป ${written} บาท`).fields.spent).toBe(baht * 100);
    }),
    { numRuns: 300 },
  );
  expect(read('1.2 1) เสร็จแล้ว 555').fields).toMatchObject({ status: 'completed', spent: null });
});

test('a sum that is put right is a sum, however small, and whatever the activity counts in', () => {
  const quoted = leaves.find(({ unit }) => unit === 'ร้อยละ')!.code;
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999_999 })),
      fc.constantFrom('แก้งบเป็น', 'แก้ค่าใช้จ่ายเป็น', 'ขอแก้ไขยอดเบิกเป็น', 'แก้ 1.2 1) งบเป็น'),
      (baht, amends) => {
        const { intent, fields } = understand(`${amends} ${baht}`, { plan, today, quoted });
        expect([intent, fields.spent, fields.actual]).toEqual(['undo', baht * 100, null]);
      },
    ),
    { numRuns: 300 },
  );
});
