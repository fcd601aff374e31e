/** Builds the official half-year report from a plan and its updates; services call it, reports/ draws it. */
import type { Activity, Plan } from './activity.ts';
import { moneyByNode } from './budget.ts';
import { type Half, halfPeriod } from './fiscal-year.ts';
import type { ReportEvidence, ReportModel, ReportRow } from './report-model.ts';
import { addLeaf, branchStatus, leafRow, noTotals } from './report-rows.ts';
import type { Update } from './update.ts';

export interface ReportInput {
  office: { name: string; parentAgencies: readonly string[] };
  plan: Plan;
  half: Half;
  /** Of any activities of the plan, in any order. */
  updates: readonly Update[];
  evidence: readonly ReportEvidence[];
  /** The present moment; the report counts what was reported until then. */
  now: Date;
  /** An earlier moment to look back to; a later one than `now` has no effect. */
  asOf?: Date | undefined;
  frozen?: boolean | undefined;
}

/**
 * The report as it stood at `asOf` (or now): every node of the plan in order, branches rolled up from their leaves.
 * What was undone by then does not count; what was reported after the period's last day counts and is marked late.
 */
export function buildReport(input: ReportInput): ReportModel {
  const { plan, half, now } = input;
  const asOf = input.asOf && input.asOf < now ? input.asOf : now;
  const period = halfPeriod(plan.fiscalYear, half);
  const updatesOf = groupUpdates(input.updates);
  const evidence = new Map(input.evidence.map((item) => [item.id, item]));
  const rows = inPlanOrder(plan.activities).map((activity) =>
    leafRow(activity, activity.leaf ? (updatesOf.get(activity.code) ?? []) : [], {
      asOf,
      end: period.end,
      evidence,
    }),
  );
  const totals = rollUp(rows, plan.activities);
  const { id, title, programme, project, targetGroup, sections } = plan;
  return {
    office: { name: input.office.name, parentAgencies: [...input.office.parentAgencies] },
    plan: {
      id,
      title,
      programme,
      project,
      targetGroup,
      period: { ...plan.period },
      sections: sections.map(({ heading, text }) => ({ heading, text })),
    },
    fiscalYear: plan.fiscalYear,
    half,
    period,
    asOf: asOf.toISOString(),
    frozen: input.frozen ?? false,
    rows,
    totals,
  };
}

function inPlanOrder(activities: readonly Activity[]): Activity[] {
  return activities.toSorted((a, b) => a.order - b.order);
}

function groupUpdates(updates: readonly Update[]): Map<string, Update[]> {
  const groups = new Map<string, Update[]>();
  for (const update of updates) {
    const group = groups.get(update.activity);
    if (group) group.push(update);
    else groups.set(update.activity, [update]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.seq - b.seq);
  return groups;
}

/** Fills the branches from the leaves below them and says where a leaf's money is kept. @returns the whole plan's sums. */
function rollUp(rows: readonly ReportRow[], activities: readonly Activity[]) {
  const parentOf = new Map(activities.map((activity) => [activity.code, activity.parent]));
  const rowOf = new Map(rows.map((row) => [row.code, row]));
  const ancestors = (row: ReportRow): ReportRow[] => {
    const found: ReportRow[] = [];
    for (let code = parentOf.get(row.code); code; code = parentOf.get(code)) {
      const parent = rowOf.get(code);
      if (!parent || found.includes(parent)) break;
      found.push(parent);
    }
    return found;
  };
  const totals = noTotals();
  for (const row of rows) if (!row.leaf) row.below = noTotals();
  for (const row of rows) {
    if (!row.leaf) continue;
    addLeaf(totals, row);
    for (const branch of ancestors(row)) if (branch.below) addLeaf(branch.below, row);
  }
  const money = moneyByNode(activities, (code) => rowOf.get(code)?.spent ?? null);
  const budgetOf = (code: string | null): number => money.get(code)?.budget ?? 0;
  totals.budget = budgetOf(null);
  for (const row of rows) {
    if (row.leaf && row.budget === null) row.budgetIn = coveringBudget(ancestors(row));
  }
  for (const row of rows) {
    if (!row.below) continue;
    row.status = branchStatus(row.below);
    row.budget ??= budgetOf(row.code) || null;
    row.spent = row.below.spentKnown > 0 ? row.below.spent : null;
  }
  return totals;
}

/** The nearest branch whose own figure is more than what its leaves name. */
function coveringBudget(ancestors: readonly ReportRow[]): string | null {
  const branch = ancestors.find((row) => row.budget !== null && row.budget > (row.below?.budget ?? 0));
  return branch?.label ?? null;
}
