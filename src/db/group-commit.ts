/** Commits units of work together: while one transaction is under way, what arrives forms the next; used by the inbox worker. */
import { realTimers, type Timers } from '../clock.ts';
import { isAway } from './away.ts';
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
 * each unit is tried alone, so nobody pays for a neighbour.
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

  async function settle(batch: Waiting<Item>[]): Promise<void> {
    if (batch.length > 1) {
      const together = await joined(batch).catch((error: unknown) => {
        // it is nobody's fault: one after the other they would only wait that long once more each
        if (isAway(error)) for (const one of batch) one.reject(error);
        return isAway(error) ? 'away' : null;
      });
      if (together === 'away') return;
      if (together?.ok) {
        for (const one of batch) one.resolve(together);
        return;
      }
    }
    let away: unknown = null;
    for (const one of batch) {
      if (away === null)
        await joined([one]).then(one.resolve, (error: unknown) => {
          if (isAway(error)) away = error;
          one.reject(error);
        });
      else one.reject(away);
    }
  }

  return (writes, item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, writes, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void run());
    });
}
