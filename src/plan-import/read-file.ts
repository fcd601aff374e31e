/** A plan's file of any kind, told by what is in it; the command and the console begin here. */
import { planWords } from '../text/plan-words.ts';
import { type DraftOutcome, draftPlan } from './draft.ts';
import type { TextPlace } from './json-fault.ts';
import { readPlanJson } from './plan-json.ts';
import { readSource } from './read.ts';
import type { FileFault, Source } from './source.ts';

/** `source` can be understood anew, JSON needs no understanding. */
export type PlanFile = { kind: 'json'; drafted: DraftOutcome } | { kind: 'source'; source: Source };

export type PlanFileRead =
  { ok: true; file: PlanFile } | { ok: false; reason: FileFault; detail?: string; place?: TextPlace };

/** @param name of the file, for JSON that begins like nothing. */
export async function readPlanFile(bytes: Buffer, name: string): Promise<PlanFileRead> {
  const isJson = /^\ufeff?\s*[{[]/.test(bytes.toString('utf8', 0, 64)) || /\.json$/i.test(name);
  if (!isJson) {
    const read = await readSource(bytes);
    return read.ok ? { ok: true, file: { kind: 'source', source: read.source } } : read;
  }
  const plan = readPlanJson(bytes);
  return plan.ok ? { ok: true, file: { kind: 'json', drafted: draftPlan(plan.raw, planWords) } } : plan;
}
