/** Operators: a link for one of them, made with the first; who there are, taking one out; the operator-link command calls it. */
import type { Database } from '../db/connect.ts';
import { newId } from '../db/ids.ts';
import { findOperators, type Operator } from '../db/operators.ts';
import { commit } from '../db/unit-of-work.ts';
import type { Language } from '../domain/member.ts';
import { sameName } from './import-plan.ts';
import { makeWebLink, NO_OFFICE } from './web-sessions.ts';
import { writeAudit } from './writes.ts';

/** Where operators work. */
export const OPERATORS_PAGE = '/offices';
/** How long a link from the terminal can be opened. */
const LINK_MS = 3_600_000;

export { findOperators } from '../db/operators.ts';

/**
 * @param name of whom it is for; the first link of a name makes the operator. @param now by which links and sessions end.
 * @param language of the page from now on.
 */
export async function makeOperatorLink(
  database: Database,
  name: string,
  now: Date,
  language: Language = 'th',
): Promise<{ token: string; expiresAt: Date; made: boolean }> {
  const known = await named(database, name);
  const id = known?.id ?? newId();
  const made = makeWebLink(NO_OFFICE, null, OPERATORS_PAGE, now, LINK_MS);
  const { token, expiresAt, write } = made;
  const link = { ...write.insert, operator: id };
  const done = await commit(database, [
    known
      ? { to: 'operators', update: { where: { _id: id }, change: { $set: { language } } } }
      : { to: 'operators', insert: { _id: id, office: NO_OFFICE, name, language, createdAt: now } },
    { to: 'weblinks', insert: link },
    writeAudit(NO_OFFICE, now, 'command', 'operator-link', { operator: id }),
  ]);
  // somebody made an operator of that name just now
  return done.ok
    ? { token, expiresAt, made: known === null }
    : makeOperatorLink(database, name, now, language);
}

async function named({ models }: Database, name: string): Promise<Operator | null> {
  return (await findOperators(models)).find((one) => sameName(one.name, name)) ?? null;
}

/** Takes an operator out: sessions and links end at once; what they did stays in the record. @returns false for nobody of that name. */
export async function withdrawOperator(database: Database, name: string, now: Date): Promise<boolean> {
  const operator = await named(database, name);
  if (!operator) return false;
  const theirs = { office: NO_OFFICE, operator: operator.id };
  await commit(database, [
    { to: 'operators', removeAll: { where: { _id: operator.id } } },
    { to: 'weblinks', removeAll: { where: theirs } },
    { to: 'websessions', removeAll: { where: theirs } },
    // their joint reports are theirs alone; the download worker clears them away with their files
    { to: 'downloads', updateAll: { where: theirs, change: { $set: { expiresAt: new Date(0) } } } },
    writeAudit(NO_OFFICE, now, 'command', 'withdraw-operator', { operator: operator.id }),
  ]);
  return true;
}
