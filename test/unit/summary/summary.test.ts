/** What owners, managers and groups are told each month, and when. */
import { describe, expect, it } from 'vitest';
import type { ActivityState } from '../../../src/domain/activity.ts';
import { calendarOf } from '../../../src/domain/calendar.ts';
import { momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import { satangFromBaht } from '../../../src/domain/money.ts';
import {
  figuresOf,
  groupSummary,
  managerSummary,
  ownerSummary,
  SUMMARY_SETTINGS,
  type SummaryInput,
  summaryMonth,
} from '../../../src/domain/summary.ts';
import { foldUpdates } from '../../../src/domain/update.ts';
import { texts } from '../../../src/text/index.ts';
import { ACTS, samplePlan, updateOf } from '../reminders/world.ts';

function statesAt(day: string): Record<string, ActivityState> {
  const updates = ACTS.filter((act) => act[0] < day).map((act, index) => updateOf(act, index + 1));
  return Object.fromEntries(
    [...Map.groupBy(updates, (update) => update.activity)].map(([code, own]) => [code, foldUpdates(own)]),
  );
}

const march: SummaryInput = {
  plan: samplePlan(),
  month: '2021-03',
  day: '2021-04-01',
  states: statesAt('2021-04-01'),
  before: statesAt('2021-03-01'),
};

describe('when', () => {
  const at = (when: string): string | null =>
    summaryMonth(
      calendarOf(),
      SUMMARY_SETTINGS,
      march.plan.period,
      momentInBangkok(when.slice(0, 10), when.slice(11)),
    );

  it.each([
    ['2021-04-01T09:00', '2021-03'],
    ['2021-04-01T08:59', null],
    ['2021-04-02T08:00', '2021-03'],
    // Five working days: the 6th is Chakri Day.
    ['2021-04-08T10:00', '2021-03'],
    ['2021-04-09T10:00', null],
    ['2021-05-01T09:00', null],
    ['2021-05-02T09:00', null],
    ['2021-05-03T09:00', '2021-04'],
    ['2021-05-04T09:00', null],
    ['2021-01-01T09:00', null],
    ['2021-01-04T09:00', '2020-12'],
    ['2021-04-01T18:00', null],
    ['2020-10-01T09:00', null],
    ['2020-11-02T09:00', '2020-10'],
    ['2021-10-01T09:00', '2021-09'],
    ['2021-11-01T09:00', null],
  ])('at %s: %s', (when, month) => {
    expect(at(when)).toBe(month);
  });
});

describe('managers', () => {
  it('hear the figures of the month beside those of the month before', () => {
    const { now, before } = managerSummary(march);
    expect(now).toEqual({
      counts: { not_started: 6, in_progress: 0, completed: 5, cancelled: 0 },
      total: 11,
      overdue: 1,
      unreported: 1,
      budget: satangFromBaht(200_000),
      spent: satangFromBaht(57_500),
    });
    expect(before).toEqual({
      counts: { not_started: 7, in_progress: 3, completed: 1, cancelled: 0 },
      total: 11,
      overdue: 2,
      unreported: 2,
      budget: satangFromBaht(200_000),
      spent: satangFromBaht(11_000),
    });
    expect(texts('th').reminders.summary.gist(now)).toBe('เสร็จ 5 จาก 11 กิจกรรม เลยกำหนด 1');
  });

  it('hear what is late and what was not reported', () => {
    const summary = managerSummary(march);
    expect(summary.late.map(({ code, due }) => [code, due])).toEqual([['5', '2021-03-31']]);
    expect(summary.notReported.map(({ code }) => code)).toEqual(['5']);
  });

  it('are compared with nothing in the first month', () => {
    expect(managerSummary({ ...march, before: null }).before).toBeNull();
  });
});

describe('owners', () => {
  it('hear of their own work: all of it, what changed, what is next', () => {
    const summary = ownerSummary(march, ['1.1.3', '4', '5', '3', '1.3']);
    expect(summary?.rows.map(({ code }) => code)).toEqual(['1.1.3', '1.3.1', '1.3.2', '3', '4', '5']);
    // 1.1.3 and 4
    expect(summary?.changed).toBe(2);
    expect(summary?.next.map(({ code, overdue }) => [code, overdue])).toEqual([
      ['5', true],
      ['3', false],
    ]);
  });

  it('hear nothing in a month when nothing changed and nothing is at work', () => {
    expect(ownerSummary(march, ['1.3.1'])).toBeNull();
    expect(ownerSummary({ ...march, day: '2021-05-03' }, ['1.3.1'])).not.toBeNull();
  });
});

describe('groups', () => {
  it('get figures and nobody’s work by name', () => {
    expect(Object.keys(groupSummary(march)).toSorted()).toEqual(['before', 'month', 'now']);
  });
});

describe('figures', () => {
  it('of parts add up to the whole', () => {
    const whole = figuresOf(march);
    const parts = march.plan.activities
      .filter(({ leaf }) => leaf)
      .map(({ code }) => figuresOf(march, new Set([code])));
    const sum = (read: (figures: typeof whole) => number): number =>
      parts.reduce((total, part) => total + read(part), 0);
    expect(sum((it) => it.total)).toBe(whole.total);
    expect(sum((it) => it.budget)).toBe(whole.budget);
    expect(sum((it) => it.spent)).toBe(whole.spent);
    expect(sum((it) => it.overdue)).toBe(whole.overdue);
    expect(sum((it) => it.counts.completed)).toBe(whole.counts.completed);
  });
});
