/** How much of the inbox a process takes in hand, so that no flood fills it; the inbox worker asks before each lease and at each look. */
import type { InboxDocument } from '../../db/inbox.ts';
import type { Lanes } from '../lanes.ts';
import { type InboxClaims, LANE_DEPTH, type Lane, laneOf } from './claims.ts';

/** More than this in hand and leases might run out before their turn; the rest waits in the collection. */
const MOST_IN_HAND = 2_000;
/** From so many on, one of each lane: whoever floods fills no hand, and nobody else's first stays outside. */
const CROWDED = 1_000;
/** So many are taken up from the collection; room beyond is left to what just comes in. */
const MOST_TAKEN_UP = 512;
const MOST_OF_A_STEP = 64;
/** While there is no room, first ones that nobody holds are looked for so often. */
const FIRSTS_EVERY_MS = 500;
/**
 * A round over all lanes that found nothing is not made again before so many times as long as it took, as behind a long
 * flood it reads much for nothing; but soon enough for what a process held that ended.
 */
const ROUND_REST = { times: 20, leastMs: 900, mostMs: 2_000 };

interface Room {
  /** Whether an event of that lane is to stay in the collection. */
  isFull(lane: Lane): boolean;
  /** Takes up more of these lanes, and goes on over all. @returns also whether there may be more. */
  takeUp(lanes: readonly Lane[]): Promise<{ rows: InboxDocument[]; more: boolean }>;
}

export function room(all: Lanes<InboxDocument>, claiming: InboxClaims, now: () => Date): Room {
  let firstsAt = 0;
  /** The round that is under way. */
  let round: { begun: number; found: number } | null = null;
  let rest = { from: 0, milliseconds: 0 };
  const depth = (): number => (all.size() < CROWDED ? LANE_DEPTH : 1);

  function isTimeForFirsts(at: number): boolean {
    if (Math.abs(at - firstsAt) < FIRSTS_EVERY_MS || all.size() >= 2 * MOST_IN_HAND) return false;
    firstsAt = at;
    return true;
  }

  return {
    isFull(lane) {
      const name = laneOf(lane);
      return all.size() >= MOST_IN_HAND || all.sizeOf(name) >= depth() || claiming.isBehind(name);
    },
    async takeUp(lanes) {
      const left = Math.min(MOST_TAKEN_UP - (all.size() - all.backingOff()), 2 * MOST_IN_HAND - all.size());
      const filled = lanes.length > 0 ? await claiming.more(lanes, now(), depth()) : [];
      if (left <= 0) {
        const isTime = isTimeForFirsts(now().getTime());
        const firsts = isTime ? await claiming.walk(MOST_OF_A_STEP, now(), 1) : { rows: [] };
        return { rows: [...filled, ...firsts.rows], more: true };
      }
      const at = now().getTime();
      if (!round && Math.abs(at - rest.from) < rest.milliseconds) return { rows: filled, more: false };
      // a step that took too long is let go, and may end after the next one
      const own = (round ??= { begun: at, found: 0 });
      const { rows, ended } = await claiming.walk(Math.min(left, MOST_OF_A_STEP), now(), depth());
      own.found += rows.length;
      if (!ended) return { rows: [...filled, ...rows], more: true };
      const over = now().getTime();
      rest = { from: over, milliseconds: own.found > 0 ? 0 : restAfter(over - own.begun) };
      round = null;
      return { rows: [...filled, ...rows], more: own.found > 0 };
    },
  };
}

function restAfter(tookMs: number): number {
  const { times, leastMs, mostMs } = ROUND_REST;
  return Math.min(mostMs, Math.max(leastMs, times * tookMs));
}
