/** Who is reminded of what today: one digest a person a day, by the office's calendar; called by the reminder job and the forecast. */
import type { Activity } from './activity.ts';
import { isQuiet, isWorkingDay, type Calendar, weekdayOf } from './calendar.ts';
import { addDays, clockInBangkok, dayInBangkok, daysBetween, dueDay } from './fiscal-year.ts';
import type { Member } from './member.ts';
import { coveredLeaves } from './plan.ts';
import { isOpen, itemFor, overdueCount } from './reminder-due.ts';
import { type Digest, REASONS, type ReminderInput, type ReminderItem } from './reminder-rules.ts';

/** How many delegates in a row are followed when each is away. */
const DELEGATE_CHAIN = 5;

/**
 * The digests that are to go out at this moment.
 * Nothing on closed days, in quiet hours, before a person's hour, while snoozed, or twice on a day; what
 * was due meanwhile comes with the next digest.
 * @returns in the order of the members; empty when there is nothing to say.
 */
export function decideReminders(input: ReminderInput): Digest[] {
  const { calendar, settings, choices, now } = input;
  if (isQuiet(calendar, settings.quiet, now)) return [];
  const time = clockInBangkok(now).slice(11, 16);
  return digestsOn(input, dayInBangkok(now)).filter(
    (digest) => time >= (choices[digest.member]?.at ?? settings.at),
  );
}

/**
 * The digests of a whole day, whatever the hour: what the forecast counts with.
 * @param day ISO day; a closed one has none.
 */
export function digestsOn(input: ReminderInput, day: string): Digest[] {
  if (!isWorkingDay(input.calendar, day)) return [];
  const items = new Map<string, ReminderItem[]>();
  const give = (member: string, item: ReminderItem): void => {
    items.set(member, [...(items.get(member) ?? []), item]);
  };
  for (const { item, receiver } of ownerItems(input, day)) give(receiver, item);
  for (const manager of input.members.filter(isActiveManager)) {
    for (const item of escalations(input, day, manager.id)) give(manager.id, item);
  }
  return input.members.flatMap((member) => {
    const mine = items.get(member.id);
    return mine && mayHearOn(input, member.id, day) ? [digest(member.id, day, mine)] : [];
  });
}

/** @returns whom an activity is reminded of: members linked to it or to a branch above it, in order of joining. */
export function ownersOf(input: ReminderInput, code: string): Member[] {
  const owners = input.members
    .filter((member) => member.state === 'active')
    .filter((member) => coveredLeaves(input.plan, member.activities).some((leaf) => leaf.code === code))
    .toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1));
  return input.settings.firstOwnerOnly ? owners.slice(0, 1) : owners;
}

/** @returns who hears it in the owner's place on that day: the owner, a delegate, or null when all are away. */
export function receiverFor(members: readonly Member[], owner: Member, day: string): Member | null {
  let member: Member | undefined = owner;
  for (let step = 0; step < DELEGATE_CHAIN && member; step += 1) {
    if (member.state === 'active' && !(member.away && day <= member.away.until)) return member;
    const delegate: string | null = member.away?.delegate ?? null;
    member = members.find((other) => other.id === delegate);
  }
  return null;
}

function ownerItems(input: ReminderInput, day: string): { item: ReminderItem; receiver: string }[] {
  return leaves(input).flatMap((activity) =>
    ownersOf(input, activity.code).flatMap((owner) => {
      const receiver = receiverFor(input.members, owner, day);
      const item = receiver && itemFor(input, day, activity, owner.id);
      return item ? [{ item, receiver: receiver.id }] : [];
    }),
  );
}

/** What a manager hears in the weekly digest: overdue work whose owners were reminded in vain, or that nobody can be reminded of. */
function escalations(input: ReminderInput, day: string, manager: string): ReminderItem[] {
  const since = escalationDay(input, day);
  const heardThisWeek = input.sentBefore.some(
    (item) => item.member === manager && item.reason === 'escalation' && item.day >= since,
  );
  if (heardThisWeek || day < since) return [];
  return leaves(input).flatMap((activity) => {
    const due = dueDay(activity.months, input.plan.period.end);
    if (day <= due || !isOpen(input.states[activity.code])) return [];
    const owners = ownersOf(input, activity.code);
    const reachable = owners.filter((owner) => receiverFor(input.members, owner, day));
    const counts = reachable.map((owner) => overdueCount(input, activity.code, owner.id));
    if (counts.some((count) => count < input.settings.escalateAfter)) return [];
    const item: ReminderItem = {
      code: activity.code,
      reason: 'escalation',
      dueDay: due,
      daysLate: daysBetween(due, day),
      workingDaysLeft: 0,
      owner: owners[0]?.id ?? null,
      remindedBefore: Math.max(0, ...counts),
    };
    return [item];
  });
}

/** The day of this week's escalation, before it is moved for holidays: those only make it come later. */
function escalationDay({ settings }: ReminderInput, day: string): string {
  return addDays(day, settings.escalationWeekday - weekdayOf(day));
}

function mayHearOn(input: ReminderInput, member: string, day: string): boolean {
  if (day < (input.snoozedUntil[member] ?? '')) return false;
  if (input.sentBefore.some((item) => item.member === member && item.day === day)) return false;
  const weekdays = input.choices[member]?.weekdays;
  return !weekdays || isChosenDay(input.calendar, weekdays, day);
}

/** A chosen weekday, or the first working day after one that was closed. */
function isChosenDay(calendar: Calendar, weekdays: readonly number[], day: string): boolean {
  if (weekdays.includes(weekdayOf(day))) return true;
  for (let back = 1; back <= 31; back += 1) {
    const before = addDays(day, -back);
    if (isWorkingDay(calendar, before)) return false;
    if (weekdays.includes(weekdayOf(before))) return true;
  }
  return false;
}

function digest(member: string, day: string, items: ReminderItem[]): Digest {
  const byCode = new Map<string, ReminderItem>();
  for (const item of items.toSorted(byUrgency)) if (!byCode.has(item.code)) byCode.set(item.code, item);
  const kept = [...byCode.values()];
  const weak = kept.every((item) => item.reason === 'due-7' || item.reason === 'no-report-this-month');
  return { member, slot: day, items: kept, channel: weak ? 'ride' : 'push' };
}

function byUrgency(a: ReminderItem, b: ReminderItem): number {
  return (
    REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
    (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0)
  );
}

function leaves({ plan }: ReminderInput): Activity[] {
  return plan.activities.filter((activity) => activity.leaf);
}

function isActiveManager(member: Member): boolean {
  return member.state === 'active' && member.roles.includes('manager');
}
