/** How long things are kept, and their removal when that time is over; the retention job calls it once a day. */
import type { CollectionName } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { officesIn } from '../db/offices-in.ts';
import { commit } from '../db/unit-of-work.ts';

const DAY_MS = 86_400_000;

/** Rows of a collection that go when the field is older than `days`. Evidence stays as long as its update: for good. */
interface Rule {
  /** Under which its count is given. */
  name: string;
  collection: CollectionName;
  where: Record<string, unknown>;
  field: string;
  days: number;
}

const RULES = [
  { name: 'inboxDone', collection: 'inbox', where: { state: 'done' }, field: 'doneAt', days: 30 },
  { name: 'inboxDead', collection: 'inbox', where: { state: 'dead' }, field: 'doneAt', days: 90 },
  {
    name: 'outboxSent',
    collection: 'outbox',
    // a reminder that arrived is what later reminders are decided by
    where: { state: 'sent', 'record.plan': null },
    field: 'sentAt',
    days: 90,
  },
  {
    name: 'outboxReminders',
    collection: 'outbox',
    where: { state: 'sent', 'record.plan': { $type: 'string' } },
    field: 'sentAt',
    days: 400,
  },
  // a month's summary leaves what the next one compares with
  { name: 'slots', collection: 'slots', where: { job: { $ne: 'monthly-summary' } }, field: 'at', days: 90 },
  // a cancelled message was never sent: it counts from when it was written
  {
    name: 'outboxCancelled',
    collection: 'outbox',
    where: { state: 'cancelled' },
    field: 'createdAt',
    days: 90,
  },
  { name: 'outboxDead', collection: 'outbox', where: { state: 'dead' }, field: 'sentAt', days: 90 },
  // what was taken back may come once more, and a dead event with it may be tried again
  { name: 'tombstones', collection: 'tombstones', where: {}, field: 'at', days: 90 },
  { name: 'audit', collection: 'audit', where: {}, field: 'at', days: 2 * 365 },
  { name: 'invites', collection: 'invites', where: {}, field: 'expiresAt', days: 365 },
  // a used or expired link is known a day longer, to say so
  { name: 'webLinks', collection: 'weblinks', where: {}, field: 'expiresAt', days: 1 },
  { name: 'webSessions', collection: 'websessions', where: {}, field: 'lastSeenAt', days: 1 },
  {
    name: 'conversations',
    collection: 'conversations',
    where: { drafts: { $size: 0 } },
    field: 'touchedAt',
    days: 90,
  },
] as const satisfies readonly Rule[];

/** How long each kind of row is kept, in days. */
export const RETENTION: readonly { name: RetentionName; days: number }[] = RULES.map(({ name, days }) => ({
  name,
  days,
}));

export type RetentionName = (typeof RULES)[number]['name'];
export type RetentionCounts = Record<RetentionName, number>;

/** A transaction of so many removals stays well under the database's time limit. */
const BATCH = 500;

/**
 * Removes what was kept long enough.
 * @param options `dryRun` counts without removing.
 * @returns rows removed, by rule. Broken off in the middle, the next run goes on.
 */
export async function applyRetention(
  database: Database,
  now: Date,
  options: { dryRun?: boolean } = {},
): Promise<RetentionCounts> {
  const counts = {} as RetentionCounts;
  for (const rule of RULES) counts[rule.name] = await apply(database, rule, now, options.dryRun ?? false);
  return counts;
}

async function apply(
  database: Database,
  { collection, where, field, days }: Rule,
  now: Date,
  dryRun: boolean,
): Promise<number> {
  const rows = database.models[collection].collection;
  const office = { $in: await officesIn<unknown>(database.models[collection] as never) };
  const expired = { office, ...where, [field]: { $lt: new Date(now.getTime() - days * DAY_MS) } } as never;
  if (dryRun) return rows.countDocuments(expired);
  let removed = 0;
  for (;;) {
    const found = await rows
      .find(expired, { projection: { _id: 1 } })
      .limit(BATCH)
      .toArray();
    if (found.length === 0) return removed;
    const ids = found.map(({ _id }) => _id);
    // the age is asked again inside: a row that was opened anew meanwhile stays
    await commit(database, [
      { to: collection, removeAll: { where: { ...(expired as object), _id: { $in: ids } } } },
    ]);
    removed += ids.length;
  }
}
