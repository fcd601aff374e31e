/** The end of the report dialog: storing what the card shows and saying so. */
import type { Reporter } from '../../../domain/activity.ts';
import type { Draft, Item } from '../../../domain/draft.ts';
import type { Update } from '../../../domain/update.ts';
import { freeRide } from '../../../services/broadcast.ts';
import { saveReport } from '../../../services/reports.ts';
import type { Write } from '../../../services/writes.ts';
import { moment } from '../../../text/format.ts';
import { texts } from '../../../text/index.ts';
import { ownRows } from '../../activity-rows.ts';
import { withExpected } from '../../expected-day.ts';
import { withName } from '../../own-names.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import { askResult } from '../../result-question.ts';
import { begunAlready } from '../../turned.ts';
import type { ActivityRow, Card, Message } from '../../types.ts';
import { clearedBy, saysNothing } from './fill.ts';
import { nextPart } from './join.ts';
import { closeDraft, moveTo, type StepResult, stay } from './machine.ts';
import { takeApart } from './many.ts';

/** Stores the draft as one update, with the receipt and its way back. */
export async function saveDraft(draft: Draft, request: RequestContext): Promise<StepResult> {
  const { chat } = request.texts;
  if (!draft.activity) return stay(draft, chat.draft.chooseFirst);
  const cleared = clearedBy(draft);
  if (saysNothing(draft.fields) && draft.evidence.length === 0 && cleared.length === 0)
    return stay(draft, chat.draft.nothingToSave);
  // on the page all of it was in sight
  const figures = draft.through === 'web' ? null : begunAlready(draft, request);
  if (figures !== null) return stay(statusAsked(draft), chat.begunAlready(figures));
  const saved = await saveReport(request.context, {
    activity: draft.activity,
    said: draft.fields,
    cleared,
    evidence: draft.evidence,
    draft: draft.id,
    message: draft.message,
    sources: draft.sources,
    corrects: draft.correction?.update,
    through: draft.through,
  });
  if (!saved.ok) return stay(draft, refusal(saved.reason, draft.activity, request));
  // the next part of the same message is asked about
  const { conversation, now } = request.context;
  const question = nextPart(draft, conversation.drafts, now) ? null : await askResult(saved.update, request);
  const receipt: Card = {
    kind: 'receipt',
    update: saved.update.id,
    activity: withExpected(refOfCode(request, draft.activity), saved.update.said, request.context.today),
    fields: saved.update.said,
    at: saved.update.at,
    late: saved.late,
    evidence: draft.evidence.length,
    next: await nextToReport(draft.activity, request),
    asks: question?.id ?? null,
  };
  const messages: Message[] = [{ type: 'card', card: receipt, about: draft.activity }];
  if (cleared.length > 0) {
    const names = cleared.map((name) => request.texts.words.field[name]).join(', ');
    messages.unshift({ type: 'text', text: chat.beside.leftOff(names) });
  }
  const meanwhile = await reportedMeanwhile(draft, request);
  if (meanwhile) messages.unshift({ type: 'text', text: chat.draft.someoneElse(meanwhile.name) });
  const told = meanwhile ? await tellEarlier(meanwhile, saved.update, request) : [];
  const writes = [
    ...saved.writes,
    ...told,
    ...evidenceWrites(draft, request),
    ...aliasWrites(draft, request),
  ];
  return { ...closeDraft(messages, writes), ...(question && { confirmation: question }) };
}

/** Stores all activities of a text that named several, or none of them. */
export async function saveItems(draft: Draft, request: RequestContext): Promise<StepResult> {
  const { chat } = request.texts;
  // words that were unsent since leave nothing to store
  const told = draft.items.filter((item) => !saysNothing(item.fields));
  if (told.length === 0) return stay(draft, chat.draft.nothingToSave);
  for (const item of told) {
    const figures = begunAlready({ ...draft, fields: item.fields }, request);
    if (figures === null) continue;
    const taken = takeApart(draft, draft.items.indexOf(item), request);
    if (taken.apart)
      return { ...taken, ...stay(taken.draft!, chat.begunAlready(figures)), apart: statusAsked(taken.apart) };
  }
  const writes: Write[] = [];
  const notes: string[] = [];
  const items: Extract<Card, { kind: 'receipts' }>['items'] = [];
  let late = false;
  for (const item of told) {
    const { activity, fields } = item;
    const saved = await saveReport(request.context, {
      activity,
      said: fields,
      evidence: [],
      draft: draft.id,
      message: draft.message,
      through: draft.through,
    });
    if (!saved.ok) return stay(draft, refusal(saved.reason, activity, request));
    writes.push(...saved.writes);
    const shown = withExpected(refOfCode(request, activity), fields, request.context.today);
    items.push({ update: saved.update.id, activity: shown, fields });
    late ||= saved.late;
    const meanwhile = await reportedMeanwhile(item, request);
    if (!meanwhile) continue;
    notes.push(chat.draft.someoneElse(meanwhile.name));
    writes.push(...(await tellEarlier(meanwhile, saved.update, request)));
  }
  const messages = [...new Set(notes)].map((text): Message => ({ type: 'text', text }));
  messages.push({
    type: 'card',
    card: { kind: 'receipts', draft: draft.id, items, at: request.context.now, late },
  });
  return closeDraft(messages, writes);
}

/** Not begun, with figures beside it: which of the two holds. */
function statusAsked(draft: Draft): Draft {
  return moveTo({ ...draft, queue: [], doubt: 'begun' }, { at: 'ask', field: 'status' });
}

function refusal(
  reason: 'no-such-activity' | 'not-a-leaf' | 'not-yours',
  code: string,
  request: RequestContext,
): string {
  const { chat } = request.texts;
  const { label } = refOfCode(request, code);
  switch (reason) {
    case 'no-such-activity':
      return chat.noSuchActivity(code);
    case 'not-a-leaf':
      return chat.branchNeedsLeaf(label);
    case 'not-yours':
      return chat.notYours(label);
  }
}

function isOpen(status: string): boolean {
  return status === 'not_started' || status === 'in_progress';
}

/** In a group nobody's other work is shown. */
async function nextToReport(done: string, request: RequestContext): Promise<ActivityRow | null> {
  if (request.context.chat.type !== 'user') return null;
  const own = await ownRows(request);
  return own.find((row) => row.code !== done && isOpen(row.status)) ?? null;
}

/** @returns somebody else who reported on the activity since this draft began. */
async function reportedMeanwhile(
  draft: Pick<Draft | Item, 'activity' | 'baseSeq'>,
  request: RequestContext,
): Promise<Reporter | null> {
  if (draft.activity === null || draft.baseSeq === null) return null;
  const state = await request.context.state(draft.activity);
  const other = state.seq > draft.baseSeq && state.reportedBy?.member !== request.context.member.id;
  return other ? state.reportedBy : null;
}

/** The one who was quicker learns of the second report with the next answer, at no cost. */
async function tellEarlier(earlier: Reporter, update: Update, request: RequestContext): Promise<Write[]> {
  const { context } = request;
  const member = earlier.member && (await context.colleague(earlier.member));
  if (!member) return [];
  const { label } = refOfCode(request, update.activity);
  const at = moment(update.at, member.language);
  const text = texts(member.language).chat.draft.alsoReported(context.member.name, label, at);
  return [freeRide(context, `${update.id}:also:${member.id}`, member, 'also-reported', text)];
}

/** Photos sent before the activity was known are filed under it now. */
function evidenceWrites(draft: Draft, { context }: RequestContext): Write[] {
  if (draft.evidence.length === 0) return [];
  const where = { _id: { $in: draft.evidence }, office: context.office.id };
  return [
    {
      to: 'evidence',
      updateAll: { where, change: { $set: { activity: draft.activity, plan: context.plan.id } } },
    },
  ];
}

/** The words that could not be placed, and what was chosen for them, are this person's name for the activity. */
function aliasWrites(draft: Draft, { context }: RequestContext): Write[] {
  const { member, office, plan } = context;
  if (!draft.alias || !draft.activity) return [];
  const aliases = withName(member, draft.alias, draft.activity, plan);
  if (!aliases) return [];
  const where = { _id: member.id, office: office.id };
  return [{ to: 'members', updateAll: { where, change: { $set: { aliases } } } }];
}
