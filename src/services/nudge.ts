/** Whom a manager's question about an activity goes to; the nudge command asks. */
import type { Member } from '../domain/member.ts';
import { covers } from '../domain/plan.ts';
import { isAway, receiverFor } from '../domain/stand-in.ts';
import { colleagues } from './broadcast.ts';
import type { MemberContext } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

export interface Owners {
  /** Those a message may be pushed to: owners, and who stands in for them; never the person who asks. */
  present: Member[];
  /** Owners on leave without anybody to stand in: nothing is pushed to them, they read it when they write. */
  away: Member[];
}

export async function ownersToAsk(context: MemberContext, activity: string): Promise<Owners> {
  const { today, member } = context;
  const all = await colleagues(context);
  const owners = all.filter((one) => covers(one.activities, activity));
  const present = owners.flatMap((owner) => receiverFor(all, owner, today) ?? []);
  const away = owners.filter(
    (owner) => owner.state === 'active' && isAway(owner, today) && receiverFor(all, owner, today) === null,
  );
  return {
    present: [...new Set(present)].filter((one) => one.id !== member.id),
    away: away.filter((one) => one.id !== member.id),
  };
}

export function noteNudge(context: MemberContext, activity: string, owners: readonly Member[]): Write {
  const { office, now, member } = context;
  return writeAudit(office.id, now, member.id, 'nudge', { activity, to: owners.map((one) => one.id) });
}
