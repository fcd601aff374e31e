/** Who is reminded of what, on which day, and who is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../src/domain/activity.ts';
import { calendarOf, isQuiet } from '../../../src/domain/calendar.ts';
import type { Member } from '../../../src/domain/member.ts';
import { addDays, dayInBangkok, momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import { decideReminders, digestsOn, sentItems } from '../../../src/domain/reminder.ts';
import {
  type Digest,
  REASONS,
  REMINDER_SETTINGS,
  type ReminderInput,
  type SentItem,
} from '../../../src/domain/reminder-rules.ts';
import { MEMBERS, member, reminderInput, reported } from './world.ts';

/** `o1: 1.1.2 due-3` for each item. */
function told(digests: Digest[]): string[] {
  return digests.flatMap(({ member: to, items }) =>
    items.map(({ code, reason }) => `${to}: ${code} ${reason}`),
  );
}

function at(when: string, change: Partial<ReminderInput> = {}): string[] {
  return told(decideReminders(reminderInput(when, change)));
}

function sent(
  to: string,
  code: string,
  reason: SentItem['reason'],
  day: string,
  owner: string | null = to,
): SentItem {
  return { member: to, owner, code, reason, day };
}

/** Runs every morning between two days, each digest taken as sent. */
function mornings(from: string, to: string, change: Partial<ReminderInput> = {}): string[] {
  const lines: string[] = [];
  const sentBefore: SentItem[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const digests = decideReminders(
      reminderInput(`${day}T08:30`, { ...change, sentBefore: [...sentBefore] }),
    );
    lines.push(...told(digests).map((line) => `${day} ${line}`));
    sentBefore.push(...digests.flatMap((digest) => sentItems(digest, day)));
  }
  return lines;
}

const only = (...ids: string[]): Partial<ReminderInput> => ({
  members: MEMBERS.filter(({ id }) => ids.includes(id)),
});

/** The sample plan with these leaves alone. */
function planOf(...codes: string[]): Pick<ReminderInput, 'plan'> {
  const { plan } = reminderInput('2021-01-04T08:30');
  return {
    plan: { ...plan, activities: plan.activities.filter(({ leaf, code }) => !leaf || codes.includes(code)) },
  };
}

describe('before the due day', () => {
  it('speaks 7, 3 and 1 working days before and on the last working day, over weekends and holidays', () => {
    // 28 February 2021 is a Sunday, the 26th is Makha Bucha, the 12th a special day.
    expect(mornings('2021-02-01', '2021-02-28', only('o1')).filter((line) => line.includes('1.1.2'))).toEqual(
      [
        '2021-02-16 o1: 1.1.2 due-7',
        '2021-02-22 o1: 1.1.2 due-3',
        '2021-02-24 o1: 1.1.2 due-1',
        '2021-02-25 o1: 1.1.2 due-today',
      ],
    );
  });

  it('says how many working days are really left when a step was missed', () => {
    const [digest] = decideReminders(reminderInput('2021-02-18T08:30', only('o1')));
    const item = digest?.items.find(({ code }) => code === '1.1.2');
    expect(item).toMatchObject({ reason: 'due-7', workingDaysLeft: 5, dueDay: '2021-02-28', daysLate: 0 });
  });

  it('does not repeat a step', () => {
    const sentBefore = [sent('o1', '1.1.2', 'due-7', '2021-02-16')];
    expect(at('2021-02-17T08:30', { ...only('o1'), sentBefore })).not.toContain('o1: 1.1.2 due-7');
  });
});

describe('only those who have not reported', () => {
  it.each(['completed', 'cancelled'] as const)('never speaks of an activity that is %s', (status) => {
    const states = { '1.1.1': reported('2020-12-01', status), '1.1.2': reported('2020-12-01', status) };
    expect(
      mornings('2021-01-01', '2021-05-31', { ...only('o1', 'm1'), ...planOf('1.1.1', '1.1.2'), states }),
    ).toEqual([]);
  });

  it('keeps quiet for three working days after a report, then asks again', () => {
    const states = { '1.1.2': reported('2021-02-23') };
    const told = (day: string): string[] =>
      at(`${day}T08:30`, { ...only('o1'), states }).filter((line) => line.includes('1.1.2'));
    expect(told('2021-02-24')).toEqual([]);
    expect(told('2021-02-25')).toEqual([]);
    expect(told('2021-03-01')).toEqual(['o1: 1.1.2 overdue']);
  });

  it('asks from the 25th about work of this month nobody reported on, once', () => {
    const lines = mornings('2021-02-01', '2021-02-28', only('o5'));
    expect(lines).toEqual(['2021-02-25 o5: 2 no-report-this-month']);
    expect(at('2021-02-25T08:30', { ...only('o5'), states: { '2': reported('2021-02-03') } })).toEqual([]);
    expect(at('2021-02-25T08:30', { ...only('o5'), states: { '2': reported('2021-01-29') } })).toHaveLength(
      1,
    );
  });

  it('leaves months alone in which nothing is planned', () => {
    expect(mornings('2020-10-01', '2020-12-31')).toEqual([]);
  });

  it('asks before the half year closes about work begun, whenever it is due', () => {
    const plan = structuredClone(reminderInput('2021-03-24T08:30').plan);
    const open = plan.activities.find(({ code }) => code === '3');
    open!.months = ['2021-03', '2021-06'];
    const lines = mornings('2021-03-01', '2021-03-31', {
      ...only('o5'),
      plan,
      states: { '2': reported('2021-01-05', 'completed') },
    });
    expect(lines).toEqual(['2021-03-24 o5: 3 period-cut-off', '2021-03-30 o5: 3 period-cut-off']);
  });
});

describe('overdue', () => {
  it('comes every third working day, five times, then only the manager hears', () => {
    const lines = mornings('2021-03-01', '2021-04-30', { ...only('o1', 'm1'), ...planOf('1.1.2') });
    expect(lines.filter((line) => line.includes('o1'))).toEqual([
      '2021-03-01 o1: 1.1.2 overdue',
      '2021-03-04 o1: 1.1.2 overdue',
      '2021-03-09 o1: 1.1.2 overdue',
      '2021-03-12 o1: 1.1.2 overdue',
      '2021-03-17 o1: 1.1.2 overdue',
    ]);
    expect(lines.filter((line) => line.includes('m1'))).toEqual([
      '2021-03-10 m1: 1.1.2 escalation',
      '2021-04-07 m1: 1.1.2 escalation',
    ]);
  });

  it('counts the days late and the reminders before', () => {
    const sentBefore = [sent('o1', '1.1.2', 'overdue', '2021-03-01')];
    const [digest] = decideReminders(reminderInput('2021-03-04T08:30', { ...only('o1'), sentBefore }));
    expect(digest?.items.find(({ code }) => code === '1.1.2')).toMatchObject({
      daysLate: 4,
      remindedBefore: 1,
    });
  });

  it('starts its count again after a report that did not finish it', () => {
    const sentBefore = ['01', '04', '09', '12', '17'].map((day) =>
      sent('o1', '1.1.2', 'overdue', `2021-03-${day}`),
    );
    const states = { '1.1.2': reported('2021-03-18') };
    expect(at('2021-03-25T08:30', { ...only('o1'), sentBefore })).not.toContain('o1: 1.1.2 overdue');
    expect(at('2021-03-25T08:30', { ...only('o1'), sentBefore, states })).toContain('o1: 1.1.2 overdue');
  });

  it('tells managers once a week, at once when nobody can be reminded, and late when the quota held everything back', () => {
    expect(at('2021-03-01T08:30', only('m1'))).toEqual(
      ['1.1.1', '1.1.2', '1.1.3'].map((code) => `m1: ${code} escalation`),
    );
    const lines = mornings('2021-03-02', '2021-03-31', {
      ...only('o1', 'm1'),
      states: { '1.1.1': reported('2021-01-05', 'completed') },
    }).filter((line) => line.includes('m1: 1.1.2'));
    expect(lines).toEqual(['2021-03-11 m1: 1.1.2 escalation']);
    const never = digestsOn(reminderInput('2021-03-23T08:30', only('o1', 'm1')), '2021-03-23');
    expect(told(never)).toContain('m1: 1.1.2 escalation');
  });
});

describe('when', () => {
  it.each([
    ['2021-03-13T09:00', 'a Saturday'],
    ['2021-04-13T09:00', 'Songkran'],
    ['2021-03-15T07:30', 'quiet hours'],
    ['2021-03-15T18:30', 'the evening'],
    ['2021-03-15T08:29', "before the office's hour"],
  ])('says nothing at %s: %s', (when) => {
    expect(at(when)).toEqual([]);
  });

  it('says on the next working day what a holiday kept back', () => {
    const closed = calendarOf({ closed: ['2021-02-16'], open: [] });
    const lines = mornings('2021-02-13', '2021-02-18', { ...only('o1'), calendar: closed });
    expect(lines.filter((line) => line.includes('1.1.2'))).toEqual(['2021-02-15 o1: 1.1.2 due-7']);
    const late = calendarOf({ closed: ['2021-02-25', '2021-03-01'], open: [] });
    expect(mornings('2021-02-25', '2021-03-02', { ...only('o1'), calendar: late })).toContain(
      '2021-03-02 o1: 1.1.2 overdue',
    );
  });

  it("follows a person's own hour and days", () => {
    const preferences = { hour: 13, days: [3], snoozedUntil: null };
    const members = [member('o1', 'a', ['1.1.2'], { preferences })];
    expect(at('2021-02-17T12:59', { members })).toEqual([]);
    expect(at('2021-02-17T13:00', { members })).toEqual(['o1: 1.1.2 due-7']);
    expect(at('2021-02-18T13:00', { members })).toEqual([]);
    // Wednesday 26 May 2021 is Visakha Bucha: made up for on Thursday.
    const may = [member('o3', 'a', ['1.3.1'], { preferences })];
    expect(at('2021-05-27T13:00', { members: may })).toEqual(['o3: 1.3.1 due-3']);
  });

  it('keeps quiet until tomorrow when asked to', () => {
    const preferences = { hour: null, days: null, snoozedUntil: '2021-02-17' };
    const members = [member('o1', 'a', ['1.1.2'], { preferences })];
    expect(at('2021-02-16T08:30', { members })).toEqual([]);
    expect(at('2021-02-17T08:30', { members })).toEqual(['o1: 1.1.2 due-7']);
  });

  it('says everything of a day in one message and nothing more that day', () => {
    const digests = decideReminders(reminderInput('2021-06-21T08:30', only('o4')));
    expect(digests.map(({ slot, items }) => [slot, items.length])).toEqual([['2021-06-21', 2]]);
    const sentBefore = [sent('o4', '1.3.2', 'due-7', '2021-06-21')];
    expect(at('2021-06-21T15:00', { ...only('o4'), sentBefore })).toEqual([]);
  });
});

describe('who', () => {
  it('reminds everyone on an activity, or the first one where the office says so', () => {
    const both = only('o4', 'o6');
    expect(at('2021-06-21T08:30', both).toSorted()).toEqual(
      ['o4: 1.3.2 due-7', 'o4: 1.4.1 due-7', 'o6: 1.4.1 due-7', 'o6: 5 overdue'].toSorted(),
    );
    const settings = { ...REMINDER_SETTINGS, firstOwnerOnly: true };
    expect(at('2021-06-21T08:30', { ...both, settings })).not.toContain('o6: 1.4.1 due-7');
  });

  it('turns to the delegate while somebody is away, and back afterwards', () => {
    const away = { until: '2021-02-19', delegate: 'o2' };
    const members = [member('o1', 'a', ['1.1.2'], { away }), member('o2', 'b', ['4'])];
    const [digest] = decideReminders(reminderInput('2021-02-16T08:30', { members }));
    expect(digest).toMatchObject({ member: 'o2', items: [{ code: '1.1.2', owners: ['o1'] }] });
    expect(sentItems(digest!, '2021-02-16')).toEqual([sent('o2', '1.1.2', 'due-7', '2021-02-16', 'o1')]);
    expect(at('2021-02-22T08:30', { members })).toEqual(['o1: 1.1.2 due-3']);
  });

  it('names both owners in one item when the delegate shares the work', () => {
    const away = { until: '2021-06-30', delegate: 'o6' };
    const members = [member('o4', 'a', ['1.4.1'], { away }), member('o6', 'b', ['1.4.1'])];
    const [digest, ...others] = decideReminders(reminderInput('2021-06-21T08:30', { members }));
    expect(others).toEqual([]);
    expect(digest?.items).toMatchObject([{ code: '1.4.1', owners: ['o4', 'o6'] }]);
  });

  it('gets out of a ring of delegates who are all away', () => {
    const members = [
      member('o1', 'a', ['1.1.2'], { away: { until: '2021-03-31', delegate: 'o2' } }),
      member('o2', 'b', [], { roles: ['officer'], away: { until: '2021-03-31', delegate: 'o1' } }),
      member('m1', 'm', []),
    ];
    const plan = planOf('1.1.2');
    expect(at('2021-02-16T08:30', { members, ...plan })).toEqual([]);
    expect(at('2021-03-01T08:30', { members, ...plan })).toEqual(['m1: 1.1.2 escalation']);
  });

  it('gives no officer the office’s overdue work, whomever they stand in for', () => {
    const away = { until: '2021-03-31', delegate: 'o2' };
    const members = [member('m1', 'm', [], { away }), member('o2', 'b', ['2'])];
    const plan = planOf('1.1.2');
    expect(at('2021-03-01T08:30', { members, ...plan })).toEqual([]);
    const others = [member('m2', 'n', []), member('x1', 'x', [], { roles: ['admin'] })];
    const heard = (more: Member[]) => at('2021-03-01T08:30', { members: [...members, ...more], ...plan });
    expect(heard(others)).toEqual(['m2: 1.1.2 escalation']);
    expect(heard(others.slice(1))).toEqual(['x1: 1.1.2 escalation']);
  });

  it('leaves out people who blocked the bot or were taken out', () => {
    for (const state of ['blocked', 'revoked'] as const) {
      const members = [member('o1', 'a', ['1.1.2'], { state }), member('m1', 'm', [], { state })];
      expect(mornings('2021-02-01', '2021-03-31', { members })).toEqual([]);
    }
  });

  it('takes a branch for all leaves below it', () => {
    const members = [member('o1', 'a', ['1.1'])];
    expect(at('2021-02-16T08:30', { members })).toEqual(
      expect.arrayContaining(['o1: 1.1.2 due-7', 'o1: 1.1.3 due-7']),
    );
  });
});

describe('whatever happens', () => {
  const offset = fc.integer({ min: 0, max: 364 });
  const codes = reminderInput('2021-01-04T08:30')
    .plan.activities.filter(({ leaf }) => leaf)
    .map(({ code }) => code);
  const world = fc.record({
    day: offset,
    minute: fc.integer({ min: 0, max: 1439 }),
    states: fc.dictionary(fc.constantFrom(...codes), fc.tuple(fc.constantFrom(...STATUSES), offset)),
    sent: fc.array(
      fc.tuple(
        fc.constantFrom(...MEMBERS.map(({ id }) => id)),
        fc.constantFrom(...codes),
        fc.constantFrom(...REASONS),
        offset,
      ),
      { maxLength: 30 },
    ),
    away: fc.dictionary(
      fc.constantFrom(...MEMBERS.map(({ id }) => id)),
      fc.tuple(offset, fc.constantFrom(...MEMBERS.map(({ id }) => id))),
    ),
  });

  it('nobody hears twice a day, of finished work, in quiet hours, while away, or without a reason', () => {
    const on = (days: number): string => addDays('2020-10-01', days);
    fc.assert(
      fc.property(world, (drawn) => {
        const now = new Date(momentInBangkok(on(drawn.day)).getTime() + drawn.minute * 60_000);
        const members = MEMBERS.map((it) => {
          const away = drawn.away[it.id];
          return away ? { ...it, away: { until: on(away[0]), delegate: away[1] } } : it;
        });
        const states = Object.fromEntries(
          Object.entries(drawn.states).map(([code, [status, days]]) => [
            code,
            reported(on(Math.min(days, drawn.day)), status, '00:00'),
          ]),
        );
        const sentBefore = drawn.sent.map(([to, code, reason, days]) =>
          sent(to, code, reason, on(Math.min(days, drawn.day))),
        );
        const input = reminderInput('2020-10-01T08:30', { now, members, states, sentBefore });
        const digests = decideReminders(input);
        const today = dayInBangkok(now);
        if (isQuiet(input.calendar, input.settings.quiet, now)) expect(digests).toEqual([]);
        expect(new Set(digests.map((digest) => digest.member)).size).toBe(digests.length);
        for (const digest of digests) {
          expect(digest.slot).toBe(today);
          expect(sentBefore.some((item) => item.member === digest.member && item.day === today)).toBe(false);
          const away = members.find(({ id }) => id === digest.member)?.away;
          expect(away && today <= away.until).toBeFalsy();
          expect(digest.items.length).toBeGreaterThan(0);
          expect(new Set(digest.items.map(({ code }) => code)).size).toBe(digest.items.length);
          for (const item of digest.items) {
            expect(['completed', 'cancelled']).not.toContain(states[item.code]?.status);
            expect(item.daysLate > 0).toBe(today > item.dueDay);
            if (item.reason === 'overdue') expect(item.remindedBefore).toBeLessThan(5);
          }
        }
        const again = digests.flatMap((digest) => sentItems(digest, today));
        expect(decideReminders({ ...input, sentBefore: [...sentBefore, ...again] })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
