/** The managers' lists: what is overdue, what was never reported, one person's activities. */
import type { Member } from '../../domain/member.ts';
import { coveredLeaves } from '../../domain/plan.ts';
import { colleagues } from '../../services/broadcast.ts';
import { commandWords } from '../../text/typed.ts';
import { say, show } from '../handled.ts';
import { described, peopleNamed } from '../people.ts';
import type { About } from '../pending.ts';
import { byUrgency, planRows } from '../rows.ts';
import type { Turn } from '../turn.ts';
import type { ActivityRow } from '../types.ts';
import { askWhich } from '../which-person.ts';
import { isPage, paged, pageIn, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';

const MANAGERS = ['manager', 'admin'] as const;

interface List {
  title: string;
  /** What the page buttons type, without the page. */
  command: string;
  /** Said instead of an empty card. */
  none: string;
  rows: ActivityRow[];
}

function listed({ title, command, none, rows }: List, page: number): Answer {
  if (rows.length === 0) return say(none);
  const part = paged(rows.toSorted(byUrgency), page);
  return show({ type: 'card', card: { kind: 'work', ...part, own: false, title, command } });
}

export const overdue: Command = {
  name: 'overdue',
  asks: true,
  roles: MANAGERS,
  words: commandWords.overdue,
  argument: 'optional',
  inGroups: true,
  accepts: isPage,
  async run(argument, turn) {
    const { lists } = turn.texts.chat;
    const rows = (await planRows(turn)).filter((row) => row.overdue);
    const { overdue: command } = turn.texts.words.command;
    return listed({ title: lists.overdue, command, none: lists.noOverdue, rows }, pageOf(argument).page);
  },
};

export const missing: Command = {
  name: 'missing',
  asks: true,
  roles: MANAGERS,
  words: commandWords.missing,
  argument: 'optional',
  inGroups: true,
  accepts: isPage,
  async run(argument, turn) {
    const { lists } = turn.texts.chat;
    const states = await turn.context.states();
    const never = new Set(states.flatMap(({ code, state }) => (state.reportedAt === null ? [code] : [])));
    const rows = (await planRows(turn)).filter((row) => never.has(row.code));
    const { missing: command } = turn.texts.words.command;
    return listed({ title: lists.missing, command, none: lists.noMissing, rows }, pageOf(argument).page);
  },
};

/** @returns the activities of whom the words name, a choice when several people are meant, null when nobody is. */
export async function workOf(argument: string, turn: Turn): Promise<Answer | null> {
  const { page, rest } = pageOf(argument);
  const all = await colleagues(turn.context);
  const [person, ...others] = peopleNamed(rest, all);
  if (!person) return null;
  if (turn.context.chat.type !== 'user') return say(turn.texts.chat.inPrivate);
  return others.length > 0 ? askWhose(rest, all, turn) : workOfPerson(person, all, page, turn);
}

function askWhose(named: string, all: readonly Member[], turn: Turn, page: number | null = null): Answer {
  const { chat, words } = turn.texts;
  const question = { title: words.button.status, question: chat.lists.whose };
  return askWhich({ about: 'whose', named }, all, question, turn, page);
}

/** The manager's word: a member's id, or another page of them. */
export async function whoseChosen({ named }: About<'whose'>, value: string, turn: Turn): Promise<Answer> {
  const all = await colleagues(turn.context);
  const page = pageIn(value);
  if (page !== null) return askWhose(named, all, turn, page);
  const person = all.find((one) => one.id === value);
  return person ? workOfPerson(person, all, 1, turn) : say(turn.texts.chat.personGone);
}

async function workOfPerson(
  person: Member,
  all: readonly Member[],
  page: number,
  turn: Turn,
): Promise<Answer> {
  const { chat, words } = turn.texts;
  const alone = peopleNamed(person.name, all).length === 1;
  const own = new Set(coveredLeaves(turn.context.plan, person.activities).map((leaf) => leaf.code));
  const rows = (await planRows(turn)).filter((row) => own.has(row.code));
  return listed(
    {
      title: chat.lists.of(person.name),
      command: words.command.status(alone ? person.name : described(person)),
      none: chat.lists.noneOf(person.name),
      rows,
    },
    page,
  );
}
