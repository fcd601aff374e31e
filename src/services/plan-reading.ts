/** Reads a plan's file in a process of its own, one at a time: however large or odd it is, the bot goes on. */
import { askChild, ChildFault } from '../ask-child.ts';
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
  const limits = { time, flags: MEMORY_FLAGS };
  return askChild<PlanReading, PlanReading>(
    program,
    () => job,
    limits,
    (reading) => ({
      result: reading,
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof ChildFault)) throw error;
    return { ok: false, reason: 'too-large' };
  });
}
