/** The managers' lists: what is overdue, one person's activities. */
import type { Member } from '../../domain/member.ts';
import { colleagues } from '../../services/broadcast.ts';
import { commandWords } from '../../text/command-words.ts';
import { NAME_TITLES } from '../../text/typed.ts';
import { say, show } from '../bot-result.ts';
import { shortenUnits } from '../../text/format.ts';
import { described, peopleNamed, peopleNear } from '../people.ts';
import type { About } from '../confirmations.ts';
import { byUrgency, planRows } from '../activity-rows.ts';
import { mayNamePart, partBehind, partOfPerson, type PlanPart } from '../plan-part.ts';
import { permits, type RequestContext } from '../request-context.ts';
import type { ActivityRow, StandTogether } from '../types.ts';
import { askWhich } from '../which-person.ts';
import { isPage, paged, pageIn, pageOf } from './arguments.ts';
import { reachFor } from './ask-all.ts';
import type { Answer, Command } from './command.ts';

interface List {
  title: string;
  /** What the page buttons type, without the page. */
  command: string;
  /** Said instead of an empty card. */
  none: string;
  rows: ActivityRow[];
  /** Whose work it is can be asked: what that types, and its messages. */
  ask?: { typed: string; messages: number } | null;
  /** A list beside it. */
  also?: { label: string; typed: string } | null;
  /** How all of it stands, of which the rows may be a part. */
  of?: StandTogether | null;
}

export function listed(
  { none, rows, ask = null, also = null, of = null, ...named }: List,
  page: number,
): Answer {
  if (rows.length === 0) return say(none);
  const part = paged(rows.toSorted(byUrgency), page);
  return show({ type: 'card', card: { kind: 'work', ...part, own: false, ...named, ask, also, of } });
}

export const overdueCommand: Command = {
  name: 'overdue',
  asks: true,
  words: commandWords.overdue,
  argument: 'optional',
  accepts: (argument, request) => isPage(argument) || mayNamePart(pageOf(argument).rest, request),
  async run(argument, request) {
    const { lists } = request.texts.chat;
    const { command } = request.texts.words;
    const { page, rest } = pageOf(argument);
    const typed = (name: string): string => command.ofPart(command.overdue, name);
    const named = await partBehind(rest, typed, request);
    if (named && !named.ok) return named.answer;
    const all = (await planRows(request)).filter((row) => row.overdue);
    if (named) return listedOf(named.part, { title: lists.overdue, typed, rows: all }, page, request);
    const ask = all.length > 0 ? await askingOf(null, request) : null;
    return listed(
      { title: lists.overdue, command: command.overdue, none: lists.noOverdue, rows: all, ask },
      page,
    );
  },
};

/** Those of the rows that are of one part of the plan. */
export async function listedOf(
  part: PlanPart,
  { title, typed, rows }: { title: string; typed: (name: string) => string; rows: ActivityRow[] },
  page: number,
  request: RequestContext,
): Promise<Answer> {
  const { titled, nothing } = request.texts.managing.part;
  const here = rows.filter(({ code }) => part.leaves.has(code));
  return listed(
    {
      title: titled(title, part.name),
      command: typed(part.typed),
      none: nothing(part.name, title),
      rows: here,
      ask: part.person && here.length > 0 ? await askingOf(part.person, request) : null,
    },
    page,
  );
}

/** The button that asks this person, or everybody, for what is due; null where nobody is to be asked, or others read along. */
async function askingOf(
  person: Member | null,
  request: RequestContext,
): Promise<NonNullable<List['ask']> | null> {
  if (!permits(request, 'nudge')) return null;
  const { command } = request.texts.words;
  const { present, away } = await reachFor(person && [person], request);
  if (present.length + away.length === 0) return null;
  return { typed: person ? command.nudge(described(person)) : command.askAll, messages: present.length };
}

/** @returns the activities of whom the words name, a choice when several people are meant, null when nobody is. */
export async function workOf(argument: string, request: RequestContext): Promise<Answer | null> {
  const { page, rest } = pageOf(argument);
  const all = await colleagues(request.context);
  const [person, ...others] = peopleNamed(rest, all);
  if (!person) return null;
  if (!permits(request, 'see-person')) return say(request.texts.chat.inPrivate);
  return others.length > 0 ? askWhose(rest, all, request) : workOfPerson(person, all, page, request);
}

export async function isNearSomebody(name: string, request: RequestContext): Promise<boolean> {
  return NAME_TITLES.test(name) || peopleNear(name, await colleagues(request.context)).length > 0;
}

/** Nobody is named so: those whose names are near, else everybody. */
export async function askWhoseInstead(name: string, request: RequestContext): Promise<Answer> {
  const { chat, words } = request.texts;
  if (!permits(request, 'see-person')) return say(chat.inPrivate);
  const all = await colleagues(request.context);
  const near = peopleNear(name, all);
  const question = { title: words.button.status, question: chat.lists.notFound(shortenUnits(name, 40)) };
  return askWhich({ about: 'whose', named: '' }, near.length > 0 ? near : all, question, request);
}

function askWhose(
  named: string,
  all: readonly Member[],
  request: RequestContext,
  page: number | null = null,
): Answer {
  const { chat, words } = request.texts;
  const question = { title: words.button.status, question: chat.lists.whose };
  return askWhich({ about: 'whose', named }, all, question, request, page);
}

/** The manager's word: a member's id, or another page of them. */
export async function showChosenWork(
  { named }: About<'whose'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const all = await colleagues(request.context);
  const page = pageIn(value);
  if (page !== null) return askWhose(named, all, request, page);
  const person = all.find((one) => one.id === value);
  return person ? workOfPerson(person, all, 1, request) : say(request.texts.chat.personGone);
}

export async function workOfPerson(
  person: Member,
  all: readonly Member[],
  page: number,
  request: RequestContext,
): Promise<Answer> {
  const { chat, words } = request.texts;
  const part = partOfPerson(person, all, request);
  const rows = (await planRows(request)).filter(({ code }) => part.leaves.has(code));
  return listed(
    {
      title: chat.lists.of(person.name),
      command: words.command.status(part.typed),
      none: chat.lists.noneOf(person.name),
      rows,
      ask: await askingOf(person, request),
    },
    page,
  );
}
