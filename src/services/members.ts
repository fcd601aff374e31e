/** Who belongs to an office, and what an administrator changes about them: taking out, handing over, setting activities. */
import type { Member, Role } from '../domain/member.ts';
import type { Database } from '../db/connect.ts';
import { findMembers, type MemberDocument, memberFrom } from '../db/members.ts';
import { findLinks, type LinkDocument } from '../db/links.ts';
import { commit } from '../db/unit-of-work.ts';
import { type Write, writeAudit } from './writes.ts';
import { moveRow } from '../queue/states.ts';

/** The command line acts in nobody's name. */
const COMMAND = 'command';
const RANK: readonly Role[] = ['admin', 'manager', 'officer'];

/** @returns the role that allows most. */
export function mainRole(roles: readonly Role[]): Role {
  return RANK.find((role) => roles.includes(role)) ?? 'officer';
}

/** Members of an office in the order they joined; `all` includes those who were taken out. */
export async function listMembers(database: Database, office: string, all: boolean): Promise<Member[]> {
  const found = await findMembers(database.models, office);
  return found.filter((member) => all || member.state !== 'revoked');
}

/** @param id member id or LINE user id. @returns every membership that fits, in one office or in all. */
export async function findMemberships(
  database: Database,
  id: string,
  office: string | null,
): Promise<Member[]> {
  const where = { $or: [{ _id: id }, { userId: id }], ...(office === null ? {} : { office }) };
  const found = await database.models.members.find(where).sort({ _id: 1 }).lean<MemberDocument[]>();
  return found.map(memberFrom);
}

export type MemberChanged =
  | { ok: true }
  | { ok: false; reason: 'already' | 'conflict' | 'same' | 'two-offices' | 'revoked' | 'nothing' };

/**
 * Takes a person out: no link, no unfinished drafts, nothing more is sent to them. What they reported stays,
 * and a new invite brings them back under the same id.
 */
export async function revokeMember(
  database: Database,
  member: Member,
  now: Date,
  by = COMMAND,
): Promise<MemberChanged> {
  if (member.state === 'revoked') return { ok: false, reason: 'already' };
  const { office, userId } = member;
  const link = (await findLinks(database.models, [userId])).get(userId);
  const cancelled = moveRow('outbox', ['open', 'waiting'], 'cancelled', { error: 'revoked' });
  return commit(database, [
    changeOf(member, { state: 'revoked', away: null }),
    ...(link ? [leaveOffice(link, office)] : []),
    { to: 'conversations', removeAll: { where: { office, userId } } },
    { to: 'weblinks', removeAll: { where: { office, member: member.id } } },
    { to: 'websessions', removeAll: { where: { office, member: member.id } } },
    {
      to: 'members',
      updateAll: {
        where: { office, 'away.delegate': member.id },
        change: { $set: { 'away.delegate': null } },
      },
    },
    {
      to: 'outbox',
      updateAll: {
        where: { office, to: userId, ...cancelled.from },
        change: cancelled.change,
      },
    },
    writeAudit(office, now, by, 'revoke', { member: member.id }),
  ]);
}

/** Somebody in another office too goes on there. */
function leaveOffice({ _id, office: chosen, others = [] }: LinkDocument, office: string): Write {
  const [next, ...rest] = others;
  if (office !== chosen)
    return { to: 'links', updateAll: { where: { _id }, change: { $pull: { others: { office } } } } };
  if (!next) return { to: 'links', removeAll: { where: { _id, office } } };
  const change = { $set: { ...next, others: rest } };
  return { to: 'links', update: { where: { _id, office }, change } };
}

/** Gives all activities of one person to another of the same office. */
export async function handOver(
  database: Database,
  from: Member,
  to: Member,
  now: Date,
  by = COMMAND,
): Promise<MemberChanged> {
  if (from.id === to.id) return { ok: false, reason: 'same' };
  if (from.office !== to.office) return { ok: false, reason: 'two-offices' };
  if (to.state === 'revoked') return { ok: false, reason: 'revoked' };
  if (from.activities.length === 0) return { ok: false, reason: 'nothing' };
  const activities = [...new Set([...to.activities, ...from.activities])].toSorted(byCode);
  return commit(database, [
    changeOf(from, { activities: [] }),
    changeOf(to, { activities }),
    writeAudit(from.office, now, by, 'hand-over', { from: from.id, to: to.id, activities: from.activities }),
  ]);
}

/** @param activities codes the plan has; leaves or branches. */
export async function setActivities(
  database: Database,
  member: Member,
  activities: readonly string[],
  now: Date,
  by = COMMAND,
): Promise<MemberChanged> {
  if (member.state === 'revoked') return { ok: false, reason: 'revoked' };
  const codes = [...new Set(activities)].toSorted(byCode);
  return commit(database, [
    changeOf(member, { activities: codes }),
    writeAudit(member.office, now, by, 'set-activities', { member: member.id, activities: codes }),
  ]);
}

/** Two administrators at once do not undo each other: what was read must still stand. */
export function changeOf(member: Member, change: Partial<MemberDocument>): Write {
  const { id, office, state, activities, roles } = member;
  return {
    to: 'members',
    update: { where: { _id: id, office, state, activities, roles }, change: { $set: change } },
  };
}

/** As the plan orders them: 1.2 before 1.10. */
export function byCode(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Everybody who ever joined an office, or any where it is left out, with the menu they are to see: by their highest role, none for who was taken out. */
export async function menuPeople(
  database: Database,
  office?: string,
): Promise<{ userId: string; role: Role | null; language: Member['language'] }[]> {
  const found = await database.models.members
    .find(office === undefined ? {} : { office }, { userId: 1, roles: 1, language: 1, state: 1 })
    .sort({ _id: 1 })
    .lean<MemberDocument[]>();
  const active = new Set(found.filter(({ state }) => state !== 'revoked').map(({ userId }) => userId));
  return found
    .filter(({ userId, state }) => state !== 'revoked' || !active.has(userId))
    .map(({ userId, roles, language, state }) => ({
      userId,
      role: state === 'revoked' ? null : mainRole(roles),
      language,
    }));
}
