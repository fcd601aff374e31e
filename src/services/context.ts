/** Everything one event is answered from: who, where, which office, what they are in the middle of. */
import type { ActivityState, Plan } from '../domain/activity.ts';
import { type Conversation, newConversation } from '../domain/conversation.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Group, Language, Member } from '../domain/member.ts';
import type { Closing } from '../domain/period.ts';
import { NO_STATE } from '../domain/update.ts';
import { activityId, type ActivityWithState, findActivities } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { type Belonging, belongingsOf, type LinkDocument } from '../db/links.ts';
import type { Office } from '../db/offices.ts';
import { standInCodes } from './away.ts';
import type { Loaders } from './loaders.ts';

export type { ActivityWithState } from '../db/activities.ts';

/** A context of somebody who belongs to an office with a plan: what most commands need. */
export interface MemberContext extends Context {
  office: Office;
  member: Member;
  plan: Plan;
}

export interface Context {
  database: Database;
  office: Office | null;
  /** null for strangers and for people who were taken out. */
  member: Member | null;
  /** The linked group it was said in, null one to one and in groups that are not linked. */
  group: Group | null;
  chat: { type: 'user' | 'group' | 'room'; id: string };
  userId: string | null;
  /** Of the person, in whichever offices; null for strangers. */
  link: LinkDocument | null;
  /** The office whose own account it came through, null for the account that offices share. */
  accountOf: string | null;
  conversation: Conversation;
  /** null before the first import. */
  plan: Plan | null;
  now: Date;
  /** The office's day, ISO. */
  today: string;
  language: Language;
  /** What links in chat begin with, without a slash at its end; '' where nobody said. */
  publicUrl: string;
  /** The server has an assistant; whether it helps is the office's choice. Not where left out. */
  assistantOffered?: boolean;
  /** The message was taken back before it was read. */
  unsent: boolean;
  /** LINE id of the message that is answered, null for what is none. */
  message: string | null;
  /** Source of the event, for update rows. */
  event: string | null;
  /** Current state of one activity, read once per event. */
  state(code: string): Promise<ActivityState>;
  /** Versions frozen of the halves of the current plan, read once per event; none without a plan. */
  closings(): Promise<Closing[]>;
  /** Somebody of the same office, to be told something: as they were a few seconds ago. */
  colleague(id: string): Promise<Member | null>;
  /** Codes of the activities of people for whom this member stands in today; none when left out. */
  standInCodes?: readonly string[];
  /** All nodes with their states, read once per event. */
  states(): Promise<ActivityWithState[]>;
}

export interface ContextSource {
  event: string | null;
  /** Office pinned by the route, or '-'. */
  office: string;
  chat: { type: 'user' | 'group' | 'room'; id: string };
  userId: string | null;
  /** LINE id of the message, null for what is none. */
  message: string | null;
  /** Whether the person's earlier events are through; what they may have changed is read only after that. True when left out. */
  turn?: Promise<boolean>;
}

/** States that others are about to store, by activity id. */
export type LatestOf = (id: string) => ActivityState | null;

/** @param office id, '-' for none: who belongs to several has a conversation in each. */
export function conversationId(
  office: string,
  chat: { type: string; id: string },
  userId: string | null,
): string {
  return `${office}/${chat.type === 'user' ? chat.id : `${chat.id}:${userId ?? '-'}`}`;
}

/** @returns the offices besides this one that somebody may go to here; none through an account of one office. */
export function otherOffices({ link, accountOf, office }: Context): Belonging[] {
  return accountOf ? [] : belongingsOf(link).filter((one) => one.office !== office?.id);
}

/**
 * Reads what an event is answered from, in as few round trips as its order allows.
 * A member of another office than the route's is a stranger there.
 * @returns null when it is not the event's turn yet.
 */
export async function loadContext(
  database: Database,
  load: Loaders,
  source: ContextSource,
  now: Date,
): Promise<Context | null> {
  const inGroup = source.chat.type !== 'user';
  const [userLink, groupLink, turn] = await Promise.all([
    source.userId ? load.link(source.userId) : null,
    inGroup ? load.link(source.chat.id) : null,
    source.turn ?? true,
  ]);
  if (!turn) return null;
  const pinned = source.office === '-' ? null : source.office;
  const ours = groupLink && (!pinned || groupLink.office === pinned) ? groupLink : null;
  // in a group of one office, a member of another is a stranger
  const officeId = ours?.office ?? pinned ?? userLink?.office ?? null;
  const memberId = belongingsOf(userLink).find((one) => one.office === officeId)?.target ?? null;
  const id = conversationId(officeId ?? '-', source.chat, source.userId);
  const today = dayInBangkok(now);
  const [stored, unsent, office, member, group, standIns] = await Promise.all([
    load.conversation(id),
    source.message ? load.unsent(source.message) : null,
    officeId ? load.office(officeId) : null,
    memberId ? load.member(memberId) : null,
    ours ? load.group(ours.target) : null,
    officeId && memberId ? standInCodes(database, officeId, memberId, today) : [],
  ]);
  const active = member && member.state !== 'revoked' ? member : null;
  const plan = office && (active || group) ? await load.plan(office) : null;
  const conversation =
    stored ?? newConversation(id, officeId ?? '-', source.chat.id, source.userId ?? '-', now);
  let all: Promise<ActivityWithState[]> | null = null;
  let closings: Promise<Closing[]> | null = null;
  const read = new Map<string, Promise<ActivityState>>();
  return {
    database,
    office,
    member: active,
    group: group?.state === 'active' ? group : null,
    chat: source.chat,
    userId: source.userId,
    link: userLink,
    accountOf: pinned,
    conversation,
    plan,
    now,
    today,
    unsent: unsent !== null,
    standInCodes: active ? standIns : [],
    language: active?.language ?? office?.language ?? 'th',
    publicUrl: '',
    message: source.message,
    event: source.event,
    async state(code) {
      if (!office || !plan) return NO_STATE;
      const known =
        read.get(code) ?? load.state(activityId(plan.id, code)).then((found) => found ?? NO_STATE);
      read.set(code, known);
      return known;
    },
    async closings() {
      closings ??= office && plan ? load.closings(office.id, plan.id) : Promise.resolve([]);
      return closings;
    },
    async colleague(id) {
      const found = await load.colleague(id);
      return found && found.office === officeId && found.state !== 'revoked' ? found : null;
    },
    states() {
      if (!office || !plan) return Promise.resolve([]);
      all ??= statesOf(database, plan);
      return all;
    },
  };
}

/** @returns the same reads, with what others are about to store in the place of states that are older. */
export function onTopOf(context: Context, latest: LatestOf): Context {
  return {
    ...context,
    async state(code) {
      const read = await context.state(code);
      const newer = context.plan && latest(activityId(context.plan.id, code));
      return newer && newer.rev > read.rev ? newer : read;
    },
  };
}

/** @returns all nodes of a plan with their states, in plan order. */
export function statesOf({ models }: Database, { office, id }: Plan): Promise<ActivityWithState[]> {
  return findActivities(models, office, id);
}

/** @returns the same context when it has all three, else null. */
export function asMember(context: Context): MemberContext | null {
  return context.office && context.member && context.plan ? (context as MemberContext) : null;
}
