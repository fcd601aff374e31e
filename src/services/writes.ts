/** Writes that several services need, and the type by which services hand their changes to the unit of work. */
import type { Act } from '../domain/acts.ts';
import type { Conversation } from '../domain/conversation.ts';
import { newId } from '../db/ids.ts';
import type { Database } from '../db/connect.ts';
import { commit, type Write } from '../db/unit-of-work.ts';

export { newId } from '../db/ids.ts';
export type { Write } from '../db/unit-of-work.ts';

/** Stores a conversation as it now is; two events at once cannot both win. */
export function writeConversation(before: Conversation, after: Conversation, now: Date): Write {
  const { id, rev: _, lostDrafts: _1, ...rest } = after;
  const document = { ...rest, rev: before.rev + 1, touchedAt: now };
  if (before.rev === 0) return { to: 'conversations', insert: { _id: id, ...document } };
  return { to: 'conversations', update: { where: { _id: id, rev: before.rev }, change: { $set: document } } };
}

/** What an act is told by: ids, counts and choices. Nothing that somebody typed is among them, as the audit is kept for ever. */
type AboutField =
  | 'activities'
  | 'activity'
  | 'added'
  | 'bot'
  | 'changed'
  | 'day'
  | 'fiscalYear'
  | 'format'
  | 'from'
  | 'group'
  | 'groups'
  | 'half'
  | 'hash'
  | 'id'
  | 'invite'
  | 'member'
  | 'members'
  | 'on'
  | 'operator'
  | 'people'
  | 'period'
  | 'periods'
  | 'person'
  | 'plan'
  | 'removed'
  | 'role'
  | 'roles'
  | 'rows'
  | 'to'
  | 'token'
  | 'topic'
  | 'version'
  | 'way';

/** An administrative act, kept without anybody's words. */
export function writeAudit(
  office: string,
  at: Date,
  by: string,
  act: Act,
  about: Partial<Record<AboutField, unknown>>,
): Write {
  return { to: 'audit', insert: { _id: newId(), office, at, by, act, about } };
}

/** Stores what conflicts with nothing: rows under new ids. @throws when an id is taken all the same. */
export async function storeWrites(database: Database, writes: readonly Write[]): Promise<void> {
  const done = await commit(database, writes);
  if (!done.ok) throw new Error('a new id is taken');
}
