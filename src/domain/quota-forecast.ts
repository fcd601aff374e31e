/** What the rest of a month will cost if nobody reports: the reminders still to come and the summaries not yet sent; decidePushes keeps room for it. */
import { firstWorkingDayOfMonth } from './calendar.ts';
import { addDays, dayInBangkok, lastDayOfMonth } from './fiscal-year.ts';
import { type Planned, type QuotaSettings, rankOfDigest, ridesFree } from './quota.ts';
import { digestsOn, sentItems } from './reminder.ts';
import type { ReminderInput } from './reminder-rules.ts';

export interface ForecastPush extends Planned {
  /** ISO day on which it would go out. */
  day: string;
  /** Member id, null for a group. */
  member: string | null;
}

export interface ForecastInput {
  reminders: ReminderInput;
  /** Member id → days out of the last ten working days on which the person wrote. */
  wroteDays: Readonly<Record<string, number>>;
  quota: QuotaSettings;
  /** This month's summaries that have not gone out: who gets one, and the members of each group. */
  summaries: { owners: readonly string[]; managers: readonly string[]; groupSizes: readonly number[] };
}

/**
 * @returns the pushes of the month of `reminders.now`, from tomorrow to its last day for reminders, today
 * included for summaries not yet sent; without those of people who get theirs as a free ride.
 */
export function forecastMonth(input: ForecastInput): ForecastPush[] {
  return [...summaryPushes(input), ...reminderPushes(input)].filter(
    ({ rank, member }) =>
      !ridesFree(rank, member === null ? null : (input.wroteDays[member] ?? 0), input.quota),
  );
}

function reminderPushes({ reminders }: ForecastInput): ForecastPush[] {
  const today = dayInBangkok(reminders.now);
  const last = lastDayOfMonth(today.slice(0, 7));
  // What goes out today is decided now: the forecast takes it as sent, so that it is not counted again tomorrow.
  let sentBefore = [...reminders.sentBefore];
  for (const digest of digestsOn(reminders, today)) sentBefore.push(...sentItems(digest, today));
  const pushes: ForecastPush[] = [];
  for (let day = addDays(today, 1); day <= last; day = addDays(day, 1)) {
    const digests = digestsOn({ ...reminders, sentBefore }, day);
    for (const digest of digests)
      pushes.push({ day, member: digest.member, rank: rankOfDigest(digest), cost: 1 });
    sentBefore = [...sentBefore, ...digests.flatMap((digest) => sentItems(digest, day))];
  }
  return pushes;
}

function summaryPushes({ reminders, summaries }: ForecastInput): ForecastPush[] {
  const today = dayInBangkok(reminders.now);
  const first = firstWorkingDayOfMonth(reminders.calendar, today.slice(0, 7));
  const day = first > today ? first : today;
  return [
    ...summaries.managers.map((member) => ({ day, member, rank: 'summary-manager' as const, cost: 1 })),
    ...summaries.owners.map((member) => ({ day, member, rank: 'summary-owner' as const, cost: 1 })),
    ...summaries.groupSizes.map((cost) => ({ day, member: null, rank: 'summary-group' as const, cost })),
  ];
}
