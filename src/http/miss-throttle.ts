/** Slows down whoever tries links by guessing, without a word to those whose links open; http/files asks at each miss. */
import type { Timers } from '../clock.ts';

/** Misses of everybody within the window that are answered at once: people do type and cut links. */
const FREE = 60;
const WINDOW_MS = 60_000;
const WAIT_MS = 1_000;
/** Answers that wait at the same time; more are refused, so that waiting costs no memory. */
const MOST_WAITING = 64;

/** @returns a function to be awaited before a miss is answered; false means: refuse at once. */
export function missThrottle({ now, timers }: { now: () => Date; timers: Timers }): () => Promise<boolean> {
  let since = 0;
  let misses = 0;
  let waiting = 0;
  return async () => {
    const at = now().getTime();
    if (at - since >= WINDOW_MS) [since, misses] = [at, 0];
    misses += 1;
    if (misses <= FREE) return true;
    if (waiting >= MOST_WAITING) return false;
    waiting += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    timers.after(WAIT_MS, resolve);
    await promise.finally(() => (waiting -= 1));
    return true;
  };
}
