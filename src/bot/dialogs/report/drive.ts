/** Drives the report dialog: hands input to the draft on top, keeps the others waiting, shows the card that comes next. */
import type { Draft } from '../../../domain/draft.ts';
import type { Conversation } from '../../../domain/conversation.ts';
import type { Said } from '../../handled.ts';
import type { Turn } from '../../turn.ts';
import type { Message } from '../../types.ts';
import type { Input, Outcome, StepHandler } from './machine.ts';
import { steps } from './steps.ts';
import { showDraft } from './view.ts';

/** Drafts a person may leave open; the oldest gives way. */
const MOST_DRAFTS = 5;

export type Driven = { taken: true; said: Said; conversation: Partial<Conversation> } | { taken: false };

/** @returns taken: false when the words are no answer to the open draft and want to be understood by themselves. */
export async function drive(draft: Draft, input: Input, turn: Turn): Promise<Driven> {
  const handler = steps[draft.step.at] as StepHandler<Draft['step']['at']>;
  const outcome = await handler(draft as never, input, turn);
  if (outcome.notForMe) return { taken: false };
  return { taken: true, ...(await settle(draft, outcome, turn)) };
}

async function settle(
  before: Draft,
  outcome: Outcome,
  turn: Turn,
): Promise<{ said: Said; conversation: Partial<Conversation> }> {
  const others = turn.context.conversation.drafts.filter((one) => one.id !== before.id);
  const messages: Message[] = [...outcome.messages];
  if (outcome.draft) {
    messages.push(await showDraft(outcome.draft, turn));
    return {
      said: { messages, writes: outcome.writes },
      conversation: { drafts: [...others, outcome.draft], lastActivity: outcome.draft.activity },
    };
  }
  const waiting = others.at(-1);
  if (waiting) {
    const reopened = { ...waiting, rev: waiting.rev + 1 };
    messages.push({ type: 'text', text: turn.texts.chat.draft.resumed }, await showDraft(reopened, turn));
    return {
      said: { messages, writes: outcome.writes },
      conversation: { drafts: [...others.slice(0, -1), reopened] },
    };
  }
  return {
    said: { messages, writes: outcome.writes },
    conversation: { drafts: [], lastActivity: before.activity },
  };
}

/** Opens a draft on top of those that wait. */
export async function open(
  draft: Draft,
  note: string | null,
  turn: Turn,
): Promise<{ said: Said; conversation: Partial<Conversation> }> {
  const messages: Message[] = note ? [{ type: 'text', text: note }] : [];
  messages.push(await showDraft(draft, turn));
  const drafts = [...turn.context.conversation.drafts, draft].slice(-MOST_DRAFTS);
  return {
    said: { messages, writes: [] },
    conversation: { drafts, lastActivity: draft.activity, misses: 0 },
  };
}

/** The open draft's card once more, after something else was answered in between. */
export async function reshow(turn: Turn): Promise<Message[]> {
  const draft = turn.context.conversation.drafts.at(-1);
  if (!draft) return [];
  return [{ type: 'text', text: turn.texts.chat.draft.goOn }, await showDraft(draft, turn)];
}
