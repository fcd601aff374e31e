/** What somebody does on a page, decided from what is stored now and stored as one unit, as an event from chat is; routes of the pages call it. */
import type { Database } from '../db/connect.ts';
import { commit } from '../db/unit-of-work.ts';
import { asMember, type MemberContext } from './context.ts';
import type { LoadContext } from './loaders.ts';
import { newId, type Write } from './writes.ts';

/** The chat may be quicker this often before somebody is told to try again. */
const TRIES = 8;

export interface Decision<T> {
  answer: T;
  writes: Write[];
}

/**
 * @param decide is asked anew from fresh reads where somebody else was quicker.
 * @returns null where the office has no plan. @throws when it was never the first, or MongoDB cannot be reached.
 */
export async function decideFor<T>(
  { database, load }: { database: Database; load: LoadContext },
  { office, member }: { office: { id: string }; member: { userId: string } },
  now: Date,
  decide: (context: MemberContext) => Promise<Decision<T>>,
): Promise<T | null> {
  const { userId } = member;
  const event = `page:${newId()}`;
  const source = {
    event,
    office: office.id,
    chat: { type: 'user', id: userId },
    userId,
    message: null,
  } as const;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read = await load(source, now);
    const context = read && asMember(read);
    if (!context) return null;
    const { answer, writes } = await decide(context);
    if ((await commit(database, writes)).ok) return answer;
  }
  throw new Error('the same conflict again and again');
}
