/** Reading a plan as a tree: children, leaves and codes that cover others. */
import type { Activity, Plan } from './activity.ts';

/** @returns the activity with that dotted code, or null. */
export function findActivity(plan: Plan, code: string): Activity | null {
  return plan.activities.find((activity) => activity.code === code) ?? null;
}

/** @returns direct children in plan order. */
export function childrenOf(plan: Plan, code: string | null): Activity[] {
  return plan.activities.filter((activity) => activity.parent === code);
}

/** @returns the node itself when it is a leaf, else all leaves below it; empty when the code is unknown. */
export function leavesOf(plan: Plan, code: string): Activity[] {
  const node = findActivity(plan, code);
  if (!node) return [];
  return node.leaf ? [node] : leafFinder(plan)(code);
}

/** The same for many codes of one plan: its tree is gone through once. */
export function leafFinder({ activities }: Plan): (code: string) => Activity[] {
  const nodes = new Map(activities.map((activity) => [activity.code, activity]));
  const children = Map.groupBy(activities, ({ parent }) => parent);
  const leaves = (node: Activity): Activity[] =>
    node.leaf ? [node] : (children.get(node.code) ?? []).flatMap(leaves);
  return (code) => {
    const node = nodes.get(code);
    return node ? leaves(node) : [];
  };
}

/** @returns codes of the leaves that a list of codes (leaves or branches) covers, in plan order. */
export function coveredLeaves(
  plan: Plan,
  codes: readonly string[],
  leaves: (code: string) => Activity[] = leafFinder(plan),
): Activity[] {
  const covered = new Set(codes.flatMap((code) => leaves(code).map((leaf) => leaf.code)));
  return plan.activities.filter((activity) => covered.has(activity.code));
}

/** True when one of these codes, leaf or branch, contains the activity. */
export function covers(codes: readonly string[], activity: string): boolean {
  return codes.some((own) => activity === own || activity.startsWith(`${own}.`));
}

/** How many of a list of activities are reported on, which is what people are told, and how many hold others. */
export interface PlanCount {
  leaves: number;
  branches: number;
}

export function countPlan(activities: readonly Pick<Activity, 'leaf'>[]): PlanCount {
  const leaves = activities.filter(({ leaf }) => leaf).length;
  return { leaves, branches: activities.length - leaves };
}

export function holdsAny({ leaves, branches }: PlanCount): boolean {
  return leaves + branches > 0;
}
