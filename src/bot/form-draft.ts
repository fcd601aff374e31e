/** The unfinished report on one activity as the page sees and changes it: the same one the chat talks about. page-form.ts calls it. */
import { FIELD_NAMES, type FieldName, type Fields } from '../domain/activity.ts';
import type { AskField, Draft } from '../domain/draft.ts';
import { emptyDraft } from './dialogs/report/begin.ts';
import { saysNothing, withoutField } from './dialogs/report/fill.ts';
import { BROUGHT_BACK } from './dialogs/report/join.ts';
import type { RequestContext } from './request-context.ts';

export interface OpenedForm {
  /** null where nothing was begun. */
  draft: Draft | null;
  /** What else is unfinished, in its order. */
  others: Draft[];
  /** Where among them the draft stands. */
  at: number;
}

/**
 * The draft on one activity, by whatever it was begun. Of several told in one text it is taken out, to be finished alone.
 * Corrections and what was taken back are finished in chat: they are of one report, not of the activity.
 */
export function openOn(code: string, request: RequestContext): OpenedForm {
  const { conversation, plan } = request.context;
  const drafts = conversation.drafts.filter((one) => one.plan === plan.id);
  const draft = drafts.findLast(
    (one) => one.activity === code && !one.correction && !one.id.startsWith(BROUGHT_BACK),
  );
  if (draft) return { draft, others: drafts.filter((one) => one !== draft), at: drafts.indexOf(draft) };
  const many = drafts.findLast(({ items }) => items.some(({ activity }) => activity === code));
  // below the one that the chat is about
  if (!many) return { draft: null, others: drafts, at: Math.max(0, drafts.length - 1) };
  const items = many.items.filter(({ activity }) => activity !== code);
  const { fields, baseSeq } = many.items.find(({ activity }) => activity === code)!;
  const apart: Draft = {
    ...emptyDraft(request, many.through, many.message),
    // the same whenever it is looked at
    id: `${many.id}:${code}`,
    rev: many.rev,
    step: { at: 'review', full: true },
    activity: code,
    fields,
    baseSeq,
    changedAt: many.changedAt,
  };
  const left = { ...many, rev: many.rev + 1, items };
  const others = drafts.flatMap((one) => (one !== many ? [one] : items.length > 0 ? [left] : []));
  return { draft: apart, others, at: Math.max(0, others.length - 1) };
}

/** An empty draft on the activity. */
export async function begun(code: string, request: RequestContext): Promise<Draft> {
  const { seq } = await request.context.state(code);
  return { ...emptyDraft(request, 'web', null), step: { at: 'review' }, activity: code, baseSeq: seq };
}

/** The conversation's drafts with this one in its place; an empty one is left out, where the chat asks nothing for it. */
export function putBack(draft: Draft, { others, at }: OpenedForm, now: Date): Draft[] {
  const asks = draft.step.at === 'ask' || draft.queue.length > 0 || draft.message !== null;
  if (saysNothing(draft.fields) && draft.evidence.length === 0 && !asks) return others;
  return others.toSpliced(at, 0, { ...draft, changedAt: now, offeredAt: null });
}

/** @param set what the answer says; null takes back what was said. Finished is finished: half of it does not stand beside. */
export function withValue(draft: Draft, field: FieldName, set: Partial<Fields> | null): Draft {
  const cleared = withoutField(onPage(draft), field);
  const fields = { ...cleared.fields, ...set };
  if (set?.status === 'completed' && isHalf(fields)) fields.percent = null;
  return onward({ ...cleared, fields, doubt: field === 'status' ? undefined : draft.doubt });
}

export function withFiles(draft: Draft, evidence: string[]): Draft {
  return onward({ ...onPage(draft), rev: draft.rev + 1, evidence });
}

/** Told finished and not whole: which of the two holds has to be chosen. */
export function isHalf({ status, percent }: Pick<Fields, 'status' | 'percent'>): boolean {
  return status === 'completed' && percent !== null && percent < 100;
}

/** What the chat told keeps the message it came from, so that unsending it takes that and nothing of the page. */
export function onPage(draft: Draft): Draft {
  const { message, sources = [], through } = draft;
  const told = FIELD_NAMES.filter(
    (field) => draft.fields[field] !== null && !sources.some((one) => one.field === field),
  );
  const begun = through === 'chat' && message ? told.map((field) => ({ field, message })) : [];
  return { ...draft, through: 'web', sources: [...sources, ...begun] };
}

/** The chat asks no more for what was filled in here. */
function onward(draft: Draft): Draft {
  const isOpen = (field: AskField): boolean =>
    field === 'evidence' ? draft.evidence.length === 0 : draft.fields[field] === null;
  const queue = draft.queue.filter(isOpen);
  if (draft.step.at !== 'ask' || isOpen(draft.step.field)) return { ...draft, queue };
  const [field, ...rest] = queue;
  return { ...draft, step: field ? { at: 'ask', field } : { at: 'review' }, queue: rest };
}
