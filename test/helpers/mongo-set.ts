/** Members of a replica set as processes of their own, to be killed, frozen and started again; the fault tests use it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { readHost } from '../../src/config.ts';
import { findMongod } from '../../src/db/embedded-binary.ts';
import { quietLog } from '../../src/log.ts';
import { freePort } from './demo-process.ts';

export interface MongoMember {
  port: number;
  readonly pid: number;
  /** SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
  /**
   * Starts it again on its own files. Resolves when it answers.
   * @param roomMegabytes no file of it may grow by more than that: to mongod a disk that is full.
   */
  start(roomMegabytes?: number): Promise<void>;
  /** Resolves when it has ended by itself. */
  ended(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

export interface MongoSet {
  uri: string;
  members: readonly MongoMember[];
  /** Asks the members themselves. @returns the one that takes writes, once there is one. @param not one that was it before. */
  primary(not?: MongoMember): Promise<MongoMember>;
  stop(): Promise<void>;
}

const NAME = 'faults';

/**
 * @param electionMs how long the others wait for a primary that is silent; ten seconds by MongoDB's own default.
 * @param more further arguments of each mongod. Resolves when there is a primary and every member follows it.
 */
export async function startSet(
  size: number,
  { electionMs = 10_000, more = [] }: { electionMs?: number; more?: readonly string[] } = {},
): Promise<MongoSet> {
  const found = await findMongod(readHost(), null, quietLog);
  if (!found.ok) throw new Error(found.tried.join('\n'));
  const directory = await mkdtemp(join(tmpdir(), 'kuebna-set-'));
  const members: (MongoMember & { end(): Promise<void> })[] = [];
  for (let index = 0; index < size; index += 1) {
    const data = join(directory, String(index));
    await mkdir(data);
    members.push(member(found.mongod.path, data, await freePort(), more));
  }
  await Promise.all(members.map((one) => one.start()));
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`);
  const set = {
    _id: NAME,
    members: hosts.map((host, index) => ({ _id: index, host })),
    settings: { electionTimeoutMillis: electionMs },
  };
  await ask(members[0]!.port, { replSetInitiate: set });
  const chosen = await primary();
  await expectState(chosen.port, (states) => states.every((state) => state === 1 || state === 2));

  async function primary(not?: MongoMember): Promise<MongoMember> {
    for (;;) {
      for (const one of members) {
        const hello = one === not ? null : await ask(one.port, { hello: 1 }).catch(() => null);
        if (hello?.['isWritablePrimary']) return one;
      }
      await pause(50);
    }
  }

  return {
    uri: `mongodb://${hosts.join(',')}/?replicaSet=${NAME}`,
    members,
    primary,
    async stop() {
      await Promise.all(members.map((one) => one.end()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function member(program: string, data: string, port: number, more: readonly string[]) {
  let child: ChildProcess | null = null;
  const settings = {
    dbpath: data,
    port: String(port),
    bind_ip: '127.0.0.1',
    replSet: NAME,
    wiredTigerCacheSizeGB: '0.25',
    oplogSize: '200',
    setParameter: 'diagnosticDataCollectionEnabled=false',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  args.push('--quiet', ...(process.platform === 'win32' ? [] : ['--nounixsocket']), ...more);
  async function end(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  return {
    port,
    get pid() {
      return child!.pid!;
    },
    kill: end,
    end,
    freeze: () => void child!.kill('SIGSTOP'),
    thaw: () => void child!.kill('SIGCONT'),
    async ended() {
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    async start(roomMegabytes?: number) {
      const most = (await largestMegabytes(data)) + (roomMegabytes ?? 0);
      const limited = ['-c', 'ulimit -f $0; exec "$@"', String(most * 1024), program];
      const [file, all] = roomMegabytes === undefined ? [program, args] : ['bash', [...limited, ...args]];
      child = spawn(file, all, { stdio: 'ignore', windowsHide: true });
      while (
        child.exitCode === null &&
        child.signalCode === null &&
        !(await ask(port, { ping: 1 }).catch(() => null))
      )
        await pause(50);
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`mongod ended with ${child.exitCode}`);
    },
  };
}

/** Its journal is made with 100 megabytes at the start. */
async function largestMegabytes(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  return Math.ceil(Math.max(100 * 1024 ** 2, ...sizes) / 1024 ** 2);
}

/** Asks one member itself, over a connection of its own. */
async function ask(port: number, command: Record<string, unknown>): Promise<Record<string, unknown>> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    connectTimeoutMS: 1_000,
    socketTimeoutMS: 5_000,
  });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

async function expectState(port: number, holds: (states: number[]) => boolean): Promise<void> {
  for (;;) {
    const status = await ask(port, { replSetGetStatus: 1 }).catch(() => null);
    const members = status?.['members'] as { state: number }[] | undefined;
    if (members && holds(members.map(({ state }) => state))) return;
    await pause(100);
  }
}
