/** What is to be reported on now and was not, and whose it is: managers' questions, asking everybody and the dashboard's people go by it. */
import type { Activity, ActivityState, Plan, Status } from './activity.ts';
import { dueDay } from './fiscal-year.ts';
import type { Member } from './member.ts';
import { coveredLeaves } from './plan.ts';
import { isFinished, statusOf } from './status.ts';

/** One leaf as the rule looks at it. */
interface Standing {
  status: Status;
  overdue: boolean;
  /** Planned months, `2021-02`. */
  months: readonly string[];
}

/** @param month the one that runs. @returns whether a word about it is due: planned for this month or overdue, and not finished. */
export function isAtWork({ status, overdue, months }: Standing, month: string): boolean {
  return !isFinished(status) && (overdue || months.includes(month));
}

export interface UnreportedInput {
  plan: Plan;
  /** By code; a leaf that is missing was never reported on. */
  states: ReadonlyMap<string, ActivityState>;
  /** Months with a report that counts, by code of the leaf. */
  reported: ReadonlyMap<string, readonly string[]>;
  /** The office's day, ISO. */
  today: string;
}

/** @returns leaves at work this month that nobody reported on in it, in plan order. */
export function unreportedLeaves({ plan, states, reported, today }: UnreportedInput): Activity[] {
  const month = today.slice(0, 7);
  return plan.activities.filter(({ leaf, code, months }) => {
    if (!leaf || reported.get(code)?.includes(month)) return false;
    const overdue = dueDay(months, plan.period.end) < today;
    return isAtWork({ status: statusOf(states.get(code)), overdue, months }, month);
  });
}

/** A person and what of some leaves is theirs. */
export interface Owned {
  owner: Member;
  leaves: Activity[];
}

/** @returns each owner with their part of these leaves, who has most first; and the leaves nobody has. */
export function byOwner(
  plan: Plan,
  leaves: readonly Activity[],
  members: readonly Member[],
): { owned: Owned[]; nobodys: Activity[] } {
  const wanted = new Set(leaves.map(({ code }) => code));
  const owned = members
    .filter(({ state }) => state !== 'revoked')
    .map((owner) => ({
      owner,
      leaves: coveredLeaves(plan, owner.activities).filter(({ code }) => wanted.has(code)),
    }))
    .filter((one) => one.leaves.length > 0)
    .toSorted((a, b) => b.leaves.length - a.leaves.length || a.owner.name.localeCompare(b.owner.name, 'th'));
  const had = new Set(owned.flatMap((one) => one.leaves.map(({ code }) => code)));
  return { owned, nobodys: leaves.filter(({ code }) => !had.has(code)) };
}
