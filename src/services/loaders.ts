/** What every event needs from the database, with look-ups of simultaneous events joined; the server makes one for its life. */
import { nameOffice } from '../current-office.ts';
import type { ActivityState, Plan } from '../domain/activity.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Group, Member } from '../domain/member.ts';
import type { Closing } from '../domain/period.ts';
import { findActivities, findActivityStates } from '../db/activities.ts';
import { findByIds } from '../db/by-ids.ts';
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import { findConversations } from '../db/conversations.ts';
import { type GroupDocument, groupFrom } from '../db/groups.ts';
import { findLinks, type LinkDocument } from '../db/links.ts';
import { type MemberDocument, memberFrom } from '../db/members.ts';
import { findOfficesById, type Office } from '../db/offices.ts';
import { findClosings } from '../db/periods.ts';
import { findPlanHead } from '../db/plans.ts';
import { findTombstones } from '../db/tombstones.ts';
import { type Context, loadContext, type ContextSource } from './context.ts';

export interface Loaders {
  link(lineId: string): Promise<LinkDocument | null>;
  conversation(id: string): Promise<Conversation | null>;
  member(id: string): Promise<Member | null>;
  /** As they were at most a few seconds ago. */
  colleague(id: string): Promise<Member | null>;
  group(id: string): Promise<Group | null>;
  office(id: string): Promise<Office | null>;
  /** A trace that the message was unsent, by its LINE id. */
  unsent(message: string): Promise<unknown>;
  /** Of one activity, by its id. */
  state(id: string): Promise<ActivityState | null>;
  /** Versions frozen of a plan's halves. */
  closings(office: string, plan: string): Promise<Closing[]>;
  /** The office's current plan without states; kept until the office imports again. */
  plan(office: Office): Promise<Plan | null>;
}

/** Plans kept in memory: one for each office of a ministry, a few kilobytes each. */
const PLANS_KEPT = 400;
/** Who was just answered is known: that they are told of somebody else's report costs no look-up. */
const KNOWN_MS = 5_000;
const MOST_KNOWN = 1_000;

export function loaders(database: Database): Loaders {
  const { models } = database;
  const plans = new Map<string, Plan>();
  const known = new Map<string, { member: Member; at: number }>();
  const member = coalesce(async (ids: readonly string[]) => {
    const found = await findByIds<MemberDocument>(models.members, ids);
    if (known.size > MOST_KNOWN) known.clear();
    const at = performance.now();
    for (const one of found) known.set(one._id, { member: memberFrom(one), at });
    return new Map(found.map((one) => [one._id, memberFrom(one)]));
  });
  const closings = coalesce(async (keys: readonly string[]) => {
    const found = keys.map(async (key) => {
      const [office, plan] = JSON.parse(key) as [string, string];
      return [key, await findClosings(models, office, plan)] as const;
    });
    return new Map(await Promise.all(found));
  });
  return {
    link: coalesce((ids) => findLinks(models, ids)),
    conversation: coalesce((ids) => findConversations(models, ids)),
    member,
    colleague(id) {
      const found = known.get(id);
      const isFresh = found !== undefined && performance.now() - found.at < KNOWN_MS;
      return isFresh ? Promise.resolve(found.member) : member(id);
    },
    group: coalesce(async (ids) => {
      const found = await findByIds<GroupDocument>(models.groups, ids);
      return new Map(found.map((one) => [one._id, groupFrom(one)]));
    }),
    office: coalesce((ids) => findOfficesById(models, ids)),
    unsent: coalesce((messages) => findTombstones(models, messages)),
    state: coalesce((ids) => findActivityStates(models, ids)),
    closings: async (office, plan) => (await closings(JSON.stringify([office, plan]))) ?? [],
    async plan(office) {
      if (!office.currentPlan) return null;
      const key = `${office.currentPlan}@${office.planRev}`;
      const kept = plans.get(key);
      if (kept) return kept;
      const plan = await loadPlan(database, office.id, office.currentPlan);
      if (!plan) return null;
      plans.set(key, plan);
      if (plans.size > PLANS_KEPT) plans.delete(plans.keys().next().value!);
      return plan;
    },
  };
}

/** @returns a plan with its activities in plan order, or null. */
export async function loadPlan(database: Database, office: string, id: string): Promise<Plan | null> {
  const head = await findPlanHead(database.models, office, id);
  if (!head) return null;
  const activities = await findActivities(database.models, office, id);
  return { ...head, activities: activities.map(({ state: _, ...activity }) => activity) };
}

/** @returns the plan in force, null before the first import. */
export async function loadCurrentPlan(database: Database, office: Office): Promise<Plan | null> {
  return office.currentPlan ? loadPlan(database, office.id, office.currentPlan) : null;
}

/** Reads what one event is answered from; null when it is not its turn. */
export type LoadContext = (source: ContextSource, now: Date) => Promise<Context | null>;

/** @param publicUrl what links begin with. @returns the context loader of a running server. */
export function contextLoader(
  database: Database,
  publicUrl: () => string = () => '',
  assistantOffered = false,
): LoadContext {
  const load = loaders(database);
  return async (source, now) => {
    const context = await loadContext(database, load, source, now);
    nameOffice(context?.office?.id ?? null);
    return context && { ...context, publicUrl: publicUrl(), assistantOffered };
  };
}
