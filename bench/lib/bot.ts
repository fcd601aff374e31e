/** The whole bot as npm start runs it, on a given MongoDB and LINE; latency, start and memory are measured on it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SECRET, TOKEN } from './bodies.ts';
import { startVariant, type Variant } from './variant.ts';

export interface BenchBot {
  pid: number;
  port: number;
  stop(): Promise<void>;
}

/** How the bot is started, as `npm start` has it in package.json. */
export function startCommand(): { file: string; flags: string[] } {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { start } = (JSON.parse(manifest) as { scripts: { start: string } }).scripts;
  const [program, ...words] = start.split(' ');
  const file = words.pop();
  if (program !== 'node' || file === undefined) throw new Error(`npm start runs something unknown: ${start}`);
  return { file: `../${file}`, flags: words };
}

/** @returns the settings of a bot on that MongoDB and that LINE. */
export function botSettings(mongoUri: string, lineUrl: string): Record<string, string> {
  return {
    MONGODB_URI: mongoUri,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_URL: lineUrl,
    LINE_DATA_API_URL: lineUrl,
    PUBLIC_URL: 'https://bot.example.go.th',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  };
}

/** Resolves when it listens. */
export async function startBot(mongoUri: string, lineUrl: string): Promise<BenchBot> {
  const { file, flags } = startCommand();
  const bot: Variant = await startVariant(file, [], botSettings(mongoUri, lineUrl), flags);
  const { port } = new URL(String(bot.ready['listening']));
  return { pid: bot.pid, port: Number(port), stop: () => bot.stop() };
}

/** @returns resident memory of a process in megabytes of 2^20 bytes, or null where there is no `ps`. */
export function residentMegabytes(pid: number): number | null {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return null;
  }
}
