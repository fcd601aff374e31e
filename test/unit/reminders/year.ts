/** Plays a fiscal year of the sample office through the rules, hour by hour, and writes down who got what and what it cost. */
import type { ActivityState } from '../../../src/domain/activity.ts';
import { addWorkingDays, calendarOf, isWorkingDay, weekdayOf } from '../../../src/domain/calendar.ts';
import { addDays, lastDayOfMonth, momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import {
  decidePushes,
  QUOTA_SETTINGS,
  type QuotaDecision,
  type Rank,
  rankOfDigest,
} from '../../../src/domain/quota.ts';
import { forecastMonth } from '../../../src/domain/quota-forecast.ts';
import { decideReminders, sentItems } from '../../../src/domain/reminder.ts';
import type { Digest, ReminderInput, SentItem } from '../../../src/domain/reminder-rules.ts';
import { managerSummary, ownerSummary, SUMMARY_SETTINGS, summaryMonth } from '../../../src/domain/summary.ts';
import { foldUpdates, type Update } from '../../../src/domain/update.ts';
import { texts } from '../../../src/text/index.ts';
import { ACTS, chats, MEMBERS, reminderInput, updateOf } from './world.ts';

export const GROUP_SIZE = 30;
const PERIOD = { start: '2020-10-01', end: '2021-09-30' };
const calendar = calendarOf();
const { reminders: say } = texts('th');

interface Pending {
  to: string;
  rank: Rank;
  digest: Digest | null;
  what: string[];
  until: Date | null;
}

export interface Entry {
  day: string;
  time: string;
  how: 'push' | 'free' | 'wait' | 'held' | 'replaced' | 'report';
  to: string;
  rank: Rank | null;
  what: string[];
  cost: number;
  /** Paid messages of the month after this. */
  used: number;
}

export interface Year {
  entries: Entry[];
  /** Paid messages by month, `2020-10` … */
  months: Record<string, number>;
  /** What a bot would have paid that pushes each reminder by itself and the group's summary every week. */
  naive: Record<string, number>;
  sent: SentItem[];
}

export interface YearOptions {
  limit: number;
  /** false: nobody ever reports or writes. */
  people: boolean;
}

export function playYear({ limit, people }: YearOptions): Year {
  const entries: Entry[] = [];
  const months: Record<string, number> = {};
  const naive: Record<string, number> = {};
  const sent: SentItem[] = [];
  const updates: Update[] = [];
  const wrote: { member: string; day: string }[] = [];
  let waiting: Pending[] = [];

  const statesAt = (at: Date): Record<string, ActivityState> =>
    Object.fromEntries(
      [...Map.groupBy(updates, (update) => update.activity)].map(([code, own]) => [
        code,
        foldUpdates(own, at),
      ]),
    );
  const wroteDays = (member: string, day: string): number => {
    const since = addWorkingDays(calendar, day, -10);
    return new Set(
      wrote.filter((it) => it.member === member && it.day >= since && it.day < day).map((it) => it.day),
    ).size;
  };
  const note = (day: string, time: string, how: Entry['how'], pending: Pending, cost = 0): void => {
    const month = day.slice(0, 7);
    months[month] = (months[month] ?? 0) + cost;
    entries.push({
      day,
      time,
      how,
      to: pending.to,
      rank: pending.rank,
      what: pending.what,
      cost,
      used: months[month],
    });
  };
  const deliver = (day: string, time: string, how: 'push' | 'free', pending: Pending, cost = 0): void => {
    if (pending.digest) sent.push(...sentItems(pending.digest, day));
    note(day, time, how, pending, cost);
  };
  const settle = (
    day: string,
    time: string,
    wanted: Pending[],
    input: ReminderInput,
    summariesDue: boolean,
  ): void => {
    if (wanted.length === 0) return;
    const month = day.slice(0, 7);
    const shares = Object.fromEntries(MEMBERS.map(({ id }) => [id, wroteDays(id, day)]));
    const planned = forecastMonth({
      reminders: input,
      wroteDays: shares,
      quota: QUOTA_SETTINGS,
      summaries: summariesDue
        ? {
            owners: MEMBERS.filter((it) => it.id[0] === 'o').map((it) => it.id),
            managers: ['m1', 'm2'],
            groupSizes: [GROUP_SIZE],
          }
        : { owners: [], managers: [], groupSizes: [] },
    });
    const decisions: QuotaDecision[] = decidePushes({
      limit,
      used: months[month] ?? 0,
      planned,
      wanted: wanted.map(({ to, rank }) => ({
        key: to,
        rank,
        cost: to === 'group' ? GROUP_SIZE : 1,
        wroteDays: to === 'group' ? null : (shares[to] ?? 0),
      })),
      settings: QUOTA_SETTINGS,
      now: input.now,
    });
    decisions.forEach((decision, index) => {
      const pending = wanted[index]!;
      for (const old of waiting.filter((it) => it.to === pending.to && it.digest && pending.digest)) {
        note(day, time, 'replaced', old);
        waiting = waiting.filter((it) => it !== old);
      }
      if (decision.decision === 'push') {
        deliver(day, time, 'push', pending, decision.cost);
        return;
      }
      note(day, time, decision.decision === 'ride' ? 'wait' : 'held', pending);
      waiting.push({ ...pending, until: decision.decision === 'ride' ? decision.until : null });
    });
  };

  for (let day = PERIOD.start; day <= PERIOD.end; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    months[month] ??= 0;
    naive[month] ??= 0;
    const at = (time: string): ReminderInput =>
      reminderInput(`${day}T${time}`, { states: statesAt(momentInBangkok(day, time)), sentBefore: sent });
    if (isWorkingDay(calendar, day) && weekdayOf(day) === 1) naive[month] += GROUP_SIZE;

    const due = decideReminders(at('08:30'));
    naive[month] += due.reduce((sum, digest) => sum + digest.items.length, 0);
    const firstOfMonth = summaryMonth(
      calendar,
      { ...SUMMARY_SETTINGS, openFor: 1 },
      PERIOD,
      momentInBangkok(day, '09:00'),
    );
    settle(day, '08:30', due.map(pendingOf), at('08:30'), firstOfMonth !== null);
    if (firstOfMonth) {
      const summaries = summariesOf(firstOfMonth, day, statesAt);
      naive[month] += summaries.filter((it) => it.to !== 'group').length;
      settle(day, '09:00', summaries, at('09:00'), false);
    }

    const acts = people ? ACTS.filter((act) => act[0] === day) : [];
    for (const act of acts) {
      updates.push(updateOf(act, updates.length + 1));
      const what = [`${labelOf(act[3])} ${texts('th').words.statusShort[act[4]]}`];
      entries.push({
        day,
        time: act[1],
        how: 'report',
        to: act[2],
        rank: null,
        what,
        cost: 0,
        used: months[month],
      });
    }
    const writers = people
      ? MEMBERS.filter(
          ({ id }) =>
            acts.some((act) => act[2] === id) || (chats(id, weekdayOf(day)) && isWorkingDay(calendar, day)),
        )
      : [];
    for (const { id } of writers) {
      wrote.push({ member: id, day });
      const time = acts.find((act) => act[2] === id)?.[1] ?? '10:00';
      for (const ride of waiting.filter((it) => it.to === id)) deliver(day, time, 'free', ride);
      waiting = waiting.filter((it) => it.to !== id);
    }
    for (const ride of waiting.filter((it) => it.until))
      deliver(day, QUOTA_SETTINGS.rideUntil, 'push', ride, 1);
    waiting = waiting.filter((it) => !it.until);
  }
  return { entries, months, naive, sent };
}

function summariesOf(
  month: string,
  day: string,
  statesAt: (at: Date) => Record<string, ActivityState>,
): Pending[] {
  const { plan } = reminderInput(`${day}T09:00`);
  const start = `${month}-01`;
  const input = {
    plan,
    month,
    day,
    states: statesAt(momentInBangkok(addDays(lastDayOfMonth(month), 1))),
    before: month === PERIOD.start.slice(0, 7) ? null : statesAt(momentInBangkok(start)),
  };
  const { now } = managerSummary(input);
  return MEMBERS.flatMap(({ id, activities }): Pending[] => {
    if (activities.length === 0) {
      return [{ to: id, rank: 'summary-manager', digest: null, what: [say.summary.gist(now)], until: null }];
    }
    const own = ownerSummary(input, activities);
    if (!own) return [];
    const next = own.next.map((row) => row.label).join(', ');
    const what = [`${say.held.ownSummary}: ${own.changed} เปลี่ยน, ต่อไป ${next || '-'}`];
    return [{ to: id, rank: 'summary-owner', digest: null, what, until: null }];
  }).concat({ to: 'group', rank: 'summary-group', digest: null, what: [say.summary.gist(now)], until: null });
}

function pendingOf(digest: Digest): Pending {
  const what = digest.items.map((item) => `${labelOf(item.code)} ${say.reason[item.reason](item)}`);
  return { to: digest.member, rank: rankOfDigest(digest), digest, what, until: null };
}

const labels = new Map(
  reminderInput('2020-10-01T08:30').plan.activities.map(({ code, label }) => [code, label]),
);

function labelOf(code: string): string {
  return labels.get(code) ?? code;
}
