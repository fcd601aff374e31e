/** Finds a mongod that runs on this machine, or has one fetched; embedded.ts starts it. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Host } from '../config.ts';
import type { Log } from '../log.ts';
import { fetchMongod } from './embedded-fetch.ts';

const run = promisify(execFile);

export interface Mongod {
  path: string;
  /** `6.0.5` */
  version: string;
}

/**
 * Looks at the one that was named, the one on the PATH, those fetched before; fetches one when there is none.
 * @param preferred a version that opened the data before: one of the same series goes first,
 * since a newer series may refuse the files of an older one.
 * @returns the program, or what was tried and why it failed.
 */
export async function findMongod(
  host: Host,
  preferred: string | null,
  log: Log,
): Promise<{ ok: true; mongod: Mongod } | { ok: false; tried: string[] }> {
  if (host.systemMongod) {
    const version = await versionOf(host.systemMongod);
    if (version) return { ok: true, mongod: { path: host.systemMongod, version } };
    return { ok: false, tried: [`MONGOMS_SYSTEM_BINARY: ${host.systemMongod} does not run`] };
  }
  const found: Mongod[] = [];
  for (const path of ['mongod', ...(await fetchedBefore(host.cacheDir))]) {
    const version = await versionOf(path);
    if (version) found.push({ path, version });
  }
  const mongod = found.find((each) => series(each.version) === series(preferred)) ?? found[0];
  if (mongod) return { ok: true, mongod };

  const fetched = await fetchMongod(host.cacheDir, versionOf, log);
  return fetched.ok ? { ok: true, mongod: { path: fetched.path, version: fetched.version } } : fetched;
}

async function fetchedBefore(cacheDir: string): Promise<string[]> {
  const versions = await readdir(join(cacheDir, 'mongod')).catch(() => []);
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const newestFirst = versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return newestFirst.map((version) => join(cacheDir, 'mongod', version, name));
}

/** @returns what it says of itself, or null when it does not run here. */
async function versionOf(path: string): Promise<string | null> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000, windowsHide: true });
    return /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

function series(version: string | null): string | null {
  return version?.split('.').slice(0, 2).join('.') ?? null;
}
