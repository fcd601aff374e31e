/** `src/main.ts` in a process of its own, with settings that may keep it from starting. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../../src/config.ts';

export interface Started {
  /** False when it ended instead. */
  listens: boolean;
  /** What it said so far. */
  out(): string;
  err(): string;
  signal(name: NodeJS.Signals): void;
  /** Resolves with its exit code when it has ended; null after a signal it did not take. */
  ended: Promise<number | null>;
}

/** Resolves when it listens or has ended. */
export async function startProcess(
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<Started> {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args], {
    env: childEnvironment({ NODE_ENV: 'test', ...env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let err = '';
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]: unknown[]) => code as number | null);
  const message = once(child, 'message').then(() => true);
  // one that ends never sends it
  message.catch(() => undefined);
  const listens = await Promise.race([message, ended.then(() => false)]);
  return { listens, out: () => out, err: () => err, signal: (name) => void child.kill(name), ended };
}
