/** Using invites, and those that open nothing any more; registration calls it. */
import type { Models } from '../db/collections.ts';
import type { Invite, Member } from '../domain/member.ts';
import type { Write } from './writes.ts';

/** @returns why an invite opens nothing any more, null while it does. */
export function whyShut({ expiresAt, used, uses }: Invite, now: Date): 'expired' | 'used' | null {
  if (expiresAt <= now) return 'expired';
  return used >= uses ? 'used' : null;
}

/** Whether it was this person who used it: what they were given then may have been changed since. */
export async function cameBy(invite: Invite, member: Member, models: Models): Promise<boolean> {
  const about = { act: 'register', 'about.invite': shownHash(invite) };
  return (await models.audit.exists({ office: member.office, by: member.id, ...about })) !== null;
}

/** As much of an invite's hash as the audit keeps. */
export function shownHash({ id }: Invite): string {
  return id.slice(0, 12);
}

/** Takes one use of the invite as it was read; two people with its last use cannot both have it. */
export function useInvite(invite: Invite): Write {
  return {
    to: 'invites',
    update: {
      where: { _id: invite.id, used: { $lt: invite.uses }, activities: invite.activities },
      change: { $inc: { used: 1 } },
    },
  };
}
