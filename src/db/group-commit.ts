/** Commits units of work together: while one transaction is under way, what arrives forms the next; used by the inbox worker. */
import type { Database } from './connect.ts';
import { commit, type Committed, type Write } from './unit-of-work.ts';

interface Waiting {
  writes: readonly Write[];
  resolve: (result: Committed) => void;
  reject: (error: unknown) => void;
}

export type GroupCommit = (writes: readonly Write[]) => Promise<Committed>;

/**
 * A transaction costs much the same for one unit as for many. If the joint one meets a conflict,
 * each unit is tried alone, so nobody pays for a neighbour.
 * @param most units in one transaction.
 */
export function groupCommit(database: Database, most = 48): GroupCommit {
  let waiting: Waiting[] = [];
  let busy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(batch);
    }
    busy = false;
  }

  async function settle(batch: Waiting[]): Promise<void> {
    if (batch.length > 1) {
      const together = await commit(
        database,
        batch.flatMap((one) => [...one.writes]),
      ).catch(() => null);
      if (together?.ok) {
        for (const one of batch) one.resolve(together);
        return;
      }
    }
    for (const one of batch) await commit(database, one.writes).then(one.resolve, one.reject);
  }

  return (writes) =>
    new Promise((resolve, reject) => {
      waiting.push({ writes, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void run());
    });
}
