/** Personal links to pages: who may open which page until when, once; the link itself is kept as its hash only. */
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, text } from './schema.ts';

export interface WebLinkDocument {
  /** SHA-256 of the token in the link, hex. */
  _id: string;
  /** '-' for the set-up of an installation that has no office yet. */
  office: string;
  /** Member it was made for; null for whoever sets the installation up. */
  member: string | null;
  /** Where the session begins: `/dashboard`. */
  page: string;
  expiresAt: Date;
  usedAt: Date | null;
}

export const webLinkSchema = defineSchema<WebLinkDocument>({
  member: text,
  page: requiredText,
  expiresAt: requiredDate,
  usedAt: optionalDate,
});
webLinkSchema.index({ office: 1, member: 1 });
webLinkSchema.index({ office: 1, expiresAt: 1 });

/** The one look-up that starts from the link alone; the office comes out of it. */
export async function findWebLink(models: Models, hash: string): Promise<WebLinkDocument | null> {
  return models.weblinks.findOne({ _id: hash }).lean<WebLinkDocument>();
}
