/** Drives the report dialog: hands input to the draft on top, keeps the others waiting, shows the card that comes next. */
import type { Conversation } from '../../../domain/conversation.ts';
import { type Draft, isFresh } from '../../../domain/draft.ts';
import { moment } from '../../../text/format.ts';
import type { Said } from '../../handled.ts';
import { refOfCode, type Turn } from '../../turn.ts';
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
export function openDraft({ context }: Turn): Draft | null {
  const top = context.conversation.drafts.at(-1);
  return top && isFresh(top, context.now) ? top : null;
}

/** @returns taken: false when the words are no answer to the open draft and want to be understood by themselves. */
export async function drive(draft: Draft, input: Input, turn: Turn): Promise<Driven> {
  const handler = steps[draft.step.at] as StepHandler<Draft['step']['at']>;
  const outcome = await handler(draft as never, input, turn);
  if (outcome.notForMe) return { taken: false };
  return { taken: true, ...(await settle(draft, outcome, turn)) };
}

async function settle(before: Draft, outcome: Outcome, turn: Turn): Promise<Shown> {
  const { now, conversation } = turn.context;
  const others = conversation.drafts.filter((one) => one.id !== before.id);
  const said: Said = { messages: [...outcome.messages], writes: outcome.writes };
  if (outcome.draft) {
    const draft = { ...outcome.draft, changedAt: now };
    said.messages.push(await showDraft(draft, turn));
    return { said, conversation: { drafts: [...others, draft], lastActivity: draft.activity } };
  }
  const waiting = others.at(-1);
  if (!waiting || !isFresh(waiting, now))
    return { said, conversation: { drafts: others, lastActivity: before.activity } };
  const resumed = await reopen(waiting, others, turn.texts.chat.draft.resumed, turn);
  said.messages.push(...resumed.said.messages);
  return { said, conversation: resumed.conversation };
}

/** Shows a waiting draft's card anew, on top of the others. */
async function reopen(draft: Draft, all: readonly Draft[], note: string, turn: Turn): Promise<Shown> {
  const reopened: Draft = { ...draft, rev: draft.rev + 1, changedAt: turn.context.now, offeredAt: null };
  const messages: Message[] = [{ type: 'text', text: note }, await showDraft(reopened, turn)];
  const drafts = [...all.filter((one) => one.id !== draft.id), reopened];
  return { said: { messages, writes: [] }, conversation: { drafts, lastActivity: reopened.activity } };
}

/** Goes on with what was left behind; null when nothing was. */
export async function resume(turn: Turn): Promise<Shown | null> {
  const { drafts } = turn.context.conversation;
  const top = drafts.at(-1);
  return top ? reopen(top, drafts, sinceWhen(top, turn), turn) : null;
}

function sinceWhen(draft: Draft, { context, texts }: Turn): string {
  const words = texts.chat.draft;
  return isFresh(draft, context.now)
    ? words.goOn
    : words.leftSince(moment(draft.changedAt, context.language));
}

/** Shows the current card of a draft, after a button of one that was overtaken, and makes it the one that is meant. */
export function showAgain(draft: Draft, note: string, turn: Turn): Promise<Shown> {
  return reopen(draft, turn.context.conversation.drafts, note, turn);
}

/**
 * Opens a draft on top of those that wait. What waits on the same activity is gone on with, not doubled.
 * @param later drafts that come after this one, the next of them last.
 */
export async function open(
  draft: Draft,
  note: string | null,
  turn: Turn,
  later: readonly Draft[] = [],
): Promise<Shown> {
  const { chat } = turn.texts;
  const { drafts } = turn.context.conversation;
  const same = drafts.findLast((one) => sameReport(one, draft));
  // a choice that was opened and left says nothing: it only would be in the way
  const kept = drafts.filter((one) => one.id !== draft.id && one !== same && !isIdle(one));
  if (same && saysNothingNew(draft)) return reopen(same, kept, sinceWhen(same, turn), turn);
  const opened = same ? joined(same, draft, turn.context.now) : draft;
  const all = [...kept, ...later, opened];
  const gaveWay = all.slice(0, -MOST_DRAFTS);
  const old = same && !isFresh(same, turn.context.now);
  const notes = [
    ...(note ? [note] : []),
    ...(old ? [chat.draft.joinedSince(moment(same.changedAt, turn.context.language))] : []),
    ...(gaveWay.length > 0 ? [chat.draft.gaveWay(gaveWay.map((one) => labelOf(one, turn)).join(', '))] : []),
  ];
  const messages = notes.map((text): Message => ({ type: 'text', text }));
  messages.push(await showDraft(opened, turn));
  return {
    said: { messages, writes: [] },
    conversation: { drafts: all.slice(-MOST_DRAFTS), lastActivity: opened.activity, misses: 0 },
  };
}

/** What a draft is about, as far as that is known. */
export function labelOf(draft: Draft, turn: Turn): string {
  const codes = draft.items.length > 0 ? draft.items.map((one) => one.activity) : [draft.activity];
  const { activity } = turn.texts.words.field;
  return codes.map((code) => (code === null ? activity : refOfCode(turn, code).label)).join(', ');
}

/** The open draft's card once more, after something else was answered in between. */
export async function reshow(turn: Turn): Promise<Message[]> {
  const draft = openDraft(turn);
  if (!draft) return [];
  return [{ type: 'text', text: turn.texts.chat.draft.goOn }, await showDraft(draft, turn)];
}
