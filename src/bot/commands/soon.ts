/** ใกล้ครบกำหนด: what is due within a month, with the days that are left; งานเร่งด่วน: what is past its day on top of it. Managers see the plan's, officers their own. */
import { daysBetween } from '../../domain/fiscal-year.ts';
import { NEAR_DAYS, nearDue } from '../../domain/near-due.ts';
import { askingWords } from '../../text/asking-words.ts';
import { OF_MINE } from '../../text/questions-of-parts.ts';
import { say } from '../bot-result.ts';
import { ownRows, planRows } from '../activity-rows.ts';
import { mayNamePart, partBehind } from '../plan-part.ts';
import { permits, type RequestContext } from '../request-context.ts';
import type { ActivityRow } from '../types.ts';
import { isPage, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { listed, listedOf } from './overview.ts';

type Name = 'soon' | 'urgent';

export const soonCommand = dueCommand('soon');
export const urgentCommand = dueCommand('urgent');

function dueCommand(name: Name): Command {
  return {
    name,
    asks: true,
    words: askingWords[name],
    argument: 'optional',
    accepts: (argument, request) => {
      const { rest } = pageOf(argument);
      return isPage(argument) || OF_MINE.test(rest) || mayNamePart(rest, request);
    },
    run: (argument, request) => showDue(name, argument, request),
  };
}

async function showDue(name: Name, argument: string, request: RequestContext): Promise<Answer> {
  const { context, texts } = request;
  const { command } = texts.words;
  const { page, rest } = pageOf(argument);
  const ofAll = permits(request, 'summary') && !OF_MINE.test(rest);
  if (!ofAll && !permits(request, 'mine')) return say(texts.chat.inPrivate);
  const typed = (part: string): string => command.ofPart(command[name], part);
  const named = ofAll ? await partBehind(rest, typed, request) : null;
  if (named && !named.ok) return named.answer;
  const { past, near, next } = nearDue(
    ofAll ? await planRows(request) : await ownRows(request),
    context.today,
  );
  const withDays = (row: ActivityRow): ActivityRow => ({
    ...row,
    daysLeft: daysBetween(context.today, row.due),
  });
  const rows = [...(name === 'urgent' ? past : []), ...near].map(withDays);
  const { lists } = texts.chat;
  const title = lists[name];
  if (named) return listedOf(named.part, { title, typed, rows }, page, request);
  const mine = !ofAll && permits(request, 'summary');
  const shown = {
    title,
    command: `${command[name]}${mine ? command.ofMine : ''}`,
    none: [lists.nothingSoon(NEAR_DAYS), ...(past.length > 0 ? [lists.pastToo(past.length)] : [])].join(' '),
    rows,
    // those past their day are a list of their own, and the more pressing one
    also:
      name === 'soon' && past.length > 0
        ? { label: lists.pastDue(past.length), typed: command.urgent }
        : null,
  };
  if (rows.length > 0 || next.length === 0) return listed(shown, page);
  const after = listed({ ...shown, title: lists.next, rows: next.map(withDays) }, page);
  return { ...after, messages: [...say(shown.none).messages, ...after.messages] };
}
