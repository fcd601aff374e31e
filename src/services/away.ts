/** Absences: who is away until when and who stands in; the away command stores, the context asks what one stands in for. */
import type { Actor } from '../domain/policy.ts';
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import type { Member } from '../domain/member.ts';
import { standInsOf } from '../domain/stand-in.ts';
import type { MemberContext } from './context.ts';
import type { Write } from './writes.ts';

/** @param away null when the person is back. */
export function setAway(context: MemberContext, away: Member['away']): Write {
  const { member } = context;
  return {
    to: 'members',
    update: { where: { _id: member.id, office: member.office }, change: { $set: { away } } },
  };
}

interface Absence extends Pick<Member, 'id' | 'office' | 'activities'> {
  away: NonNullable<Member['away']>;
}

const lookups = new WeakMap<Database, (office: string) => Promise<Absence[] | null>>();

/** Look-ups of events at the same moment are one query. */
function absencesOf(database: Database): (office: string) => Promise<Absence[] | null> {
  let lookup = lookups.get(database);
  if (!lookup) {
    lookup = coalesce(async (offices: readonly string[]) => {
      const absent = {
        office: { $in: offices },
        'away.delegate': { $type: 'string' },
        state: { $ne: 'revoked' },
      };
      const found = (await database.models.members.collection
        .find(absent as never, { projection: { office: 1, activities: 1, away: 1 } })
        .toArray()) as unknown as (Omit<Absence, 'id'> & { _id: string })[];
      return Map.groupBy(
        found.map(({ _id: id, ...absence }): Absence => ({ id, ...absence })),
        (one) => one.office,
      );
    });
    lookups.set(database, lookup);
  }
  return lookup;
}

/** @returns codes of the activities of everybody for whom this member stands in on that day. */
export async function standInCodes(
  database: Database,
  office: string,
  member: string,
  today: string,
): Promise<string[]> {
  const absences = (await absencesOf(database)(office)) ?? [];
  return absences
    .filter((absence) => standInsOf(absences, absence, today).includes(member))
    .flatMap(({ activities }) => activities);
}

/** @returns codes of what this member reports on today: their own, and those of everybody they stand in for. */
export function ownCodes({ member, standInCodes: others = [] }: MemberContext): string[] {
  return [...new Set([...member.activities, ...others])];
}

/** The member as the policy knows them. */
export function actorOf(context: MemberContext): Actor {
  return { roles: context.member.roles, works: ownCodes(context) };
}
