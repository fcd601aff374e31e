/** Interpreters of questions about a stretch of time, about whose an activity is, of administrators' work, and of words for everybody. */
import { findActivity } from '../../domain/plan.ts';
import { colleagues } from '../../services/broadcast.ts';
import { ownersToAsk } from '../../services/nudge.ts';
import { ASKS_MEMBERS, isAdminWork, takenOut } from '../../text/admin-work.ts';
import { announcedIn, ASKS_OWNER } from '../../text/questions.ts';
import { stretchAsked } from '../../text/questions-of-time.ts';
import { quotaAsked } from '../../text/questions-of-quota.ts';
import { comparisonAsked } from '../../text/questions-of-units.ts';
import { IN_FULL } from '../../text/typed.ts';
import { ownLeaves } from '../activity-rows.ts';
import { say } from '../bot-result.ts';
import { announceCommand } from '../commands/announce.ts';
import { leafOf, pageOf } from '../commands/arguments.ts';
import { answerHanding, handingAsked } from '../commands/hand-over.ts';
import { membersCommand } from '../commands/members.ts';
import { consolePageCommand } from '../commands/pages.ts';
import { plannedCommand } from '../commands/planned.ts';
import { quotaCommand } from '../commands/quota.ts';
import { unitsCommand } from '../commands/units.ts';
import { peopleNamed } from '../people.ts';
import { mightDo, permits } from '../request-context.ts';
import { runCommand } from '../run-command.ts';
import { interpreter } from './interpreter.ts';

/** "เดือนนี้มีกิจกรรมอะไร", "ไตรมาส 2 เป็นไง", "งานที่เสร็จแล้วมีอะไรบ้าง". */
export const timeQuestion = interpreter({
  name: 'time-question',
  takes(words) {
    const { typed } = words;
    const inFull = IN_FULL.exec(typed)?.[1];
    const argument = inFull ?? typed;
    return words.read().intent !== 'report' && stretchAsked(pageOf(argument).rest)
      ? { command: plannedCommand, argument, full: inFull !== undefined }
      : null;
  },
  answer: (question, _, request) => runCommand(question, request),
});

/** "ฝ่ายไหนใช้งบน้อยสุด", "เทียบแต่ละฝ่าย". */
export const unitsQuestion = interpreter({
  name: 'units-question',
  takes: (words, request) =>
    words.read().intent !== 'report' && mightDo(request, 'units') && comparisonAsked(words.typed)
      ? { command: unitsCommand, argument: words.typed }
      : null,
  answer: (question, _, request) => runCommand(question, request),
});

/** "โอนงานของสมศรีให้วิภา", "ให้วิภาทำ 1.2 แทนสมศรี". */
export const handsOver = interpreter({
  name: 'hands-over',
  takes: ({ typed, draft }, request) => (draft ? null : handingAsked(typed, request)),
  answer: (taken, _, request) => answerHanding(taken, request),
});

/** "โควต้าเหลือเท่าไหร่". */
export const quotaQuestion = interpreter({
  name: 'quota-question',
  takes: (words, request) =>
    words.read().intent !== 'report' && mightDo(request, 'quota') && quotaAsked(words.typed)
      ? { command: quotaCommand, argument: '' }
      : null,
  answer: (question, _, request) => runCommand(question, request),
});

/** "ใครดูแล 3". */
export const ownerQuestion = interpreter({
  name: 'owner-question',
  takes(words, request) {
    if (!ASKS_OWNER.test(words.typed) || !permits(request, 'see-person')) return null;
    const rest = words.typed.replace(ASKS_OWNER, ' ').trim();
    const last = request.context.conversation.lastActivity;
    const named = leafOf(rest === '' && last !== null ? last : rest, request);
    return named.ok && named.activity.leaf ? named.activity.code : null;
  },
  async answer(code, _, request) {
    const { chat } = request.texts;
    const { label, ownerGroup } = findActivity(request.context.plan, code)!;
    const { present, away } = await ownersToAsk(request.context, code);
    const names = [...present, ...away].map(({ name }) => name).join(', ');
    const text = names === '' ? chat.nudge.nobody(label, ownerGroup) : chat.lists.owners(label, names);
    return { ...say(text), outcome: { kind: 'shows', activity: code } };
  },
});

/** Longer texts tell something. */
const MOST_TEXT = 60;

/** "นำเข้าแผนใหม่ยังไง", "ลบสมศรีออก", "ใครยังไม่ลงทะเบียน": where it is done or seen, for who may; others hear whose it is. */
export const adminWork = interpreter({
  name: 'admin-work',
  async takes(words, request) {
    const { typed } = words;
    if (words.draft || typed.length > MOST_TEXT) return null;
    if (ASKS_MEMBERS.test(typed)) return permits(request, 'console') ? membersCommand : null;
    const name = takenOut(typed);
    const isOut = name !== null && peopleNamed(name, await colleagues(request.context)).length > 0;
    if (!isOut && !isAdminWork(typed)) return null;
    // who has work of their own may tell of it
    const tells = words.read().intent === 'report' && ownLeaves(request).length > 0;
    return tells ? null : consolePageCommand;
  },
  answer: (command, _, request) => runCommand({ command, argument: '' }, request),
});

/** "บอกทุกคนว่าประชุมพรุ่งนี้": an announcement, asked first as ever. */
export const tellsAll = interpreter({
  name: 'tells-all',
  takes: ({ text }, request) => (permits(request, 'announce') ? announcedIn(text) : null),
  answer: (told, _, request) => runCommand({ command: announceCommand, argument: told }, request),
});
