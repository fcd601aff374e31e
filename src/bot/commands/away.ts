/** Absences: away until a day, with somebody who stands in, and back again. */
import { addDays } from '../../domain/fiscal-year.ts';
import type { Member } from '../../domain/member.ts';
import { setAway } from '../../services/away.ts';
import { colleagues, freeRide } from '../../services/broadcast.ts';
import { shortDate } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { commandWords, VAGUE_DAY } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import type { About } from '../confirmations.ts';
import type { RequestContext } from '../request-context.ts';
import { noSuchDay, readLeave } from '../../understand/answers.ts';
import { askWhich } from '../which-person.ts';
import { pageIn } from './arguments.ts';
import type { Answer, Command } from './command.ts';

/** Longer than any leave. */
const MOST_DAYS = 366;
/** "ฝากด้วยนะคะ" after the day. */
const MOST_REST = 15;

export const away: Command = {
  name: 'away',
  words: commandWords.away,
  argument: 'required',
  // with its dots: "20 มี.ค." is no day without the last one
  raw: true,
  accepts(argument, request) {
    const leave = readLeave(argument, request.context.today);
    // "ลางานกันหลายคน" is an obstacle, "ลาดยางถึง 5 มี.ค." is work: a day stands where the command ends
    if (leave) return leave.rest === '' || (leave.rest.length <= MOST_REST && noDraft(request));
    if (argument.length > 40) return false;
    return VAGUE_DAY.test(argument) || noSuchDay(argument, request.context.today) !== null;
  },
  async run(argument, request) {
    const { context } = request;
    const { away: words } = request.texts.chat;
    const until = readLeave(argument, context.today)?.until;
    if (!until) {
      const never = noSuchDay(argument, context.today);
      return say(never === null ? words.usage : words.noSuchDay(never));
    }
    const day = shortDate(until, context.language);
    if (until < context.today) return say(words.past(day));
    if (until > addDays(context.today, MOST_DAYS)) return say(words.tooFar);
    const others = await standIns(request);
    // on leave from now on, whoever is chosen and whenever
    const writes = [setAway(context, { until, delegate: null })];
    if (others.length === 0) return { ...say(words.set(day)), writes };
    return { ...askWho({ until, named: '' }, others, request), writes };
  },
};

/** Whoever of the others can be reached. */
async function standIns({ context }: RequestContext): Promise<Member[]> {
  const all = await colleagues(context);
  return all.filter((one) => one.id !== context.member.id && one.state === 'active');
}

function askWho(
  { until, named }: { until: string; named: string },
  others: readonly Member[],
  request: RequestContext,
  page: number | null = null,
): Answer {
  const { away: words } = request.texts.chat;
  const question = {
    title: words.title,
    question: words.who(shortDate(until, request.context.language)),
    decline: request.texts.words.button.nobody,
  };
  return askWhich({ about: 'away', until, named }, others, question, request, page);
}

function noDraft({ context }: RequestContext): boolean {
  return context.conversation.drafts.length === 0;
}

/** Who stands in: a member's id, `none` or `no` for nobody, or another page of people. The leave itself is stored already. */
export async function setStandIn(
  { until, named }: About<'away'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { chat } = request.texts;
  const day = shortDate(until, context.language);
  if (context.member.away?.until !== until) return say(chat.away.over);
  if (value === 'none' || value === 'no')
    return { ...say(chat.away.set(day)), writes: [setAway(context, { until, delegate: null })] };
  const page = pageIn(value);
  if (page !== null) return askWho({ until, named }, await standIns(request), request, page);
  const other = (await colleagues(context)).find((one) => one.id === value);
  if (!other || other.id === context.member.id) return say(chat.personGone);
  const told = texts(other.language).chat.away.told(context.member.name, shortDate(until, other.language));
  return {
    ...say(chat.away.setWith(day, other.name)),
    writes: [
      setAway(context, { until, delegate: other.id }),
      freeRide(context, `${context.event}:away:${other.id}`, other, 'delegation', told),
    ],
  };
}

export const comeBack: Command = {
  name: 'return',
  words: commandWords.return,
  argument: 'none',
  async run(_, request) {
    const { away: words } = request.texts.chat;
    if (!request.context.member.away) return say(words.notAway);
    return { ...say(words.back), writes: [setAway(request.context, null)] };
  },
};
