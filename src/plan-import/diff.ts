/** What an import would change: activities added, changed and removed against the plan that is stored. */
import type { Activity, Plan } from '../domain/activity.ts';
import { countPlan, type PlanCount } from '../domain/plan.ts';
import type { PlanDraft } from './draft.ts';

const COMPARED = [
  'label',
  'parent',
  'name',
  'indicator',
  'unit',
  'target',
  'budget',
  'months',
  'ownerGroup',
  'leaf',
] as const satisfies readonly (keyof Activity)[];
export type ComparedPlanField = (typeof COMPARED)[number];

export interface FieldChange {
  field: ComparedPlanField;
  from: Activity[ComparedPlanField];
  to: Activity[ComparedPlanField];
}

const COMPARED_HEAD = [
  'title',
  'programme',
  'project',
  'targetGroup',
  'period',
  'sections',
] as const satisfies readonly (keyof Plan)[];

export interface PlanDiff {
  added: Activity[];
  changed: { code: string; before: Activity; after: Activity; fields: FieldChange[] }[];
  removed: Activity[];
  /** Fields of the plan itself that differ. */
  head: (typeof COMPARED_HEAD)[number][];
  /** Whether activities that stay stand in another order than before. */
  reordered: boolean;
}

/** @param before null when there is no such plan yet. Activities are the same when their codes are. */
export function diffPlans(before: Plan | null, after: PlanDraft): PlanDiff {
  const old = new Map((before?.activities ?? []).map((activity) => [activity.code, activity]));
  const coming = new Set(after.activities.map((activity) => activity.code));
  const added: Activity[] = [];
  const changed: PlanDiff['changed'] = [];
  for (const activity of after.activities) {
    const known = old.get(activity.code);
    if (!known) {
      added.push(activity);
      continue;
    }
    const fields = COMPARED.filter((field) => !same(known[field], activity[field])).map((field) => ({
      field,
      from: known[field],
      to: activity[field],
    }));
    if (fields.length > 0) changed.push({ code: activity.code, before: known, after: activity, fields });
  }
  const removed = (before?.activities ?? []).filter((activity) => !coming.has(activity.code));
  const head = before ? COMPARED_HEAD.filter((field) => !same(before[field], after[field])) : [];
  const stayedBefore = [...old.keys()].filter((code) => coming.has(code));
  const stayedAfter = after.activities.map((activity) => activity.code).filter((code) => old.has(code));
  return { added, changed, removed, head, reordered: !same(stayedBefore, stayedAfter) };
}

/** The number of each kind of change; a changed activity counts as what it is afterwards. */
export function countChanges(
  diff: Pick<PlanDiff, 'added' | 'changed' | 'removed'>,
): Record<'added' | 'changed' | 'removed', PlanCount> {
  return {
    added: countPlan(diff.added),
    changed: countPlan(diff.changed.map(({ after }) => after)),
    removed: countPlan(diff.removed),
  };
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with keys in order: what comes back from a database need not keep them. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Whether a file without the stored plan's title is nevertheless that plan, retitled:
 * at least half of the smaller one's activities have the same code and name.
 */
export function isSamePlan(before: Plan, after: PlanDraft): boolean {
  if (before.title === after.title) return true;
  const names = new Map(before.activities.map((activity) => [activity.code, activity.name]));
  const shared = after.activities.filter((activity) => names.get(activity.code) === activity.name).length;
  return shared * 2 >= Math.min(before.activities.length, after.activities.length);
}
