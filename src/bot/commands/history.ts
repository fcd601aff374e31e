/** The command that shows what was reported on an activity: who, when, what it changed, what was taken back. */
import { FIELD_NAMES, type Fields, NO_FIELDS } from '../../domain/activity.ts';
import { dayInBangkok, dueDay } from '../../domain/fiscal-year.ts';
import { holds, isLate } from '../../domain/period.ts';
import { foldUpdates, type Update } from '../../domain/update.ts';
import { readUpdates, latestOwnUpdate } from '../../services/reports.ts';
import { commandWords } from '../../text/command-words.ts';
import { show } from '../bot-result.ts';
import { withExpected } from '../expected-day.ts';
import { permits, refOfCode, type RequestContext } from '../request-context.ts';
import type { ActivityRef } from '../types.ts';
import { isPage, looksLikeCode, namesActivity, paged, pageOf } from './arguments.ts';
import type { Command } from './command.ts';
import { ownLeaf } from './own-leaf.ts';

const ENTRIES_A_PAGE = 5;

export const historyCommand: Command = {
  name: 'history',
  asks: true,
  words: commandWords.history,
  argument: 'optional',
  // "ประวัติศาสตร์ท้องถิ่น" is an activity: a name stands apart from the command
  accepts: (argument, request, apart) =>
    isPage(argument) ||
    (apart ? namesActivity(pageOf(argument).rest, request) : looksLikeCode(pageOf(argument).rest, request)),
  async run(argument, request) {
    const { context, texts } = request;
    const given = pageOf(argument);
    const asked = given.rest === '' ? { ...given, rest: await lastReported(request) } : given;
    const says = { typed: texts.words.command.history, notYours: texts.chat.historyNotYours };
    const found = await ownLeaf(asked, says, request);
    if (!found.ok) return found.answer;
    const { activity } = found;
    const closings = await context.closings();
    const due = dueDay(activity.months, context.plan.period.end);
    const { fiscalYear } = context.plan;
    const updates = await readUpdates(context, activity.code);
    const entries = updates.map((update, at) => ({
      update: update.id,
      at: update.at,
      by: update.by.name,
      said: update.said,
      ...expectedIn(update, request),
      before: changedFrom(updates.slice(0, at), update),
      voided: update.voided !== null,
      voidedBy: update.voided?.by.name ?? null,
      withdrawn: update.withdrawn,
      late: isLate(fiscalYear, due, dayInBangkok(update.at), update, closings),
      mayUndo:
        update.voided === null &&
        update.by.member === context.member.id &&
        !closings.some((closing) => holds(closing, update)),
    }));
    const part = paged(entries.toReversed(), asked.page, ENTRIES_A_PAGE);
    const card = {
      kind: 'history',
      activity: refOfCode(request, activity.code),
      evidence: (await context.state(activity.code)).evidence.length,
      entries: part.rows,
      total: part.total,
      page: part.page,
      pages: part.pages,
    } as const;
    return {
      ...show({ type: 'card', card, about: activity.code }),
      outcome: { kind: 'shows', activity: activity.code },
    };
  },
};

/** Where none is named: what was talked of last, if this person may see it and there is a report on it, else this person's own last one. @returns '' for none. */
async function lastReported(request: RequestContext): Promise<string> {
  const { context } = request;
  const last = context.conversation.lastActivity;
  if (last && permits(request, 'history', last) && (await context.state(last)).seq > 0) return last;
  return (await latestOwnUpdate(context))?.activity ?? '';
}

/** Of a day that lay ahead when it was reported. */
function expectedIn({ activity, said, at }: Update, request: RequestContext): Pick<ActivityRef, 'expected'> {
  const { expected } = withExpected(refOfCode(request, activity), said, dayInBangkok(at));
  return expected ? { expected } : {};
}

/** What stood before, of the fields this update changed: reports taken back before it are left out. */
function changedFrom(earlier: readonly Update[], { at, said }: Update): Fields {
  const before = foldUpdates(earlier, at);
  const changed = FIELD_NAMES.filter(
    (name) => said[name] !== null && before[name] !== null && !same(said[name], before[name]),
  );
  return { ...NO_FIELDS, ...Object.fromEntries(changed.map((name) => [name, before[name]])) };
}

function same(a: Fields[keyof Fields], b: Fields[keyof Fields]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
