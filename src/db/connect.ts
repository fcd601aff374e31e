/** Opens MongoDB for the server and the commands: refuses a standalone, makes collections and indexes, checks the clock of writes. */
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { WAITS_MS } from '../waits.ts';
import { mendClosingSockets } from './closing-sockets.ts';
import { collections, type Models } from './collections.ts';
import { type DatabaseClock, databaseClock } from './database-clock.ts';
import { migrate } from './migrate.ts';

export interface Database {
  connection: mongoose.Connection;
  models: Models;
  /** Real time as MongoDB has it. */
  clock: DatabaseClock;
  /** Round trip to the primary; rejects when MongoDB does not answer within `milliseconds`. */
  ping(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export type Connected =
  | { ok: true; database: Database }
  | { ok: false; reason: 'unreachable' | 'standalone' | 'half-restored' | 'newer' | 'none'; detail: string };

/** What a bot's connections are called in MongoDB, by which a command sees that one is running. @param database its name there. */
export function botName(database: string): string {
  return `kuebna bot of ${database}`;
}

/** The collection that is there while a backup is being restored. */
export const RESTORING = 'restoring';

const HEARTBEAT_MS = 1_000;
/** Between two looks for a server at the start. */
const RETRY_MS = 200;

export interface ConnectOptions {
  /** How long to look for a server before giving up, milliseconds. */
  selectionMs?: number;
  poolSize?: number;
  /** A bot's, unless given. */
  appName?: string;
  /** Whether a database is opened in which a restore broke off; the one that restores it anew does. */
  halfRestored?: 'refused' | 'allowed';
  /** What becomes of one in which nothing was ever stored: made ready, or left as it is. */
  empty?: 'filled' | 'left';
}

/**
 * @param uri a replica set or sharded cluster; its database name is used, or `kuebna`.
 * @returns the open database with all collections and indexes in place, or why it cannot be used.
 */
export async function connectDatabase(uri: string, options: ConnectOptions = {}): Promise<Connected> {
  mendClosingSockets();
  const opened = await open(uri, options);
  if (opened instanceof Error) return { ok: false, reason: 'unreachable', detail: opened.message };
  const connection = opened;
  const clock = databaseClock();
  const heard = clock.asked();
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  heard(hello['localTime'] as Date);
  if (!hello.setName && hello.msg !== 'isdbgrid') {
    await connection.close();
    return {
      ok: false,
      reason: 'standalone',
      detail: 'transactions need a replica set or a sharded cluster',
    };
  }
  const unfinished = await connection.getClient().db(connection.name).collection(RESTORING).findOne({});
  if (unfinished && options.halfRestored !== 'allowed') {
    await connection.close();
    return { ok: false, reason: 'half-restored', detail: 'a restore broke off, or is under way' };
  }
  if (options.empty === 'left' && (await isEmpty(connection))) {
    await connection.close();
    return { ok: false, reason: 'none', detail: 'there is no such database yet' };
  }
  const models = collections(connection);
  const database: Database = {
    connection,
    models,
    clock,
    async ping(milliseconds) {
      const signal = AbortSignal.timeout(milliseconds);
      await connection.getClient().db('admin').command({ ping: 1 }, { signal });
    },
    async close() {
      await connection.close();
    },
  };
  if (!(await prepare(database))) {
    await connection.close();
    return { ok: false, reason: 'newer', detail: 'a later version of the bot has written it' };
  }
  return { ok: true, database };
}

/** Looks for a server again until the time is over: one look is no longer than whoever waits for a server later may wait. */
async function open(
  uri: string,
  { selectionMs = 5_000, poolSize = 50, appName = botName(nameIn(uri) ?? UNNAMED) }: ConnectOptions,
): Promise<mongoose.Connection | Error> {
  const until = performance.now() + selectionMs;
  for (;;) {
    const connection = mongoose.createConnection();
    const left = Math.max(1, until - performance.now());
    const serverSelectionTimeoutMS = Math.ceil(Math.min(left, WAITS_MS['mongo-member']));
    try {
      return await connection.openUri(uri, {
        ...settings(uri),
        appName,
        maxPoolSize: poolSize,
        serverSelectionTimeoutMS,
      });
    } catch (error) {
      await connection.close().catch(() => undefined);
      const over = performance.now() + RETRY_MS >= until;
      if (over || !isNoServer(error)) return error instanceof Error ? error : new Error(String(error));
      await pause(RETRY_MS);
    }
  }
}

/** The database of an address that names none. */
const UNNAMED = 'kuebna';

function nameIn(uri: string): string | null {
  const { pathname } = new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/]*/, ''));
  return pathname.length > 1 ? decodeURIComponent(pathname.slice(1)) : null;
}

function settings(uri: string): mongoose.ConnectOptions {
  return {
    ...(nameIn(uri) === null && { dbName: UNNAMED }),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    w: 'majority',
    journal: true,
    readConcernLevel: 'majority',
    retryWrites: true,
    // `timeoutMS` has no effect in this driver: each part of a command's way has a limit of its own instead
    connectTimeoutMS: WAITS_MS['mongo-connect'],
    waitQueueTimeoutMS: WAITS_MS['mongo-pool'],
    socketTimeoutMS: WAITS_MS['mongo-command'],
    // a member that is frozen, or back, is noticed within a second or two
    heartbeatFrequencyMS: HEARTBEAT_MS,
  };
}

function isNoServer(error: unknown): boolean {
  return error instanceof Error && /ServerSelection/.test(error.name);
}

/**
 * Collections must exist before a transaction first writes to them; documents are migrated and indexes built before anything is served.
 * @returns false where the database is of a later version.
 */
async function prepare({ connection, models }: Database): Promise<boolean> {
  const db = connection.getClient().db(connection.name);
  const present = new Set(
    (await db.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name),
  );
  const all = Object.values(models).map((model) => ({
    name: model.collection.collectionName,
    indexes: model.schema
      .indexes()
      .map(([key, extra]) => ({ key: key as Record<string, 1>, ...indexOptions(extra) })),
  }));
  if (!(await migrate(db, { fresh: !all.some(({ name }) => present.has(name)) }))) return false;
  const make = async ({ name, indexes }: (typeof all)[number]): Promise<void> => {
    if (!present.has(name)) await db.createCollection(name).catch(ignoreExisting);
    // an index over many documents takes as long as it takes; nothing is served yet
    if (indexes.length > 0) await db.collection(name).createIndexes(indexes, { socketTimeoutMS: 0 } as never);
  };
  await Promise.all(all.filter(({ name }) => !present.has(name)).map(make));
  // one after the other: what is there is looked after in a millisecond, another connection takes seven
  for (const one of all.filter(({ name }) => present.has(name))) await make(one);
  return true;
}

async function isEmpty(connection: mongoose.Connection): Promise<boolean> {
  const db = connection.getClient().db(connection.name);
  return !(await db.listCollections({}, { nameOnly: true }).hasNext());
}

function indexOptions(extra: Record<string, unknown>): Record<string, unknown> {
  const { background: _, ...rest } = extra;
  return rest;
}

/** Two instances starting at once both create: the second finds it there. */
function ignoreExisting(error: { code?: number }): void {
  if (error.code !== 48) throw error;
}
