/** How long things are kept, and their removal when that time is over; the retention job calls it once a day. */
import { z } from 'zod';
import type { CollectionName } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { officesIn } from '../db/offices-in.ts';
import { findOffices, type Office } from '../db/offices.ts';
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
  /** Within which an office may choose other days; the others follow from what the bot needs. */
  choice?: { least: number; most: number };
}

const RULES = [
  {
    name: 'inboxDone',
    collection: 'inbox',
    where: { state: 'done' },
    field: 'doneAt',
    days: 30,
    choice: { least: 7, most: 365 },
  },
  { name: 'inboxDead', collection: 'inbox', where: { state: 'dead' }, field: 'doneAt', days: 90 },
  {
    name: 'outboxSent',
    collection: 'outbox',
    // a reminder that arrived is what later reminders are decided by
    where: { state: 'sent', 'record.plan': null },
    field: 'sentAt',
    days: 90,
    choice: { least: 30, most: 730 },
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
  { name: 'deliveriesSent', collection: 'deliveries', where: { state: 'sent' }, field: 'doneAt', days: 30 },
  {
    name: 'deliveriesOff',
    collection: 'deliveries',
    where: { state: 'cancelled' },
    field: 'doneAt',
    days: 30,
  },
  { name: 'deliveriesDead', collection: 'deliveries', where: { state: 'dead' }, field: 'doneAt', days: 90 },
  // what was taken back may come once more, and a dead event with it may be tried again
  { name: 'tombstones', collection: 'tombstones', where: {}, field: 'at', days: 90 },
  {
    name: 'audit',
    collection: 'audit',
    where: {},
    field: 'at',
    days: 2 * 365,
    choice: { least: 365, most: 3650 },
  },
  {
    name: 'invites',
    collection: 'invites',
    where: {},
    field: 'expiresAt',
    days: 365,
    choice: { least: 30, most: 3650 },
  },
  // a used or expired link is known a day longer, to say so
  { name: 'webLinks', collection: 'weblinks', where: {}, field: 'expiresAt', days: 1 },
  { name: 'webSessions', collection: 'websessions', where: {}, field: 'lastSeenAt', days: 1 },
  {
    name: 'conversations',
    collection: 'conversations',
    where: { drafts: { $size: 0 } },
    field: 'touchedAt',
    days: 90,
    choice: { least: 30, most: 730 },
  },
] as const satisfies readonly Rule[];

type Settings = Pick<Office, 'settings'>;

const chosenSchema = z.record(z.string(), z.number().int());

/** How long an office keeps each kind of row, in days; `choice` where it may choose. */
export function keeping(office: Settings): {
  name: RetentionName;
  days: number;
  choice: { least: number; most: number } | null;
}[] {
  const read = chosenSchema.safeParse(office.settings?.['retention'] ?? {});
  const chosen = read.success ? read.data : {};
  return (RULES as readonly Rule[]).map(({ name, days, choice }) => ({
    name: name as RetentionName,
    days: choice ? within(choice, chosen[name] ?? days) : days,
    choice: choice ?? null,
  }));
}

function within({ least, most }: { least: number; most: number }, days: number): number {
  return Math.min(most, Math.max(least, days));
}

/** @returns days by kind as an administrator may choose them, or null for what is none. */
export function checkKeeping(value: unknown): Record<string, number> | null {
  const read = chosenSchema.safeParse(value);
  if (!read.success) return null;
  const isChoice = ([name, days]: [string, number]): boolean => {
    const choice = (RULES as readonly Rule[]).find((rule) => rule.name === name)?.choice;
    return choice !== undefined && within(choice, days) === days;
  };
  return Object.entries(read.data).every(isChoice) ? read.data : null;
}

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
  // what an office chose that cannot be read nobody knows: nothing of it is removed
  const all = await findOffices(database.models);
  const unreadable = new Set(all.unreadable.map(({ id }) => id));
  const chosen = new Map(all.offices.map((office) => [office.id, keeping(office)]));
  for (const rule of RULES) {
    const found = await officesIn<unknown>(database.models[rule.collection] as never);
    const offices = found.filter((office) => !unreadable.has(office));
    const daysOf = (office: string): number =>
      chosen.get(office)?.find(({ name }) => name === rule.name)?.days ?? rule.days;
    counts[rule.name] = 0;
    for (const [days, alike] of Map.groupBy(offices, daysOf))
      counts[rule.name] += await apply(database, { ...rule, days }, alike, now, options.dryRun ?? false);
  }
  return counts;
}

async function apply(
  database: Database,
  { collection, where, field, days }: Rule,
  offices: readonly string[],
  now: Date,
  dryRun: boolean,
): Promise<number> {
  const rows = database.models[collection].collection;
  const office = { $in: [...offices] };
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
