/** Units of work: lists of writes that happen together in one transaction, or not at all. Every change of data goes through here. */
import type { mongo } from 'mongoose';
import { realTimers, type Timers } from '../clock.ts';
import { within } from '../waits.ts';
import type { CollectionName, Documents } from './collections.ts';
import type { Database } from './connect.ts';

/** One write. Expectations make races visible: a missed one takes the whole unit back. */
export type Write = WithoutInsert | { [Name in CollectionName]: WithInsert<Name> }[CollectionName];

interface WithInsert<Name extends CollectionName> extends Changes {
  to: Name;
  /** A new document; an existing id or unique key is a conflict. */
  insert: Documents[Name];
}

/** Any collection's: a type for each would be more than the compiler tells apart. */
interface WithoutInsert extends Changes {
  to: CollectionName;
  insert?: never;
}

interface Changes {
  /** Changes exactly one document, or it is a conflict; with `upsert` it may also make it. */
  update?: { where: Record<string, unknown>; change: Record<string, unknown>; upsert?: boolean };
  /** Changes each of these documents alike, or it is a conflict. */
  updateEach?: { ids: readonly string[]; where: Record<string, unknown>; change: Record<string, unknown> };
  /** Changes whatever matches, none included. */
  updateAll?: { where: Record<string, unknown>; change: Record<string, unknown> };
  removeAll?: { where: Record<string, unknown> };
}

export type Committed = { ok: true } | { ok: false; reason: 'conflict' };

const WRITE_CONCERN = { w: 'majority', journal: true } as const;

/**
 * Commits one unit of work with majority and journal.
 * @returns conflict when an expectation was missed or a unique key taken: nothing was stored, read again and decide anew.
 * @throws when MongoDB cannot be reached, or WaitOver; then it may still be stored, as a whole: what must not happen
 * twice says so by what it expects.
 */
export function commit(
  database: Database,
  writes: readonly Write[],
  timers: Timers = realTimers,
): Promise<Committed> {
  if (writes.length === 0) return Promise.resolve({ ok: true });
  const session = database.connection.getClient().startSession();
  const waited = { over: false };
  return within('commit', transact(database, writes, session, waited), timers).catch((error: unknown) => {
    // the driver would begin anew for two minutes; what is under way must not keep its documents locked
    waited.over = true;
    void session.endSession().catch(() => undefined);
    throw error;
  });
}

async function transact(
  database: Database,
  writes: readonly Write[],
  session: mongo.ClientSession,
  waited: { readonly over: boolean },
): Promise<Committed> {
  try {
    await session.withTransaction(
      async () => {
        if (waited.over) throw new Error('nobody waits for this unit of work any more');
        for (const group of groups(writes)) {
          const touched = await write(database, group, session);
          if (group.expected !== null && touched !== group.expected) throw new Conflict();
        }
      },
      { writeConcern: WRITE_CONCERN, readConcern: { level: 'majority' } },
    );
    return { ok: true };
  } catch (error) {
    if (error instanceof Conflict || isDuplicateKey(error)) return { ok: false, reason: 'conflict' };
    throw error;
  } finally {
    await session.endSession();
  }
}

/** @returns how many documents the updates touched. */
async function write(
  database: Database,
  { to, operations }: Operations,
  session: mongo.ClientSession,
): Promise<number> {
  const collection = database.models[to].collection as unknown as mongo.Collection<{ _id: string }>;
  const [first, ...more] = operations;
  if (more.length > 0 || !first) {
    const result = await collection.bulkWrite(operations, { session, ordered: true });
    return result.matchedCount + result.upsertedCount;
  }
  // the driver's way to many is dear for one
  if ('insertOne' in first) {
    await collection.insertOne(first.insertOne.document as never, { session });
    return 0;
  }
  if ('updateOne' in first) {
    const { filter, update, upsert = false } = first.updateOne;
    const result = await collection.updateOne(filter, update, { session, upsert });
    return result.matchedCount + result.upsertedCount;
  }
  if ('updateMany' in first)
    return (await collection.updateMany(first.updateMany.filter, first.updateMany.update, { session }))
      .matchedCount;
  await collection.deleteMany(first.deleteMany.filter, { session });
  return 0;
}

class Conflict extends Error {}

function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: number }).code === 11000;
}

type Operation = Extract<
  mongo.AnyBulkWriteOperation<{ _id: string }>,
  { insertOne: unknown } | { updateOne: unknown } | { updateMany: unknown } | { deleteMany: unknown }
>;

interface Operations {
  to: CollectionName;
  operations: Operation[];
  /** Documents the updates must touch; null where any number is right. */
  expected: number | null;
}

/** One command a collection: writes to the same collection go together, in their order. */
function groups(writes: readonly Write[]): Operations[] {
  const byKey = new Map<string, Operations>();
  for (const write of writes) {
    const loose = write.updateAll !== undefined || write.removeAll !== undefined;
    const key = `${write.to}${loose ? '*' : ''}`;
    const group = byKey.get(key) ?? { to: write.to, operations: [], expected: loose ? null : 0 };
    byKey.set(key, group);
    group.operations.push(operation(write));
    if (group.expected !== null) group.expected += write.update ? 1 : (write.updateEach?.ids.length ?? 0);
  }
  return [...byKey.values()];
}

function operation(write: Write): Operation {
  if (write.insert) return { insertOne: { document: write.insert } };
  if (write.update) {
    const { where, change, upsert = false } = write.update;
    return { updateOne: { filter: where, update: change, upsert } };
  }
  if (write.updateEach) {
    const { ids, where, change } = write.updateEach;
    return { updateMany: { filter: { ...where, _id: { $in: [...ids] } }, update: change } };
  }
  if (write.updateAll)
    return { updateMany: { filter: write.updateAll.where, update: write.updateAll.change } };
  if (write.removeAll) return { deleteMany: { filter: write.removeAll.where } };
  throw new Error(`a write to ${write.to} that says nothing`);
}
