/** What a quoted reply refers to: the activity of the message of ours it quotes. */
import { findQuotedActivity as findInOutbox } from '../db/outbox.ts';
import type { MemberContext } from './context.ts';

/** @returns the activity's code, or null when the quoted message was about none of this office's. */
export function findQuotedActivity(
  { database, office }: MemberContext,
  messageId: string,
): Promise<string | null> {
  return findInOutbox(database.models, office.id, messageId);
}
