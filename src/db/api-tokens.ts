/** Tokens by which other programs read an office's data; kept as hashes only. services/api-tokens makes and revokes them. */
import type { Models } from './collections.ts';
import { defineSchema, optionalDate, requiredDate, requiredText } from './schema.ts';

export interface ApiTokenDocument {
  /** SHA-256 of the token, hex. */
  _id: string;
  office: string;
  /** What it is for, in the administrator's words. */
  name: string;
  createdAt: Date;
  /** Written down now and then; null before its first use. */
  lastUsedAt: Date | null;
}

export const apiTokenSchema = defineSchema<ApiTokenDocument>({
  name: requiredText,
  createdAt: requiredDate,
  lastUsedAt: optionalDate,
});
apiTokenSchema.index({ office: 1, createdAt: 1 });

/** The one look-up that starts from the token alone; the office comes out of it. */
export async function findApiToken(models: Models, hash: string): Promise<ApiTokenDocument | null> {
  return models.apitokens.findOne({ _id: hash }).lean<ApiTokenDocument>();
}

/** @returns those of an office, the oldest first. */
export async function findApiTokens(models: Models, office: string): Promise<ApiTokenDocument[]> {
  return models.apitokens.find({ office }).sort({ createdAt: 1, _id: 1 }).lean<ApiTokenDocument[]>();
}
