/** Photos and files sent with reports: the facts here, the bytes in GridFS under the same id. */
import type { Models } from './collections.ts';
import { asIs, officeSchema, requiredDate, requiredText, text } from './schema.ts';

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
  error: string | null;
  work: { nextAt: Date; attempts: number; fence: number } | null;
}

export const evidenceSchema = officeSchema<EvidenceDocument>({
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
  work: asIs,
});
evidenceSchema.index({ office: 1, message: 1 }, { unique: true });
evidenceSchema.index({ office: 1, hash: 1 }, { partialFilterExpression: { hash: { $type: 'string' } } });
evidenceSchema.index({ office: 1, state: 1, at: 1 });

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
