/** All there is about one person: who it is, and a copy of their data to hand out; export-person and erase-person call it. */
import type { CollectionName } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { type MemberDocument, memberFrom } from '../db/members.ts';
import { unpackMessages } from '../db/outbox.ts';
import type { Member } from '../domain/member.ts';

/** A person as LINE knows them, with every membership in the offices of this installation. */
export interface Person {
  userId: string;
  members: Member[];
}

/** A row as it is stored. */
export type StoredRow = Record<string, unknown> & { _id: string };

/** @param id member id or LINE user id; also that of a stranger who once wrote. @returns null when nothing is kept under it. */
export async function findPerson(database: Database, id: string): Promise<Person | null> {
  const { models } = database;
  const member = await models.members.findById(id).lean<MemberDocument>();
  const userId = member?.userId ?? id;
  const members = await models.members.find({ userId }).sort({ _id: 1 }).lean<MemberDocument[]>();
  const person = { userId, members: members.map(memberFrom) };
  if (members.length > 0) return person;
  const traces = await Promise.all([
    models.links.exists({ _id: userId }),
    models.conversations.exists({ userId }),
    models.outbox.exists({ to: userId }),
    models.inbox.exists({ key: ofSender(userId) }),
  ]);
  return traces.some((found) => found !== null) ? person : null;
}

/** @returns a filter of inbox keys: the person alone, or in a group. */
export function ofSender(userId: string): RegExp {
  return new RegExp(`(^|:)${userId.replaceAll(/[^\w]/g, '\\$&')}$`);
}

/** Rows about one person, by what they are. */
export interface PersonData {
  exportedAt: string;
  userId: string;
  memberships: StoredRow[];
  links: StoredRow[];
  conversations: StoredRow[];
  /** Reports this person made, and those of others this person undid. */
  updates: StoredRow[];
  /** Photos and files this person sent; their bytes are kept under `file`. */
  evidence: StoredRow[];
  /** Links to files that were made for this person. */
  fileLinks: StoredRow[];
  /** Messages sent or still to be sent to this person; of those sent, only when. */
  messages: StoredRow[];
  /** Events from LINE that are not worked off yet, with what was written. */
  events: StoredRow[];
  /** Administrative acts by or about this person. */
  audit: StoredRow[];
  /** Groups this person linked, and half years this person closed. */
  groups: StoredRow[];
  periods: StoredRow[];
  /** What other programs are still to be told with this name. */
  notices: StoredRow[];
}

/** @returns copies of all rows about a person; secrets of the bot (reply tokens, retry keys) are left out. */
export async function exportPerson(database: Database, person: Person, now: Date): Promise<PersonData> {
  const { userId, members } = person;
  const ids = members.map(({ id }) => id);
  const rows = async (name: CollectionName, where: object, hidden: object = {}): Promise<StoredRow[]> => {
    const found = await database.models[name].collection
      .find(where as never, { projection: hidden })
      .sort({ _id: 1 })
      .toArray();
    return found as unknown as StoredRow[];
  };
  const mine = { $in: ids };
  return {
    exportedAt: now.toISOString(),
    userId,
    memberships: await rows('members', { userId }),
    links: await rows('links', { _id: userId }),
    conversations: await rows('conversations', { userId }),
    updates: await rows('updates', { $or: [{ 'by.member': mine }, { 'voided.by.member': mine }] }),
    evidence: await rows('evidence', { by: mine }, { work: 0 }),
    fileLinks: await rows('filelinks', { member: mine }, { _id: 0 }),
    messages: (await rows('outbox', { to: userId }, { replyToken: 0, retryKey: 0, holder: 0, fence: 0 })).map(
      (row) => ({ ...row, messages: unpackMessages(row['messages'] as string | null) }),
    ),
    events: await rows('inbox', { key: ofSender(userId) }, { holder: 0, fence: 0 }),
    audit: await rows('audit', aboutAny(ids)),
    groups: await rows('groups', { linkedBy: mine }),
    periods: await rows('periods', { 'closedBy.member': mine }, { report: 0 }),
    notices: await rows('deliveries', { member: mine }, { holder: 0, fence: 0 }),
  };
}

/** Acts by one of these members, or that name one of them. */
export function aboutAny(ids: readonly string[]): object {
  const named = ['member', 'from', 'to', 'delegate'].map((field) => ({ [`about.${field}`]: { $in: ids } }));
  return { $or: [{ by: { $in: ids } }, ...named] };
}
