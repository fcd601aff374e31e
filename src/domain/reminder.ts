/** Who is reminded of what today: one digest a person a day, by the office's calendar; called by the reminder job and the forecast. */
import type { Activity } from './activity.ts';
import { isQuiet, isWorkingDay, type OfficeCalendar, weekdayOf, workingDaysBetween } from './calendar.ts';
import { addDays, clockInBangkok, dayInBangkok, daysBetween, dueDay } from './fiscal-year.ts';
import type { Member, Role } from './member.ts';
import { type Ground, isAskedFor, isOpen, itemFor, overdueCount, reportDay } from './reminder-due.ts';
import {
  type Digest,
  REASONS,
  type ReminderInput,
  type ReminderItem,
  type SentItem,
} from './reminder-rules.ts';
import { receiverFor } from './stand-in.ts';

/**
 * The digests that are to go out at this moment.
 * Nothing on closed days, in quiet hours, before a person's hour, while snoozed, or twice on a day; what
 * was due meanwhile comes with the next digest.
 * @returns in the order of the members; empty when there is nothing to say.
 */
export function decideReminders(input: ReminderInput): Digest[] {
  const { calendar, settings, now } = input;
  if (isQuiet(calendar, settings.quiet, now)) return [];
  const time = clockInBangkok(now).slice(11, 16);
  const today = dayInBangkok(now);
  const times = new Map(input.members.map((member) => [member.id, timeOn(today, member)]));
  return digestsOn(input, today).filter((digest) => time >= (times.get(digest.member) ?? settings.at));
}

/** @returns `HH:mm` from which a person wants to be reminded on that day, null = as the office does. */
function timeOn(day: string, { preferences }: Member): string | null {
  const once = preferences?.snoozedUntil?.split('T');
  if (once?.[0] === day && once[1]) return once[1];
  const hour = preferences?.hour ?? null;
  return hour === null ? null : `${String(hour).padStart(2, '0')}:00`;
}

/**
 * The digests of a whole day, whatever the hour: what the forecast counts with.
 * @param day ISO day; a closed one has none.
 */
export function digestsOn(given: ReminderInput, day: string): Digest[] {
  if (!isWorkingDay(given.calendar, day)) return [];
  const input = groundOf(given);
  const items = new Map<string, ReminderItem[]>();
  const give = (member: string, item: ReminderItem): void => {
    items.set(member, [...(items.get(member) ?? []), item]);
  };
  for (const { item, receiver } of ownerItems(input, day)) give(receiver, item);
  for (const { id } of overseers(input.members, day)) {
    for (const item of escalations(input, day, id)) give(id, item);
  }
  return input.members.flatMap((member) => {
    const mine = items.get(member.id);
    return mine && mayHearOn(input, member, day) ? [digest(member.id, slotOn(day, member), mine)] : [];
  });
}

/** @returns what a digest leaves in the record once it reached its person on that ISO day, one entry an owner. */
export function sentItems(digest: Digest, day: string): SentItem[] {
  return digest.items.flatMap(({ code, reason, owners }) =>
    (reason === 'escalation' ? [null] : owners).map((owner) => ({
      member: digest.member,
      owner,
      code,
      reason,
      day,
    })),
  );
}

/** @returns whom each leaf is reminded of: active members linked to it or to a branch above it, in order of joining. */
export function ownersByCode(input: ReminderInput): Map<string, Member[]> {
  const parents = new Map(input.plan.activities.map(({ code, parent }) => [code, parent]));
  const linked = new Map<string, Set<Member>>();
  for (const member of input.members.filter(({ state }) => state === 'active')) {
    for (const code of member.activities) linked.set(code, (linked.get(code) ?? new Set()).add(member));
  }
  return new Map(
    leaves(input).map(({ code }) => {
      const owners = new Set<Member>();
      for (let at: string | null | undefined = code; at; at = parents.get(at)) {
        for (const member of linked.get(at) ?? []) owners.add(member);
      }
      const inOrder = [...owners].toSorted(byJoining);
      return [code, input.settings.firstOwnerOnly ? inOrder.slice(0, 1) : inOrder];
    }),
  );
}

/**
 * Who hears of the whole office's overdue work: the managers or who stands in for them, the administrators where no
 * manager can be reached. An officer who stands in does a manager's own work, but does not oversee the others.
 */
export function overseers(members: readonly Member[], day: string): Member[] {
  const reached = (role: Role): Member[] => {
    const receivers = members
      .filter((member) => member.state === 'active' && member.roles.includes(role))
      .flatMap((member) => receiverFor(members, member, day) ?? [])
      .filter(({ roles }) => roles.some((one) => one !== 'officer'));
    return [...new Set(receivers)];
  };
  const managers = reached('manager');
  return managers.length > 0 ? managers : reached('admin');
}

function groundOf(input: ReminderInput): Ground {
  return { ...input, owners: ownersByCode(input), sent: Map.groupBy(input.sentBefore, (item) => item.code) };
}

function ownerItems(input: Ground, day: string): { item: ReminderItem; receiver: string }[] {
  return leaves(input).flatMap((activity) =>
    (input.owners.get(activity.code) ?? []).flatMap((owner) => {
      const receiver = receiverFor(input.members, owner, day);
      const item = receiver && itemFor(input, day, activity, owner.id);
      return item ? [{ item, receiver: receiver.id }] : [];
    }),
  );
}

/** What a manager hears once a week: overdue work whose owners were reminded in vain, or that nobody can be reminded of. */
function escalations(input: Ground, day: string, manager: string): ReminderItem[] {
  const since = addDays(day, -((weekdayOf(day) - input.settings.escalationWeekday + 7) % 7));
  const heard = input.sentBefore.filter((item) => item.member === manager && item.reason === 'escalation');
  if (heard.some((item) => item.day >= since)) return [];
  const items = leaves(input).flatMap((activity) => {
    const due = dueDay(activity.months, input.plan.period.end);
    const state = input.states[activity.code];
    if (day <= due || !isOpen(state)) return [];
    const owners = input.owners.get(activity.code) ?? [];
    const reachable = owners.filter((owner) => receiverFor(input.members, owner, day));
    const counts = reachable.map((owner) => overdueCount(input, activity.code, owner.id));
    if (!inVain(input, counts, [due, reportDay(state) ?? due], day)) return [];
    const item: ReminderItem = {
      code: activity.code,
      reason: 'escalation',
      dueDay: due,
      daysLate: daysBetween(due, day),
      workingDaysLeft: 0,
      owners: owners.map((owner) => owner.id),
      remindedBefore: Math.max(0, ...counts),
    };
    return [item];
  });
  // Nothing new: the monthly summary names them anyway, so the same list comes again only after some weeks.
  const repeatFrom = addDays(day, -7 * input.settings.escalationRepeatWeeks);
  const known = new Set(heard.filter((item) => item.day > repeatFrom).map((item) => item.code));
  return items.some((item) => !known.has(item.code)) ? items : [];
}

/** Every owner was reminded often enough, or would have been by now had the quota allowed it. */
function inVain(
  { calendar, settings }: ReminderInput,
  counts: number[],
  quietSince: string[],
  day: string,
): boolean {
  if (counts.every((count) => count >= settings.escalateAfter)) return true;
  const silence = Math.min(...quietSince.map((since) => workingDaysBetween(calendar, since, day)));
  return silence > settings.overdueEvery * settings.overdueTimes;
}

/** A person who asked for a second one on a day hears it under the time of that wish. */
function slotOn(day: string, { preferences }: Member): string {
  const until = preferences?.snoozedUntil ?? '';
  return until.startsWith(`${day}T`) ? until : day;
}

/** Not snoozed, nothing told yet that day, and a day of the person's own choice. */
function mayHearOn(input: ReminderInput, { id, preferences }: Member, day: string): boolean {
  if (preferences?.snoozedUntil && day < preferences.snoozedUntil.slice(0, 10)) return false;
  if (input.sentBefore.some((item) => item.member === id && item.day === day)) return false;
  if (isAskedFor(preferences, day)) return true;
  return !preferences?.days || isChosenDay(input.calendar, preferences.days, day);
}

/** A chosen weekday, or the first working day after one that was closed. */
function isChosenDay(calendar: OfficeCalendar, weekdays: readonly number[], day: string): boolean {
  if (weekdays.includes(weekdayOf(day))) return true;
  for (let back = 1; back <= 31; back += 1) {
    const before = addDays(day, -back);
    if (isWorkingDay(calendar, before)) return false;
    if (weekdays.includes(weekdayOf(before))) return true;
  }
  return false;
}

function digest(member: string, slot: string, items: ReminderItem[]): Digest {
  const byCode = Map.groupBy(items.toSorted(byUrgency), (item) => item.code);
  const kept = [...byCode.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const owners = [first, ...others].filter((item) => item.reason !== 'escalation' || item === first);
    return [{ ...first, owners: [...new Set(owners.flatMap((item) => item.owners))] }];
  });
  const weak = kept.every((item) => item.reason === 'due-7' || item.reason === 'no-report-this-month');
  return { member, slot, items: kept, channel: weak ? 'ride' : 'push' };
}

function byJoining(a: Member, b: Member): number {
  return a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1);
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
