/** Reads files of plans through all stages, for the tests of bringing plans in. */
import type { DraftOutcome } from '../../../src/plan-import/draft.ts';
import { readSource } from '../../../src/plan-import/read.ts';
import {
  type FileChoice,
  NO_FILE_CHOICE,
  type UnderstoodPlan,
  understandPlan,
} from '../../../src/plan-import/understand.ts';

/** Why a file is not understood at all, or `read`. */
export async function fault(bytes: Buffer): Promise<string> {
  const read = await readSource(bytes);
  if (!read.ok) return read.reason;
  const outcome = understandPlan(read.source);
  return outcome.ok ? 'read' : outcome.reason;
}

export async function understood(bytes: Buffer, choice: Partial<FileChoice> = {}): Promise<UnderstoodPlan> {
  const read = await readSource(bytes);
  if (!read.ok) throw new Error(read.reason);
  const outcome = understandPlan(read.source, { ...NO_FILE_CHOICE, ...choice });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.understood;
}

export async function drafted(bytes: Buffer): Promise<DraftOutcome> {
  return (await understood(bytes)).drafted;
}

/** `at kind` of each finding that a person must look at. */
export function asked({ findings }: UnderstoodPlan): string[] {
  return findings.filter(({ weight }) => weight !== 'note').map(({ at, kind }) => `${at} ${kind}`);
}
