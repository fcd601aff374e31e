/** A ministry: many offices of a plan and forty officers each, who have accepted the notice and are known to LINE; the section of that name works on it. */
import type { Database } from '../../src/db/connect.ts';
import { NOTICE_VERSION } from '../../src/services/notice.ts';
import { fillOffices } from '../../test/helpers/many-offices.ts';

export const OFFICES = 245;
export const OFFICERS = 40;
export const ACTIVITIES = 40;

/** @param from the first office's number. */
export async function fillMinistry(database: Database, offices: number, from = 0): Promise<void> {
  await fillOffices(database, { offices, activities: ACTIVITIES, officers: OFFICERS }, from);
  const { members, links } = database.models;
  const consent = { version: NOTICE_VERSION, at: new Date() };
  await members.collection.updateMany({ 'consent.version': { $ne: NOTICE_VERSION } }, { $set: { consent } });
  const own = { office: { $in: Array.from({ length: offices }, (_, at) => `office-${from + at}`) } };
  const people = await members.collection.find(own, { projection: { userId: 1, office: 1 } }).toArray();
  await links.collection.insertMany(
    people.map(({ _id, userId, office }) => ({ _id: userId, office, kind: 'user', target: _id })) as never[],
  );
}

/** @returns the LINE id of an officer, as `fillOffices` makes it; they own the activity after their number. */
export function officerOf(office: number, officer: number): string {
  return `U${`office-${office}-m${officer}`.padEnd(32, '.').slice(0, 32)}`;
}
