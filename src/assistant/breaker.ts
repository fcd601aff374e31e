/** Leaves an endpoint alone for a while once it has failed several times in a row, so that nobody waits for one that is down. */

export interface Breaker {
  /** Whether it may be asked now; after a pause one question at a time tries it. */
  lets(): boolean;
  worked(): void;
  /** @param pauseMs how long the endpoint itself asked to be left alone. */
  failed(pauseMs?: number): void;
}

const MOST_FAILURES = 3;
const PAUSE_MS = 60_000;
/** What an endpoint may ask for. */
const LONGEST_PAUSE_MS = 10 * 60_000;

export function breaker(now: () => Date): Breaker {
  let failures = 0;
  let until = 0;
  let trying = false;
  return {
    lets() {
      if (failures < MOST_FAILURES && until <= now().getTime()) return true;
      if (trying || until > now().getTime()) return false;
      trying = true;
      return true;
    },
    worked() {
      failures = 0;
      until = 0;
      trying = false;
    },
    failed(pauseMs = 0) {
      failures += 1;
      trying = false;
      const pause = Math.max(pauseMs, failures >= MOST_FAILURES ? PAUSE_MS : 0);
      if (pause > 0) until = now().getTime() + Math.min(pause, LONGEST_PAUSE_MS);
    },
  };
}
