/** A report that changes an earlier one: only what was said anew is stored, old and new are shown; taking-back in the router begins it. */
import { FIELD_NAMES, type Fields } from '../../../domain/activity.ts';
import type { Draft } from '../../../domain/draft.ts';
import type { Update } from '../../../domain/update.ts';
import type { Understood } from '../../../understand/types.ts';
import type { RequestContext } from '../../request-context.ts';
import { begunWith, emptyDraft, on } from './begin.ts';
import { correctionIn } from './named-field.ts';

/** A change to what stands, as a sentence told it. */
export function correction(
  update: Update,
  read: Understood,
  message: string | null,
  request: RequestContext,
): Promise<Draft> {
  return correcting(update, begunWith(read, message, request), request);
}

/** The same by a row's name, or by a number alone: "แก้จำนวนคนเป็น 58", "งบผิด", "ไม่ใช่ๆ 160000"; null for other words. */
export async function correctionByRow(
  update: Update,
  text: string,
  message: string,
  request: RequestContext,
): Promise<Draft | null> {
  const found = correctionIn(text, update.activity, update.said, request);
  if (!found || found.does === 'drop') return null;
  const draft = emptyDraft(request, 'chat', message);
  const begun: Draft =
    found.does === 'set'
      ? { ...draft, fields: { ...draft.fields, ...found.fields } }
      : { ...draft, queue: [found.field] };
  return correcting(update, begun, request);
}

async function correcting({ id, activity }: Update, draft: Draft, request: RequestContext): Promise<Draft> {
  const state = await request.context.state(activity);
  const before = Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields;
  return on({ ...draft, correction: { update: id, before } }, activity, request);
}
