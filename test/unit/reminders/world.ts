/** The sample plan as an office of six officers, two managers and a group of 30, and what they do in fiscal year 2564; used by the tests of reminders, quota and summaries. */
import { readFileSync } from 'node:fs';
import type { Activity, Plan, Status } from '../../../src/domain/activity.ts';
import { NO_FIELDS } from '../../../src/domain/activity.ts';
import { calendarOf } from '../../../src/domain/calendar.ts';
import { momentInBangkok } from '../../../src/domain/fiscal-year.ts';
import type { Member, Role } from '../../../src/domain/member.ts';
import { satangFromBaht } from '../../../src/domain/money.ts';
import { REMINDER_SETTINGS, type ReminderInput } from '../../../src/domain/reminder-rules.ts';
import { NO_STATE, type Update } from '../../../src/domain/update.ts';

interface SamplePlan {
  title: string;
  period: { start: string; end: string };
  activities: {
    code: string;
    label: string;
    parent: string | null;
    name: string;
    unit: string | null;
    target: number | null;
    budgetBaht: number | null;
    ownerGroup: string;
    months?: string[];
  }[];
}

export function samplePlan(): Plan {
  const file = new URL('../../../samples/plan-2564.json', import.meta.url);
  const sample = JSON.parse(readFileSync(file, 'utf8')) as SamplePlan;
  const parents = new Set(sample.activities.map((activity) => activity.parent));
  const activities = sample.activities.map((activity, order): Activity => ({
    code: activity.code,
    label: activity.label,
    parent: activity.parent,
    order,
    level: activity.code.split('.').length - 1,
    leaf: !parents.has(activity.code),
    name: activity.name,
    indicator: null,
    unit: activity.unit,
    target: activity.target,
    budget: activity.budgetBaht === null ? null : satangFromBaht(activity.budgetBaht),
    months: activity.months ?? [],
    ownerGroup: activity.ownerGroup,
  }));
  return {
    id: 'plan-2564',
    office: 'office',
    fiscalYear: 2564,
    title: sample.title,
    programme: null,
    project: null,
    targetGroup: null,
    period: sample.period,
    sections: [],
    activities,
  };
}

export function member(id: string, name: string, activities: string[], change: Partial<Member> = {}): Member {
  const roles: Role[] = activities.length > 0 ? ['officer'] : ['manager'];
  return {
    id,
    office: 'office',
    userId: `U${id}`,
    name,
    position: '',
    roles,
    activities,
    language: 'th',
    consent: null,
    away: null,
    aliases: {},
    preferences: null,
    state: 'active',
    joinedAt: momentInBangkok(`2020-10-0${id[1]}`),
    lastSeenAt: null,
    ...change,
  };
}

export const MEMBERS: readonly Member[] = [
  member('o1', 'สมชาย', ['1.1.1', '1.1.2']),
  member('o2', 'วราภรณ์', ['1.1.3', '4']),
  member('o3', 'ประเสริฐ', ['1.2', '1.3.1']),
  member('o4', 'กัญญา', ['1.3.2', '1.4']),
  member('o5', 'นิพนธ์', ['2', '3']),
  member('o6', 'อรทัย', ['5', '1.4.1']),
  member('m1', 'ผอ.สุรชัย', []),
  member('m2', 'รองฯ พรทิพย์', []),
];

/** A report as somebody makes it: day, time, who, activity, status, percent, baht spent to date. */
export type Act = readonly [
  day: string,
  time: string,
  member: string,
  code: string,
  status: Status,
  percent: number | null,
  spent: number | null,
];

/** Some report in time, some only after reminders, one never finishes; 3 is put off twice. */
export const ACTS: readonly Act[] = [
  ['2021-01-20', '13:20', 'o1', '1.1.1', 'completed', 100, 3000],
  ['2021-01-29', '10:05', 'o2', '4', 'in_progress', 30, 2500],
  ['2021-02-10', '14:00', 'o2', '1.1.3', 'in_progress', 60, 500],
  ['2021-02-16', '11:40', 'o5', '2', 'in_progress', 40, 5000],
  ['2021-03-02', '09:30', 'o2', '1.1.3', 'completed', 100, 1000],
  ['2021-03-04', '16:10', 'o1', '1.1.2', 'completed', 100, 28500],
  ['2021-03-12', '13:00', 'o5', '2', 'completed', 100, 15000],
  ['2021-03-25', '10:30', 'o2', '4', 'completed', 100, 10000],
  ['2021-04-09', '15:00', 'o6', '5', 'cancelled', null, 0],
  ['2021-04-27', '09:45', 'o3', '1.2.1', 'completed', 100, 30000],
  ['2021-04-28', '11:00', 'o5', '3', 'in_progress', 30, 5000],
  ['2021-05-27', '11:00', 'o5', '3', 'in_progress', 60, 12000],
  ['2021-06-10', '10:00', 'o3', '1.3.1', 'completed', 100, 2800],
  ['2021-06-28', '14:20', 'o6', '1.4.1', 'completed', 100, 30000],
  ['2021-06-30', '11:00', 'o5', '3', 'in_progress', 90, 20000],
  ['2021-07-15', '10:15', 'o5', '3', 'completed', 100, 25000],
];

/** Whether a person writes to the bot that day besides reporting: one does daily, a manager asks twice a week. */
export function chats(member: string, weekday: number): boolean {
  return (member === 'o5' && weekday <= 5) || (member === 'm1' && (weekday === 1 || weekday === 4));
}

export function updateOf(act: Act, seq: number): Update {
  const [day, time, by, activity, status, percent, spent] = act;
  return {
    id: `${activity}#${seq}`,
    office: 'office',
    plan: 'plan-2564',
    activity,
    seq,
    said: { ...NO_FIELDS, status, percent, spent: spent === null ? null : satangFromBaht(spent) },
    by: { member: by, name: MEMBERS.find(({ id }) => id === by)?.name ?? by, position: '' },
    at: momentInBangkok(day, time),
    through: 'chat',
    event: null,
    message: null,
    draft: null,
    evidence: [],
    voided: null,
    withdrawn: false,
  };
}

/** The office at a moment with nothing reported and nothing sent, changed as a test needs it. */
export function reminderInput(at: string, change: Partial<ReminderInput> = {}): ReminderInput {
  return {
    plan: samplePlan(),
    states: {},
    members: MEMBERS,
    calendar: calendarOf(),
    settings: REMINDER_SETTINGS,
    sentBefore: [],
    now: momentInBangkok(at.slice(0, 10), at.slice(11)),
    ...change,
  };
}

/** The state of an activity after one report. */
export function reported(day: string, status: Status = 'in_progress', time = '10:00'): typeof NO_STATE {
  return { ...NO_STATE, seq: 1, status, reportedAt: momentInBangkok(day, time) };
}
