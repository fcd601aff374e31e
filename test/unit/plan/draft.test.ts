/** From typed rows to a plan, or to the list of what is wrong. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import type { RawValue } from '../../../src/plan-import/raw.ts';
import { moneyByNode } from '../../../src/domain/budget.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { planWords } from '../../../src/text/plan-words.ts';
import { complaints, draft, goodDraft, typedPlan } from './read.ts';

const A = { label: '1.', name: 'ก' };

describe('the tree', () => {
  it('reads the real plan', () => {
    const read = readPlanJson(readFileSync('samples/plan-2564.json'));
    const outcome = read.ok && draftPlan(read.raw, planWords);
    if (!outcome || !outcome.ok) throw new Error('refused');
    const { plan, notes } = outcome;
    expect(notes).toEqual([]);
    expect(plan.activities).toHaveLength(16);
    expect(plan.activities.filter(({ leaf }) => leaf)).toHaveLength(11);
    expect(moneyByNode(plan.activities, () => null).get('1')?.budget).toBe(10_000_000);
  });

  it('infers parents from codes and puts children after their parents', () => {
    const outcome = draft([{ label: '2.', name: 'ข' }, { label: '1.1', name: 'ก1' }, A]);
    if (!outcome.ok) throw new Error('refused');
    expect(
      outcome.plan.activities.map(({ code, parent, order, level, leaf }) => [
        code,
        parent,
        order,
        level,
        leaf,
      ]),
    ).toEqual([
      ['2', null, 0, 0, true],
      ['1', null, 1, 0, false],
      ['1.1', '1', 2, 1, true],
    ]);
    expect(outcome.notes.map(({ reason }) => reason)).toContain('order-changed');
  });

  it('obeys the parent that is named, by code or by printed number', () => {
    const rows = [
      A,
      { label: '1.1 1)', parent: '1.', name: 'ข' },
      { label: '7', parent: '1.1.1', name: 'ค' },
      { label: '9.9', parent: '-', name: 'ง' },
    ];
    expect(goodDraft(rows).activities.map(({ code, parent }) => [code, parent])).toEqual([
      ['1', null],
      ['1.1.1', '1'],
      ['7', '1.1.1'],
      ['9.9', null],
    ]);
  });

  it('completes numbers that stand in brackets, however deep', () => {
    const rows = [A, { label: '1.1', name: 'ข' }, { label: '๑)', name: 'ค' }, { label: '(ก)', name: 'ง' }];
    expect(goodDraft(rows).activities.map(({ code, label }) => [code, label])).toEqual([
      ['1', '1.'],
      ['1.1', '1.1'],
      ['1.1.1', '1.1 ๑)'],
      ['1.1.1.1', '1.1 ๑) (ก)'],
    ]);
    expect(goodDraft([{ label: '1)', name: 'ก' }]).activities[0]?.label).toBe('1)');
  });

  it('names orphans, duplicates, strangers and circles', () => {
    expect(complaints(draft([A, { label: '2.1', name: 'ข' }]))).toEqual(['label2 parent-missing']);
    expect(complaints(draft([A, { label: '1', name: 'ข' }]))).toEqual(['label2 duplicate']);
    expect(complaints(draft([{ ...A, parent: '8' }]))).toEqual(['parent1 parent-unknown']);
    expect(
      complaints(
        draft([
          { ...A, parent: '2' },
          { label: '2', parent: '3', name: 'ข' },
          { label: '3', parent: '1', name: 'ค' },
        ]),
      ),
    ).toEqual(['parent1 cycle', 'parent2 cycle', 'parent3 cycle']);
    expect(complaints(draft([{ ...A, parent: '1' }]))).toEqual(['parent1 cycle']);
  });

  it('does not blame the children of a row that cannot be read', () => {
    expect(
      complaints(
        draft([
          { label: '1.', name: '' },
          { label: '1.1', name: 'ก' },
        ]),
      ),
    ).toEqual(['name1 missing']);
  });

  it('gives any tree consecutive orders, parents before children, and levels by parents', () => {
    const trees = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }).map((picks) => {
      const codes: string[] = [];
      for (const [index, pick] of picks.entries()) {
        const parent = codes[pick % (codes.length + 1)];
        codes.push(parent && parent.split('.').length < 9 ? `${parent}.${index}` : `${index}`);
      }
      return codes;
    });
    fc.assert(
      fc.property(trees, fc.integer(), (codes, seed) => {
        const shuffled = [...codes].sort(
          (a, b) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7),
        );
        const { activities } = goodDraft(shuffled.map((code) => ({ code, name: code })));
        expect(activities).toHaveLength(codes.length);
        const seen = new Map<string, number>();
        for (const [index, { code, parent, order, level, leaf }] of activities.entries()) {
          expect(order).toBe(index);
          expect(level).toBe(parent === null ? 0 : seen.get(parent)! + 1);
          expect(leaf).toBe(!codes.some((other) => other.startsWith(`${code}.`)));
          seen.set(code, level);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('cells', () => {
  it.each<[RawValue, number | null]>([
    [30_000, 3_000_000],
    ['30,000', 3_000_000],
    ['๓๐,๐๐๐ บาท', 3_000_000],
    ['30,000.-', 3_000_000],
    ['฿1,234.50', 123_450],
    ['1.5 ล้านบาท', 150_000_000],
    ['-', null],
    [null, null],
    ['ไม่ใช้งบประมาณ', 0],
    [0.1 + 0.2, 30],
  ])('budget %s', (budget, satang) => {
    expect(goodDraft([{ ...A, budget }]).activities[0]?.budget).toBe(satang);
  });

  it.each<[RawValue, string]>([
    ['-5', 'money-negative'],
    [-5, 'money-negative'],
    ['(5,000)', 'money-negative'],
    ['1e9', 'money-unreadable'],
    ['3,00', 'money-unreadable'],
    ['30,000/ครั้ง', 'money-unreadable'],
    [true, 'money-unreadable'],
    [Number.NaN, 'money-unreadable'],
    [1e12, 'money-too-large'],
    [{ fault: 'formula-empty', text: '=A1' }, 'formula-empty'],
    [{ day: '2021-01-01' }, 'money-unreadable'],
  ])('budget %s is refused', (budget, reason) => {
    expect(complaints(draft([{ ...A, budget }]))).toEqual([`budget1 ${reason}`]);
  });

  it('reads back every sum that is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (satang) => {
        const text = (satang / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });
        expect(goodDraft([{ ...A, budget: text }]).activities[0]?.budget).toBe(satang);
        expect(goodDraft([{ ...A, budget: satang / 100 }]).activities[0]?.budget).toBe(satang);
      }),
    );
  });

  it('takes target and unit out of one cell, and refuses what is not one number', () => {
    expect(goodDraft([{ ...A, target: 'ร้อยละ 85' }]).activities[0]).toMatchObject({
      target: 85,
      unit: 'ร้อยละ',
    });
    expect(goodDraft([{ ...A, target: '90 คน', unit: 'ราย' }]).activities[0]).toMatchObject({
      target: 90,
      unit: 'ราย',
    });
    expect(complaints(draft([{ ...A, target: '80-90' }]))).toEqual(['target1 target-unreadable']);
    expect(complaints(draft([{ ...A, target: -1 }]))).toEqual(['target1 target-out-of-range']);
  });

  it('tidies text and limits its length', () => {
    expect(goodDraft([{ ...A, name: '  กิจกรรม\n ท\u0e4d\u0e32\u200b  ดี ' }]).activities[0]?.name).toBe(
      'กิจกรรม ทำ ดี',
    );
    const turned = '\u202eกิจ\u202aกรรม\u202c\u2066 ดี\u2069\u200f\u061c';
    expect(goodDraft([{ ...A, name: turned }], { title: turned })).toMatchObject({
      title: 'กิจกรรม ดี',
      activities: [{ name: 'กิจกรรม ดี' }],
    });
    expect(complaints(draft([{ ...A, name: 'ก'.repeat(501) }]))).toEqual(['name1 text-too-long']);
    expect(complaints(draft([{ ...A, name: { day: '2021-01-01' } }]))).toEqual(['name1 not-text']);
  });

  it('explains a number that became a date', () => {
    expect(complaints(draft([{ label: { day: '2021-01-01' }, name: 'ก' }]))).toEqual([
      'label1 number-became-date',
    ]);
    expect(complaints(draft([{ label: 'หนึ่ง', name: 'ก' }]))).toEqual(['label1 number-unreadable']);
    expect(complaints(draft([{ name: 'ก' }]))).toEqual(['label1 missing']);
  });

  it('names all that is wrong at once, in the order of the file', () => {
    const outcome = draft(
      [
        { ...A, budget: 'x', months: 'y' },
        { label: '2.', name: '' },
      ],
      { fiscalYear: null },
    );
    expect(complaints(outcome)).toEqual([
      'fiscalYear missing',
      'months1 month-unreadable',
      'budget1 money-unreadable',
      'name2 missing',
    ]);
  });
});

describe('the whole', () => {
  it('compares what a parent says with what its leaves add up to', () => {
    const outcome = draft([
      { ...A, budget: 100 },
      { label: '1.1', name: 'ข', budget: 30 },
      { label: '1.2', name: 'ค', budget: 50 },
    ]);
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.notes[0]).toMatchObject({
      at: 'budget1',
      reason: 'budget-differs',
      value: '10000',
      more: '8000',
    });
  });

  it('skips a row of totals, and says when it does not add up', () => {
    const outcome = draft([
      { ...A, budget: 100 },
      { name: 'รวมทั้งสิ้น', budget: 90 },
    ]);
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.plan.activities).toHaveLength(1);
    expect(outcome.notes.map(({ reason }) => reason)).toEqual([
      'total-skipped',
      'total-differs',
      'leaf-without-months',
    ]);
  });

  it('skips empty rows, and refuses a plan of nothing or of far too much', () => {
    expect(goodDraft([{}, A, { name: ' ' }, {}]).activities).toHaveLength(1);
    expect(complaints(draft([]))).toEqual(['rows no-rows']);
    const many = Array.from({ length: 5001 }, (_, index) => ({ label: String(index + 1), name: 'ก' }));
    expect(complaints(draft(many))).toEqual(['rows too-many-rows']);
    expect(goodDraft(many.slice(0, 1000)).activities).toHaveLength(1000);
  });

  it('reads fiscal years and periods in both eras', () => {
    for (const year of [2564, '๒๕๖๔', 'พ.ศ. 2564', '64', 2021])
      expect(goodDraft([A], { fiscalYear: year }).fiscalYear).toBe(2564);
    expect(goodDraft([A], { start: '1/1/2564' }).period).toEqual({ start: '2021-01-01', end: '2021-09-30' });
    expect(complaints(draft([A], { fiscalYear: 'ปีนี้' }))).toEqual(['fiscalYear year-unreadable']);
    expect(complaints(draft([A], { start: '31/2/2564' }))).toEqual(['start date-unreadable']);
    expect(complaints(draft([A], { start: '1/10/2564' }))).toEqual(['start period-outside']);
    expect(complaints(draft([A], { start: '1/9/2564', end: '1/8/2564' }))).toEqual(['end period-backwards']);
  });

  it('never throws, whatever is typed', () => {
    const value: fc.Arbitrary<RawValue> = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ day: '2021-02-30' }),
      fc.constantFrom('1.1', '1', '2)', 'ก.', '-', '✓', 'ม.ค. 64', 'รวม'),
    );
    const row = fc.record(
      {
        label: value,
        code: value,
        parent: value,
        name: value,
        target: value,
        budget: value,
        months: value,
        owner: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const outcome = draftPlan(typedPlan(rows), planWords);
        if (!outcome.ok) expect(outcome.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
