/** Takes a job through all offices, several side by side, so that one that fails does not stop the others; called by the jobs. */
import { inOffice } from '../current-office.ts';
import { type GroupCommit, groupCommit } from '../db/group-commit.ts';
import { findOffices } from '../db/offices.ts';
import type { UnreadableDocument } from '../db/stored.ts';
import { type OfficeAtWork, withPlans } from '../services/reminders.ts';
import { slotId } from '../db/slots.ts';
import type { Write } from '../services/writes.ts';
import { countsIn, type JobDeps, type JobResult } from './job.ts';

/** Offices worked on at the same time: enough to fill a transaction, few enough for the memory. */
const SIDE_BY_SIDE = 24;
/** An event of an office may change what was read: then it is decided anew. */
const TRIES = 5;

/** @returns offices with a plan; none of those that are suspended, and none that cannot be read. */
export async function officesAtWork({
  database,
  log,
}: Pick<JobDeps, 'database' | 'log'>): Promise<OfficeAtWork[]> {
  const unreadable = (error: UnreadableDocument): void => log.error('office-unreadable', { error });
  const { offices, unreadable: broken } = await findOffices(database.models);
  for (const { fault } of broken) unreadable(fault);
  const awake = offices.filter(({ suspendedAt }) => suspendedAt === undefined);
  return withPlans(database, awake, unreadable);
}

/**
 * @param work decides for one office; it gives its writes to `store` and may be called again when `store` says false.
 * @throws AggregateError after all have had their turn when some failed, so that the slot is tried again.
 */
export async function eachOffice(
  deps: JobDeps,
  offices: readonly OfficeAtWork[],
  work: (office: OfficeAtWork, commit: GroupCommit) => Promise<JobResult | 'conflict'>,
): Promise<JobResult> {
  const commit = groupCommit(deps.database, { most: SIDE_BY_SIDE });
  const total: JobResult = {};
  const errors: unknown[] = [];
  const waiting = [...offices];
  const one = async (office: OfficeAtWork): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const result = await work(office, commit);
      if (result === 'conflict') continue;
      for (const [name, count] of countsIn(result)) total[name] = (total[name] ?? 0) + count;
      return;
    }
    throw new Error('the same conflict again and again');
  };
  const lane = async (): Promise<void> => {
    for (let office = waiting.shift(); office; office = waiting.shift()) {
      const mine = office;
      await inOffice(mine.office.id, () =>
        one(mine).catch((error: unknown) => {
          errors.push(error);
          deps.log.error('job-office-failed', { error });
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, waiting.length) }, lane));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} offices failed`);
  return total;
}

/** An office's own row of a slot, written together with what came of it. */
export function noteOfficeSlot(office: string, job: string, slot: string, at: Date, outcome: unknown): Write {
  const where = { _id: slotId(office, job, slot) };
  return {
    to: 'slots',
    update: { where, change: { $set: { office, job, slot, at, outcome } }, upsert: true },
  };
}
