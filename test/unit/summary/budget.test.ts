/** Money over the tree of a plan: what a branch's own figure covers, what goes over, and that lists and the report agree. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Activity, type ActivityState, STATUSES } from '../../../src/domain/activity.ts';
import { hasBudget, moneyByNode } from '../../../src/domain/budget.ts';
import { buildReport } from '../../../src/domain/report.ts';
import { isFinished, statusOf } from '../../../src/domain/status.ts';
import { figuresOf } from '../../../src/domain/summary.ts';
import { foldUpdates, NO_STATE, type Update } from '../../../src/domain/update.ts';
import { planOf, seedActivities, updateOf } from '../report/sample.ts';

const node = (code: string, budget: number | null, leaf = true): Activity => ({
  ...seedActivities()[0]!,
  code,
  label: code,
  parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
  leaf,
  budget,
});
const money = (nodes: Activity[], spent: Record<string, number>, codes?: string[]) =>
  moneyByNode(nodes, (code) => spent[code] ?? null, codes && ((code) => codes.includes(code)));

describe('a leaf', () => {
  test('goes over its own figure only', () => {
    const all = money([node('1', 300), node('2', null), node('3', 0)], { '1': 350, '2': 500, '3': 1 });
    expect(all.get('1')).toEqual({ budget: 300, spent: 350, over: 50 });
    expect(all.get('2')).toEqual({ budget: 0, spent: 500, over: 0 });
    expect(all.get('3')).toEqual({ budget: 0, spent: 1, over: 1 });
    expect(all.get(null)).toEqual({ budget: 300, spent: 851, over: 51 });
  });
});

describe('a branch with a figure of its own', () => {
  const nodes = [node('1', 1000, false), node('1.1', null), node('1.2', 200)];

  test('covers what its leaves do not name', () => {
    expect(money(nodes, { '1.1': 700, '1.2': 100 }).get('1')).toEqual({ budget: 1000, spent: 800, over: 0 });
    expect(money(nodes, { '1.1': 1100 }).get(null)).toEqual({ budget: 1000, spent: 1100, over: 100 });
  });

  test('does not hide a leaf that went over', () => {
    expect(money(nodes, { '1.2': 250 }).get('1')).toMatchObject({ over: 50 });
  });

  test('counts only where all its leaves do', () => {
    expect(money(nodes, {}, ['1.2']).get(null)).toMatchObject({ budget: 200 });
    expect(money(nodes, {}, ['1.1', '1.2']).get(null)).toMatchObject({ budget: 1000 });
  });
});

test('the report, the summary and the lists come to the same sums', () => {
  const activities = seedActivities().map((one) =>
    one.code === '1'
      ? { ...one, budget: null }
      : one.code === '1.1'
        ? { ...one, budget: 50_000_00 }
        : one.code.startsWith('1.1.')
          ? { ...one, budget: null }
          : one,
  );
  const plan = planOf(activities);
  const updates = [updateOf('1.1.1', '2021-02-01T00:00:00Z', { spent: 4_000_00 })];
  const now = new Date('2021-03-01T00:00:00Z');
  const report = buildReport({
    office: { name: '', parentAgencies: [] },
    plan,
    half: 1,
    updates,
    evidence: [],
    now,
  });
  const states = { '1.1.1': foldUpdates(updates) };
  const figures = figuresOf({ plan, month: '2021-02', day: '2021-03-01', states, before: null });
  const all = moneyByNode(activities, (code) => (code === '1.1.1' ? 4_000_00 : null)).get(null)!;
  expect(all.budget).toBe(216_000_00);
  expect([figures.budget, report.totals.budget]).toEqual([all.budget, all.budget]);
  expect([figures.spent, report.totals.spent]).toEqual([all.spent, all.spent]);
  expect(report.rows.find(({ code }) => code === '1')?.budget).toBe(116_000_00);
  expect(figures.counts).toEqual(report.totals.byStatus);
  expect(figures.counts.in_progress).toBe(1);
});

describe('the status', () => {
  const state = (said: Partial<ActivityState>): ActivityState => ({ ...NO_STATE, ...said });

  test('follows from what was reported where none was said', () => {
    expect(statusOf(undefined)).toBe('not_started');
    expect(statusOf(state({ seq: 3 }))).toBe('not_started');
    expect(statusOf(state({ spent: 0 }))).toBe('in_progress');
    expect(statusOf(state({ evidence: ['e1'] }))).toBe('in_progress');
    expect(statusOf(state({ status: 'not_started', spent: 500_00 }))).toBe('not_started');
    expect(STATUSES.filter(isFinished)).toEqual(['completed', 'cancelled']);
  });

  test('is the report’s, whatever was reported and taken back', () => {
    const said = fc.record({
      status: fc.option(fc.constantFrom(...STATUSES)),
      spent: fc.option(fc.nat(1000)),
      voided: fc.boolean(),
    });
    const plan = planOf(seedActivities());
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (all) => {
        const by = { member: 'm', name: '', position: '' };
        const updates = all.map(({ voided, ...fields }, at): Update =>
          updateOf('2', `2021-02-0${at + 1}T00:00:00Z`, fields, {
            seq: at + 1,
            voided: voided ? { at: new Date('2021-02-20T00:00:00Z'), by } : null,
          }),
        );
        const now = new Date('2021-03-01T00:00:00Z');
        const report = buildReport({
          office: { name: '', parentAgencies: [] },
          plan,
          half: 1,
          updates,
          evidence: [],
          now,
        });
        expect(report.rows.find(({ code }) => code === '2')?.status).toBe(statusOf(foldUpdates(updates)));
      }),
    );
  });
});

test('an activity has money where the plan gives some to it or above it', () => {
  const place = (code: string, parent: string | null, budget: number | null) => ({
    code,
    parent,
    budget,
    leaf: code !== '1',
  });
  const plan = [place('1', null, 500), place('1.1', '1', null), place('2', null, 0), place('3', null, 7)];
  expect(['1.1', '2', '3', '9'].map((code) => hasBudget(plan, code))).toEqual([true, false, true, false]);
});
