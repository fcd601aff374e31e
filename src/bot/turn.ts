/** What commands and dialogs work with: the member's context and the sentences of their language. */
import type { Activity } from '../domain/activity.ts';
import { findActivity } from '../domain/plan.ts';
import type { MemberContext } from '../services/context.ts';
import type { Texts } from '../text/index.ts';
import type { ActivityRef } from './types.ts';

export interface Turn {
  context: MemberContext;
  texts: Texts;
}

export function refOf(activity: Activity): ActivityRef {
  return { code: activity.code, label: activity.label, name: activity.name };
}

/** @returns code, label and name; the code alone for an activity the plan no longer has. */
export function refOfCode(turn: Turn, code: string): ActivityRef {
  const found = findActivity(turn.context.plan, code);
  return found ? refOf(found) : { code, label: code, name: '' };
}
