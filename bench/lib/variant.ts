/** Variants run in processes of their own; this starts them, asks them and ends them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Variant {
  pid: number;
  /** What it said when it was ready. */
  ready: Record<string, unknown>;
  /** Sends a question and waits for its answer. @throws when the variant ends instead. */
  ask<Answer>(question: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
  /** Lets it end in order. */
  end(): Promise<void>;
}

/** @param file within bench/. @param env in addition to the bench's own. @param flags of Node itself. Resolves at its first message. */
export async function startVariant(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<Variant> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = fork(path, args, {
    env: { ...process.env, ...env },
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await message<Record<string, unknown>>(child, file);
  return {
    pid: child.pid!,
    ready,
    ask(question) {
      child.send(question);
      return message(child, file);
    },
    stop: () => finish(child, 'SIGKILL'),
    end: () => finish(child, 'SIGTERM'),
  };
}

async function finish(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

function message<Answer>(child: ChildProcess, file: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${file} ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as Answer);
    });
  });
}

/** For the variants' side: answers each question in turn. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.on('message', (question: Question) => {
    answer(question).then(
      (value) => process.send?.(value),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
