/** Who gets the activities that an import adds to a plan in use: those who have all else of the same group; import-plan stores it, the command and the page show it. */
import type { Activity, Plan } from '../domain/activity.ts';
import type { Member } from '../domain/member.ts';
import { covers } from '../domain/plan.ts';
import { withActivity } from './assign.ts';
import type { Write } from './writes.ts';

/** A new activity that no branch of anybody's covers; `people` is empty where it is nobody's. */
export interface NewlyOwned {
  activity: Activity;
  people: Member[];
}

/**
 * @param plan as it is stored. @param added to it. @param removed from it: what goes need not have been theirs.
 * @param members of the office, those taken out included.
 */
export function newlyOwned(
  plan: Plan,
  { added, removed }: { added: readonly Activity[]; removed: readonly Activity[] },
  members: readonly Member[],
): NewlyOwned[] {
  const going = new Set(removed.map(({ code }) => code));
  const staying = plan.activities.filter(({ leaf, code }) => leaf && !going.has(code));
  const present = members.filter(({ state, activities }) => state !== 'revoked' && activities.length > 0);
  return added
    .filter(({ leaf, code }) => leaf && !present.some(({ activities }) => covers(activities, code)))
    .map((activity) => {
      const group = groupOf(activity);
      const theirs = group === null ? [] : staying.filter((one) => groupOf(one) === group);
      const people = present.filter(
        ({ activities }) => theirs.length > 0 && theirs.every(({ code }) => covers(activities, code)),
      );
      return { activity, people };
    });
}

function groupOf({ ownerGroup }: Activity): string | null {
  return ownerGroup?.replace(/\s+/g, ' ').trim() || null;
}

/** @returns the writes; they fail as a conflict when somebody changed one of these people's activities meanwhile. */
export function newlyOwnedWrites(owned: readonly NewlyOwned[], office: string): Write[] {
  const people = new Map(owned.flatMap((one) => one.people.map((person) => [person.id, person] as const)));
  return [...people.values()].map(({ id, activities }) => {
    const codes = owned.filter((one) => one.people.some((person) => person.id === id));
    const after = codes.reduce<string[]>(
      (all, { activity }) => withActivity(all, activity.code),
      [...activities],
    );
    return {
      to: 'members',
      update: { where: { _id: id, office, activities }, change: { $set: { activities: after } } },
    };
  });
}
