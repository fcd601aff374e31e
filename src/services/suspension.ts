/** An office that an operator suspends: nothing is answered, sent or shown until it goes on, and all its data stay; web/offices sets it, the bot asks. */
import type { Database } from '../db/connect.ts';
import { PARKED } from '../db/deliveries.ts';
import { slotId } from '../db/slots.ts';
import { commit } from '../db/unit-of-work.ts';
import { moveRow } from '../queue/states.ts';
import type { Context } from './context.ts';
import { type Write, writeAudit } from './writes.ts';

const JOB = 'suspended';

/**
 * Messages that wait are dropped: by the time it goes on they say what is long past. What other programs are to be told waits.
 * @returns false where there is no such office, or it is so already.
 */
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
    suspended ? dropMessages(office) : releaseNotices(office),
    writeAudit(office, now, by, suspended ? 'suspend-office' : 'resume-office', {}),
  ]);
  return done.ok;
}

function dropMessages(office: string): Write {
  const dropped = moveRow('outbox', ['open', 'waiting'], 'cancelled', { error: JOB });
  return { to: 'outbox', updateAll: { where: { office, ...dropped.from }, change: dropped.change } };
}

/** A try that saw the office suspended must not park its row once more: it holds it no longer. */
function releaseNotices(office: string): Write {
  const where = { office, open: true, $or: [{ nextAt: PARKED }, { holder: { $ne: null } }] };
  const change = { $set: { nextAt: new Date(0), holder: null }, $inc: { fence: 1 } };
  return { to: 'deliveries', updateAll: { where, change } };
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
