/** Codes that are open, taking one back, and codes for all owners of a plan at once; web/console calls it. */
import type { Plan } from '../domain/activity.ts';
import type { Database } from '../db/connect.ts';
import { findOpenInvites } from '../db/invites.ts';
import { findMembers } from '../db/members.ts';
import { commit, type Committed } from '../db/unit-of-work.ts';
import type { Invite } from '../domain/member.ts';
import { byCode } from './members.ts';
import { makeInvite } from './invites.ts';
import { shownHash } from './used-invites.ts';
import { type Write, writeAudit } from './writes.ts';

export interface OpenInvite extends Pick<
  Invite,
  'role' | 'owner' | 'activities' | 'uses' | 'used' | 'expiresAt'
> {
  /** As much of its hash as the audit keeps, too: enough to take it back, too little to find the code. */
  id: string;
}

export async function readOpenInvites(
  { models }: Database,
  office: string,
  now: Date,
): Promise<OpenInvite[]> {
  const found = await findOpenInvites(models, office, now);
  return found.map(({ _id, role, owner, activities, uses, used, expiresAt }) => ({
    id: shownHash({ id: _id } as Invite),
    role,
    owner,
    activities,
    uses,
    used,
    expiresAt,
  }));
}

/** @param id as it is shown. @returns conflict when it opens nothing any more. */
export async function takeBackInvite(
  database: Database,
  office: string,
  id: string,
  { by, now }: { by: string; now: Date },
): Promise<Committed> {
  const open = await findOpenInvites(database.models, office, now);
  const found = open.find(({ _id }) => shownHash({ id: _id } as Invite) === id);
  if (!found) return { ok: false, reason: 'conflict' };
  return commit(database, [
    // somebody who uses it just now was quicker
    {
      to: 'invites',
      update: { where: { _id: found._id, office, used: found.used }, change: { $set: { expiresAt: now } } },
    },
    writeAudit(office, now, by, 'take-back-invite', { invite: id, role: found.role }),
  ]);
}

/** Who a plan names as responsible. */
export interface PlanOwner {
  name: string;
  activities: string[];
  /** Members who already have all of these. */
  members: string[];
}

export async function readOwners({ models }: Database, plan: Plan): Promise<PlanOwner[]> {
  const leaves = plan.activities.filter(({ leaf, ownerGroup }) => leaf && ownerGroup);
  const groups = Map.groupBy(leaves, ({ ownerGroup }) => ownerGroup!.replace(/\s+/g, ' ').trim());
  const members = (await findMembers(models, plan.office)).filter(({ state }) => state !== 'revoked');
  return [...groups].map(([name, owned]) => {
    const activities = owned.map(({ code }) => code).toSorted(byCode);
    const have = members.filter((one) =>
      activities.every((code) => one.activities.some((own) => code === own || code.startsWith(`${own}.`))),
    );
    return { name, activities, members: have.map((one) => one.name) };
  });
}

/** @returns a code for each owner, and the writes that open them. */
export function inviteOwners(
  plan: Plan,
  owners: readonly PlanOwner[],
  uses: number,
  expiresAt: Date,
  { by, now }: { by: string; now: Date },
): { invites: { owner: PlanOwner; code: string }[]; writes: Write[] } {
  const made = owners.map((owner) => {
    const { name, activities } = owner;
    const invite = {
      office: plan.office,
      role: 'officer' as const,
      owner: name,
      activities,
      uses,
      expiresAt,
    };
    return { owner, ...makeInvite(invite, now, by) };
  });
  return {
    invites: made.map(({ owner, code }) => ({ owner, code })),
    writes: made.flatMap(({ writes }) => writes),
  };
}
