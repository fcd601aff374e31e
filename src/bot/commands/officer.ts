/** The officers' commands: report, my work, undo. */
import { commandWords } from '../../text/typed.ts';
import { latestOwnUpdate, undoReport } from '../../services/reports.ts';
import { moment } from '../../text/format.ts';
import { fromForm } from '../dialogs/report/begin.ts';
import { open } from '../dialogs/report/drive.ts';
import { say, show } from '../handled.ts';
import { ownRows } from '../rows.ts';
import { refOfCode, type Turn } from '../turn.ts';
import { activityOf, isPage, looksLikeCode, paged, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';

const EVERYBODY = ['officer', 'manager', 'admin'] as const;

export const report: Command = {
  name: 'report',
  roles: EVERYBODY,
  words: commandWords.report,
  argument: 'optional',
  inGroups: true,
  accepts: (argument, turn) => looksLikeCode(argument, turn),
  async run(argument, turn) {
    if (argument === '') return begin(null, turn);
    const found = activityOf(argument, turn);
    if (found.ok) return begin(found.activity.code, turn);
    return say(turn.texts.chat.noSuchActivity(argument));
  },
};

async function begin(code: string | null, turn: Turn): Promise<Answer> {
  const begun = await fromForm(code, null, turn);
  if (!begun.ok) return say(begun.why);
  const { said, conversation } = await open(begun.draft, begun.note, turn);
  return { ...said, conversation };
}

export const mine: Command = {
  name: 'mine',
  asks: true,
  roles: EVERYBODY,
  words: commandWords.mine,
  argument: 'optional',
  inGroups: false,
  accepts: isPage,
  async run(argument, turn) {
    const all = await ownRows(turn);
    if (all.length === 0) return say(turn.texts.chat.noWork);
    const { rows, page, pages } = paged(all, pageOf(argument).page);
    return show({ type: 'card', card: { kind: 'work', rows, page, pages, own: true } });
  },
};

export const undo: Command = {
  name: 'undo',
  roles: EVERYBODY,
  words: commandWords.undo,
  argument: 'none',
  inGroups: true,
  async run(_, turn) {
    const latest = await latestOwnUpdate(turn.context);
    return latest ? undoUpdate(latest.id, turn) : say(turn.texts.chat.undo.nothing);
  },
};

/** Takes one update back and says what stands now; also for the receipt's button. */
export async function undoUpdate(id: string, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  const undone = await undoReport(turn.context, id);
  if (!undone.ok) {
    const why = {
      'no-such-update': chat.undo.nothing,
      'not-yours': chat.undo.notYours,
      already: chat.undo.already,
      closed: chat.undo.closed,
    };
    return say(why[undone.reason]);
  }
  const { label } = refOfCode(turn, undone.update.activity);
  return {
    ...say(chat.undo.done(label, moment(undone.update.at, turn.context.language))),
    writes: undone.writes,
  };
}
