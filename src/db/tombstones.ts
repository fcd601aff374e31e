/** Messages that were unsent: only that they are gone, so that one arriving later is not read any more. */
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate } from './schema.ts';

export interface TombstoneDocument {
  /** LINE message id. */
  _id: string;
  office: string;
  at: Date;
}

export const tombstoneSchema = defineSchema<TombstoneDocument>({ at: requiredDate });
tombstoneSchema.index({ office: 1, at: 1 });

/** @returns those of the messages that were unsent. */
export async function findTombstones(
  models: Models,
  messages: readonly string[],
): Promise<Map<string, TombstoneDocument>> {
  const found = await findByIds<TombstoneDocument>(models.tombstones, messages);
  return new Map(found.map((one) => [one._id, one]));
}
