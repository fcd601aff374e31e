/** Which instances are silent for so long that they count as dead. Pure, and by no clock but MongoDB's; instances.ts asks. */
import type { Beats } from '../../db/instances.ts';
import { BEAT_MS, DEAD_MS } from '../timing.ts';

/** So often it was looked for in vain, too: after an election the clock of another member may say anything. */
const LOOKS = 2;
/** Whoever did not look for so long has to look anew: MongoDB was away for the others as well. */
const BLIND_MS = 3 * BEAT_MS;

export interface Silence {
  /** @returns the holders that are dead. */
  heard(beats: Beats): string[];
}

/** @param own which is never dead. */
export function silence(own: string): Silence {
  let seen = new Map<string, { at: number; looks: number }>();
  let lookedAt = 0;
  return {
    heard({ now, at }) {
      const isBlind = Math.abs(now.getTime() - lookedAt) > BLIND_MS;
      lookedAt = now.getTime();
      const before = seen;
      seen = new Map(
        [...at].map(([holder, last]) => {
          const known = isBlind ? undefined : before.get(holder);
          const looks = known?.at === last.getTime() ? known.looks + 1 : 0;
          return [holder, { at: last.getTime(), looks }];
        }),
      );
      return [...seen].flatMap(([holder, one]) =>
        holder !== own && one.looks >= LOOKS && lookedAt - one.at >= DEAD_MS ? holder : [],
      );
    },
  };
}
