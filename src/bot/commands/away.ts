/** Absences: away on some days, with somebody who stands in, and back again. */
import { addDays } from '../../domain/fiscal-year.ts';
import type { Member } from '../../domain/member.ts';
import { isAway } from '../../domain/stand-in.ts';
import { setAway } from '../../services/away.ts';
import { colleagues, freeRide } from '../../services/broadcast.ts';
import { shortDate } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { FROM_DAY, UNTIL_DAY, VAGUE_DAY } from '../../text/typed-days.ts';
import { say } from '../bot-result.ts';
import type { About } from '../confirmations.ts';
import type { RequestContext } from '../request-context.ts';
import { readLeaveDays } from '../leave-days.ts';
import { noSuchDay } from '../../understand/answers.ts';
import { askWhich } from '../which-person.ts';
import { pageIn } from './arguments.ts';
import type { Answer, Command } from './command.ts';

/** Longer than any leave. */
const MOST_DAYS = 366;
/** "ฝากด้วยนะคะ" after the day. */
const MOST_REST = 15;

export const awayCommand: Command = {
  name: 'away',
  words: commandWords.away,
  argument: 'required',
  // with its dots: "20 มี.ค." is no day without the last one
  raw: true,
  accepts(argument, request) {
    const { today } = request.context;
    const leave = readLeaveDays(argument, today);
    // "ลางานกันหลายคน" is an obstacle, "ลาดยางถึง 5 มี.ค." is work: a day stands where the command ends
    if (leave) return leave.rest === '' || (leave.rest.length <= MOST_REST && noDraft(request));
    if (argument.length > 40) return false;
    const days = argument.replace(FROM_DAY, '').replace(UNTIL_DAY, '');
    return days === '' || VAGUE_DAY.test(days) || noSuchDay(days, today) !== null;
  },
  async run(argument, request) {
    const { context } = request;
    const { away: words } = request.texts.chat;
    const leave = readLeaveDays(argument, context.today);
    if (!leave?.until) {
      const never = noSuchDay(argument.replace(FROM_DAY, '').replace(UNTIL_DAY, ''), context.today);
      return say(never === null ? words.usage : words.noSuchDay(never));
    }
    const { from, until } = leave;
    if (until < context.today) return say(words.past(shortDate(until, context.language)));
    if (until < from) return say(words.backwards);
    if (until > addDays(context.today, MOST_DAYS)) return say(words.tooFar);
    const others = await standIns(request);
    // it holds whoever is chosen and whenever
    const writes = [setAway(context, { from, until, delegate: null })];
    const days = daysOf({ from, until }, request);
    if (others.length === 0) return { ...say(words.set(days)), writes };
    return { ...askWho({ from, until, named: '' }, others, request), writes };
  },
};

type Days = Pick<About<'away'>, 'from' | 'until'>;

/** "ถึง 20 มี.ค. 64" of a leave that has begun, else both days, once where they are one. */
export function daysOf(
  { from, until }: Days,
  { context, texts: { chat } }: RequestContext,
  of?: Member,
): string {
  const { language } = of ?? context;
  const { days } = of ? texts(of.language).chat.away : chat.away;
  const begun = from === undefined || from <= context.today;
  const first = until === context.today ? until : begun ? null : from;
  return days(first === null ? null : shortDate(first, language), shortDate(until, language));
}

/** Whoever of the others can be reached. */
async function standIns({ context }: RequestContext): Promise<Member[]> {
  const all = await colleagues(context);
  const others = all.filter((one) => one.id !== context.member.id && one.state === 'active');
  // colleagues before those who direct them
  const rank = ({ roles }: Member): number => (roles.includes('manager') ? 1 : 0);
  return others.toSorted((a, b) => rank(a) - rank(b));
}

function askWho(
  { from, until, named }: Days & { named: string },
  others: readonly Member[],
  request: RequestContext,
  page: number | null = null,
): Answer {
  const { away: words } = request.texts.chat;
  const question = {
    title: words.title,
    question: words.who(daysOf({ from, until }, request)),
    decline: request.texts.words.button.nobody,
  };
  return askWhich({ about: 'away', from, until, named }, others, question, request, page);
}

function noDraft({ context }: RequestContext): boolean {
  return context.conversation.drafts.length === 0;
}

/** Who stands in: a member's id, `none` or `no` for nobody, or another page of people. The leave itself is stored already. */
export async function setStandIn(
  { from, until, named }: About<'away'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { chat } = request.texts;
  const { away: stored } = context.member;
  if (stored?.until !== until || stored.from !== from) return say(chat.away.over);
  const days = daysOf({ from, until }, request);
  const leave = { ...(from !== undefined && { from }), until };
  if (value === 'none' || value === 'no')
    return { ...say(chat.away.set(days)), writes: [setAway(context, { ...leave, delegate: null })] };
  const page = pageIn(value);
  if (page !== null) return askWho({ from, until, named }, await standIns(request), request, page);
  const other = (await colleagues(context)).find((one) => one.id === value);
  if (!other || other.id === context.member.id) return say(chat.personGone);
  const told = texts(other.language).chat.away.told(context.member.name, daysOf(leave, request, other));
  return {
    ...say(chat.away.setWith(days, other.name)),
    writes: [
      setAway(context, { ...leave, delegate: other.id }),
      freeRide(context, `${context.event}:away:${other.id}`, other, 'delegation', told),
    ],
  };
}

export const comeBackCommand: Command = {
  name: 'return',
  words: commandWords.return,
  argument: 'none',
  async run(_, request) {
    const { away: words } = request.texts.chat;
    const { context } = request;
    const { away: leave } = context.member;
    if (!leave || leave.until < context.today) return say(words.notAway);
    const said = isAway(context.member, context.today) ? words.back : words.cancelled(daysOf(leave, request));
    return { ...say(said), writes: [setAway(context, null)] };
  },
};
