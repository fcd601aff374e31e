/** What all administrators' commands share: flags, help, one JSON value, exit codes, questions, the database. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Config, embeddedIn, explainProblems, lineAtWork, readConfig } from '../src/config.ts';
import { type ConnectOptions, connectDatabase, type Database } from '../src/db/connect.ts';
import type { Language } from '../src/domain/member.ts';
import { findMixed } from '../src/services/trial.ts';
import { explainDatabase } from '../src/start-faults.ts';
import { type Texts, texts } from '../src/text/index.ts';
import { isServerThere, openServer } from './command-database.ts';

export interface Flag {
  type: 'string' | 'boolean';
  /** Placeholder in the help, `FILE`. */
  value?: string;
  /** May be given several times. */
  many?: true;
}
export type Flags = Record<string, Flag>;
type Values<F extends Flags> = {
  [Name in keyof F]?: F[Name]['type'] extends 'boolean'
    ? boolean
    : F[Name]['many'] extends true
      ? string[]
      : string;
};

/** How a command ended; `lines` are for people, `json` for scripts. */
export type ScriptOutcome =
  /** `failing`: the command did its work, and what it found must stop a script. */
  | { exit: 'ok'; lines: string[]; json: unknown; failing?: boolean }
  | { exit: 'refused'; reason: string; lines: string[]; more?: Record<string, unknown> }
  | { exit: 'bad-usage'; message: string };

export interface ScriptCall<F extends Flags> {
  values: Values<F>;
  files: string[];
  words: Texts['admin'];
  language: Language;
  /** Asks at the terminal. @returns null where nobody can answer. */
  ask(question: string): Promise<boolean | null>;
  /** Tells something before the end, on standard error. */
  say(lines: readonly string[]): void;
}

export interface Script<F extends Flags> {
  name: string;
  help(words: Texts['admin']): {
    summary: string;
    usage: readonly string[];
    options: Record<keyof F, string>;
  };
  flags: F;
  run(call: ScriptCall<F>): Promise<ScriptOutcome>;
}

/** What a command's connections are called in MongoDB. */
export const COMMAND_NAME = 'kuebna command';

const COMMON = {
  help: { type: 'boolean' },
  json: { type: 'boolean' },
  english: { type: 'boolean' },
} as const satisfies Flags;

/** Where a command speaks and asks; tests bring their own. */
export interface Terminal {
  /** To standard output. */
  log(text: string): void;
  /** To standard error. */
  error(text: string): void;
  /** @returns null where nobody can answer. */
  ask(question: string, words: Texts['admin']): Promise<boolean | null>;
}

const terminal: Terminal = {
  log: (text) => console.log(text),
  error: (text) => console.error(text),
  ask,
};

/**
 * Runs a command from `argv`.
 * With `--json` standard output gets one JSON value and nothing else: the result, or `{error, message, …}`.
 * @returns the exit code: 0 done, 1 refused or failed, 2 bad usage.
 */
export async function runScript<F extends Flags>(
  command: Script<F>,
  argv = process.argv.slice(2),
  to: Terminal = terminal,
): Promise<number> {
  const language: Language = argv.includes('--english') ? 'en' : 'th';
  const words = texts(language).admin;
  const json = argv.includes('--json');
  const parsed = parse(command.flags, argv, words);
  let outcome: ScriptOutcome;
  if (!parsed.ok) outcome = { exit: 'bad-usage', message: parsed.message };
  else if (parsed.values['help'] === true) {
    const lines = helpOf(command, words);
    outcome = { exit: 'ok', lines, json: { help: lines } };
  } else {
    const call = {
      values: parsed.values as Values<F>,
      files: parsed.files,
      words,
      language,
      ask: (question: string) => to.ask(question, words),
      say: (lines: readonly string[]) => to.error(lines.join('\n')),
    };
    outcome = await command.run(call).catch((error: unknown): ScriptOutcome => {
      const detail = error instanceof Error ? error.message : String(error);
      return { exit: 'refused', reason: 'unexpected', lines: [words.command.unexpected(detail)] };
    });
  }
  return report(outcome, json, to, words.command.seeHelp(command.name));
}

type Parsed = { ok: true; values: Record<string, unknown>; files: string[] } | { ok: false; message: string };

function parse(flags: Flags, argv: string[], words: Texts['admin']): Parsed {
  const all: Flags = { ...flags, ...COMMON };
  const options = Object.fromEntries(
    Object.entries(all).map(([name, { type, many = false }]) => [name, { type, multiple: many }]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: argv,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(all, token.name) ? all[token.name] : undefined;
    if (!flag) return { ok: false, message: words.command.unknownOption(token.rawName) };
    if (flag.type === 'boolean' && token.value !== undefined)
      return { ok: false, message: words.command.takesNoValue(token.rawName) };
    // A flag in the value's place means that the value was forgotten.
    const forgotten = token.value === undefined || (!token.inlineValue && token.value.startsWith('--'));
    if (flag.type === 'string' && (forgotten || token.value === ''))
      return { ok: false, message: words.command.needsValue(token.rawName) };
  }
  return { ok: true, values, files: positionals };
}

function helpOf<F extends Flags>(command: Script<F>, words: Texts['admin']): string[] {
  const { summary, usage, options } = command.help(words);
  const { help, json, english } = words.command;
  const texts: Record<string, string> = { ...options, json, english, help };
  const names = Object.entries({ ...command.flags, ...COMMON } as Flags).map(([name, flag]) => ({
    name,
    shown: `--${name}${flag.type === 'string' ? ` ${flag.value ?? 'VALUE'}` : ''}`,
  }));
  const width = Math.max(...names.map(({ shown }) => shown.length));
  return [
    summary,
    '',
    `${words.command.usage}:`,
    ...usage.map((line) => `  ${line}`),
    '',
    `${words.command.options}:`,
    ...names.map(({ name, shown }) => `  ${shown.padEnd(width)}  ${texts[name] ?? ''}`),
  ];
}

function report(outcome: ScriptOutcome, json: boolean, to: Terminal, seeHelp: string): number {
  if (outcome.exit === 'ok') {
    const lines = json ? [JSON.stringify(outcome.json)] : outcome.lines;
    if (lines.length > 0) to.log(lines.join('\n'));
    return outcome.failing ? 1 : 0;
  }
  const bad = outcome.exit === 'bad-usage';
  const lines = bad ? [outcome.message, seeHelp] : outcome.lines;
  if (json) {
    const rest = bad ? {} : outcome.more;
    const error = bad ? 'bad-usage' : outcome.reason;
    to.log(JSON.stringify({ error, message: lines[0] ?? '', ...rest }));
  } else to.error(lines.join('\n'));
  return bad ? 2 : 1;
}

async function ask(question: string, words: Texts['admin']): Promise<boolean | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} ${words.command.yesNo} `);
    return words.command.yesWords.includes(answer.trim().toLowerCase());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}

/** Opens the database the server would open, or the one it has open, for as long as `work` takes. */
export async function withDatabase(
  { words, language, say }: Pick<ScriptCall<Flags>, 'words' | 'language' | 'say'>,
  work: (database: Database, config: Config) => Promise<ScriptOutcome>,
  {
    mixed: mayBeMixed = 'refused',
    halfRestored = 'refused',
    empty = 'filled',
  }: { mixed?: 'refused' | 'allowed' } & Pick<ConnectOptions, 'halfRestored' | 'empty'> = {},
): Promise<ScriptOutcome> {
  const read = readConfig(undefined, language);
  if (!read.ok)
    return { exit: 'refused', reason: 'bad-config', lines: [explainProblems(read.problems, language)] };
  if (empty === 'left' && !(await isServerThere(read.config)))
    return { exit: 'refused', reason: 'database-none', lines: [words.command.databaseNone] };
  const opened = await openServer(read.config, language, () => say([words.command.databaseSlow]));
  if (!opened.ok) return { exit: 'refused', reason: 'no-database', lines: [opened.message] };
  try {
    const connected = await connectDatabase(opened.uri, {
      poolSize: 4,
      appName: COMMAND_NAME,
      halfRestored,
      empty,
    });
    if (!connected.ok) {
      const line = explainDatabase(connected, read.config, words.command);
      return { exit: 'refused', reason: `database-${connected.reason}`, lines: [line] };
    }
    try {
      const line = lineAtWork(read.config);
      // without LINE a command sends nothing: then every office may be looked after
      const mixed =
        line === 'line' && mayBeMixed === 'refused' ? await findMixed(connected.database, line) : null;
      if (mixed)
        return {
          exit: 'refused',
          reason: mixed.reason,
          lines: [texts(language).demo.mixed[mixed.reason](mixed.names.join(', '), embeddedIn(read.config))],
        };
      return await work(connected.database, read.config);
    } finally {
      await connected.database.close();
    }
  } finally {
    await opened.stop();
  }
}
