/** The report form as a page: what it shows and what a changed field comes to, by the dialog's own questions. web/form calls it. */
import { FIELD_NAMES, type FieldName, type Fields, isTextField } from '../domain/activity.ts';
import type { Draft } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { type DraftFile, draftFiles, eraseOwn } from '../services/draft-files.ts';
import { mayReport } from '../services/reports.ts';
import { type Write, writeConversation } from '../services/writes.ts';
import { baht, longDate, money } from '../text/format.ts';
import { ownRows, planRows } from './activity-rows.ts';
import { labelOf, MOST_DRAFTS } from './dialogs/report/drive.ts';
import { questions } from './dialogs/report/questions.ts';
import { begun, type OpenedForm, openOn, putBack, withFiles, withValue } from './form-draft.ts';
import { permits, type RequestContext } from './request-context.ts';
import type { ActivityRow } from './types.ts';

export interface FormActivity extends ActivityRow {
  indicator: string | null;
  unit: string | null;
  target: number | null;
}

export interface FormView {
  /** Id of the plan; its code means something there only. */
  plan: string;
  activity: FormActivity;
  /** What was last stored. */
  stands: Fields & { by: string | null; at: Date | null; files: number };
  draft: {
    id: string;
    rev: number;
    changedAt: Date;
    said: Fields;
    /** As they are typed. */
    values: Record<FieldName, string>;
    files: DraftFile[];
  } | null;
  /** What to look at before it is stored. */
  cautions: string[];
}

export type FormRefusal = { refused: 'unknown' | 'forbidden' | 'stale' | 'wrong'; why: string };
export interface FormChanged {
  view: FormView;
  /** Why a value was not taken, by field. */
  problems: Partial<Record<FieldName, string>>;
  /** What stood there, told elsewhere meanwhile, in the place of which the newer value is now. */
  replaced: Partial<Record<FieldName, string>>;
  notes: string[];
}
export type Did<T> = { answer: T | FormRefusal; writes: Write[] };

export const isRefusal = (answer: object): answer is FormRefusal => 'refused' in answer;
export const refuseForm = (refused: FormRefusal['refused'], why: string): Did<never> => ({
  answer: { refused, why },
  writes: [],
});

/** This person's activities, what is due first; of somebody who has none, all they may report on. */
export async function listForm(request: RequestContext) {
  const own = await ownRows(request);
  const rows =
    own.length > 0 ? own : (await planRows(request)).filter(({ code }) => permits(request, 'report', code));
  return {
    today: request.context.today,
    rows: rows.map((row) => ({ ...row, begun: openOn(row.code, request).draft !== null })),
    /** Something told in chat that was not said of an activity yet. */
    unplaced: request.context.conversation.drafts.some(
      ({ activity, items, fields, evidence }) =>
        activity === null && items.length === 0 && (evidence.length > 0 || hasAny(fields)),
    ),
  };
}

const hasAny = (fields: Fields): boolean => FIELD_NAMES.some((name) => fields[name] !== null);

/** @returns why this person cannot report on it here; null where they can. */
export function whyNot(code: string, { context, texts }: RequestContext): Did<never> | null {
  const activity = findActivity(context.plan, code);
  if (!activity) return refuseForm('unknown', texts.chat.noSuchActivity(code.slice(0, 60)));
  if (!activity.leaf) return refuseForm('unknown', texts.chat.branchNeedsLeaf(activity.label));
  const { label, ownerGroup } = activity;
  return mayReport(context, code) ? null : refuseForm('forbidden', texts.chat.notYours(label, ownerGroup));
}

export async function readForm(code: string, request: RequestContext): Promise<Did<FormView>> {
  const not = whyNot(code, request);
  return not ?? { answer: await viewOf(code, openOn(code, request).draft, request), writes: [] };
}

export async function viewOf(code: string, draft: Draft | null, request: RequestContext): Promise<FormView> {
  const { context, texts } = request;
  const { indicator, unit, target } = findActivity(context.plan, code)!;
  const [state, rows] = await Promise.all([context.state(code), planRows(request)]);
  const activity = { ...rows.find((row) => row.code === code)!, indicator, unit, target };
  const { reportedBy, reportedAt, evidence } = state;
  const { budget } = activity;
  const over = draft && budget !== null && (draft.fields.spent ?? 0) > budget;
  return {
    plan: context.plan.id,
    activity,
    stands: { ...fieldsIn(state), by: reportedBy?.name ?? null, at: reportedAt, files: evidence.length },
    draft: draft && {
      id: draft.id,
      rev: draft.rev,
      changedAt: draft.changedAt,
      said: draft.fields,
      values: valuesOf(draft.fields, request),
      files: await draftFiles(context, draft.evidence),
    },
    cautions: over ? [texts.cards.draft.overBudget(budget ? baht(budget, context.language) : null)] : [],
  };
}

function fieldsIn(fields: Fields): Fields {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, fields[name]])) as unknown as Fields;
}

/** How a value is typed: its question reads the same value from it. */
export function typed(fields: Fields, name: FieldName, { texts, context }: RequestContext): string {
  if (isTextField(name)) return fields[name] === '' ? texts.words.none : (fields[name] ?? '');
  if (name === 'actual') return fields.actual === null ? '' : String(fields.actual.value);
  if (name === 'spent') return fields.spent === null ? '' : money(fields.spent);
  if (name === 'date') return fields.date === null ? '' : longDate(fields.date, context.language);
  return fields[name] === null ? '' : String(fields[name]);
}

function valuesOf(fields: Fields, request: RequestContext): Record<FieldName, string> {
  const pairs = FIELD_NAMES.map((name) => [name, typed(fields, name, request)]);
  return Object.fromEntries(pairs) as Record<FieldName, string>;
}

export interface FormChange {
  field: FieldName;
  value: string;
  /** What the page showed when it was changed. */
  was: string;
}

/** Each value as its question reads it; the newest stands, and what it takes the place of is told. */
export async function changeForm(
  code: string,
  changes: readonly FormChange[],
  request: RequestContext,
): Promise<Did<FormChanged>> {
  const not = whyNot(code, request);
  if (not) return not;
  const opened = openOn(code, request);
  const activity = findActivity(request.context.plan, code);
  let draft = opened.draft ?? (await begun(code, request));
  const problems: FormChanged['problems'] = {};
  const replaced: FormChanged['replaced'] = {};
  for (const { field, value, was } of changes) {
    const before = typed(draft.fields, field, request);
    const read = value.trim() === '' ? null : questions[field].read(value, request, activity);
    if (read && !read.ok) problems[field] = read.why;
    else if (before !== value) {
      draft = withValue(draft, field, read && read.set);
      if (before !== '' && before !== was && before !== typed(draft.fields, field, request))
        replaced[field] = before;
    }
  }
  return put(code, draft, opened, { problems, replaced }, request);
}

/** @param files ids of the draft's evidence as they are to be. */
async function put(
  code: string,
  draft: Draft,
  opened: OpenedForm,
  found: Pick<FormChanged, 'problems' | 'replaced'>,
  request: RequestContext,
): Promise<{ answer: FormChanged; writes: Write[] }> {
  const { context, texts } = request;
  const all = draft === opened.draft ? null : putBack(draft, opened, context.now);
  const gaveWay = all?.slice(0, -MOST_DRAFTS) ?? [];
  const kept = all?.slice(-MOST_DRAFTS) ?? null;
  const shown = kept ? (kept.find(({ id }) => id === draft.id) ?? null) : opened.draft;
  const notes =
    gaveWay.length > 0
      ? [texts.chat.draft.gaveWay(gaveWay.map((one) => labelOf(one, request)).join(', '))]
      : [];
  return {
    answer: { view: await viewOf(code, shown, request), ...found, notes },
    writes: kept ? [conversationWith(kept, code, request)] : [],
  };
}

/** What was begun on a plan that is used no more stays until the chat has told of it. */
export function conversationWith(drafts: Draft[], code: string, { context }: RequestContext): Write {
  const { conversation, now, plan } = context;
  const others = conversation.drafts.filter((one) => one.plan !== plan.id);
  return writeConversation(
    conversation,
    { ...conversation, drafts: [...others, ...drafts], lastActivity: code, talkedAt: now },
    now,
  );
}

/** @param write by which the file becomes evidence; null where it did before. */
export async function addFile(
  code: string,
  id: string,
  write: Write | null,
  request: RequestContext,
): Promise<Did<FormChanged>> {
  const not = whyNot(code, request);
  if (not) return not;
  const opened = openOn(code, request);
  const draft = opened.draft ?? (await begun(code, request));
  const has = draft.evidence.includes(id);
  const changed = has || !write ? draft : withFiles(draft, [...draft.evidence, id]);
  const done = await put(code, changed, opened, { problems: {}, replaced: {} }, request);
  return { ...done, writes: [...(write ? [write] : []), ...done.writes] };
}

export async function removeFile(
  code: string,
  id: string,
  request: RequestContext,
): Promise<Did<FormChanged>> {
  const not = whyNot(code, request);
  if (not) return not;
  const opened = openOn(code, request);
  const { draft } = opened;
  if (!draft?.evidence.includes(id)) return refuseForm('stale', request.texts.chat.draft.gone);
  const rest = draft.evidence.filter((one) => one !== id);
  const done = await put(code, withFiles(draft, rest), opened, { problems: {}, replaced: {} }, request);
  return { ...done, writes: [...(await eraseOwn(request.context, id)), ...done.writes] };
}
