/** Months and marks as offices write them, within a fiscal year. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalMonths, readMonths, readTicks } from '../../../src/plan-import/months.ts';
import type { RawValue } from '../../../src/plan-import/raw.ts';
import { longMonth, shortMonth, thaiDigits } from '../../../src/text/format.ts';
import { planWords } from '../../../src/text/plan-words.ts';

function months(value: RawValue, fiscalYear = 2564): string {
  const read = readMonths({ at: 'A1', value }, fiscalYear, planWords);
  return read.ok ? read.months.join(' ') : read.problem.reason;
}

describe('months in words', () => {
  it.each([
    ['ม.ค. 64', '2021-01'],
    ['มค64', '2021-01'],
    ['ม.ค.64, ก.พ. 64', '2021-01 2021-02'],
    ['มกราคม 2564', '2021-01'],
    ['เดือนมกราคม พ.ศ. 2564', '2021-01'],
    ['ต.ค.', '2020-10'],
    ['ต.ค. 63 - ก.ย. 64', fiscalMonths(2564).join(' ')],
    ['เม.ย.-มิ.ย. 64', '2021-04 2021-05 2021-06'],
    ['เมษายน ถึง มิถุนายน ๒๕๖๔', '2021-04 2021-05 2021-06'],
    ['ม.ค. – มี.ค. 64 และ ก.ค. 64', '2021-01 2021-02 2021-03 2021-07'],
    ['Jan 2021', '2021-01'],
    ['Apr-Jun 21', '2021-04 2021-05 2021-06'],
    ['sept. 2021', '2021-09'],
    ['2021-04', '2021-04'],
    ['01/64', '2021-01'],
    ['15/1/2564', '2021-01'],
    ['15 ม.ค. 64', '2021-01'],
    ['1-15 ก.พ. 2564', '2021-02'],
    ['ไตรมาส 2', '2021-01 2021-02 2021-03'],
    ['ไตรมาสที่ ๑', '2020-10 2020-11 2020-12'],
    ['Q3-Q4', '2021-04 2021-05 2021-06 2021-07 2021-08 2021-09'],
    ['ตลอดปีงบประมาณ', fiscalMonths(2564).join(' ')],
    ['-', ''],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(months(text)).toBe(expected);
  });

  it.each([
    ['ต.ค. 64', 'month-outside'],
    ['ม.ค. 63', 'month-outside'],
    ['Jan 2020', 'month-outside'],
    ['2022-01', 'month-outside'],
    ['ก.ย. - ต.ค.', 'months-backwards'],
    ['เร็ว ๆ นี้', 'month-unreadable'],
    ['ม.ค. 64 -', 'month-unreadable'],
    ['- ม.ค. 64', 'month-unreadable'],
    ['13/64', 'month-unreadable'],
    ['เดือน', 'month-unreadable'],
  ])('%s is refused', (text, reason) => {
    expect(months(text)).toBe(reason);
  });

  it('reads what Excel makes of a month that was typed', () => {
    expect(months({ day: '2021-01-01' })).toBe('2021-01');
    expect(months({ day: '1964-01-01' })).toBe('2021-01');
    expect(months({ day: '2564-01-01' })).toBe('2021-01');
    expect(months({ day: '2020-01-01' })).toBe('month-outside');
    expect(months(44_197)).toBe('month-unreadable');
    expect(months({ fault: 'error-value', text: '#REF!' })).toBe('error-value');
  });

  it('reads back every set of months however it was written', () => {
    const writings = [
      shortMonth,
      longMonth,
      (month: string) => thaiDigits(shortMonth(month)),
      (month: string) => shortMonth(month, 'en'),
    ];
    const sets = fc.integer({ min: 2545, max: 2599 }).chain((fiscalYear) =>
      fc.record({
        fiscalYear: fc.constant(fiscalYear),
        chosen: fc.subarray(fiscalMonths(fiscalYear), { minLength: 1 }),
        writing: fc.constantFrom(...writings),
        between: fc.constantFrom(', ', ' ', '\n', ' และ ', ' / '),
      }),
    );
    fc.assert(
      fc.property(sets, ({ fiscalYear, chosen, writing, between }) => {
        const text = chosen.map((month) => writing(month)).join(between);
        expect(months(text, fiscalYear)).toBe(chosen.join(' '));
      }),
    );
  });

  it('fills every span', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.nat(11), (a, b) => {
        const all = fiscalMonths(2564);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const text = `${shortMonth(all[from]!)} - ${shortMonth(all[to]!)}`;
        expect(months(text)).toBe(all.slice(from, to + 1).join(' '));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'มค.กพ0123456789-/ ถึง,'.split('')) }), (text) => {
        expect(typeof months(text)).toBe('string');
      }),
    );
  });
});

describe('marks under months', () => {
  const ticks = (marks: Record<number, RawValue>, year: number | null = null): string => {
    const cells = Object.entries(marks).map(([month, value]) => ({
      month: Number(month),
      year,
      cell: { at: `M${month}`, value },
    }));
    const read = readTicks(cells, 2564, planWords);
    return [...read.months, ...read.problems.map(({ at, reason }) => `${at} ${reason}`)].join(' ');
  };

  it.each(['✓', '✔', 'x', 'X', '/', '1', '๑', 1, true, '←→', '<-->', '●', 'ü', ' ใช่ '])(
    '%s is a tick',
    (mark) => {
      expect(ticks({ 4: mark })).toBe('2021-04');
    },
  );

  it.each(['-', '', ' ', 0, false, '0', null])('%s is none', (mark) => {
    expect(ticks({ 4: mark })).toBe('');
  });

  it('fills an arrow drawn over several months', () => {
    expect(ticks({ 1: '←', 2: '-', 3: '→' })).toBe('2021-01 2021-02 2021-03');
  });

  it('names the cell of a mark it does not understand', () => {
    expect(ticks({ 4: '✓', 5: 'ครับ', 6: '?' })).toBe('2021-04 M5 tick-unreadable M6 tick-unreadable');
    expect(ticks({ 5: 30_000 })).toBe('M5 tick-unreadable');
    expect(ticks({ 5: { fault: 'error-value', text: '#N/A' } })).toBe('M5 error-value');
  });

  it('refuses a tick under a month of another year', () => {
    expect(ticks({ 4: '✓' }, 64)).toBe('2021-04');
    expect(ticks({ 4: '✓' }, 65)).toBe('M4 month-outside');
  });
});
