/** Whose turn it is: an event waits while an earlier one of the same person in the same chat is open; the inbox worker asks. */
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import { findOpenEvents, type InboxDocument, type OpenEvent } from '../db/inbox.ts';

/** The longest a bad event may hold up its sender. */
const LONGEST_MS = 5 * 60_000;

type Ordered = Pick<InboxDocument, '_id' | 'at'>;

/** ULIDs sort by time, so events of the same millisecond keep their order too. */
export function earlier(a: Ordered, b: Ordered): boolean {
  const difference = a.at.getTime() - b.at.getTime();
  return difference === 0 ? a._id < b._id : difference < 0;
}

/** @param now real time. @returns a question for each event, asked again until it is answered with true. */
export function turns(database: Database, now: () => Date): (row: InboxDocument) => Promise<boolean> {
  const startedAt = now().getTime();
  const waitingSince = new WeakMap<InboxDocument, number>();
  const openOf = coalesce(async (chats: readonly string[]) => {
    const asked = chats.map((chat) => ({
      office: chat.slice(0, chat.indexOf(' ')),
      key: chat.slice(chat.indexOf(' ') + 1),
    }));
    return Map.groupBy(await findOpenEvents(database.models, asked), chatOf);
  });

  /** Time during which nobody worked does not count: what waited through it is worked on, in its order. */
  function hasHeldUpLongEnough({ attempts, receivedAt }: OpenEvent, at: number): boolean {
    return attempts > 0 && at - Math.max(receivedAt.getTime(), startedAt) >= LONGEST_MS;
  }

  return async (row) => {
    const open = (await openOf(chatOf(row))) ?? [];
    const at = now().getTime();
    const isHeldUp = open.some(
      (one) => one._id !== row._id && earlier(one, row) && !hasHeldUpLongEnough(one, at),
    );
    if (!isHeldUp) return true;
    const since = waitingSince.get(row) ?? at;
    waitingSince.set(row, since);
    return at - since >= LONGEST_MS;
  };
}

/** Ids of offices have no spaces. */
function chatOf({ office, key }: Pick<InboxDocument, 'office' | 'key'>): string {
  return `${office} ${key}`;
}
