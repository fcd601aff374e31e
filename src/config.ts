/** Everything the environment says, checked before anything starts; the only file that reads it. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { ChannelToken, Credentials } from './domain/channel.ts';
import type { Language } from './domain/member.ts';
import type { AddressRules } from './domain/webhook.ts';
import {
  environmentSchema,
  nearestVariable,
  protocolOf,
  unknownVariables,
  type EnvironmentValues,
  type Variable,
} from './config-schema.ts';
import { type Env, findMissing, type ConfigProblem, sentences, findUnusable } from './config-problems.ts';
import type { LogLevel } from './log.ts';

export interface Config {
  port: number;
  host: string;
  /** What links begin with, without a slash at its end. */
  publicUrl: string;
  /** Whether somebody gave that address; else the console may be told one. */
  publicUrlGiven: boolean;
  mongodb: { kind: 'embedded'; dataDir: string } | { kind: 'uri'; uri: string };
  /** Where files beside the database are kept: the simulator's world, the ledger of erasures. */
  dataDir: string;
  line: { kind: 'simulator' } | LineConfig | ByOffice;
  production: boolean;
  /** What the console's secrets are sealed with; null where none was given. */
  secretKey: string | null;
  /** Lets whoever shows it read /metrics from elsewhere; null leaves them to this machine. */
  metricsToken: string | null;
  logLevel: LogLevel;
  /** An OpenAI-compatible endpoint that helps to read messages; null without one. */
  assistant: AssistantConfig | null;
  /** Where offices' webhooks may lead besides https to the internet. */
  webhooks: AddressRules;
}

export interface AssistantConfig {
  /** Without a slash at its end: http://127.0.0.1:11434/v1 */
  url: string;
  model: string;
  /** Null where the endpoint asks for none. */
  key: string | null;
}

/** Where LINE is asked, without a slash at the end, as all addresses here. */
export interface LineHosts {
  apiUrl: string;
  dataApiUrl: string;
}

/** One channel for everybody. */
export interface LineConfig extends LineHosts, Credentials {
  kind: 'line';
}

/** Each office's channel is connected on the console. */
export interface ByOffice extends LineHosts {
  kind: 'by-office';
}

const SECRETS: readonly string[] = [
  'LINE_CHANNEL_SECRET',
  'LINE_CHANNEL_ACCESS_TOKEN',
  'MONGODB_URI',
  'METRICS_TOKEN',
  'ASSISTANT_KEY',
  'KUEBNA_SECRET_KEY',
];

/**
 * @param env names and values; an empty value counts as not set. By default this process's, with `.env` beneath it.
 * @returns the settings, or every reason not to start with them.
 */
export function readConfig(
  env: Env = environment(),
  language: Language = 'th',
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(set);
  const say = sentences[language];
  const bad = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]) as Variable);
  const problems: ConfigProblem[] = [
    ...unknownVariables(Object.keys(set)).map((variable) => ({
      variable,
      expected: say.unknown(nearestVariable(variable)),
    })),
    ...[...new Set(bad)].map((variable) => ({
      variable,
      expected: say.variables[variable].expects,
      ...(SECRETS.includes(variable) ? {} : { got: set[variable] ?? '' }),
    })),
    ...findUnusable(set, language),
    ...findMissing(set, language),
  ];
  // The first thing wrong with a variable is enough: the next often follows from it.
  const first = problems.filter(
    (problem, at) => problems.findIndex((other) => other.variable === problem.variable) === at,
  );
  if (!parsed.success || first.length > 0) return { ok: false, problems: first };
  return { ok: true, config: assemble(parsed.data) };
}

/** @returns the problems as lines for a terminal, with what to do. */
export function explainProblems(problems: readonly ConfigProblem[], language: Language = 'th'): string {
  const say = sentences[language];
  const lines = problems.map(
    ({ variable, expected, got }) =>
      `  ${variable}: ${expected}${got === undefined ? '' : ` (${say.got(got)})`}`,
  );
  return [say.refused, ...lines].join('\n');
}

/** @returns values that must never be shown, for the log to cut out. */
export function secretsOf(config: Config): string[] {
  const secrets: string[] = config.secretKey ? [config.secretKey] : [];
  if (config.line.kind === 'line') secrets.push(config.line.channelSecret);
  if (config.line.kind === 'line' && config.line.token.kind === 'long-lived') {
    secrets.push(config.line.token.value);
  }
  const password =
    config.mongodb.kind === 'uri' ? /:\/\/[^/@]*:([^@]+)@/.exec(config.mongodb.uri)?.[1] : undefined;
  if (config.metricsToken) secrets.push(config.metricsToken);
  if (config.assistant?.key) secrets.push(config.assistant.key);
  if (password) secrets.push(password, decodeURIComponent(password));
  return secrets;
}

/** @returns whether the bot talks to LINE itself, or to something on this machine: http is allowed there alone. */
export function lineAtWork({ line }: Pick<Config, 'line'>): 'simulator' | 'stand-in' | 'line' {
  if (line.kind === 'simulator') return 'simulator';
  return protocolOf(line.apiUrl) === 'https:' ? 'line' : 'stand-in';
}

/** @returns whether npm's shell started the bot, by the names of package.json. */
export function isUnderNpm(): boolean {
  return ['start', 'set-up'].includes(process.env['npm_lifecycle_event'] ?? '');
}

/** @returns the file that the simulator keeps its world in. */
export function worldIn({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'simulator.json');
}

/** @returns the file that erasures are remembered in, beside the database. */
export function ledgerIn({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'erasures.jsonl');
}

/** @returns the directory of the bot's own database, or null where it is somebody else's. */
export function embeddedIn({ mongodb }: Pick<Config, 'mongodb'>): string | null {
  return mongodb.kind === 'embedded' ? mongodb.dataDir : null;
}

function assemble(values: EnvironmentValues): Config {
  const uri = values.MONGODB_URI ?? 'embedded';
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: withoutSlash(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`),
    publicUrlGiven: values.PUBLIC_URL !== undefined,
    dataDir: values.DATA_DIR,
    mongodb: uri === 'embedded' ? { kind: 'embedded', dataDir: values.DATA_DIR } : { kind: 'uri', uri },
    line: assembleLine(values),
    production: values.NODE_ENV === 'production',
    secretKey: values.KUEBNA_SECRET_KEY ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
    webhooks: {
      loopbackHttp: values.NODE_ENV !== 'production',
      internalHosts: values.WEBHOOK_INTERNAL_HOSTS ?? [],
    },
    assistant:
      values.ASSISTANT_URL && values.ASSISTANT_MODEL
        ? { url: values.ASSISTANT_URL, model: values.ASSISTANT_MODEL, key: values.ASSISTANT_KEY ?? null }
        : null,
  };
}

function assembleLine(values: EnvironmentValues): Config['line'] {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: value, NODE_ENV: mode } = values;
  const hosts = lineHosts(values);
  if (!channelSecret) {
    // an address of LINE alone means that LINE is meant; in earnest there is no simulator
    const meant = values.LINE_API_URL ?? values.LINE_DATA_API_URL;
    return meant !== undefined || mode === 'production'
      ? { kind: 'by-office', ...hosts }
      : { kind: 'simulator' };
  }
  const token: ChannelToken = value
    ? { kind: 'long-lived', value }
    : { kind: 'stateless', channelId: values.LINE_CHANNEL_ID ?? '', channelSecret };
  return { kind: 'line', channelSecret, token, ...hosts };
}

/** @returns LINE's own hosts, or those that were named. */
export function lineHosts(
  values: Pick<EnvironmentValues, 'LINE_API_URL' | 'LINE_DATA_API_URL'> = {},
): LineHosts {
  return {
    apiUrl: withoutSlash(values.LINE_API_URL ?? 'https://api.line.me'),
    // Whoever sends the API elsewhere does not want pictures to be asked of the real LINE.
    dataApiUrl: withoutSlash(values.LINE_DATA_API_URL ?? values.LINE_API_URL ?? 'https://api-data.line.me'),
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** @returns this process's variables over those of `.env` in the working directory. */
export function environment(file = '.env'): Env {
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...process.env };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env;
    throw error;
  }
}

/** What this machine offers for running a database of our own. */
export interface Host {
  /** A mongod that somebody named; it comes before every other. */
  systemMongod: string | null;
  /** Where programs that were fetched are kept, for this user. */
  cacheDir: string;
}

/** @param env names and values; a missing one has a default. */
export function readHost(env: Env = environment()): Host {
  return { systemMongod: env['MONGOMS_SYSTEM_BINARY'] || null, cacheDir: join(userCache(env), 'kuebna') };
}

function userCache(env: Env): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (process.platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return join(homedir(), '.cache');
}

/** @returns this process's environment with more in it, for a child process. */
export function childEnvironment(more: Record<string, string>): Env {
  return { ...process.env, ...more };
}
