/** Marks of an office's settings as a form showed them: a form is stored only over what it was filled from. */
import { createHash } from 'node:crypto';
import type { Act } from '../domain/acts.ts';
import type { Office } from '../db/offices.ts';
import type { Database } from '../db/connect.ts';
import { commit } from '../db/unit-of-work.ts';
import { writeAudit } from './writes.ts';

export type SettingsPart = 'report' | 'reminders' | 'days' | 'assistant' | 'retention' | 'quota' | 'outside';

/** @returns a short mark of one part of the settings as they now stand. */
export function markOfSettings({ settings }: Pick<Office, 'settings'>, part: SettingsPart): string {
  const text = JSON.stringify(settings?.[part] ?? null);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Stores one part in place of what was chosen before. @returns false when somebody changed the office meanwhile. */
export async function storeSettings(
  database: Database,
  office: Office,
  part: SettingsPart,
  chosen: unknown,
  { by, now, act }: { by: string; now: Date; act: Act },
): Promise<boolean> {
  const settings = { ...office.settings, [part]: chosen };
  const done = await commit(database, [
    {
      to: 'offices',
      update: { where: { _id: office.id, settings: office.settings }, change: { $set: { settings } } },
    },
    writeAudit(office.id, now, by, act, { changed: Object.keys(chosen as object) }),
  ]);
  return done.ok;
}
