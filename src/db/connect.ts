/** Opens MongoDB for the server and the commands: refuses a standalone, makes collections and indexes, checks the clock of writes. */
import mongoose from 'mongoose';
import { collections, type Models } from './collections.ts';

export interface Database {
  connection: mongoose.Connection;
  models: Models;
  /** Round trip to the primary; rejects when MongoDB does not answer within `milliseconds`. */
  ping(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export type Connected =
  { ok: true; database: Database } | { ok: false; reason: 'unreachable' | 'standalone'; detail: string };

export interface ConnectOptions {
  /** How long to look for a server before giving up, milliseconds. */
  selectionMs?: number;
  poolSize?: number;
}

/**
 * @param uri a replica set or sharded cluster; its database name is used, or `kuebna`.
 * @returns the open database with all collections and indexes in place, or why it cannot be used.
 */
export async function connectDatabase(uri: string, options: ConnectOptions = {}): Promise<Connected> {
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(uri, {
      ...(new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/,[^/]*/, '')).pathname.length > 1
        ? {}
        : { dbName: 'kuebna' }),
      serverSelectionTimeoutMS: options.selectionMs ?? 5000,
      maxPoolSize: options.poolSize ?? 50,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      w: 'majority',
      journal: true,
      readConcernLevel: 'majority',
      retryWrites: true,
    });
  } catch (error) {
    await connection.close().catch(() => undefined);
    return {
      ok: false,
      reason: 'unreachable',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  if (!hello.setName && hello.msg !== 'isdbgrid') {
    await connection.close();
    return {
      ok: false,
      reason: 'standalone',
      detail: 'transactions need a replica set or a sharded cluster',
    };
  }
  const models = collections(connection);
  const database: Database = {
    connection,
    models,
    async ping(milliseconds) {
      await connection.getClient().db('admin').command({ ping: 1 }, { timeoutMS: milliseconds });
    },
    async close() {
      await connection.close();
    },
  };
  await prepare(database);
  return { ok: true, database };
}

/** Collections must exist before a transaction first writes to them; indexes are built before anything is served. */
async function prepare({ connection, models }: Database): Promise<void> {
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
  const make = async ({ name, indexes }: (typeof all)[number]): Promise<void> => {
    if (!present.has(name)) await db.createCollection(name).catch(ignoreExisting);
    if (indexes.length > 0) await db.collection(name).createIndexes(indexes);
  };
  await Promise.all(all.filter(({ name }) => !present.has(name)).map(make));
  // one after the other: what is there is looked after in a millisecond, another connection takes seven
  for (const one of all.filter(({ name }) => present.has(name))) await make(one);
}

function indexOptions(extra: Record<string, unknown>): Record<string, unknown> {
  const { background: _, ...rest } = extra;
  return rest;
}

/** Two instances starting at once both create: the second finds it there. */
function ignoreExisting(error: { code?: number }): void {
  if (error.code !== 48) throw error;
}
