/** The activity a person can only mean where the words name none: asked about, just stored or looked at, or the only one that is due. */
import { findActivity } from '../domain/plan.ts';
import { isFinished } from '../domain/status.ts';
import { mayReport } from '../services/reports.ts';
import { promptedActivity } from '../services/prompts.ts';
import { ownRows } from './activity-rows.ts';
import type { RequestContext } from './request-context.ts';

/** So long after it was shown an activity is still the one that is talked of. */
const TALKED_OF_MS = 30 * 60_000;

/** @returns its code, proposed on a card where it can be changed; null where several are as likely. */
export async function obviousActivity(request: RequestContext): Promise<string | null> {
  const { context } = request;
  const prompted = await promptedActivity(context);
  if (prompted && (await isOpen(prompted, request))) return prompted;
  const last = lastTalkedOf(request);
  if (last && (await isOpen(last, request))) return last;
  // what was left half told is gone on with when it is asked for, not by accident
  const left = new Set(context.conversation.drafts.map((one) => one.activity));
  const month = context.today.slice(0, 7);
  const due = (await ownRows(request)).filter(
    (row) => !isFinished(row.status) && row.due.slice(0, 7) <= month && !left.has(row.code),
  );
  return due.length === 1 ? due[0]!.code : null;
}

/** A photo right after a report belongs to it, finished or not. */
export function lastTalkedOf({ context }: RequestContext): string | null {
  const { lastActivity, touchedAt } = context.conversation;
  const recent = context.now.getTime() - touchedAt.getTime() < TALKED_OF_MS;
  if (!lastActivity || !recent || context.chat.type !== 'user') return null;
  return findActivity(context.plan, lastActivity)?.leaf && mayReport(context, lastActivity)
    ? lastActivity
    : null;
}

async function isOpen(code: string, { context }: RequestContext): Promise<boolean> {
  if (context.chat.type !== 'user' || !findActivity(context.plan, code)?.leaf || !mayReport(context, code))
    return false;
  return !isFinished((await context.state(code)).status);
}
