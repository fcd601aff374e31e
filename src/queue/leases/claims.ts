/** Claims and leases on the rows of a queue collection: skip what is locked, fence what is stale. Inbox and outbox workers share it. */
import type { Model } from 'mongoose';
import type { Database } from '../../db/connect.ts';
import { LEASE_MS, whereFree } from '../timing.ts';
import { evenly } from './evenly.ts';

interface Queued {
  _id: string;
  office: string;
  open?: true;
  nextAt: Date | null;
  holder: string | null;
  fence: number;
}

/** A row as it was seen, before it is claimed. */
type Seen = Pick<Queued, '_id' | 'fence'>;

export interface Claims<Row> {
  /**
   * Rows that are due and were not held, at most `most`: of each office one in turn, and going on over the offices from
   * where the last look ended.
   * @param inHand what this process still works on: after a pause longer than a lease it must not take that from itself.
   */
  claim(most: number, now: Date, inHand?: (id: string) => boolean): Promise<Row[]>;
  /** Those of the rows that nobody else took meanwhile, in one go. */
  take(rows: readonly Seen[], now: Date): Promise<Row[]>;
  /** Holds on to rows that are waiting in memory. */
  renew(ids: readonly string[], now: Date): Promise<void>;
  /** Gives rows back to whoever claims next. @param note further fields to set, as an aggregation says them. */
  release(ids: readonly string[], now: Date, note?: Record<string, unknown>): Promise<void>;
  /** How many are open, how long the one that came first has been, and how long one could have been claimed. */
  depth(now: Date): Promise<{ open: number; oldestSeconds: number; dueSeconds: number }>;
}

/** Noted of rows that are given back in order: that they were claimed says nothing against them. */
export const IN_ORDER = { givenBack: { $add: [{ $ifNull: ['$givenBack', 0] }, 1] } };

/** Holds open rows only. */
const OPEN_INDEX = { office: 1, nextAt: 1 };
/** A row locked by a transaction of a killed process is skipped, not waited for. */
const SKIP_CODES = new Set([50, 112, 251]);

/** @param name a queue collection. @param holder this process. @param since field a row's age is counted from. */
export function claims<Row extends Queued>(
  database: Database,
  name: 'inbox' | 'outbox',
  holder: string,
  since: 'receivedAt' | 'createdAt',
): Claims<Row> {
  const model = database.models[name] as unknown as Model<Row>;
  const { collection } = model;
  const mine = (ids: readonly string[]) => ({ _id: { $in: ids }, holder, open: true }) as never;

  /** Offices up to this one had their look. */
  let lookedUpTo = '';

  async function look(after: string, most: number, now: Date): Promise<(Seen & { office: string })[]> {
    const due = await collection
      .find({ office: { $gt: after }, open: true, ...whereFree(name, now) } as never, {
        projection: { office: 1, fence: 1 },
      })
      .hint(OPEN_INDEX)
      .limit(most)
      .toArray();
    return due as unknown as (Seen & { office: string })[];
  }

  async function claimEach(rows: readonly Seen[], now: Date): Promise<Row[]> {
    const claimed = await Promise.all(
      rows.map((row) =>
        collection
          .findOneAndUpdate(
            { _id: row._id, fence: row.fence, open: true, ...whereFree(name, now) } as never,
            { $set: { holder, nextAt: new Date(now.getTime() + LEASE_MS) }, $inc: { fence: 1 } } as never,
            { returnDocument: 'after', maxTimeMS: 200 },
          )
          .catch((error: unknown) => {
            skipped(error);
            // the time may have run out after the claim was written, while a majority was waited for
            const written = { _id: row._id, holder, fence: row.fence + 1, open: true };
            return collection.findOne(written as never, { readConcern: { level: 'local' } });
          }),
      ),
    );
    return claimed.filter((row) => row !== null) as unknown as Row[];
  }

  return {
    async claim(most, now, inHand = () => false) {
      const looked = most * 2;
      const due = await look(lookedUpTo, looked, now);
      const begins = due.length < looked && lookedUpTo !== '';
      const first = begins ? await look('', looked - due.length, now) : [];
      const seen = [...due, ...first.filter(({ _id }) => !due.some((one) => one._id === _id))];
      lookedUpTo = seen.length < looked ? '' : seen.at(-1)!.office;
      const picked = evenly(shuffled(seen.filter(({ _id }) => !inHand(_id))), most);
      return claimEach(picked, now);
    },
    async take(rows, now) {
      if (rows.length === 0) return [];
      const ids = rows.map(({ _id }) => _id);
      const until = new Date(now.getTime() + LEASE_MS);
      const one = await collection
        .updateMany(
          { _id: { $in: ids }, open: true, ...whereFree(name, now) } as never,
          { $set: { holder, nextAt: until }, $inc: { fence: 1 } } as never,
          { maxTimeMS: 500 },
        )
        .then(() => true, skipped);
      const mine = { _id: { $in: ids }, open: true, holder, nextAt: until };
      const taken = (await collection
        .find(mine as never, { readConcern: { level: 'local' } })
        .toArray()) as unknown as Row[];
      if (one || taken.length === rows.length) return taken;
      // one of them is locked: the others are not to wait for it
      const known = new Set(taken.map(({ _id }) => _id));
      const rest = rows.filter(({ _id }) => !known.has(_id));
      return [...taken, ...(await claimEach(rest, now))];
    },
    async renew(ids, now) {
      if (ids.length === 0) return;
      await collection.updateMany(mine(ids), {
        $set: { nextAt: new Date(now.getTime() + LEASE_MS) },
      } as never);
    },
    async release(ids, now, note = {}) {
      if (ids.length === 0) return;
      await collection.updateMany(mine(ids), [{ $set: { nextAt: now, holder: null, ...note } }] as never);
    },
    async depth(now) {
      const [found] = await collection
        .aggregate<{ open: number; oldest: Date; due: Date }>(
          [
            { $match: { open: true } },
            {
              $group: {
                _id: null,
                open: { $sum: 1 },
                oldest: { $min: `$${since}` },
                due: { $min: '$nextAt' },
              },
            },
          ],
          { hint: OPEN_INDEX },
        )
        .toArray();
      if (!found) return { open: 0, oldestSeconds: 0, dueSeconds: 0 };
      const ago = (moment: Date): number => Math.max(0, (now.getTime() - moment.getTime()) / 1000);
      return { open: found.open, oldestSeconds: ago(found.oldest), dueSeconds: ago(found.due) };
    },
  };
}

/** @returns whether that is about a row that somebody has locked. */
export function isLocked(error: unknown): boolean {
  return SKIP_CODES.has((error as { code?: number }).code ?? 0);
}

/** @throws what is not about such a row. */
function skipped(error: unknown): false {
  if (!isLocked(error)) throw error;
  return false;
}

/** Instances that look at the same rows pick different ones. @returns the list itself. */
export function shuffled<T>(list: T[]): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}
