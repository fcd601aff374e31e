/** Administrators' commands in a test's own process: what they print, and with which code they end. */
import { type Script, type Flags, runScript } from '../../scripts/cli.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** Standard output as the one JSON value it must be. */
  json<T>(): T;
}

/** Runs a command as a script would: nobody is at the terminal unless `answer` is given. */
export async function runAdmin<F extends Flags>(
  command: Script<F>,
  args: readonly string[],
  answer: boolean | null = null,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runScript(command, [...args], {
    log: (text) => out.push(text),
    error: (text) => err.push(text),
    ask: (question) => {
      err.push(question);
      return Promise.resolve(answer);
    },
  });
  return {
    code,
    out: out.join('\n'),
    err: err.join('\n'),
    json<T>() {
      if (out.length !== 1)
        throw new Error(`${out.length} values printed: ${out.join(' | ')} ${err.join(' ')}`);
      return JSON.parse(out[0]!) as T;
    },
  };
}
