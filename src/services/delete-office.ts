/** Deleting an office as the law has it: what it officially reported stays, without names; people, chats, credentials and all that is under way go. web/offices calls it. */
import type { CollectionName } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { findMembers, type MemberDocument } from '../db/members.ts';
import { findOffice } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { dropExports } from './downloads.ts';
import { erasePersonSurely, erasureOf } from './erase-person.ts';
import { addToLedger } from './erasure-ledger.ts';
import { sameName } from './import-plan.ts';
import { writeAudit } from './writes.ts';

export type OfficeDeleted =
  | { ok: true; people: number }
  | { ok: false; reason: 'unknown' | 'not-suspended' | 'other-name' | 'conflict' }
  /** So many people belong to another office, too: erasing them would erase them there. */
  | { ok: false; reason: 'shared'; people: number }
  | { ok: false; reason: 'no-ledger'; detail: string };

export interface DeletionWish {
  /** As it was typed. */
  name: string;
  by: string;
  /** By the office's clock, and real. */
  now: Date;
  realNow: Date;
  /** The file that remembers erasures; null where there is none. */
  ledger: string | null;
  /** The words that stand where a name stood. */
  anonymous: string;
}

/**
 * What becomes of an office's rows; every collection is decided on. Plans, activities, reports with their evidence, frozen
 * half years, what was published, and the audit stay; `above` has none of an office.
 */
const FATE: Record<CollectionName, 'goes' | 'stays' | 'above'> = {
  activities: 'stays',
  apitokens: 'goes',
  audit: 'stays',
  channels: 'goes',
  charts: 'goes',
  conversations: 'goes',
  deliveries: 'goes',
  downloads: 'goes',
  evidence: 'stays',
  filelinks: 'goes',
  groups: 'goes',
  inbox: 'goes',
  installation: 'above',
  invites: 'goes',
  links: 'goes',
  members: 'goes',
  offices: 'stays',
  operators: 'above',
  outbox: 'goes',
  periods: 'stays',
  plans: 'stays',
  publications: 'stays',
  slots: 'goes',
  tombstones: 'goes',
  updates: 'stays',
  weblinks: 'goes',
  websessions: 'goes',
};
const GOING = (Object.keys(FATE) as CollectionName[]).filter((name) => FATE[name] === 'goes');
/** A transaction of so many removals stays well under the database's time limit. */
const BATCH = 500;

/** Of an office that is suspended. Broken off in the middle it goes on when it is asked for again; only then nobody finds the office any more. */
export async function deleteOffice(
  database: Database,
  id: string,
  wish: DeletionWish,
): Promise<OfficeDeleted> {
  const { by, now, realNow, ledger, anonymous } = wish;
  const office = await findOffice(database.models, id);
  if (!office) return { ok: false, reason: 'unknown' };
  if (!office.suspendedAt) return { ok: false, reason: 'not-suspended' };
  if (!sameName(office.name, wish.name)) return { ok: false, reason: 'other-name' };
  const people = [...new Set((await findMembers(database.models, id)).map(({ userId }) => userId))];
  const shared = await belongElsewhere(database, id, people);
  if (shared > 0) return { ok: false, reason: 'shared', people: shared };
  if (ledger === null && people.length > 0) return { ok: false, reason: 'no-ledger', detail: '' };
  for (const userId of people) {
    // the ledger first: an erasure that is not in it would come back with a backup
    const fault = await addToLedger(ledger!, erasureOf({ userId, members: [] }, realNow));
    if (fault !== null) return { ok: false, reason: 'no-ledger', detail: fault };
    const done = await erasePersonSurely(database, userId, anonymous, () => now, by);
    if (!done.ok) return { ok: false, reason: 'conflict' };
  }
  // with its file, which is in no collection
  await dropExports(database, [id]);
  for (const collection of GOING) await removeAllOf(database, collection, id);
  const change = { $set: { deletedAt: now, settings: null } };
  const done = await commit(database, [
    { to: 'offices', update: { where: { _id: id, suspendedAt: office.suspendedAt }, change } },
    writeAudit(id, now, by, 'delete-office', { people: people.length }),
  ]);
  return done.ok ? { ok: true, people: people.length } : { ok: false, reason: 'conflict' };
}

async function belongElsewhere(
  { models }: Database,
  office: string,
  people: readonly string[],
): Promise<number> {
  const others = await models.members
    .find({ userId: { $in: people }, office: { $ne: office } }, { userId: 1 })
    .lean<Pick<MemberDocument, 'userId'>[]>();
  return new Set(others.map(({ userId }) => userId)).size;
}

async function removeAllOf(database: Database, collection: CollectionName, office: string): Promise<void> {
  const rows = database.models[collection].collection;
  for (;;) {
    const found = await rows
      .find({ office } as never, { projection: { _id: 1 } })
      .limit(BATCH)
      .toArray();
    if (found.length === 0) return;
    const ids = found.map(({ _id }) => String(_id));
    await commit(database, [{ to: collection, removeAll: { where: { _id: { $in: ids }, office } } }]);
  }
}
