/** What doctor finds in the database: version, indexes, offices, queues, and whether its clock agrees with ours. */
import type { Database } from '../db/connect.ts';
import type { InboxDocument } from '../db/inbox.ts';
import { findOffices } from '../db/offices.ts';
import { officesIn } from '../db/offices-in.ts';
import type { Finding } from '../domain/finding.ts';
import { findMixed, type LineAtWork, type Mixed } from './trial.ts';

export type DatabaseReason =
  | 'database-ok'
  | 'database-old'
  | 'indexes-ok'
  | 'indexes-missing'
  | 'office-ok'
  | 'office-none'
  | 'office-unreadable'
  | Mixed['reason']
  | 'plan-ok'
  | 'plan-none'
  | 'people-ok'
  | 'people-none'
  | 'queues-ok'
  | 'queues-dead'
  | 'queues-still'
  | 'transactions-ok'
  | 'transactions-idle'
  | 'transactions-unseen'
  | 'clock-ok'
  | 'clock-off'
  | 'clock-off-line';

const OLDEST_MAJOR = 6;
/** All tries of an event together take less. */
const STILL_MINUTES = 10;
/** Leases last 15 seconds: instances whose clocks differ by more than this take each other's work. */
const MOST_OFF_SECONDS = 5;
/** MongoDB's own limit on a transaction; where it is set higher, one of a dead program keeps its documents locked for so long. */
const IDLE_SECONDS = 60;

/**
 * @param now real time, asked before and after the database's.
 * @param line what the offices must go with.
 * @param idleSeconds after which a transaction is taken for one that nobody ends.
 */
export async function databaseFindings(
  database: Database,
  now: () => Date,
  line: LineAtWork,
  idleSeconds = IDLE_SECONDS,
): Promise<Finding<DatabaseReason>[]> {
  return [
    await version(database),
    await indexes(database),
    await offices(database, line),
    await queues(database, now),
    await transactions(database, idleSeconds),
    await clock(database, now, line),
  ];
}

async function version(database: Database): Promise<Finding<DatabaseReason>> {
  const admin = database.connection.getClient().db('admin');
  const [build, hello] = await Promise.all([admin.command({ buildInfo: 1 }), admin.command({ hello: 1 })]);
  const number = String(build['version']);
  if (Number.parseInt(number, 10) < OLDEST_MAJOR)
    return { name: 'database', state: 'bad', reason: 'database-old', values: [number] };
  const kind = hello['setName'] ? `replica set ${String(hello['setName'])}` : 'sharded cluster';
  return { name: 'database', state: 'ok', reason: 'database-ok', values: [`${number}, ${kind}`] };
}

async function indexes({ models }: Database): Promise<Finding<DatabaseReason>> {
  let count = 0;
  const missing: string[] = [];
  for (const [name, model] of Object.entries(models)) {
    const there = new Set(
      (await model.collection.indexes()).map(({ key }: { key: object }) => JSON.stringify(key)),
    );
    for (const [key] of model.schema.indexes()) {
      count += 1;
      if (!there.has(JSON.stringify(key))) missing.push(`${name} (${Object.keys(key).join(', ')})`);
    }
  }
  return missing.length === 0
    ? { name: 'indexes', state: 'ok', reason: 'indexes-ok', values: [String(count)] }
    : { name: 'indexes', state: 'bad', reason: 'indexes-missing', values: [missing.join('; ')] };
}

async function offices(database: Database, line: LineAtWork): Promise<Finding<DatabaseReason>> {
  const mixed = await findMixed(database, line);
  if (mixed) return { name: 'office', state: 'bad', reason: mixed.reason, values: [mixed.names.join(', ')] };
  const found = await findOffices(database.models);
  const { unreadable } = found;
  if (unreadable.length > 0) {
    const values = [
      unreadable.map(({ name }) => name).join(', '),
      unreadable.map(({ fault }) => fault.message).join('; '),
    ];
    return { name: 'office', state: 'bad', reason: 'office-unreadable', values };
  }
  const names = found.offices.map(({ name }) => name);
  return names.length === 0
    ? { name: 'office', state: 'skipped', reason: 'office-none', values: [] }
    : { name: 'office', state: 'ok', reason: 'office-ok', values: [names.join(', ')] };
}

/** Whether any office has what reports are made of: a plan, and somebody who is linked. */
export async function officeFindings({ models }: Database): Promise<Finding<DatabaseReason>[]> {
  const { offices: all } = await findOffices(models);
  const planned = all.filter(({ currentPlan }) => currentPlan).length;
  const here = { office: { $in: all.map(({ id }) => id) }, state: 'active' as const };
  const people = await models.members.countDocuments(here);
  return [
    planned > 0
      ? { name: 'plan', state: 'ok', reason: 'plan-ok', values: [String(planned), String(all.length)] }
      : { name: 'plan', state: 'skipped', reason: 'plan-none', values: [] },
    people > 0
      ? { name: 'people', state: 'ok', reason: 'people-ok', values: [String(people)] }
      : { name: 'people', state: 'skipped', reason: 'people-none', values: [] },
  ];
}

/** How many rows of the queues gave up, and how many are still to be done: each office by its index, whatever is kept besides. */
export async function queueDepths({
  models: { inbox, outbox, deliveries },
}: Database): Promise<{ dead: number; open: number }> {
  const [ofEvents, ofMessages, ofNotices] = await Promise.all([
    officesIn(inbox),
    officesIn(outbox),
    officesIn(deliveries),
  ]);
  const counts = await Promise.all([
    inbox.countDocuments({ office: { $in: ofEvents }, state: 'dead' }),
    outbox.countDocuments({ office: { $in: ofMessages }, state: 'dead' }),
    deliveries.countDocuments({ office: { $in: ofNotices }, state: 'dead' }),
    inbox.countDocuments({ office: { $in: ofEvents }, open: true }),
    outbox.countDocuments({ office: { $in: ofMessages }, open: true }),
    deliveries.countDocuments({ office: { $in: ofNotices }, open: true }),
  ]);
  const sum = (part: readonly number[]): number => part.reduce((all, one) => all + one, 0);
  return { dead: sum(counts.slice(0, 3)), open: sum(counts.slice(3)) };
}

/** @returns how many minutes the oldest open event has been there, 0 without any. */
async function oldestMinutes({ models: { inbox } }: Database, now: Date): Promise<number> {
  const open = { office: { $in: await officesIn(inbox) }, open: true as const };
  const oldest = await inbox.findOne(open).sort({ receivedAt: 1 }).lean<{ receivedAt: Date } | null>();
  return oldest ? (now.getTime() - oldest.receivedAt.getTime()) / 60_000 : 0;
}

async function queues(database: Database, now: () => Date): Promise<Finding<DatabaseReason>> {
  const minutes = await oldestMinutes(database, now());
  if (minutes >= STILL_MINUTES)
    return { name: 'queues', state: 'bad', reason: 'queues-still', values: [String(Math.floor(minutes))] };
  const { dead, open } = await queueDepths(database);
  return dead > 0
    ? { name: 'queues', state: 'bad', reason: 'queues-dead', values: [String(dead)] }
    : { name: 'queues', state: 'ok', reason: 'queues-ok', values: [String(open)] };
}

interface IdleTransaction {
  client?: string;
  transaction: { timeInactiveMicros: number };
}

/** Transactions with locks in which nothing has been done for so long. @throws when this account may not see them. */
function idleTransactions(
  database: Database,
  allUsers: boolean,
  seconds: number,
): Promise<IdleTransaction[]> {
  const idle = {
    'transaction.timeInactiveMicros': { $gte: seconds * 1_000_000 },
    // that of somebody who only reads is in nobody's way
    $expr: { $in: ['w', { $map: { input: { $objectToArray: '$locks' }, in: '$$this.v' } }] },
  };
  return database.connection
    .getClient()
    .db('admin')
    .aggregate<IdleTransaction>(
      [
        { $currentOp: { allUsers, idleSessions: true } },
        { $match: { type: 'idleSession', locks: { $type: 'object' }, ...idle } },
        { $project: { client: 1, transaction: 1 } },
      ],
      { readConcern: { level: 'local' } },
    )
    .toArray();
}

async function transactions(database: Database, seconds: number): Promise<Finding<DatabaseReason>> {
  const name = 'transactions';
  const all = await idleTransactions(database, true, seconds).catch((error: unknown) => String(error));
  // an account without further rights sees its own, among which the bot's are
  const seen =
    typeof all === 'string' ? await idleTransactions(database, false, seconds).catch(() => []) : all;
  if (seen.length > 0) {
    const longest = Math.max(...seen.map(({ transaction }) => transaction.timeInactiveMicros)) / 60_000_000;
    const clients = [...new Set(seen.map(({ client }) => client ?? '?'))].slice(0, 3).join(', ');
    return { name, state: 'bad', reason: 'transactions-idle', values: [longest.toFixed(0), clients] };
  }
  return typeof all === 'string'
    ? { name, state: 'skipped', reason: 'transactions-unseen', values: [all] }
    : { name, state: 'ok', reason: 'transactions-ok', values: [] };
}

async function clock(
  database: Database,
  now: () => Date,
  line: LineAtWork,
): Promise<Finding<DatabaseReason>> {
  const before = now().getTime();
  const hello = await database.connection.getClient().db('admin').command({ hello: 1 });
  const after = now().getTime();
  const offMs = (hello['localTime'] as Date).getTime() - (before + after) / 2;
  const seconds = (Math.abs(offMs) / 1000).toFixed(1);
  // half the way there and back may be all on one side
  if (Math.abs(offMs) - (after - before) / 2 > MOST_OFF_SECONDS * 1000)
    return { name: 'clock', state: 'bad', reason: 'clock-off', values: [seconds] };
  const minutes = line === 'simulator' ? 0 : Math.round((await aheadOfLine(database)) / 60_000);
  return minutes === 0
    ? { name: 'clock', state: 'ok', reason: 'clock-ok', values: [seconds] }
    : { name: 'clock', state: 'bad', reason: 'clock-off-line', values: [String(Math.abs(minutes))] };
}

/** Events it is judged by: all of them were as early or late. */
const JUDGED_BY = 20;

/** @returns by how many milliseconds the bot's clock is ahead of LINE's; negative where it is behind; 0 after too few events. */
async function aheadOfLine({ models: { inbox } }: Database): Promise<number> {
  const last = await inbox
    .find({ office: { $in: await officesIn(inbox) }, state: 'done' }, { at: 1, receivedAt: 1 })
    .sort({ doneAt: -1 })
    .limit(JUDGED_BY)
    .lean<Pick<InboxDocument, 'at' | 'receivedAt'>[]>();
  // what LINE delivers again is late whatever the clock says, and nothing is ever early
  return last.length < JUDGED_BY
    ? 0
    : Math.min(...last.map(({ at, receivedAt }) => receivedAt.getTime() - at.getTime()));
}
