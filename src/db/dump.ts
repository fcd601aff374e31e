/** A whole database of one moment as a stream of BSON documents, and such a stream read again; backup, restore and move-database call it. */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { Database } from './connect.ts';
import { officeRows } from './dump-office.ts';
import { INSTANCES } from './instances.ts';

/** What is of the moment; of files to be fetched, each holds everything once more. */
const FLEETING = new Set([INSTANCES, 'downloads', 'downloads.files', 'downloads.chunks']);

const { BSON } = mongoose.mongo;

/** What the stream begins with; a reader refuses what a later version wrote. */
const FORMAT = 1;
/** MongoDB stores no larger document; a little more is allowed for what stands around it. */
const LARGEST = 17 * 1024 ** 2;

/** A collection with the indexes it had, `_id` left out. */
export interface DumpedCollection {
  name: string;
  indexes: readonly Record<string, unknown>[];
}

/** Hears what a stream holds, in its order: every document comes after its collection. */
export interface DumpVisitor {
  collection(one: DumpedCollection): Promise<void>;
  /** @param bson of one document, as MongoDB had it. */
  document(bson: Buffer): Promise<void>;
}

export type Dumped =
  | { ok: true; at: Date; documents: number; sha256: string }
  | { ok: false; reason: 'no-backup' | 'newer' | 'broken' };

/**
 * All collections as they were at one moment, whatever is written meanwhile; documents in the order of their ids, so that equal databases give equal sums.
 * @param now stands at its beginning. @param office what is this office's alone, to be taken elsewhere; all when left out.
 * @throws when MongoDB goes away.
 */
export async function* dump(database: Database, now: Date, office?: string): AsyncGenerator<Buffer> {
  const client = database.connection.getClient();
  const db = client.db(database.connection.name);
  const session = client.startSession({ snapshot: true });
  const sum = createHash('sha256');
  let documents = 0;
  try {
    yield bson({ $kuebna: FORMAT, at: now });
    const all = await db.listCollections({}, { nameOnly: true }).toArray();
    const names = all
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('system.') && !FLEETING.has(name));
    for (const name of names.toSorted()) {
      const collection = db.collection(name);
      const stages = office === undefined ? [] : await officeRows(db, session, name, office);
      if (!stages) continue;
      const indexes = (await collection.indexes()).filter((index) => index['name'] !== '_id_');
      const head = bson({ $collection: name, indexes });
      yield head;
      const rows =
        office === undefined
          ? collection.find({}, { session, raw: true, sort: { _id: 1 } })
          : collection.aggregate(stages, { session, raw: true });
      for await (const row of rows as AsyncIterable<unknown>) {
        const document = row as Buffer;
        sum.update(name).update(document);
        documents += 1;
        yield document;
      }
    }
    yield bson({ $end: true, documents, sha256: sum.digest('hex') });
  } finally {
    await session.endSession();
  }
}

/**
 * Reads a stream that `dump` wrote.
 * @param visitor hears of everything before it is known whether the stream is whole.
 * @returns ok only where it is whole and its sum is right. @throws what the visitor or the stream throws.
 */
export async function readDump(stream: AsyncIterable<Buffer>, visitor: DumpVisitor): Promise<Dumped> {
  const sum = createHash('sha256');
  let at: Date | null = null;
  let name: string | null = null;
  let documents = 0;
  for await (const document of split(stream)) {
    if (document === null) break;
    const mark = markOf(document);
    if (at === null) {
      if (!mark || !('$kuebna' in mark)) return { ok: false, reason: 'no-backup' };
      if (mark['$kuebna'] !== FORMAT) return { ok: false, reason: 'newer' };
      at = mark['at'] as Date;
    } else if (mark && '$end' in mark) {
      const sha256 = sum.digest('hex');
      const whole = mark['documents'] === documents && mark['sha256'] === sha256;
      return whole ? { ok: true, at, documents, sha256 } : { ok: false, reason: 'broken' };
    } else if (mark && '$collection' in mark) {
      name = mark['$collection'] as string;
      await visitor.collection({ name, indexes: mark['indexes'] as DumpedCollection['indexes'] });
    } else if (name === null) return { ok: false, reason: 'broken' };
    else {
      sum.update(name).update(document);
      documents += 1;
      await visitor.document(document);
    }
  }
  return { ok: false, reason: at === null ? 'no-backup' : 'broken' };
}

function bson(value: Record<string, unknown>): Buffer {
  return Buffer.from(BSON.serialize(value));
}

/** @returns what stands between the documents, null for a document: no field of ours begins with `$`. */
function markOf(document: Buffer): Record<string, unknown> | null {
  // the first field's name begins behind the length and the type
  return document[5] === 0x24 ? BSON.deserialize(document) : null;
}

/** @returns the stream's documents, and null where it breaks off or is of something else. */
async function* split(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let left: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    left = left.length === 0 ? piece : Buffer.concat([left, piece]);
    let from = 0;
    while (left.length - from >= 4) {
      const length = left.readInt32LE(from);
      if (length < 5 || length > LARGEST) {
        yield null;
        return;
      }
      if (left.length - from < length) break;
      yield left.subarray(from, from + length);
      from += length;
    }
    left = left.subarray(from);
  }
  if (left.length > 0) yield null;
}
