/** The way to the console for whoever has the terminal; run tells it at each start until somebody can look after the installation. */
import { systemClock } from './clock.ts';
import type { Database } from './db/connect.ts';
import { makeSetUpLink, needsSetUp, NO_OFFICE } from './services/web-sessions.ts';
import { demo as greets } from './text/th/demo.ts';

/** Prints a link that opens once, within an hour. */
export async function tellSetUp(database: Database, publicUrl: string): Promise<void> {
  if (!(await needsSetUp(database))) return;
  const { token } = await makeSetUpLink(database, NO_OFFICE, systemClock.now());
  process.stdout.write(greets.setUp(`${publicUrl}/open/${token}`));
}
