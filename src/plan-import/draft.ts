/** Turns a plan as it was typed into one that can be stored, or into the list of what is wrong; used by imports. */
import type { Activity } from '../domain/activity.ts';
import { readHead, type DraftHead } from './head.ts';
import { type Note, noteThat, type Problem, problem } from './problems.ts';
import { COLUMNS, type PlanWords, type RawPlan } from './raw.ts';
import { isUsed, readRows, type RowsRead } from './rows.ts';
import { growTree } from './tree.ts';

/** A whole plan that has passed every check, not yet stored. */
export interface PlanDraft extends DraftHead {
  /** In plan order, parents before children. */
  activities: Activity[];
}

/** `codes`: as RawPlan has them. */
export type DraftOutcome = { notes: Note[]; codes?: string[] } & (
  { ok: true; plan: PlanDraft } | { ok: false; problems: Problem[] }
);

/** Above every office's plan, below what a broken file can hold. */
export const MAX_ROWS = 5000;

/**
 * @param raw cells as a reader of files found them, with the name of each.
 * @param words how months, money and marks are written.
 * @param rows as another layout than the form's gave them; `raw` then has none.
 * @returns the plan with notes, or every problem in the order of the file.
 */
export function draftPlan(raw: RawPlan, words: PlanWords, rows?: RowsRead): DraftOutcome {
  if ((rows?.rows ?? raw.rows.filter(isUsed)).length > MAX_ROWS)
    return { ok: false, problems: [problem(raw.rowsAt, 'too-many-rows', '', String(MAX_ROWS))], notes: [] };
  const head = readHead(raw, words);
  const codes = raw.codes ? { codes: raw.codes } : {};
  const read = rows ?? readRows(raw, head.fiscalYear, words);
  const notes = [...head.notes, ...read.notes];
  const problems = [...head.problems, ...read.problems];
  if (read.rows.length === 0 && read.problems.length === 0) problems.push(problem(raw.rowsAt, 'no-rows'));
  const tree = growTree(read.rows, words, read.unnumbered);
  if (!tree.ok) problems.push(...tree.problems);
  if (problems.length > 0 || !head.head || !tree.ok)
    return { ok: false, problems: inFileOrder(problems, raw), notes, ...codes };
  notes.push(...tree.notes, ...totalNotes(tree.activities, read.totals), ...monthNotes(tree.activities, raw));
  return { ok: true, plan: { ...head.head, activities: tree.activities }, notes, ...codes };
}

/** The head's first, then row by row: what is wrong with a row stands together. */
function inFileOrder(problems: readonly Problem[], { rows }: RawPlan): Problem[] {
  const rowAt = new Map<string, number>();
  for (const [index, { at, cells, place, ticks, monthList }] of rows.entries()) {
    const inside = [...Object.values(cells), ...ticks.map(({ cell }) => cell), ...monthList];
    for (const name of [at, ...COLUMNS.map(place), ...inside.map((cell) => cell.at)]) rowAt.set(name, index);
  }
  const rank = ({ at }: Problem): number => rowAt.get(at) ?? -1;
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

/** A total row is compared with the sum of all leaves. */
function totalNotes(
  activities: readonly Activity[],
  totals: readonly { at: string; budget: number }[],
): Note[] {
  const sum = activities.reduce((all, { leaf, budget }) => all + (leaf ? (budget ?? 0) : 0), 0);
  return totals
    .filter((total) => total.budget !== sum)
    .map((total) => noteThat(total.at, 'total-differs', String(total.budget), String(sum)));
}

/** Leaves without a month are due on the plan's last day, which surprises people. */
function monthNotes(activities: readonly Activity[], raw: RawPlan): Note[] {
  const without = activities.filter((activity) => activity.leaf && activity.months.length === 0);
  if (without.length === 0) return [];
  return [noteThat(raw.rowsAt, 'leaf-without-months', without.map(({ code }) => code).join(', '))];
}
