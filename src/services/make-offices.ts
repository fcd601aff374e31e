/** Offices that an operator makes, one or many: who has the name already stays as it is, however often and by whomever it is asked; web/offices calls it. */
import { createHash } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import { findOffices } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { officeKey } from '../plan-import/office-list.ts';
import { markOf, type Trial } from './trial.ts';
import { type Write, writeAudit } from './writes.ts';

export interface WantedOffice {
  name: string;
  parentAgencies: string[];
}

/** One office with its audit, many of them a transaction. */
const TOGETHER = 100;
/** Somebody else may be making the same ones. */
const TRIES = 5;

/**
 * @param wanted with different names. @param by who makes them.
 * @returns of each, its id and whether it is there since now.
 */
export async function makeOffices<T extends WantedOffice>(
  database: Database,
  wanted: readonly T[],
  { by, now, trial }: { by: string; now: Date; trial: Trial | null },
): Promise<(T & { id: string; made: boolean })[]> {
  const made = new Set<string>();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { offices, unreadable } = await findOffices(database.models);
    const known = new Map([...offices, ...unreadable].map(({ id, name }) => [officeKey(name), id]));
    // one whose name cannot be read is known by the id that follows from it
    for (const { name } of wanted)
      if (unreadable.some(({ id }) => id === idFor(name, 0))) known.set(officeKey(name), idFor(name, 0));
    const idOf = ({ name }: T): string => known.get(officeKey(name)) ?? idFor(name, tries);
    const missing = wanted.filter(({ name }) => !known.has(officeKey(name)));
    if (missing.length === 0)
      return wanted.map((one) => ({ ...one, id: idOf(one), made: made.has(idOf(one)) }));
    for (let from = 0; from < missing.length; from += TOGETHER) {
      const some = missing.slice(from, from + TOGETHER);
      const writes = some.flatMap(({ name, parentAgencies }): Write[] => {
        const own = { name, parentAgencies, language: 'th' as const, currentPlan: null, planRev: 0 };
        const insert = { _id: idFor(name, tries), ...own, settings: markOf(trial), createdAt: now };
        return [{ to: 'offices', insert }, writeAudit(insert._id, now, by, 'make-office', {})];
      });
      if ((await commit(database, writes)).ok) for (const { name } of some) made.add(idFor(name, tries));
    }
  }
  throw new Error('offices of these names come and go');
}

/** The same for the same name: two who make it at once make one. Another where an office that was deleted keeps the first. */
function idFor(name: string, tries: number): string {
  const key = tries === 0 ? officeKey(name) : `${officeKey(name)} ${tries}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
