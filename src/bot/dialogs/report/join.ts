/** Two drafts of one activity become one: nobody has to store the same report twice, and nothing said is lost. */
import { type Draft, isFresh } from '../../../domain/draft.ts';
import { FIELD_NAMES } from '../../../domain/activity.ts';
import { applyFields } from '../../../domain/update.ts';
import { saysNothing } from './fill.ts';

/** Begins the id of a draft made of what was taken back: it is saved once, and never mixed with what is told anew. */
export const BROUGHT_BACK = 'back-';

/** True for two reports on one activity, or two corrections of the same one. */
export function sameReport(one: Draft, other: Draft): boolean {
  return (
    one.id !== other.id &&
    ![one, other].some(({ id }) => id.startsWith(BROUGHT_BACK)) &&
    one.activity !== null &&
    one.activity === other.activity &&
    one.correction?.update === other.correction?.update
  );
}

/** True for a choice that was opened and left: nothing is lost with it. */
export function isIdle(draft: Draft): boolean {
  return draft.step.at === 'choose' && draft.activity === null && saysNothingNew(draft);
}

/** @returns what else was told in the same message and is still to be asked or stored. */
export function nextPart(ended: Draft, drafts: readonly Draft[], now: Date): Draft | null {
  if (ended.message === null) return null;
  const isPart = (one: Draft): boolean => one.id !== ended.id && one.message === ended.message;
  return drafts.findLast((one) => isPart(one) && isFresh(one, now)) ?? null;
}

/** True when a draft only opens a form. */
export function saysNothingNew(draft: Draft): boolean {
  const asksBack = draft.through === 'chat' && (draft.queue.length > 0 || draft.step.at === 'ask');
  const clears = (draft.cleared ?? []).length > 0;
  return (
    !clears &&
    saysNothing(draft.fields) &&
    draft.evidence.length === 0 &&
    draft.items.length === 0 &&
    !asksBack
  );
}

/** @returns the waiting draft with what the newer one says in the place of what stood, at the newer one's step. */
export function joinDrafts(waiting: Draft, newer: Draft, now: Date): Draft {
  const said = FIELD_NAMES.filter((name) => newer.fields[name] !== null);
  const isNew = ({ field }: { field: string }): boolean => said.some((name) => name === field);
  const begun = newer.message ? said.map((field) => ({ field, message: newer.message! })) : [];
  const fresh = newer.sources ?? begun;
  const fields = applyFields(waiting.fields, newer.fields);
  const evidence = [...waiting.evidence, ...newer.evidence];
  const questions = newer.step.at === 'ask' ? [newer.step.field, ...newer.queue] : [];
  const open =
    newer.through === 'chat'
      ? questions
      : questions.filter((one) => (one === 'evidence' ? evidence.length === 0 : fields[one] === null));
  const [field, ...queue] = open;
  const because = Object.entries(waiting.because).filter(([field]) => !isNew({ field }));
  return {
    ...waiting,
    rev: waiting.rev + 1,
    step: field ? { at: 'ask', field } : { at: 'review' },
    trail: [],
    fields,
    because: { ...Object.fromEntries(because), ...newer.because },
    evidence,
    queue,
    figures: [
      ...(waiting.figures ?? []).filter((one) => !newer.figures?.some(({ field }) => field === one.field)),
      ...(newer.figures ?? []),
    ],
    cleared: [...(waiting.cleared ?? []), ...(newer.cleared ?? [])],
    alias: waiting.alias ?? newer.alias,
    message: waiting.message ?? newer.message,
    sources: [...(waiting.sources ?? []).filter((one) => !isNew(one)), ...fresh],
    changedAt: now,
    offeredAt: null,
    aside: false,
  };
}
