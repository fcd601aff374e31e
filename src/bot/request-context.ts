/** What commands and dialogs work with: the member's context and the sentences of their language. */
import type { Assistant } from '../assistant/index.ts';
import type { Activity } from '../domain/activity.ts';
import { nameMark } from '../domain/name-mark.ts';
import type { Language, Role } from '../domain/member.ts';
import { may, type PolicyAction } from '../domain/policy.ts';
import { hasBudget } from '../domain/budget.ts';
import { findActivity } from '../domain/plan.ts';
import { actorOf } from '../services/away.ts';
import type { MemberContext } from '../services/context.ts';
import type { Texts } from '../text/index.ts';
import type { Names } from './joining.ts';
import type { ActivityRef } from './types.ts';

/** What LINE knows about the account itself; null where it does not say. */
export interface Account {
  /** Paid messages of this month; `limit` null when the plan has none. */
  quota(): Promise<{ limit: number | null; used: number } | null>;
  /** A push to a group costs as many messages. */
  groupSize(groupId: string): Promise<number | null>;
}

/** What an answer needs of LINE. */
export interface LineSide {
  names: Names;
  /** Quota and sizes of groups, for what is said before a push; unknown when left out. */
  account?: Account;
  /** Shows the sign that an answer is being made, in a person's own chat. */
  busy?: (userId: string) => void;
  /** Keeps the menu under each person's chat in step with their role; null for strangers. */
  menus?: { keep(userId: string, role: Role | null, language: Language): void };
}

export interface RequestContext {
  context: MemberContext;
  texts: Texts;
  account: Account;
  /** Shows the person that the answer takes a while; best effort. */
  busy?: () => void;
  /** Helps to read what is unsure, where the server has one, the office wants it and there is time. */
  assistant?: Assistant | undefined;
}

/** Where nothing about the account can be asked. */
export const NO_ACCOUNT: Account = {
  quota: () => Promise.resolve(null),
  groupSize: () => Promise.resolve(null),
};

/** Whether this person has the right, be it in private alone. */
export function mightDo({ context }: RequestContext, action: PolicyAction): boolean {
  return may(actorOf(context), action, 'user');
}

/** @param activity its code; left out, whether it may be done of any. */
export function permits({ context }: RequestContext, action: PolicyAction, activity?: string): boolean {
  return may(actorOf(context), action, context.chat.type, activity);
}

export function refOf(activity: Activity): ActivityRef {
  return { code: activity.code, label: activity.label, name: activity.name };
}

/** Whether a button's code still means the activity it was made for; buttons without a mark are older than marks. */
export function isSameActivity(tap: { code: string; mark?: string }, { context }: RequestContext): boolean {
  const found = findActivity(context.plan, tap.code);
  return !found || tap.mark === undefined || nameMark(found.name) === tap.mark;
}

/** @returns code, label and name; the code alone for an activity the plan no longer has. */
export function refOfCode(request: RequestContext, code: string): ActivityRef {
  const { plan } = request.context;
  const found = findActivity(plan, code);
  if (found && !hasBudget(plan.activities, code)) return { ...refOf(found), unfunded: true };
  return found ? refOf(found) : { code, label: code, name: '' };
}
