/** Tokens of the API: made and revoked by an office's administrator, found by what a program shows; console, command and http/api call it. */
import { createHash, randomBytes } from 'node:crypto';
import { type ApiTokenDocument, findApiToken, findApiTokens } from '../db/api-tokens.ts';
import type { Database } from '../db/connect.ts';
import { findOffice, type Office } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { writeAudit } from './writes.ts';

interface By {
  by: string;
  now: Date;
}

export const MOST_TOKENS = 20;
const FORM = /^kuebna_[\w-]{43}$/;
/** 256 bits. */
const SECRET_BYTES = 32;
const SEEN_EVERY_MS = 5 * 60_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A token as it is listed; `id` opens nothing. */
export type ListedToken = Omit<ApiTokenDocument, '_id' | 'office'> & { id: string };

export async function listTokens({ models }: Database, office: string): Promise<ListedToken[]> {
  const found = await findApiTokens(models, office);
  return found.map(({ _id: id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}

/** @returns the token, which is kept nowhere; null when the office has as many as it may have. */
export async function makeToken(
  database: Database,
  office: string,
  name: string,
  { by, now }: By,
): Promise<{ id: string; token: string } | null> {
  if ((await listTokens(database, office)).length >= MOST_TOKENS) return null;
  const token = `kuebna_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const id = hashOf(token);
  await commit(database, [
    { to: 'apitokens', insert: { _id: id, office, name, createdAt: now, lastUsedAt: null } },
    writeAudit(office, now, by, 'make-token', { token: shownHash(id) }),
  ]);
  return { id, token };
}

/** As much of its hash as the audit keeps, for ever: its name may be somebody's, and goes with it. */
function shownHash(id: string): string {
  return id.slice(0, 12);
}

/** It opens nothing from this moment on. @returns false for one the office does not have. */
export async function revokeToken(
  database: Database,
  office: string,
  id: string,
  { by, now }: By,
): Promise<boolean> {
  if (!(await listTokens(database, office)).some((known) => known.id === id)) return false;
  await commit(database, [
    { to: 'apitokens', removeAll: { where: { _id: id, office } } },
    writeAudit(office, now, by, 'revoke-token', { token: shownHash(id) }),
  ]);
  return true;
}

/** @returns whose token it is; null for what is none. */
export async function openToken(
  database: Database,
  token: string,
  now: Date,
): Promise<{ id: string; office: Office } | null> {
  const found = FORM.test(token) ? await findApiToken(database.models, hashOf(token)) : null;
  const office = found && (await findOffice(database.models, found.office));
  if (!found || !office) return null;
  const { _id: id, lastUsedAt } = found;
  if (lastUsedAt === null || Math.abs(now.getTime() - lastUsedAt.getTime()) > SEEN_EVERY_MS) {
    const touch = { where: { _id: id }, change: { $set: { lastUsedAt: now } } };
    await commit(database, [{ to: 'apitokens', updateAll: touch }]);
  }
  return { id, office };
}
