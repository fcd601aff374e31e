/** What reminding an office needs from the database, and putting off one's reminders; the reminder job and the snooze command call it. */
import type { ActivityState, Plan, PlanHead } from '../domain/activity.ts';
import { addWorkingDays, type OfficeCalendar, nextWorkingDay } from '../domain/calendar.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Member, ReminderPreferences } from '../domain/member.ts';
import type { ReminderInput, SentItem } from '../domain/reminder-rules.ts';
import { decideWish, type ReminderWish, type WishOutcome } from '../domain/reminder-wish.ts';
import { findActivities } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { type MemberDocument, memberFrom } from '../db/members.ts';
import type { Office } from '../db/offices.ts';
import { findReminded, type Reminded } from '../db/outbox.ts';
import type { PlanDocument } from '../db/plans.ts';
import { planHeadFrom } from '../db/plans.ts';
import { readableOf, type UnreadableDocument } from '../db/stored.ts';
import type { MemberContext } from './context.ts';
import { officeCalendar, reminderSettings } from './reminders-settings.ts';
import type { Write } from './writes.ts';

/** An office with the plan in force, as all jobs go through them. */
export interface OfficeAtWork {
  office: Office;
  head: PlanHead;
}

/** @param unreadable is told of plans that cannot be read. @returns the offices that have a plan, with its head. */
export async function withPlans(
  { models }: Database,
  offices: readonly Office[],
  unreadable: (fault: UnreadableDocument) => void,
): Promise<OfficeAtWork[]> {
  const ids = offices.flatMap((office) => office.currentPlan ?? []);
  const where = { office: { $in: offices.map((office) => office.id) }, _id: { $in: ids } };
  const found = await models.plans.collection.find(where as never).toArray();
  const plans = readableOf(models.plans, found as unknown as PlanDocument[], unreadable);
  const heads = new Map(plans.map((one) => [one._id, planHeadFrom(one)]));
  return offices.flatMap((office) => {
    const head = office.currentPlan ? heads.get(office.currentPlan) : undefined;
    return head && head.office === office.id ? [{ office, head }] : [];
  });
}

/** Everybody and everything of an office that the rules look at. */
export interface OfficePeople {
  plan: Plan;
  states: Record<string, ActivityState>;
  members: Member[];
  /** Member id → days out of the last ten working days on which the person wrote. */
  wroteDays: Record<string, number>;
  calendar: OfficeCalendar;
}

/** Two reads: the activities and the people. */
export async function readOfficePeople(
  database: Database,
  { office, head }: OfficeAtWork,
  now: Date,
): Promise<OfficePeople> {
  const [activities, documents] = await Promise.all([
    findActivities(database.models, office.id, head.id),
    database.models.members.find({ office: office.id }).lean<MemberDocument[]>(),
  ]);
  const calendar = officeCalendar(office);
  const today = dayInBangkok(now);
  const since = addWorkingDays(calendar, today, -10);
  const wrote = (days: readonly string[] = []): number =>
    new Set(days.filter((day) => day >= since && day < today)).size;
  return {
    plan: { ...head, activities: activities.map(({ state: _, ...activity }) => activity) },
    states: Object.fromEntries(activities.map(({ code, state }) => [code, state])),
    members: documents
      .map(memberFrom)
      .toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1)),
    wroteDays: Object.fromEntries(documents.map((one) => [one._id, wrote(one.wroteOn)])),
    calendar,
  };
}

export interface ReminderGround extends OfficePeople {
  input: ReminderInput;
  /** Members who are not to get another digest now: theirs of today is written, or one is on its way. */
  served: ReadonlySet<string>;
  /** Digests that wait for a free ride, by member: a new one takes their place. */
  waiting: ReadonlyMap<string, Reminded[]>;
}

/** Three reads of one office. */
export async function readReminderGround(
  database: Database,
  work: OfficeAtWork,
  now: Date,
): Promise<ReminderGround> {
  const [people, reminded] = await Promise.all([
    readOfficePeople(database, work, now),
    findReminded(database.models, work.office.id, work.head.id),
  ]);
  const { plan, states, members, calendar } = people;
  const today = dayInBangkok(now);
  const sentBefore = reminded.flatMap(sentItemsOf);
  const underWay = reminded.filter(
    // one that was put off to later that day is not said any more
    ({ state, record }) =>
      (record.day === today && !(state === 'sent' && record.reachedOn === null)) ||
      state === 'open' ||
      state === 'riding',
  );
  return {
    ...people,
    input: {
      plan,
      states,
      members,
      calendar,
      settings: reminderSettings(work.office),
      sentBefore,
      now,
    },
    served: new Set(underWay.map(({ record }) => record.member)),
    waiting: Map.groupBy(
      reminded.filter(({ state }) => state === 'waiting'),
      ({ record }) => record.member,
    ),
  };
}

/** What a reminder left in the record: nothing until it reached its person. */
function sentItemsOf({ state, record }: Reminded): SentItem[] {
  const { member, reachedOn } = record;
  if (state !== 'sent' || reachedOn === null) return [];
  return record.items.map((item) => ({ ...item, member, day: reachedOn }));
}

/** Puts the person's reminders off to the next working day. */
export function putOffReminders(context: MemberContext): { until: string; writes: Write[] } {
  const { office, member, today } = context;
  const until = nextWorkingDay(officeCalendar(office), today);
  return {
    until,
    writes: putOff(context, { hour: null, days: null, ...member.preferences, snoozedUntil: until }),
  };
}

/** @returns what a wish about one's reminders comes to, with what stores it. */
export function grantWish(
  context: MemberContext,
  wish: ReminderWish,
): { outcome: WishOutcome; writes: Write[] } {
  const { office, member, now } = context;
  const { quiet } = reminderSettings(office);
  const outcome = decideWish(wish, member.preferences, { calendar: officeCalendar(office), quiet, now });
  switch (outcome.kind) {
    case 'once':
      return {
        outcome,
        writes: putOff(context, { hour: null, days: null, ...member.preferences, snoozedUntil: outcome.at }),
      };
    case 'always':
      return { outcome, writes: [keepPreferences(context, outcome.preferences)] };
    case 'refused':
      return { outcome, writes: [] };
  }
}

function keepPreferences({ office, member }: MemberContext, preferences: ReminderPreferences): Write {
  return {
    to: 'members',
    updateAll: { where: { _id: member.id, office: office.id }, change: { $set: { preferences } } },
  };
}

/** What was said today counts as not said, so that it comes again then. */
function putOff(context: MemberContext, preferences: ReminderPreferences): Write[] {
  const { office, member, today } = context;
  return [
    keepPreferences(context, preferences),
    {
      to: 'outbox',
      updateAll: {
        where: { office: office.id, to: member.userId, state: 'sent', 'record.reachedOn': today },
        change: { $set: { 'record.reachedOn': null } },
      },
    },
  ];
}
