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
  const { hostname: host, port } = new URL(url);
  // no link: the one to open is in what is said to people, and a page opened by two names signs in twice
  log.info('listening', { host, port: Number(port), pid: process.pid });
  process.stdout.write(hello);
  process.send?.({ listening: url });
}

/** How often npm's shell is looked for. */
const LOOK_MS = 500;

/** The first signal drains, a later one does not wait. Whoever ends npm means the bot: npm ends its shell alone. */
export function stopOnSignal(parts: Stoppable[], log: Log, underNpm: boolean): void {
  const drain = (signal: string): void => {
    log.info('stopping', { signal });
    leave(parts, log, 0);
  };
  const stop = onSignal({ drain, leave: () => process.exit(1), now: () => performance.now() });
  const shell = process.ppid;
  const look = (): void => {
    if (process.ppid !== shell) told('npm-gone');
  };
  const looking = underNpm ? setInterval(look, LOOK_MS).unref() : undefined;
  const told = (signal: string): void => {
    // its shell goes with whatever ends the bot too: that is no second signal
    clearInterval(looking);
    stop(signal);
  };
  process.on('SIGTERM', told);
  process.on('SIGINT', told);
}
