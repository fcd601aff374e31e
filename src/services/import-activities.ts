/** What an import writes of the plan's activities: those that are new, that differ or moved, and those that go; import-plan stores it. */
import type { Activity } from '../domain/activity.ts';
import { NO_STATE } from '../domain/update.ts';
import { activityId } from '../db/activities.ts';
import type { ImportPreview } from './import-preview.ts';
import type { Write } from './writes.ts';

/** Nodes that are new, differ or moved; a removed one is only marked. */
export function activityWrites(
  { plan, draft, diff, losing }: ImportPreview,
  office: string,
  id: string,
): Write[] {
  const seen = new Map(losing.map(({ code, updates }) => [code, updates]));
  const changed = new Set(diff.changed.map(({ code }) => code));
  const before = new Map((plan?.activities ?? []).map((activity) => [activity.code, activity]));
  const writes: Write[] = [];
  for (const activity of draft.activities) {
    const known = before.get(activity.code);
    if (!known) writes.push(addition(activity, office, id));
    else if (changed.has(activity.code) || isMoved(known, activity)) {
      const _id = activityId(id, activity.code);
      const where = known.leaf && !activity.leaf ? unreportedSince(_id, seen) : { _id };
      writes.push({ to: 'activities', update: { where, change: { $set: { ...activity } } } });
    }
  }
  for (const { code } of diff.removed) {
    const where = unreportedSince(activityId(id, code), seen);
    writes.push({ to: 'activities', update: { where, change: { $set: { removed: true } } } });
  }
  return writes;
}

/** A report that came after the preview makes a conflict: nobody was asked about that one. */
function unreportedSince(_id: string, seen: ReadonlyMap<string, number>): Record<string, unknown> {
  const code = _id.slice(_id.indexOf('/') + 1);
  return { _id, 'state.seq': seen.get(code) ?? 0 };
}

function isMoved(a: Activity, b: Activity): boolean {
  return a.order !== b.order || a.level !== b.level;
}

/** A new node; one that was removed before comes back with its updates. */
function addition(activity: Activity, office: string, plan: string): Write {
  return {
    to: 'activities',
    update: {
      where: { _id: activityId(plan, activity.code), office, plan },
      change: { $set: { ...activity, removed: false }, $setOnInsert: { state: NO_STATE } },
      upsert: true,
    },
  };
}
