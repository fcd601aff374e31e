/** Giving an activity to a member, alone or beside those who have it; the assign command stores through it. */
import type { Plan } from '../domain/activity.ts';
import type { Member } from '../domain/member.ts';
import { childrenOf, covers } from '../domain/plan.ts';
import type { MemberContext } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

/**
 * A person's codes after one activity was taken out: branches above it fall into their other children.
 * @param codes leaves or branches. @param code the leaf or branch that goes, with all below it.
 */
export function withoutActivity(plan: Plan, codes: readonly string[], code: string): string[] {
  return codes.flatMap((own) => {
    if (own === code || own.startsWith(`${code}.`)) return [];
    if (!code.startsWith(`${own}.`)) return [own];
    const children = childrenOf(plan, own).map((child) => child.code);
    return withoutActivity(plan, children, code);
  });
}

/** A person's codes after one was added: what lies below it is covered by it. */
export function withActivity(codes: readonly string[], code: string): string[] {
  if (covers(codes, code)) return [...codes];
  return [...codes.filter((own) => !own.startsWith(`${code}.`)), code];
}

/** @returns those who have it now: by their own list, by a branch above it, or by something below it. */
export function ownersOf(code: string, members: readonly Member[]): Member[] {
  return members.filter(
    ({ activities }) => covers(activities, code) || activities.some((own) => covers([code], own)),
  );
}

/** @returns the writes; they fail as a conflict when somebody changed one of these people's activities meanwhile. */
export function assignActivity(
  context: MemberContext,
  code: string,
  to: Member,
  from: readonly Member[],
): Write[] {
  const { office, plan, now, member } = context;
  return [
    changeOwn(context, to, withActivity(to.activities, code)),
    ...from.map((one) => changeOwn(context, one, withoutActivity(plan, one.activities, code))),
    writeAudit(office.id, now, member.id, 'assign', {
      activity: code,
      to: to.id,
      from: from.map((one) => one.id),
    }),
  ];
}

/** @param codes of `from`'s activities, which all become `to`'s. @returns the same of several at once. */
export function handOverActivities(
  context: MemberContext,
  codes: readonly string[],
  to: Member,
  from: Member,
): Write[] {
  const { office, plan, now, member } = context;
  const kept = codes.reduce<string[]>((own, code) => withoutActivity(plan, own, code), [...from.activities]);
  const got = codes.reduce<string[]>((own, code) => withActivity(own, code), [...to.activities]);
  return [
    changeOwn(context, to, got),
    changeOwn(context, from, kept),
    ...codes.map((activity) =>
      writeAudit(office.id, now, member.id, 'assign', { activity, to: to.id, from: [from.id] }),
    ),
  ];
}

function changeOwn({ office }: MemberContext, one: Member, activities: string[]): Write {
  return {
    to: 'members',
    update: {
      where: { _id: one.id, office: office.id, activities: one.activities },
      change: { $set: { activities } },
    },
  };
}
