/** What a member's words come to: a control of the open form, a command, or a sentence to be understood. */
import { latestOwnUpdate } from '../services/reports.ts';
import {
  CANCELS_FORM,
  controlWords,
  NAMES_REPORT,
  OTHER_MONTHS,
  SIX_MONTHS,
  TWELVE_MONTHS,
  WANTS_CHANGE,
} from '../text/typed.ts';
import { looksLikeCode } from './commands/arguments.ts';
import { commands } from './commands/index.ts';
import { ownRequest } from './own-requests.ts';
import { answerInWords, passOver } from './confirmation-answers.ts';
import { type Answer, type Command, fits, matchCommand, plain } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { showStatus } from './commands/manager.ts';
import { type Near, nearestCommands } from './commands/nearest.ts';
import { mine } from './commands/officer.ts';
import { otherMonths, sixMonths, twelveMonths } from './commands/official-report.ts';
import { questionAbout, questionOfSomebody } from './commands/questions.ts';
import { correction, fromSentence } from './dialogs/report/begin.ts';
import { drive, open, openDraft, reshow, resume } from './dialogs/report/drive.ts';
import { hasValues, whyAsked } from './dialogs/report/fill.ts';
import type { Input } from './dialogs/report/machine.ts';
import { say, show } from './bot-result.ts';
import type { Draft } from '../domain/draft.ts';
import { withDrafts } from './resume-drafts.ts';
import { notUnderstood } from './not-understood.ts';
import { asks } from './confirmations.ts';
import { ownLeaves } from './activity-rows.ts';
import { askCancel, askUndoOf } from './taking-back.ts';
import type { RequestContext } from './request-context.ts';
import type { Action } from './types.ts';
import { understand } from '../understand/index.ts';
import type { Understood } from '../understand/types.ts';

export interface Words {
  text: string;
  messageId: string;
  /** Activity of the card that was quoted. */
  about: string | null;
}

const CONTROLS = ['save', 'cancel', 'back', 'skip'] as const;

export function talk(words: Words, request: RequestContext): Promise<Answer> {
  return withDrafts(request, async (current) => {
    const answer = await answerInWords(words.text, current);
    return answer ?? passOver(await understood(words, current), current);
  });
}

async function understood(words: Words, request: RequestContext): Promise<Answer> {
  const typed = plain(words.text);
  const draft = meant(words, request);
  const control = CONTROLS.find((one) => controlWords[one].some((word) => word === typed));
  if (control) {
    if (draft) return driven(draft, { kind: 'control', do: control }, words, request);
    // quoted to a card of ours, "ยกเลิก" is said of that activity
    if (words.about && control === 'cancel') return sentence(words, request);
    return leftBehind(request);
  }
  if (CANCELS_FORM.test(typed) && !words.about) {
    if (draft) return askCancel(draft, request);
    if (!NAMES_REPORT.test(typed)) return leftBehind(request);
  }
  const found = matchCommand(words.text, commands, request);
  // in a form, words that are no command of this person's are its answer
  if (found && !(draft && !mayUse(found.command, request)))
    return runCommand(found.command, found.argument, request);
  const { text, messageId: message, about } = words;
  // a quoted reply to another activity's card is about that one, whatever is open here
  const beside = draft && about && draft.activity !== null && about !== draft.activity;
  return draft && !beside && draft === openDraft(request)
    ? driven(draft, { kind: 'text', text, message, about }, words, request)
    : sentence(words, request);
}

/** The draft that words are for: of the quoted card's activity, else the one on top. */
function meant({ about }: Words, request: RequestContext): Draft | null {
  const top = openDraft(request);
  if (!about || !top || top.activity === about || top.activity === null) return top;
  return request.context.conversation.drafts.findLast((one) => one.activity === about) ?? null;
}

/** A word that steers a form, while none is open: what was left behind is shown, and nothing is done with it yet. */
async function leftBehind(request: RequestContext): Promise<Answer> {
  const resumed = await resume(request);
  return resumed
    ? { ...resumed.said, conversation: resumed.conversation }
    : say(request.texts.chat.draft.none);
}

/** A command in the middle of a form is answered, then the form goes on. */
export async function runCommand(
  command: Command,
  argument: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.context;
  if (!mayUse(command, request)) return say(request.texts.chat.noRight);
  if (chat.type !== 'user' && !command.inGroups) return say(request.texts.chat.inPrivate);
  return thenForm(await command.run(argument, request), request);
}

async function thenForm(answer: Answer, request: RequestContext): Promise<Answer> {
  const conversation = { misses: 0, ...answer.conversation };
  // what opened a form of its own, or asks something, comes first
  if (answer.conversation?.drafts || asks(answer)) return { ...answer, conversation };
  return { ...answer, conversation, messages: [...answer.messages, ...(await reshow(request))] };
}

export function mayUse(command: Command, { context }: RequestContext): boolean {
  return command.roles.some((role) => context.member.roles.includes(role));
}

async function driven(draft: Draft, input: Input, words: Words, request: RequestContext): Promise<Answer> {
  const result = await drive(draft, input, request);
  if (!result.taken) return sentence(words, request);
  return { ...result.said, conversation: { misses: 0, ...result.conversation } };
}

async function sentence(words: Words, request: RequestContext): Promise<Answer> {
  const { context } = request;
  const own = ownLeaves(request).map((leaf) => leaf.code);
  const read = understand(words.text, {
    plan: context.plan,
    today: context.today,
    quoted: words.about,
    own,
    aliases: context.member.aliases,
  });
  switch (read.intent) {
    case 'report':
      return reported(read, words, request);
    case 'undo':
      return takenBack(read, words, request);
    case 'status':
      return (
        halfReport(words.text, request) ??
        slip(words.text, request, 'with a code') ??
        asked(read, words.text, request)
      );
    case 'list':
      return runCommand(mine, '', request);
    case 'help':
      return thenForm(await showHelp(request), request);
    case 'other':
      return (
        halfReport(words.text, request) ??
        (await ofSomebody(words.text, request)) ??
        (await affair(words.text, request)) ??
        slip(words.text, request) ??
        notUnderstood(words.text, read, request)
      );
  }
}

async function reported(read: Understood, words: Words, request: RequestContext): Promise<Answer> {
  const begun = await fromSentence(read, words, request);
  if (!begun.ok) return say(begun.why);
  const { said, conversation } = await open(begun.draft, begun.note, request, begun.later);
  return { ...said, conversation };
}

/** The half-year report asked for in a sentence of one's own; null when it is something else. */
function halfReport(text: string, request: RequestContext): Promise<Answer> | null {
  const typed = plain(text);
  if (TWELVE_MONTHS.test(typed)) return runCommand(twelveMonths, '', request);
  if (SIX_MONTHS.test(typed)) return runCommand(sixMonths, '', request);
  return OTHER_MONTHS.test(typed) ? runCommand(otherMonths, '', request) : null;
}

async function asked(read: Understood, text: string, request: RequestContext): Promise<Answer> {
  if (read.activity) return thenForm(await showStatus(read.activity, request), request);
  const { command, argument } = (await questionOfSomebody(text, request)) ?? questionAbout(text, request);
  return runCommand(command, argument, request);
}

async function ofSomebody(text: string, request: RequestContext): Promise<Answer | null> {
  const question = await questionOfSomebody(text, request);
  return question && runCommand(question.command, question.argument, request);
}

async function affair(text: string, request: RequestContext): Promise<Answer | null> {
  const answer = ownRequest(text, request);
  return answer && thenForm(answer, request);
}

/** Without values a report is asked about, to be taken back; with values it is corrected, shown old and new. */
async function takenBack(read: Understood, words: Words, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  // what is merely the only thing still to do is not what was reported
  const named = read.because.activity ? read.activity : words.about;
  if (!hasValues(read)) {
    if (WANTS_CHANGE.test(words.text)) return thenForm(say(chat.correct.what), request);
    const codes = named === null ? read.candidates : [named];
    const top = openDraft(request);
    const ofTop = codes.length === 0 || codes.some((code) => code === top?.activity);
    return top && ofTop ? askCancel(top, request) : askUndoOf(codes, request);
  }
  const latest = await latestOwnUpdate(request.context, named ?? undefined);
  if (!latest) return say(chat.correct.nothing);
  const draft = await correction(latest.activity, latest.id, read, words.messageId, request);
  const { said, conversation } = await open(draft, whyAsked(read, words.text, request), request);
  return { ...said, conversation };
}

/** A slip in a command of this person's: asked back with what was probably meant, never run by itself. */
function slip(text: string, request: RequestContext, which: 'any' | 'with a code' = 'any'): Answer | null {
  const own = commands.filter((command) => mayUse(command, request));
  const takes = (command: Command, argument: string): boolean => fits(command, argument, true, request);
  const near = nearestCommands(text, own, takes).filter(
    (one) => which === 'any' || looksLikeCode(one.argument, request),
  );
  const [first] = near;
  if (!first) return null;
  const { nearest } = request.texts.chat;
  const typed = ({ word, argument }: Near): string => `${word} ${argument}`.trim();
  return {
    ...show({
      type: 'card',
      card: {
        kind: 'confirm',
        title: nearest.title,
        question: near.length === 1 ? nearest.question(typed(first)) : nearest.several,
        quote: null,
        rows: [],
        caution: null,
        options: near.map((one): Action => ({
          type: 'tap',
          label: typed(one),
          say: typed(one),
          tap: { do: 'say', text: typed(one) },
        })),
        wide: false,
      },
    }),
    conversation: { misses: 0 },
  };
}
