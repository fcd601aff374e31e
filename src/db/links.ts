/** Which office a LINE user or group belongs to: the one look-up that starts without knowing the office. */
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredText } from './schema.ts';

export interface LinkDocument {
  /** LINE user id or group id. */
  _id: string;
  office: string;
  kind: 'user' | 'group';
  /** Member id or group row id. */
  target: string;
}

export const linkSchema = defineSchema<LinkDocument>({
  kind: { type: String, enum: ['user', 'group'], required: true },
  target: requiredText,
});
linkSchema.index({ office: 1, target: 1 });

export async function findLinks(
  models: Models,
  lineIds: readonly string[],
): Promise<Map<string, LinkDocument>> {
  const found = await findByIds<LinkDocument>(models.links, lineIds);
  return new Map(found.map((link) => [link._id, link]));
}
