/** Sessions of people on the pages; the cookie's value is kept as its hash only. */
import type { Models } from './collections.ts';
import { defineSchema, requiredDate, requiredText, text } from './schema.ts';

export interface WebSessionDocument {
  /** SHA-256 of the cookie's value, hex. */
  _id: string;
  /** '-' for the set-up of an installation that has no office yet. */
  office: string;
  /** null for whoever sets the installation or an office up, and for operators. */
  member: string | null;
  /** The operator whose session it is, or who handed the link to an office's administrator. */
  operator?: string;
  /** What a page sends along with every change, so that no other site can make one. */
  csrf: string;
  createdAt: Date;
  lastSeenAt: Date;
}

export const webSessionSchema = defineSchema<WebSessionDocument>({
  member: text,
  operator: { type: String } as never,
  csrf: requiredText,
  createdAt: requiredDate,
  lastSeenAt: requiredDate,
});
webSessionSchema.index({ office: 1, member: 1 });
webSessionSchema.index({ office: 1, lastSeenAt: 1 });

/** The one look-up that starts from the cookie alone; the office comes out of it. */
export async function findWebSession(models: Models, hash: string): Promise<WebSessionDocument | null> {
  return models.websessions.findOne({ _id: hash }).lean<WebSessionDocument>();
}
