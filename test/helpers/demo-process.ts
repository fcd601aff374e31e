/** The demo as a newcomer starts it: `src/start.mjs` in a process of its own, with the simulator and no account anywhere. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface DemoProcess {
  /** Of the simulator's page. */
  page: string;
  /** What it said on standard output so far. */
  said(): string;
  /** @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @param options.mongoUri null for the embedded database in `dataDir`. Resolves when it listens. */
export async function startDemo(options: {
  dataDir: string;
  mongoUri: string | null;
  port: number;
}): Promise<DemoProcess> {
  const main = fileURLToPath(new URL('../../src/start.mjs', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(options.port),
      DATA_DIR: options.dataDir,
      LOG_LEVEL: 'warn',
      ...(options.mongoUri === null ? {} : { MONGODB_URI: options.mongoUri }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const up = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'exit').then(() => false),
  ]);
  if (!up) throw new Error(`the demo did not start: ${said.join('')}`);
  return {
    page: `http://localhost:${options.port}/simulator`,
    said: () => said.join(''),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      const [code] = (await gone) as [number | null];
      return code;
    },
  };
}

/** @returns a port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
