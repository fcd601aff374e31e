/** Ends the leases of instances that are dead, as if their time were over, in all that is held; instances.ts calls it. */
import type { CollectionName } from '../../db/collections.ts';
import type { Database } from '../../db/connect.ts';
import { ANY_OFFICE } from '../../db/offices-in.ts';
import { isLocked } from './claims.ts';

/** Where rows are held: which they are, by whom and until when. A hold ends by its time alone, so that fences hold as ever. */
const HELD: readonly { name: CollectionName; where: object; holder: string; until: string }[] = [
  { name: 'inbox', where: { office: ANY_OFFICE, open: true }, holder: 'holder', until: 'nextAt' },
  { name: 'outbox', where: { office: ANY_OFFICE, open: true }, holder: 'holder', until: 'nextAt' },
  { name: 'deliveries', where: { office: ANY_OFFICE, open: true }, holder: 'holder', until: 'nextAt' },
  { name: 'downloads', where: { office: ANY_OFFICE }, holder: 'holder', until: 'until' },
  { name: 'evidence', where: { office: ANY_OFFICE }, holder: 'work.holder', until: 'work.nextAt' },
  {
    name: 'slots',
    where: { office: '-', 'outcome.state': 'running' },
    holder: 'outcome.holder',
    until: 'outcome.until',
  },
];
/** One that is locked is not waited for, nor do the others wait behind it. */
const ALL_MS = 500;
const EACH_MS = 200;

/** @returns how many were ended, and how many are still locked by somebody's transaction. */
export async function endLeases(
  { models }: Database,
  holders: readonly string[],
  now: Date,
): Promise<{ ended: number; locked: number }> {
  const sums = { ended: 0, locked: 0 };
  for (const { name, where, holder, until } of HELD) {
    const { collection } = models[name];
    const held = { ...where, [holder]: { $in: holders }, [until]: { $gt: now } };
    const change = { $set: { [until]: now } };
    const end = (filter: object, maxTimeMS: number): Promise<number | null> =>
      collection.updateMany(filter, change, { maxTimeMS }).then(
        ({ modifiedCount }) => modifiedCount,
        (error: unknown) => {
          if (!isLocked(error)) throw error;
          return null;
        },
      );
    const together = await end(held, ALL_MS);
    sums.ended += together ?? 0;
    if (together !== null) continue;
    const rest = await collection.find(held, { projection: { _id: 1 } }).toArray();
    const each = await Promise.all(rest.map(({ _id }) => end({ ...held, _id }, EACH_MS)));
    sums.ended += each.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    sums.locked += each.filter((one) => one === null).length;
  }
  return sums;
}
