/** What the console tells of the bot at work: what gave up, what waits for lack of quota, who did what; web/console calls it. */
import type { AuditDocument } from '../db/audit.ts';
import type { Database } from '../db/connect.ts';
import { belongingsOf, findLinks } from '../db/links.ts';
import { findMembers } from '../db/members.ts';
import { findHeldBack } from '../db/outbox.ts';
import { findOffices } from '../db/offices.ts';
import { findOperators } from '../db/operators.ts';
import { type DeadLetter, findDeadLetters } from './dead-letters.ts';
import { NO_OFFICE } from './web-sessions.ts';

export interface Operation {
  /** The oldest first, without words. */
  dead: Pick<DeadLetter, 'id' | 'queue' | 'at' | 'purpose' | 'attempts' | 'error'>[];
  /** What waits because the month's quota has no room, by whom it is for. */
  held: { name: string; purpose: string; count: number }[];
  /** The newest first. `by`: a name, `command` or `set-up`; `whom`: names of the members it concerned, may be empty. */
  audit: { at: Date; by: string; act: string; whom: string }[];
  /** There are older acts than those. */
  older: boolean;
  people: { id: string; name: string }[];
}

const MOST_ROWS = 200;

/** What LINE brings belongs to no office until it is answered; where there is one office alone, it can only be its. */
async function officesOf({ models }: Database, office: string): Promise<string[]> {
  const { offices, unreadable } = await findOffices(models);
  return offices.length + unreadable.length === 1 ? [office, NO_OFFICE] : [office];
}

/** The oldest first, events before messages. */
export async function readDeadLetters(database: Database, office: string): Promise<DeadLetter[]> {
  const [own, common, offices] = await Promise.all([
    findDeadLetters(database, office),
    findDeadLetters(database, NO_OFFICE),
    officesOf(database, office),
  ]);
  return [...own, ...(offices.includes(NO_OFFICE) ? common : await linkedTo(database, office, common))];
}

/** Of what came by an account that several offices share: that of people and groups who are linked to this one. */
async function linkedTo(
  { models }: Database,
  office: string,
  letters: readonly DeadLetter[],
): Promise<DeadLetter[]> {
  const events = letters.filter(({ queue }) => queue === 'inbox').map(({ id }) => id);
  const rows = await models.inbox
    .find({ _id: { $in: events } }, { key: 1 })
    .lean<{ _id: string; key: string }[]>();
  const whom = new Map(rows.map(({ _id, key }) => [_id, key.split(':')]));
  const links = await findLinks(models, [...new Set([...whom.values()].flat())]);
  const isOurs = (one: string): boolean =>
    belongingsOf(links.get(one) ?? null).some((place) => place.office === office);
  return letters.filter(({ id }) => whom.get(id)?.some(isOurs));
}

export async function readOperation(database: Database, office: string): Promise<Operation> {
  const { models } = database;
  const [dead, held, members, operators, audit] = await Promise.all([
    readDeadLetters(database, office),
    findHeldBack(models, [office]),
    findMembers(models, office),
    findOperators(models),
    models.audit
      .find({ office: { $in: await officesOf(database, office) } })
      .sort({ at: -1 })
      .limit(MOST_ROWS + 1)
      .lean<AuditDocument[]>(),
  ]);
  const byUser = new Map(members.map(({ userId, name }) => [userId, name]));
  const byId = new Map([...members, ...operators].map(({ id, name }) => [id, name]));
  const waiting = Map.groupBy(held, ({ to, purpose }) => `${to} ${purpose}`);
  return {
    dead: dead.slice(0, MOST_ROWS).map(({ id, queue, at, purpose, attempts, error }) => ({
      id,
      queue,
      at,
      purpose,
      attempts,
      error,
    })),
    held: [...waiting.values()].map((rows) => {
      const { to, purpose } = rows[0]!;
      return { name: byUser.get(to) ?? '', purpose, count: rows.length };
    }),
    audit: audit.slice(0, MOST_ROWS).map(({ at, by, act, about }) => ({
      at,
      by: byId.get(by) ?? by,
      act,
      whom: concerned(about ?? {})
        .flatMap((id) => byId.get(id) ?? [])
        .join(', '),
    })),
    older: audit.length > MOST_ROWS,
    people: members.map(({ id, name, officialName }) => ({ id, name: officialName || name })),
  };
}

/** Members' ids in what an act was about. */
function concerned({ member, from, to }: Record<string, unknown>): string[] {
  return [member, from, to].flat().filter((id) => typeof id === 'string');
}
