/** What a quoted reply refers to: the activity of the message of ours it quotes. */
import { findQuotedActivity as findInOutbox } from '../db/outbox.ts';
import { codeOfMarked } from '../domain/name-mark.ts';
import type { MemberContext } from './context.ts';

/** @returns the activity's code, or null when the quoted message was about none of this office's current plan. */
export async function readQuotedActivity(
  { database, office, plan }: MemberContext,
  messageId: string,
): Promise<string | null> {
  const about = await findInOutbox(database.models, office.id, messageId);
  return about && codeOfMarked(plan, about);
}
