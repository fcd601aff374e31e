/** How far this machine's clock is ahead of LINE's, by how old events are when LINE first delivers them; answer.ts asks before it takes one for too old. Pure but for what it remembers. */
import type { Incoming } from './types.ts';

/** Events it goes by: all of them would have to be late for reasons of their own. */
const SEEN = 8;
/** Fewer say nothing: somebody may send an old one again. */
const LEAST = 3;

/** @returns what hears of each event with its age, and says by how many milliseconds all of the last ones were old on arrival. */
export function clockAhead(): (
  incoming: Pick<Incoming, 'redelivered' | 'waitedMs'>,
  ageMs: number,
) => number {
  const ages: number[] = [];
  return ({ redelivered, waitedMs = 0 }, ageMs) => {
    if (!redelivered) ages.push(ageMs - waitedMs);
    if (ages.length > SEEN) ages.shift();
    return ages.length < LEAST ? 0 : Math.max(0, Math.min(...ages));
  };
}
