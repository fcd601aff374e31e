/** Everything that is wrong with a plan is named at once, and nothing that is only the consequence of it. */
import { describe, expect, it } from 'vitest';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { planWords } from '../../../src/text/plan-words.ts';
import { drafted } from './open.ts';
import { complaints, draft } from './read.ts';
import { ACTIVITIES, workbook } from './workbook.ts';

const A = { label: '1.', name: 'ก' };

describe('all at once', () => {
  it('names bad cells, orphans, duplicates and months of one file, row by row', () => {
    const rows = [
      { ...A, budget: -5 },
      { label: '2.1.1', name: 'ข' },
      { label: '3', name: 'ค' },
      { label: '3', name: 'ง' },
      { label: '4', name: 'จ', months: 'ต.ค. 60' },
    ];
    expect(complaints(draft(rows))).toEqual([
      'budget1 money-negative',
      'label2 parent-missing',
      'label4 duplicate',
      'months5 month-outside',
    ]);
  });

  it('names both days of the plan, whatever the fiscal year', () => {
    const days = { start: '30/2/2569', end: 'ไม่รู้' };
    expect(complaints(draft([A], days))).toEqual(['start date-unreadable', 'end date-unreadable']);
    expect(complaints(draft([A], { ...days, fiscalYear: 'ปีนี้' }))).toEqual([
      'fiscalYear year-unreadable',
      'start date-unreadable',
      'end date-unreadable',
    ]);
    expect(complaints(draft([A], { start: '1/9/2564', end: 'ไม่รู้' }))).toEqual(['end date-unreadable']);
  });

  it('names every mark, both numbers of a row, and too many levels beside all else', () => {
    const day = { day: '2021-01-01' };
    expect(complaints(draft([{ ...A, ticks: { 1: '?', 2: '✓', 3: '!' } }]))).toEqual([
      'month1-1 tick-unreadable',
      'month3-1 tick-unreadable',
    ]);
    expect(complaints(draft([{ label: day, code: day, name: 'ก' }]))).toEqual([
      'code1 number-became-date',
      'label1 number-became-date',
    ]);
    const chain = Array.from({ length: 11 }, (_, index) => ({
      label: String(index + 1),
      parent: index === 0 ? '-' : String(index),
      name: 'ก',
    }));
    expect(complaints(draft([...chain, { ...A, label: '12', budget: -1 }]))).toEqual([
      'parent11 too-deep',
      'budget12 money-negative',
    ]);
  });
});

describe('no complaint that follows from another', () => {
  it('takes a row that is bad otherwise for the parent of its children', () => {
    const rows = [
      { ...A, name: '', budget: 'x' },
      { label: '1.1', name: 'ข' },
      { label: '7', parent: '1.', name: 'ค' },
    ];
    expect(complaints(draft(rows))).toEqual(['name1 missing', 'budget1 money-unreadable']);
    expect(
      complaints(draft([{ label: '2.1', parent: { fault: 'error-value', text: '#REF!' }, name: 'ก' }])),
    ).toEqual(['parent1 error-value']);
  });

  it('excuses the children right beneath a number that cannot be read, and no other orphan', () => {
    const rows = [
      A,
      { label: { day: '2021-01-02' }, name: 'ข' },
      { label: '1.2.1', name: 'ค' },
      { label: '1.2.2', name: 'ง' },
      { label: '5.1', name: 'จ' },
    ];
    expect(complaints(draft(rows))).toEqual(['label2 number-became-date', 'label5 parent-missing']);
  });

  it('does not take numbers that count on from an unreadable one for duplicates', () => {
    const rows = [
      A,
      { label: '1)', name: 'ข' },
      { label: '2)', name: 'ค' },
      { label: 'สอง', name: 'ง' },
      { label: '1)', name: 'จ' },
      { label: '2)', name: 'ฉ' },
      { label: '3.', name: 'ช' },
      { label: '3.', name: 'ซ' },
    ];
    expect(complaints(draft(rows))).toEqual(['label4 number-unreadable', 'label8 duplicate']);
  });
});

describe('the hint that 1.10 was meant', () => {
  it('is given for a number cell alone, and only where a nought can have been lost', async () => {
    const bytes = await workbook((sheet) => {
      for (const label of [1, 1.1, 1.1, 3, 3, 1.25, 1.25]) sheet.addRow([label, 'ก']);
      for (const label of ['1.2', '1.2']) sheet.addRow([label, 'ข']);
    });
    expect(complaints(await drafted(bytes))).toEqual([
      `${ACTIVITIES}!A4 duplicate-decimal`,
      `${ACTIVITIES}!A6 duplicate`,
      `${ACTIVITIES}!A8 duplicate`,
      `${ACTIVITIES}!A10 duplicate`,
    ]);
  });

  it('is not given for JSON', () => {
    const activities = ['1', 1.1, 1.1].map((code) => ({ code, name: 'ก' }));
    const plan = { office: { name: 'ก' }, fiscalYearBE: 2564, title: 'แผน', activities };
    const file = readPlanJson(Buffer.from(JSON.stringify(plan)));
    expect(file.ok && complaints(draftPlan(file.raw, planWords))).toEqual(['activities[2].code duplicate']);
  });
});
