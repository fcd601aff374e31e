/** Personal links to pages: who may open which page until when, once; the link itself is kept as its hash only. */
import { z } from 'zod';
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText, shapedIfAny, text } from './schema.ts';

export interface WebLinkDocument {
  /** SHA-256 of the token in the link, hex. */
  _id: string;
  /** '-' for the set-up of an installation that has no office yet. */
  office: string;
  /** Member it was made for; null for whoever sets the installation or an office up, and for operators. */
  member: string | null;
  /** Operator it was made for, or who handed it to an office's administrator; left out where it came from the terminal. */
  operator?: string;
  /** What an administrator types to open the link an operator handed them; a link that was forwarded alone opens nothing. */
  code?: { hash: string; wrong: number; owner: string };
  /** Where the session begins: `/dashboard`. */
  page: string;
  expiresAt: Date;
  usedAt: Date | null;
}

export const webLinkSchema = defineSchema<WebLinkDocument>({
  member: text,
  operator: { type: String } as never,
  code: shapedIfAny(z.object({ hash: z.string(), wrong: z.number(), owner: z.string() })),
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

/** Links that operators handed to administrators of these offices, the newest first. */
export async function findHandedLinks(
  models: Models,
  offices: readonly string[],
): Promise<WebLinkDocument[]> {
  return models.weblinks
    .find({ office: { $in: [...offices] }, member: null, code: { $type: 'object' } } as never)
    .sort({ expiresAt: -1 })
    .lean<WebLinkDocument[]>();
}
