/** What was understood, put into a draft: values, the words behind them, which message they came from, what is still to be asked. */
import { FIELD_NAMES, type FieldName, type Fields, isTextField } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { applyFields } from '../../../domain/update.ts';
import { arabicDigits } from '../../../text/format.ts';
import { OVER_FIRST } from '../../../text/over.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Reading } from '../../../understand/types.ts';

/** Longest quotation of a person's words on a card. */
const MOST_WORDS = 60;

/** The draft with what was said put in the place of what stood; what was said unclearly is to be asked first. */
export function filled(draft: Draft, read: Reading, message: string | null): Draft {
  const said = withoutUnsure(read);
  const unsure = unsureFields(read);
  const anew = (field: AskField): boolean =>
    field !== 'evidence' && (unsure.includes(field) || said[field] !== null);
  const kept = Object.entries(draft.because).filter(([field]) => !anew(field as FieldName));
  return {
    ...draft,
    fields: finishedSince(applyFields(draft.fields, said), said),
    because: { ...Object.fromEntries(kept), ...wordsBehind(read) },
    queue: [...unsure, ...draft.queue.filter((field) => !anew(field))],
    ...heard(draft, message, said),
  };
}

/** Half of it was told before; now it is finished. */
function finishedSince(fields: Fields, said: Fields): Fields {
  const half = fields.percent !== null && fields.percent < 100 && said.percent === null;
  return said.status === 'completed' && half ? { ...fields, percent: null } : fields;
}

/** Remembers which message a field's words came from, so that unsending it takes those words and no others. */
export function heard(
  draft: Draft,
  message: string | null,
  said: Partial<Fields>,
): Pick<Draft, 'message' | 'sources'> {
  const fields = FIELD_NAMES.filter((field) => (said[field] ?? null) !== null);
  const kept = (draft.sources ?? []).filter((one) => !fields.includes(one.field));
  const added = message ? fields.map((field) => ({ field, message })) : [];
  return { message: draft.message ?? message, sources: [...kept, ...added] };
}

/** What of it is stored, and holds no more. */
export function clearedBy({ cleared = [], fields }: Draft): FieldName[] {
  return cleared.filter((field) => fields[field] === null);
}

/** The draft as if the field had never been told. */
export function withoutField(draft: Draft, field: FieldName): Draft {
  const { [field]: _, ...because } = draft.because;
  const sources = draft.sources?.filter((one) => one.field !== field);
  return { ...draft, rev: draft.rev + 1, fields: { ...draft.fields, [field]: null }, because, sources };
}

export function unsureFields(read: Reading): FieldName[] {
  return read.unsure.filter((field) => field !== 'activity');
}

/** A minus before a sum, as against the dash of a range. */
const NEGATIVE = /(?:^|[^0-9\s])\s*[-−–]\s?[0-9]/;
/** Letters before a sum among which its sign is. */
const SIGN_REACH = 3;

/** Why something is asked again that was said already; null where nothing is. */
export function whyAsked(read: Reading, text: string, { texts: { chat } }: RequestContext): string | null {
  const unsure = unsureFields(read);
  if (!unsure.includes('spent')) return unsure.length > 0 ? chat.unsure.other : null;
  const negative = (read.because.spent ?? []).some(({ start, end }) =>
    NEGATIVE.test(arabicDigits(text).slice(Math.max(0, start - SIGN_REACH), end)),
  );
  return negative ? chat.answer.negative : chat.unsure.spent;
}

export function withoutUnsure(read: Reading): Fields {
  const unsure = unsureFields(read).map((field) => [field, null]);
  // "ปัญหาแก้แล้ว" is no obstacle called "แก้แล้ว"
  const over = OVER_FIRST.exec(read.fields.obstacle ?? '');
  const result = read.fields.result ?? over?.[1] ?? null;
  return { ...read.fields, ...(over && { obstacle: '', result }), ...Object.fromEntries(unsure) };
}

export function saysNothing(fields: Fields): boolean {
  return FIELD_NAMES.every((name) => fields[name] === null);
}

/** True when a reading has anything to store or to ask about besides the activity. */
export function hasValues(read: Reading): boolean {
  return !saysNothing(read.fields) || unsureFields(read).length > 0;
}

/** The words each certain value was read from, as far as they are worth repeating. */
export function wordsBehind(read: Reading): Draft['because'] {
  const said = withoutUnsure(read);
  const pairs = FIELD_NAMES.flatMap((name) => {
    // texts stand on the card in full; repeating them would only fill it
    const spans = isTextField(name) || said[name] === null ? undefined : read.because[name];
    if (!spans) return [];
    const words = spans.map((span) => span.text.trim()).join(' … ');
    return words && words.length <= MOST_WORDS ? [[name, words] as const] : [];
  });
  return Object.fromEntries(pairs);
}
