/** Time for tests of workers: a clock with timers that pass when the test says so, and never by themselves. */
import type { Timers } from '../../src/clock.ts';

export interface VirtualTime {
  now(): Date;
  timers: Timers;
  /** Moves the clock; what was to happen meanwhile begins, in its order. */
  advance(milliseconds: number): void;
  /** Moves the clock as over a machine asleep: no timer passes meanwhile. */
  skip(milliseconds: number): void;
  /**
   * Lets time pass until the question is answered with something.
   * @param ask must wait for the database: only then does other work go on. @param step milliseconds between two questions. @throws when `most` steps have brought nothing.
   */
  until<T>(ask: () => Promise<T | null | false | undefined>, step?: number, most?: number): Promise<T>;
}

export function virtualTime(start: Date): VirtualTime {
  let at = start.getTime();
  const due: { at: number; begin: () => void }[] = [];

  function advance(milliseconds: number): void {
    const end = at + milliseconds;
    for (;;) {
      const [next] = due.filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      at = Math.max(at, next.at);
      due.splice(due.indexOf(next), 1);
      next.begin();
    }
    at = end;
  }

  return {
    now: () => new Date(at),
    timers: {
      after(milliseconds, then) {
        const one = { at: at + milliseconds, begin: then };
        due.push(one);
        return () => {
          const place = due.indexOf(one);
          if (place >= 0) due.splice(place, 1);
        };
      },
    },
    advance,
    skip(milliseconds) {
      at += milliseconds;
    },
    // small steps: what is under way between two of them must not lose its lease
    async until(ask, step = 25, most = 16_000) {
      for (let steps = 0; steps < most; steps += 1) {
        const found = await ask();
        if (found) return found;
        advance(step);
      }
      throw new Error(`nothing came in ${(most * step) / 1000} seconds`);
    },
  };
}
