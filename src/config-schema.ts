/** The variables the bot knows and the form of each; config.ts reads them, .env.example is written from them. */
import { z } from 'zod';
import type { LogLevel } from './log.ts';
import { config } from './text/th/config.ts';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];
const about = config.variables;
const word = z.string().regex(/^\S+$/);
const webAddress = z.string().refine((value) => /^https?:$/.test(protocolOf(value)));
/** Links are made by putting a path behind it: a query or a fragment would swallow that. */
const linkStart = webAddress.refine((value) => !/[?#]/.test(value));
/** What LINE's console is given ends so; links begin before it. */
const WEBHOOK_END = /\/webhook(?:\/[\w-]*)?\/*$/;
/** Documentation of endpoints shows the whole address of a question. */
const ASSISTANT_END = /(?:\/chat\/completions)?\/*$/;
/** Requests to LINE carry the token, those to the assistant people's words: unencrypted they may not leave the machine. */
const safeAddress = webAddress.refine((value) => protocolOf(value) === 'https:' || isLoopback(value));

/** One row a variable; .env.example is written from it. */
export const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000)
    .describe(about.PORT.means),
  HOST: word.default('127.0.0.1').describe(about.HOST.means),
  PUBLIC_URL: linkStart
    .transform((value) => value.replace(WEBHOOK_END, ''))
    .optional()
    .describe(about.PUBLIC_URL.means),
  MONGODB_URI: z
    .string()
    .regex(/^(embedded|mongodb(\+srv)?:\/\/\S+)$/)
    .refine(isDecodable)
    .optional()
    .describe(about.MONGODB_URI.means),
  DATA_DIR: z.string().default('.data').describe(about.DATA_DIR.means),
  LINE_CHANNEL_SECRET: word.optional().describe(about.LINE_CHANNEL_SECRET.means),
  LINE_CHANNEL_ACCESS_TOKEN: word.optional().describe(about.LINE_CHANNEL_ACCESS_TOKEN.means),
  LINE_CHANNEL_ID: z.string().regex(/^\d+$/).optional().describe(about.LINE_CHANNEL_ID.means),
  LINE_API_URL: safeAddress.optional().describe(about.LINE_API_URL.means),
  LINE_DATA_API_URL: safeAddress.optional().describe(about.LINE_DATA_API_URL.means),
  NODE_ENV: z.enum(['production', 'development', 'test']).optional().describe(about.NODE_ENV.means),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~-]{16,200}$/)
    .optional()
    .describe(about.METRICS_TOKEN.means),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe(about.LOG_LEVEL.means),
  ASSISTANT_URL: safeAddress
    .refine((value) => !/[?#]|^[a-z]+:\/\/[^/]*@/i.test(value))
    .transform((value) => value.replace(ASSISTANT_END, ''))
    .optional()
    .describe(about.ASSISTANT_URL.means),
  ASSISTANT_MODEL: word.max(200).optional().describe(about.ASSISTANT_MODEL.means),
  ASSISTANT_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .optional()
    .describe(about.ASSISTANT_KEY.means),
  KUEBNA_SECRET_KEY: z
    .string()
    .regex(/^\S{32,200}$/)
    .optional()
    .describe(about.KUEBNA_SECRET_KEY.means),
  WEBHOOK_INTERNAL_HOSTS: z
    .string()
    .regex(/^[\w.:-]+(?:,[\w.:-]+)*$/)
    .transform((value) => value.toLowerCase().split(','))
    .optional()
    .describe(about.WEBHOOK_INTERNAL_HOSTS.means),
  MONGOMS_SYSTEM_BINARY: z.string().optional().describe(about.MONGOMS_SYSTEM_BINARY.means),
});

export type Variable = keyof typeof environmentSchema.shape;
export const VARIABLES = Object.keys(environmentSchema.shape) as Variable[];
export type EnvironmentValues = z.infer<typeof environmentSchema>;

/** @returns `https:` and the like, or nothing when it is no address. */
export function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}

/** Name and password of an address stand in % codes: a % alone is none, nor is one that is no letter. */
function isDecodable(address: string): boolean {
  try {
    return decodeURIComponent(address) !== '';
  } catch {
    return false;
  }
}

export function isLoopback(address: string): boolean {
  const hostname = URL.canParse(address) ? new URL(address).hostname : '';
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** @returns names in our own territory that mean nothing: most likely slips of the pen. */
export function unknownVariables(names: readonly string[]): string[] {
  const known: readonly string[] = VARIABLES;
  return names.filter((name) => /^(LINE|KUEBNA|ASSISTANT|WEBHOOK)_/.test(name) && !known.includes(name));
}

/** @returns the known variable that looks most like `name`, or null when none comes near. */
export function nearestVariable(name: string): Variable | null {
  const ranked = VARIABLES.map((variable) => ({ variable, steps: editSteps(name, variable) }));
  const best = ranked.toSorted((a, b) => a.steps - b.steps)[0];
  return best && best.steps <= name.length / 3 ? best.variable : null;
}

/** Letters to insert, drop or exchange to get from one word to the other. */
function editSteps(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [done, letter] of Array.from(from).entries()) {
    const next = [done + 1];
    for (const [at, other] of Array.from(to).entries()) {
      const exchange = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchange, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
