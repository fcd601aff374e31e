/** What the bot does when it is told to stop, by Ctrl+C or the system; run.ts listens with it. */

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
