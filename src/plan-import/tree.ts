/** Puts the rows of a plan being brought in into a tree: parents, cycles, plan order, budgets rolled up. */
import type { Activity } from '../domain/activity.ts';
import type { Satang } from '../domain/money.ts';
import { MAX_LEVELS } from './numbering.ts';
import { type Note, noteThat, type Problem, problem } from './problems.ts';
import type { PlanWords } from './raw.ts';
import { findParent, type ReadRow } from './rows.ts';

export type Tree = { ok: true; activities: Activity[]; notes: Note[] } | { ok: false; problems: Problem[] };

/**
 * @param rows in the order of the file.
 * @param unnumbered how many rows are missing because their number could not be read.
 * @returns activities depth first, siblings as the file orders them.
 */
export function growTree(rows: readonly ReadRow[], words: PlanWords, unnumbered = 0): Tree {
  const first = new Map<string, ReadRow>();
  for (const row of rows) if (!first.has(row.code)) first.set(row.code, row);
  const problems = duplicates(rows, first);
  const parents = new Map<string, string | null>();
  for (const [index, row] of rows.entries()) {
    const parent = parentOf(row, rows, first, words);
    if (typeof parent !== 'object' || parent === null) {
      if (!parents.has(row.code)) parents.set(row.code, parent);
    } else if (!isExcused(parent, rows, index, unnumbered)) problems.push(parent);
  }
  problems.push(...cycles(rows, parents));

  const children = new Map<string | null, ReadRow[]>();
  for (const row of first.values()) {
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
  const early = rows[moved];
  if (early) notes.push(noteThat(early.codeAt, 'order-changed', early.code));
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

function duplicates(rows: readonly ReadRow[], first: ReadonlyMap<string, ReadRow>): Problem[] {
  return rows.flatMap((row) => {
    const other = first.get(row.code) ?? row;
    if (other === row || row.codeUnsure || other.codeUnsure) return [];
    // Excel keeps 1.10 as the number 1.1: only there can the nought have been lost.
    const reason = row.codeIsNumber && /\.[1-9]$/.test(row.code) ? 'duplicate-decimal' : 'duplicate';
    return [problem(row.codeAt, reason, row.code, other.codeAt)];
  });
}

/** Whether the parent that is missed may be a row that has its own complaint, having no readable number. */
function isExcused(
  { reason, more }: Problem,
  rows: readonly ReadRow[],
  index: number,
  unnumbered: number,
): boolean {
  if (reason === 'parent-unknown') return unnumbered > 0;
  let at = index;
  while (!rows[at]?.afterUnnumbered && rows[at - 1]?.code.startsWith(`${more}.`)) at -= 1;
  return rows[at]?.afterUnnumbered ?? false;
}

/** @returns the parent's code, null for a top activity, or what is wrong. */
function parentOf(
  row: ReadRow,
  rows: readonly ReadRow[],
  codes: ReadonlyMap<string, ReadRow>,
  words: PlanWords,
): string | null | Problem {
  if (row.parentCode !== undefined) return row.parentCode;
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
    .map((row) =>
      noteThat(row.budgetAt, 'budget-differs', String(row.budget), String(sums.get(row.code) ?? 0)),
    );
}
