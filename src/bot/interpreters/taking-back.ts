/** Interpreters of a wish to take back or put right what was stored; of what is not stored yet, it is a first report. */
import { latestOwnUpdate } from '../../services/reports.ts';
import { CANCELS, CANCELS_ALONE, UNDOES, WANTS_CHANGE } from '../../text/typed.ts';
import { insteadIn } from '../../text/typed-instead.ts';
import { understand } from '../../understand/index.ts';
import type { Understood } from '../../understand/types.ts';
import { say } from '../bot-result.ts';
import { type Answer, plain } from '../commands/command.ts';
import { fromSentence } from '../dialogs/report/begin.ts';
import { correction, puttingRight } from '../dialogs/report/begin-correction.ts';
import { open, openDraft, showAgain } from '../dialogs/report/drive.ts';
import { hasValues, whyAsked } from '../dialogs/report/fill.ts';
import { rowsInFull } from '../dialogs/report/put-right.ts';
import { askCancel } from '../giving-up.ts';
import { answerOwnQuestion, ownQuestion } from '../own-questions.ts';
import type { RequestContext } from '../request-context.ts';
import { askUndoOf } from '../taking-back.ts';
import type { Utterance } from '../utterance.ts';
import { interpreter } from './interpreter.ts';

/** "ยกเลิก 1.2" and no more: the report on it where one is stored, else the work itself. */
export const cancelsByName = interpreter({
  name: 'cancels-by-name',
  takes(words) {
    if (!CANCELS.test(words.typed) || words.typed.length > MOST_NAMED) return null;
    const { activity, because } = words.read();
    const rest = (because.activity ?? []).reduce((left, { text }) => left.replace(text, ''), words.text);
    return CANCELS_ALONE.test(plain(rest)) ? activity : null;
  },
  async answer(code, words, request) {
    if (await latestOwnUpdate(request.context, code)) return askUndoOf([code], request);
    const read = words.read();
    const fields = { ...read.fields, status: 'cancelled' as const };
    const begun = await fromSentence({ ...read, intent: 'report', fields }, words, request);
    return begun.ok ? open(begun.draft, begun.note, request) : say(begun.why);
  },
});

/** Letters of the verb and what an activity is called by. */
const MOST_NAMED = 120;

/** Without values a report is asked about, to be taken back; with values it is corrected, shown old and new. */
export const takingBack = interpreter({
  name: 'taking-back',
  takes: (words) => (words.read().intent === 'undo' ? words.read() : null),
  async answer(read, words, request) {
    // what is merely the only thing still to do is not what was reported
    const named = read.because.activity ? read.activity : words.about;
    if (!hasValues(read)) {
      // what is to go is a photo, not the report
      const asked = ownQuestion(words.typed, request);
      if (asked === 'remove-photo') return answerOwnQuestion(asked, request);
      const stored = openDraft(request) ? null : await latestOwnUpdate(request.context, named ?? undefined);
      const right = stored && (await puttingRight(stored, words, request));
      if (right) return open(right.draft, right.why, request);
      const first = named === null || stored ? null : await firstReport(words, request, LEAST_REASON);
      return first ?? withoutValues(named, read, words, request);
    }
    const latest = await latestOwnUpdate(request.context, named ?? undefined);
    if (!latest) return (await firstReport(words, request)) ?? say(request.texts.chat.correct.nothing);
    const draft = await correction(latest, read, words.messageId, request);
    return open(draft, whyAsked(read, words.text, request), request);
  },
});

/** "ยกเลิกเครื่องถ่ายเอกสาร เปลี่ยนเป็นเช่าแทน": what is told beside the word and the name is a reason, and no wish. */
const LEAST_REASON = 20;

/** "อบรมครูเปลี่ยนเป็น 10 มิ.ย.", of which nothing is stored yet: there is nothing to correct, and much to store. */
async function firstReport(words: Utterance, request: RequestContext, least = 0): Promise<Answer | null> {
  const read = understand(words.text, { ...words.readBy(), isReport: true });
  const names = read.because.activity ?? [];
  const rest = names.reduce((left, { text }) => left.replace(text, ''), words.typed);
  if (openDraft(request) || !hasValues(read) || names.length === 0 || rest.length < least) return null;
  const begun = await fromSentence(read, words, request);
  return begun.ok ? open(begun.draft, begun.note, request, begun.later) : say(begun.why);
}

function withoutValues(
  named: string | null,
  read: Understood,
  { text, typed }: Utterance,
  request: RequestContext,
): Answer | Promise<Answer> {
  // a figure that stands nowhere is no wish to take all of it back
  if (WANTS_CHANGE.test(text) || insteadIn(typed)) return say(request.texts.chat.correct.what);
  const codes = named === null ? read.candidates : [named];
  const top = openDraft(request);
  // what is put right while a card is open is on that card, and nothing that is stored
  if (top && !UNDOES.test(typed))
    return showAgain(rowsInFull(top), request.texts.chat.draft.whatIsWrong, request);
  const ofTop = codes.length === 0 || codes.some((code) => code === top?.activity);
  return top && ofTop ? askCancel(top, request) : askUndoOf(codes, request);
}
