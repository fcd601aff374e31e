/** What a person was asked to agree to before it is done: kept with the conversation, answered by a tap or typed at once. */
import { z } from 'zod';
import type { Conversation } from '../domain/conversation.ts';
import { newId } from '../services/writes.ts';
import { controlWords } from '../text/typed.ts';
import { type Answer, plain } from './commands/command.ts';
import { show } from './handled.ts';
import type { Turn } from './turn.ts';
import type { Action, Card } from './types.ts';

const subject = z.discriminatedUnion('about', [
  z.object({ about: z.literal('nudge'), activity: z.string() }),
  z.object({ about: z.literal('assign'), activity: z.string(), member: z.string().nullable() }),
  z.object({ about: z.literal('announce'), text: z.string() }),
  z.object({ about: z.literal('away'), until: z.string() }),
  z.object({
    about: z.literal('close-period'),
    half: z.literal([1, 2]),
    version: z.number(),
  }),
]);
const pendingSchema = z.object({
  id: z.string(),
  at: z.date(),
  /** True until something else was said: only then a typed "ตกลง" can be meant for it. */
  direct: z.boolean(),
  /** LINE ids of the messages it was asked after: unsent, it is asked no more. */
  messages: z.array(z.string()).default([]),
  subject,
});

export type Subject = z.infer<typeof subject>;
export type Pending = z.infer<typeof pendingSchema>;
export type About<A extends Subject['about']> = Extract<Subject, { about: A }>;

/** Whoever comes back to a card a day later is asked anew. */
const LIVES_MS = 24 * 3_600_000;

/** @returns what is waiting for this person's word, or null; one of an older form of the bot counts as none. */
export function pendingOf(conversation: Conversation, now: Date): Pending | null {
  const parsed = pendingSchema.safeParse(conversation.pending);
  if (!parsed.success) return null;
  return now.getTime() - parsed.data.at.getTime() < LIVES_MS ? parsed.data : null;
}

/** Change of the conversation that keeps, or forgets, what is waiting. */
export function keepPending(pending: Pending | null): Partial<Conversation> {
  return { pending };
}

export function asks(answer: Answer): boolean {
  return Boolean(answer.conversation?.pending);
}

type Question = Omit<Extract<Card, { kind: 'confirm' }>, 'kind' | 'options'> & {
  /** What each answer means to the one who asked; "ยกเลิก" is added. */
  options: readonly { value: string; label: string; say?: string }[];
  /** Label of the answer `no`, where it is not "ยกเลิก". */
  decline?: string;
};

/** Shows the card and waits for a tap on it, or for its answer typed next. */
export function ask(about: Subject, { decline, ...question }: Question, turn: Turn): Answer {
  const id = newId();
  const { button } = turn.texts.words;
  const options = [...question.options, { value: 'no', label: decline ?? button.cancel }].map(
    ({ value, label, say = label }: Question['options'][number]): Action => ({
      type: 'tap',
      label,
      say,
      tap: { do: 'confirm', ask: id, value },
    }),
  );
  const messages = askedAfter(about, turn);
  const pending: Pending = { id, at: turn.context.now, direct: true, messages, subject: about };
  return {
    ...show({ type: 'card', card: { kind: 'confirm', ...question, options } }),
    conversation: keepPending(pending),
  };
}

/** A question that goes on, as with the person chosen, is still after the first message. */
function askedAfter(about: Subject, { context }: Turn): string[] {
  const before = pendingOf(context.conversation, context.now);
  const goesOn = before !== null && matterOf(before.subject) === matterOf(about);
  return [...(goesOn ? before.messages : []), ...(context.message ? [context.message] : [])];
}

function matterOf(subject: Subject): string {
  return JSON.stringify({ ...subject, member: null });
}

/** @returns `yes` or `no` for words that say so right after the card, else null. */
export function agreement(text: string): 'yes' | 'no' | null {
  const typed = plain(text);
  if (controlWords.agree.some((word) => word === typed)) return 'yes';
  return controlWords.cancel.some((word) => word === typed) ||
    controlWords.decline.some((word) => word === typed)
    ? 'no'
    : null;
}
