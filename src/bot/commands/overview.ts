/** The managers' lists: what is overdue, what was never reported, one person's activities. */
import { coveredLeaves } from '../../domain/plan.ts';
import { colleagues } from '../../services/broadcast.ts';
import { commandWords } from '../../text/typed.ts';
import { say, show } from '../handled.ts';
import { described, peopleNamed } from '../people.ts';
import { byUrgency, planRows } from '../rows.ts';
import type { Turn } from '../turn.ts';
import type { Action, ActivityRow } from '../types.ts';
import { isPage, paged, pageOf } from './arguments.ts';
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
  const [person, ...others] = peopleNamed(rest, await colleagues(turn.context));
  if (!person) return null;
  if (turn.context.chat.type !== 'user') return say(turn.texts.chat.inPrivate);
  const { chat, words } = turn.texts;
  if (others.length > 0) {
    const options = [person, ...others].slice(0, 10).map((one): Action => {
      const text = words.command.status(one.name);
      return { type: 'tap', label: one.name, say: described(one), tap: { do: 'say', text } };
    });
    return show({
      type: 'card',
      card: {
        kind: 'confirm',
        title: words.button.status,
        question: chat.lists.whose,
        quote: null,
        rows: [],
        caution: null,
        options,
        wide: true,
      },
    });
  }
  const own = new Set(coveredLeaves(turn.context.plan, person.activities).map((leaf) => leaf.code));
  const rows = (await planRows(turn)).filter((row) => own.has(row.code));
  return listed(
    {
      title: chat.lists.of(person.name),
      command: words.command.status(person.name),
      none: chat.lists.noneOf(person.name),
      rows,
    },
    page,
  );
}
