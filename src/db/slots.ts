/** Slots of the clockwork: a row says that a job of that moment was done for an office. */
import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped } from './schema.ts';

export interface SlotDocument {
  /** `${office}|${job}|${slot}` */
  _id: string;
  office: string;
  job: string;
  /** `2021-03-15`, `2021-03` … */
  slot: string;
  at: Date;
  /** What came of it, for the operator. */
  outcome: unknown;
}

export const slotSchema = defineSchema<SlotDocument>({
  job: requiredText,
  slot: requiredText,
  at: requiredDate,
  outcome: shaped(z.unknown()),
});
slotSchema.index({ office: 1, job: 1, slot: 1 }, { unique: true });

function rows(models: Models): mongo.Collection<SlotDocument> {
  return models.slots.collection as unknown as mongo.Collection<SlotDocument>;
}

/** The clockwork's own rows belong to no office. */
const ALL = '-';

/** How far a slot is: begun by somebody whose lease may run out, or done. */
export type SlotProgress =
  { state: 'running'; holder: string; until: Date } | { state: 'done'; result: Record<string, unknown> };

/** @returns slots of a job from `from` to `to`, both included, with their progress. */
export async function findSlots(
  models: Models,
  job: string,
  from: string,
  to: string,
): Promise<Map<string, SlotProgress>> {
  const found = await models.slots
    .find({ office: ALL, job, slot: { $gte: from, $lte: to } })
    .lean<SlotDocument[]>();
  return new Map(found.map((one) => [one.slot, one.outcome as SlotProgress]));
}

/** @returns the job's first slot ever, or null where it has never run. */
export function findFirstSlot(models: Models, job: string): Promise<string | null> {
  return findEndSlot(models, { office: ALL, job }, 1);
}

/** @returns the job's last slot up to `to`, or null. */
export function findLastSlot(models: Models, job: string, to: string): Promise<string | null> {
  return findEndSlot(models, { office: ALL, job, slot: { $lte: to } }, -1);
}

async function findEndSlot(
  models: Models,
  where: Record<string, unknown>,
  order: 1 | -1,
): Promise<string | null> {
  const found = await models.slots.findOne(where).sort({ slot: order }).lean<Pick<SlotDocument, 'slot'>>();
  return found?.slot ?? null;
}

/** @returns true for the one instance that is to do the slot: nobody began it, or whoever did is gone. */
export async function claimSlot(
  models: Models,
  job: string,
  slot: string,
  holder: string,
  now: Date,
  leaseMs: number,
): Promise<boolean> {
  const outcome: SlotProgress = { state: 'running', holder, until: new Date(now.getTime() + leaseMs) };
  const _id = slotId(ALL, job, slot);
  try {
    await rows(models).insertOne({ _id, office: ALL, job, slot, at: now, outcome });
    return true;
  } catch (error) {
    if ((error as { code?: number }).code !== 11000) throw error;
  }
  const gone = { _id, 'outcome.state': 'running', 'outcome.until': { $lte: now } };
  const taken = await rows(models).updateOne(gone, { $set: { outcome } });
  return taken.modifiedCount === 1;
}

/** @returns false when the slot is no longer this holder's. */
export async function renewSlot(
  models: Models,
  job: string,
  slot: string,
  holder: string,
  until: Date,
): Promise<boolean> {
  const mine = { _id: slotId(ALL, job, slot), 'outcome.state': 'running', 'outcome.holder': holder };
  const result = await rows(models).updateOne(mine, { $set: { 'outcome.until': until } });
  return result.matchedCount === 1;
}

/** Notes slots as done, whatever they were before. */
export async function finishSlots(
  models: Models,
  job: string,
  slots: readonly string[],
  now: Date,
  result: Record<string, unknown>,
): Promise<void> {
  const outcome: SlotProgress = { state: 'done', result };
  const operations = slots.map((slot) => ({
    updateOne: {
      filter: { _id: slotId(ALL, job, slot) },
      update: { $set: { outcome }, $setOnInsert: { office: ALL, job, slot, at: now } },
      upsert: true,
    },
  }));
  if (operations.length > 0) await rows(models).bulkWrite(operations, { ordered: false });
}

export function slotId(office: string, job: string, slot: string): string {
  return `${office}|${job}|${slot}`;
}

/** @returns what offices noted under a slot of theirs. */
export async function findOfficeSlots(
  models: Models,
  offices: readonly string[],
  job: string,
  slots: readonly string[],
): Promise<SlotDocument[]> {
  return models.slots
    .find({ office: { $in: [...offices] }, job, slot: { $in: [...slots] } })
    .lean<SlotDocument[]>();
}
