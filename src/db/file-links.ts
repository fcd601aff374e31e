/** Links to files: who may open what until when; the link itself is kept as its hash only. */
import { z } from 'zod';
import type { Models } from './collections.ts';
import { officesIn } from './offices-in.ts';
import { defineSchema, requiredDate, requiredText, shaped } from './schema.ts';

export type LinkTarget = { kind: 'evidence'; id: string } | { kind: 'report'; id: string };

export interface FileLinkDocument {
  /** SHA-256 of the token in the link, hex. */
  _id: string;
  office: string;
  /** Member it was made for. */
  member: string;
  target: LinkTarget;
  expiresAt: Date;
}

export const fileLinkSchema = defineSchema<FileLinkDocument>({
  member: requiredText,
  target: shaped(z.object({ kind: z.enum(['evidence', 'report']), id: z.string() })),
  expiresAt: requiredDate,
});
fileLinkSchema.index({ office: 1, 'target.id': 1 });
fileLinkSchema.index({ office: 1, member: 1 });
fileLinkSchema.index({ office: 1, expiresAt: 1 });

/** The one look-up that starts from the link alone; the office comes out of it. */
export async function findFileLink(models: Models, hash: string): Promise<FileLinkDocument | null> {
  return models.filelinks.findOne({ _id: hash }).lean<FileLinkDocument>();
}

/** Removes links that ended before that moment, those of all offices. */
export async function removeOldLinks(models: Models, before: Date): Promise<void> {
  const office = { $in: await officesIn(models.filelinks) };
  await models.filelinks.deleteMany({ office, expiresAt: { $lt: before } });
}
