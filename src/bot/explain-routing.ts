/** Which interpreter would take a text of an officer who is in the middle of nothing; `understand --explain` and tests ask it, without a database. */
import { newConversation } from '../domain/conversation.ts';
import type { Plan } from '../domain/activity.ts';
import { momentInBangkok } from '../domain/fiscal-year.ts';
import { NO_STATE } from '../domain/update.ts';
import type { MemberContext } from '../services/context.ts';
import { texts } from '../text/index.ts';
import { NO_ACCOUNT } from './request-context.ts';
import { firstTaker } from './router.ts';
import { utter } from './utterance.ts';

/** @param today the office's day, ISO. @returns the interpreter's name. */
export async function interpreterOf(text: string, plan: Plan, today: string): Promise<string> {
  const now = momentInBangkok(today);
  const context = {
    plan,
    now,
    today,
    language: 'th',
    office: { id: plan.office },
    // of everything: whose work it is does not decide what is said
    member: { id: '-', roles: ['officer'], activities: topOf(plan), aliases: {}, away: null },
    chat: { type: 'user', id: '-' },
    conversation: newConversation('-', plan.office, '-', '-', now),
    state: () => Promise.resolve({ ...NO_STATE }),
    states: () => Promise.resolve(plan.activities.map((one) => ({ ...one, state: { ...NO_STATE } }))),
  } as unknown as MemberContext;
  const request = { context, texts: texts('th'), account: NO_ACCOUNT };
  return (await firstTaker(utter({ text, messageId: '-', about: null }, request), request)).name;
}

function topOf({ activities }: Plan): string[] {
  return activities.filter((one) => one.parent === null).map((one) => one.code);
}
