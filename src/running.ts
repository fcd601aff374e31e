/** What the ways of running share: their parts, what they say once they listen, and their end by a signal. */
import type { Config } from './config.ts';
import type { Database } from './db/connect.ts';
import type { Log } from './log.ts';
import { leave, onSignal, type Stoppable } from './stopping.ts';

/** What every way of running has. */
export interface Running {
  config: Config;
  database: Database;
  log: Log;
  openListener: typeof import('./http-listener.ts').openListener;
  /** Stopped in reverse order of their start. */
  parts: Stoppable[];
}

export function sayListening(url: string, hello: string, log: Log): void {
  log.info('listening', { url, pid: process.pid });
  process.stdout.write(hello);
  process.send?.({ listening: url });
}

/** The first signal drains, a later one does not wait. */
export function stopOnSignal(parts: Stoppable[], log: Log): void {
  const drain = (signal: string): void => {
    log.info('stopping', { signal });
    leave(parts, log, 0);
  };
  const stop = onSignal({ drain, leave: () => process.exit(1), now: () => performance.now() });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
