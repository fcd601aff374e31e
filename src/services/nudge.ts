/** Whom a manager's question about an activity goes to; the nudge command asks. */
import type { Member } from '../domain/member.ts';
import { colleagues } from './broadcast.ts';
import type { MemberContext } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

/** True when one of these codes, leaf or branch, contains the activity. */
export function covers(codes: readonly string[], activity: string): boolean {
  return codes.some((own) => activity === own || activity.startsWith(`${own}.`));
}

/** Delegates of delegates are followed this far. */
const MOST_STEPS = 3;

/** @returns the owners LINE can reach, each replaced by the delegate while away; never the person who asks. */
export async function reachableOwners(context: MemberContext, activity: string): Promise<Member[]> {
  const all = await colleagues(context);
  const reached = all
    .filter((member) => covers(member.activities, activity))
    .flatMap((owner) => present(owner, all, context.today) ?? []);
  return [...new Set(reached)].filter((one) => one.id !== context.member.id);
}

function present(owner: Member, all: readonly Member[], today: string): Member | null {
  let member: Member | undefined = owner;
  for (let step = 0; member && step <= MOST_STEPS; step++) {
    const away: Member['away'] = member.away;
    if (member.state === 'active' && !(away && today <= away.until)) return member;
    member = all.find((other) => other.id === away?.delegate);
  }
  // all are away: the owner finds it on coming back
  return owner.state === 'active' ? owner : null;
}

export function noteNudge(context: MemberContext, activity: string, owners: readonly Member[]): Write {
  const { office, now, member } = context;
  return writeAudit(office.id, now, member.id, 'nudge', { activity, to: owners.map((one) => one.id) });
}
