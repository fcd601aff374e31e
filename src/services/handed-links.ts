/** Personal links by which operators hand an office to its administrator: opened once, with a code that goes another way; web/offices calls it. */
import { randomInt } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import { countPeople } from '../db/office-figures.ts';
import { findOfficesById } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import { hashOfCode, makeWebLink } from './web-sessions.ts';
import { type Write, writeAudit } from './writes.ts';

/** How long an administrator has to open it. */
const LINK_MS = 7 * 86_400_000;

export interface HandedTo {
  office: string;
  /** Who is to administer it. */
  owner: string;
}

export interface MadeLink extends HandedTo {
  name: string;
  token: string;
  code: string;
  until: Date;
}

interface ByOperator {
  operator: string;
  now: Date;
}

/**
 * Links that nobody opened make way for the new ones. An office that has an administrator is its own: an operator comes
 * in there no more. @returns those of the other offices; token and code are kept nowhere.
 */
export async function handLinks(
  database: Database,
  to: readonly HandedTo[],
  { operator, now }: ByOperator,
): Promise<MadeLink[]> {
  const ids = to.map(({ office }) => office);
  const [offices, people] = await Promise.all([
    findOfficesById(database.models, ids),
    countPeople(database.models, ids),
  ]);
  const made = to.flatMap(({ office: id, owner }): (MadeLink & { write: Write })[] => {
    const office = offices.get(id);
    if (!office || (people.get(id)?.admin ?? 0) > 0) return [];
    const { token, expiresAt, write } = makeWebLink(id, null, '/console', now, LINK_MS);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const locked = { operator, code: { hash: hashOfCode(token, code), wrong: 0, owner } };
    const insert = { ...write.insert, ...locked };
    return [
      { office: id, owner, name: office.name, token, code, until: expiresAt, write: { ...write, insert } },
    ];
  });
  await commit(database, [
    ...made.map(({ office }) => unopened(office)),
    ...made.map(({ write }) => write),
    ...made.map(({ office }) => writeAudit(office, now, operator, 'hand-link', {})),
  ]);
  return made.map(({ write: _, ...link }) => link);
}

const unopened = (office: string): Write => ({
  to: 'weblinks',
  removeAll: { where: { office, code: { $type: 'object' }, usedAt: null } },
});

/** The link opens nothing any more, and whoever came by it is signed out. */
export async function takeLinkBack(
  database: Database,
  office: string,
  { operator, now }: ByOperator,
): Promise<void> {
  await commit(database, [
    { to: 'weblinks', removeAll: { where: { office, code: { $type: 'object' } } } },
    { to: 'websessions', removeAll: { where: { office, member: null, operator: { $type: 'string' } } } },
    writeAudit(office, now, operator, 'take-back-link', {}),
  ]);
}
