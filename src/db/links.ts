/** Which office a LINE user or group belongs to: the one look-up that starts without knowing the office. */
import { z } from 'zod';
import { findByIds } from './by-ids.ts';
import type { Models } from './collections.ts';
import { defineSchema, requiredText, shapedIfAny } from './schema.ts';

export interface LinkDocument {
  /** LINE user id or group id. */
  _id: string;
  office: string;
  kind: 'user' | 'group';
  /** Member id or group row id. */
  target: string;
  /** Of a person in several offices: the others, where `office` is the one they chose. */
  others?: Belonging[];
}

/** Somebody's place in an office. */
export interface Belonging {
  office: string;
  /** Member id. */
  target: string;
}

export const linkSchema = defineSchema<LinkDocument>({
  kind: { type: String, enum: ['user', 'group'], required: true },
  target: requiredText,
  others: shapedIfAny(z.array(z.object({ office: z.string(), target: z.string() }))),
});
linkSchema.index({ office: 1, target: 1 });

/** @returns every office somebody belongs to, the chosen one first. */
export function belongingsOf(link: LinkDocument | null): Belonging[] {
  return link ? [{ office: link.office, target: link.target }, ...(link.others ?? [])] : [];
}

/** @returns which of these people belong to several offices. */
export async function findInSeveral(models: Models, userIds: readonly string[]): Promise<Set<string>> {
  const found = await models.links
    .find({ _id: { $in: userIds }, 'others.0': { $exists: true } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  return new Set(found.map(({ _id }) => _id));
}

export async function findLinks(
  models: Models,
  lineIds: readonly string[],
): Promise<Map<string, LinkDocument>> {
  const found = await findByIds<LinkDocument>(models.links, lineIds);
  return new Map(found.map((link) => [link._id, link]));
}
