/** What is planned for or due in a stretch of time, or finished: "ไตรมาส 2 เป็นไง", "งานเดือนมีนาคม", "อาทิตย์นี้มีอะไรครบกำหนด"; managers see the plan's or a part of it, officers their own. */
import { type Money, moneyByNode } from '../../domain/budget.ts';
import { findActivity } from '../../domain/plan.ts';
import { isPlannedIn, monthsMeant, quarterOf } from '../../domain/plan-months.ts';
import { isFinished } from '../../domain/status.ts';
import { askingWords } from '../../text/asking-words.ts';
import { OF_MINE } from '../../text/questions-of-parts.ts';
import {
  STRETCH_AND_PART,
  stretchAsked,
  type StretchAsked,
  stretchTyped,
} from '../../text/questions-of-time.ts';
import { longMonth, shortMonth } from '../../text/format.ts';
import { ownRows, planRows } from '../activity-rows.ts';
import { readLeaveDays } from '../leave-days.ts';
import { say } from '../bot-result.ts';
import { mayNamePart, partIn, partOrChoice } from '../plan-part.ts';
import { permits, type RequestContext } from '../request-context.ts';
import type { ActivityRow } from '../types.ts';
import { pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { listed } from './overview.ts';

/** What follows is a stretch, and whose; of a question all of its words. Alone it is that of this month. */
export const plannedCommand: Command = {
  name: 'planned',
  asks: true,
  words: askingWords.planned,
  argument: 'optional',
  accepts: (argument, request) => typedIn(pageOf(argument).rest, request) !== null,
  run(argument, request) {
    const { page, rest } = pageOf(argument);
    const { thisMonth } = request.texts.chat.lists;
    return showPlanned(typedIn(rest, request) ?? stretchAsked(rest) ?? ofThisMonth(thisMonth), page, request);
  },
};

function typedIn(argument: string, request: RequestContext): StretchAsked | null {
  const [, stretch, whose] = STRETCH_AND_PART.exec(argument) ?? [null, argument, ''];
  const asked = stretchTyped(stretch!);
  return asked && (whose === '' || OF_MINE.test(whose!) || mayNamePart(whose!, request))
    ? { ...asked, rest: whose! }
    : null;
}

function ofThisMonth(said: string): StretchAsked {
  return { said, named: { of: 'month-from-now', shift: 0 }, which: 'all', rest: '' };
}

interface Stretch {
  /** For the list's title, and as it is typed. */
  called: string;
  typed: string;
  isFor: (row: ActivityRow) => boolean;
}

async function showPlanned(asked: StretchAsked, page: number, request: RequestContext): Promise<Answer> {
  const { lists, inPrivate } = request.texts.chat;
  const { command } = request.texts.words;
  const ofAll = permits(request, 'summary') && !OF_MINE.test(asked.rest);
  if (!ofAll && !permits(request, 'mine')) return say(inPrivate);
  const stretch = stretchOf(asked, request);
  const called = lists.planned[asked.which];
  const typed = command.planned[asked.which](stretch.typed);
  const typedFor = (name: string): string => command.ofPart(typed, name);
  const name = ofAll ? await partIn(asked.rest, request) : null;
  const named = name === null ? null : await partOrChoice(name, typedFor, request);
  if (named && !named.ok) return named.answer;
  const part = named && named.part;
  const rows = (ofAll ? await planRows(request) : await ownRows(request)).filter(
    (row) => stretch.isFor(row) && (part?.leaves.has(row.code) ?? true),
  );
  // its months have no room beside a name
  const title = part
    ? request.texts.managing.part.titled(called(stretch.typed), part.name)
    : called(stretch.called);
  const mine = !ofAll && permits(request, 'summary');
  return listed(
    {
      title,
      command: part ? typedFor(part.typed) : `${typed}${mine ? command.ofMine : ''}`,
      none: lists.nothingFor(title),
      rows: rows.filter(
        ({ status }) => asked.which === 'all' || isFinished(status) === (asked.which === 'done'),
      ),
      of:
        asked.named === null
          ? null
          : {
              completed: rows.filter(({ status }) => status === 'completed').length,
              total: rows.length,
              ...(await moneyOf(rows, request)),
            },
    },
    page,
  );
}

async function moneyOf(
  rows: readonly ActivityRow[],
  { context }: RequestContext,
): Promise<Pick<Money, 'budget' | 'spent'>> {
  const here = new Map(rows.map(({ code, spent }) => [code, spent]));
  const money = moneyByNode(
    await context.states(),
    (leaf) => here.get(leaf) ?? null,
    (leaf) => here.has(leaf),
  );
  const { budget = 0, spent = 0 } = money.get(null) ?? {};
  return { budget, spent };
}

function stretchOf({ said, named }: StretchAsked, request: RequestContext): Stretch {
  const { plan, today } = request.context;
  if (named) {
    const months = monthsMeant(named, plan, today);
    return {
      ...calledBy(months, said, named.of === 'month-from-now', request),
      isFor: (row) => isPlannedIn(months, findActivity(plan, row.code)!, plan.period.end),
    };
  }
  const { from, until = null } = (said === '' ? null : readLeaveDays(said, today)) ?? { from: today };
  return {
    called: said,
    typed: said,
    isFor: ({ due }) => said === '' || (until !== null && due >= from && due <= until),
  };
}

/** With its year, as it would be typed in any other month. */
function calledBy(
  months: readonly string[],
  said: string,
  fromNow: boolean,
  { context: { language }, texts }: RequestContext,
): { called: string; typed: string } {
  const { lists } = texts.chat;
  if (fromNow) return { called: said, typed: said };
  const [first, last] = [months[0]!, months.at(-1)!];
  const end = shortMonth(last, language);
  const year = /\s\d+$/.exec(end)![0];
  // of one year, which stands behind both
  const begin = shortMonth(first, language).replace(year, '');
  const quarter = quarterOf(months);
  if (quarter)
    return {
      called: lists.quarterOf(quarter.number, begin, end),
      typed: lists.quarter(quarter.number, quarter.fiscalYear),
    };
  const typed = first === last ? lists.month(longMonth(first, language)) : lists.months(begin, end);
  return { called: typed, typed };
}
