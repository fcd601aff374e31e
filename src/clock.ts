/** The only places where time is read or waited for; main makes one clock and passes it down. */

export interface Clock {
  /** The moment by which the office lives: reports, reminders and expiries. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be moved and then runs on at normal speed; the demo and the tests live by it. */
export interface MovableClock extends Clock {
  moveTo(at: Date): void;
  /** Called after each move. @returns a function that stops listening. */
  onMove(listener: () => void): () => void;
}

/** @param start where it begins. @param real the clock it runs by; a fixed one makes it stand still. */
export function movableClock(start: Date, real: Clock = systemClock): MovableClock {
  let base = start.getTime();
  let since = real.now().getTime();
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(base + real.now().getTime() - since),
    moveTo(at) {
      base = at.getTime();
      since = real.now().getTime();
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface Timers {
  /** Calls back after that many milliseconds. @returns a function that cancels. */
  after(milliseconds: number, then: () => void): () => void;
}

export const realTimers: Timers = {
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
