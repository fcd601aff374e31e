/** Group-committed inserts into the inbox: at most one insert under way, what arrives meanwhile forms the next. Used by the webhook. */
import type { mongo } from 'mongoose';
import { realTimers, type Timers } from '../clock.ts';
import { WAITS_MS, within } from '../waits.ts';
import type { Database } from './connect.ts';
import type { InboxDocument } from './inbox.ts';

export type Stored = 'new' | 'known';

/** Why an event could not be made durable; LINE delivers it again. */
export class NotDurable extends Error {
  constructor(reason: 'full' | 'late' | 'refused', options?: ErrorOptions) {
    super(`inbox: ${reason}`, options);
  }
}

interface Waiting {
  row: InboxDocument;
  /** performance.now() after which the webhook has given up waiting. */
  deadline: number;
  resolve(stored: Stored): void;
  reject(error: unknown): void;
}

export interface InboxStore {
  /** Resolves once the event is durable on a majority; rejects with NotDurable within the time limit. */
  put(row: InboxDocument): Promise<Stored>;
  waiting(): number;
}

export interface InboxStoreOptions {
  /** Longest wait for durability, milliseconds. */
  limitMs?: number;
  /** Events that may wait while MongoDB is slow or away. */
  cap?: number;
  /** Events of one insertMany. */
  batch?: number;
  timers?: Timers;
  /** Called for each row that was refused and may be stored all the same, with this process's lease. */
  unsure?: (row: InboxDocument) => void;
}

/** @param stored called for each new row as soon as it is durable: the worker's short cut. */
export function inboxStore(
  database: Database,
  stored: (row: InboxDocument) => void,
  options: InboxStoreOptions = {},
): InboxStore {
  const { limitMs = WAITS_MS.store, cap = 5000, batch = 256, timers = realTimers } = options;
  const { collection } = database.models.inbox;
  let queue: Waiting[] = [];
  let busy = false;
  /** Events of the last insert. */
  let last = 0;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const now = performance.now();
      const taken = queue.slice(0, batch);
      queue = queue.slice(batch);
      const alive = taken.filter((one) => one.deadline > now);
      for (const one of taken) if (one.deadline <= now) one.reject(new NotDurable('late'));
      last = alive.length;
      if (alive.length === 0) continue;
      // the next ones do not wait for what hangs: it ends by itself, and nobody listens any more
      await within('store', insert(alive), timers).catch(() => lost(alive));
    }
    busy = false;
  }

  /** No answer to the insert: it may be stored all the same. */
  function lost(rows: readonly Waiting[], cause?: unknown): void {
    for (const one of rows) {
      one.reject(new NotDurable('refused', { cause }));
      options.unsure?.(one.row);
    }
  }

  async function insert(rows: Waiting[]): Promise<void> {
    const documents = rows.map((one) => one.row) as never[];
    const durable = {
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: limitMs },
    } as mongo.BulkWriteOptions;
    try {
      // one alone: the driver's way to many costs a tenth of a millisecond more
      if (documents.length === 1) await collection.insertOne(documents[0]!, durable);
      else await collection.insertMany(documents, { ...durable, ordered: false });
      for (const one of rows) settle(one);
    } catch (error) {
      const failures = writeErrors(error);
      if (!failures) return lost(rows, error);
      rows.forEach((one, index) => {
        const code = failures.get(index);
        if (code === undefined) settle(one);
        else if (code === 11000) one.resolve('known');
        else one.reject(new NotDurable('refused', { cause: error }));
      });
    }
  }

  function settle(one: Waiting): void {
    one.resolve('new');
    stored(one.row);
  }

  return {
    put: (row) =>
      new Promise((resolve, reject) => {
        if (queue.length >= cap) return reject(new NotDurable('full'));
        const waiting = { row, deadline: performance.now() + limitMs, resolve, reject };
        queue.push(waiting);
        // the driver may hang on a dead server for longer than LINE waits for our answer
        const cancel = timers.after(limitMs, () => reject(new NotDurable('late')));
        waiting.resolve = (value) => (cancel(), resolve(value));
        waiting.reject = (error) => (cancel(), reject(error as Error));
        if (busy) return;
        busy = true;
        // the events of one webhook are put in one go; where several came together, others are on their way
        if (last > 1) setImmediate(() => void run());
        else queueMicrotask(() => void run());
      }),
    waiting: () => queue.length,
  };
}

/** @returns error code by position, or null when the batch as a whole failed (then nothing may be assumed stored). */
function writeErrors(error: unknown): Map<number, number> | null {
  const bulk = error as {
    code?: unknown;
    writeErrors?: mongo.WriteError | mongo.WriteError[];
    result?: { getWriteConcernError?(): unknown };
  };
  // a document inserted alone has no list of errors
  if (!bulk.writeErrors && bulk.code === 11000) return new Map([[0, 11000]]);
  if (!bulk.writeErrors || bulk.result?.getWriteConcernError?.()) return null;
  const list = Array.isArray(bulk.writeErrors) ? bulk.writeErrors : [bulk.writeErrors];
  return list.length === 0 ? null : new Map(list.map((one) => [one.index, one.code]));
}
