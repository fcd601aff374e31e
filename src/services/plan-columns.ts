/** Which column of an office's own files holds what, as somebody said once: kept for its next file; import-plan uses it. */
import type { Override } from '../plan-import/mapping.ts';
import type { Database } from '../db/connect.ts';
import { findOffices } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';

const KEY = 'planColumns';

/** @param office id, or null for the one of this name. @returns what was kept, empty where nothing was. */
export async function findColumns(
  database: Database,
  office: string | null,
  name: string,
): Promise<Override[]> {
  const bare = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();
  const { offices } = await findOffices(database.models);
  const own = offices.find((one) => (office === null ? bare(one.name) === bare(name) : one.id === office));
  const kept = own?.settings?.[KEY];
  return Array.isArray(kept) ? (kept as Override[]) : [];
}

/** Keeps what was said of headings; the newer word counts. */
export async function keepColumns(
  database: Database,
  office: string,
  said: readonly Override[],
): Promise<void> {
  const before = await findColumns(database, office, '');
  const kept = [...before.filter(({ heading }) => !said.some((one) => one.heading === heading)), ...said];
  await commit(database, [
    { to: 'offices', update: { where: { _id: office }, change: { $set: { [`settings.${KEY}`]: kept } } } },
  ]);
}
