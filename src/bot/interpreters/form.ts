/** Interpreters of words that answer or steer something open: a question to agree to, a form; and of commands. */
import { arabicDigits, moment } from '../../text/format.ts';
import { besideAnswer } from '../../text/beside-answers.ts';
import { controlWords, GOES_BACK, SAVES } from '../../text/typed-answers.ts';
import { CANCELS_FORM, NAMES_REPORT } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import { matchCommand } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Answer } from '../commands/command.ts';
import { questionOfSomebody } from '../commands/questions.ts';
import { readConfirmation, settle } from '../confirmation-answers.ts';
import { openResult } from '../dialogs/report/begin-result.ts';
import { drive, labelOf, openDraft, resume } from '../dialogs/report/drive.ts';
import { CONFIRMS_CARD } from '../../text/own-questions.ts';
import { ownRequest } from '../own-requests.ts';
import type { RequestContext } from '../request-context.ts';
import { besideResult, resultAsked } from '../result-question.ts';
import { mayUse, runCommand } from '../run-command.ts';
import { answersResult } from '../short-result.ts';
import { AGREES_AND_SAVES } from '../../text/typed-undoing.ts';
import { askCancel, askGivingUp, askGivingUpOn, justStored, waitingDrafts } from '../giving-up.ts';
import { labelsOf } from '../taking-back.ts';
import { interpreter } from './interpreter.ts';

/** "ตกลง", a button's label or a name, typed right after a card that asked. */
export const confirmation = interpreter({
  name: 'confirmation',
  takes: ({ text }, request) => readConfirmation(text, request),
  answer: (taken, _, request) => settle(taken, request),
});

const CONTROLS = ['save', 'cancel', 'back', 'skip'] as const;

/** "บันทึก", "ย้อนกลับ": steers the form; while none is open, nothing is done with what was left behind. */
export const controlWord = interpreter({
  name: 'control-word',
  takes({ typed, draft, about }) {
    const control = CONTROLS.find((one) => controlWords[one].some((word) => word === typed));
    if (draft && GOES_BACK.test(typed)) return 'back';
    if (draft && !about && SAVES.test(typed)) return 'save';
    const reviews = draft?.step.at === 'review' || draft?.step.at === 'review-many';
    const confirms = CONFIRMS_CARD.test(typed) || AGREES_AND_SAVES.test(typed);
    if (reviews && !about && confirms) return 'save';
    // quoted to a card of ours, "ยกเลิก" may be said of that activity
    return !control || (about && control === 'cancel') ? null : control;
  },
  async answer(control, { draft }, request) {
    const answer = draft && (await drive(draft, { kind: 'control', do: control }, request));
    if (answer) return answer;
    if (control === 'cancel') return giveUp(request);
    return (control === 'save' && (await savedAlready(request))) || goOn(request);
  },
});

/** "ไม่เอาแล้ว", "ยกเลิกไปก่อน". */
export const givingUp = interpreter({
  name: 'giving-up',
  takes: ({ typed, draft, about }) =>
    CANCELS_FORM.test(typed) && !about && (draft || !NAMES_REPORT.test(typed)) ? { draft } : null,
  answer: ({ draft }, _, request) => (draft ? askCancel(draft, request) : giveUp(request)),
});

/** The same as a reply to a card. */
export const givingUpQuoted = interpreter({
  name: 'giving-up-quoted',
  takes: ({ typed, about }, request) =>
    about !== null && (CANCELS_FORM.test(typed) || controlWords.cancel.some((word) => word === typed))
      ? askGivingUpOn(about, request)
      : null,
  answer: (answer) => answer,
});

async function giveUp(request: RequestContext): Promise<Answer> {
  return { ...((await askGivingUp(request)) ?? say(request.texts.chat.draft.none)), early: true };
}

/** Said once more right after a report was stored: what waits besides is told, and is not this word's. */
async function savedAlready(request: RequestContext): Promise<Answer | null> {
  const waiting = waitingDrafts(request);
  const saved = await justStored(request);
  if (waiting.length === 0 || saved.length === 0) return null;
  const labels = waiting.map((one) => labelOf(one, request)).join(', ');
  const at = moment(saved[0]!.at, request.context.language);
  const text = request.texts.chat.draft.savedAndWaiting(labelsOf(saved, request), at, labels);
  return { ...say(text), early: true };
}

async function goOn(request: RequestContext): Promise<Answer> {
  return { ...((await resume(request)) ?? say(request.texts.chat.draft.none)), early: true };
}

export const typedCommand = interpreter({
  name: 'command',
  takes({ text, draft }, request) {
    const found = matchCommand(text, commands, request);
    // in a form, words that are no command of this person's are its answer
    return found && !(draft && !mayUse(found.command, request)) ? found : null;
  },
  answer: (found, _, request) => runCommand(found, request),
});

export const openForm = interpreter({
  name: 'open-form',
  takes({ text, messageId: message, about, draft }, request) {
    // a quoted reply to another activity's card is about that one, whatever is open here
    const beside = about && draft && draft.activity !== null && about !== draft.activity;
    if (!draft || beside || draft !== openDraft(request)) return null;
    return drive(draft, { kind: 'text', text, message, about }, request);
  },
  answer: (answer) => answer,
});

/** What is no result, said where one is asked on a receipt: a thank-you, "พรุ่งนี้ค่อยส่งนะ", a change of what was stored. */
export const besideResultAsked = interpreter({
  name: 'beside-result',
  takes(words, request) {
    const activity = resultAsked(request);
    if (activity === null || words.draft || (words.about && words.about !== activity)) return null;
    return besideResult(words.typed, request);
  },
  answer: (answer) => answer,
});

/** What came of a finished activity, told right after it was asked on the receipt: all of the words are the result. */
export const resultAnswer = interpreter({
  name: 'result-answer',
  async takes(words, request) {
    const activity = resultAsked(request);
    if (activity === null || words.draft || besideAnswer(words.typed)) return null;
    if (!answersResult(words.typed)) return null;
    if (words.about && words.about !== activity) return null;
    const { intent, because, multiple, fields } = words.read();
    // with words of a status or a sum it is a report of its own, and with a code that opens it; numbers of a list do
    // not, nor words that some activity's name has too
    const opens =
      because.activity?.some(({ start, text }) => start === 0 && /^\d/.test(arabicDigits(text))) ?? false;
    const says = fields.status !== null && because.status !== undefined;
    const narrates = !opens && !multiple && !says && fields.spent === null;
    const tells = intent === 'other' || (intent === 'report' && narrates);
    const asks = ownRequest(words.text, request) ?? (await questionOfSomebody(words.text, request));
    return tells && !asks ? activity : null;
  },
  answer: (activity, words, request) => openResult(activity, words, request),
});
