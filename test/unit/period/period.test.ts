import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, halfPeriod } from '../../../src/domain/fiscal-year.ts';
import {
  type Closing,
  halfAt,
  halfOfReport,
  halfToClose,
  holds,
  isLate,
  isLateFor,
  gapsIn,
  missingIn,
  newestVersion,
} from '../../../src/domain/period.ts';
import { activityOf, modelOf, planOf, updateOf } from '../report/sample.ts';

const YEAR = 2564;
const half = fc.constantFrom(1 as const, 2 as const);
const day = fc.integer({ min: -30, max: 420 }).map((days) => addDays('2020-10-01', days));
const place = { activity: '1', seq: 3 };

function closing(change: Partial<Closing> = {}): Closing {
  return {
    half: 1,
    version: 1,
    closedAt: new Date('2021-04-02T03:00:00Z'),
    closedBy: { member: 'm', name: 'ก' },
    hash: '0',
    seen: [{ activity: '1', seq: 3 }],
    ...change,
  };
}

describe('lateness', () => {
  it('of an open half begins the day after its last one', () => {
    fc.assert(
      fc.property(half, day, (one, at) => {
        expect(isLateFor(YEAR, one, at, place, [])).toBe(at > halfPeriod(YEAR, one).end);
      }),
    );
    expect(isLateFor(YEAR, 1, '2021-03-31', place, [])).toBe(false);
    expect(isLateFor(YEAR, 1, '2021-04-01', place, [])).toBe(true);
  });

  it('of a closed half begins with the first statement its first version did not hold', () => {
    const closings = [closing(), closing({ version: 2, seen: [{ activity: '1', seq: 9 }] })];
    expect(isLateFor(YEAR, 1, '2021-03-20', { activity: '1', seq: 3 }, closings)).toBe(false);
    expect(isLateFor(YEAR, 1, '2021-03-20', { activity: '1', seq: 4 }, closings)).toBe(true);
    expect(isLateFor(YEAR, 1, '2021-03-20', { activity: '2', seq: 1 }, closings)).toBe(true);
    expect(isLateFor(YEAR, 2, '2021-03-20', { activity: '2', seq: 1 }, closings)).toBe(false);
  });

  it('is judged by the half the activity is due in, or the one that runs if that is earlier', () => {
    expect(halfOfReport(YEAR, '2021-03-31', '2021-05-01')).toBe(1);
    expect(halfOfReport(YEAR, '2021-04-30', '2021-05-01')).toBe(2);
    expect(halfOfReport(YEAR, '2021-04-30', '2021-03-01')).toBe(1);
    expect(isLate(YEAR, '2021-03-31', '2021-04-01', place, [])).toBe(true);
    expect(isLate(YEAR, '2021-04-30', '2021-04-01', place, [closing()])).toBe(false);
    expect(isLate(YEAR, '2021-04-30', '2021-03-30', { activity: '1', seq: 4 }, [closing()])).toBe(true);
    expect(isLate(YEAR, '2021-09-30', '2021-10-01', place, [])).toBe(true);
  });

  it('never leaves a statement that a version holds', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (seen, seq) => {
        expect(holds(closing({ seen: [{ activity: 'a', seq: seen }] }), { activity: 'a', seq })).toBe(
          seq <= seen,
        );
      }),
    );
  });
});

describe('the half that is to be closed', () => {
  it.each([
    ['2020-09-01', [], 1],
    ['2021-02-15', [], 1],
    ['2021-04-02', [], 1],
    // the second half runs: nothing is closed six months early
    ['2021-04-02', [closing()], 1],
    ['2021-10-05', [], 1],
    ['2021-10-05', [closing()], 2],
    ['2021-10-05', [closing(), closing({ half: 2 })], 2],
  ])('on %s after %j is %s', (today, closings, wanted) => {
    expect(halfToClose(YEAR, today, closings)).toBe(wanted);
  });

  it('is one whose days hold today, or that is over', () => {
    fc.assert(
      fc.property(day, (today) => {
        expect(halfToClose(YEAR, today, [])).toBeLessThanOrEqual(halfAt(YEAR, today));
      }),
    );
  });

  it('has its newest version by number', () => {
    const versions = [closing({ version: 2 }), closing({ version: 10 }), closing({ half: 2, version: 11 })];
    expect(newestVersion(versions, 1)?.version).toBe(10);
    expect(newestVersion([], 1)).toBeNull();
  });
});

describe('what is missing before closing', () => {
  it('is told of leaves alone, each under its reason', () => {
    const plan = planOf([
      activityOf('1', { leaf: false, budget: 100_00 }),
      activityOf('1.1', { parent: '1', order: 1, budget: 100_00, unit: 'คน', target: 30 }),
      activityOf('1.2', { parent: '1', order: 2 }),
      activityOf('2', { order: 3, budget: 50_00, unit: 'คน' }),
      activityOf('3', { order: 4 }),
      activityOf('4', { order: 5 }),
    ]);
    const updates = [
      updateOf('1.1', '2021-02-01T00:00:00Z', { status: 'completed', result: 'แล้ว', spent: 100_00 }),
      updateOf('1.2', '2021-02-01T00:00:00Z', { status: 'in_progress', result: '', spent: 1 }),
      updateOf(
        '2',
        '2021-02-01T00:00:00Z',
        { status: 'completed', result: 'แล้ว', spent: 50_01, actual: { value: 30, unit: 'คน' } },
        { evidence: ['a'] },
      ),
      updateOf('3', '2021-02-01T00:00:00Z', { status: 'not_started' }),
    ];
    const evidence = [
      { id: 'a', name: '', mediaType: 'image/png', sha256: null, sentBy: null, sentAt: null, erased: false },
    ];
    const missing = missingIn(modelOf({ plan, updates, evidence }));
    const codes = Object.entries(missing).map(([kind, rows]) => [
      kind,
      rows.map(({ code }: { code: string }) => code),
    ]);
    expect(Object.fromEntries(codes)).toEqual({
      unreported: ['4'],
      withoutFigure: ['1.1'],
      withoutResult: ['1.2'],
      withoutSpent: [],
      overBudget: ['2'],
      withoutEvidence: ['1.1', '1.2'],
    });
  });

  it('is asked of each leaf by its kinds, and not of what is planned for later', () => {
    const plan = planOf([
      activityOf('1', { budget: 100_00, months: ['2021-02'], target: 30 }),
      activityOf('2', { order: 1, months: ['2021-03'] }),
      activityOf('3', { order: 2, months: ['2021-06'] }),
      activityOf('4', { order: 3, months: ['2021-03'] }),
    ]);
    const updates = [
      updateOf('1', '2021-02-01T00:00:00Z', { status: 'in_progress' }),
      updateOf('4', '2021-02-01T00:00:00Z', { status: 'not_started' }),
    ];
    const model = modelOf({ plan, updates });
    const gaps = gapsIn(model, missingIn(model));
    expect(gaps.map(({ row, lacks }) => [row.code, lacks])).toEqual([
      ['1', ['figure', 'result', 'spent', 'evidence']],
      ['2', ['report']],
    ]);
  });
});
