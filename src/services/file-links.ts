/** Links to evidence and reports: made for one person, unguessable, expiring; chat makes them, http/files opens them. */
import { nameOffice } from '../current-office.ts';
import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Database } from '../db/connect.ts';
import { findEvidence } from '../db/evidence.ts';
import { findFileLink, type LinkTarget, removeOldLinks } from '../db/file-links.ts';
import { fileStore } from '../db/files.ts';
import { newId } from '../db/ids.ts';
import { findMember } from '../db/members.ts';
import { findOffice } from '../db/offices.ts';
import { detectFileType, fileTypeOf } from './file-types.ts';
import type { Write } from './writes.ts';

export type { LinkTarget } from '../db/file-links.ts';

export const LINK_DAYS = 7;
const DAY_MS = 24 * 3_600_000;
/** 256 bits. */
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/**
 * A link for one member: its address is `/files/TOKEN`.
 * @param now by the office's clock. @returns the token, which is kept nowhere, and the write that lets it open the file.
 */
export function makeLink(
  office: string,
  member: string,
  target: LinkTarget,
  now: Date,
): { token: string; expiresAt: Date; write: Write } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  const insert = { _id: hashOf(token), office, member, target, expiresAt };
  return { token, expiresAt, write: { to: 'filelinks', insert } };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export type OpenedLink =
  | {
      ok: true;
      /** As sent or made; null for photos. */
      name: string | null;
      sentAt: Date;
      contentType: string;
      extension: string;
      inline: boolean;
      bytes: number;
      open(): Readable;
    }
  | { ok: false; reason: 'unknown' | 'expired' | 'withdrawn' };

/** @param now by the office's clock. @returns what the link opens, or why it opens nothing. */
export async function openLink(database: Database, token: string, now: Date): Promise<OpenedLink> {
  const { models } = database;
  const link = TOKEN.test(token) ? await findFileLink(models, hashOf(token)) : null;
  if (!link) return { ok: false, reason: 'unknown' };
  nameOffice(link.office);
  const [office, member] = await Promise.all([
    findOffice(models, link.office),
    findMember(models, link.office, link.member),
  ]);
  if (!office || office.suspendedAt || !member || member.state === 'revoked')
    return { ok: false, reason: 'unknown' };
  if (link.expiresAt <= now) return { ok: false, reason: 'expired' };
  return link.target.kind === 'evidence'
    ? openEvidence(database, link.office, link.target.id)
    : openReport(database, link.office, link.target.id, now);
}

async function openEvidence(database: Database, office: string, id: string): Promise<OpenedLink> {
  const [row] = await findEvidence(database.models, office, [id]);
  const type = row?.contentType ? fileTypeOf(row.contentType) : null;
  if (row?.state !== 'stored' || !row.file || !type) return { ok: false, reason: 'withdrawn' };
  const files = fileStore(database, 'evidence');
  const { file, fileName, at } = row;
  const stored = await files.find(file);
  if (!stored) return { ok: false, reason: 'withdrawn' };
  return { ok: true, name: fileName, sentAt: at, ...type, bytes: stored.bytes, open: () => files.open(file) };
}

async function openReport(database: Database, office: string, id: string, now: Date): Promise<OpenedLink> {
  const files = fileStore(database, 'reports');
  const stored = await files.find(id);
  if (!stored || stored.facts['office'] !== office) return { ok: false, reason: 'expired' };
  const { name, contentType, expiresAt } = stored.facts as unknown as ReportFacts;
  const type = fileTypeOf(contentType);
  if (!type || expiresAt <= now) return { ok: false, reason: 'expired' };
  return {
    ok: true,
    name,
    sentAt: stored.storedAt,
    ...type,
    bytes: stored.bytes,
    open: () => files.open(id),
  };
}

interface ReportFacts {
  office: string;
  name: string;
  contentType: string;
  expiresAt: Date;
}

/**
 * Keeps a report that was made, until `expiresAt`; the link to it comes from makeLink with kind `report`.
 * @param file.name as it is to be saved, with its ending. @param file.expiresAt by the office's clock.
 * @returns its id. @throws when the bytes are of a type that no link hands out.
 */
export async function storeReportFile(
  database: Database,
  file: { office: string; name: string; contentType: string; bytes: Buffer; expiresAt: Date },
): Promise<string> {
  const { bytes, ...facts } = file;
  const type = await detectFileType(bytes);
  if (!type) throw new Error(`a report that is no ${facts.contentType}`);
  const id = newId();
  await fileStore(database, 'reports').put(id, bytes, { ...facts, contentType: type.contentType });
  return id;
}

/** Long enough for a report's link to be committed after its bytes. */
const LINK_FOLLOWS_MS = 3_600_000;

/**
 * Clears away reports nobody can open any more, and the links to them; expired links are known a while longer, to say so.
 * @param now by the office's clock. @param realNow by which bytes were stored.
 */
export async function clearReports(database: Database, now: Date, realNow: Date): Promise<void> {
  const files = fileStore(database, 'reports');
  const { collection } = database.models.filelinks;
  const old = await files.storedBefore(realNow, 500);
  const theirs = {
    office: { $in: [...new Set(old.map((one) => one.facts['office']))] },
    'target.id': { $in: old.map((one) => one.id) },
  };
  const live = new Set(
    await collection.distinct('target.id', { ...theirs, expiresAt: { $gt: now } } as never),
  );
  const linked = new Set(await collection.distinct('target.id', theirs as never));
  const dead = old.filter(({ id, storedAt, facts }) => {
    if ((facts['expiresAt'] as Date) <= now) return true;
    if (linked.has(id)) return !live.has(id);
    return realNow.getTime() - storedAt.getTime() > LINK_FOLLOWS_MS;
  });
  await files.remove(dead.map((one) => one.id));
  await removeOldLinks(database.models, new Date(now.getTime() - 30 * DAY_MS));
}
