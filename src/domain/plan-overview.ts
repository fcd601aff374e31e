/** The whole plan in one view: counts, money against time, every node's standing, obstacles, people; the dashboard shows it. */
import type { Activity, ActivityState, Plan, Status } from './activity.ts';
import { moneyByNode } from './budget.ts';
import { daysBetween, dueDay } from './fiscal-year.ts';
import type { Member } from './member.ts';
import type { Satang } from './money.ts';
import { coveredLeaves, leafFinder } from './plan.ts';
import { branchStatus } from './report-rows.ts';
import { isAway } from './stand-in.ts';
import { isFinished, percentOf, statusOf } from './status.ts';
import { countByStatus } from './tally.ts';
import { isAtWork } from './unreported.ts';

/** A node of the plan as it stands. */
export interface OverviewRow {
  code: string;
  label: string;
  name: string;
  parent: string | null;
  level: number;
  leaf: boolean;
  status: Status;
  overdue: boolean;
  percent: number | null;
  /** ISO day by which it is to be finished; the last of what is below, for a branch. */
  due: string;
  /** Planned months, `2021-02`; of a branch, those of all below it. */
  months: string[];
  /** Months in which something was reported. */
  reported: string[];
  budget: Satang;
  spent: Satang;
  /** Spent beyond what is set. */
  over: Satang;
  ownerGroup: string | null;
  /** Ids of members who report on it. */
  people: string[];
  reportedAt: Date | null;
}

export interface Obstacle {
  code: string;
  label: string;
  name: string;
  text: string;
  suggestion: string | null;
  by: string | null;
  at: Date | null;
}

export interface PersonRow {
  id: string;
  name: string;
  position: string;
  /** Leaves this person reports on. */
  activities: number;
  /** Of those, what is at work this month or overdue; and how many of them nobody reported on in it. */
  atWork: number;
  missing: number;
  lastSeenAt: Date | null;
  awayUntil: string | null;
}

export interface PlanOverview {
  counts: Record<Status, number>;
  total: number;
  overdue: number;
  /** Leaves nobody ever reported on. */
  unreported: number;
  budget: Satang;
  spent: Satang;
  over: Satang;
  /** Share of the plan's days that have passed, 0 to 1. */
  elapsed: number;
  /** All months of the plan's period. */
  months: string[];
  rows: OverviewRow[];
  /** Of what is not finished, the newest first. */
  obstacles: Obstacle[];
  people: PersonRow[];
}

export interface OverviewInput {
  plan: Plan;
  /** By code; a leaf that is missing was never reported on. */
  states: ReadonlyMap<string, ActivityState>;
  /** Months with a report, by code of the leaf. */
  reported: ReadonlyMap<string, readonly string[]>;
  members: readonly Member[];
  /** The office's day, ISO. */
  today: string;
}

export function overviewOf(input: OverviewInput): PlanOverview {
  const { plan, states, today } = input;
  const money = moneyByNode(plan.activities, (code) => states.get(code)?.spent ?? null);
  const below = leafFinder(plan);
  const own = new Map(
    input.members.map((member) => [member, coveredLeaves(plan, member.activities, below)] as const),
  );
  const owners = ownersByLeaf(own);
  const leaves = new Map(
    plan.activities.filter(({ leaf }) => leaf).map((leaf) => [leaf.code, leafRow(leaf, input, owners)]),
  );
  const rows = plan.activities.map((activity) => {
    const row = leaves.get(activity.code) ?? branchRow(activity, below(activity.code), leaves);
    const { budget = 0, spent = 0, over = 0 } = money.get(activity.code) ?? {};
    return { ...row, budget, spent, over };
  });
  const all = [...leaves.values()];
  const { budget = 0, spent = 0, over = 0 } = money.get(null) ?? {};
  return {
    counts: countByStatus(all.map(({ status }) => status)),
    total: all.length,
    overdue: all.filter((row) => row.overdue).length,
    unreported: all.filter((row) => row.reportedAt === null).length,
    budget,
    spent,
    over,
    elapsed: elapsedShare(plan.period, today),
    months: monthsOf(plan),
    rows,
    obstacles: obstaclesOf(input),
    people: [...own].map(([member, codes]) => personRow(member, codes, input.today, leaves)),
  };
}

type Standing = Omit<OverviewRow, 'budget' | 'spent' | 'over'>;

function leafRow(
  leaf: Activity,
  { plan, states, reported, today }: OverviewInput,
  owners: ReadonlyMap<string, string[]>,
): Standing {
  const state = states.get(leaf.code);
  const status = statusOf(state);
  const due = dueDay(leaf.months, plan.period.end);
  return {
    ...placeOf(leaf),
    status,
    overdue: due < today && !isFinished(status),
    percent: state ? percentOf(state) : null,
    due,
    months: [...leaf.months],
    reported: [...(reported.get(leaf.code) ?? [])],
    people: owners.get(leaf.code) ?? [],
    reportedAt: state?.reportedAt ?? null,
  };
}

function branchRow(
  branch: Activity,
  covered: readonly Activity[],
  leaves: ReadonlyMap<string, Standing>,
): Standing {
  const below = covered.flatMap(({ code }) => leaves.get(code) ?? []);
  const unique = (values: string[]): string[] => [...new Set(values)].toSorted();
  const days = below.flatMap(({ reportedAt }) => reportedAt ?? []);
  return {
    ...placeOf(branch),
    status: branchStatus({ byStatus: countByStatus(below.map(({ status }) => status)) }),
    overdue: below.some(({ overdue }) => overdue),
    percent: null,
    due: below.map(({ due }) => due).reduce((a, b) => (a > b ? a : b), ''),
    months: unique(below.flatMap(({ months }) => months)),
    reported: unique(below.flatMap(({ reported }) => reported)),
    people: unique(below.flatMap(({ people }) => people)),
    reportedAt: days.length > 0 ? new Date(Math.max(...days.map((day) => day.getTime()))) : null,
  };
}

function placeOf({ code, label, name, parent, level, leaf, ownerGroup }: Activity) {
  return { code, label, name, parent, level, leaf, ownerGroup };
}

/** Each member's leaves, turned round. */
function ownersByLeaf(own: ReadonlyMap<Member, readonly Activity[]>): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [{ id }, leaves] of own) {
    for (const { code, leaf } of leaves) {
      if (!leaf) continue;
      const before = owners.get(code);
      if (before) before.push(id);
      else owners.set(code, [id]);
    }
  }
  return owners;
}

/** @returns the share of a period's days that have passed with this one, 0 to 1. */
export function elapsedShare({ start, end }: Plan['period'], today: string): number {
  const days = daysBetween(start, end) + 1;
  return Math.min(1, Math.max(0, (daysBetween(start, today) + 1) / days));
}

function monthsOf({ period }: Plan): string[] {
  const months: string[] = [];
  const [year = 0, month = 1] = period.start.split('-').map(Number);
  for (let at = 0; at < 36; at++) {
    const number = year * 12 + month - 1 + at;
    const name = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    if (name > period.end.slice(0, 7)) break;
    months.push(name);
  }
  return months;
}

function obstaclesOf({ plan, states }: OverviewInput): Obstacle[] {
  const found = plan.activities.flatMap(({ code, label, name, leaf }): Obstacle[] => {
    const state = states.get(code);
    if (!leaf || !state?.obstacle || isFinished(statusOf(state))) return [];
    const { obstacle, suggestion, reportedBy, reportedAt } = state;
    return [
      {
        code,
        label,
        name,
        text: obstacle,
        suggestion: suggestion || null,
        by: reportedBy?.name ?? null,
        at: reportedAt,
      },
    ];
  });
  return found.toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
}

function personRow(
  member: Member,
  covered: readonly Activity[],
  today: string,
  leaves: ReadonlyMap<string, Standing>,
): PersonRow {
  const month = today.slice(0, 7);
  const own = covered.flatMap(({ code }) => leaves.get(code) ?? []);
  const atWork = own.filter((row) => isAtWork(row, month));
  return {
    id: member.id,
    name: member.name,
    position: member.position,
    activities: own.length,
    atWork: atWork.length,
    missing: atWork.filter(({ reported }) => !reported.includes(month)).length,
    lastSeenAt: member.lastSeenAt,
    awayUntil: isAway(member, today) ? member.away!.until : null,
  };
}
