/** Erasing a person as the law has it: what the office officially reported stays, who it was goes everywhere. */
import { createHash } from 'node:crypto';
import type { CollectionName } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { fileStore } from '../db/files.ts';
import { commit } from '../db/unit-of-work.ts';
import {
  fileNames,
  frozenReports,
  mentionsOf,
  findNames,
  pendingMessages,
  reportedOn,
} from './erase-names.ts';
import { aboutAny, findPerson, ofSender, type Person } from './person.ts';
import { dropExports } from './downloads.ts';
import { removeOriginal } from './picture-copies.ts';
import { deliveriesWithout } from './webhooks.ts';
import { type Write, writeAudit } from './writes.ts';

/** A line of the ledger: enough to find the person again in a restored backup, too little to tell who it was. */
export interface Erasure {
  at: string;
  /** SHA-256 of the LINE user id. */
  person: string;
}

export type Erased =
  | {
      ok: true;
      /** Rows removed or changed, the audit's own aside. */
      rows: number;
      /** Activities whose official words still say this name. */
      mentions: string[];
    }
  | { ok: false; reason: 'conflict' };

export function erasureOf(person: Person, now: Date): Erasure {
  return { at: now.toISOString(), person: hashOf(person.userId) };
}

function hashOf(userId: string): string {
  return createHash('sha256').update(userId).digest('hex');
}

/** Stands for an erased member where a row must name one. */
const NOBODY = 'erased';

/**
 * Erases a person from every collection in one unit of work. Frozen half years lose the name and get the hash they then have;
 * the audit says which. Doing it again changes nothing.
 * @param anonymous the words that stand where the name stood.
 */
export async function erasePerson(
  database: Database,
  person: Person,
  anonymous: string,
  now: Date,
  by = 'command',
): Promise<Erased> {
  const { models } = database;
  const { userId, members } = person;
  const ids = members.map(({ id }) => id);
  const theirs = { $in: ids };
  const nobody = { member: null, name: anonymous, position: '' };
  const names = await findNames(database, person);
  const offices = [...new Set(members.map(({ office }) => office))];
  const loose = await looseEvidence(database, ids);
  const reported = await reportedOn(database, ids);
  const refrozen = await frozenReports(database, reported, names, nobody);
  const everyone = (to: CollectionName, field: string, value: unknown, where: object = { [field]: theirs }) =>
    ({ to, updateAll: { where, change: { $set: { [field]: value } } } }) as Write;
  const removal = (to: CollectionName, where: Record<string, unknown>) =>
    ({ to, removeAll: { where } }) as Write;
  const changes: Write[] = [
    everyone('updates', 'by', nobody, { 'by.member': theirs }),
    everyone('updates', 'voided.by', nobody, { 'voided.by.member': theirs }),
    everyone('activities', 'state.reportedBy', nobody, { 'state.reportedBy.member': theirs }),
    // an undo that read the name before must not bring it back
    {
      to: 'activities',
      updateAll: { where: { _id: { $in: [...reported] } }, change: { $inc: { 'state.rev': 1 } } },
    },
    everyone('periods', 'closedBy', { member: null, name: anonymous }, { 'closedBy.member': theirs }),
    everyone(
      'publications',
      'publishedBy',
      { member: null, name: anonymous },
      { 'publishedBy.member': theirs },
    ),
    everyone('members', 'away.delegate', null),
    everyone('groups', 'linkedBy', null),
    everyone('evidence', 'by', null),
    everyone('audit', 'by', NOBODY),
    everyone('audit', 'about', { member: NOBODY }, { ...aboutAny(ids), act: { $ne: 'erase-person' } }),
    // an invite for somebody by name; what a plan calls an owner stays in the plan
    everyone('invites', 'owner', null, { office: { $in: offices }, owner: { $in: names } }),
    // a link that was handed on by name
    everyone('weblinks', 'code.owner', anonymous, { office: { $in: offices }, 'code.owner': { $in: names } }),
    ...(await fileNames(database, offices, names)),
    ...refrozen.map(({ write }) => write),
    ...(await deliveriesWithout(database, offices, ids)),
    ...(await pendingMessages(database, offices, person, names, anonymous)),
    {
      to: 'outbox',
      updateAll: { where: { office: { $in: offices }, names: theirs }, change: { $pull: { names: theirs } } },
    },
    removal('evidence', { _id: { $in: loose.map(({ _id }) => _id) } }),
    removal('filelinks', { member: theirs }),
    removal('weblinks', { member: theirs }),
    removal('websessions', { member: theirs }),
    removal('conversations', { userId }),
    removal('outbox', { $or: [{ to: userId }, { 'record.member': theirs }] }),
    removal('inbox', {
      $or: [{ key: ofSender(userId) }, { event: { $regex: userId.replaceAll(/[^\w]/g, '\\$&') } }],
    }),
    removal('links', { _id: userId }),
    removal('members', { userId }),
  ];
  const rows = await countOf(database, changes);
  const periods = refrozen.map(({ id, before, after }) => ({ id, before, after }));
  const audit = (offices.length > 0 ? offices : ['-']).map((office) =>
    writeAudit(office, now, by, 'erase-person', { person: hashOf(userId), rows, periods }),
  );
  const done = await commit(database, rows > 0 ? [...changes, ...audit] : []);
  if (!done.ok) return done;
  // what was taken out of the database a while ago still has them
  await dropExports(database, offices);
  const files = fileStore(database, 'evidence');
  for (const { file } of loose) {
    if (file) await removeOriginal(files, file);
  }
  return { ok: true, rows, mentions: await mentionsOf(models, offices, names) };
}

/** Races with people who are writing just now are decided anew this often. */
const TRIES = 5;

/** The same, decided anew while somebody writes in between. @param userId of LINE. */
export async function erasePersonSurely(
  database: Database,
  userId: string,
  anonymous: string,
  now: () => Date,
  by?: string,
): Promise<Erased> {
  const erase = async (): Promise<Erased> => {
    const person = (await findPerson(database, userId)) ?? { userId, members: [] };
    return erasePerson(database, person, anonymous, now(), by);
  };
  let done = await erase();
  for (let tries = 1; !done.ok && tries < TRIES; tries++) done = await erase();
  return done;
}

/** What was sent but never became part of a report belongs to the person, not to the office. */
async function looseEvidence(
  { models }: Database,
  ids: readonly string[],
): Promise<{ _id: string; file: string | null }[]> {
  const sent = await models.evidence
    .find({ by: { $in: ids } }, { file: 1 })
    .lean<{ _id: string; file: string | null }[]>();
  const used = new Set<unknown>(
    await models.updates.distinct('evidence', { evidence: { $in: sent.map(({ _id }) => _id) } }),
  );
  return sent.filter(({ _id }) => !used.has(_id));
}

async function countOf({ models }: Database, writes: readonly Write[]): Promise<number> {
  const counts = await Promise.all(
    writes.map(({ to, update, updateAll, removeAll }) =>
      models[to].collection.countDocuments((update ?? updateAll ?? removeAll)!.where as never),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** @returns people of the ledger whose data are there (again). */
export async function findErased(database: Database, ledger: readonly Erasure[]): Promise<string[]> {
  const { models } = database;
  const wanted = new Set(ledger.map(({ person }) => person));
  const senders: unknown[] = await models.inbox.distinct('key');
  const known: unknown[] = [
    ...(await models.members.distinct('userId')),
    ...(await models.links.distinct('_id', { kind: 'user' })),
    ...(await models.conversations.distinct('userId')),
    ...(await models.outbox.distinct('to')),
    ...senders.map((key) => String(key).split(':').at(-1)),
  ];
  return [...new Set(known.map(String))].filter((userId) => wanted.has(hashOf(userId)));
}

/** @returns the erasures this database itself remembers. */
export async function erasuresIn({ models }: Database): Promise<Erasure[]> {
  const rows = await models.audit
    .find({ act: 'erase-person' })
    .lean<{ at: Date; about: { person: string } }[]>();
  return rows.map(({ at, about }) => ({ at: at.toISOString(), person: about.person }));
}
