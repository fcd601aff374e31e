/** Drives the report dialog: hands input to the draft on top, keeps the others waiting, shows the card that comes next. */
import { type Draft, isFresh, takesWords } from '../../../domain/draft.ts';
import { moment } from '../../../text/format.ts';
import type { Answer } from '../../commands/command.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import type { Message } from '../../types.ts';
import type { Outcome } from '../../outcome.ts';
import type { Input, StepHandler, StepResult } from './machine.ts';
import { isIdle, joinDrafts, nextPart, sameReport, saysNothingNew } from './join.ts';
import { steps } from './steps.ts';
import { showDraft } from './view.ts';

/** Drafts a person may leave open; the oldest gives way, and that is said. */
export const MOST_DRAFTS = 5;

/** @returns the draft that words and photos are meant for: the one on top, unless it waits aside or was left behind. */
export function openDraft({ context }: RequestContext): Draft | null {
  const top = context.conversation.drafts.at(-1);
  return top && takesWords(top, context.now) ? top : null;
}

/** @returns null when the input is nothing to the draft: words then want to be understood by themselves. */
export async function drive(draft: Draft, input: Input, request: RequestContext): Promise<Answer | null> {
  const handler = steps[draft.step.at] as StepHandler<Draft['step']['at']>;
  const result = await handler(draft as never, input, request);
  return result.notForMe ? null : settle(draft, result, request);
}

async function settle(before: Draft, result: StepResult, request: RequestContext): Promise<Answer> {
  const { now, conversation } = request.context;
  const { messages, writes } = result;
  const others = conversation.drafts.filter((one) => one.id !== before.id);
  if (result.draft) {
    const rest = { ...result.draft, changedAt: now, aside: false };
    const draft = result.apart ?? rest;
    if (draft !== rest && rest.items.length > 0) others.push(rest);
    return {
      messages: [...messages, await showDraft(draft, request)],
      writes,
      outcome: onForm(others, draft, request),
    };
  }
  const part = nextPart(before, others, now);
  if (part) {
    const asked = await reopen(part, others, request.texts.chat.draft.nextPart, request);
    return { ...asked, messages: [...messages, ...asked.messages], writes };
  }
  // what was stored stays on the screen: a report of another message waits behind its chip
  const waiting = others.map((one) => ({ ...one, aside: true }));
  const fresh = waiting.filter((one) => isFresh(one, now) && !isIdle(one));
  const labels = fresh.map((one) => labelOf(one, request)).join(', ');
  const left: Message[] =
    fresh.length > 0 ? [{ type: 'text', text: request.texts.chat.draft.alsoWaiting(labels) }] : [];
  return {
    messages: [...messages, ...left],
    writes,
    outcome: {
      kind: 'form',
      drafts: waiting,
      activity: talkedOf(before, request),
      confirmation: result.confirmation,
    },
  };
}

function onForm(others: readonly Draft[], draft: Draft, request: RequestContext): Outcome {
  return { kind: 'form', drafts: [...others, draft], activity: talkedOf(draft, request) };
}

/** A choice that was opened and left names nothing: what was talked of before still is. */
function talkedOf(draft: Draft, { context }: RequestContext): string | null {
  return draft.activity ?? (draft.items.length > 0 ? null : context.conversation.lastActivity);
}

/** Shows a waiting draft's card anew, on top of the others. */
async function reopen(
  draft: Draft,
  all: readonly Draft[],
  note: string,
  request: RequestContext,
): Promise<Answer> {
  const { now } = request.context;
  const reopened: Draft = { ...draft, rev: draft.rev + 1, changedAt: now, offeredAt: null, aside: false };
  const messages: Message[] = [{ type: 'text', text: note }, await showDraft(reopened, request)];
  const others = all.filter((one) => one.id !== draft.id);
  return { messages, writes: [], outcome: onForm(others, reopened, request) };
}

/** Goes on with what was left behind; null when nothing was. */
export async function resume(request: RequestContext): Promise<Answer | null> {
  const { drafts } = request.context.conversation;
  const top = drafts.at(-1);
  return top ? reopen(top, drafts, sinceWhen(top, request), request) : null;
}

function sinceWhen(draft: Draft, { context, texts }: RequestContext): string {
  const words = texts.chat.draft;
  return isFresh(draft, context.now)
    ? words.goOn
    : words.leftSince(moment(draft.changedAt, context.language));
}

/** Shows the current card of a draft, after a button of one that was overtaken, and makes it the one that is meant. */
export function showAgain(draft: Draft, note: string, request: RequestContext): Promise<Answer> {
  return reopen(draft, request.context.conversation.drafts, note, request);
}

/**
 * Opens a draft on top of those that wait. What waits on the same activity is gone on with, not doubled.
 * @param later drafts that come after this one, the next of them last.
 */
export async function open(
  draft: Draft,
  note: string | null,
  request: RequestContext,
  later: readonly Draft[] = [],
): Promise<Answer> {
  const { chat } = request.texts;
  const { drafts } = request.context.conversation;
  const same = drafts.findLast((one) => sameReport(one, draft));
  // a choice that was opened and left says nothing: it only would be in the way
  const kept = drafts.filter((one) => one.id !== draft.id && one !== same && !isIdle(one));
  if (same && saysNothingNew(draft)) return reopen(same, kept, sinceWhen(same, request), request);
  const opened = same ? joinDrafts(same, draft, request.context.now) : draft;
  const all = [...kept, ...later, opened];
  const gaveWay = all.slice(0, -MOST_DRAFTS);
  const old = same && !isFresh(same, request.context.now);
  const left = openDraft(request);
  const aside = left && left !== same && kept.includes(left) && !later.includes(left) ? [left] : [];
  const notes = [
    ...aside.map((one) => chat.draft.alsoWaiting(labelOf(one, request))),
    ...(note ? [note] : []),
    ...(old ? [chat.draft.joinedSince(moment(same.changedAt, request.context.language))] : []),
    ...(gaveWay.length > 0
      ? [chat.draft.gaveWay(gaveWay.map((one) => labelOf(one, request)).join(', '))]
      : []),
  ];
  const messages = notes.map((text): Message => ({ type: 'text', text }));
  messages.push(await showDraft(opened, request));
  return { messages, writes: [], outcome: onForm(all.slice(-MOST_DRAFTS).slice(0, -1), opened, request) };
}

/** What a draft is about, as far as that is known. */
export function labelOf(draft: Draft, request: RequestContext): string {
  const codes = draft.items.length > 0 ? draft.items.map((one) => one.activity) : [draft.activity];
  const { activity } = request.texts.words.field;
  return codes.map((code) => (code === null ? activity : refOfCode(request, code).label)).join(', ');
}
