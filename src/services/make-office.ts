/** Makes an office before it has a plan; the console calls it, an import makes one by itself. */
import type { Database } from '../db/connect.ts';
import { findOffices, type OfficeDocument } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { sameName } from './import-plan.ts';
import { markOf, type Trial } from './trial.ts';
import { newId, type Write, writeAudit } from './writes.ts';

/** @param how who makes it; `session` is theirs, and belongs to the new office from now on. */
export async function makeOffice(
  database: Database,
  { name, parentAgencies }: { name: string; parentAgencies: string[] },
  { by, now, trial, session }: { by: string; now: Date; trial: Trial | null; session: string },
): Promise<{ ok: true; id: string } | { ok: false; reason: 'known' }> {
  const { offices, unreadable } = await findOffices(database.models);
  if ([...offices, ...unreadable].some((one) => sameName(one.name, name)))
    return { ok: false, reason: 'known' };
  const id = newId();
  const office: OfficeDocument = {
    _id: id,
    name,
    parentAgencies,
    language: 'th',
    currentPlan: null,
    planRev: 0,
    settings: markOf(trial),
    createdAt: now,
  };
  const writes: Write[] = [
    { to: 'offices', insert: office },
    { to: 'websessions', update: { where: { _id: session }, change: { $set: { office: id } } } },
    writeAudit(id, now, by, 'make-office', {}),
  ];
  const done = await commit(database, writes);
  return done.ok ? { ok: true, id } : { ok: false, reason: 'known' };
}
