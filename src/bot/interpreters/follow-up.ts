/** Interpreters of what is said of the list that was just shown: asking its people, more of it, the same of somebody else. */
import { coveredLeaves } from '../../domain/plan.ts';
import { colleagues } from '../../services/broadcast.ts';
import { CHASES_THEM } from '../../text/asides.ts';
import { ALL_OF_LIST, andOf, NEXT_PAGE, OTHER_PEOPLE, OTHER_UNITS } from '../../text/follow-ups.ts';
import { arabicDigits } from '../../text/format.ts';
import { askedOfPart } from '../../text/questions.ts';
import { OF_PART } from '../../text/questions-of-parts.ts';
import { looksLikeCode, pageOf } from '../commands/arguments.ts';
import { askAllFirst, askPart, askSomebody } from '../commands/ask-all.ts';
import type { CommandCall } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { askOwnersFirst } from '../commands/nudge.ts';
import { severalActivities } from '../commands/not-found.ts';
import { BY_SUBJECT } from '../commands/questions.ts';
import { otherParts, partIn } from '../plan-part.ts';
import { mightDo, permits, type RequestContext } from '../request-context.ts';
import { runCommand } from '../run-command.ts';
import { listBefore } from '../shown.ts';
import { interpreter } from './interpreter.ts';

/** "เตือนพวกเขาหน่อย": those on the list, or whose the activity is that was looked at after it; where neither is known, whom. */
export const chasesThem = interpreter({
  name: 'chases-them',
  takes: ({ typed }, request) => (CHASES_THEM.test(typed) && permits(request, 'nudge') ? true : null),
  async answer(_, _words, request) {
    const { context, texts } = request;
    const list = await listBefore(request);
    const last = list?.looked ?? (list ? null : context.conversation.lastActivity);
    if (last !== null) return askOwnersFirst(last, request);
    const all = await colleagues(context);
    const listed = all.filter(({ id }) => list?.members.includes(id));
    if (listed.length > 0) return askAllFirst(listed, request);
    const [only, ...others] = list?.activities ?? [];
    if (only === undefined) return askSomebody(request);
    if (others.length === 0) return askOwnersFirst(only, request);
    const leaves = new Set(coveredLeaves(context.plan, list!.activities).map(({ code }) => code));
    // who has reported on it this month owes nothing: then one is asked about
    return (
      (await askPart(leaves, request)) ??
      severalActivities(list!.activities, texts.words.command.nudge, { page: 1, rest: '' }, request)
    );
  },
});

/** "ขอดูทั้งหมด", "หน้าต่อไป" after a list. */
export const moreOfList = interpreter({
  name: 'more-of-list',
  async takes({ typed, draft, about }, request): Promise<CommandCall | null> {
    if (draft || about || !ALL_OF_LIST.test(typed)) return null;
    const list = await listBefore(request);
    const command = commands.find(({ name }) => name === list?.command);
    if (!list || !command?.asks) return null;
    const { page, rest } = pageOf(list.argument);
    const next = NEXT_PAGE.test(typed)
      ? request.texts.words.command.page(rest, page + 1).trim()
      : list.argument;
    return { command, argument: next, full: true };
  },
  answer: (call, _, request) => runCommand(call, request),
});

/** "แล้วของวิภาล่ะ", "แล้วฝ่ายอื่นล่ะ", "แล้วปัญหาล่ะ": what was asked last, of another part, or something else of the same. */
export const sameOfOther = interpreter({
  name: 'same-of-other',
  async takes({ typed, draft }, request) {
    const other = draft || !mightDo(request, 'summary') ? null : andOf(typed);
    if (other === null) return null;
    const list = await listBefore(request);
    // after one of the list was looked at, that is what is asked of another
    const topic = list?.looked ? null : (list?.command ?? null);
    return askedAgain(other, topic, list?.argument ?? '', request);
  },
  answer: (answer) => answer(),
});

async function askedAgain(
  other: string,
  shownBy: string | null,
  argument: string,
  request: RequestContext,
): Promise<(() => ReturnType<typeof runCommand>) | null> {
  const { command: words } = request.texts.words;
  const topic = shownBy !== null && shownBy in BY_SUBJECT ? (shownBy as keyof typeof BY_SUBJECT) : null;
  const run = (call: CommandCall) => () => runCommand(call, request);
  const status = commands.find(({ name }) => name === 'status')!;
  const typedFor = (name: string): string => (topic ? words.ofPart(words[topic], name) : words.status(name));
  if (OTHER_UNITS.test(other) || OTHER_PEOPLE.test(other)) {
    const people = OTHER_PEOPLE.test(other);
    if (people && !permits(request, 'see-person')) return null;
    return () => otherParts(people, OF_PART.exec(argument)?.[1] ?? argument, typedFor, request);
  }
  if (looksLikeCode(other, request)) {
    const ofOne = topic === 'budget' || topic === 'obstacles' ? BY_SUBJECT[topic] : status;
    return run({ command: ofOne, argument: other });
  }
  const part = /[0-9]/.test(arabicDigits(other)) ? null : await partIn(other, request);
  if (part !== null) {
    const asked = askedOfPart(other.replace(part, ' ')) ?? topic;
    return run(
      asked
        ? { command: BY_SUBJECT[asked], argument: words.ofPart('', part).trim() }
        : { command: status, argument: part },
    );
  }
  const asked = askedOfPart(other);
  if (!asked || shownBy === null) return null;
  const same = OF_PART.test(argument) || looksLikeCode(argument, request) ? argument : '';
  return run({ command: BY_SUBJECT[asked], argument: same });
}
