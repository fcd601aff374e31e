/** Holds a data directory for one process, so that two bots never open the same embedded database. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

/**
 * The holder listens on a loopback port and answers with the token in its lock file. The system closes the port
 * when the process dies, however it dies; a process id alone would be taken for alive once another program got it.
 */
interface LockFile {
  pid: number;
  port: number;
  token: string;
}

export type Lock = { ok: true; release(): Promise<void> } | { ok: false; pid: number };

/** @param directory an existing directory. @returns the lock, or the process that has it. */
export async function lockDirectory(directory: string): Promise<Lock> {
  const path = join(directory, 'in-use.json');
  const holder = await lockHolder(directory);
  if (holder !== null) return { ok: false, pid: holder };

  const token = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(token);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const address = server.address();
  const mine: LockFile = {
    pid: process.pid,
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    token,
  };
  await writeFile(`${path}.${token}`, JSON.stringify(mine));
  await rename(`${path}.${token}`, path);
  // Of two that arrive together the last to write has it; the other sees that here.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const now = await readLock(path);
  if (now && now.token !== token) {
    server.close();
    return { ok: false, pid: now.pid };
  }
  return {
    ok: true,
    async release() {
      await new Promise((resolve) => server.close(resolve));
      if ((await readLock(path))?.token === token) await rm(path, { force: true });
    },
  };
}

/** @returns id of the living process that holds the directory, or null. */
export async function lockHolder(directory: string): Promise<number | null> {
  const lock = await readLock(join(directory, 'in-use.json'));
  return lock && (await answers(lock)) ? lock.pid : null;
}

async function readLock(path: string): Promise<LockFile | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockFile;
  } catch {
    return null;
  }
}

/** A holder that lives may be busy, or its machine; of one that is gone the port is shut, and nothing is waited for. */
const BUSY_MS = 15_000;

function answers(lock: LockFile): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: lock.port });
    let heard = '';
    socket.setTimeout(BUSY_MS, () => socket.destroy());
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(heard === lock.token));
  });
}
