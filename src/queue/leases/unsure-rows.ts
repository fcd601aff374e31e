/** Rows whose storing was never answered for: they may be there, leased to this process, and nobody works on them; each worker looks for its own. */
import type { Database } from '../../db/connect.ts';
import { LEASE_MS } from '../timing.ts';

/** More are left to the end of their lease: while MongoDB is away they only become more. */
const MOST = 5_000;

export interface UnsureRows<Row> {
  add(row: Row): void;
  /** Those that are still looked for. */
  ids(): string[];
  /** @returns those that are there and still this process's to work on; each is told once. */
  find(now: Date): Promise<Row[]>;
}

export function unsureRows<Row extends { _id: string; fence: number }>(
  database: Database,
  name: 'inbox' | 'outbox',
  holder: string,
): UnsureRows<Row> {
  const { collection } = database.models[name];
  /** When its lease ends, by which another claims it. */
  const looked = new Map<string, { row: Row; until: number | null }>();
  return {
    add(row) {
      if (looked.size < MOST || looked.has(row._id)) looked.set(row._id, { row, until: null });
    },
    ids: () => [...looked.keys()],
    async find(now) {
      if (looked.size === 0) return [];
      const asked = [...looked.keys()];
      const there = await collection.find({ _id: { $in: asked }, holder, open: true } as never).toArray();
      for (const [id, one] of looked) {
        one.until ??= now.getTime() + LEASE_MS;
        if (one.until <= now.getTime()) looked.delete(id);
      }
      const rows = there as unknown as Row[];
      // one that was claimed since is in somebody's hand
      const ours = rows.filter(({ _id, fence }) => looked.get(_id)?.row.fence === fence);
      for (const { _id } of rows) looked.delete(_id);
      return ours;
    },
  };
}
