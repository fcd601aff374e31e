/** Versions of half-year reports that everybody may read; services/publication.ts makes, finds and withdraws them. */
import type { Half } from '../domain/fiscal-year.ts';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, shaped } from './schema.ts';
import { bytesShape, personShape, settingsShape } from './shapes.ts';

export interface PublicationDocument {
  /** `${plan}/${half}/${version}` as the frozen version it was made of. */
  _id: string;
  office: string;
  plan: string;
  fiscalYear: number;
  half: Half;
  version: number;
  publishedAt: Date;
  publishedBy: { member: string | null; name: string };
  /** null while it can be read. */
  withdrawnAt: Date | null;
  /** The office's choices about its report when it was published. */
  settings: Record<string, unknown>;
  /** What everybody may read of the report, packed as frozen ones are. */
  report: Uint8Array;
}

export const publicationSchema = defineSchema<PublicationDocument>({
  plan: requiredText,
  fiscalYear: { type: Number, required: true },
  half: { type: Number, required: true },
  version: { type: Number, required: true },
  publishedAt: requiredDate,
  publishedBy: shaped(personShape),
  withdrawnAt: optionalDate,
  settings: shaped(settingsShape),
  report: shaped(bytesShape),
});
publicationSchema.index({ office: 1, fiscalYear: 1, half: 1 });

/** What an address leads to: all publications of a half, withdrawn ones too, newest first. */
export async function findPublications(
  models: Models,
  office: string,
  fiscalYear: number,
  half: Half,
): Promise<PublicationDocument[]> {
  return models.publications
    .find({ office, fiscalYear, half })
    .sort({ publishedAt: -1, version: -1 })
    .lean<PublicationDocument[]>();
}

/** All that can be read of an office, without the reports themselves, newest period first. */
export async function findPublished(
  models: Models,
  office: string,
): Promise<Omit<PublicationDocument, 'report'>[]> {
  return models.publications
    .find({ office, withdrawnAt: null }, { report: 0 })
    .sort({ fiscalYear: -1, half: -1, version: -1 })
    .lean<Omit<PublicationDocument, 'report'>[]>();
}

/** @param ids of versions, as `periodId` gives them. @returns those of these offices that everybody can read, by their ids. */
export async function findReadablePublications(
  models: Models,
  offices: readonly string[],
  ids: readonly string[],
): Promise<Map<string, PublicationDocument>> {
  const found = await models.publications
    .find({ office: { $in: [...offices] }, _id: { $in: [...ids] }, withdrawnAt: null })
    .lean<PublicationDocument[]>();
  return new Map(found.map((one) => [one._id, one]));
}
