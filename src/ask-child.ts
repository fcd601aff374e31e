/** Hands one job to a process of its own and waits for what comes of it; whatever happens there, this process lives on. What reads files and makes them goes through here. */
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** What an answer comes to: the result, why there is none, or null where more is to come. */
export type Taken<Result> = { result: Result } | { failed: string } | null;

/** Why there is no result. */
export class ChildFault extends Error {
  override readonly name = 'ChildFault';
  readonly fault: 'timeout' | 'failed';
  constructor(fault: 'timeout' | 'failed', detail: string) {
    super(detail);
    this.fault = fault;
  }
}

export interface ChildLimits {
  /** Milliseconds it may take, or what ends it. */
  time: number | AbortSignal;
  /** For Node; those of this process where left out. */
  flags?: readonly string[];
  /** Whether the end of what it complains of is told with a failure. */
  complaints?: boolean;
}

/**
 * @param program the file to fork.
 * @param job asked for once the process is starting up, so that both are at work; sent as it is.
 * @param take called with each of its answers.
 * @returns the result. Rejects with ChildFault, and with whatever `job` throws.
 */
export function askChild<Answer, Result>(
  program: URL,
  job: () => object,
  { time, flags, complaints = false }: ChildLimits,
  take: (answer: Answer) => Taken<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = forkProgram(program, { flags, stderr: complaints ? 'pipe' : 'ignore' });
    const timeOut = (): void => fail('timeout', 'took too long');
    const timer = typeof time === 'number' ? setTimeout(timeOut, time) : undefined;
    const signal = typeof time === 'number' ? null : time;
    signal?.addEventListener('abort', timeOut);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', timeOut);
      endChild(child);
      settle();
    };
    const fail = (fault: ChildFault['fault'], detail: string): void =>
      end(() => reject(new ChildFault(fault, detail)));
    let complaint = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
    child.on('message', (answer: Answer) => {
      const taken = take(answer);
      if (taken === null) return;
      if ('failed' in taken) fail('failed', taken.failed);
      else end(() => resolve(taken.result));
    });
    child.on('error', (error) => fail('failed', error.message));
    child.on('exit', (code, by) => fail('failed', `ended by ${by ?? code}${complaint && `: ${complaint}`}`));
    try {
      child.send(job(), (error) => {
        if (error) fail('failed', error.message);
      });
    } catch (error) {
      end(() => reject(error as Error));
    }
  });
}

/** Nothing of this process's own goes along but where compiled code is kept; one arena, since a second one only spreads memory. */
export function forkProgram(
  program: URL,
  {
    flags = process.execArgv,
    stderr = 'ignore',
  }: { flags?: readonly string[] | undefined; stderr?: 'ignore' | 'pipe' } = {},
): ChildProcess {
  const cache = getCompileCacheDir();
  return fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', stderr, 'ipc'],
    env: { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) },
    execArgv: [...flags],
  });
}

/** A late error of a process that is being ended must not reach anyone. */
export function endChild(child: ChildProcess): void {
  child.removeAllListeners();
  child.on('error', () => undefined);
  child.kill('SIGKILL');
}
