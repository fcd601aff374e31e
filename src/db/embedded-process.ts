/** One mongod process: starts it, makes it a primary, stops it; used by embedded.ts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

const REPLICA_SET = 'kuebna';
const PORT_IN_USE = 48;

export interface MongodProcess {
  child: ChildProcess;
  pid: number;
}

export type OpenedMongod =
  { ok: true; running: MongodProcess } | { ok: false; reason: 'port-in-use' | 'exited'; why: string };

export function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}`;
}

/** @returns a port of the loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** @returns whether that port can be listened on now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @returns whether somebody listens there; asks by connecting, since listening oneself could shut mongod out. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Starts mongod and returns once it is the primary of its own replica set, or has exited. */
export async function openMongod(options: {
  program: string;
  dbPath: string;
  port: number;
  logFile: string;
}): Promise<OpenedMongod> {
  const { program, dbPath, port, logFile } = options;
  const log = await open(logFile, 'a');
  const child = spawn(
    program,
    argumentsOf(dbPath, port),
    // A group of its own, so that Ctrl+C in a terminal reaches the bot alone, which then stops this in order.
    { detached: true, stdio: ['ignore', log.fd, log.fd], windowsHide: true },
  );
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === null ? `ended by ${signal}` : `exit code ${code}`));
  });
  await log.close();
  const primary = becomePrimary(port, () => child.exitCode === null && child.signalCode === null);
  const end = await Promise.race([exited, primary]);
  if (end === true && child.pid) return { ok: true, running: { child, pid: child.pid } };
  await exited;
  return {
    ok: false,
    reason: child.exitCode === PORT_IN_USE ? 'port-in-use' : 'exited',
    why: `${await exited}; ${await lastFatal(logFile)}`,
  };
}

function argumentsOf(dbPath: string, port: number): string[] {
  const settings = {
    dbpath: dbPath,
    port: String(port),
    bind_ip: '127.0.0.1',
    replSet: REPLICA_SET,
    // Small on purpose: an office's data fits in memory many times over, and the machine has other work.
    wiredTigerCacheSizeGB: '0.25',
    oplogSize: '200',
  };
  const parameters = [
    // A bot killed inside a transaction keeps its documents locked for this long.
    'transactionLifetimeLimitSeconds=5',
    'diagnosticDataCollectionEnabled=false',
  ];
  return [
    ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    ...parameters.flatMap((parameter) => ['--setParameter', parameter]),
    '--quiet',
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
  ];
}

/** @returns true once it takes writes, false when it ended meanwhile. */
async function becomePrimary(port: number, alive: () => boolean): Promise<boolean> {
  while (alive() && !(await isOpen(port))) await wait(20);
  if (!alive()) return false;
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    while (alive()) {
      try {
        if (await isPrimary(client, port)) return true;
      } catch {
        // Still starting, or gone: the loop asks again or ends.
      }
      await wait(20);
    }
    return false;
  } finally {
    await client.close();
  }
}

async function isPrimary(client: Client, port: number): Promise<boolean> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  const hello = await admin.command({ hello: 1 });
  if (hello['isWritablePrimary'] === true) return hello['me'] === host;
  if (typeof hello['info'] === 'string' && hello['setName'] === undefined) {
    const status = await admin.command({ replSetGetStatus: 1 }).catch((error: unknown) => error);
    const code = status instanceof mongoose.mongo.MongoServerError ? status.codeName : '';
    if (code === 'NotYetInitialized') {
      await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
    } else if (code === 'InvalidReplicaSetConfig') {
      await moveTo(client, host);
    }
  }
  return false;
}

/** The set knows its member by another port, as after that port was taken: tells it the new one. */
async function moveTo(client: Client, host: string): Promise<void> {
  const config = await client
    .db('local')
    .collection('system.replset')
    .findOne({}, { readPreference: 'secondaryPreferred' });
  if (!config) return;
  const version = Number(config['version']) + 1;
  await client.db('admin').command({
    replSetReconfig: { ...config, version, members: [{ ...config['members'][0], host }] },
    force: true,
  });
}

/** Asks a mongod to end, waits for it, and ends it hard after ten seconds. */
export async function stopMongod(running: MongodProcess): Promise<void> {
  const { child } = running;
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(hard);
}

/** @returns what a mongod last complained of, from its log, without the documents it was about. */
async function lastFatal(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-400);
  const entries = lines.map(entryOf);
  const entry =
    entries.findLast((one) => one?.s === 'F' || one?.s === 'E') ?? entries.findLast((one) => one !== null);
  // what is no entry is of the system, which could not run the program; half an entry is of a full disk
  if (!entry) return (lines.findLast((line) => !line.startsWith('{')) ?? '').slice(0, 400);
  const why = [entry.attr?.error, entry.attr?.message?.msg].find((one) => typeof one === 'string');
  // an entry of the journal may be told whole, with what somebody wrote
  return `${entry.msg} ${why?.split('{')[0] ?? ''}`.trim().slice(0, 400);
}

interface LogEntry {
  /** Severity; F and E are complaints. */
  s: string;
  msg: string;
  attr?: { error?: unknown; message?: { msg?: unknown } };
}

/** @returns null for a line that is none, or none to its end. */
function entryOf(line: string): LogEntry | null {
  try {
    return JSON.parse(line) as LogEntry;
  } catch {
    return null;
  }
}
