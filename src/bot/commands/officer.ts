/** The officers' commands: report, my work, history, undo. */
import { dayInBangkok, dueDay } from '../../domain/fiscal-year.ts';
import { holds, isLate } from '../../domain/period.ts';
import { commandWords } from '../../text/typed.ts';
import { closingsOf, findUpdates, latestOwnUpdate, undoReport } from '../../services/reports.ts';
import { moment } from '../../text/format.ts';
import { fromForm } from '../dialogs/report/begin.ts';
import { open } from '../dialogs/report/drive.ts';
import { say, show } from '../handled.ts';
import { ownRows } from '../rows.ts';
import { refOf, refOfCode, type Turn } from '../turn.ts';
import { activityOf, isPage, leafOf, looksLikeCode, namesActivity, paged, pageOf } from './arguments.ts';
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

export const historyCommand: Command = {
  name: 'history',
  roles: EVERYBODY,
  words: commandWords.history,
  argument: 'optional',
  inGroups: false,
  accepts: (argument, turn) => isPage(argument) || namesActivity(pageOf(argument).rest, turn),
  async run(argument, turn) {
    const { context, texts } = turn;
    const { page, rest } = pageOf(argument);
    const words = rest || context.conversation.lastActivity || (await ownRows(turn))[0]?.code;
    if (!words) return say(texts.chat.noWork);
    const found = leafOf(words, turn);
    if (!found.ok) return say(texts.chat.noSuchActivity(words));
    const { activity } = found;
    if (!activity.leaf) return say(texts.chat.branchNeedsLeaf(activity.label));
    const closings = await closingsOf(context);
    const due = dueDay(activity.months, context.plan.period.end);
    const { fiscalYear } = context.plan;
    const updates = (await findUpdates(context, activity.code)).toReversed();
    const entries = updates.map((update) => ({
      update: update.id,
      at: update.at,
      by: update.by.name,
      said: update.said,
      voided: update.voided !== null,
      withdrawn: update.withdrawn,
      late: isLate(fiscalYear, due, dayInBangkok(update.at), update, closings),
      mayUndo:
        update.voided === null &&
        update.by.member === context.member.id &&
        !closings.some((closing) => holds(closing, update)),
    }));
    const part = paged(entries, page, 5);
    const card = {
      kind: 'history',
      activity: refOf(activity),
      entries: part.rows,
      page: part.page,
      pages: part.pages,
    } as const;
    return {
      ...show({ type: 'card', card, about: activity.code }),
      conversation: { lastActivity: activity.code },
    };
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
