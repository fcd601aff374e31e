/** What is planned for or due in a stretch of time, or finished: "เดือนนี้มีกิจกรรมอะไร", "อาทิตย์นี้มีอะไรครบกำหนด"; managers see the plan's, officers their own. */
import { findActivity } from '../../domain/plan.ts';
import { isFinished } from '../../domain/status.ts';
import { stretchAsked } from '../../text/questions-of-time.ts';
import { ownLeaves, ownRows, planRows } from '../activity-rows.ts';
import { readLeaveDays } from '../leave-days.ts';
import { permits, type RequestContext } from '../request-context.ts';
import type { ActivityRow } from '../types.ts';
import type { Utterance } from '../utterance.ts';
import { pageOf } from './arguments.ts';
import type { Answer } from './command.ts';
import { listed } from './overview.ts';

interface Stretch {
  /** As it was said: the list's title, and what its page buttons type. */
  said: string;
  page: number;
  /** ISO days; null for what is finished, whenever. */
  days: { from: string; until: string } | null;
}

/** @returns null where no such list is asked for, or none may be seen there. */
export function timeAsked({ typed }: Utterance, request: RequestContext): Stretch | null {
  const { page, rest } = pageOf(typed);
  const asked = stretchAsked(rest);
  if (!asked || (!permits(request, 'summary') && !permits(request, 'mine'))) return null;
  if (asked.finished) return { said: asked.said, page, days: null };
  const found = readLeaveDays(asked.said, request.context.today);
  return found?.until ? { said: asked.said, page, days: { from: found.from, until: found.until } } : null;
}

export async function showForTime({ said, page, days }: Stretch, request: RequestContext): Promise<Answer> {
  const { lists } = request.texts.chat;
  const own = ownLeaves(request).length > 0;
  const all = own || !permits(request, 'summary') ? await ownRows(request) : await planRows(request);
  const rows = all.filter((row) => (days ? isFor(row, days, request) : isFinished(row.status)));
  const title = days ? lists.planned(said) : lists.finished;
  return listed({ title, command: title, none: lists.nothingFor(title), rows }, page);
}

/** Due then, or planned for that month where a whole one is asked about. */
function isFor(
  row: ActivityRow,
  { from, until }: { from: string; until: string },
  request: RequestContext,
): boolean {
  if (row.due >= from && row.due <= until) return true;
  const month = from.slice(0, 7);
  const whole =
    until.slice(0, 7) === month &&
    until.slice(8) >= '28' &&
    (from.endsWith('-01') || from === request.context.today);
  const activity = findActivity(request.context.plan, row.code);
  return whole && !isFinished(row.status) && (activity?.months.includes(month) ?? false);
}
