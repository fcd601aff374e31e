/** Puts the rows of a plan being brought in into a tree: parents, cycles, plan order, budgets rolled up. */
import type { Activity } from '../activity.ts';
import type { Satang } from '../money.ts';
import { MAX_LEVELS } from './numbering.ts';
import { type Note, note, type Problem, problem } from './problems.ts';
import type { PlanWords } from './raw.ts';
import { findParent, type ReadRow } from './rows.ts';

export type Tree = { ok: true; activities: Activity[]; notes: Note[] } | { ok: false; problems: Problem[] };

/** @param rows in the order of the file. @returns activities depth first, siblings as the file orders them. */
export function growTree(rows: readonly ReadRow[], words: PlanWords): Tree {
  const problems = duplicates(rows);
  const parents = new Map<string, string | null>();
  const codes = new Set(rows.map((row) => row.code));
  for (const row of rows) {
    const parent = parentOf(row, rows, codes, words);
    if (typeof parent === 'object' && parent !== null) problems.push(parent);
    else if (!parents.has(row.code)) parents.set(row.code, parent);
  }
  problems.push(...cycles(rows, parents));
  if (problems.length > 0) return { ok: false, problems };

  const children = new Map<string | null, ReadRow[]>();
  for (const row of rows) {
    const parent = parents.get(row.code) ?? null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const activities: Activity[] = [];
  const walk = (parent: string | null, above: string | null, level: number): void => {
    for (const row of children.get(parent) ?? []) {
      if (level >= MAX_LEVELS) {
        problems.push(problem(row.parentAt, 'too-deep', row.code, String(MAX_LEVELS)));
        continue;
      }
      const label = wholeLabel(row.label, above);
      const leaf = !children.has(row.code);
      activities.push({ ...activityOf(row), label, parent, level, order: activities.length, leaf });
      walk(row.code, label, level + 1);
    }
  };
  walk(null, null, 0);
  if (problems.length > 0) return { ok: false, problems };
  const notes = budgetNotes(rows, children);
  const moved = activities.findIndex((activity, index) => activity.code !== rows[index]?.code);
  const first = rows[moved];
  if (first) notes.push(note(first.codeAt, 'order-changed', first.code));
  return { ok: true, activities, notes };
}

function activityOf(row: ReadRow): Omit<Activity, 'parent' | 'order' | 'level' | 'leaf'> {
  const { code, label, name, indicator, unit, target, budget, months, owner } = row;
  return { code, label, name, indicator, unit, target, budget, months, ownerGroup: owner };
}

/** `1)` says nothing away from its parent: it becomes `1.2 1)`, as people cite it. */
function wholeLabel(label: string, above: string | null): string {
  const short = /^\(?\s*(?:[\d\u0e50-\u0e59]{1,3}|[a-z]|[\u0e01-\u0e2e])\s*\)$/i.test(label);
  return short && above !== null ? `${above.replace(/\.$/, '')} ${label}` : label;
}

function duplicates(rows: readonly ReadRow[]): Problem[] {
  const first = new Map<string, ReadRow>();
  const found: Problem[] = [];
  for (const row of rows) {
    const other = first.get(row.code);
    if (other) found.push(problem(row.codeAt, 'duplicate', row.code, other.codeAt));
    else first.set(row.code, row);
  }
  return found;
}

/** @returns the parent's code, null for a top activity, or what is wrong. */
function parentOf(
  row: ReadRow,
  rows: readonly ReadRow[],
  codes: ReadonlySet<string>,
  words: PlanWords,
): string | null | Problem {
  if (row.parent === null) return null;
  if (row.parent !== undefined) {
    const parent = findParent(rows, row.parent, words);
    return parent ?? problem(row.parentAt, 'parent-unknown', row.parent);
  }
  const dot = row.code.lastIndexOf('.');
  if (dot < 0) return null;
  const parent = row.code.slice(0, dot);
  return codes.has(parent) ? parent : problem(row.codeAt, 'parent-missing', row.code, parent);
}

/** Rows that are, through their parents, above themselves. */
function cycles(rows: readonly ReadRow[], parents: ReadonlyMap<string, string | null>): Problem[] {
  const settled = new Set<string>();
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const path: string[] = [];
    let at: string | null = row.code;
    while (at !== null && !settled.has(at)) {
      const loop = path.indexOf(at);
      if (loop >= 0) {
        const round = path.slice(loop);
        for (const code of round) found.set(code, round);
        break;
      }
      path.push(at);
      at = parents.get(at) ?? null;
    }
    for (const code of path) settled.add(code);
  }
  return rows
    .filter((row) => found.has(row.code))
    .map((row) => problem(row.parentAt, 'cycle', row.code, (found.get(row.code) ?? []).join(' → ')));
}

/** Where a branch names a budget that is not the sum of its leaves. */
function budgetNotes(
  rows: readonly ReadRow[],
  children: ReadonlyMap<string | null, readonly ReadRow[]>,
): Note[] {
  const sums = new Map<string, Satang>();
  const sumOf = (row: ReadRow): Satang => {
    const below = children.get(row.code);
    const sum = below ? below.reduce((total, child) => total + sumOf(child), 0) : (row.budget ?? 0);
    sums.set(row.code, sum);
    return sum;
  };
  for (const row of children.get(null) ?? []) sumOf(row);
  return rows
    .filter((row) => children.has(row.code) && row.budget !== null && row.budget !== sums.get(row.code))
    .map((row) => note(row.budgetAt, 'budget-differs', String(row.budget), String(sums.get(row.code) ?? 0)));
}
