/** Asking several people at once for what they owe: whom it reaches, whom it cannot, who was asked today already; the commands that ask everybody send through it. */
import type { Activity } from '../domain/activity.ts';
import type { Member } from '../domain/member.ts';
import { isAway, receiverFor } from '../domain/stand-in.ts';
import { byOwner, type Owned, unreportedLeaves } from '../domain/unreported.ts';
import { findReportedMonths } from '../db/updates-month.ts';
import { colleagues, freeRide } from './broadcast.ts';
import type { MemberContext } from './context.ts';
import { byDay } from './reminders-settings.ts';
import { type Write, writeAudit } from './writes.ts';

/** Somebody, and the leaves they are asked about: their own, or those of whom they stand in for. */
export interface AskedPerson {
  to: Member;
  leaves: Activity[];
}

export interface Reach {
  /** Each costs a message. */
  present: AskedPerson[];
  /** On leave without anybody to stand in: they read it with their next answer. */
  away: AskedPerson[];
  /** Asked today already: nobody is asked the same twice a day. */
  done: AskedPerson[];
  /** LINE does not reach them. */
  blocked: AskedPerson[];
}

/** What is due and was not reported this month, by its owners. */
export async function readUnreported(context: MemberContext): Promise<ReturnType<typeof byOwner>> {
  const [leaves, members] = await Promise.all([dueAndUnreported(context), colleagues(context)]);
  return byOwner(context.plan, leaves, members);
}

/** @returns the codes of what is due and was not reported on, whoever has it. */
export async function unreportedHere(context: MemberContext): Promise<ReadonlySet<string>> {
  return new Set((await dueAndUnreported(context)).map(({ code }) => code));
}

async function dueAndUnreported(context: MemberContext): Promise<Activity[]> {
  const { database, office, plan, today } = context;
  const [all, reported] = await Promise.all([
    context.states(),
    findReportedMonths(database.models, office.id, plan.id),
  ]);
  const states = new Map(all.map(({ code, state }) => [code, state]));
  return unreportedLeaves({ plan, states, reported, today });
}

/** @param topic what they are asked for: the same is asked of a person once a day, whoever asks. The one who asks is left out. */
export async function findReach(
  context: MemberContext,
  owned: readonly Owned[],
  topic: string,
): Promise<Reach> {
  const { today, member } = context;
  const all = await colleagues(context);
  const reach: Reach = { present: [], away: [], done: [], blocked: [] };
  for (const { owner, leaves } of owned) {
    const to = receiverFor(all, owner, today);
    if (to) join(reach.present, to, leaves);
    else join(owner.state === 'active' && isAway(owner, today) ? reach.away : reach.blocked, owner, leaves);
  }
  const others = (asked: AskedPerson[]): AskedPerson[] => asked.filter(({ to }) => to.id !== member.id);
  const [present, away] = [others(reach.present), others(reach.away)];
  const keys = [...present, ...away].map(({ to }) => keyOf(context, topic, to));
  const known = new Set<unknown>(
    await context.database.models.outbox.distinct('_id', { _id: { $in: keys } }),
  );
  const isDone = ({ to }: AskedPerson): boolean => known.has(keyOf(context, topic, to));
  return {
    present: present.filter((one) => !isDone(one)),
    away: away.filter((one) => !isDone(one)),
    done: [...present, ...away].filter(isDone),
    blocked: others(reach.blocked),
  };
}

function join(list: AskedPerson[], to: Member, leaves: readonly Activity[]): void {
  const known = list.find((one) => one.to.id === to.id);
  if (!known) list.push({ to, leaves: [...leaves] });
  else known.leaves.push(...leaves.filter((leaf) => !known.leaves.includes(leaf)));
}

/** The outbox's key: a second one of the same day finds it taken, however close they are. */
export function keyOf({ office, today }: MemberContext, topic: string, to: Member): string {
  return `ask:${office.id}:${topic}:${today}:${to.id}`;
}

/** What every push of this kind has: at night it waits for the morning. */
export function askingPush(context: MemberContext, topic: string, to: Member) {
  return {
    key: keyOf(context, topic, to),
    to: to.userId,
    office: context.office.id,
    purpose: 'nudge',
    cost: 1,
    ...byDay(context.office, context.now),
    names: [context.member.id],
  };
}

export function askingRide(context: MemberContext, topic: string, to: Member, text: string): Write {
  return freeRide(context, keyOf(context, topic, to), to, 'nudge', text);
}

export function noteAsking(context: MemberContext, topic: string, asked: readonly AskedPerson[]): Write {
  const { office, now, member } = context;
  const to = asked.map((one) => one.to.id);
  return writeAudit(office.id, now, member.id, 'nudge', { topic, to });
}
