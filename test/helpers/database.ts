/** An empty database for one test file, on the server that global-setup started. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectDatabase } from '../../src/db/connect.ts';
import { SCHEMA } from '../../src/db/migrate.ts';

type Db = mongoose.mongo.Db;

/** Files that a worker has run so far; what the one before still closes is not in the way of the next. */
let files = 0;
/** What connectDatabase makes, see `formOf`. */
let made: Map<string, string> | null = null;

/**
 * Call it at the top of a test file. Making all collections with their indexes takes MongoDB half a second of processor
 * time, so a worker's files share two databases by turns: made the first time, emptied before each file.
 * @param options.isNew not even made: of the file's own, for what looks at how a database is made or what is in it.
 * @returns where to connect.
 */
export function testDatabase(url: string, { isNew = false } = {}): { uri: string } {
  const uri = new URL(inject('mongoUri'));
  uri.pathname = isNew ? nameOf(url) : `worker_${process.env['VITEST_POOL_ID']}_${files++ % 2}`;
  const within = async (work: (db: Db) => Promise<unknown>): Promise<void> => {
    const client = new mongoose.mongo.MongoClient(uri.href, { maxPoolSize: 4 });
    try {
      await work(client.db());
    } finally {
      await client.close();
    }
  };
  const drop = (): Promise<void> => within((db) => db.dropDatabase());
  if (isNew) {
    beforeAll(drop);
    afterAll(drop);
  } else beforeAll(() => within((db) => empty(db, uri.href)));
  return { uri: uri.href };
}

function nameOf(url: string): string {
  const path = fileURLToPath(url);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const name = basename(path, '.test.ts').replaceAll(/[^a-z0-9]+/gi, '_');
  return `${name.slice(0, 40)}_${hash}`;
}

/** Leaves a database as connectDatabase makes it. */
async function empty(db: Db, uri: string): Promise<void> {
  const form = await formOf(db);
  const isMade = made !== null && [...made].every(([name, like]) => form.get(name) === like);
  if (isMade) {
    const isOurs = (name: string): boolean => made!.has(name);
    await Promise.all(
      [...form.keys()].map(async (name) => {
        if (!isOurs(name)) await db.collection(name).drop();
        else if (name !== SCHEMA) await db.collection(name).deleteMany({});
      }),
    );
    return;
  }
  await db.dropDatabase();
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  await connected.database.close();
  made ??= await formOf(db);
}

/** @returns each collection's options and indexes, and which version of the bot has written all of it. */
async function formOf(db: Db): Promise<Map<string, string>> {
  const collections = await db.listCollections({}, { nameOnly: false }).toArray();
  const forms = collections.map(async ({ name, type, options }) => {
    const indexes = await db.collection(name).indexes();
    const rows = name === SCHEMA ? await db.collection(SCHEMA).find().toArray() : [];
    return [name, JSON.stringify([type, options, indexes, rows])] as const;
  });
  return new Map(await Promise.all(forms));
}
