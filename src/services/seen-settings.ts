/** Marks of an office's settings as a form showed them: a form is stored only over what it was filled from. */
import { createHash } from 'node:crypto';
import type { Office } from '../db/offices.ts';

export type SettingsPart = 'report' | 'reminders' | 'days' | 'assistant';

/** @returns a short mark of one part of the settings as they now stand. */
export function markOfSettings({ settings }: Pick<Office, 'settings'>, part: SettingsPart): string {
  const text = JSON.stringify(settings?.[part] ?? null);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
