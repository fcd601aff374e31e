/** The words of reminding: reasons, an office's settings, what was sent before; used by reminder.ts and quota.ts. */
import type { ActivityState, Plan } from './activity.ts';
import type { OfficeCalendar, QuietHours } from './calendar.ts';
import type { Member } from './member.ts';

/** Why somebody is reminded, the most pressing first; an activity stands in a digest once, under its first reason. */
export const REASONS = [
  'overdue',
  'due-today',
  'due-1',
  'period-cut-off',
  'due-3',
  'due-7',
  'no-report-this-month',
  'escalation',
] as const;
export type ReminderReason = (typeof REASONS)[number];

export interface ReminderSettings {
  /** Bangkok time of the day's digests, `HH:mm`; a person may choose a later or earlier one outside quiet hours. */
  at: string;
  quiet: QuietHours;
  /** Working days between two reminders of the same overdue activity, and how many there are. */
  overdueEvery: number;
  overdueTimes: number;
  /** Working days, that of the report included, during which a report keeps an activity quiet. */
  quietAfterReport: number;
  /** Day of the month from which a month without a report is asked about. */
  noReportFrom: number;
  /** Working days before the half year's last day on which a missing report is asked for. */
  cutOffDays: readonly number[];
  /** Overdue reminders without an answer after which the managers hear of it. */
  escalateAfter: number;
  /** 1 = Monday: the day of the managers' weekly digest, moved to the next working day. */
  escalationWeekday: number;
  /** Weeks after which managers hear the same overdue activities again when no other joined them. */
  escalationRepeatWeeks: number;
  /** Only the member linked first is reminded of an activity that several share. */
  firstOwnerOnly: boolean;
}

export const REMINDER_SETTINGS: Readonly<ReminderSettings> = {
  at: '08:30',
  quiet: { from: '18:00', until: '08:00' },
  overdueEvery: 3,
  overdueTimes: 5,
  quietAfterReport: 3,
  noReportFrom: 25,
  cutOffDays: [5, 1],
  escalateAfter: 3,
  escalationWeekday: 1,
  escalationRepeatWeeks: 4,
  firstOwnerOnly: false,
};

/** One item that really reached a person. */
export interface SentItem {
  /** Who got it. */
  member: string;
  /** Whose work it was about: another member when a delegate stood in, null in an escalation. */
  owner: string | null;
  code: string;
  reason: ReminderReason;
  /** ISO day on which it reached the person. */
  day: string;
}

export interface ReminderInput {
  plan: Plan;
  /** By activity code; a leaf that is missing has no report yet. */
  states: Readonly<Record<string, ActivityState>>;
  members: readonly Member[];
  calendar: OfficeCalendar;
  settings: ReminderSettings;
  sentBefore: readonly SentItem[];
  now: Date;
}

export interface ReminderItem {
  code: string;
  reason: ReminderReason;
  dueDay: string;
  /** Calendar days after the due day, 0 until then. */
  daysLate: number;
  /** Working days after today up to the due day, or the half's last day for a cut-off; 0 once past. */
  workingDaysLeft: number;
  /** Whose work it is: several when one delegate stands in for them, none when nobody active has it. */
  owners: string[];
  /** Overdue reminders its owner already got since the last report. */
  remindedBefore: number;
}

/** Everything one person is told on one day, as one message. */
export interface Digest {
  member: string;
  /** The day, or the day and time of a wish: a person has at most one digest under it. */
  slot: string;
  /** The most pressing first. */
  items: ReminderItem[];
  /** push = worth a paid message; ride = better sent free with the next answer. The quota decides. */
  channel: 'push' | 'ride';
}
