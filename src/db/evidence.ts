/** Photos and files sent with reports: the facts here, the bytes in GridFS; the queue of the evidence worker. */
import { z } from 'zod';
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, shaped, text } from './schema.ts';

export type EvidenceFailure =
  | 'gone'
  | 'too-large'
  | 'empty'
  | 'not-a-picture'
  | 'type-not-taken'
  | 'too-many-pixels'
  | 'unreadable'
  | 'phone-format'
  | 'damaged'
  | 'unpacks-too-large'
  | 'unavailable';

export interface EvidenceDocument {
  _id: string;
  office: string;
  plan: string | null;
  activity: string | null;
  /** LINE id of the message it came in. */
  message: string;
  by: string | null;
  at: Date;
  kind: 'image' | 'file';
  fileName: string | null;
  /** pending until LINE handed the bytes over; failed with a reason; erased after unsend. */
  state: 'pending' | 'stored' | 'failed' | 'erased';
  contentType: string | null;
  bytes: number | null;
  /** SHA-256 of the bytes. */
  hash: string | null;
  /** Evidence stored earlier with the same bytes. */
  sameAs: string | null;
  /** Why it failed. */
  error: EvidenceFailure | null;
  /** Id of its bytes in GridFS; made anew by each try, so that two of them never write into one file. */
  file: string | null;
  /** Kinds of small copies of a picture; empty when it cannot be shown, null or missing before anybody tried. */
  copies?: readonly string[] | null;
  /** What is still to be done: by real time; `holder` where an instance has it in hand; null when nothing is. */
  work: { nextAt: Date; attempts: number; fence: number; holder?: string } | null;
}

export const evidenceSchema = defineSchema<EvidenceDocument>({
  plan: text,
  activity: text,
  message: requiredText,
  by: text,
  at: requiredDate,
  kind: requiredText,
  fileName: text,
  state: requiredText,
  contentType: text,
  bytes: { type: Number, default: null },
  hash: text,
  sameAs: text,
  error: text,
  file: text,
  copies: shaped(z.array(z.string())),
  work: shaped(
    z.object({ nextAt: z.date(), attempts: z.number(), fence: z.number(), holder: z.string().optional() }),
  ),
});
evidenceSchema.index({ office: 1, message: 1 }, { unique: true });
evidenceSchema.index({ office: 1, hash: 1 }, { partialFilterExpression: { hash: { $type: 'string' } } });
evidenceSchema.index({ office: 1, state: 1, at: 1 });
evidenceSchema.index({ office: 1, plan: 1, activity: 1, at: 1 });
const DUE_INDEX = { office: 1, 'work.nextAt': 1 } as const;
evidenceSchema.index(DUE_INDEX, { partialFilterExpression: { 'work.nextAt': { $type: 'date' } } });

export interface Evidence extends Omit<EvidenceDocument, '_id'> {
  id: string;
}

export async function findEvidence(
  models: Models,
  office: string,
  ids: readonly string[],
): Promise<Evidence[]> {
  const found = await models.evidence.find({ office, _id: { $in: ids } }).lean<EvidenceDocument[]>();
  return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
}

/** Evidence that came in one message. */
export async function findEvidenceOfMessage(
  models: Models,
  office: string,
  message: string,
): Promise<Evidence[]> {
  const found = await models.evidence.find({ office, message }).lean<EvidenceDocument[]>();
  return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
}

/** Stored evidence with these very bytes, the first one first. */
export async function findSameBytes(models: Models, office: string, hash: string): Promise<Evidence[]> {
  const found = await models.evidence
    .find({ office, hash, state: 'stored' })
    .sort({ at: 1, _id: 1 })
    .limit(100)
    .lean<EvidenceDocument[]>();
  return found.map(({ _id, ...rest }) => ({ id: _id, ...rest }));
}

/** Evidence as it waits for its turn. */
export type DueEvidence = Pick<EvidenceDocument, '_id' | 'by'>;

/** Evidence, of any office, with something to be done by now. @param without senders whose turn it is not. */
export async function findDueEvidence(
  models: Models,
  now: Date,
  most: number,
  without: readonly (string | null)[],
): Promise<DueEvidence[]> {
  const due = await models.evidence.collection
    .find({ 'work.nextAt': { $type: 'date', $lte: now }, by: { $nin: [...without] } } as never, {
      projection: { by: 1 },
    })
    .hint(DUE_INDEX)
    .limit(most)
    .toArray();
  return due as unknown as DueEvidence[];
}

/**
 * Takes one piece of evidence in hand.
 * @param fence of a hold this process already has, else null: then it must be due.
 * @returns null when somebody else has it or nothing is to be done.
 */
export async function claimEvidence(
  models: Models,
  id: string,
  fence: number | null,
  now: Date,
  { holder, until }: { holder: string; until: Date },
): Promise<(EvidenceDocument & { work: NonNullable<EvidenceDocument['work']> }) | null> {
  const mine = fence === null ? { 'work.nextAt': { $type: 'date', $lte: now } } : { 'work.fence': fence };
  const claimed = await models.evidence.collection.findOneAndUpdate(
    { _id: id, ...mine } as never,
    { $set: { 'work.nextAt': until, 'work.holder': holder }, $inc: { 'work.fence': 1 } } as never,
    { returnDocument: 'after' },
  );
  return claimed as never;
}
