/** How the form's page ends: stored by the dialog's own way, given up, or taken back. web/form calls it. */
import { findActivity } from '../domain/plan.ts';
import { savedFrom, undoReport } from '../services/reports.ts';
import type { Write } from '../services/writes.ts';
import { moment } from '../text/format.ts';
import { saveDraft } from './dialogs/report/save.ts';
import { isHalf, onPage, openOn } from './form-draft.ts';
import { type FormChanged, conversationWith, type Did, refuseForm, viewOf, whyNot } from './page-form.ts';
import type { RequestContext } from './request-context.ts';
import type { ActivityRow, Card, Message, Push } from './types.ts';

/** What is shown once it is stored. */
export interface Receipt {
  update: string;
  at: Date;
  late: boolean;
  /** Finished, and nobody told what it has come to. */
  asksResult: boolean;
  next: ActivityRow | null;
  notes: string[];
}
/** @param seen the draft as the page showed it: another one is looked at first. @param ride how a message waits for the person's next answer. */
export async function storeForm(
  code: string,
  seen: { draft: string; rev: number },
  ride: (push: Push) => Write[],
  request: RequestContext,
): Promise<Did<Receipt>> {
  const not = whyNot(code, request);
  if (not) return not;
  const { context, texts } = request;
  const { draft: words } = texts.chat;
  const { draft, others } = openOn(code, request);
  const { label } = findActivity(context.plan, code)!;
  if (draft?.id !== seen.draft) {
    if (!draft && seen.draft === '') return refuseForm('wrong', words.nothingToSave);
    const saved = await savedFrom(context, seen.draft);
    const at = saved && moment(saved.at, context.language);
    return refuseForm('stale', at === null ? words.gone : words.alreadySaved(label, at));
  }
  if (draft.rev !== seen.rev) return refuseForm('stale', texts.form.changedElsewhere);
  if (isHalf(draft.fields)) return refuseForm('wrong', texts.chat.unsure['half-done']);
  const { draft: left, messages, writes } = await saveDraft(onPage(draft), request);
  const said = messages.flatMap((one) => (one.type === 'text' ? [one.text] : []));
  const card = messages.find(isReceipt)?.card;
  if (left || !card) return refuseForm('wrong', said.join('\n'));
  const shown: Message = { type: 'card', card: { ...card, asks: null }, about: code };
  const push: Push = {
    key: `${card.update}:receipt`,
    to: context.member.userId,
    office: context.office.id,
    purpose: 'receipt',
    cost: 0,
    reply: { language: context.language, messages: [{ type: 'text', text: texts.form.savedHere }, shown] },
  };
  const { update, at, late, next, asks } = card;
  return {
    answer: { update, at, late, next, notes: said, asksResult: asks !== null },
    writes: [...writes, conversationWith(others, code, request), ...ride(push)],
  };
}

function isReceipt(message: Message): message is Message & { card: Extract<Card, { kind: 'receipt' }> } {
  return message.type === 'card' && message.card.kind === 'receipt';
}

/** Gives the draft up, as giving up does in chat. */
export async function discardForm(code: string, request: RequestContext): Promise<Did<FormChanged>> {
  const not = whyNot(code, request);
  if (not) return not;
  const { draft, others } = openOn(code, request);
  return {
    answer: {
      view: await viewOf(code, null, request),
      problems: {},
      replaced: {},
      notes: [request.texts.chat.draft.cancelled],
    },
    writes: draft ? [conversationWith(others, code, request)] : [],
  };
}

/** Takes one's own report back, as the chat does. */
export async function undoForm(update: string, request: RequestContext): Promise<Did<{ said: string }>> {
  const { context, texts } = request;
  const words = texts.chat.undo;
  const undone = await undoReport(context, update);
  if (!undone.ok) {
    const why = {
      'no-such-update': words.nothing,
      'not-yours': words.notYours,
      already: words.already,
      closed: words.closed,
    };
    return refuseForm('wrong', why[undone.reason]);
  }
  const label = findActivity(context.plan, undone.update.activity)?.label ?? undone.update.activity;
  const said = words.done(label, moment(undone.update.at, context.language));
  return { answer: { said }, writes: undone.writes };
}
