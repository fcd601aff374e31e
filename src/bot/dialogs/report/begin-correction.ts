/** A report that changes an earlier one: only what was said anew is stored, old and new are shown; taking-back in the router begins it. */
import { FIELD_NAMES, type FieldName, type Fields, isTextField } from '../../../domain/activity.ts';
import type { Draft } from '../../../domain/draft.ts';
import type { Update } from '../../../domain/update.ts';
import { understand } from '../../../understand/index.ts';
import type { Understood } from '../../../understand/types.ts';
import type { RequestContext } from '../../request-context.ts';
import { ADDS } from '../../../text/typed-instead.ts';
import type { Utterance } from '../../utterance.ts';
import { begunWith, emptyDraft, on } from './begin.ts';
import { hasValues, whyAsked } from './fill.ts';
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

/**
 * What words put right of a report that is stored: a row by its name, a number in the place of another, a status, or
 * what is read of them once it is known which activity they are about.
 * @returns the draft, with why something is asked; null where they put nothing of it right.
 */
export async function puttingRight(
  update: Update,
  words: Utterance,
  request: RequestContext,
): Promise<{ draft: Draft; why: string | null } | null> {
  const { text, messageId } = words;
  const state = await request.context.state(update.activity);
  const found = correctionIn(text, update.activity, state, request);
  if (found) {
    const empty = emptyDraft(request, 'chat', messageId);
    if (found.does === 'set') {
      const draft = { ...empty, fields: { ...empty.fields, ...found.fields } };
      // what is told besides is a report of its own
      if (ADDS.test(words.typed) && isTextField(Object.keys(found.fields)[0] as FieldName))
        return { draft: await on(draft, update.activity, request), why: null };
      return { draft: await correcting(update, draft, request), why: null };
    }
    const { field } = found;
    const begun: Draft =
      found.does === 'drop' && Boolean(state[found.field] ?? state[found.field] === 0)
        ? removing(found.field, empty)
        : { ...empty, queue: [field] };
    return { draft: await correcting(update, begun, request), why: null };
  }
  const read = understand(text, { ...words.readBy(), quoted: update.activity });
  const fits = read.activity === update.activity && !read.multiple && hasValues(read);
  if (!fits || (read.intent !== 'report' && read.intent !== 'undo')) return null;
  return { draft: await correction(update, read, messageId, request), why: whyAsked(read, text, request) };
}

/** A text is said to be none; a figure is stated no more. */
function removing(field: FieldName, draft: Draft): Draft {
  return isTextField(field)
    ? { ...draft, fields: { ...draft.fields, [field]: '' } }
    : { ...draft, cleared: [field] };
}

/** "ลบความก้าวหน้า 2.3", "เอา 80% ออก", of what is stored: nothing else of the words is read. */
export async function removingStored(
  update: Update,
  text: string,
  request: RequestContext,
): Promise<Draft | null> {
  const state = await request.context.state(update.activity);
  const found = correctionIn(text, update.activity, state, request);
  if (found?.does !== 'drop') return null;
  const stands = state[found.field];
  if (stands === null || stands === '') return null;
  const draft = removing(found.field, emptyDraft(request, 'chat', request.context.message));
  return correcting(update, draft, request);
}

async function correcting({ id, activity }: Update, draft: Draft, request: RequestContext): Promise<Draft> {
  const state = await request.context.state(activity);
  const before = Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields;
  return on({ ...draft, correction: { update: id, before } }, activity, request);
}
