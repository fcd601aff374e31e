/** What follows when a person answers a card that asked first: one handler for each subject; taps and typed answers end here. */
import { colleagues } from '../services/broadcast.ts';
import { SAID_NONE } from '../text/typed.ts';
import { announced } from './commands/announce.ts';
import { assigned } from './commands/assign.ts';
import { awaySet } from './commands/away.ts';
import { periodClosed } from './commands/close-period.ts';
import { PAGE_VALUE } from './commands/arguments.ts';
import { type Answer, plain } from './commands/command.ts';
import { nudged } from './commands/nudge.ts';
import { whoseChosen } from './commands/overview.ts';
import { reshow } from './dialogs/report/drive.ts';
import { say } from './handled.ts';
import { peopleNamed } from './people.ts';
import {
  type About,
  asks,
  keepPending,
  type Pending,
  pendingOf,
  type Subject,
  typedAnswer,
} from './pending.ts';
import { cancelled, undone } from './taking-back.ts';
import { isManager, type Turn } from './turn.ts';

interface Handler<A extends Subject['about']> {
  /** Checked again with the answer: roles change, cards stay. */
  managers: boolean;
  /** `no` is an answer to be acted on, not the end of it. */
  takesNo?: true;
  /** Only shows something: the card's other answers go on working. */
  stays?: true;
  answer(subject: About<A>, value: string, turn: Turn): Promise<Answer>;
}

const handlers: { readonly [A in Subject['about']]: Handler<A> } = {
  nudge: { managers: true, answer: nudged },
  assign: { managers: true, answer: assigned },
  announce: { managers: true, answer: announced },
  away: { managers: false, takesNo: true, answer: awaySet },
  whose: { managers: true, stays: true, answer: whoseChosen },
  'close-period': { managers: true, answer: periodClosed },
  undo: { managers: false, takesNo: true, answer: undone },
  'cancel-draft': { managers: false, answer: cancelled },
};

/** A tap on such a card. One that is no longer the newest is answered, and does nothing. */
export async function answered(id: string, value: string, turn: Turn): Promise<Answer> {
  const pending = pendingOf(turn);
  if (!pending || pending.id !== id) return say(turn.texts.chat.askedBefore);
  return settled(pending, value, turn);
}

async function settled(pending: Pending, value: string, turn: Turn): Promise<Answer> {
  const { subject } = pending;
  const handler = handlers[subject.about] as Handler<Subject['about']>;
  const answer = await decide(handler, subject, value, turn);
  if (asks(answer)) return answer;
  const left = handler.stays && value !== 'no' ? { ...pending, direct: false } : null;
  const conversation = { misses: 0, ...keepPending(left), ...answer.conversation };
  // what closed a form, or opened one, has shown what comes next
  if (answer.conversation?.drafts) return { ...answer, conversation };
  return { ...answer, conversation, messages: [...answer.messages, ...(await reshow(turn))] };
}

async function decide(
  handler: Handler<Subject['about']>,
  subject: Subject,
  value: string,
  turn: Turn,
): Promise<Answer> {
  const { chat } = turn.texts;
  if (value === 'no' && !handler.takesNo) return say(chat.nothingSent);
  if (handler.managers && !isManager(turn)) return say(chat.noRight);
  return handler.answer(subject, value, turn);
}

/** @returns the answer to words typed right after such a card; null when they answer it not. */
export async function answeredInWords(text: string, turn: Turn): Promise<Answer | null> {
  const pending = pendingOf(turn);
  if (!pending?.direct) return null;
  const choosing = choosesMember(pending.subject);
  const typed = typedAnswer(text, pending);
  if (typed !== null && !(typed === 'yes' && choosing)) return settled(pending, typed, turn);
  if (!choosing) return null;
  if (pending.subject.about === 'away' && SAID_NONE.test(plain(text))) return settled(pending, 'none', turn);
  const [person, ...others] = peopleNamed(text, await colleagues(turn.context));
  if (!person) return null;
  if (others.length === 0) return settled(pending, person.id, turn);
  // several of that name: asked again, of these alone
  const narrowed = { ...pending, subject: { ...pending.subject, named: text } };
  return settled(narrowed, `${PAGE_VALUE}1`, turn);
}

function choosesMember(subject: Subject): boolean {
  if (subject.about === 'assign') return subject.member === null;
  return subject.about === 'away' || subject.about === 'whose';
}

/** After anything else was said a typed "ตกลง" is not meant for the card any more; its buttons go on working. */
export function passedOver(answer: Answer, turn: Turn): Answer {
  const pending = pendingOf(turn);
  // words that nothing was made of were perhaps meant for it
  const missed = (answer.conversation?.misses ?? 0) > turn.context.conversation.misses;
  if (!pending?.direct || asks(answer) || missed) return answer;
  return {
    ...answer,
    conversation: { ...keepPending({ ...pending, direct: false }), ...answer.conversation },
  };
}
