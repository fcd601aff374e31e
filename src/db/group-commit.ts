/** Commits units of work together: while one transaction is under way, what arrives forms the next; used by the inbox worker. */
import { realTimers, type Timers } from '../clock.ts';
import { isDatabaseAway } from './away.ts';
import type { Database } from './connect.ts';
import { commit, type Committed, type Write } from './unit-of-work.ts';

interface Waiting<Item> {
  writes: readonly Write[];
  item: Item;
  resolve: (result: Committed) => void;
  reject: (error: unknown) => void;
}

/** Commits the writes of one unit, with the ending of its item. */
export type GroupCommit<Item = void> = (writes: readonly Write[], item: Item) => Promise<Committed>;

export interface GroupCommitOptions<Item> {
  /** Units in one transaction. */
  most?: number;
  timers?: Timers;
  /** What ends the units, written at once for the items of all that go together. */
  ending?: (items: readonly Item[]) => Write[];
}

/**
 * A transaction costs much the same for one unit as for many. If the joint one meets a conflict,
 * it is taken apart until each unit stands for itself, so nobody pays for a neighbour.
 */
export function groupCommit<Item = void>(
  database: Database,
  { most = 48, timers = realTimers, ending = () => [] }: GroupCommitOptions<Item> = {},
): GroupCommit<Item> {
  let waiting: Waiting<Item>[] = [];
  let busy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(batch);
    }
    busy = false;
  }

  /** All units of a batch as one. */
  function joined(batch: readonly Waiting<Item>[]): Promise<Committed> {
    const writes = batch.flatMap((one) => [...one.writes]);
    return commit(database, [...writes, ...ending(batch.map(({ item }) => item))], timers);
  }

  /** @returns what kept it from the database, which is nobody's fault: the others would only wait that long once more each. */
  async function settle(batch: Waiting<Item>[]): Promise<unknown> {
    const [only] = batch;
    if (!only) return null;
    try {
      const together = await joined(batch);
      if (together.ok || batch.length === 1) {
        for (const one of batch) one.resolve(together);
        return null;
      }
    } catch (error) {
      if (isDatabaseAway(error) || batch.length === 1) {
        for (const one of batch) one.reject(error);
        return isDatabaseAway(error) ? error : null;
      }
    }
    // mostly it is one of them: halves find it in a few steps
    const half = batch.length >> 1;
    const away = await settle(batch.slice(0, half));
    const rest = batch.slice(half);
    if (away === null) return settle(rest);
    for (const one of rest) one.reject(away);
    return away;
  }

  return (writes, item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, writes, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void run());
    });
}
