/** What the bot does when it is told to stop, by Ctrl+C or the system; run.ts listens with it. */

import type { Log } from './log.ts';

export interface Stoppable {
  stop(): Promise<void>;
}

/** What is still running then is left to leases and redelivery. */
const DRAIN_MS = 25_000;

/** npm and some shells hand one Ctrl+C on, so that it arrives twice: nobody is impatient so soon. */
const ECHO_MS = 2_000;

/**
 * @param deps.drain ends what is under way; called for the first signal.
 * @param deps.leave ends at once; called for a signal that comes later than an echo of the first could.
 * @param deps.now milliseconds, growing steadily.
 */
export function onSignal(deps: {
  drain(signal: string): void;
  leave(): void;
  now(): number;
}): (signal: string) => void {
  let first: number | null = null;
  return (signal) => {
    if (first === null) {
      first = deps.now();
      deps.drain(signal);
    } else if (deps.now() - first >= ECHO_MS) {
      deps.leave();
    }
  };
}

/** Ends in order; what takes too long is left to leases and redelivery. */
export function leave(parts: Stoppable[], log: Log, code: number): void {
  const late = setTimeout(() => {
    log.warn('stopped-late', { milliseconds: DRAIN_MS });
    process.exit(1);
  }, DRAIN_MS);
  late.unref();
  void stopAll(parts, log).then(() => process.exit(code));
}

/** Workers that stand still again and again: whoever started the process starts it again. */
export function giveUp(parts: Stoppable[], log: Log): void {
  log.error('giving-up');
  leave(parts, log, 1);
}

/** Stops the parts, the last one first, and takes them out; one that is still being started meanwhile has its turn too. */
export async function stopAll(parts: Stoppable[], log: Log): Promise<void> {
  for (let part = parts.pop(); part; part = parts.pop()) {
    await part.stop().catch((error: unknown) => log.warn('stop-failed', { error }));
  }
}
