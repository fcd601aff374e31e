/** Tells whose an activity is: who writes mostly speaks of what they report on themselves; asked by the name finder and by training. */
import type { PlanIndex } from '../plan-index.ts';

/** What is known of the person who wrote a text. */
export interface Writer {
  /** Codes of the leaves they report on; neither none nor all of the plan. */
  own: ReadonlySet<string>;
  /** Share of the plan's leaves that are theirs, over 0 and under 1. */
  share: number;
}

/** @param own codes of leaves. @returns null where it tells nothing: no activity is theirs, or every one. */
export function writerOf(own: readonly string[] | undefined, index: PlanIndex): Writer | null {
  const leaves = (own ?? []).filter((code) => index.byCode.get(code)?.leaf);
  let all = 0;
  for (const { leaf } of index.plan.activities) if (leaf) all++;
  if (leaves.length === 0 || leaves.length >= all) return null;
  return { own: new Set(leaves), share: leaves.length / all };
}

/** Whether a node of the plan, or a leaf below it, is the writer's. */
export function isOwn({ own }: Writer, code: string, index: PlanIndex): boolean {
  return own.has(code) || (index.leaves.get(code) ?? []).some((leaf) => own.has(leaf));
}

/** @returns for a candidate: theirs, another's, and how much it tells that it is theirs; all 0 where nothing is known. */
export function ownFeatures(writer: Writer | null, code: string, index: PlanIndex): number[] {
  if (!writer) return [0, 0, 0];
  return isOwn(writer, code, index) ? [1, 0, Math.min(4, -Math.log(writer.share)) / 2] : [0, 1, 0];
}
