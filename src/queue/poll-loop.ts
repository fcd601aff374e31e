/** Calls a step again and again: soon after it found work, later when it found none; errors are logged, never fatal. */
import type { Timers } from '../clock.ts';
import { inOffice } from '../current-office.ts';
import { within } from '../waits.ts';

export interface PollLoop {
  /** Runs the step now instead of at its time. */
  wake(): void;
  /** Resolves when the running step has ended, if one runs. */
  ended(): Promise<void>;
  /** The same; none begins afterwards. */
  stop(): Promise<void>;
}

/** @param step returns true when there may be more to do at once; one that takes too long is let go, and the next begins. */
export function pollLoop(
  step: () => Promise<boolean>,
  options: { idleMs: number; busyMs: number; timers: Timers; failed(error: unknown): void },
): PollLoop {
  let stopped = false;
  let running: Promise<void> | null = null;
  let cancel: () => void = () => undefined;

  async function once(): Promise<void> {
    let more = false;
    try {
      more = await within('look', step(), options.timers);
    } catch (error) {
      options.failed(error);
    }
    running = null;
    if (!stopped) cancel = options.timers.after(more ? options.busyMs : options.idleMs, begin);
  }

  function begin(): void {
    if (stopped || running) return;
    cancel();
    // whoever woke it: it looks for everybody
    running = inOffice(null, once);
  }

  begin();
  return {
    wake: begin,
    async ended() {
      await running;
    },
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
