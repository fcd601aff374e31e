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
import { ownAffair } from './affairs.ts';
import { answeredInWords, passedOver } from './asked.ts';
import { type Answer, type Command, fits, matchCommand, plain } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { statusOf } from './commands/manager.ts';
import { type Near, nearestCommands } from './commands/nearest.ts';
import { mine } from './commands/officer.ts';
import { otherMonths, sixMonths, twelveMonths } from './commands/official-report.ts';
import { questionAbout, questionOfSomebody } from './commands/questions.ts';
import { correction, fromSentence } from './dialogs/report/begin.ts';
import { drive, open, openDraft, reshow, resume } from './dialogs/report/drive.ts';
import { hasValues, whyAsked } from './dialogs/report/fill.ts';
import type { Input } from './dialogs/report/machine.ts';
import { say, show } from './handled.ts';
import type { Draft } from '../domain/draft.ts';
import { withDrafts } from './left-behind.ts';
import { notUnderstood } from './not-understood.ts';
import { asks } from './pending.ts';
import { ownLeaves } from './rows.ts';
import { askCancel, askUndoOf } from './taking-back.ts';
import type { Turn } from './turn.ts';
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

export function talk(words: Words, turn: Turn): Promise<Answer> {
  return withDrafts(turn, async (current) => {
    const answer = await answeredInWords(words.text, current);
    return answer ?? passedOver(await understood(words, current), current);
  });
}

async function understood(words: Words, turn: Turn): Promise<Answer> {
  const typed = plain(words.text);
  const draft = meant(words, turn);
  const control = CONTROLS.find((one) => controlWords[one].some((word) => word === typed));
  if (control) {
    if (draft) return driven(draft, { kind: 'control', do: control }, words, turn);
    // quoted to a card of ours, "ยกเลิก" is said of that activity
    if (words.about && control === 'cancel') return sentence(words, turn);
    return leftBehind(turn);
  }
  if (CANCELS_FORM.test(typed) && !words.about) {
    if (draft) return askCancel(draft, turn);
    if (!NAMES_REPORT.test(typed)) return leftBehind(turn);
  }
  const found = matchCommand(words.text, commands, turn);
  // in a form, words that are no command of this person's are its answer
  if (found && !(draft && !mayUse(found.command, turn)))
    return runCommand(found.command, found.argument, turn);
  const { text, messageId: message, about } = words;
  // a quoted reply to another activity's card is about that one, whatever is open here
  const beside = draft && about && draft.activity !== null && about !== draft.activity;
  return draft && !beside && draft === openDraft(turn)
    ? driven(draft, { kind: 'text', text, message, about }, words, turn)
    : sentence(words, turn);
}

/** The draft that words are for: of the quoted card's activity, else the one on top. */
function meant({ about }: Words, turn: Turn): Draft | null {
  const top = openDraft(turn);
  if (!about || !top || top.activity === about || top.activity === null) return top;
  return turn.context.conversation.drafts.findLast((one) => one.activity === about) ?? null;
}

/** A word that steers a form, while none is open: what was left behind is shown, and nothing is done with it yet. */
async function leftBehind(turn: Turn): Promise<Answer> {
  const resumed = await resume(turn);
  return resumed ? { ...resumed.said, conversation: resumed.conversation } : say(turn.texts.chat.draft.none);
}

/** A command in the middle of a form is answered, then the form goes on. */
export async function runCommand(command: Command, argument: string, turn: Turn): Promise<Answer> {
  const { chat } = turn.context;
  if (!mayUse(command, turn)) return say(turn.texts.chat.noRight);
  if (chat.type !== 'user' && !command.inGroups) return say(turn.texts.chat.inPrivate);
  return thenForm(await command.run(argument, turn), turn);
}

async function thenForm(answer: Answer, turn: Turn): Promise<Answer> {
  const conversation = { misses: 0, ...answer.conversation };
  // what opened a form of its own, or asks something, comes first
  if (answer.conversation?.drafts || asks(answer)) return { ...answer, conversation };
  return { ...answer, conversation, messages: [...answer.messages, ...(await reshow(turn))] };
}

export function mayUse(command: Command, { context }: Turn): boolean {
  return command.roles.some((role) => context.member.roles.includes(role));
}

async function driven(draft: Draft, input: Input, words: Words, turn: Turn): Promise<Answer> {
  const result = await drive(draft, input, turn);
  if (!result.taken) return sentence(words, turn);
  return { ...result.said, conversation: { misses: 0, ...result.conversation } };
}

async function sentence(words: Words, turn: Turn): Promise<Answer> {
  const { context } = turn;
  const own = ownLeaves(turn).map((leaf) => leaf.code);
  const read = understand(words.text, {
    plan: context.plan,
    today: context.today,
    quoted: words.about,
    own,
    aliases: context.member.aliases,
  });
  switch (read.intent) {
    case 'report':
      return reported(read, words, turn);
    case 'undo':
      return takenBack(read, words, turn);
    case 'status':
      return (
        halfReport(words.text, turn) ?? slip(words.text, turn, 'with a code') ?? asked(read, words.text, turn)
      );
    case 'list':
      return runCommand(mine, '', turn);
    case 'help':
      return thenForm(await showHelp(turn), turn);
    case 'other':
      return (
        halfReport(words.text, turn) ??
        (await ofSomebody(words.text, turn)) ??
        (await affair(words.text, turn)) ??
        slip(words.text, turn) ??
        notUnderstood(words.text, read, turn)
      );
  }
}

async function reported(read: Understood, words: Words, turn: Turn): Promise<Answer> {
  const begun = await fromSentence(read, words, turn);
  if (!begun.ok) return say(begun.why);
  const { said, conversation } = await open(begun.draft, begun.note, turn, begun.later);
  return { ...said, conversation };
}

/** The half-year report asked for in a sentence of one's own; null when it is something else. */
function halfReport(text: string, turn: Turn): Promise<Answer> | null {
  const typed = plain(text);
  if (TWELVE_MONTHS.test(typed)) return runCommand(twelveMonths, '', turn);
  if (SIX_MONTHS.test(typed)) return runCommand(sixMonths, '', turn);
  return OTHER_MONTHS.test(typed) ? runCommand(otherMonths, '', turn) : null;
}

async function asked(read: Understood, text: string, turn: Turn): Promise<Answer> {
  if (read.activity) return thenForm(await statusOf(read.activity, turn), turn);
  const { command, argument } = (await questionOfSomebody(text, turn)) ?? questionAbout(text, turn);
  return runCommand(command, argument, turn);
}

async function ofSomebody(text: string, turn: Turn): Promise<Answer | null> {
  const question = await questionOfSomebody(text, turn);
  return question && runCommand(question.command, question.argument, turn);
}

async function affair(text: string, turn: Turn): Promise<Answer | null> {
  const answer = ownAffair(text, turn);
  return answer && thenForm(answer, turn);
}

/** Without values a report is asked about, to be taken back; with values it is corrected, shown old and new. */
async function takenBack(read: Understood, words: Words, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  // what is merely the only thing still to do is not what was reported
  const named = read.because.activity ? read.activity : words.about;
  if (!hasValues(read)) {
    if (WANTS_CHANGE.test(words.text)) return thenForm(say(chat.correct.what), turn);
    const codes = named === null ? read.candidates : [named];
    const top = openDraft(turn);
    const ofTop = codes.length === 0 || codes.some((code) => code === top?.activity);
    return top && ofTop ? askCancel(top, turn) : askUndoOf(codes, turn);
  }
  const latest = await latestOwnUpdate(turn.context, named ?? undefined);
  if (!latest) return say(chat.correct.nothing);
  const draft = await correction(latest.activity, latest.id, read, words.messageId, turn);
  const { said, conversation } = await open(draft, whyAsked(read, words.text, turn), turn);
  return { ...said, conversation };
}

/** A slip in a command of this person's: asked back with what was probably meant, never run by itself. */
function slip(text: string, turn: Turn, which: 'any' | 'with a code' = 'any'): Answer | null {
  const own = commands.filter((command) => mayUse(command, turn));
  const takes = (command: Command, argument: string): boolean => fits(command, argument, true, turn);
  const near = nearestCommands(text, own, takes).filter(
    (one) => which === 'any' || looksLikeCode(one.argument, turn),
  );
  const [first] = near;
  if (!first) return null;
  const { nearest } = turn.texts.chat;
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
