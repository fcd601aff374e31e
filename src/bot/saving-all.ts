/** Several reports at once: all that wait are stored after a card that names each, and a status told of all is put on each. interpreters/open-drafts.ts and the card's answer call it. */
import { NO_FIELDS, type Status } from '../domain/activity.ts';
import { type Draft, isFresh } from '../domain/draft.ts';
import type { Write } from '../services/writes.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { type About, ask } from './confirmations.ts';
import { emptyDraft } from './dialogs/report/begin.ts';
import { understoodSoFar } from './dialogs/report/choices.ts';
import { labelOf, open, showAgain } from './dialogs/report/drive.ts';
import { showDraft } from './dialogs/report/view.ts';
import { saveDraft, saveItems } from './dialogs/report/save.ts';
import { justStored, waitingDrafts } from './giving-up.ts';
import type { RequestContext } from './request-context.ts';
import { labelsOf } from './taking-back.ts';
import type { Card, Message } from './types.ts';

/** @returns the drafts that can be stored, one for each activity, the oldest first. */
function storable(request: RequestContext): Draft[] {
  const fresh = waitingDrafts(request).filter((one) => isFresh(one, request.context.now));
  const codesOf = (one: Draft): (string | null)[] =>
    one.items.length > 0 ? one.items.map(({ activity }) => activity) : [one.activity];
  const taken = new Set<string | null>([null]);
  const kept: Draft[] = [];
  for (const one of fresh.toReversed()) {
    const codes = codesOf(one);
    if (codes.some((code) => taken.has(code))) continue;
    for (const code of codes) taken.add(code);
    kept.unshift(one);
  }
  return kept;
}

/** @returns the question with each of them named; null where there are not several. */
export function askSaveAll(request: RequestContext): Answer | null {
  const drafts = storable(request);
  if (drafts.length < 2) return null;
  const { saveAll } = request.texts.chat.draft;
  const gistOf = (one: Draft): string =>
    one.items.length > 0
      ? one.items.map((item) => understoodSoFar({ ...item, evidence: [] }, request) ?? '').join(' / ')
      : (understoodSoFar(one, request) ?? request.texts.words.unsaid);
  return ask(
    { about: 'save-all', drafts: drafts.map(({ id }) => id) },
    {
      title: saveAll.title,
      question: saveAll.question(drafts.map((one) => labelOf(one, request)).join(', ')),
      quote: null,
      rows: drafts.map((one) => ({ heading: labelOf(one, request), value: gistOf(one) })),
      caution: null,
      options: [{ value: 'yes', label: saveAll.yes }],
      decline: saveAll.no,
      wide: false,
    },
    request,
  );
}

/** The answer to that question: what has to be asked first stays open. */
export async function answerSaveAll(
  { drafts: ids }: About<'save-all'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const { conversation, now } = request.context;
  const meant = conversation.drafts.filter(({ id }) => ids.includes(id));
  if (meant.length === 0) return say(chat.draft.gone);
  if (value !== 'yes')
    return say(chat.draft.saveAll.kept(meant.map((one) => labelOf(one, request)).join(', ')));
  const writes: Write[] = [];
  const items: Extract<Card, { kind: 'receipts' }>['items'] = [];
  const notes: Message[] = [];
  const asked: Draft[] = [];
  let late = false;
  for (const draft of meant) {
    const result = await (draft.items.length > 0 ? saveItems(draft, request) : saveDraft(draft, request));
    writes.push(...result.writes);
    notes.push(...result.messages.filter(({ type }) => type === 'text'));
    if (result.apart) asked.push(result.apart);
    if (result.draft && (result.draft.items.length > 0 || result.draft.activity !== null))
      asked.unshift(result.draft);
    for (const message of result.messages) {
      if (message.type !== 'card') continue;
      const { card } = message;
      if (card.kind === 'receipt')
        items.push({ update: card.update, activity: card.activity, fields: card.fields });
      if (card.kind === 'receipts') items.push(...card.items);
      if (card.kind === 'receipt' || card.kind === 'receipts') late ||= card.late;
    }
  }
  const receipts: Message[] =
    items.length > 0
      ? [{ type: 'card', card: { kind: 'receipts', draft: meant[0]!.id, items, at: now, late, full: true } }]
      : [];
  const others = conversation.drafts.filter(({ id }) => !ids.includes(id));
  const top = asked.at(-1);
  return {
    messages: [...receipts, ...notes, ...(top ? [await showDraft(top, request)] : [])],
    writes,
    outcome: {
      kind: 'form',
      drafts: [...others.map((one) => ({ ...one, aside: true })), ...asked],
      activity: items.at(-1)?.activity.code ?? conversation.lastActivity,
    },
  };
}

/** A status said of all: on each that is open, else on each of those just stored together; null where there are not several. */
export async function setOnAll(status: Status, request: RequestContext): Promise<Answer | null> {
  const { context, texts } = request;
  const { conversation } = context;
  const top = storable(request).at(-1);
  if (top && top.items.length > 1) {
    const items = top.items.map((one) => ({ ...one, fields: { ...one.fields, status } }));
    return open({ ...top, rev: top.rev + 1, items }, null, request);
  }
  const waiting = storable(request);
  if (top && waiting.length > 1) {
    const drafts = conversation.drafts.map((one) =>
      waiting.includes(one) ? { ...one, rev: one.rev + 1, fields: { ...one.fields, status } } : one,
    );
    const changed: RequestContext = {
      ...request,
      context: { ...context, conversation: { ...conversation, drafts } },
    };
    return askSaveAll(changed) && showAll(drafts, changed);
  }
  const stored = top ? [] : await justStored(request);
  if (stored.length < 2) return null;
  const states = await Promise.all(stored.map((one) => context.state(one.activity)));
  if (states.every((one) => one.status === status))
    return say(texts.chat.draft.standsSo(labelsOf(stored, request), texts.words.status[status]));
  const items = stored.map(({ activity }, at) => ({
    activity,
    fields: { ...NO_FIELDS, status },
    baseSeq: states[at]!.seq,
  }));
  return open(
    { ...emptyDraft(request, 'chat', context.message), step: { at: 'review-many' }, items },
    null,
    request,
  );
}

/** The newest is shown, and the others named. */
function showAll(drafts: readonly Draft[], request: RequestContext): Promise<Answer> {
  const top = drafts.at(-1)!;
  const others = storable(request).filter(({ id }) => id !== top.id);
  const labels = others.map((one) => labelOf(one, request)).join(', ');
  return showAgain(top, request.texts.chat.draft.alsoWaiting(labels), request);
}
