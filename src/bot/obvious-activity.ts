/** The activity a person can only mean where the words name none: asked about, just stored or looked at, or the only one that is due. */
import { findActivity } from '../domain/plan.ts';
import { isFinished } from '../domain/status.ts';
import { mayReport } from '../services/reports.ts';
import { promptedActivity } from '../services/prompts.ts';
import type { Reading } from '../understand/types.ts';
import { ownRows } from './activity-rows.ts';
import type { RequestContext } from './request-context.ts';

/** So long after it was shown an activity is still the one that is talked of. */
const TALKED_OF_MS = 30 * 60_000;

/** @returns the activity a reading without one can only mean: the one its words fit, else where they name none the obvious one. */
export async function obviousFor(
  read: Reading,
  candidates: readonly string[],
  request: RequestContext,
): Promise<string | null> {
  const [only, ...others] = candidates;
  if (only !== undefined)
    return others.length === 0 && findActivity(request.context.plan, only)?.leaf ? only : null;
  const names = Boolean(read.because.activity?.[0]?.text.trim());
  return names ? null : obviousActivity(request, read.fields.status === null);
}

/**
 * @param adds whether figures or words are told without a status: then it may be what was just finished.
 * @returns its code, proposed on a card where it can be changed; null where several are as likely.
 */
async function obviousActivity(request: RequestContext, adds: boolean): Promise<string | null> {
  const { context } = request;
  const prompted = await promptedActivity(context);
  const last = lastTalkedOf(request);
  const lastFits = last !== null && (adds || (await isOpen(last, request)));
  // what is being talked of counts more than what was asked before that
  if (lastFits && (!prompted || context.conversation.talkedAt! > prompted.at)) return last;
  if (prompted && (await isOpen(prompted.code, request))) return prompted.code;
  if (lastFits) return last;
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
  const { lastActivity, talkedAt } = context.conversation;
  const recent = talkedAt !== null && context.now.getTime() - talkedAt.getTime() < TALKED_OF_MS;
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
