/** Hands one job to a process of its own and waits for its file; whatever happens there, this process lives on. invite-sheet.ts and joint-file.ts call it. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { ReportError } from './failure.ts';

/** What an answer comes to: the file, why there is none, or null where more is to come. */
export type Taken = { bytes: Uint8Array } | { failed: string } | null;

/**
 * @param program the file to fork.
 * @param job sent to it as it is.
 * @param time milliseconds it may take.
 * @param take called with each of its answers.
 * @param flags for Node; those of this process where left out.
 * @returns the file. Rejects with ReportError: timeout or failed.
 */
export function askChild<Answer>(
  program: URL,
  job: object,
  time: number,
  take: (answer: Answer) => Taken,
  flags: readonly string[] = process.execArgv,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cache = getCompileCacheDir();
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // nothing of this process's own but where compiled code is kept
      env: { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) },
      execArgv: [...flags],
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // a late error of a process that is being ended must not reach anyone
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const fail = (kind: 'timeout' | 'failed', detail: string): void =>
      end(() => reject(new ReportError(kind, detail)));
    const timer = setTimeout(() => fail('timeout', 'took too long'), time);
    child.on('message', (answer: Answer) => {
      const taken = take(answer);
      if (taken === null) return;
      if ('failed' in taken) fail('failed', taken.failed);
      else end(() => resolve(Buffer.from(taken.bytes)));
    });
    child.on('error', (error) => fail('failed', error.message));
    child.on('exit', (code, by) => fail('failed', `ended by ${by ?? code}`));
    child.send(job, (error) => {
      if (error) fail('failed', error.message);
    });
  });
}
