/** An office that an operator suspends: nothing is answered, sent or shown until it goes on, and all its data stay; web/offices sets it, the bot asks. */
import type { Database } from '../db/connect.ts';
import { slotId } from '../db/slots.ts';
import { commit } from '../db/unit-of-work.ts';
import type { Context } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

const JOB = 'suspended';

/** @returns false where there is no such office, or it is so already. */
export async function suspendOffice(
  database: Database,
  office: string,
  suspended: boolean,
  { by, now }: { by: string; now: Date },
): Promise<boolean> {
  const where = { _id: office, suspendedAt: { $exists: !suspended } };
  const change = suspended ? { $set: { suspendedAt: now } } : { $unset: { suspendedAt: 1 } };
  const done = await commit(database, [
    { to: 'offices', update: { where, change } },
    writeAudit(office, now, by, suspended ? 'suspend-office' : 'resume-office', {}),
  ]);
  return done.ok;
}

/** @returns what notes that this chat was told, null where it was told before. */
export async function toldSuspended({ database, office, chat, now }: Context): Promise<Write | null> {
  if (!office?.suspendedAt) return null;
  const slot = `${office.suspendedAt.toISOString()} ${chat.id}`;
  const _id = slotId(office.id, JOB, slot);
  if (await database.models.slots.exists({ _id, office: office.id } as never)) return null;
  const row = { office: office.id, job: JOB, slot, at: now };
  return { to: 'slots', update: { where: { _id }, change: { $set: row }, upsert: true } };
}
