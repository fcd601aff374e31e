/** Making invites; the `invite` command, the chat's and the demo use it. */
import type { Plan } from '../domain/activity.ts';
import type { Invite, Role } from '../domain/member.ts';
import { inviteId, newInviteCode } from '../db/invites.ts';
import { type Write, writeAudit } from './writes.ts';

/** Limits of an invite, wherever it is made. */
export const INVITE_LIMITS = { uses: 1000, days: 366, usualDays: 30 } as const;

export interface NewInvite {
  office: string;
  role: Role | 'group';
  owner: string | null;
  activities: string[];
  uses: number;
  expiresAt: Date;
}

/** @returns codes of the leaves the plan gives to an owner, as it writes them; none for an owner it does not name. */
export function leavesOfOwner({ activities }: Pick<Plan, 'activities'>, owner: string): string[] {
  const same = (text: string | null): string => (text ?? '').replace(/\s/g, '');
  const leaves = activities.filter(({ leaf, ownerGroup }) => leaf && same(ownerGroup) === same(owner));
  return leaves.map(({ code }) => code);
}

/** @param code a fixed one for the demo; otherwise one that cannot be guessed. @returns the code, shown this once, and the writes. */
export function makeInvite(
  invite: NewInvite,
  now: Date,
  by: string,
  code = newInviteCode(),
): { code: string; invite: Invite; writes: Write[] } {
  const id = inviteId(code);
  const document = { ...invite, used: 0, createdAt: now };
  return {
    code,
    invite: { id, ...invite, used: 0 },
    writes: [
      { to: 'invites', insert: { _id: id, ...document } },
      writeAudit(invite.office, now, by, 'invite', { invite: id.slice(0, 12), role: invite.role }),
    ],
  };
}
