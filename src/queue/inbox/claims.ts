/** Which rows of the inbox this process takes up: a few of each person's first ones, whatever else lies waiting. The inbox worker asks. */
import type { Database } from '../../db/connect.ts';
import { findWaiting, type InboxDocument, type WaitingEvent } from '../../db/inbox.ts';
import type { Claims } from '../leases/claims.ts';
import { isUnclaimed } from '../timing.ts';

/** Rows of one lane in hand: enough that it does not run dry, few enough that one person's thousands fill no hand. */
export const LANE_DEPTH = 16;
/** A lane with so few left in hand gets more from the collection. */
export const LANE_LOW = 4;
/** Rows of one look; a lane with more has some behind. */
const LOOK = LANE_DEPTH * 2;
/** Looks of one step of the walk. */
const LOOKS = 16;
/** Whoever works on a backlog is through with one of it long before. */
const SLOW_MS = 5_000;
const MOST_AHEAD = 10_000;

/** One person in one chat, as the order of events has it. */
export type Lane = Pick<InboxDocument, 'office' | 'key'>;

/** Ids of offices have no spaces. */
export function laneOf({ office, key }: Lane): string {
  return `${office} ${key}`;
}

export interface InboxClaims {
  /** Takes up the first rows of these lanes. @param depth so many of each are in hand then. */
  more(lanes: readonly Lane[], now: Date, depth: number): Promise<InboxDocument[]>;
  /**
   * Goes on over the lanes from where the last step ended, until it has taken up about `most` rows.
   * @param depth so many of each lane are in hand then.
   * @returns also whether it came to the end; the next step begins anew.
   */
  walk(most: number, now: Date, depth: number): Promise<{ rows: InboxDocument[]; ended: boolean }>;
  /** Whether rows of the lane may be in the collection alone. */
  isBehind(lane: string): boolean;
  /** A row of the lane was stored without coming in hand. */
  leftBehind(lane: string): void;
}

/** @param inHand what this process works on already. */
export function inboxClaims(
  database: Database,
  queue: Claims<InboxDocument>,
  inHand: (id: string) => boolean,
): InboxClaims {
  const { models } = database;
  const behind = new Set<string>();
  /** Instances begin at different places. */
  let after: Lane | null = { office: '-', key: `U${Math.floor(Math.random() * 256).toString(16)}` };

  /** Of each lane its first row while somebody else holds it, and since when that is so. */
  const ahead = new Map<string, { id: string; since: number }>();

  function isSlow(row: WaitingEvent, now: Date): boolean {
    const seen = ahead.get(laneOf(row));
    if (seen?.id === row._id) return now.getTime() - seen.since >= SLOW_MS;
    if (ahead.size > MOST_AHEAD) ahead.clear();
    ahead.set(laneOf(row), { id: row._id, since: now.getTime() });
    return false;
  }

  /**
   * Of one lane's first rows those that are free. Behind one that somebody else holds a single one, to wait for its turn,
   * but not of a backlog which they get on with: it would pass from hand to hand with every event.
   */
  function choose(rows: readonly WaitingEvent[], now: Date, depth: number): WaitingEvent[] {
    const chosen: WaitingEvent[] = [];
    let own = 0;
    for (const row of rows.slice(0, depth)) {
      if (inHand(row._id)) own += 1;
      else if (isUnclaimed(row.nextAt, now)) chosen.push(row);
      else {
        const [next, ...more] = rows.filter((one) => one.at > row.at && isUnclaimed(one.nextAt, now));
        const isOurs = chosen.length + own === 0 && (isSlow(row, now) || more.length === 0);
        if (isOurs && next && !inHand(next._id)) chosen.push(next);
        break;
      }
    }
    return chosen;
  }

  function noteBehind(
    lane: string,
    rows: readonly WaitingEvent[],
    chosen: readonly WaitingEvent[],
    now: Date,
  ): void {
    // what was held when it was read may have come to its end since
    const isLeft = (row: WaitingEvent): boolean =>
      isUnclaimed(row.nextAt, now) && !inHand(row._id) && !chosen.includes(row);
    const left = rows.length === LOOK || rows.some(isLeft);
    if (left) behind.add(lane);
    else behind.delete(lane);
  }

  return {
    async more(lanes, now, depth) {
      const chosen = await Promise.all(
        lanes.map(async ({ office, key }) => {
          const rows = await findWaiting(models, { lane: { office, key } }, LOOK);
          const some = choose(rows, now, depth);
          noteBehind(laneOf({ office, key }), rows, some, now);
          return some;
        }),
      );
      return queue.take(chosen.flat(), now);
    },
    async walk(most, now, depth) {
      const chosen: WaitingEvent[] = [];
      let ended = false;
      for (let looks = 0; looks < LOOKS && chosen.length < most && !ended; looks += 1) {
        const rows: WaitingEvent[] = await findWaiting(models, { after }, LOOK);
        for (const [lane, own] of Map.groupBy(rows, laneOf)) {
          // a lane that has enough asks for more by itself
          const some = own.filter(({ _id }) => inHand(_id)).length > LANE_LOW ? [] : choose(own, now, depth);
          noteBehind(lane, own, some, now);
          chosen.push(...some);
        }
        ended = rows.length < LOOK;
        const last = rows.at(-1);
        after = ended || !last ? null : last;
        // the last lane may have been cut off by the look: its rest comes by `more`
        if (after) behind.add(laneOf(after));
      }
      return { rows: await queue.take(chosen, now), ended };
    },
    isBehind: (lane) => behind.has(lane),
    leftBehind: (lane) => void behind.add(lane),
  };
}
