/** How a report begins: from a sentence that was understood, from the form, from a photo, or as a correction. */
import {
  FIELD_NAMES,
  type FieldName,
  type Fields,
  NO_FIELDS,
  type Status,
} from '../../../domain/activity.ts';
import { type AskField, type Draft, DRAFT_VERSION } from '../../../domain/draft.ts';
import { coveredLeaves, findActivity, leavesOf } from '../../../domain/plan.ts';
import { mayReport } from '../../../services/reports.ts';
import { newId } from '../../../services/writes.ts';
import { ownLeaves } from '../../rows.ts';
import type { Turn } from '../../turn.ts';
import type { Reading, Understood } from '../../understand/types.ts';
import { moveOn } from './machine.ts';
import { GUIDED } from './questions.ts';

export type Begun = { ok: true; draft: Draft; note: string | null } | { ok: false; why: string };

export function emptyDraft({ context }: Turn, through: Draft['through'], message: string | null): Draft {
  return {
    version: DRAFT_VERSION,
    id: newId(),
    rev: 0,
    step: { at: 'choose', candidates: [], page: 1 },
    trail: [],
    activity: null,
    fields: { ...NO_FIELDS },
    because: {},
    evidence: [],
    queue: [],
    correction: null,
    items: [],
    alias: null,
    message,
    baseSeq: null,
    through,
    startedAt: context.now,
  };
}

/** A draft of what a sentence said; what is missing or unsure is asked first, one question at a time. */
export async function fromSentence(read: Understood, message: string | null, turn: Turn): Promise<Begun> {
  if (read.multiple) return fromSeveral(read.multiple, message, turn);
  const { chat } = turn.texts;
  const queue = unsureFields(read);
  const draft: Draft = {
    ...emptyDraft(turn, 'chat', message),
    fields: withoutUnsure(read),
    because: wordsBehind(read),
    queue,
  };
  const note = queue.includes('spent') ? chat.unsure.spent : queue.length > 0 ? chat.unsure.other : null;
  if (read.activity) {
    const activity = findActivity(turn.context.plan, read.activity);
    if (activity?.leaf) {
      if (!mayReport(turn.context, activity.code)) return { ok: false, why: chat.notYours(activity.label) };
      return { ok: true, draft: await on(draft, activity.code, turn), note };
    }
  }
  const own = ownLeaves(turn);
  const candidates = read.candidates.filter((code) =>
    coveredLeaves(turn.context.plan, [code]).some((leaf) => mayReport(turn.context, leaf.code)),
  );
  const [only] = own;
  if (candidates.length === 0 && own.length === 1 && only)
    return { ok: true, draft: await on(draft, only.code, turn), note };
  const alias = read.because.activity?.[0]?.text.trim() || null;
  return { ok: true, draft: { ...draft, step: { at: 'choose', candidates, page: 1 }, alias }, note };
}

/** Several activities: one card, one บันทึก. What is not this person's is left out, and said. */
async function fromSeveral(readings: readonly Reading[], message: string | null, turn: Turn): Promise<Begun> {
  const { chat } = turn.texts;
  const { plan } = turn.context;
  const known = readings.filter((one) => one.activity && findActivity(plan, one.activity)?.leaf);
  const mine = known.filter((one) => mayReport(turn.context, one.activity!));
  const dropped = known
    .filter((one) => !mine.includes(one))
    .map((one) => findActivity(plan, one.activity!)!.label);
  if (mine.length === 0)
    return { ok: false, why: dropped.length > 0 ? chat.notYours(dropped.join(', ')) : chat.multiple.unclear };
  const items = mine.map((one) => ({ activity: one.activity!, fields: withoutUnsure(one) }));
  const draft: Draft = { ...emptyDraft(turn, 'chat', message), step: { at: 'review-many' }, items };
  const unclear = readings.some((one) => one.unsure.length > 0) ? chat.multiple.unclear : null;
  return {
    ok: true,
    draft,
    note: dropped.length > 0 ? chat.multiple.someDropped(dropped.join(', ')) : unclear,
  };
}

/** The form on one activity, or with the choice of it first. */
export async function fromForm(code: string | null, status: Status | null, turn: Turn): Promise<Begun> {
  const { chat } = turn.texts;
  const fields: Fields = { ...NO_FIELDS, status };
  const queue: AskField[] = GUIDED.filter((field) => !(field === 'status' && status));
  const draft: Draft = { ...emptyDraft(turn, 'form', null), fields, queue: [...queue] };
  const leaves = code ? leavesOf(turn.context.plan, code) : [];
  const activity = leaves.length === 1 ? leaves[0]! : code ? findActivity(turn.context.plan, code) : null;
  if (activity?.leaf) {
    if (!mayReport(turn.context, activity.code)) return { ok: false, why: chat.notYours(activity.label) };
    return { ok: true, draft: await on(draft, activity.code, turn), note: null };
  }
  if (activity)
    return {
      ok: true,
      draft: { ...draft, step: { at: 'choose', candidates: [activity.code], page: 1 } },
      note: null,
    };
  const own = ownLeaves(turn);
  const [only] = own;
  if (own.length === 1 && only) return { ok: true, draft: await on(draft, only.code, turn), note: null };
  const any = own.length > 0 || turn.context.member.roles.some((role) => role !== 'officer');
  return any ? { ok: true, draft, note: null } : { ok: false, why: chat.noWork };
}

/** A change to what stands: only what was said anew is stored, old and new are shown. */
export async function correction(
  code: string,
  update: string,
  read: Understood,
  message: string | null,
  turn: Turn,
): Promise<Draft> {
  const state = await turn.context.state(code);
  const before = Object.fromEntries(FIELD_NAMES.map((name) => [name, state[name]])) as unknown as Fields;
  const draft = {
    ...emptyDraft(turn, 'chat', message),
    fields: withoutUnsure(read),
    because: wordsBehind(read),
    queue: unsureFields(read),
  };
  return on({ ...draft, correction: { update, before } }, code, turn);
}

async function on(draft: Draft, code: string, turn: Turn): Promise<Draft> {
  const { seq } = await turn.context.state(code);
  // the first question opens without a way back to a choice that was never shown
  return { ...moveOn({ ...draft, activity: code, baseSeq: seq }), rev: 0, trail: [] };
}

function unsureFields(read: Reading): AskField[] {
  return read.unsure.filter((field) => field !== 'activity');
}

function withoutUnsure(read: Reading): Fields {
  const fields = { ...read.fields };
  for (const field of read.unsure) if (field !== 'activity') Object.assign(fields, { [field]: null });
  return fields;
}

/** Longest quotation of a person's words on a card. */
const MOST_WORDS = 60;

function wordsBehind(read: Reading): Partial<Record<FieldName, string>> {
  const pairs = FIELD_NAMES.flatMap((name) => {
    const spans = name === 'remark' ? undefined : read.because[name];
    // texts stand on the card in full; repeating them would only fill it
    if (!spans || name === 'result' || name === 'obstacle' || name === 'suggestion') return [];
    const words = spans.map((span) => span.text.trim()).join(' … ');
    return words && words.length <= MOST_WORDS ? [[name, words] as const] : [];
  });
  return Object.fromEntries(pairs);
}
