/** Drives the report dialog: hands input to the draft on top, keeps the others waiting, shows the card that comes next. */
import type { Conversation } from '../../../domain/conversation.ts';
import { type Draft, isFresh } from '../../../domain/draft.ts';
import { moment } from '../../../text/format.ts';
import type { Said } from '../../bot-result.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import type { Message } from '../../types.ts';
import type { Input, Outcome, StepHandler } from './machine.ts';
import { isIdle, joined, sameReport, saysNothingNew } from './join.ts';
import { steps } from './steps.ts';
import { showDraft } from './view.ts';

/** Drafts a person may leave open; the oldest gives way, and that is said. */
const MOST_DRAFTS = 5;

export interface Shown {
  said: Said;
  conversation: Partial<Conversation>;
}

export type Driven = ({ taken: true } & Shown) | { taken: false };

/** @returns the draft that words and photos are meant for: the one on top, unless it was left behind long ago. */
export function openDraft({ context }: RequestContext): Draft | null {
  const top = context.conversation.drafts.at(-1);
  return top && isFresh(top, context.now) ? top : null;
}

/** @returns taken: false when the words are no answer to the open draft and want to be understood by themselves. */
export async function drive(draft: Draft, input: Input, request: RequestContext): Promise<Driven> {
  const handler = steps[draft.step.at] as StepHandler<Draft['step']['at']>;
  const outcome = await handler(draft as never, input, request);
  if (outcome.notForMe) return { taken: false };
  return { taken: true, ...(await settle(draft, outcome, request)) };
}

async function settle(before: Draft, outcome: Outcome, request: RequestContext): Promise<Shown> {
  const { now, conversation } = request.context;
  const others = conversation.drafts.filter((one) => one.id !== before.id);
  const said: Said = { messages: [...outcome.messages], writes: outcome.writes };
  if (outcome.draft) {
    const draft = { ...outcome.draft, changedAt: now };
    said.messages.push(await showDraft(draft, request));
    return { said, conversation: { drafts: [...others, draft], lastActivity: draft.activity } };
  }
  const waiting = others.at(-1);
  if (!waiting || !isFresh(waiting, now))
    return { said, conversation: { drafts: others, lastActivity: before.activity } };
  const resumed = await reopen(waiting, others, request.texts.chat.draft.resumed, request);
  said.messages.push(...resumed.said.messages);
  return { said, conversation: resumed.conversation };
}

/** Shows a waiting draft's card anew, on top of the others. */
async function reopen(
  draft: Draft,
  all: readonly Draft[],
  note: string,
  request: RequestContext,
): Promise<Shown> {
  const reopened: Draft = { ...draft, rev: draft.rev + 1, changedAt: request.context.now, offeredAt: null };
  const messages: Message[] = [{ type: 'text', text: note }, await showDraft(reopened, request)];
  const drafts = [...all.filter((one) => one.id !== draft.id), reopened];
  return { said: { messages, writes: [] }, conversation: { drafts, lastActivity: reopened.activity } };
}

/** Goes on with what was left behind; null when nothing was. */
export async function resume(request: RequestContext): Promise<Shown | null> {
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
export function showAgain(draft: Draft, note: string, request: RequestContext): Promise<Shown> {
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
): Promise<Shown> {
  const { chat } = request.texts;
  const { drafts } = request.context.conversation;
  const same = drafts.findLast((one) => sameReport(one, draft));
  // a choice that was opened and left says nothing: it only would be in the way
  const kept = drafts.filter((one) => one.id !== draft.id && one !== same && !isIdle(one));
  if (same && saysNothingNew(draft)) return reopen(same, kept, sinceWhen(same, request), request);
  const opened = same ? joined(same, draft, request.context.now) : draft;
  const all = [...kept, ...later, opened];
  const gaveWay = all.slice(0, -MOST_DRAFTS);
  const old = same && !isFresh(same, request.context.now);
  const notes = [
    ...(note ? [note] : []),
    ...(old ? [chat.draft.joinedSince(moment(same.changedAt, request.context.language))] : []),
    ...(gaveWay.length > 0
      ? [chat.draft.gaveWay(gaveWay.map((one) => labelOf(one, request)).join(', '))]
      : []),
  ];
  const messages = notes.map((text): Message => ({ type: 'text', text }));
  messages.push(await showDraft(opened, request));
  return {
    said: { messages, writes: [] },
    conversation: { drafts: all.slice(-MOST_DRAFTS), lastActivity: opened.activity, misses: 0 },
  };
}

/** What a draft is about, as far as that is known. */
export function labelOf(draft: Draft, request: RequestContext): string {
  const codes = draft.items.length > 0 ? draft.items.map((one) => one.activity) : [draft.activity];
  const { activity } = request.texts.words.field;
  return codes.map((code) => (code === null ? activity : refOfCode(request, code).label)).join(', ');
}

/** The open draft's card once more, after something else was answered in between. */
export async function reshow(request: RequestContext): Promise<Message[]> {
  const draft = openDraft(request);
  if (!draft) return [];
  return [{ type: 'text', text: request.texts.chat.draft.goOn }, await showDraft(draft, request)];
}
