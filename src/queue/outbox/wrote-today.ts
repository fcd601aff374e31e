/** On which days a person wrote: who writes daily gets reminders free, with an answer. Outgoing answers note it. */
import type { Incoming } from '../../bot/types.ts';
import type { Database } from '../../db/connect.ts';
import type { Write } from '../../db/unit-of-work.ts';
import { dayInBangkok } from '../../domain/fiscal-year.ts';

/** Days kept of a person's writing: more than the ten working days the quota looks at. */
const DAYS_KEPT = 30;
const notedDays = new WeakMap<Database, Set<string>>();

/** @returns the note, once a day and person; null where it is made. */
export function wroteToday(
  database: Database,
  office: string,
  { chat, at }: Incoming,
): { write: Write; noted(): void } | null {
  const day = dayInBangkok(at);
  const noted = notedDays.get(database) ?? new Set<string>();
  notedDays.set(database, noted);
  const key = `${chat.id}@${day}`;
  if (office === '-' || noted.has(key)) return null;
  // another process, or this one before its restart, may have noted the day
  const where = { office, userId: chat.id, wroteOn: { $ne: day } };
  const change = {
    $set: { lastSeenAt: at },
    $push: { wroteOn: { $each: [day], $slice: -DAYS_KEPT } },
  };
  return {
    write: { to: 'members', updateAll: { where, change } },
    // not before it is stored: an answer that meets a conflict is thought of anew, and notes the day then
    noted() {
      if (noted.size > 50_000) noted.clear();
      noted.add(key);
    },
  };
}
