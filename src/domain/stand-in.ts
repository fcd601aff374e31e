/** Who stands in for whom while people are away: reminders, nudges, rights and a person's own activities go by this one rule. */
import type { Member } from './member.ts';

type Person = Pick<Member, 'id' | 'away'>;

export function isAway({ away }: Pick<Member, 'away'>, day: string): boolean {
  return away !== null && (away.from ?? '') <= day && day <= away.until;
}

/**
 * Those who stand in for a person on an ISO day, the nearest first: the delegate, and while that one is away too, theirs.
 * All of them may do the work; the last, when present, is who hears of it.
 * @param people at least everybody who is away.
 * @returns member ids, none for a person who is there.
 */
export function standInsOf(people: readonly Person[], person: Person, day: string): string[] {
  const ids: string[] = [];
  let at: Person | undefined = person;
  while (at && isAway(at, day)) {
    const delegate: string | null = at.away?.delegate ?? null;
    if (delegate === null || delegate === person.id || ids.includes(delegate)) break;
    ids.push(delegate);
    at = people.find((other) => other.id === delegate);
  }
  return ids;
}

/** @returns who hears it in the owner's place on that day: the owner, who stands in, or null when nobody can be reached. */
export function receiverFor(members: readonly Member[], owner: Member, day: string): Member | null {
  const last = standInsOf(members, owner, day).at(-1);
  const receiver = last === undefined ? owner : members.find((one) => one.id === last);
  return receiver?.state === 'active' && !isAway(receiver, day) ? receiver : null;
}
