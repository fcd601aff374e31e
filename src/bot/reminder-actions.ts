/** Answers to a reminder's buttons: one tap opens the card with that answer, a second one stores it. */
import { type Fields, NO_FIELDS } from '../domain/activity.ts';
import type { AskField } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { mayReport } from '../services/reports.ts';
import type { Answer } from './commands/command.ts';
import { emptyDraft } from './dialogs/report/begin.ts';
import { open } from './dialogs/report/drive.ts';
import { moveOn } from './dialogs/report/machine.ts';
import { say } from './bot-result.ts';
import { isSameActivity, type RequestContext } from './request-context.ts';
import type { Tap } from './types.ts';

type Reminded = Extract<Tap, { do: 'reminded' }>;

/** What each answer says already, and what is asked before the card. */
const ANSWERS: Record<Reminded['answer'], { said: Partial<Fields>; ask: AskField[]; troubled?: true }> = {
  done: { said: { status: 'completed' }, ask: [] },
  working: { said: { status: 'in_progress' }, ask: [] },
  problem: { said: { status: 'in_progress' }, ask: ['obstacle'], troubled: true },
};

export async function answerReminder(tap: Reminded, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const { code, answer } = tap;
  if (!isSameActivity(tap, request)) return say(chat.planChanged);
  const activity = findActivity(request.context.plan, code);
  if (!activity?.leaf) return say(chat.noSuchActivity(code));
  if (!mayReport(request.context, code)) return say(chat.notYours(activity.label, activity.ownerGroup));
  const { said, ask, troubled } = ANSWERS[answer];
  const { seq } = await request.context.state(code);
  const draft = {
    ...emptyDraft(request, 'form', null),
    activity: code,
    baseSeq: seq,
    fields: { ...NO_FIELDS, ...said },
    queue: [...ask],
    ...(troubled && { troubled }),
  };
  return open({ ...moveOn(draft), rev: 0, trail: [] }, null, request);
}
