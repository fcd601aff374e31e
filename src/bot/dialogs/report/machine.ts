/** The report dialog as a machine of named steps: what each step takes, and where it leads. bot/dispatch drives it. */
import type { AskField, Draft, Step } from '../../../domain/draft.ts';
import type { Write } from '../../../services/writes.ts';
import type { Turn } from '../../turn.ts';
import type { Message } from '../../types.ts';

export type Input =
  | { kind: 'text'; text: string; message: string | null }
  | { kind: 'answer'; value: string }
  | { kind: 'edit'; field: AskField | 'activity' }
  | { kind: 'control'; do: 'save' | 'cancel' | 'back' | 'skip' }
  | { kind: 'evidence'; id: string };

export interface Outcome {
  /** The draft as it goes on; null when it is saved or given up. */
  draft: Draft | null;
  /** Sentences before the card; the card of the next step is added by whoever drives the dialog. */
  messages: Message[];
  writes: Write[];
  /** The text is no answer to this step but something to be understood afresh. */
  notForMe?: boolean;
  /** Draft to be replaced by these messages alone: the receipt says it all. */
  final?: boolean;
}

export type StepHandler<At extends Step['at']> = (
  draft: Draft & { step: Extract<Step, { at: At }> },
  input: Input,
  turn: Turn,
) => Promise<Outcome>;

/** The draft one step further, with the way back kept. */
export function moveTo(draft: Draft, step: Step): Draft {
  const trail = [...draft.trail, draft.step].slice(-20);
  return { ...draft, rev: draft.rev + 1, step, trail };
}

/** The next question of the guided form, or the card. */
export function moveOn(draft: Draft): Draft {
  const [field, ...queue] = draft.queue;
  return field
    ? moveTo({ ...draft, queue }, { at: 'ask', field })
    : moveTo({ ...draft, queue }, { at: 'review' });
}

/** One step back; null at the first. The question left is asked again on the way forward. */
export function moveBack(draft: Draft): Draft | null {
  const step = draft.trail.at(-1);
  if (!step) return null;
  const queue =
    draft.step.at === 'ask' && step.at !== 'review' ? [draft.step.field, ...draft.queue] : draft.queue;
  return { ...draft, rev: draft.rev + 1, step, trail: draft.trail.slice(0, -1), queue };
}

export function stay(draft: Draft, text?: string): Outcome {
  return { draft, messages: text ? [{ type: 'text', text }] : [], writes: [] };
}

export function go(draft: Draft, text?: string): Outcome {
  return stay(draft, text);
}

export function closed(messages: Message[], writes: Write[] = []): Outcome {
  return { draft: null, messages, writes, final: true };
}
