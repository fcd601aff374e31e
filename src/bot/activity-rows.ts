/** Rows of activities for lists and cards, ordered by what needs doing first. */
import type { Activity, ActivityState } from '../domain/activity.ts';
import { dueDay } from '../domain/fiscal-year.ts';
import { coveredLeaves } from '../domain/plan.ts';
import { isFinished, percentOf, statusOf } from '../domain/status.ts';
import { ownCodes } from '../services/away.ts';
import type { ActivityWithState } from '../services/context.ts';
import { permits, type RequestContext } from './request-context.ts';
import type { ActivityRow } from './types.ts';

export function rowOf(activity: Activity, state: ActivityState, planEnd: string, today: string): ActivityRow {
  const due = dueDay(activity.months, planEnd);
  const status = statusOf(state);
  return {
    code: activity.code,
    label: activity.label,
    name: activity.name,
    status,
    percent: percentOf(state),
    due,
    overdue: due < today && !isFinished(status),
    spent: state.spent,
    budget: activity.budget,
  };
}

/** Leaves of the whole plan as rows, in plan order. */
export async function planRows(request: RequestContext): Promise<ActivityRow[]> {
  const { context } = request;
  const all = await context.states();
  return all.filter((one) => one.leaf).map((one) => rowFrom(one, request));
}

/** Leaves this person reports on, those of people they stand in for included, in plan order. */
export function ownLeaves({ context }: RequestContext): Activity[] {
  return coveredLeaves(context.plan, ownCodes(context));
}

/** Whether there is anything this person may report on, be it nobody's own. */
export function hasWork(request: RequestContext): boolean {
  return request.context.plan.activities.some((one) => one.leaf && permits(request, 'report', one.code));
}

/** Those of them that are not finished; all, where nothing is left to do. */
export async function openLeaves(request: RequestContext): Promise<Activity[]> {
  const own = ownLeaves(request);
  // with one there is nothing to choose between, and nothing to read
  if (own.length < 2) return own;
  const finished = new Set(
    (await request.context.states()).filter(({ state }) => isFinished(state.status)).map(({ code }) => code),
  );
  const open = own.filter(({ code }) => !finished.has(code));
  return open.length > 0 ? open : own;
}

/** This person's leaves: overdue first, then by due day, finished ones last. */
export async function ownRows(request: RequestContext): Promise<ActivityRow[]> {
  const own = new Set(ownLeaves(request).map((leaf) => leaf.code));
  const rows = (await planRows(request)).filter((row) => own.has(row.code));
  return rows.toSorted(byUrgency);
}

export function byUrgency(a: ActivityRow, b: ActivityRow): number {
  const rank = (row: ActivityRow): number => (isFinished(row.status) ? 2 : row.overdue ? 0 : 1);
  return rank(a) - rank(b) || a.due.localeCompare(b.due);
}

function rowFrom(one: ActivityWithState, { context }: RequestContext): ActivityRow {
  return rowOf(one, one.state, context.plan.period.end, context.today);
}
