/** The one activity whose details somebody may see: named, or the last one talked of, or the first of their own; history and evidence ask. */
import type { Activity } from '../../domain/activity.ts';
import { leavesOf } from '../../domain/plan.ts';
import { mayReport } from '../../services/reports.ts';
import { say } from '../bot-result.ts';
import { ownRows } from '../activity-rows.ts';
import type { RequestContext } from '../request-context.ts';
import { type PagedArgument, leafOf } from './arguments.ts';
import type { Answer } from './command.ts';
import { notFound, severalActivities } from './not-found.ts';

/**
 * Names, words and pictures are for those who work on the activity and for managers, as the privacy notice has it.
 * @param asked what stood behind the command, '' for nothing.
 * @param says the command as it is typed for a code, and the answer to who may not see the activity of that label.
 * @returns the activity, or what to answer instead.
 */
export async function ownLeaf(
  asked: PagedArgument,
  says: { typed: (code: string) => string; notYours: (label: string, group: string | null) => string },
  request: RequestContext,
): Promise<{ ok: true; activity: Activity } | { ok: false; answer: Answer }> {
  const { context, texts } = request;
  const last = context.conversation.lastActivity;
  const rest = asked.rest || (last && mayReport(context, last) ? last : (await ownRows(request))[0]?.code);
  if (!rest) return { ok: false, answer: say(texts.chat.noWork) };
  const found = leafOf(rest, request);
  if (!found.ok) return { ok: false, answer: await notFound(found, { ...asked, rest }, says.typed, request) };
  const { label, leaf, code, ownerGroup } = found.activity;
  if (!leaf) {
    const below = leavesOf(context.plan, code).flatMap((one) =>
      mayReport(context, one.code) ? [one.code] : [],
    );
    const answer =
      below.length > 0
        ? severalActivities(below, says.typed, { ...asked, rest: code }, request)
        : say(says.notYours(label, ownerGroup));
    return { ok: false, answer };
  }
  if (!mayReport(context, code)) return { ok: false, answer: say(says.notYours(label, ownerGroup)) };
  return found;
}
