/** What follows when a person answers a card that asked first: one handler for each subject; taps and typed answers end here. */
import { colleagues } from '../services/broadcast.ts';
import { SAID_NONE } from '../text/typed.ts';
import { sendAnnouncement } from './commands/announce.ts';
import { giveActivity } from './commands/assign.ts';
import { setStandIn } from './commands/away.ts';
import { freezePeriod } from './commands/close-period.ts';
import { PAGE_VALUE } from './commands/arguments.ts';
import { type Answer, plain } from './commands/command.ts';
import { sendNudge } from './commands/nudge.ts';
import { showChosenWork } from './commands/overview.ts';
import { reshow } from './dialogs/report/drive.ts';
import { say } from './bot-result.ts';
import { peopleNamed } from './people.ts';
import {
  type About,
  asks,
  keepConfirmation,
  type Confirmation,
  openConfirmation,
  type Subject,
  typedAnswer,
} from './confirmations.ts';
import { answerCancel, answerUndo } from './taking-back.ts';
import { isManager, type RequestContext } from './request-context.ts';

interface Handler<A extends Subject['about']> {
  /** Checked again with the answer: roles change, cards stay. */
  managers: boolean;
  /** `no` is an answer to be acted on, not the end of it. */
  takesNo?: true;
  /** Only shows something: the card's other answers go on working. */
  stays?: true;
  answer(subject: About<A>, value: string, request: RequestContext): Promise<Answer>;
}

const handlers: { readonly [A in Subject['about']]: Handler<A> } = {
  nudge: { managers: true, answer: sendNudge },
  assign: { managers: true, answer: giveActivity },
  announce: { managers: true, answer: sendAnnouncement },
  away: { managers: false, takesNo: true, answer: setStandIn },
  whose: { managers: true, stays: true, answer: showChosenWork },
  'close-period': { managers: true, answer: freezePeriod },
  undo: { managers: false, takesNo: true, answer: answerUndo },
  'cancel-draft': { managers: false, answer: answerCancel },
};

/** A tap on such a card. One that is no longer the newest is answered, and does nothing. */
export async function answerConfirmation(
  id: string,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const pending = openConfirmation(request);
  if (!pending || pending.id !== id) return say(request.texts.chat.askedBefore);
  return settle(pending, value, request);
}

async function settle(pending: Confirmation, value: string, request: RequestContext): Promise<Answer> {
  const { subject } = pending;
  const handler = handlers[subject.about] as Handler<Subject['about']>;
  const answer = await decide(handler, subject, value, request);
  if (asks(answer)) return answer;
  const left = handler.stays && value !== 'no' ? { ...pending, direct: false } : null;
  const conversation = { misses: 0, ...keepConfirmation(left), ...answer.conversation };
  // what closed a form, or opened one, has shown what comes next
  if (answer.conversation?.drafts) return { ...answer, conversation };
  return { ...answer, conversation, messages: [...answer.messages, ...(await reshow(request))] };
}

async function decide(
  handler: Handler<Subject['about']>,
  subject: Subject,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  if (value === 'no' && !handler.takesNo) return say(chat.nothingSent);
  if (handler.managers && !isManager(request)) return say(chat.noRight);
  return handler.answer(subject, value, request);
}

/** @returns the answer to words typed right after such a card; null when they answer it not. */
export async function answerInWords(text: string, request: RequestContext): Promise<Answer | null> {
  const pending = openConfirmation(request);
  if (!pending?.direct) return null;
  const choosing = choosesMember(pending.subject);
  const typed = typedAnswer(text, pending);
  if (typed !== null && !(typed === 'yes' && choosing)) return settle(pending, typed, request);
  if (!choosing) return null;
  if (pending.subject.about === 'away' && SAID_NONE.test(plain(text)))
    return settle(pending, 'none', request);
  const [person, ...others] = peopleNamed(text, await colleagues(request.context));
  if (!person) return null;
  if (others.length === 0) return settle(pending, person.id, request);
  // several of that name: asked again, of these alone
  const narrowed = { ...pending, subject: { ...pending.subject, named: text } };
  return settle(narrowed, `${PAGE_VALUE}1`, request);
}

function choosesMember(subject: Subject): boolean {
  if (subject.about === 'assign') return subject.member === null;
  return subject.about === 'away' || subject.about === 'whose';
}

/** After anything else was said a typed "ตกลง" is not meant for the card any more; its buttons go on working. */
export function passOver(answer: Answer, request: RequestContext): Answer {
  const pending = openConfirmation(request);
  // words that nothing was made of were perhaps meant for it
  const missed = (answer.conversation?.misses ?? 0) > request.context.conversation.misses;
  if (!pending?.direct || asks(answer) || missed) return answer;
  return {
    ...answer,
    conversation: { ...keepConfirmation({ ...pending, direct: false }), ...answer.conversation },
  };
}
