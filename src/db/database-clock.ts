/** Real time as MongoDB has it, so that instances whose own clocks differ agree on leases and days; connect.ts makes one, signs of life keep it right. */
import { type Clock, systemClock } from '../clock.ts';

/** Less than that nobody notices, and no answer tells it surely. */
const NOTICED_MS = 1_000;

export interface DatabaseClock extends Clock {
  /** Called when MongoDB is asked. @returns what takes the moment at which it answered, by its own clock. */
  asked(): (there: Date) => void;
}

/** @param own this machine's; followed as long as MongoDB's differs by less than a second. */
export function databaseClock(own: Clock = systemClock): DatabaseClock {
  let ahead = 0;
  return {
    now: () => new Date(own.now().getTime() + ahead),
    asked() {
      const begun = own.now().getTime();
      return (there) => {
        const ended = own.now().getTime();
        // of an answer that took long nobody knows when in between it was made
        if (ended < begun || ended - begun > NOTICED_MS) return;
        const apart = there.getTime() - (begun + ended) / 2;
        ahead = Math.abs(apart) < NOTICED_MS ? 0 : apart;
      };
    },
  };
}
