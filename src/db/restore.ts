/** Fills a database from a dump, whole or not at all as far as the bot sees; restore and move-database call it. */
import mongoose from 'mongoose';
import { botName, type Database, RESTORING } from './connect.ts';
import { type Dumped, type DumpedCollection, readDump, type DumpVisitor } from './dump.ts';
import { migrate, SCHEMA } from './migrate.ts';

const { BSON } = mongoose.mongo;

const MOST_DOCUMENTS = 1_000;
const MOST_BYTES = 8 * 1024 ** 2;
const NOT_PERMITTED = 13;

/** @returns whether a bot is connected to this database's servers; null where the account may not see who is. */
export async function isInUse(database: Database): Promise<boolean | null> {
  const admin = database.connection.getClient().db('admin');
  const others = admin.aggregate(
    [
      { $currentOp: { allUsers: true, idleConnections: true } },
      { $match: { 'clientMetadata.application.name': botName(database.connection.name) } },
      { $limit: 1 },
    ],
    { readConcern: { level: 'local' } },
  );
  try {
    return (await others.toArray()).length > 0;
  } catch (error) {
    if ((error as { code?: number }).code === NOT_PERMITTED) return null;
    throw error;
  }
}

/** @returns whether nothing would be lost by filling it; what a restore left that broke off does not count. */
export async function isDatabaseEmpty(database: Database): Promise<boolean> {
  const db = database.connection.getClient().db(database.connection.name);
  if (await db.collection(RESTORING).findOne({})) return true;
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name !== SCHEMA && !name.startsWith('system.') && (await db.collection(name).findOne({})))
      return false;
  return true;
}

/**
 * Takes away what is in the database and puts in what the dump holds.
 * Until that is done a mark stands in it, which no bot starts on: where it breaks off, it is done again.
 * A dump of an earlier version is migrated.
 * @returns what the dump was; the mark stays where it was not whole, or of a later version.
 */
export async function fillFromDump(database: Database, stream: AsyncIterable<Buffer>): Promise<Dumped> {
  const db = database.connection.getClient().db(database.connection.name);
  const marks = db.collection<{ _id: string }>(RESTORING);
  await marks.updateOne({ _id: RESTORING }, { $set: { begun: true } }, { upsert: true });
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name !== RESTORING && !name.startsWith('system.')) await db.collection(name).drop();
  const filling = fill(db);
  const read = await readDump(stream, filling);
  await filling.flush();
  if (!read.ok) return read;
  if (!(await migrate(db, { fresh: false }))) return { ok: false, reason: 'newer' };
  await marks.drop();
  return read;
}

/** Puts documents in, many at a time. */
function fill(db: mongoose.mongo.Db): DumpVisitor & { flush(): Promise<void> } {
  let into: DumpedCollection | null = null;
  let rows: Record<string, unknown>[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    if (into && rows.length > 0) await db.collection(into.name).insertMany(rows);
    rows = [];
    bytes = 0;
  }

  return {
    flush,
    async collection(one) {
      await flush();
      into = one;
      await db.createCollection(one.name);
      if (one.indexes.length > 0)
        await db.collection(one.name).createIndexes(one.indexes.map(({ v: _, ...index }) => index) as never);
    },
    async document(bson) {
      // kept as MongoDB's own types: 1 and 1.0 stay what they were
      rows.push(BSON.deserialize(bson, { promoteValues: false, promoteBuffers: false }));
      bytes += bson.length;
      if (rows.length >= MOST_DOCUMENTS || bytes >= MOST_BYTES) await flush();
    },
  };
}
