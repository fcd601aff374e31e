/** Interpreters of whole sentences: a report, questions about the plan and people, requests of one's own. */
import { OF_MINE } from '../../text/questions-of-parts.ts';
import { dueAsked } from '../../text/questions-of-time.ts';
import { ASKS_STAND_IN } from '../../text/typed-days.ts';
import { A_SUM, ASKS, SPEAKS_OF_MONEY, TROUBLE_ALONE } from '../../text/told.ts';
import { lastTalkedOf } from '../obvious-activity.ts';
import { OTHER_MONTHS, SOME_REPORT, SIX_MONTHS, TWELVE_MONTHS } from '../../text/typed-reports.ts';
import type { Understood } from '../../understand/types.ts';
import { say } from '../bot-result.ts';
import type { Answer } from '../commands/command.ts';
import { awayCommand } from '../commands/away.ts';
import { showHelp } from '../commands/everyone.ts';
import { showStatus } from '../commands/manager.ts';
import { mineCommand, reportCommand as officerReport } from '../commands/officer.ts';
import { ownMoneyAsked, showOwnMoney } from '../commands/own-money.ts';
import { otherMonthsCommand, sixMonthsCommand, twelveMonthsCommand } from '../commands/official-report.ts';
import {
  BY_SUBJECT,
  questionOfAll,
  questionOfManager,
  questionOfNobody,
  questionOfSomebody,
} from '../commands/questions.ts';
import { answerReasons, reasonsAsked } from '../commands/why.ts';
import { assisted } from '../assisted.ts';
import { type Begun, fromSentence } from '../dialogs/report/begin.ts';
import { open } from '../dialogs/report/drive.ts';
import { hasWork, ownLeaves } from '../activity-rows.ts';
import { answerOwnQuestion, ownQuestion } from '../own-questions.ts';
import { ownLeaveDays, ownRequest } from '../own-requests.ts';
import { permits, type RequestContext } from '../request-context.ts';
import { runCommand } from '../run-command.ts';
import type { Utterance } from '../utterance.ts';
import { interpreter } from './interpreter.ts';

const intended =
  (...intents: Understood['intent'][]) =>
  (words: Utterance): Understood | null =>
    intents.includes(words.read().intent) ? words.read() : null;

export const reportSentence = interpreter({
  name: 'report',
  takes: (words, request) =>
    intended('report')(words) ?? (onlyMentions(words, request) ? words.read() : null),
  async answer(read, words, request) {
    const helped = await assisted(words, request);
    return helped
      ? openAssisted(helped, words, request)
      : openFrom(await fromSentence(read, words, request), request);
  },
});

/** What is no report to the reader, after all that it may be besides: the assistant may see one in it. */
export const assistedReport = interpreter({
  name: 'assisted-report',
  takes: (words, request) => (intended('other')(words) ? assisted(words, request) : null),
  answer: openAssisted,
});

/** The card says that the assistant filled it in: its fields are looked at once more. */
async function openAssisted(read: Understood, words: Utterance, request: RequestContext): Promise<Answer> {
  const begun = await fromSentence(read, words, request);
  if (!begun.ok) return openFrom(begun, request);
  const note = [request.texts.chat.assisted, ...(begun.note ? [begun.note] : [])].join('\n');
  // an activity that is not named in so many words can be changed on the card
  const proposed =
    !read.multiple && read.activity !== null && !read.because.activity && read.activity !== words.about;
  const draft = proposed ? { ...begun.draft, proposed } : begun.draft;
  return openFrom({ ...begun, draft, note }, request);
}

function openFrom(begun: Begun, request: RequestContext): Answer | Promise<Answer> {
  return begun.ok ? open(begun.draft, begun.note, request, begun.later) : say(begun.why);
}

/** "ติดปัญหาค่ะ" of who has work, "งบใช้หมดเลย 3000" right after a report: of what, and how much, is asked. */
function onlyMentions(words: Utterance, request: RequestContext): boolean {
  if (words.read().intent !== 'other' || ownLeaves(request).length === 0) return false;
  const adds = SPEAKS_OF_MONEY.test(words.typed) && A_SUM.test(words.typed) && !ASKS.test(words.typed);
  return TROUBLE_ALONE.test(words.typed) || (adds && lastTalkedOf(request) !== null);
}

/** "ขอรายงานรอบ 6 เดือนหน่อย". */
export const halfYearRequest = interpreter({
  name: 'half-year-request',
  takes(words, request) {
    if (SOME_REPORT.test(words.typed))
      return ownLeaves(request).length === 0 && permits(request, 'other-months')
        ? otherMonthsCommand
        : officerReport;
    if (!intended('status', 'other')(words)) return null;
    const { typed } = words;
    if (TWELVE_MONTHS.test(typed)) return twelveMonthsCommand;
    if (SIX_MONTHS.test(typed)) return sixMonthsCommand;
    return OTHER_MONTHS.test(typed) ? otherMonthsCommand : null;
  },
  answer: (command, _, request) => runCommand({ command, argument: '' }, request),
});

/** "ส่งแล้วใช่ไหม", "ต้องทำอะไรต่อ", "ลบรูปยังไง". */
export const ownQuestionAsked = interpreter({
  name: 'own-question',
  takes: (words, request) =>
    intended('status', 'list', 'help', 'other')(words) ? ownQuestion(words.typed, request) : null,
  answer: (question, _, request) => answerOwnQuestion(question, request),
});

/** "ทำไม 1.2 ช้า", "1.2 ติดอะไร". */
export const reasonQuestion = interpreter({
  name: 'reason-question',
  takes: reasonsAsked,
  answer: (code, _, request) => answerReasons(code, request),
});

/** "ใครยังไม่ส่ง", "ติดอะไรอยู่", "1.2 เหลืองบเท่าไหร่". */
export const managerQuestion = interpreter({
  name: 'manager-question',
  takes: (words, request) =>
    intended('status', 'list', 'help', 'other')(words) ? questionOfManager(words, request) : null,
  answer: (question, _, request) => runCommand(question, request),
});

/** "อะไรใกล้ถึงกำหนดบ้าง", "อันไหนต้องเร่ง", of one's own. */
export const ownDue = interpreter({
  name: 'own-due',
  takes(words, request) {
    if (!intended('status', 'list', 'help', 'other')(words) || words.read().activity !== null) return null;
    const asked = dueAsked(words.typed);
    const own = OF_MINE.test(words.typed) || !permits(request, 'summary');
    return asked && own && permits(request, 'mine') ? BY_SUBJECT[asked] : null;
  },
  answer: (command, _, request) =>
    runCommand({ command, argument: request.texts.words.command.ofMine.trim() }, request),
});

/** "ใช้งบไปแล้วเท่าไหร่", from an officer. */
export const ownMoney = interpreter({
  name: 'own-money',
  takes: (words, request) =>
    intended('status', 'list', 'help', 'other')(words) ? ownMoneyAsked(words, request) : null,
  answer: (codes, _, request) => showOwnMoney(codes, request),
});

/** "ฝากพี่วิภารายงานแทนได้ไหม", whatever else is read in it. */
export const standInQuestion = interpreter({
  name: 'stand-in-question',
  takes: ({ text }, { context, texts }) =>
    context.chat.type === 'user' && ASKS_STAND_IN.test(text) ? say(texts.chat.away.howStandIn) : null,
  answer: (answer) => answer,
});

/** "1.2 ถึงไหนแล้ว". */
export const activityQuestion = interpreter({
  name: 'activity-question',
  takes: (words) => intended('status')(words)?.activity ?? null,
  answer: (code, _, request) => showStatus(code, request),
});

/** "งานของสมศรีถึงไหนแล้ว", "ตามคุณสมศรีหน่อย". */
export const personQuestion = interpreter({
  name: 'person-question',
  takes: (words, request) =>
    intended('status', 'list', 'other')(words) ? questionOfSomebody(words.text, request) : null,
  answer: (question, _, request) => runCommand(question, request),
});

/** "งานของสมหมาย", where nobody is called so. */
export const unknownPerson = interpreter({
  name: 'unknown-person',
  takes: (words, request) =>
    intended('status', 'list', 'other')(words) ? questionOfNobody(words, request) : null,
  answer: (answer) => answer(),
});

/** "งานไปถึงไหนแล้ว". */
export const planQuestion = interpreter({
  name: 'plan-question',
  takes: (words, request) => intended('status')(words) && questionOfAll(request),
  answer: (question, _, request) => runCommand(question, request),
});

/** "มีกิจกรรมอะไรบ้าง". */
export const listRequest = interpreter({
  name: 'list-request',
  takes: intended('list'),
  // a manager without work of their own asks for the plan's
  answer: (_, _words, request) =>
    runCommand(
      ownLeaves(request).length === 0 ? questionOfAll(request) : { command: mineCommand, argument: '' },
      request,
    ),
});

/** "รายงานยังไง". */
export const howTo = interpreter({
  name: 'how-to',
  takes: intended('help'),
  // how to report is of no use to who has nothing to report on
  answer: (_, _words, request) =>
    hasWork(request) || permits(request, 'summary') ? showHelp(request) : say(request.texts.chat.noWork),
});

/** "หนูลา 1-5 มี.ค.", said while a form is open too: its days are no day of the work. */
export const ownLeave = interpreter({
  name: 'leave',
  takes: (words, request) => ownLeaveDays(words.text, request),
  answer: (days, _, request) => awayCommand.run(days, request),
});

/** Leave and the bot's reminders, in one's own words. */
export const personalRequest = interpreter({
  name: 'own-request',
  takes: (words, request) => intended('other')(words) && ownRequest(words.text, request),
  answer: (answer) => answer,
});
