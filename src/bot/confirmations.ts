/** What a person was asked to agree to before it is done: kept with the conversation, answered by a tap or typed at once. */
import { z } from 'zod';
import { ROLES } from '../domain/member.ts';
import { newId } from '../services/writes.ts';
import { controlWords } from '../text/typed-answers.ts';
import { arabicDigits } from '../text/format.ts';
import { CANCELS_FORM, ordinalIn } from '../text/typed.ts';
import { AGREES_AND_SAVES, DECLINES, KEEPS } from '../text/typed-undoing.ts';
import { type Answer, plain } from './commands/command.ts';
import { show } from './bot-result.ts';
import type { RequestContext } from './request-context.ts';
import type { Action, Card } from './types.ts';

/** Where somebody is to be chosen: the words that those who can be meant are named by, '' for all. */
const whoseName = z.string().default('');
const subject = z.discriminatedUnion('about', [
  z.object({ about: z.literal('nudge'), activity: z.string() }),
  z.object({
    about: z.literal('assign'),
    activity: z.string(),
    member: z.string().nullable(),
    named: whoseName,
  }),
  /** Codes that are one's and become another's. */
  z.object({
    about: z.literal('hand-over'),
    from: z.string(),
    to: z.string(),
    codes: z.array(z.string()),
  }),
  /** Everybody who has not reported what is due, or some of them by their ids. */
  z.object({ about: z.literal('ask-all'), members: z.array(z.string()).nullable() }),
  z.object({ about: z.literal('ask-whom'), named: whoseName }),
  z.object({
    about: z.literal('invite'),
    role: z.enum([...ROLES, 'group']).nullable(),
    owner: z.string().nullable(),
    activities: z.array(z.string()),
    uses: z.number(),
    days: z.number(),
  }),
  z.object({ about: z.literal('announce'), text: z.string() }),
  z.object({ about: z.literal('away'), from: z.string().optional(), until: z.string(), named: whoseName }),
  z.object({ about: z.literal('whose'), named: whoseName }),
  z.object({
    about: z.literal('close-period'),
    half: z.literal([1, 2]),
    version: z.number(),
  }),
  z.object({ about: z.literal('publish'), half: z.literal([1, 2]), version: z.number() }),
  z.object({ about: z.literal('withdraw'), half: z.literal([1, 2]) }),
  z.object({ about: z.literal('undo'), updates: z.array(z.string()) }),
  z.object({ about: z.literal('cancel-draft'), draft: z.string() }),
  /** Words that may be a report; its text is read anew as one. */
  z.object({ about: z.literal('whether-report'), text: z.string(), message: z.string() }),
  /** Whether the photos on a draft, or all of it, are of one of these activities. */
  z.object({
    about: z.literal('photos-of'),
    draft: z.string(),
    to: z.array(z.string()),
    whole: z.boolean(),
  }),
  /** Several drafts, to be stored at once. */
  z.object({ about: z.literal('save-all'), drafts: z.array(z.string()) }),
  /** To which activity a stored report belongs. */
  z.object({
    about: z.literal('move'),
    update: z.string(),
    activity: z.string(),
    to: z.array(z.string()),
  }),
  /** Which of these is to go: what was stored, a draft, or that the activity itself was called off. */
  z.object({
    about: z.literal('cancel-which'),
    saved: z.array(z.string()),
    drafts: z.array(z.string()),
    activity: z.string().nullable(),
  }),
  /** What a finished activity has come to, asked once after it was stored. */
  z.object({ about: z.literal('result-of'), activity: z.string() }),
]);
const confirmationSchema = z.object({
  id: z.string(),
  /** Codes and halves mean something within one plan only. */
  plan: z.string(),
  at: z.date(),
  /** True until something else was said: only then a typed "ตกลง" can be meant for it. */
  direct: z.boolean(),
  /** LINE ids of the messages it was asked after: unsent, it is asked no more. */
  messages: z.array(z.string()).default([]),
  subject,
  /** The answers as they stand on the card, so that they can be typed as well. */
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});

export type Subject = z.infer<typeof subject>;
export type Confirmation = z.infer<typeof confirmationSchema>;
export type About<A extends Subject['about']> = Extract<Subject, { about: A }>;

/** Whoever comes back to a card a day later is asked anew. */
const LIVES_MS = 24 * 3_600_000;

/** @returns what is waiting for this person's word, or null; one of another plan, or of an older form of the bot, counts as none. */
export function openConfirmation({ context }: RequestContext): Confirmation | null {
  const parsed = confirmationSchema.safeParse(context.conversation.pending);
  if (!parsed.success || parsed.data.plan !== context.plan.id) return null;
  return context.now.getTime() - parsed.data.at.getTime() < LIVES_MS ? parsed.data : null;
}

interface Answers {
  /** What each answer means to the one who asked; "ยกเลิก" is added. */
  options: readonly { value: string; label: string; say?: string }[];
  /** Label of the answer `no`, where it is not "ยกเลิก". */
  decline?: string;
  /** The question can be shown once more with all there is to it: confirmation-answers.ts knows how. */
  again?: true;
}

type Question = Answers &
  Omit<Extract<Card, { kind: 'confirm' }>, 'kind' | 'options' | 'inFull'> & {
    /** Pages to look at first. */
    links?: readonly { label: string; url: string }[];
  };

/** The answer that only shows the question once more, with everything that had no room. */
export const SEE_ALL = 'details';

/**
 * Shows the card and waits for a tap on it, or for its answer typed next.
 * @param id of the question that is only shown otherwise: its earlier cards go on working.
 */
export function ask(
  about: Subject,
  { links = [], options, decline, again, ...question }: Question,
  request: RequestContext,
  id: string = newId(),
): Answer {
  const pages = links.map(({ label, url }): Action => ({ type: 'link', label, url }));
  const answers = { options, ...(decline !== undefined && { decline }), ...(again && { again }) };
  return askOn(
    about,
    answers,
    (actions, inFull) => ({ kind: 'confirm', ...question, options: [...pages, ...actions], inFull }),
    request,
    id,
  );
}

/** The same on a card of its own. @param make the card, from its buttons and the one that shows all of it. */
export function askOn(
  about: Subject,
  { options, decline, again }: Answers,
  make: (actions: Action[], inFull: Action | null) => Card,
  request: RequestContext,
  id: string = newId(),
): Answer {
  const { button } = request.texts.words;
  const answers = [...options, { value: 'no', label: decline ?? button.cancel }];
  const details = { value: SEE_ALL, label: button.inFull };
  const tapOf = ({ value, label, say = label }: Answers['options'][number]): Action => ({
    type: 'tap',
    label,
    say,
    tap: { do: 'confirm', ask: id, value },
  });
  const confirmation = waitFor(about, again ? [...answers, details] : answers, request, id);
  return {
    ...show({ type: 'card', card: make(answers.map(tapOf), again ? tapOf(details) : null) }),
    outcome: { kind: 'asks', confirmation },
  };
}

/** The question as the conversation keeps it. */
export function waitFor(
  about: Subject,
  options: readonly { value: string; label: string }[],
  request: RequestContext,
  id: string = newId(),
): Confirmation {
  return {
    id,
    plan: request.context.plan.id,
    at: request.context.now,
    direct: true,
    messages: askedAfter(about, request),
    subject: about,
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

/** A question that goes on, as with the person chosen, is still after the first message. */
function askedAfter(about: Subject, request: RequestContext): string[] {
  const before = openConfirmation(request);
  const goesOn = before !== null && matterOf(before.subject) === matterOf(about);
  return [...(goesOn ? before.messages : []), ...(request.context.message ? [request.context.message] : [])];
}

function matterOf(subject: Subject): string {
  return JSON.stringify({ ...subject, member: null, members: null, named: null });
}

/** Said of a stored report, "ยกเลิก" can mean both answers, as can yes and to store it: it is asked again. */
export const UNCLEAR = 'unclear';

/** @returns the value of the answer that was typed right after the card: as it stands there, or as yes or no; else null. */
export function typedAnswer(text: string, { options, subject }: Confirmation): string | null {
  const typed = plain(text);
  const [option, ...alike] = options.filter(({ label }) => bare(label) === bare(text));
  // two people of one name: the name alone does not say which
  if (option && alike.length === 0) return option.value;
  const nth = ordinalIn(arabicDigits(typed));
  const choices = options.filter(({ value }) => !/^(?:no|none|page:.*)$/.test(value) && value !== SEE_ALL);
  if (nth !== null && choices.length > 1) return choices.at(nth > 0 ? nth - 1 : nth)?.value ?? null;
  const is = (words: readonly string[]): boolean => words.some((word) => word === typed);
  if (subject.about === 'result-of') {
    // "ยกเลิก" may be said of the report that was just stored
    return is(controlWords.decline) || is(controlWords.skip) ? 'no' : null;
  }
  const undoes = subject.about === 'undo' || subject.about.startsWith('cancel-');
  // yes to what is to go, and to store it
  if (undoes && AGREES_AND_SAVES.test(typed)) return UNCLEAR;
  if (is(controlWords.agree)) return 'yes';
  const declines = subject.about !== 'away' && DECLINES.test(typed);
  if (is(controlWords.decline) || declines || (undoes && KEEPS.test(typed))) return 'no';
  if (subject.about === 'undo' && is(controlWords.save)) return UNCLEAR;
  if (subject.about === 'cancel-draft' && CANCELS_FORM.test(typed)) return 'yes';
  if (!is(controlWords.cancel)) return null;
  if (subject.about === 'cancel-draft') return 'yes';
  return undoes ? UNCLEAR : 'no';
}

/** A button's words without what it costs: "ส่ง (3 ข้อความ)" is typed as "ส่ง". */
function bare(label: string): string {
  return plain(label.replace(/\s*\([^()]*\)\s*$/, ''));
}
