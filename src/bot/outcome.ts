/** What an answer does to the conversation, as one tagged value, and the one place where it is turned into it; router, postbacks and photos end here. */
import type { Conversation } from '../domain/conversation.ts';
import { type Draft, isFresh } from '../domain/draft.ts';
import type { Answer } from './commands/command.ts';
import { type Confirmation, openConfirmation } from './confirmations.ts';
import type { RequestContext } from './request-context.ts';
import { shownBy } from './shown.ts';
import type { Action, Message } from './types.ts';

export type Outcome =
  /** A question to agree to before something is done. */
  | { kind: 'asks'; confirmation: Confirmation }
  /** A form was opened, went on or was closed, and what comes next is shown. */
  | { kind: 'form'; drafts: Draft[]; activity: string | null; confirmation?: Confirmation | undefined }
  /** One activity was looked at; null where one was spoken of and it is not known which. */
  | { kind: 'shows'; activity: string | null }
  /** Said beside a question that goes on waiting for words as well. */
  | { kind: 'beside' }
  /** Answered, and nothing to remember: an answer without an outcome is this one. */
  | { kind: 'said'; confirmation?: Confirmation }
  /** Nothing was made of the words. */
  | { kind: 'missed'; confirmation?: Confirmation }
  /** Somebody tried to join, or did. */
  | { kind: 'joins'; change: Partial<Conversation> };

/** An answer with what changes in the conversation, written with the rest. */
export interface Concluded extends Answer {
  conversation: Partial<Conversation>;
}

/**
 * @param kept what becomes of the question that was open when something else is not asked: null when this was its
 *   answer; left out, it goes on waiting for a tap, not for words any more.
 */
export function conclude(answer: Answer, request: RequestContext, kept?: Confirmation | null): Concluded {
  const outcome = answer.outcome ?? { kind: 'said' };
  const pending = kept === undefined ? passedOver(outcome, request) : kept;
  const shown = shownBy(answer, request);
  const conversation = {
    ...(pending !== undefined && { pending }),
    ...(shown && { shown }),
    ...changeOf(outcome, request),
  };
  return { ...answer, messages: withFormChip(answer, outcome, request), conversation };
}

/** @returns what an answer changes in the conversation; undefined where it was given without looking at it. */
export function changeIn(answer: Answer | Concluded): Partial<Conversation> | undefined {
  if ('conversation' in answer) return answer.conversation;
  return answer.outcome?.kind === 'joins' ? answer.outcome.change : undefined;
}

function changeOf(outcome: Outcome, { context }: RequestContext): Partial<Conversation> {
  switch (outcome.kind) {
    case 'asks':
      return { misses: 0, pending: outcome.confirmation };
    case 'form':
      return {
        misses: 0,
        drafts: outcome.drafts,
        lastActivity: outcome.activity,
        ...(isAbout(outcome, context.conversation) && { talkedAt: context.now }),
        ...(outcome.confirmation && { pending: outcome.confirmation }),
      };
    case 'shows':
      return {
        misses: 0,
        lastActivity: outcome.activity,
        talkedAt: context.now,
        ...(context.conversation.shown && {
          shown: { ...context.conversation.shown, looked: outcome.activity },
        }),
      };
    case 'said':
      return { misses: 0, ...(outcome.confirmation && { pending: outcome.confirmation }) };
    case 'beside':
      return { misses: 0 };
    case 'missed':
      return {
        misses: context.conversation.misses + 1,
        ...(outcome.confirmation && { pending: outcome.confirmation }),
      };
    case 'joins':
      return outcome.change;
  }
}

/** Whether a form is, or was, about the activity: a choice that was opened and left makes what was talked of before no newer. */
function isAbout({ activity, drafts }: Outcome & { kind: 'form' }, before: Conversation): boolean {
  if (activity === null) return false;
  return (
    activity !== before.lastActivity || [...drafts, ...before.drafts].some((one) => one.activity === activity)
  );
}

/** After anything else was said, understood or not, a typed "ตกลง" is not meant for the card any more; what came of an activity may still be told. */
function passedOver(outcome: Outcome, request: RequestContext): Confirmation | undefined {
  const confirmation = openConfirmation(request);
  if (!confirmation?.direct) return undefined;
  const ofResult = confirmation.subject.about === 'result-of';
  const goesOn = outcome.kind === 'beside' || (outcome.kind === 'missed' && ofResult);
  return goesOn ? undefined : { ...confirmation, direct: false };
}

/** What was answered beside an open form, or ends one while another waits, points to it with one chip: its card is not shown again. */
function withFormChip({ messages }: Answer, outcome: Outcome, { context, texts }: RequestContext): Message[] {
  const [top, last] = [waitingDraft(outcome, context.conversation), messages.at(-1)];
  if (!top || !last || !isFresh(top, context.now)) return messages;
  const { button, command } = texts.words;
  const text = command.resume;
  const chip: Action = { type: 'tap', label: button.resume, say: text, tap: { do: 'say', text } };
  return [...messages.slice(0, -1), { ...last, quick: [chip, ...(last.quick ?? [])] }];
}

function waitingDraft(outcome: Outcome, { drafts }: Conversation): Draft | undefined {
  if (outcome.kind === 'said' || outcome.kind === 'shows') return drafts.at(-1);
  const top = outcome.kind === 'form' ? outcome.drafts.at(-1) : undefined;
  return top?.aside ? top : undefined;
}
