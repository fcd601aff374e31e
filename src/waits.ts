/** How long anything may be waited for: everything that waits for MongoDB, LINE or its turn does it here, and is let go with an error. */
import type { Timers } from './clock.ts';

/**
 * Every wait there is, in milliseconds, from the innermost to the outermost; each is shorter than a lease.
 * docs/faults.md says of each who waits and what becomes of them.
 */
export const WAITS_MS = {
  /** A connection to a member of MongoDB to be made, and the answer to its first command. */
  'mongo-connect': 4_000,
  /** A connection of the pool to be free. */
  'mongo-pool': 5_000,
  /** A member to be found that takes the command. */
  'mongo-member': 8_000,
  /** One command's answer, once a connection has it. */
  'mongo-command': 8_000,
  /** A webhook's events to be durable; LINE delivers again what was not. */
  store: 1_500,
  /** A unit of work to be committed, its conflicts and retries included. */
  commit: 9_000,
  /** A note of what became of a row. */
  mark: 9_000,
  /** One look of a worker: for rows that are due, for leases to be renewed. */
  look: 10_000,
  /** Something LINE is asked on the way to an answer, which goes on without it. */
  'line-question': 4_000,
  /** The answer of the assistant, where one is set: the message is answered without it then. */
  assistant: 4_000,
  /** LINE's answer to a message. */
  'line-send': 6_000,
  /** The answer of an office's webhook; it is sent again then. */
  webhook: 10_000,
  /** LINE's answer to any other call; a little longer than a connection may take to be refused. */
  'line-call': 11_000,
  /** An event, from being taken up to its commit. */
  event: 11_000,
} as const;

export type Wait = keyof typeof WAITS_MS;

/** What was waited for did not come in time; it may still come. */
export class WaitOver extends Error {
  readonly wait: Wait;

  constructor(wait: Wait) {
    super(`waited too long for: ${wait}`);
    this.wait = wait;
  }
}

/** @throws WaitOver when the promise has not ended in time; how it ends later is nobody's concern then. */
export function within<T>(wait: Wait, promise: Promise<T>, timers: Timers): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(WAITS_MS[wait], () => reject(new WaitOver(wait)));
    promise.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error: unknown) => {
        cancel();
        reject(error as Error);
      },
    );
  });
}
