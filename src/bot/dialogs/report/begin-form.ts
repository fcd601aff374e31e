/** How a report begins with the form: on an activity that was tapped or typed, or with the choice of it; commands, reminders and photos begin so. */
import { type Fields, NO_FIELDS, type Status } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { findActivity, leavesOf } from '../../../domain/plan.ts';
import { mayReport } from '../../../services/reports.ts';
import { hasWork, ownLeaves } from '../../activity-rows.ts';
import type { RequestContext } from '../../request-context.ts';
import { type Begun, emptyDraft, on, reportable } from './begin.ts';
import { GUIDED } from './questions.ts';

/** The form on one activity, or with the choice of it first. */
export async function fromForm(
  code: string | null,
  status: Status | null,
  request: RequestContext,
): Promise<Begun> {
  const { chat } = request.texts;
  const fields: Fields = { ...NO_FIELDS, status };
  const queue: AskField[] = GUIDED.filter((field) => !(field === 'status' && status));
  const draft: Draft = { ...emptyDraft(request, 'form', null), fields, queue: [...queue] };
  const activity = code === null ? null : findActivity(request.context.plan, code);
  if (activity) {
    const leaves = leavesOf(request.context.plan, activity.code).filter((leaf) =>
      mayReport(request.context, leaf.code),
    );
    const [leaf, ...others] = leaves;
    if (!leaf) return { ok: false, why: chat.notYours(activity.label, activity.ownerGroup) };
    if (others.length === 0) return { ok: true, draft: await on(draft, leaf.code, request), note: null };
    const step: Draft['step'] = { at: 'choose', candidates: [activity.code], page: 1 };
    return { ok: true, draft: { ...draft, step }, note: null };
  }
  const own = ownLeaves(request);
  const [only] = own;
  if (own.length === 1 && only) return { ok: true, draft: await on(draft, only.code, request), note: null };
  const any = own.length > 0 || hasWork(request);
  return any ? { ok: true, draft, note: null } : { ok: false, why: chat.noWork };
}

/** The form where the words after the command named none, or several: the choice says so. */
export function chooseFrom(found: readonly string[], words: string, request: RequestContext): Begun {
  const { chat } = request.texts;
  const candidates = reportable(found, request);
  if (candidates.length === 0 && !hasWork(request))
    return { ok: false, why: found.length > 0 ? chat.notYours(words) : chat.noSuchActivity(words) };
  const step: Draft['step'] = { at: 'choose', candidates, page: 1 };
  const note = candidates.length > 0 ? chat.which : chat.noSuchActivity(words);
  return { ok: true, draft: { ...emptyDraft(request, 'form', null), step, queue: [...GUIDED] }, note };
}
