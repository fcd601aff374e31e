/** Sign-in to the pages without passwords: a personal link is spent for a session; chat, terminal and web/router call it. */
import { createHash, randomBytes } from 'node:crypto';
import type { Member } from '../domain/member.ts';
import type { Database } from '../db/connect.ts';
import { findMember } from '../db/members.ts';
import { findOffice, findOffices, type Office } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { findOperator, type Operator } from '../db/operators.ts';
import { findWebLink, type WebLinkDocument } from '../db/web-links.ts';
import { findWebSession } from '../db/web-sessions.ts';
import { writeAudit } from './writes.ts';

const MINUTE_MS = 60_000;
/** Stands for the office of an installation that has none yet. */
export const NO_OFFICE = '-';
/** How long a link from the terminal can be opened. */
const SET_UP_LINK_MS = 60 * MINUTE_MS;
/** How long a link from chat can be opened. */
export const WEB_LINK_MS = 30 * MINUTE_MS;
/** How long a session lives without being used. */
export const IDLE_MS = 12 * 60 * MINUTE_MS;
/** How long one lives that began with a link an operator handed on, used or not: its holder then has the chat, or asks again. */
const HANDED_MS = 2 * IDLE_MS;
/** A session that was used is written down only so often. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;
/** 256 bits. */
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/**
 * A personal link to a page: its address is `/open/TOKEN`.
 * @param member id; null for whoever sets the installation up. @param now by the office's clock, by which links and sessions end.
 * @returns the token, which is kept nowhere, and the write that lets it open the page once.
 */
export function makeWebLink(
  office: string,
  member: string | null,
  page: string,
  now: Date,
  lifetimeMs = WEB_LINK_MS,
): { token: string; expiresAt: Date; write: { to: 'weblinks'; insert: WebLinkDocument } } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const insert = { _id: hashOf(token), office, member, page, expiresAt, usedAt: null };
  return { token, expiresAt, write: { to: 'weblinks', insert } };
}

/**
 * A link to the console for whoever has the terminal: the set-up of an installation, or of one of its offices.
 * @param office id, or NO_OFFICE for the one that is there or will be.
 */
export async function makeSetUpLink(
  database: Database,
  office: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const { write, ...link } = makeWebLink(office, null, '/console', now, SET_UP_LINK_MS);
  await commit(database, [write, writeAudit(office, now, 'command', 'console-link', {})]);
  return link;
}

/** @returns whether nobody can look after the installation yet. */
export async function needsSetUp({ models }: Database): Promise<boolean> {
  const { offices, unreadable } = await findOffices(models);
  return !(await isAdministered(
    models,
    [...offices, ...unreadable].map(({ id }) => id),
  ));
}

async function isAdministered({ members }: Database['models'], offices: readonly string[]): Promise<boolean> {
  const admins = { office: { $in: offices }, roles: 'admin', state: 'active' };
  return (await members.exists(admins as never)) !== null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** With the token, which is kept nowhere: who reads the database finds no code. */
export function hashOfCode(token: string, code: string): string {
  return hashOf(`${token} ${code}`);
}

export type LinkRefusal = 'unknown' | 'expired' | 'used' | 'locked' | 'code' | 'administered';
/** Who gives the next one: the chat, the terminal, or whoever looks after all offices. */
export type LinkSource = 'chat' | 'terminal' | 'operators';
type LinkRefused = { ok: false; reason: LinkRefusal; from: LinkSource };

/** Whose a link or a session is, as one browser can have one of them; null for whoever has the terminal. */
export type Holder = { id: string; name: string | null } | null;

/** A code that is guessed so often opens nothing any more. */
const MOST_WRONG = 5;

function sourceOf(link: Pick<WebLinkDocument, 'member' | 'code'> | null): LinkSource {
  if (!link || link.member !== null) return 'chat';
  return link.code ? 'operators' : 'terminal';
}

/** @returns the page the link leads to and whose it is, or why it leads nowhere; spends nothing, so that previews may ask. */
export async function readWebLink(
  { models }: Database,
  token: string,
  now: Date,
): Promise<{ ok: true; page: string; holder: Holder; asksCode: boolean } | LinkRefused> {
  const link = TOKEN.test(token) ? await findWebLink(models, hashOf(token)) : null;
  const refuse = (reason: LinkRefusal): LinkRefused => ({ ok: false, reason, from: sourceOf(link) });
  if (!link) return refuse('unknown');
  if (link.usedAt) return refuse('used');
  if (link.expiresAt <= now) return refuse('expired');
  if ((link.code?.wrong ?? 0) >= MOST_WRONG) return refuse('locked');
  const found = { ok: true, page: link.page, asksCode: link.code !== undefined } as const;
  if (link.code && (await isAdministered(models, [link.office])))
    return { ok: false, reason: 'administered', from: 'chat' };
  if (link.code) return { ...found, holder: { id: handedId(link.office), name: link.code.owner } };
  if (link.operator) {
    const operator = await findOperator(models, link.operator);
    return operator ? { ...found, holder: operator } : refuse('unknown');
  }
  if (link.member === null) return { ...found, holder: null };
  const holder = await findMember(models, link.office, link.member);
  if (!holder || holder.state === 'revoked') return refuse('unknown');
  return { ...found, holder };
}

const handedId = (office: string): string => `office:${office}`;

/**
 * Spends the link: of two who open it at once, one gets a session.
 * @param code as it was typed, for a link that asks for one. @returns the cookie's value, kept nowhere.
 */
export async function openWebSession(
  database: Database,
  token: string,
  now: Date,
  code = '',
): Promise<{ ok: true; page: string; cookie: string } | LinkRefused> {
  const read = await readWebLink(database, token, now);
  if (!read.ok) return read;
  const link = await findWebLink(database.models, hashOf(token));
  if (!link) return { ok: false, reason: 'unknown', from: 'chat' };
  const where = { _id: link._id, usedAt: null };
  if (link.code && link.code.hash !== hashOfCode(token, code)) {
    const counted = { where, change: { $inc: { 'code.wrong': 1 } } };
    await commit(database, [{ to: 'weblinks', updateAll: counted }]);
    return { ok: false, reason: link.code.wrong + 1 < MOST_WRONG ? 'code' : 'locked', from: 'operators' };
  }
  const cookie = randomBytes(TOKEN_BYTES).toString('base64url');
  const session = {
    _id: hashOf(cookie),
    office: link.office,
    member: link.member,
    ...(link.operator && { operator: link.operator }),
    csrf: randomBytes(TOKEN_BYTES).toString('base64url'),
    createdAt: now,
    lastSeenAt: now,
  };
  // guesses that came at once are all counted before the right one opens anything
  const opens = link.code ? { ...where, 'code.wrong': { $lt: MOST_WRONG } } : where;
  const spent = await commit(database, [
    { to: 'weblinks', update: { where: opens, change: { $set: { usedAt: now } } } },
    { to: 'websessions', insert: session },
  ]);
  if (!spent.ok) return { ok: false, reason: 'used', from: sourceOf(link) };
  return { ok: true, page: link.page, cookie };
}

/** Somebody on a page: a member of an office, an operator, an administrator who was handed a link, or whoever sets a new installation up. */
export interface Visitor {
  /** Hash of the cookie: what ends the session. */
  session: string;
  csrf: string;
  /** null while the installation has none, and for operators. */
  office: Office | null;
  /** null for everybody who did not come from chat. */
  member: Member | null;
  /** Whoever looks after the offices. */
  operator: Operator | null;
  /** Whoever has the terminal: they made their link there. */
  terminal: boolean;
}

/** @returns whose session it is; null for whoever has the terminal. */
export function holderOf({ member, operator, terminal, office }: Visitor): Holder {
  if (terminal) return null;
  return member ?? operator ?? { id: handedId(office?.id ?? NO_OFFICE), name: null };
}

/** @param cookie as the browser sent it. @returns null for no session, an ended one, or one of somebody taken out. */
export async function findVisitor(database: Database, cookie: string, now: Date): Promise<Visitor | null> {
  const { models } = database;
  const session = TOKEN.test(cookie) ? await findWebSession(models, hashOf(cookie)) : null;
  if (!session || now.getTime() - session.lastSeenAt.getTime() > IDLE_MS) return null;
  const { _id, csrf } = session;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    const touch = { where: { _id }, change: { $set: { lastSeenAt: now } } };
    await commit(database, [{ to: 'websessions', updateAll: touch }]);
  }
  const found = { session: _id, csrf, member: null, operator: null, terminal: false };
  if (session.operator && session.office === NO_OFFICE) {
    const operator = await findOperator(models, session.operator);
    return operator && { ...found, office: null, operator };
  }
  if (session.operator) {
    if (now.getTime() - session.createdAt.getTime() > HANDED_MS) return null;
    const office = await findOffice(models, session.office);
    return office && { ...found, office };
  }
  if (session.member === null)
    return { ...found, office: await officeToSetUp(database, session.office), terminal: true };
  const [office, member] = await Promise.all([
    findOffice(models, session.office),
    findMember(models, session.office, session.member),
  ]);
  if (!office || !member || member.state === 'revoked') return null;
  return { ...found, office, member };
}

/** The office that was named, else the one there is; several are told apart by their own links. */
async function officeToSetUp({ models }: Database, id: string): Promise<Office | null> {
  if (id !== NO_OFFICE) return findOffice(models, id);
  const { offices, unreadable } = await findOffices(models);
  return offices.length === 1 && unreadable.length === 0 ? offices[0]! : null;
}

/** Ends a session at once. @param session as a visitor names it. */
export async function endWebSession(database: Database, session: string): Promise<void> {
  await commit(database, [{ to: 'websessions', removeAll: { where: { _id: session } } }]);
}
