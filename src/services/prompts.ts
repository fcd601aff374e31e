/** Which activity somebody was asked about last, by a reminder, a manager or an assignment; the report dialog takes it where words name none. */
import { findPrompted } from '../db/outbox.ts';
import { momentInBangkok } from '../domain/fiscal-year.ts';
import { codeOfMarked, LIST_OF_CODES } from '../domain/name-mark.ts';
import { reminderSettings } from './reminders-settings.ts';
import type { MemberContext } from './context.ts';

/** After that nobody remembers what was asked. */
const REMEMBERED_MS = 3 * 86_400_000;

export interface Prompted {
  code: string;
  /** When it reached the person, a reminder by the office's clock. */
  at: Date;
}

/** @returns the codes that the newest prompt asked about together, in their order; null where it asked about one, or none was sent lately. */
export async function promptedList({
  database,
  office,
  plan,
  member,
  now,
}: MemberContext): Promise<{ codes: string[]; at: Date } | null> {
  const since = new Date(now.getTime() - REMEMBERED_MS);
  const found = await findPrompted(database.models, office.id, member.userId, since);
  const codes = found?.about.split(LIST_OF_CODES).map((marked) => codeOfMarked(plan, marked)) ?? [];
  // a place in a list of which something is gone would be another's
  const all = codes.flatMap((code) => code ?? []);
  return found && all.length > 1 && all.length === codes.length ? { codes: all, at: found.at } : null;
}

/** @returns the activity's code in the current plan; null when nothing of one activity alone was asked lately. */
export async function promptedActivity({
  database,
  office,
  plan,
  member,
  now,
}: MemberContext): Promise<Prompted | null> {
  const since = new Date(now.getTime() - REMEMBERED_MS);
  const found = await findPrompted(database.models, office.id, member.userId, since);
  const code = found && codeOfMarked(plan, found.about);
  if (!found || !code) return null;
  const { hour } = member.preferences ?? { hour: null };
  const time = hour === null ? reminderSettings(office).at : `${String(hour).padStart(2, '0')}:00`;
  return { code, at: found.day === null ? found.at : momentInBangkok(found.day, time) };
}
