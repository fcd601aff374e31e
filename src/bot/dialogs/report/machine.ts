/** The report dialog as a machine of named steps: what each step takes, and where it leads; drive.ts drives it. */
import type { FieldName } from '../../../domain/activity.ts';
import type { AskField, Draft, Step, Walked } from '../../../domain/draft.ts';
import type { Write } from '../../../services/writes.ts';
import type { Confirmation } from '../../confirmations.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Message } from '../../types.ts';

export type Input =
  | {
      kind: 'text';
      text: string;
      message: string | null;
      /** Activity of the card that was quoted. */
      about: string | null;
    }
  | { kind: 'answer'; value: string }
  | { kind: 'edit'; field: AskField | 'activity' }
  | { kind: 'details' }
  | { kind: 'item'; at: number }
  | { kind: 'drop'; field: FieldName }
  | { kind: 'control'; do: 'save' | 'cancel' | 'back' | 'skip' }
  | { kind: 'evidence'; id: string };

export interface StepResult {
  /** The draft as it goes on; null when it is saved or given up. */
  draft: Draft | null;
  /** What was taken out of it comes first, and it waits below. */
  apart?: Draft;
  /** Sentences before the card; the card of the next step is added by whoever drives the dialog. */
  messages: Message[];
  writes: Write[];
  /** A question that stands on what is shown. */
  confirmation?: Confirmation | undefined;
  /** The text is no answer to this step but something to be understood afresh. */
  notForMe?: boolean;
}

export type StepHandler<At extends Step['at']> = (
  draft: Draft & { step: Extract<Step, { at: At }> },
  input: Input,
  request: RequestContext,
) => Promise<StepResult>;

/** The draft one step further, changed as said, with the way back kept. */
export function moveTo(draft: Draft, step: Step, change: Partial<Draft> = {}): Draft {
  const { activity, baseSeq } = draft;
  const left: Walked = { step: draft.step, activity, baseSeq, actual: draft.fields.actual };
  const { refused: _, ...answered } = { ...draft, ...change };
  return { ...answered, rev: draft.rev + 1, step, trail: [...draft.trail, left].slice(-20) };
}

/** The next question, or the card. */
export function moveOn(draft: Draft, change: Partial<Draft> = {}): Draft {
  const [field, ...queue] = change.queue ?? draft.queue;
  return moveTo(draft, field ? { at: 'ask', field } : { at: 'review' }, { ...change, queue });
}

/** One step back, to the activity it was about; null at the first. The question left is asked again on the way forward. */
export function moveBack(draft: Draft): Draft | null {
  const left = draft.trail.at(-1);
  if (!left) return null;
  const { step, activity, baseSeq } = left;
  const queue =
    draft.step.at === 'ask' && step.at !== 'review' ? [draft.step.field, ...draft.queue] : draft.queue;
  const fields = activity === draft.activity ? draft.fields : { ...draft.fields, actual: left.actual };
  const trail = draft.trail.slice(0, -1);
  return { ...draft, rev: draft.rev + 1, step, activity, baseSeq, fields, trail, queue };
}

export function stay(draft: Draft, text?: string): StepResult {
  return { draft, messages: text ? [{ type: 'text', text }] : [], writes: [] };
}

/** The words are for somebody else to understand; the draft stays as it is. */
export function notForMe(draft: Draft): StepResult {
  return { ...stay(draft), notForMe: true };
}

export function closeDraft(messages: Message[], writes: Write[] = []): StepResult {
  return { draft: null, messages, writes };
}
