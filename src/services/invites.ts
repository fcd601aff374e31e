/** Making invites; the `invite` command and the demo use it. */
import type { Invite, Role } from '../domain/member.ts';
import { inviteId, newInviteCode } from '../db/invites.ts';
import { type Write, writeAudit } from './writes.ts';

export interface NewInvite {
  office: string;
  role: Role | 'group';
  owner: string | null;
  activities: string[];
  uses: number;
  expiresAt: Date;
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
