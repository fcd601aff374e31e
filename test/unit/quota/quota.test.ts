/** Which messages are pushed, ride free, or are held back, under any quota. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import {
  decidePushes,
  type Planned,
  QUOTA_SETTINGS,
  type QuotaInput,
  rankOfDigest,
  RANKS,
  rankOrder,
  ridesFree,
  type Wanted,
} from '../../../src/domain/quota.ts';
import { forecastMonth, type ForecastInput } from '../../../src/domain/quota-forecast.ts';
import { decideReminders } from '../../../src/domain/reminder.ts';
import { MEMBERS, reminderInput, reported } from '../reminders/world.ts';

const NOW = momentInBangkok('2021-03-15', '08:30');

const BASE = { limit: 300, used: 0, planned: [], settings: QUOTA_SETTINGS, now: NOW };

function want(key: string, rank: Wanted['rank'], change: Partial<Wanted> = {}): Wanted {
  return { key, rank, cost: 1, wroteDays: 0, ...change };
}

function decide(wanted: Wanted[], change: Partial<QuotaInput> = {}): string[] {
  return decidePushes({ ...BASE, wanted, ...change }).map(({ key, decision }) => `${key} ${decision}`);
}

describe('the order of dropping', () => {
  it('keeps first reminders of overdue work longest and asks about silent months last', () => {
    const wanted = RANKS.map((rank) => want(rank, rank)).toReversed();
    for (let limit = 0; limit <= RANKS.length; limit += 1) {
      const pushed = decidePushes({ limit, used: 0, planned: [], wanted, settings: QUOTA_SETTINGS, now: NOW })
        .filter(({ decision }) => decision === 'push')
        .map(({ rank }) => rank);
      expect(pushed.toReversed()).toEqual(RANKS.slice(0, limit));
    }
    expect(rankOrder('overdue-first')).toBe(0);
    expect(RANKS.at(-1)).toBe('no-report-this-month');
    expect(rankOrder('due-7')).toBeGreaterThan(rankOrder('due-3'));
  });

  it('leaves room for what matters more and is still to come this month', () => {
    const planned: Planned[] = [
      { rank: 'overdue-first', cost: 6 },
      { rank: 'summary-manager', cost: 2 },
      { rank: 'no-report-this-month', cost: 50 },
    ];
    const wanted = [want('a', 'overdue-again'), want('b', 'due-3'), want('c', 'due-7')];
    expect(decide(wanted, { limit: 10, planned })).toEqual(['a push', 'b push', 'c held']);
    expect(decide(wanted, { limit: 7, planned })).toEqual(['a push', 'b held', 'c held']);
    expect(decide(wanted, { limit: 6, planned })).toEqual(['a held', 'b held', 'c held']);
  });

  it('says how many messages are missing', () => {
    const [held] = decidePushes({
      ...BASE,
      limit: 20,
      used: 5,
      wanted: [want('group', 'summary-group', { cost: 30, wroteDays: null })],
    });
    expect(held).toEqual({ key: 'group', rank: 'summary-group', decision: 'held', cost: 0, short: 15 });
  });

  it('lets a smaller message through where a group is too dear', () => {
    const wanted = [
      want('group', 'summary-group', { cost: 30, wroteDays: null }),
      want('a', 'no-report-this-month'),
    ];
    expect(decide(wanted, { limit: 20 })).toEqual(['group held', 'a push']);
  });

  it('pushes everything where the plan has no limit', () => {
    expect(
      decide([want('a', 'due-7'), want('b', 'summary-group', { cost: 900 })], { limit: null, used: 99_999 }),
    ).toEqual(['a push', 'b push']);
  });
});

describe('free rides', () => {
  it('waits for a daily writer until three in the afternoon, whatever it is', () => {
    const [decision] = decidePushes({
      ...BASE,
      limit: 300,
      used: 0,
      wanted: [want('a', 'overdue-first', { wroteDays: 9 })],
    });
    expect(decision).toMatchObject({
      decision: 'ride',
      cost: 0,
      until: momentInBangkok('2021-03-15', '15:00'),
    });
    expect(
      decide([want('a', 'overdue-first', { wroteDays: 9 })], { now: momentInBangkok('2021-03-15', '15:00') }),
    ).toEqual(['a push']);
  });

  it('lets patient reminders wait for a regular writer, urgent ones not', () => {
    expect(decide([want('a', 'due-7', { wroteDays: 3 }), want('b', 'due-3', { wroteDays: 3 })])).toEqual([
      'a ride',
      'b push',
    ]);
    expect(decide([want('a', 'due-7', { wroteDays: 2 })])).toEqual(['a push']);
  });

  it('pushes nothing to who is on leave, nor holds it back for want of quota', () => {
    const wanted = [want('a', 'overdue-first', { onLeave: true })];
    for (const limit of [null, 0, 300])
      expect(decidePushes({ ...BASE, limit, used: 0, wanted })).toEqual([
        { key: 'a', rank: 'overdue-first', decision: 'ride', cost: 0, until: null },
      ]);
  });

  it('never waits for a group', () => {
    expect(ridesFree('due-7', null, QUOTA_SETTINGS)).toBe(false);
  });
});

describe('the rank of a digest', () => {
  it('is that of its most important item', () => {
    const digests = decideReminders(
      reminderInput('2021-03-22T08:30', { members: MEMBERS.filter(({ id }) => id === 'o2') }),
    );
    expect(digests[0]?.items.map(({ reason }) => reason)).toEqual(['overdue', 'due-7']);
    expect(rankOfDigest(digests[0]!)).toBe('overdue-first');
  });
});

describe('the forecast of a month', () => {
  const input = (when: string, change: Partial<ForecastInput> = {}): ForecastInput => ({
    reminders: reminderInput(when, { members: MEMBERS.filter(({ id }) => id === 'o1') }),
    wroteDays: {},
    quota: QUOTA_SETTINGS,
    summaries: { owners: [], managers: [], groupSizes: [] },
    ...change,
  });
  const days = (forecast: ForecastInput): string[] =>
    forecastMonth(forecast).map(({ day, rank }) => `${day} ${rank}`);

  it('foresees the reminders that follow today’s, if nobody reports', () => {
    const states = { '1.1.1': reported('2021-01-05', 'completed') };
    const reminders = reminderInput('2021-02-16T08:30', {
      members: MEMBERS.filter(({ id }) => id === 'o1'),
      states,
    });
    expect(days(input('', { reminders }))).toEqual([
      '2021-02-22 due-3',
      '2021-02-24 due-1',
      '2021-02-25 due-today',
    ]);
  });

  it('stops at the end of the month and starts with the summaries', () => {
    const summaries = { owners: ['o1'], managers: ['m1'], groupSizes: [30] };
    const pushes = forecastMonth(input('2021-10-01T07:00', { summaries }));
    expect(pushes.slice(0, 3)).toEqual([
      { day: '2021-10-01', member: 'm1', rank: 'summary-manager', cost: 1 },
      { day: '2021-10-01', member: 'o1', rank: 'summary-owner', cost: 1 },
      { day: '2021-10-01', member: null, rank: 'summary-group', cost: 30 },
    ]);
    expect(pushes.every(({ day }) => day.startsWith('2021-10'))).toBe(true);
  });

  it('counts nothing for people who get theirs free', () => {
    const summaries = { owners: ['o1'], managers: [], groupSizes: [30] };
    const pushes = forecastMonth(input('2021-02-15T08:30', { summaries, wroteDays: { o1: 10 } }));
    expect(pushes.map(({ rank }) => rank)).toEqual(['summary-group']);
  });
});

describe('under any quota', () => {
  const wanted = fc.uniqueArray(
    fc.record({
      key: fc.uuid(),
      rank: fc.constantFrom(...RANKS),
      cost: fc.integer({ min: 1, max: 60 }),
      wroteDays: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { selector: ({ key }) => key, maxLength: 40 },
  );
  const planned = fc.array(
    fc.record({ rank: fc.constantFrom(...RANKS), cost: fc.integer({ min: 1, max: 60 }) }),
    {
      maxLength: 20,
    },
  );

  it('spends no more than there is, drops nothing unsaid, and never a more important message for a lesser one of the same cost', () => {
    fc.assert(
      fc.property(wanted, planned, fc.nat(300), fc.nat(400), (messages, coming, limit, used) => {
        const decisions = decidePushes({
          ...BASE,
          limit,
          used,
          planned: coming,
          wanted: messages,
        });
        expect(decisions.map(({ key }) => key)).toEqual(messages.map(({ key }) => key));
        const spent = decisions.reduce((sum, { cost }) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(Math.max(0, limit - used));
        for (const [index, held] of decisions.entries()) {
          if (held.decision !== 'held') continue;
          expect(held.short).toBeGreaterThan(0);
          for (const [other, pushed] of decisions.entries()) {
            if (pushed.decision !== 'push' || messages[other]!.cost < messages[index]!.cost) continue;
            expect(rankOrder(pushed.rank)).toBeLessThanOrEqual(rankOrder(held.rank));
          }
        }
      }),
    );
  });
});
