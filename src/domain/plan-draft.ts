/** Turns a plan as it was typed into one that can be stored, or into the list of what is wrong; used by imports. */
import type { Activity } from './activity.ts';
import { readHead, type DraftHead } from './plan-draft/head.ts';
import { type Note, note, type Problem, problem } from './plan-draft/problems.ts';
import type { PlanWords, RawPlan } from './plan-draft/raw.ts';
import { readRows } from './plan-draft/rows.ts';
import { growTree } from './plan-draft/tree.ts';

/** A whole plan that has passed every check, not yet stored. */
export interface PlanDraft extends DraftHead {
  /** In plan order, parents before children. */
  activities: Activity[];
}

export type DraftOutcome =
  { ok: true; plan: PlanDraft; notes: Note[] } | { ok: false; problems: Problem[]; notes: Note[] };

/** Above every office's plan, below what a broken file can hold. */
export const MAX_ROWS = 5000;

/**
 * @param raw cells as a reader of files found them, with the name of each.
 * @param words how months, money and marks are written.
 * @returns the plan with notes, or every problem in the order of the file.
 */
export function draftPlan(raw: RawPlan, words: PlanWords): DraftOutcome {
  if (raw.rows.length > MAX_ROWS)
    return { ok: false, problems: [problem(raw.rowsAt, 'too-many-rows', '', String(MAX_ROWS))], notes: [] };
  const head = readHead(raw, words);
  const read = readRows(raw, head.fiscalYear, words);
  const notes = [...head.notes, ...read.notes];
  const problems = [...head.problems, ...read.problems];
  if (read.rows.length === 0 && read.problems.length === 0) problems.push(problem(raw.rowsAt, 'no-rows'));
  const tree = growTree(read.rows, words);
  // A row that could not be read is missing from the tree: its children's complaints would be noise.
  const misplaced = tree.ok ? [] : tree.problems;
  problems.push(
    ...(read.problems.length === 0
      ? misplaced
      : misplaced.filter((found) => found.reason === 'duplicate' || found.reason === 'cycle')),
  );
  if (problems.length > 0 || !head.head || !tree.ok) return { ok: false, problems, notes };
  notes.push(...tree.notes, ...totalNotes(tree.activities, read.totals), ...monthNotes(tree.activities, raw));
  return { ok: true, plan: { ...head.head, activities: tree.activities }, notes };
}

/** A total row is compared with the sum of all leaves. */
function totalNotes(
  activities: readonly Activity[],
  totals: readonly { at: string; budget: number }[],
): Note[] {
  const sum = activities.reduce((all, { leaf, budget }) => all + (leaf ? (budget ?? 0) : 0), 0);
  return totals
    .filter((total) => total.budget !== sum)
    .map((total) => note(total.at, 'total-differs', String(total.budget), String(sum)));
}

/** Leaves without a month are due on the plan's last day, which surprises people. */
function monthNotes(activities: readonly Activity[], raw: RawPlan): Note[] {
  const without = activities.filter((activity) => activity.leaf && activity.months.length === 0);
  if (without.length === 0) return [];
  return [note(raw.rowsAt, 'leaf-without-months', without.map(({ code }) => code).join(', '))];
}
