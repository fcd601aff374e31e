/** Everything the environment says, checked; the only file that reads it. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What this machine offers for running a database of our own. */
export interface Host {
  /** A mongod that somebody named; it comes before every other. */
  systemMongod: string | null;
  /** Where programs that were fetched are kept, for this user. */
  cacheDir: string;
}

/** @param env the environment; values are not checked here, a missing one has a default. */
export function readHost(env: NodeJS.ProcessEnv = process.env): Host {
  return {
    systemMongod: env['MONGOMS_SYSTEM_BINARY'] || null,
    cacheDir: join(userCache(env), 'kuebna'),
  };
}

function userCache(env: NodeJS.ProcessEnv): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}

/** @returns this process's environment with more in it, for a child process. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
