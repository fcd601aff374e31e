/** A manager gives an activity to a member, alone or beside those who have it; everybody concerned is told. */
import type { Member } from '../../domain/member.ts';
import { childrenOf, covers, findActivity } from '../../domain/plan.ts';
import { isAway } from '../../domain/stand-in.ts';
import { assignActivity, ownersOf } from '../../services/assign.ts';
import { colleagues, freeRide } from '../../services/broadcast.ts';
import { byDay } from '../../services/reminders-settings.ts';
import { calledBriefly, shortDate } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { ASSIGN_TO } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import { peopleNamed } from '../people.ts';
import { type About, ask } from '../confirmations.ts';
import { roomFor } from '../quota.ts';
import { mightDo, type RequestContext } from '../request-context.ts';
import { askWhich } from '../which-person.ts';
import { activityOf, isPage, looksLikeCode, namesActivity, pageIn, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { findNamesOnCard, statusCard } from '../status-card.ts';
import { goneFromPlan, notFound, severalActivities } from './not-found.ts';

export const assignCommand: Command = {
  name: 'assign',
  words: commandWords.assign,
  argument: 'required',
  accepts(argument, request, apart) {
    if (isPage(argument)) return true;
    const activity = pageOf(parts(argument).activity).rest;
    return mightDo(request, 'assign') && apart
      ? namesActivity(activity, request)
      : looksLikeCode(activity, request);
  },
  async run(argument, request) {
    const { words } = request.texts;
    const { activity, name } = parts(argument);
    const asked = pageOf(activity);
    if (asked.rest === '') {
      const tops = childrenOf(request.context.plan, null).map(({ code }) => code);
      return severalActivities(tops, words.command.assign, asked, request);
    }
    const found = activityOf(asked.rest, request);
    if (found.ok) return chooseMember(found.activity.code, name, request);
    return notFound(found, asked, words.command.assign, request);
  },
};

function parts(argument: string): { activity: string; name: string | null } {
  const found = ASSIGN_TO.exec(argument);
  return found
    ? { activity: found[1]!.trim(), name: found[2]!.trim() }
    : { activity: argument.trim(), name: null };
}

/** Goes on when one person is meant, else shows whom it can be. */
async function chooseMember(code: string, name: string | null, request: RequestContext): Promise<Answer> {
  const { assign: words } = request.texts.chat;
  const all = await colleagues(request.context);
  const [only, ...others] = name === null ? [] : peopleNamed(name, all);
  if (only && others.length === 0) return askFirst(code, only, all, request);
  const { label } = findActivity(request.context.plan, code)!;
  const question = name !== null && !only ? words.notFound(name) : words.who(label);
  return askWhom({ code, named: only ? name! : '', question }, all, request);
}

function askWhom(
  { code, named, question }: { code: string; named: string; question: string },
  all: readonly Member[],
  request: RequestContext,
  page: number | null = null,
): Answer {
  const { title } = request.texts.chat.assign;
  return askWhich(
    { about: 'assign', activity: code, member: null, named },
    all,
    { title, question },
    request,
    page,
  );
}

async function askFirst(
  code: string,
  to: Member,
  all: readonly Member[],
  request: RequestContext,
): Promise<Answer> {
  const { assign: words, quota } = request.texts.chat;
  const { label } = findActivity(request.context.plan, code)!;
  if (covers(to.activities, code)) return say(words.already(label, to.name));
  const owners = ownersOf(code, all).filter((one) => one.id !== to.id);
  const names = owners.map((one) => one.name).join(', ');
  const room = await roomFor(isTold(to, request) ? 1 : 0, request);
  return ask(
    { about: 'assign', activity: code, member: to.id, named: '' },
    {
      title: words.title,
      question: words.question(label, to.name),
      quote: null,
      rows: [...(owners.length > 0 ? [{ heading: words.now, value: names }] : []), ...room.rows],
      caution: room.enough ? null : quota.tight,
      options:
        owners.length > 0
          ? [
              { value: 'hand-over', label: words.handOver },
              { value: 'add', label: words.add },
            ]
          : [{ value: 'add', label: words.yes }],
      wide: false,
    },
    request,
  );
}

/** Not oneself, nor who cannot be reached. */
function canBeTold(to: Member, { context }: RequestContext): boolean {
  return to.id !== context.member.id && to.state === 'active';
}

/** By a push: who is on leave reads it with the next answer. */
function isTold(to: Member, request: RequestContext): boolean {
  return canBeTold(to, request) && !isAway(to, request.context.today);
}

/** The manager's word: a member's id, or another page of them, while one is to be chosen; then `add` or `hand-over`. */
export async function giveActivity(
  { activity: code, member, named }: About<'assign'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { chat } = request.texts;
  const all = await colleagues(context);
  const to = all.find((one) => one.id === (member ?? value));
  const activity = findActivity(context.plan, code);
  if (!activity) return goneFromPlan(code, request.texts.words.command.assign, request);
  const page = member === null ? pageIn(value) : null;
  if (page !== null)
    return askWhom({ code, named, question: chat.assign.who(activity.label) }, all, request, page);
  if (!to) return say(chat.personGone);
  if (member === null) return askFirst(code, to, all, request);
  const others = ownersOf(code, all).filter((one) => one.id !== to.id);
  // a typed "ตกลง" does not say which of the two
  if (value === 'yes' && others.length > 0) return askFirst(code, to, all, request);
  const from = value === 'hand-over' ? others : [];
  const by = context.member.name;
  const told = from
    .filter((one) => one.id !== context.member.id)
    .map((one) => {
      const text = texts(one.language).chat.assign.taken(by, calledBriefly(activity), to.name);
      return freeRide(context, `${context.event}:assign:${one.id}`, one, 'assignment', text, [to.id]);
    });
  const given = texts(to.language).chat.assign.given(by, calledBriefly(activity));
  const card = activity.leaf
    ? [
        {
          type: 'card' as const,
          card: { ...(await statusCard(code, request)), mayReport: true, manage: null },
          about: code,
        },
      ]
    : [];
  const rests = to.away !== null && canBeTold(to, request) && !isTold(to, request);
  const later = rests ? [freeRide(context, `${context.event}:assign:${to.id}`, to, 'assignment', given)] : [];
  const day = shortDate(to.away?.until ?? context.today, context.language);
  return {
    ...say(
      rests
        ? chat.assign.doneAway(activity.label, to.name, day)
        : chat.assign.done(activity.label, to.name, told.length > 0 || isTold(to, request)),
    ),
    writes: [...assignActivity(context, code, to, from), ...told, ...later],
    pushes: isTold(to, request)
      ? [
          {
            key: `${context.event}:assign:${to.id}`,
            to: to.userId,
            office: context.office.id,
            purpose: 'assignment',
            cost: 1,
            ...byDay(context.office, context.now),
            names: await findNamesOnCard(code, request),
            reply: { language: to.language, messages: [{ type: 'text', text: given }, ...card] },
          },
        ]
      : [],
  };
}
