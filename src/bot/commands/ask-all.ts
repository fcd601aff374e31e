/** A manager asks everybody who has not reported what is due, or one of them: what it costs is said first, and nothing goes out that the month has no room for. */
import type { Member } from '../../domain/member.ts';
import {
  type AskedPerson,
  askingPush,
  askingRide,
  noteAsking,
  type Reach,
  findReach,
  readUnreported,
} from '../../services/asking.ts';
import { colleagues } from '../../services/broadcast.ts';
import { calledBriefly, shortDate, shortenUnits } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { planRows } from '../activity-rows.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import { peopleNamed, peopleNear } from '../people.ts';
import { roomFor } from '../quota.ts';
import { permits, type RequestContext } from '../request-context.ts';
import type { ActivityRow, Message } from '../types.ts';
import { cardOfAsked, listNames } from '../asked-cards.ts';
import { askWhich } from '../which-person.ts';
import { pageIn } from './arguments.ts';
import type { Answer } from './command.ts';

/** Asked once a day of each person, by whichever button. */
export const UNREPORTED = 'unreported';

/** @param only whom alone to ask; null for everybody. */
export async function askAllFirst(only: readonly Member[] | null, request: RequestContext): Promise<Answer> {
  const { managing, chat } = request.texts;
  const { present, away, done, blocked } = await reachFor(only, request);
  if (present.length + away.length === 0) return say(whyNobody({ only, done, blocked }, request));
  const activities = countLeaves([...present, ...away]);
  const room = await roomFor(present.length, request);
  const ride = { value: 'ride', label: chat.nudge.ride };
  const sends = present.length > 0 ? [{ value: 'yes', label: chat.nudge.send(present.length) }] : [];
  const { language, today } = request.context;
  const until = (one: Member): string => shortDate(one.away?.until ?? today, language);
  return ask(
    { about: 'ask-all', members: only && only.map(({ id }) => id) },
    {
      title: managing.askAll.title,
      question:
        only?.length === 1
          ? managing.askAll.questionTo(only[0]!.name, activities)
          : managing.askAll.question(present.length + away.length, activities),
      quote: null,
      rows: [
        ...(present.length > 0 ? [{ heading: chat.quota.to, value: listNames(present) }] : []),
        ...(away.length > 0
          ? [
              {
                heading: chat.nudge.onLeave,
                value: away.map(({ to }) => chat.nudge.awayUntil(to.name, until(to))).join(', '),
              },
            ]
          : []),
        ...room.rows,
      ],
      caution: room.enough
        ? away.length > 0
          ? chat.nudge.notPushed
          : null
        : tooFew(room.left ?? 0, present, request),
      options: room.enough ? [...sends, ride] : [ride],
      wide: false,
      again: true,
    },
    request,
  );
}

/** The same question, for whoever wants to see all of it. */
export async function askAllAgain({ members }: About<'ask-all'>, request: RequestContext): Promise<Answer> {
  const only = await onlyOf(members, request);
  return only === undefined ? say(request.texts.chat.personGone) : askAllFirst(only, request);
}

/** @returns those who are asked, null for everybody, undefined where none of them is there any more. */
async function onlyOf(
  members: readonly string[] | null,
  { context }: RequestContext,
): Promise<Member[] | null | undefined> {
  if (members === null) return null;
  const found = (await colleagues(context)).filter(({ id }) => members.includes(id));
  return found.length > 0 ? found : undefined;
}

/** @returns the question for whom the words name, a choice when several people are meant, null when nobody is. */
export async function askPerson(named: string, request: RequestContext): Promise<Answer | null> {
  const [person, ...others] = peopleNamed(named, await colleagues(request.context));
  if (!person) return null;
  return others.length > 0 ? askWhom(named, request) : askAllFirst([person], request);
}

/** The question for whoever owes a report on one of these leaves; null where nobody does. */
export async function askPart(leaves: ReadonlySet<string>, request: RequestContext): Promise<Answer | null> {
  const { owned } = await readUnreported(request.context);
  const owing = owned.filter((one) => one.leaves.some(({ code }) => leaves.has(code)));
  if (owing.length === 0) return null;
  return askAllFirst(
    owing.map(({ owner }) => owner),
    request,
  );
}

/** Nobody is named so: those whose names are near, else everybody. */
export async function askWhomInstead(name: string, request: RequestContext): Promise<Answer> {
  const { managing, chat } = request.texts;
  if (!permits(request, 'nudge')) return say(chat.inPrivate);
  const all = await colleagues(request.context);
  const near = peopleNear(name, all);
  const question = { title: managing.askAll.title, question: chat.lists.notFound(shortenUnits(name, 40)) };
  return askWhich({ about: 'ask-whom', named: '' }, near.length > 0 ? near : all, question, request);
}

/** Whom to ask, where nobody was named. */
export function askSomebody(request: RequestContext): Promise<Answer> {
  return askWhom('', request);
}

async function askWhom(named: string, request: RequestContext, page: number | null = null): Promise<Answer> {
  const { askAll } = request.texts.managing;
  const question = { title: askAll.title, question: askAll.whom };
  return askWhich({ about: 'ask-whom', named }, await colleagues(request.context), question, request, page);
}

/** The manager's word: a member's id, or another page of them. */
export async function askChosen(
  { named }: About<'ask-whom'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const page = pageIn(value);
  if (page !== null) return askWhom(named, request, page);
  const person = (await colleagues(request.context)).find(({ id }) => id === value);
  return person ? askAllFirst([person], request) : say(request.texts.chat.personGone);
}

/** The manager's word on the card: `yes` pushes, `ride` waits for each person's next answer. Who was asked meanwhile is left out, and the month's room is looked at again. */
export async function sendToAll(
  { members }: About<'ask-all'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { chat, managing } = request.texts;
  const only = await onlyOf(members, request);
  if (only === undefined) return say(chat.personGone);
  const { present, away, done, blocked } = await reachFor(only, request);
  if (present.length + away.length === 0) return say(whyNobody({ only, done, blocked }, request));
  const rides = value === 'ride' || present.length === 0 ? [...present, ...away] : away;
  const pushed = rides.length > away.length || present.length === 0 ? [] : present;
  const room = await roomFor(pushed.length, request);
  if (!room.enough) return say(tooFew(room.left ?? 0, pushed, request));
  const rows = await planRows(request);
  const pushes = await Promise.all(pushed.map((one) => pushTo(one, rows, request)));
  const words = ({ to, leaves }: AskedPerson): string =>
    texts(to.language).managing.askAll.asked(context.member.name, leaves.length);
  return {
    ...say(
      [
        ...(pushed.length > 0 ? [chat.nudge.sent(listNames(pushed))] : [chat.nudge.waits(listNames(rides))]),
        ...(pushed.length > 0 && rides.length > 0 ? [managing.askAll.later(listNames(rides))] : []),
      ].join('\n'),
    ),
    writes: [
      noteAsking(context, UNREPORTED, [...pushed, ...rides]),
      ...rides.map((one) => askingRide(context, UNREPORTED, one.to, words(one))),
    ],
    pushes,
  };
}

async function pushTo({ to, leaves }: AskedPerson, all: readonly ActivityRow[], request: RequestContext) {
  const { context } = request;
  const { managing, chat } = texts(to.language);
  const by = context.member.name;
  const [only, ...others] = leaves;
  const text =
    only && others.length === 0
      ? chat.nudge.asked(by, calledBriefly(only))
      : managing.askAll.asked(by, leaves.length);
  const messages: Message[] = [
    { type: 'text', text },
    await cardOfAsked(leaves, managing.askAll.askedTitle, all, request),
  ];
  return { ...askingPush(context, UNREPORTED, to), reply: { language: to.language, messages } };
}

/** Whom asking these people, or everybody, reaches today. */
export async function reachFor(only: readonly Member[] | null, request: RequestContext): Promise<Reach> {
  const { owned } = await readUnreported(request.context);
  const wanted = only ? owned.filter(({ owner }) => only.some(({ id }) => id === owner.id)) : owned;
  return findReach(request.context, wanted, UNREPORTED);
}

function whyNobody(
  { only, done, blocked }: Pick<Reach, 'done' | 'blocked'> & { only: readonly Member[] | null },
  { context, texts: { managing } }: RequestContext,
): string {
  const { askAll } = managing;
  if (done.length > 0) return askAll.doneToday(listNames(done));
  const [person, ...others] = only ?? [];
  if (!person || others.length > 0) return askAll.nobodyLeft;
  if (person.id === context.member.id && person.activities.length > 0) return askAll.yourself;
  return blocked.length > 0 ? askAll.cannotReach(person.name) : askAll.nothingOf(person.name);
}

function tooFew(
  left: number,
  people: readonly AskedPerson[],
  { texts: { managing, chat, words } }: RequestContext,
) {
  const [first] = people;
  return managing.askAll.tooFew(
    left,
    people.length,
    chat.nudge.ride,
    words.command.nudge(first?.to.name ?? ''),
  );
}

function countLeaves(asked: readonly AskedPerson[]): number {
  return new Set(asked.flatMap(({ leaves }) => leaves.map(({ code }) => code))).size;
}
