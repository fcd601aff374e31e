/** How far an installation is with being set up; the console and its checks ask. */
import type { Database } from '../db/connect.ts';
import { THERE } from '../db/offices.ts';

export async function countOffices({ models }: Database): Promise<number> {
  return models.offices.countDocuments(THERE);
}

/** @returns whether anybody of the office could report or decide now. */
export async function hasMember({ models }: Database, office: string): Promise<boolean> {
  return (await models.members.exists({ office, state: 'active' } as never)) !== null;
}
