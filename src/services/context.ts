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

export interface Context extends PlanReads {
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
  /** Codes of the activities of people for whom this member stands in today; none when left out. */
  standInCodes?: readonly string[];
  /** Somebody of the same office, to be told something: as they were a few seconds ago. */
  colleague(id: string): Promise<Member | null>;
}

/** What is read of the plan only where an answer asks for it, and once per event; nothing without a plan. */
interface PlanReads {
  /** Current state of one activity. */
  state(code: string): Promise<ActivityState>;
  /** Versions frozen of the plan's halves. */
  closings(): Promise<Closing[]>;
  /** All nodes with their states. */
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

/** Reads what an event is answered from, in as few round trips as its order allows. @returns null when it is not the event's turn yet. */
export async function loadContext(
  database: Database,
  load: Loaders,
  source: ContextSource,
  now: Date,
): Promise<Context | null> {
  const { chat, userId, message } = source;
  const [link, groupLink, turn] = await Promise.all([
    userId ? load.link(userId) : null,
    chat.type === 'user' ? null : load.link(chat.id),
    source.turn ?? true,
  ]);
  if (!turn) return null;
  const accountOf = source.office === '-' ? null : source.office;
  const { officeId, memberId, groupId } = whoSpeaks(accountOf, link, groupLink);
  const id = conversationId(officeId ?? '-', chat, userId);
  const today = dayInBangkok(now);
  const [conversation, unsent, office, knownMember, knownGroup, standIns] = await Promise.all([
    load.conversation(id),
    message ? load.unsent(message) : null,
    officeId ? load.office(officeId) : null,
    memberId ? load.member(memberId) : null,
    groupId ? load.group(groupId) : null,
    officeId && memberId ? standInCodes(database, officeId, memberId, today) : [],
  ]);
  const member = unlessRevoked(knownMember);
  const plan = office && (member || knownGroup) ? await load.plan(office) : null;
  return {
    database,
    office,
    member,
    group: knownGroup?.state === 'active' ? knownGroup : null,
    chat,
    userId,
    link,
    accountOf,
    conversation: conversation ?? newConversation(id, officeId ?? '-', chat.id, userId ?? '-', now),
    plan,
    now,
    today,
    language: member?.language ?? office?.language ?? 'th',
    publicUrl: '',
    unsent: unsent !== null,
    message,
    event: source.event,
    standInCodes: member ? standIns : [],
    async colleague(other) {
      const found = unlessRevoked(await load.colleague(other));
      return found?.office === officeId ? found : null;
    },
    ...readsOf(database, load, plan),
  };
}

/**
 * Decides which office an event is about, and who speaks in it: a member of another is a stranger there.
 * The group's office comes first, then the one whose account it is, then the one the person chose. Pure.
 * @param accountOf a group linked to another office than this is not linked here.
 */
export function whoSpeaks(
  accountOf: string | null,
  link: LinkDocument | null,
  groupLink: LinkDocument | null,
): { officeId: string | null; memberId: string | null; groupId: string | null } {
  const linked = !accountOf || groupLink?.office === accountOf ? groupLink : null;
  const officeId = linked?.office ?? accountOf ?? link?.office ?? null;
  const belonging = belongingsOf(link).find((one) => one.office === officeId);
  return { officeId, memberId: belonging?.target ?? null, groupId: linked?.target ?? null };
}

function unlessRevoked(member: Member | null): Member | null {
  return member?.state === 'revoked' ? null : member;
}

function readsOf(database: Database, load: Loaders, plan: Plan | null): PlanReads {
  if (!plan)
    return {
      state: () => Promise.resolve(NO_STATE),
      closings: () => Promise.resolve([]),
      states: () => Promise.resolve([]),
    };
  const read = new Map<string, Promise<ActivityState>>();
  return {
    state(code) {
      const known =
        read.get(code) ?? load.state(activityId(plan.id, code)).then((found) => found ?? NO_STATE);
      read.set(code, known);
      return known;
    },
    closings: once(() => load.closings(plan.office, plan.id)),
    states: once(() => statesOf(database, plan)),
  };
}

/** @returns the same, asked for the first time only. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | null = null;
  return () => (known ??= read());
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
