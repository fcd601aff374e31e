/** Whether one owner is to be reminded of one activity on a working day, and why; called by reminder.ts for each pair. */
import type { Activity, ActivityState } from './activity.ts';
import { workingDaysBetween } from './calendar.ts';
import { dayInBangkok, daysBetween, dueDay, fiscalYearOf, halfOf, halfPeriod } from './fiscal-year.ts';
import type { Member, ReminderPreferences } from './member.ts';
import type { ReminderInput, ReminderItem, ReminderReason, SentItem } from './reminder-rules.ts';
import { isFinished } from './status.ts';

/** Working days before the due day from which it is spoken of. */
const FIRST_STEP = 7;

/** Working days left at which an activity that is not finished is spoken of, the nearest first. */
const STEPS = [
  { left: 0, reason: 'due-today' },
  { left: 1, reason: 'due-1' },
  { left: 3, reason: 'due-3' },
  { left: FIRST_STEP, reason: 'due-7' },
] as const satisfies readonly { left: number; reason: ReminderReason }[];

/** An input with what every rule looks up again and again. */
export interface Ground extends ReminderInput {
  /** Activity code → members who are reminded of it, in order of joining. */
  owners: ReadonlyMap<string, readonly Member[]>;
  /** Activity code → what was sent about it. */
  sent: ReadonlyMap<string, readonly SentItem[]>;
}

/** What the rules look at for one owner and one activity. */
interface Case {
  input: ReminderInput;
  day: string;
  activity: Activity;
  due: string;
  reportedOn: string | null;
  /** Items about this owner's part in it that reached somebody, since the last report. */
  sent: readonly SentItem[];
  /** The owner asked to be reminded on this day. */
  asked: boolean;
}

/** @returns whether the activity is neither finished nor given up. */
export function isOpen(state: ActivityState | undefined): boolean {
  return !isFinished(state?.status ?? null);
}

/** Whether the person put the reminders off to this ISO day. */
export function isAskedFor(preferences: ReminderPreferences | null, day: string): boolean {
  return preferences?.snoozedUntil?.slice(0, 10) === day;
}

/** @returns the ISO day of the last report, or null. */
export function reportDay(state: ActivityState | undefined): string | null {
  return state?.reportedAt ? dayInBangkok(state.reportedAt) : null;
}

/** @returns how often this owner was reminded that it is overdue, since the last report on it. */
export function overdueCount(input: Ground, code: string, owner: string): number {
  const reportedOn = reportDay(input.states[code]);
  return sentSince(input, code, owner, reportedOn).filter((item) => item.reason === 'overdue').length;
}

/**
 * The item one owner gets about one leaf on a working day, or null.
 * A step that was missed (server down, snoozed, day not chosen) is made up for on the next day, under the nearer reason.
 * @param day ISO day, worked.
 */
export function itemFor(input: Ground, day: string, activity: Activity, owner: string): ReminderItem | null {
  const state = input.states[activity.code];
  if (!isOpen(state)) return null;
  const reportedOn = reportDay(state);
  const { calendar, settings, plan } = input;
  if (reportedOn && workingDaysBetween(calendar, reportedOn, day) < settings.quietAfterReport) return null;
  const due = dueDay(activity.months, plan.period.end);
  const sent = sentSince(input, activity.code, owner, reportedOn);
  const asked = input.members.some(({ id, preferences }) => id === owner && isAskedFor(preferences, day));
  const reason = reasonFor({ input, day, activity, due, reportedOn, sent, asked });
  if (!reason) return null;
  const limit = reason === 'period-cut-off' ? cutOff(day) : due;
  return {
    code: activity.code,
    reason,
    dueDay: due,
    daysLate: Math.max(0, daysBetween(due, day)),
    workingDaysLeft: Math.max(0, workingDaysBetween(calendar, day, limit)),
    owners: [owner],
    remindedBefore: sent.filter((item) => item.reason === 'overdue').length,
  };
}

function reasonFor(it: Case): ReminderReason | null {
  if (it.day > it.due) {
    if (it.asked) return 'overdue';
    const { overdueTimes } = it.input.settings;
    if (it.sent.filter((item) => item.reason === 'overdue').length >= overdueTimes) return null;
    return overdueNow(it) ? 'overdue' : null;
  }
  return dueReason(it) ?? monthlyReason(it);
}

function overdueNow({ input, day, sent }: Case): boolean {
  const last = lastDay(sent, (item) => item.reason === 'overdue');
  return last === null || workingDaysBetween(input.calendar, last, day) >= input.settings.overdueEvery;
}

function dueReason({ input, day, due, sent, asked }: Case): ReminderReason | null {
  const left = workingDaysBetween(input.calendar, day, due);
  const at = STEPS.findIndex((step) => left <= step.left);
  const step = STEPS[at];
  if (!step) return null;
  const saidAlready = STEPS.slice(0, at + 1).some((nearer) =>
    sent.some((item) => item.reason === nearer.reason),
  );
  return saidAlready && !asked ? null : step.reason;
}

/** The half year's cut-off and the month without a report: both ask for a word about work that has begun. */
function monthlyReason(it: Case): ReminderReason | null {
  const { input, day, activity, due, reportedOn, sent } = it;
  const month = day.slice(0, 7);
  if (reportedOn && reportedOn.slice(0, 7) >= month) return null;
  const { calendar, settings } = input;
  // In the last days before the due day the reminders of that day ask already.
  if (workingDaysBetween(calendar, day, due) <= FIRST_STEP) return null;
  const lastAny = lastDay(sent, () => true);
  if (lastAny !== null && workingDaysBetween(calendar, lastAny, day) < settings.overdueEvery) return null;

  const end = cutOff(day);
  const begun = (activity.months[0] ?? month) <= month;
  const left = workingDaysBetween(calendar, day, end);
  const step = settings.cutOffDays.filter((days) => left <= days).toSorted((a, b) => a - b)[0];
  if (begun && step !== undefined && month === end.slice(0, 7)) {
    const last = lastDay(sent, (item) => item.reason === 'period-cut-off');
    const leftThen = last === null ? Infinity : workingDaysBetween(calendar, last, end);
    if (leftThen > step) return 'period-cut-off';
  }

  if (Number(day.slice(8)) < settings.noReportFrom) return null;
  // In the last week before the due day the reminders of that day ask already.
  if (!activity.months.includes(month) || workingDaysBetween(calendar, day, due) <= STEPS[3].left)
    return null;
  const askedThisMonth = sent.some(
    ({ reason, day: on }) =>
      (reason === 'no-report-this-month' || reason === 'period-cut-off') && on.startsWith(month),
  );
  return askedThisMonth ? null : 'no-report-this-month';
}

function cutOff(day: string): string {
  return halfPeriod(fiscalYearOf(day), halfOf(day)).end;
}

function sentSince(input: Ground, code: string, owner: string, since: string | null): SentItem[] {
  return (input.sent.get(code) ?? []).filter(
    (item) => item.owner === owner && item.reason !== 'escalation' && (since === null || item.day > since),
  );
}

function lastDay(sent: readonly SentItem[], wanted: (item: SentItem) => boolean): string | null {
  return sent
    .filter(wanted)
    .reduce<string | null>((last, { day }) => (last && last > day ? last : day), null);
}
