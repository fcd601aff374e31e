/** Makes a file of the joint report in a process of its own, and tells how far it is; the operators' page and the report command call it. */
import type { JointReport } from '../domain/joint-report.ts';
import { askChild } from '../ask-child.ts';
import { asReportError } from './failure.ts';
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
  const limits = { time, flags: MEMORY_FLAGS };
  return askChild<JointAnswer, Buffer>(
    PROGRAM,
    () => ({ ...job, time }),
    limits,
    (answer) => {
      if (answer.kind === 'made') return { result: Buffer.from(answer.bytes) };
      if (answer.kind === 'failed') return { failed: answer.detail };
      progress(answer.done, answer.of);
      return null;
    },
  ).catch(asReportError);
}
