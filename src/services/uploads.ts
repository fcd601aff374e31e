/** Files sent from a page in small parts, so that a slow line is never too slow and a broken one goes on where it broke; web/parts and the routes of form and plan call it. */
import type { Database } from '../db/connect.ts';
import { type Evidence, findEvidence } from '../db/evidence.ts';
import { type FileStore, fileStore } from '../db/files.ts';
import { commit } from '../db/unit-of-work.ts';
import type { MemberContext } from './context.ts';
import type { EvidenceFailure } from './evidence.ts';
import { judgeEvidence, MOST_BYTES } from './evidence-judge.ts';
import { COPY_KINDS } from './picture-kinds.ts';
import { removeOriginal, storeCopies } from './picture-copies.ts';
import { lookAtPicture } from './picture-process.ts';
import type { Write } from './writes.ts';

/** Bytes of one part: some seconds on the slowest line. */
export const PART_BYTES = 256 * 1024;
export const MOST_PARTS = Math.ceil(MOST_BYTES.file / PART_BYTES);
/** What is not finished by then is cleared away. */
const UNFINISHED_MS = 6 * 3_600_000;

/** Made by the page, so that what is sent once more is known. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Sender {
  office: string;
  /** Who alone may go on with it. */
  member: string;
}

/** Where evidence from chat names its message. */
const ownMessage = (id: string): string => `page:${id}`;
const mine = (row: Evidence | undefined, { member }: Sender): boolean => row?.by === member;
const isUnfinished = (row: Evidence): boolean => row.state === 'erased' && row.message === ownMessage(row.id);

async function find({ models }: Database, { office }: Sender, id: string): Promise<Evidence | undefined> {
  return (await findEvidence(models, office, [id]))[0];
}

/** Keeps one part; sent again it takes its own place. @param realNow real time. @returns false for a place no part can have. */
export async function keepPart(
  database: Database,
  sender: Sender,
  { id, part, bytes }: { id: string; part: number; bytes: Buffer },
  realNow: Date,
): Promise<boolean> {
  if (!ID.test(id) || !(part >= 0 && part < MOST_PARTS) || bytes.length === 0) return false;
  if (!(await find(database, sender, id))) await commit(database, [reserve(id, sender, realNow)]);
  const row = await find(database, sender, id);
  if (!row || !mine(row, sender)) return false;
  // finished already: the page only did not hear of it
  if (!isUnfinished(row)) return true;
  const files = fileStore(database, 'evidence');
  await files.remove([partId(id, part)]);
  await files.put(partId(id, part), bytes, { office: sender.office });
  return true;
}

/** Begins with the evidence's own id: whatever clears that away clears its parts too. */
function partId(id: string, part: number): string {
  return `${id}:part:${part}`;
}

function partIds(id: string, parts: number): string[] {
  return Array.from({ length: parts }, (_, part) => partId(id, part));
}

async function allParts(files: FileStore, id: string, parts: number): Promise<Buffer | null> {
  const read = await Promise.all(partIds(id, parts).map((one) => files.read(one)));
  return read.length === 0 || read.includes(null) ? null : Buffer.concat(read as Buffer[]);
}

/** @returns a file of this sender whose parts are all there; null where one is missing, or was cleared away since. */
export async function readParts(
  database: Database,
  sender: Sender,
  { id, parts }: { id: string; parts: number },
): Promise<Buffer | null> {
  const row = ID.test(id) ? await find(database, sender, id) : undefined;
  if (!row || !mine(row, sender) || !isUnfinished(row)) return null;
  return allParts(fileStore(database, 'evidence'), id, parts);
}

/** @returns the write by which the evidence worker clears a file away now that was read and is not kept. */
export function dropParts({ office, member }: Sender, id: string): Write {
  const where = { _id: id, office, by: member, state: 'erased', message: ownMessage(id) };
  return { to: 'evidence', updateAll: { where, change: { $set: { 'work.nextAt': new Date(0) } } } };
}

/** Stands for a file that is still coming: as erased, so that it counts nowhere and is cleared away if it never comes. */
function reserve(id: string, { office, member }: Sender, now: Date): Write {
  const nothing = {
    plan: null,
    activity: null,
    fileName: null,
    contentType: null,
    bytes: null,
    hash: null,
    sameAs: null,
    error: null,
    file: null,
    copies: null,
  };
  const work = { nextAt: new Date(now.getTime() + UNFINISHED_MS), attempts: 0, fence: 0 };
  const row = { _id: id, office, message: ownMessage(id), by: member, at: now, ...nothing };
  return { to: 'evidence', insert: { ...row, kind: 'file', state: 'erased', work } };
}

export type Put = { ok: true; file: PutFile | null } | { ok: false; reason: EvidenceFailure | 'incomplete' };

/** Stored bytes that no evidence points to yet. */
export interface PutFile {
  file: string;
  facts: Record<string, unknown>;
}

/** Puts the parts together and judges them. @returns `file` null where that was done before. */
export async function putTogether(
  database: Database,
  sender: Sender,
  { id, parts }: { id: string; parts: number },
): Promise<Put> {
  if (parts > MOST_PARTS) return { ok: false, reason: 'too-large' };
  const row = ID.test(id) ? await find(database, sender, id) : undefined;
  if (!row || !mine(row, sender)) return { ok: false, reason: 'incomplete' };
  if (!isUnfinished(row))
    return row.state === 'stored' ? { ok: true, file: null } : { ok: false, reason: 'incomplete' };
  const files = fileStore(database, 'evidence');
  const bytes = await allParts(files, id, parts);
  if (!bytes) return { ok: false, reason: 'incomplete' };
  const judged = await judgeEvidence('file', bytes, lookAtPicture);
  if (!judged.ok) {
    await files.remove(partIds(id, parts));
    return judged;
  }
  const { contentType, hash, copies } = judged;
  const file = `${id}:page`;
  // what a try that broke off left of it
  await removeOriginal(files, file);
  await files.put(file, bytes, { office: sender.office });
  if (copies) await storeCopies(files, sender.office, file, copies);
  const kind = copies ? 'image' : 'file';
  const facts = { kind, contentType, bytes: bytes.length, hash, copies: copies && [...COPY_KINDS] };
  return { ok: true, file: { file, facts } };
}

/** The write by which the file becomes evidence of an activity; the evidence worker then clears its parts away and looks for the same bytes. */
export function nowEvidence(
  { office, plan, member, now }: MemberContext,
  id: string,
  { file, facts }: PutFile,
  about: { activity: string; name: string | null },
): Write {
  const where = { _id: id, office: office.id, by: member.id, state: 'erased' };
  const { activity, name } = about;
  const work = { nextAt: new Date(0), attempts: 0, fence: 0 };
  const own = { state: 'stored', plan: plan.id, activity, fileName: name, at: now, file, work };
  return { to: 'evidence', update: { where, change: { $set: { ...facts, ...own } } } };
}
