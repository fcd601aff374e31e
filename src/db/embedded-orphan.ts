/** Ends a mongod whose bot was killed and could not take it along; embedded.ts calls it before it starts one. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long it may take to close its files before it is ended hard. */
const PATIENCE = 10_000;

/**
 * @param dbPath directory of the database files, as it was given to mongod.
 * @param noted process id the dead bot noted, if any.
 * @returns process id of the one that was ended, or null when none was running.
 */
export async function stopOrphan(dbPath: string, noted: number | null): Promise<number | null> {
  // mongod keeps its own id in this file too, and empties it when it ends in order.
  const written = Number(await readFile(join(dbPath, 'mongod.lock'), 'utf8').catch(() => ''));
  for (const pid of new Set([noted, written])) {
    if (!pid || !(await serves(pid, dbPath))) continue;
    signal(pid, 'SIGTERM');
    const since = performance.now();
    let killed = false;
    while (await exists(pid)) {
      if (!killed && performance.now() - since > PATIENCE) killed = signal(pid, 'SIGKILL');
      await wait(50);
    }
    return pid;
  }
  return null;
}

function signal(pid: number, name: NodeJS.Signals): true {
  try {
    process.kill(pid, name);
  } catch {
    // Gone in the meantime, which is what was wanted.
  }
  return true;
}

/** @returns whether the process still holds anything; one that only waits to be collected by its parent does not. */
async function exists(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
  return !/\) [ZX]/.test(stat);
}

/** @returns whether that process is a mongod on these files: an id alone may by now belong to another program. */
async function serves(pid: number, dbPath: string): Promise<boolean> {
  const command = await commandLine(pid).catch(() => '');
  return command.includes('mongod') && command.includes(dbPath);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8');
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
    return (await run('powershell', ['-NoProfile', '-Command', query], { windowsHide: true })).stdout;
  }
  return (await run('ps', ['-o', 'args=', '-p', String(pid)])).stdout;
}
