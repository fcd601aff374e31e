/** What follows when a person answers a card that asked first: one handler for each subject; taps and typed answers end here. */
import type { PolicyAction } from '../domain/policy.ts';
import { colleagues } from '../services/broadcast.ts';
import { SAID_NONE } from '../text/typed.ts';
import { NO_STAND_IN } from '../text/typed-days.ts';
import { askAnnouncement, sendAnnouncement } from './commands/announce.ts';
import { giveActivity } from './commands/assign.ts';
import { askAllAgain, askChosen, sendToAll } from './commands/ask-all.ts';
import { setStandIn } from './commands/away.ts';
import { answerClosing, askClosing, closingStays } from './commands/close-period.ts';
import { PAGE_VALUE } from './commands/arguments.ts';
import { type Answer, plain } from './commands/command.ts';
import { askHandingAgain, giveAllOf } from './commands/hand-over.ts';
import { answerInvite } from './commands/invite.ts';
import { askNudge, sendNudge } from './commands/nudge.ts';
import { showChosenWork } from './commands/overview.ts';
import { askPublication, publishReport, withdrawReport } from './commands/publish.ts';
import { say } from './bot-result.ts';
import { peopleNamed } from './people.ts';
import {
  type About,
  type Confirmation,
  SEE_ALL,
  openConfirmation,
  type Subject,
  typedAnswer,
} from './confirmations.ts';
import { type Concluded, conclude } from './outcome.ts';
import { answerCancel, answerGivingUp } from './giving-up.ts';
import { answerMove } from './moving.ts';
import { answerPhotosOf } from './moving-photos.ts';
import { answerSaveAll } from './saving-all.ts';
import { answerUndo, undoAgain } from './taking-back.ts';
import { answerInFull } from './run-command.ts';
import { skipResult } from './result-question.ts';
import { takeAsReport } from './whether-report.ts';
import { permits, type RequestContext } from './request-context.ts';

interface Handler<A extends Subject['about']> {
  /** Checked again with the answer: roles change, cards stay. */
  action: PolicyAction;
  /** `no` is an answer to be acted on, not the end of it. */
  takesNo?: true;
  /** Whether the card's other answers go on working after this one. */
  stays?: (value: string) => boolean;
  /** Asks once more, for whoever wants to see all there is to the question. */
  again?(subject: About<A>, request: RequestContext): Promise<Answer>;
  answer(subject: About<A>, value: string, request: RequestContext): Promise<Answer>;
}

const handlers: { readonly [A in Subject['about']]: Handler<A> } = {
  nudge: { action: 'nudge', again: askNudge, answer: sendNudge },
  assign: { action: 'assign', answer: giveActivity },
  'hand-over': { action: 'assign', again: askHandingAgain, answer: giveAllOf },
  'ask-whom': { action: 'nudge', answer: askChosen },
  'ask-all': { action: 'nudge', again: askAllAgain, answer: sendToAll },
  invite: { action: 'invite', answer: answerInvite },
  announce: { action: 'announce', again: askAnnouncement, answer: sendAnnouncement },
  away: { action: 'away', takesNo: true, answer: setStandIn },
  whose: { action: 'see-person', stays: () => true, answer: showChosenWork },
  'close-period': {
    action: 'close-period',
    stays: closingStays,
    again: askClosing,
    answer: answerClosing,
  },
  publish: { action: 'publish', again: askPublication, answer: publishReport },
  withdraw: { action: 'withdraw', answer: withdrawReport },
  undo: { action: 'undo', takesNo: true, again: undoAgain, answer: answerUndo },
  'whether-report': { action: 'report', takesNo: true, answer: takeAsReport },
  'result-of': { action: 'report', takesNo: true, answer: skipResult },
  'photos-of': { action: 'report', takesNo: true, answer: answerPhotosOf },
  'save-all': { action: 'report', takesNo: true, answer: answerSaveAll },
  move: { action: 'undo', takesNo: true, answer: answerMove },
  'cancel-which': { action: 'report', takesNo: true, answer: answerGivingUp },
  'cancel-draft': { action: 'report', takesNo: true, answer: answerCancel },
};

/** A tap on such a card. One that is no longer the newest is answered, and does nothing. */
export async function answerConfirmation(
  id: string,
  value: string,
  request: RequestContext,
): Promise<Concluded> {
  const confirmation = openConfirmation(request);
  return confirmation?.id === id
    ? settle({ confirmation, value }, request)
    : conclude(say(request.texts.chat.askedBefore), request);
}

/** The question that was open, and the value of its answer. */
export interface Settled {
  confirmation: Confirmation;
  value: string;
}

export async function settle({ confirmation, value }: Settled, request: RequestContext): Promise<Concluded> {
  const { subject } = confirmation;
  const handler = handlers[subject.about] as Handler<Subject['about']>;
  const answer = await decide(handler, subject, value, request);
  const stays = value !== 'no' && handler.stays?.(value);
  return conclude(answer, request, stays ? { ...confirmation, direct: false } : null);
}

async function decide(
  handler: Handler<Subject['about']>,
  subject: Subject,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  if (value === 'no' && !handler.takesNo) return say(chat.nothingSent);
  if (!permits(request, handler.action)) return say(chat.noRight);
  if (value !== SEE_ALL) return handler.answer(subject, value, request);
  return handler.again ? answerInFull(await handler.again(subject, request)) : say(chat.askedBefore);
}

/** @returns what words typed right after such a card answer it with; null when they answer it not. */
export async function readConfirmation(text: string, request: RequestContext): Promise<Settled | null> {
  const confirmation = openConfirmation(request);
  if (!confirmation?.direct) return null;
  const choosing = choosesMember(confirmation.subject);
  const typed = typedAnswer(text, confirmation);
  if (typed !== null && !(typed === 'yes' && choosing)) return { confirmation, value: typed };
  if (!choosing) return null;
  if (confirmation.subject.about === 'away' && saysNobody(plain(text)))
    return { confirmation, value: 'none' };
  const [person, ...others] = peopleNamed(text, await colleagues(request.context));
  if (!person) return null;
  if (others.length === 0) return { confirmation, value: person.id };
  // several of that name: asked again, of these alone
  const subject = { ...confirmation.subject, named: text };
  return { confirmation: { ...confirmation, subject }, value: `${PAGE_VALUE}1` };
}

function saysNobody(typed: string): boolean {
  return SAID_NONE.test(typed) || NO_STAND_IN.test(typed);
}

function choosesMember(subject: Subject): boolean {
  if (subject.about === 'assign') return subject.member === null;
  return subject.about === 'away' || subject.about === 'whose' || subject.about === 'ask-whom';
}
