/** Makes a file of the joint report in a process of its own, and tells how far it is; the operators' page and the report command call it. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { JointReport } from '../domain/joint-report.ts';
import { ReportError } from './failure.ts';
import type { ReportSettings } from './settings.ts';

export const JOINT_FORMATS = ['xlsx', 'docx', 'pdf'] as const;
export type JointFormat = (typeof JOINT_FORMATS)[number];

export interface JointFileJob {
  report: JointReport;
  format: JointFormat;
  settings: ReportSettings;
  /** Milliseconds it may take. */
  time: number;
}

export type JointAnswer =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'made'; bytes: Uint8Array }
  | { kind: 'failed'; detail: string };

const PROGRAM = new URL('./joint-child.ts', import.meta.url);
/** A ministry's takes a minute on a machine that has nothing else to do. */
const TIME_MS = 600_000;
const MEMORY_FLAGS = ['--max-old-space-size=240', '--max-semi-space-size=2'];

/**
 * @param progress is told how many rows of how many are laid out, as far as the format tells.
 * @returns the file. Rejects with ReportError: timeout or failed.
 */
export function makeJointFile(
  job: Omit<JointFileJob, 'time'>,
  progress: (done: number, of: number) => void = () => undefined,
  time = TIME_MS,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cache = getCompileCacheDir();
    const child = fork(PROGRAM, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // nothing of this process's own but where compiled code is kept
      env: { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) },
      execArgv: MEMORY_FLAGS,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // a late error of a process that is being ended must not reach anyone
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const fail = (detail: string): void => end(() => reject(new ReportError('failed', detail)));
    const timer = setTimeout(() => end(() => reject(new ReportError('timeout', 'took too long'))), time);
    child.on('message', (answer: JointAnswer) => {
      if (answer.kind === 'progress') progress(answer.done, answer.of);
      else if (answer.kind === 'failed') fail(answer.detail);
      else end(() => resolve(Buffer.from(answer.bytes)));
    });
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, by) => fail(`ended by ${by ?? code}`));
    child.send({ ...job, time }, (error) => {
      if (error) fail(error.message);
    });
  });
}
