/** Interpreters of words that answer or steer something open: a question to agree to, a form; and of commands. */
import { arabicDigits } from '../../text/format.ts';
import { latestOwnUpdate } from '../../services/reports.ts';
import { besideAnswer } from '../../text/beside-answers.ts';
import { controlWords, GOES_BACK, SAVES } from '../../text/typed-answers.ts';
import { CHANGES_ROW } from '../../text/typed-corrections.ts';
import { CANCELS_FORM, NAMES_REPORT } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import { matchCommand } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import type { Answer } from '../commands/command.ts';
import { questionOfSomebody } from '../commands/questions.ts';
import { readConfirmation, settle } from '../confirmation-answers.ts';
import { correctionByRow } from '../dialogs/report/begin-correction.ts';
import { openResult } from '../dialogs/report/begin-result.ts';
import { drive, open, openDraft, resume } from '../dialogs/report/drive.ts';
import { CONFIRMS_CARD } from '../../text/own-questions.ts';
import { ownRequest } from '../own-requests.ts';
import type { RequestContext } from '../request-context.ts';
import { besideResult, resultAsked } from '../result-question.ts';
import { mayUse, runCommand } from '../run-command.ts';
import { answersResult } from '../short-result.ts';
import { askCancel } from '../taking-back.ts';
import { interpreter } from './interpreter.ts';

/** "ตกลง", a button's label or a name, typed right after a card that asked. */
export const confirmation = interpreter({
  name: 'confirmation',
  takes: ({ text }, request) => readConfirmation(text, request),
  answer: (taken, _, request) => settle(taken, request),
});

const CONTROLS = ['save', 'cancel', 'back', 'skip'] as const;

/** "บันทึก", "ย้อนกลับ": steers the form; while none is open, what was left behind is shown and nothing done with it yet. */
export const controlWord = interpreter({
  name: 'control-word',
  takes({ typed, draft, about }) {
    const control = CONTROLS.find((one) => controlWords[one].some((word) => word === typed));
    if (draft && GOES_BACK.test(typed)) return 'back';
    if (draft && !about && SAVES.test(typed)) return 'save';
    const reviews = draft?.step.at === 'review' || draft?.step.at === 'review-many';
    if (reviews && !about && CONFIRMS_CARD.test(typed)) return 'save';
    // quoted to a card of ours, "ยกเลิก" is said of that activity
    return !control || (!draft && about && control === 'cancel') ? null : control;
  },
  async answer(control, { draft }, request) {
    const answer = draft && (await drive(draft, { kind: 'control', do: control }, request));
    return answer ?? goOn(request);
  },
});

/** "ไม่เอาแล้ว", "ยกเลิกไปก่อน". */
export const givingUp = interpreter({
  name: 'giving-up',
  takes: ({ typed, draft, about }) =>
    CANCELS_FORM.test(typed) && !about && (draft || !NAMES_REPORT.test(typed)) ? { draft } : null,
  answer: ({ draft }, _, request) => (draft ? askCancel(draft, request) : goOn(request)),
});

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
  async takes(words, request): Promise<Answer | null> {
    const activity = resultAsked(request);
    if (activity === null || words.draft || (words.about && words.about !== activity)) return null;
    const beside = besideResult(words.typed, request);
    if (beside) return beside;
    const latest = CHANGES_ROW.test(words.typed) ? await latestOwnUpdate(request.context, activity) : null;
    const row = latest && (await correctionByRow(latest, words.text, words.messageId, request));
    return row && open(row, null, request);
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
