/** Whether an office lets the assistant help to read what its people write; off until an administrator switches it on. */
import type { Database } from '../db/connect.ts';
import type { Office } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { writeAudit } from './writes.ts';

/** @returns whether the office switched it on; what cannot be read counts as off. */
export function wantsAssistant({ settings }: Pick<Office, 'settings'>): boolean {
  const own = settings?.['assistant'];
  return typeof own === 'object' && own !== null && 'on' in own && own.on === true;
}

/** Stores the choice. @returns false when somebody changed the office meanwhile. */
export async function storeAssistant(
  database: Database,
  office: Office,
  on: boolean,
  now: Date,
  by: string,
): Promise<boolean> {
  const settings = { ...office.settings, assistant: { on } };
  const done = await commit(database, [
    {
      to: 'offices',
      update: { where: { _id: office.id, settings: office.settings }, change: { $set: { settings } } },
    },
    writeAudit(office.id, now, by, 'assistant-settings', { on }),
  ]);
  return done.ok;
}
