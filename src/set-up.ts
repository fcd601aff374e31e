/** The way to the console for whoever has the terminal, told at each start until somebody can look after the installation; and making room for an own office after a trial. run.ts calls it. */
import { rename, stat } from 'node:fs/promises';
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

/** Whoever tried the demo begins with an own office in an empty directory, and loses nothing. @returns where the trial's data are now. */
export async function moveTrialAside(dataDir: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = `${dataDir}-trial${number > 1 ? `-${number}` : ''}`;
    const taken = await stat(aside).then(
      () => true,
      () => false,
    );
    if (taken) continue;
    await rename(dataDir, aside);
    return aside;
  }
}
