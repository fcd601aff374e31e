/** Which activity somebody was asked about last, by a reminder, a manager or an assignment; the report dialog takes it where words name none. */
import { findPrompted } from '../db/outbox.ts';
import { codeOfMarked } from '../domain/name-mark.ts';
import type { MemberContext } from './context.ts';

/** After that nobody remembers what was asked. */
const REMEMBERED_MS = 3 * 86_400_000;

/** @returns the activity's code in the current plan; null when nothing of one activity alone was asked lately. */
export async function promptedActivity({
  database,
  office,
  plan,
  member,
  now,
}: MemberContext): Promise<string | null> {
  const since = new Date(now.getTime() - REMEMBERED_MS);
  const about = await findPrompted(database.models, office.id, member.userId, since);
  return about && codeOfMarked(plan, about);
}
