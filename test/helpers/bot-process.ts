/** The bot as a process of its own, to be killed: started with LINE's hosts pointing at a stand-in; the fault tests use it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };

/** As `npm start` has them: how much memory it takes depends on them. */
const FLAGS = packageFile.scripts.start.split(' ').filter((part) => part.startsWith('--'));
const SECRET = 'fault-test-channel-secret';

export interface BotProcess {
  url: string;
  readonly pid: number;
  /** SIGKILL, and resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM. @returns its exit code. */
  terminate(): Promise<number | null>;
  /** Resolves with its exit code when it ends by itself. */
  ended: Promise<number | null>;
  /** The last of what it said: why it ended, if it did by itself. */
  said(): string;
}

/** @param port fixed, so that senders find it again after a restart. Resolves when it listens. */
export async function startBot(options: {
  mongoUri: string;
  lineUrl: string;
  port: number;
  /** A module loaded before it, that breaks something in it. */
  before?: URL;
}): Promise<BotProcess> {
  const main = fileURLToPath(new URL('../../src/start.mjs', import.meta.url));
  const before = options.before ? ['--import', options.before.href] : [];
  const child = spawn(process.execPath, [...FLAGS, ...before, main], {
    env: {
      ...process.env,
      MONGODB_URI: options.mongoUri,
      LINE_CHANNEL_SECRET: SECRET,
      LINE_CHANNEL_ACCESS_TOKEN: 'fault-test-token',
      LINE_API_URL: options.lineUrl,
      LINE_DATA_API_URL: options.lineUrl,
      PORT: String(options.port),
      LOG_LEVEL: 'error',
      NODE_ENV: 'test',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const up = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'exit').then(() => false),
  ]);
  const lastSaid = (): string => said.join('').slice(-1000);
  if (!up) throw new Error(`the bot did not start: ${lastSaid()}`);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    url: `http://127.0.0.1:${options.port}`,
    pid: child.pid!,
    ended,
    said: lastSaid,
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    terminate: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}

/** Posts a signed webhook. @returns its status, or null when there was no answer within `milliseconds`. */
export function postWebhook(url: string, events: unknown[], milliseconds = 2000): Promise<number | null> {
  return postBody(url, JSON.stringify({ destination: `U${'0'.repeat(32)}`, events }), true, milliseconds);
}

/** Posts whatever it is. @returns its status, or null when there was no answer within `milliseconds`. */
export async function postBody(
  url: string,
  body: string,
  signed: boolean,
  milliseconds: number,
): Promise<number | null> {
  const signature = createHmac('sha256', signed ? SECRET : 'somebody else')
    .update(body)
    .digest('base64');
  try {
    const response = await fetch(`${url}/webhook`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-line-signature': signature },
      signal: AbortSignal.timeout(milliseconds),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
