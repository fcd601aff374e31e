/** People of an office as the console shows and changes them, each form against what it was filled from; web/console calls it. */
import { createHash } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import { findMember, findMembers } from '../db/members.ts';
import { commit } from '../db/unit-of-work.ts';
import { type Member, type Role, ROLES } from '../domain/member.ts';
import { cleanName } from '../domain/names.ts';
import { byCode, changeOf, type MemberChanged, handOver, revokeMember } from './members.ts';
import { writeAudit } from './writes.ts';

export interface ConsolePerson extends Pick<
  Member,
  'id' | 'name' | 'position' | 'roles' | 'activities' | 'state' | 'lastSeenAt' | 'joinedAt'
> {
  officialName: string;
  /** Marks what stands now: a change is made only to that. */
  seen: string;
}

/** Everybody who belongs to the office, in the order they joined. */
export async function readPeople({ models }: Database, office: string): Promise<ConsolePerson[]> {
  const found = await findMembers(models, office);
  return found.filter(({ state }) => state !== 'revoked').map(personOf);
}

function personOf(member: Member): ConsolePerson {
  const { id, name, officialName = '', position, roles, activities, state, lastSeenAt, joinedAt } = member;
  const seen = markOf(member);
  return { id, name, officialName, position, roles, activities, state, lastSeenAt, joinedAt, seen };
}

function markOf({ officialName = '', position, roles, activities, state }: Member): string {
  const all = JSON.stringify([officialName, position, roles, activities, state]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 12);
}

export interface PersonForm {
  id: string;
  seen: string;
  officialName: string;
  position: string;
  roles: Role[];
  activities: string[];
}

export type PersonChanged =
  | MemberChanged
  | { ok: false; reason: 'unknown' | 'changed' | 'last-admin' | 'no-role' | 'bad-name' | 'no-such-activity' };

interface By {
  by: string;
  now: Date;
}

/** @param codes all that the plan in force has. */
export async function changePerson(
  database: Database,
  office: string,
  form: PersonForm,
  codes: ReadonlySet<string>,
  { by, now }: By,
): Promise<PersonChanged> {
  const found = await findSeen(database, office, form);
  if (!found.ok) return found;
  const { member } = found;
  const roles = ROLES.filter((role) => form.roles.includes(role));
  if (roles.length === 0) return { ok: false, reason: 'no-role' };
  if (!roles.includes('admin') && (await isLastAdmin(database, member)))
    return { ok: false, reason: 'last-admin' };
  // one that an earlier plan had may stay
  const known = (code: string): boolean => codes.has(code) || member.activities.includes(code);
  if (!form.activities.every(known)) return { ok: false, reason: 'no-such-activity' };
  const [officialName, position] = [form.officialName, form.position].map((text) =>
    text.trim() === '' ? '' : cleanName(text),
  );
  if (officialName === null || officialName === undefined || position === null || position === undefined)
    return { ok: false, reason: 'bad-name' };
  const activities = [...new Set(form.activities)].toSorted(byCode);
  return commit(database, [
    changeOf(member, { officialName, position, roles, activities }),
    writeAudit(office, now, by, 'change-member', { member: member.id, roles, activities }),
  ]);
}

/** Takes somebody out, but not the last who looks after the office. */
export async function takeOut(
  database: Database,
  office: string,
  form: Pick<PersonForm, 'id' | 'seen'>,
  { by, now }: By,
): Promise<PersonChanged & { userId?: string }> {
  const found = await findSeen(database, office, form);
  if (!found.ok) return found;
  if (await isLastAdmin(database, found.member)) return { ok: false, reason: 'last-admin' };
  const done = await revokeMember(database, found.member, now, by);
  return done.ok ? { ...done, userId: found.member.userId } : done;
}

/** Gives all activities of one to another. */
export async function handOverAll(
  database: Database,
  office: string,
  form: Pick<PersonForm, 'id' | 'seen'> & { to: string },
  { by, now }: By,
): Promise<PersonChanged> {
  const found = await findSeen(database, office, form);
  if (!found.ok) return found;
  const to = await findMember(database.models, office, form.to);
  return to ? handOver(database, found.member, to, now, by) : { ok: false, reason: 'unknown' };
}

type Found = { ok: true; member: Member } | { ok: false; reason: 'unknown' | 'changed' };

async function findSeen(
  { models }: Database,
  office: string,
  { id, seen }: Pick<PersonForm, 'id' | 'seen'>,
): Promise<Found> {
  const member = await findMember(models, office, id);
  if (!member || member.state === 'revoked') return { ok: false, reason: 'unknown' };
  return markOf(member) === seen ? { ok: true, member } : { ok: false, reason: 'changed' };
}

async function isLastAdmin({ models }: Database, member: Member): Promise<boolean> {
  if (!member.roles.includes('admin')) return false;
  const all = await findMembers(models, member.office);
  return !all.some(
    ({ id, roles, state }) => id !== member.id && state !== 'revoked' && roles.includes('admin'),
  );
}
