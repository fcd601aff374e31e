/** Reads a plan's file in a process of its own, one at a time: however large or odd it is, the bot goes on. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { DraftOutcome } from '../plan-import/draft.ts';
import type { TextPlace } from '../plan-import/json-fault.ts';
import type { MappedColumn } from '../plan-import/mapping.ts';
import type { FileFault } from '../plan-import/source.ts';
import type { FileChoice, UnderstoodPlan } from '../plan-import/understand.ts';

export interface PlanJob {
  bytes: Uint8Array;
  name: string;
  choice: FileChoice;
}

/** A table as it is shown: without its cells. */
export interface ReadTable {
  name: string;
  rows: number;
  columns: MappedColumn[];
}

export type PlanReading =
  | {
      ok: true;
      drafted: DraftOutcome;
      /** null for JSON, which says all things by name. */
      read: (Omit<UnderstoodPlan, 'drafted' | 'mappings'> & { tables: ReadTable[] }) | null;
    }
  | { ok: false; reason: FileFault; detail?: string; place?: TextPlace };

const PROGRAM = new URL('./plan-reading-child.ts', import.meta.url);
/** The largest file that is let in takes some seconds here. */
const TIME_MS = 60_000;
const MEMORY_FLAGS = ['--max-old-space-size=600'];

let last: Promise<unknown> = Promise.resolve();

/** @returns what stands in the file; one that takes too much time or memory counts as too large. */
export function readPlanInProcess(job: PlanJob, program = PROGRAM, time = TIME_MS): Promise<PlanReading> {
  const reading = last.then(() => readOnce(job, program, time));
  last = reading.catch(() => undefined);
  return reading;
}

function readOnce(job: PlanJob, program: URL, time: number): Promise<PlanReading> {
  return new Promise((resolve) => {
    const cache = getCompileCacheDir();
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // nothing of this process's own but where compiled code is kept
      env: { MALLOC_ARENA_MAX: '1', ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) },
      execArgv: MEMORY_FLAGS,
    });
    const end = (reading: PlanReading): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // a late error of a process that is being ended must not reach anyone
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(reading);
    };
    const tooLarge = (): void => end({ ok: false, reason: 'too-large' });
    const timer = setTimeout(tooLarge, time);
    child.on('message', (reading: PlanReading) => end(reading));
    child.on('error', tooLarge).on('exit', tooLarge);
    child.send(job, (error) => {
      if (error) tooLarge();
    });
  });
}
