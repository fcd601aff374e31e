/** How a report begins: from a sentence that was understood. */
import { NO_FIELDS } from '../../../domain/activity.ts';
import { type Draft, DRAFT_VERSION } from '../../../domain/draft.ts';
import { coveredLeaves, findActivity } from '../../../domain/plan.ts';
import { mayReport } from '../../../services/reports.ts';
import { newId } from '../../../services/writes.ts';
import { ASKS_FOR_TIME } from '../../../text/asides.ts';
import { shortenUnits } from '../../../text/format.ts';
import { looksLikeCode } from '../../commands/arguments.ts';
import { hasWork, openLeaves } from '../../activity-rows.ts';
import { withDoubts, withoutImplied } from '../../doubt.ts';
import { leftOut } from '../../left-out.ts';
import { withNarrative, withNarratives } from '../../narrative.ts';
import { obviousFor } from '../../obvious-activity.ts';
import { ownName } from '../../own-names.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import type { Reading, Understood } from '../../../understand/types.ts';
import { figuresTold } from './figures.ts';
import { filled, hasValues, saysNothing, whyAsked } from './fill.ts';
import { moveOn } from './machine.ts';
import { sumsTold } from './sums-told.ts';
import { figureLines } from './total-question.ts';
import { settledOn } from './totals.ts';

/** Letters of a name that are repeated to say that it was not found. */
const MOST_REPEATED = 60;

export type Begun =
  | {
      ok: true;
      draft: Draft;
      note: string | null;
      /** What has to be asked once this one is done, first things last. */
      later?: Draft[];
    }
  | { ok: false; why: string };

export function emptyDraft(
  { context }: RequestContext,
  through: Draft['through'],
  message: string | null,
): Draft {
  return {
    version: DRAFT_VERSION,
    id: newId(),
    plan: context.plan.id,
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
    changedAt: context.now,
    offeredAt: null,
  };
}

/** A draft of what a sentence said; what is missing or unsure is asked first, one question at a time. */
export async function fromSentence(
  read: Understood,
  { text, messageId }: { text: string; messageId: string },
  request: RequestContext,
): Promise<Begun> {
  if (read.multiple) return fromSeveral(withNarratives(read.multiple, text), text, messageId, request);
  const asked = withDoubts(read, text);
  const told = withNarrative(asked.read, text);
  const begun = await fromReading(told, text, messageId, request);
  if (!begun.ok) return begun;
  const { doubt, troubled } = asked.marks;
  const { activity, figures = [] } = begun.draft;
  // it was plainly more of what stands
  const sure = figures.some(
    (one) => one.field === 'spent' && one.said === 'added' && one.stood !== undefined,
  );
  const without = sure ? { ...told, unsure: told.unsure.filter((field) => field !== 'spent') } : told;
  const why = doubt ? request.texts.chat.unsure[doubt] : troubled ? null : whyAsked(without, text, request);
  const budget = activity === null ? null : (findActivity(request.context.plan, activity)?.budget ?? null);
  const found = sumsTold(without, text, budget);
  const left = leftOut(text, told, request);
  const notes = [begun.note, why, found?.workedOut ?? null, left, moreTime(text, request)];
  const draft = { ...begun.draft, ...asked.marks, ...(found && { sums: found.sums }) };
  return { ...begun, draft, note: notes.filter((note) => note !== null).join('\n') || null };
}

/** Who asks for more time hears that a report does not give it. */
function moreTime(text: string, { texts: { chat } }: RequestContext): string | null {
  return ASKS_FOR_TIME.test(text) ? chat.extension : null;
}

/** One reading: on its activity, or with the choice of what it can mean. */
async function fromReading(
  read: Reading,
  text: string,
  message: string | null,
  request: RequestContext,
): Promise<Begun> {
  const { chat } = request.texts;
  const { plan } = request.context;
  const draft: Draft = { ...begunWith(read, message, request), figures: figuresTold(read, text) };
  const about = async (code: string) => on(await withoutImplied(draft, code, request), code, request, text);
  const activity = read.activity === null ? null : findActivity(plan, read.activity);
  if (activity?.leaf) {
    if (mayReport(request.context, activity.code))
      return { ok: true, draft: await about(activity.code), note: null };
    const why = chat.notYours(activity.label, activity.ownerGroup);
    // another of their own may be meant: what was told is kept for it
    const alone = request.context.chat.type === 'user';
    return alone && hasValues(read) && hasWork(request)
      ? { ok: true, draft, note: chat.orOneOfYours(why) }
      : { ok: false, why };
  }
  const candidates = reportable(read.candidates, request);
  // one that was named and is not in the plan is asked for, not taken to be the only one there is
  const named = read.because.activity?.[0]?.text.trim() || null;
  const [only, ...others] = named === null ? await openLeaves(request) : [];
  if (only && others.length === 0) return { ok: true, draft: await about(only.code), note: null };
  // a code that is in no plan today may be somebody else's activity tomorrow: it is nobody's own name
  const alias = named && !looksLikeCode(named, request) ? named : null;
  const own = ownName(read.because, read.candidates, request.context.member);
  const called =
    own !== null && findActivity(plan, own)?.leaf && mayReport(request.context, own) ? own : null;
  const proposed = called ?? (await obviousFor(read, candidates, request));
  if (proposed)
    return {
      ok: true,
      draft: { ...(await about(proposed)), proposed: true, alias: called && alias },
      note: null,
    };
  if (candidates.length === 0 && !hasWork(request)) return { ok: false, why: chat.noWork };
  const unknown = named !== null && read.candidates.length === 0;
  return {
    ok: true,
    draft: { ...draft, step: { at: 'choose', candidates, page: 1 }, alias },
    note: unknown ? chat.noSuchActivity(shortenUnits(named, MOST_REPEATED)) : null,
  };
}

export function begunWith(read: Reading, message: string | null, request: RequestContext): Draft {
  const { sources: _, ...draft } = filled(emptyDraft(request, 'chat', message), read, null);
  return draft;
}

/**
 * Several activities: one card, one บันทึก, with what is clear; what is not is asked afterwards, one by one.
 * What is not this person's is left out, and said.
 */
async function fromSeveral(
  readings: readonly Reading[],
  text: string,
  message: string | null,
  request: RequestContext,
): Promise<Begun> {
  const { chat } = request.texts;
  const { plan } = request.context;
  const leafOf = (one: Reading): string | null =>
    (one.activity !== null && findActivity(plan, one.activity)?.leaf && one.activity) || null;
  const others = readings.filter((one) => {
    const leaf = leafOf(one);
    return leaf !== null && !mayReport(request.context, leaf);
  });
  const dropped = others.map((one) => refOfCode(request, leafOf(one)!).label).join(', ');
  const mine = readings.filter((one) => !others.includes(one));
  const clear: Draft[] = [];
  const unclear: { draft: Draft; note: string | null; words: string }[] = [];
  for (const one of mine) {
    if (!hasValues(one)) continue;
    const begun = await fromReading(one, text, message, request);
    if (!begun.ok) continue;
    const { draft, note } = begun;
    if (leafOf(one) !== null && draft.step.at === 'review' && !saysNothing(draft.fields)) clear.push(draft);
    else unclear.push({ draft, note, words: namedBy(one, request) });
  }
  const [only] = clear;
  const first = clear.length > 1 ? together(clear, message, request) : only;
  const drafts = [...(first ? [first] : []), ...unclear.map(({ draft }) => draft)];
  const [draft, ...later] = drafts;
  if (!draft) return { ok: false, why: dropped ? chat.notYours(dropped) : chat.multiple.unclear };
  const waiting = unclear.slice(first ? 0 : 1).map(({ words }) => words);
  const why = first ? null : unclear[0]?.note;
  const notes = [
    ...(clear.length > 1 ? clear.flatMap((one) => sumsOf(one, request)) : []),
    ...(why ? [why] : []),
    ...(dropped ? [chat.multiple.someDropped(dropped)] : []),
    ...(waiting.length > 0 ? [chat.multiple.later(waiting.join(', '))] : []),
  ];
  return { ok: true, draft, note: notes.join('\n') || null, later: later.toReversed() };
}

/** How the person named the activity: its label where it is known, else the words. */
function namedBy(one: Reading, request: RequestContext): string {
  if (one.activity !== null) return refOfCode(request, one.activity).label;
  return one.because.activity?.[0]?.text.trim() ?? request.texts.words.field.activity;
}

function together(clear: readonly Draft[], message: string | null, request: RequestContext): Draft {
  const items = clear.map(({ activity, fields, baseSeq }) => ({ activity: activity!, fields, baseSeq }));
  return { ...emptyDraft(request, 'chat', message), step: { at: 'review-many' }, items };
}

/** How its figures came, which a line among several does not show. */
function sumsOf(draft: Draft, request: RequestContext): string[] {
  const lines = Object.values(figureLines(draft, request));
  const { label } = refOfCode(request, draft.activity!);
  return lines.length > 0 ? [request.texts.chat.beside.total.ofLabel(label, lines.join(' · '))] : [];
}

/** Of codes, branches among them, those that lead to something this person may report on. */
export function reportable(codes: readonly string[], { context }: RequestContext): string[] {
  return codes.filter((code) =>
    coveredLeaves(context.plan, [code]).some((leaf) => mayReport(context, leaf.code)),
  );
}

/**
 * The draft on its activity, at its first question or its card; from there no way leads back to a choice never shown.
 * @param text in which more of what stands may be counted.
 */
export async function on(draft: Draft, code: string, request: RequestContext, text?: string): Promise<Draft> {
  const { seq } = await request.context.state(code);
  const there = await settledOn({ ...draft, activity: code, baseSeq: seq }, request, text);
  return { ...moveOn(there), rev: 0, trail: [] };
}
