/** Whose turn it is: an event waits while an earlier one of the same person in the same chat is open; the inbox worker asks. */
import { coalesce } from '../../db/coalesce.ts';
import type { Database } from '../../db/connect.ts';
import { findOpenEvents, type InboxDocument, type OpenEvent } from '../../db/inbox.ts';
import { laneOf } from './claims.ts';
import { isUnclaimed } from '../timing.ts';

/** The longest a bad event may hold up its sender. */
const LONGEST_MS = 5 * 60_000;

type Ordered = Pick<InboxDocument, '_id' | 'at'>;

/** ULIDs sort by time, so events of the same millisecond keep their order too. */
export function earlier(a: Ordered, b: Ordered): boolean {
  const difference = a.at.getTime() - b.at.getTime();
  return difference === 0 ? a._id < b._id : difference < 0;
}

/**
 * @param now real time.
 * @param orphan is told of an earlier event that nobody holds: it has to be taken up first.
 * @returns a question for each event, asked again until it is answered with true.
 */
export function turns(
  database: Database,
  now: () => Date,
  orphan: (event: OpenEvent) => void,
): (row: InboxDocument) => Promise<boolean> {
  const startedAt = now().getTime();
  const waitingSince = new WeakMap<InboxDocument, number>();
  const openOf = coalesce(async (asked: readonly string[]) => {
    const rows = asked.map((one) => JSON.parse(one) as [string, string, number]);
    const chats = rows.map(([office, key, at]) => ({ office, key, at: new Date(at) }));
    const byLane = Map.groupBy(await findOpenEvents(database.models, chats), laneOf);
    return new Map(asked.map((one, index) => [one, byLane.get(laneOf(chats[index]!)) ?? []]));
  });

  /** Time during which nobody worked does not count: what waited through it is worked on, in its order. */
  function hasHeldUpLongEnough({ attempts, receivedAt }: OpenEvent, at: number): boolean {
    return attempts > 0 && at - Math.max(receivedAt.getTime(), startedAt) >= LONGEST_MS;
  }

  return async (row) => {
    const open = (await openOf(JSON.stringify([row.office, row.key, row.at.getTime()]))) ?? [];
    const at = now().getTime();
    const holdsUp = open.find(
      (one) => one._id !== row._id && earlier(one, row) && !hasHeldUpLongEnough(one, at),
    );
    if (!holdsUp) return true;
    if (isUnclaimed(holdsUp.nextAt, new Date(at))) orphan(holdsUp);
    const since = waitingSince.get(row) ?? at;
    waitingSince.set(row, since);
    return at - since >= LONGEST_MS;
  };
}
