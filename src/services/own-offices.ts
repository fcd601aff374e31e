/** Offices of somebody who belongs to several and speaks to them through one account: which there are, and going to another; the bot's answers call it. */
import type { Database } from '../db/connect.ts';
import { type Belonging, belongingsOf, type LinkDocument } from '../db/links.ts';
import { findOfficesById } from '../db/offices.ts';
import { isOfOffice } from '../db/outbox.ts';
import { type Context, otherOffices } from './context.ts';
import type { Write } from './writes.ts';

/** An office to go to, by its name. */
export interface OwnOffice extends Belonging {
  name: string;
}

/** @returns those besides the one the person is in. */
export async function findOtherOffices(context: Context): Promise<OwnOffice[]> {
  const others = otherOffices(context);
  const found = await findOfficesById(
    context.database.models,
    others.map(({ office }) => office),
  );
  return others.flatMap((one) => {
    const office = found.get(one.office);
    return office ? [{ ...one, name: office.name }] : [];
  });
}

/** From now on what the person says is of that office; what was begun in the other stays there. */
export function changeOffice({ link }: Context, to: Belonging): Write[] {
  if (!link) return [];
  const others = belongingsOf(link).filter(({ office }) => office !== to.office);
  const { office, target } = to;
  const where = { _id: link._id, office: link.office };
  return [{ to: 'links', update: { where, change: { $set: { office, target, others } } } }];
}

/** @returns the one of these offices that sent the message, or null. */
export async function officeOfMessage(
  { models }: Database,
  offices: readonly Belonging[],
  messageId: string,
): Promise<string | null> {
  for (const { office } of offices) if (await isOfOffice(models, office, messageId)) return office;
  return null;
}

/** The office just joined is the chosen one, unless it speaks through an account of its own: there nothing is to be chosen. */
export function joinOffice(
  { link, accountOf }: Context,
  userId: string,
  office: string,
  target: string,
): Write {
  const before = belongingsOf(link).filter((one) => one.office !== office);
  const [first] = before;
  const stays = accountOf !== null && first !== undefined;
  return linkWrite(
    userId,
    stays
      ? { kind: 'user', ...first, others: [...before.slice(1), { office, target }] }
      : { kind: 'user', office, target, others: before },
  );
}

export function linkWrite(lineId: string, link: Omit<LinkDocument, '_id'>): Write {
  return { to: 'links', update: { where: { _id: lineId }, change: { $set: link }, upsert: true } };
}
