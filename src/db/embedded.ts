/** A MongoDB of our own in a directory, for trying the bot and for small offices; main and the tests start it. */
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Host, readHost } from '../config.ts';
import type { Language } from '../domain/member.ts';
import type { Log } from '../log.ts';
import { texts } from '../text/index.ts';
import { findMongod } from './embedded-binary.ts';
import { lockDirectory } from './embedded-lock.ts';
import { stopOrphan } from './embedded-orphan.ts';
import {
  freePort,
  isPortFree,
  openMongod,
  type MongodProcess,
  stopMongod,
  uriOf,
} from './embedded-process.ts';

export interface Embedded {
  ok: true;
  /** Stays the same when the database has to be started again. */
  uri: string;
  port: number;
  /** Of the mongod that runs now. */
  readonly pid: number;
  /** Closes the database in order and gives the directory free. */
  stop(): Promise<void>;
}

export interface NotStarted {
  ok: false;
  reason: 'in-use' | 'no-mongod' | 'not-writable' | 'did-not-start';
  /** For the person at the terminal: what is wrong and what cures it. */
  message: string;
}

/** Kept beside the database files. */
interface Note {
  port: number;
  pid: number;
  version: string;
}

const PROBE_BYTES = 64 * 1024;

/**
 * Opens the database in `<dataDir>/mongo`, making it on the first start. When mongod dies it is started again, until `stop`.
 * @param options.host where programs are looked for; this machine's settings by default.
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: Log;
  language?: Language;
  host?: Host;
}): Promise<Embedded | NotStarted> {
  const { log, host = readHost() } = options;
  const say = texts(options.language ?? 'th').config.embedded;
  let directory = options.dataDir;
  try {
    await mkdir(join(directory, 'mongo'), { recursive: true });
    directory = await realpath(directory);
    // an empty file can be made on a full disk too
    await writeFile(join(directory, 'writable'), Buffer.alloc(PROBE_BYTES));
    await rm(join(directory, 'writable'));
  } catch (error) {
    await rm(join(directory, 'writable'), { force: true }).catch(() => undefined);
    const { code, message: why } = error as NodeJS.ErrnoException;
    const message = code === 'ENOSPC' ? say.diskFull(directory) : say.notWritable(directory, why);
    return { ok: false, reason: 'not-writable', message };
  }
  const lock = await lockDirectory(directory);
  if (!lock.ok) return { ok: false, reason: 'in-use', message: say.inUse(directory, lock.pid) };
  try {
    const opened = await openLocked(directory, host, log);
    if (opened.ok) return embedded(opened, lock, log);
    await lock.release();
    return opened.reason === 'no-mongod'
      ? { ...opened, message: say.noMongod(opened.tried) }
      : { ...opened, message: say.didNotStart(directory, opened.why, opened.logFile) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that is open, and the way to open it once more at the same address. */
interface OpenedHere {
  ok: true;
  port: number;
  running: MongodProcess;
  reopen: () => ReturnType<typeof openMongod>;
}

type NotOpened =
  | { ok: false; reason: 'no-mongod'; tried: string[] }
  | { ok: false; reason: 'did-not-start'; why: string; logFile: string };

async function openLocked(directory: string, host: Host, log: Log): Promise<OpenedHere | NotOpened> {
  const note = await readNote(directory);
  const found = await findMongod(host, note?.version ?? null, log);
  if (!found.ok) return { ok: false, reason: 'no-mongod', tried: found.tried };
  const { path: program, version } = found.mongod;

  const dbPath = join(directory, 'mongo');
  const logFile = join(directory, 'mongod.log');
  const orphan = await stopOrphan(dbPath, note?.pid ?? null);
  if (orphan) log.info('database left by an earlier run was closed', { pid: orphan, directory });
  await rename(logFile, `${logFile}.1`).catch(() => undefined);

  const openAt = async (port: number): ReturnType<typeof openMongod> => {
    const opened = await openMongod({ program, dbPath, port, logFile });
    if (opened.ok) {
      // without the note the next start only finds another port: no reason to let a database go that is open
      await writeNote(directory, { port, pid: opened.running.pid, version }).catch((error: unknown) =>
        log.warn('database is open, but where could not be noted', { directory, error }),
      );
    }
    return opened;
  };
  let port = await keptPort(note, orphan !== null, log);
  let opened = await openAt(port);
  // Between the look at the port and its use another program may have taken it.
  for (let left = 3; !opened.ok && opened.reason === 'port-in-use' && left > 0; left--) {
    port = await freePort();
    opened = await openAt(port);
  }
  if (!opened.ok) return { ok: false, reason: 'did-not-start', why: opened.why, logFile };
  const { running } = opened;
  log.info('database is open', { directory, port, pid: running.pid, version });
  return { ok: true, port, running, reopen: () => openAt(port) };
}

/** @returns the port of the last time where it is free, else another. */
async function keptPort(note: Note | null, justClosed: boolean, log: Log): Promise<number> {
  if (!note) return freePort();
  // What was just closed may take a moment to let go of its port.
  for (let left = justClosed ? 40 : 0; left > 0 && !(await isPortFree(note.port)); left--) await wait(50);
  if (await isPortFree(note.port)) return note.port;
  const next = await freePort();
  log.warn('port of the database is taken by another program; the database moves', { port: note.port, next });
  return next;
}

function embedded(
  { port, running, reopen }: OpenedHere,
  lock: { release(): Promise<void> },
  log: Log,
): Embedded {
  const kept = keepAlive(running, log, reopen);
  return {
    ok: true,
    uri: uriOf(port),
    port,
    get pid() {
      return kept.pid();
    },
    async stop() {
      await kept.stop();
      await lock.release();
    },
  };
}

/** Waits between attempts to start a database again, in milliseconds; the last one repeats. */
const PAUSES = [0, 200, 1_000, 5_000];

/** Starts the process again whenever it ends by itself. */
function keepAlive(
  first: MongodProcess,
  log: Log,
  reopen: () => ReturnType<typeof openMongod>,
): { pid(): number; stop(): Promise<void> } {
  let running = first;
  let reopening: Promise<void> | null = null;
  const stopping = new AbortController();

  const onExit = (code: number | null, signal: string | null): void => {
    if (stopping.signal.aborted) return;
    log.error('database ended by itself and is started again', { code, signal, pid: running.pid });
    reopening = bringBack();
  };
  const bringBack = async (): Promise<void> => {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      await wait(PAUSES[Math.min(attempt, PAUSES.length - 1)], undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
      if (stopping.signal.aborted) return;
      const opened = await reopen().catch((error: unknown) => ({ ok: false as const, why: String(error) }));
      if (opened.ok) {
        running = opened.running;
        watch();
        log.info('database is open again', { pid: running.pid, attempt: attempt + 1 });
        return;
      }
      log.error('database did not start again', { reason: opened.why, attempt: attempt + 1 });
    }
  };
  const watch = (): void => {
    const { child } = running;
    child.once('exit', onExit);
    // It may have ended between its start and this line.
    if (child.exitCode !== null || child.signalCode !== null) {
      child.off('exit', onExit);
      onExit(child.exitCode, child.signalCode);
    }
  };
  // A bot that ends without stopping in order still takes its database along; SIGKILL is what stopOrphan is for.
  const takeAlong = (): void => void running.child.kill('SIGTERM');
  process.once('exit', takeAlong);
  watch();

  return {
    pid: () => running.pid,
    async stop() {
      stopping.abort();
      process.off('exit', takeAlong);
      await reopening;
      await stopMongod(running);
    },
  };
}

async function readNote(directory: string): Promise<Note | null> {
  try {
    return JSON.parse(await readFile(join(directory, 'embedded.json'), 'utf8')) as Note;
  } catch {
    return null;
  }
}

/** Written whole under another name first: a bot killed here leaves the old note or the new one. */
async function writeNote(directory: string, note: Note): Promise<void> {
  await writeFile(join(directory, 'embedded.json.new'), JSON.stringify(note));
  await rename(join(directory, 'embedded.json.new'), join(directory, 'embedded.json'));
}
