/** The monthly summaries as plain values: what an owner, the managers and a group are told on the first working day; called by the summary job and the chart. */
import type { Activity, ActivityState, Plan, Status } from './activity.ts';
import { moneyByNode } from './budget.ts';
import {
  addWorkingDays,
  type OfficeCalendar,
  firstWorkingDayOfMonth,
  isQuiet,
  type QuietHours,
} from './calendar.ts';
import { addDays, clockInBangkok, dayInBangkok, dueDay } from './fiscal-year.ts';
import type { Satang } from './money.ts';
import { coveredLeaves } from './plan.ts';
import { isFinished, percentOf, statusOf } from './status.ts';
import { countByStatus } from './tally.ts';

export type States = Readonly<Record<string, ActivityState>>;

/** One leaf as lists and cards show it. */
export interface SummaryRow {
  code: string;
  label: string;
  name: string;
  status: Status;
  percent: number | null;
  /** ISO day. */
  due: string;
  overdue: boolean;
  spent: Satang | null;
  budget: Satang | null;
}

/** An office's plan in figures, over its leaves; a leaf nobody reported on is not started. */
export interface Figures {
  counts: Record<Status, number>;
  total: number;
  overdue: number;
  /** Leaves at work in that month, or overdue, of which nothing was reported in it. */
  unreported: number;
  budget: Satang;
  spent: Satang;
}

export interface SummaryInput {
  plan: Plan;
  /** The month summed up, `2021-02`. */
  month: string;
  /** ISO day on which the summary is read: what was due before it and is not finished is overdue. */
  day: string;
  /** At the end of the month. */
  states: States;
  /** At the end of the month before; null when there was none in this plan. */
  before: States | null;
}

export interface OwnerSummary {
  month: string;
  /** All leaves of this person, in plan order. */
  rows: SummaryRow[];
  /** How many of them stand otherwise than a month ago. */
  changed: number;
  /** Unfinished ones to look at now: overdue first, then by due day; those that begin later are left out. */
  next: SummaryRow[];
}

export interface ManagerSummary {
  month: string;
  now: Figures;
  before: Figures | null;
  late: SummaryRow[];
  notReported: SummaryRow[];
}

export interface GroupSummary {
  month: string;
  now: Figures;
  before: Figures | null;
}

export interface SummarySettings {
  /** Bangkok time, `HH:mm`. */
  at: string;
  quiet: QuietHours;
  /** Working days, the first of the month included, on which a summary that was missed still goes out. */
  openFor: number;
}

export const SUMMARY_SETTINGS: Readonly<SummarySettings> = {
  at: '09:00',
  quiet: { from: '18:00', until: '08:00' },
  openFor: 5,
};

/**
 * The month whose summary is to go out at this moment: from 09:00 of the first working day on, the month before.
 * @param period of the plan: months outside it have no summary.
 * @returns `2021-02`, which is also the slot under which it is sent once; null when it is not the time.
 */
export function summaryMonth(
  calendar: OfficeCalendar,
  settings: SummarySettings,
  period: Plan['period'],
  now: Date,
): string | null {
  const clock = clockInBangkok(now);
  const day = clock.slice(0, 10);
  const first = firstWorkingDayOfMonth(calendar, day.slice(0, 7));
  if (isQuiet(calendar, settings.quiet, now)) return null;
  if (day < first || (day === first && clock.slice(11, 16) < settings.at)) return null;
  if (day > addWorkingDays(calendar, first, settings.openFor - 1)) return null;
  const month = monthBefore(day.slice(0, 7));
  return month >= period.start.slice(0, 7) && month <= period.end.slice(0, 7) ? month : null;
}

/** @returns the whole plan in figures. @param codes only these leaves, all when left out. */
export function figuresOf(input: SummaryInput, codes?: ReadonlySet<string>): Figures {
  const leaves = input.plan.activities.filter(({ leaf, code }) => leaf && (!codes || codes.has(code)));
  const rows = leaves.map((leaf) => rowOf(input, leaf));
  const money = moneyByNode(
    input.plan.activities,
    (code) => input.states[code]?.spent ?? null,
    (code) => !codes || codes.has(code),
  ).get(null);
  return {
    counts: countByStatus(rows.map((row) => row.status)),
    total: rows.length,
    overdue: rows.filter((row) => row.overdue).length,
    unreported: leaves.filter((leaf) => isUnreported(input, leaf)).length,
    budget: money?.budget ?? 0,
    spent: money?.spent ?? 0,
  };
}

/** @param codes leaves or branches of that person. @returns null when there is nothing to tell: nothing changed, nothing at work. */
export function ownerSummary(input: SummaryInput, codes: readonly string[]): OwnerSummary | null {
  const leaves = coveredLeaves(input.plan, codes).filter((activity) => activity.leaf);
  const changed = leaves.filter((leaf) => hasChanged(input, leaf)).length;
  const next = leaves
    .filter((leaf) => (leaf.months[0] ?? '') <= input.day.slice(0, 7))
    .map((leaf) => rowOf(input, leaf))
    .filter((row) => !isFinished(row.status))
    .toSorted(byDue);
  if (changed === 0 && next.length === 0) return null;
  return { month: input.month, rows: leaves.map((leaf) => rowOf(input, leaf)), changed, next };
}

/** @returns what the managers are told: figures, the same a month ago, what is late and what was not reported. */
export function managerSummary(input: SummaryInput): ManagerSummary {
  const leaves = input.plan.activities.filter((activity) => activity.leaf);
  return {
    month: input.month,
    now: figuresOf(input),
    before: figuresBefore(input),
    late: leaves
      .map((leaf) => rowOf(input, leaf))
      .filter((row) => row.overdue)
      .toSorted(byDue),
    notReported: leaves.filter((leaf) => isUnreported(input, leaf)).map((leaf) => rowOf(input, leaf)),
  };
}

/** @returns what a group is told: figures only, so that nobody is named before the others. */
export function groupSummary(input: SummaryInput): GroupSummary {
  return { month: input.month, now: figuresOf(input), before: figuresBefore(input) };
}

function figuresBefore(input: SummaryInput): Figures | null {
  if (!input.before) return null;
  const month = monthBefore(input.month);
  return figuresOf({ ...input, month, day: `${input.month}-01`, states: input.before, before: null });
}

/** @param month `2021-02`. */
export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

function rowOf({ plan, states, day }: SummaryInput, leaf: Activity): SummaryRow {
  const state = states[leaf.code];
  const status = statusOf(state);
  const due = dueDay(leaf.months, plan.period.end);
  return {
    code: leaf.code,
    label: leaf.label,
    name: leaf.name,
    status,
    percent: state ? percentOf(state) : null,
    due,
    overdue: day > due && !isFinished(status),
    spent: state?.spent ?? null,
    budget: leaf.budget,
  };
}

function isUnreported(input: SummaryInput, leaf: Activity): boolean {
  const row = rowOf(input, leaf);
  if (isFinished(row.status)) return false;
  if (!row.overdue && !leaf.months.includes(input.month)) return false;
  const at = input.states[leaf.code]?.reportedAt;
  return !at || dayInBangkok(at).slice(0, 7) < input.month;
}

function hasChanged({ before, states }: SummaryInput, { code }: Activity): boolean {
  const [from, to] = [before?.[code], states[code]];
  return (
    statusOf(from) !== statusOf(to) ||
    (from ? percentOf(from) : null) !== (to ? percentOf(to) : null) ||
    (from?.spent ?? null) !== (to?.spent ?? null)
  );
}

function byDue(a: SummaryRow, b: SummaryRow): number {
  return Number(b.overdue) - Number(a.overdue) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
}
