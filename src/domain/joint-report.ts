/** The half year of all offices in figures: by office, by common activity, and what is missing from whom; services collect it, reports/ draws it. */
import { type Activity, type ActivityState, type Status, type TextField, textsOf } from './activity.ts';
import { moneyByNode } from './budget.ts';
import { dayInBangkok, type Half, halfPeriod } from './fiscal-year.ts';
import type { Satang } from './money.ts';
import type { LeafTotals, ReportModel, ReportRow, StatusCounts } from './report-model.ts';
import { addLeaf, noTotals } from './report-rows.ts';
import { isFinished, percentOf, statusOf } from './status.ts';

/** A leaf of an office in figures; what was said of it where everybody can read it, else it stays with the office. */
export interface JointRow {
  code: string;
  label: string;
  name: string;
  budget: Satang | null;
  spent: Satang | null;
  status: Status;
  percent: number | null;
  reported: boolean;
  /** After the half year's last day, or after it was closed. */
  late: boolean;
  /** Something stands in its way, and it is not finished. */
  stuck: boolean;
  /** As published; null where they are not. */
  words: Pick<ReportRow, TextField | 'solved'> | null;
}

export interface JointOffice {
  id: string;
  name: string;
  /** What is stored of it cannot be read: nothing is known of its plan. */
  unreadable: boolean;
  /** null without a plan of that year. */
  plan: {
    /** Version that was frozen; null while the half is open. */
    version: number | null;
    /** Whether everybody can read that version, and its words stand here. */
    published: boolean;
    rows: JointRow[];
    totals: LeafTotals;
  } | null;
}

/** A leaf of the template, over all offices that have one of its code. */
export interface CommonActivity {
  code: string;
  label: string;
  name: string;
  offices: number;
  reported: number;
  byStatus: StatusCounts;
  budget: Satang;
  spent: Satang;
  spentKnown: number;
  stuck: number;
  /** Names of offices that have it and did not report on it. */
  missing: string[];
}

export interface JointReport {
  fiscalYear: number;
  half: Half;
  period: { start: string; end: string };
  /** ISO moment. */
  asOf: string;
  /** By name. */
  offices: JointOffice[];
  /** null without a template of that year. */
  common: CommonActivity[] | null;
  missing: {
    /** Offices whose data cannot be read. */
    unreadable: string[];
    plan: string[];
    closing: string[];
    /** Labels of leaves nobody reported on, by office; offices that miss none are left out. */
    reports: { office: string; labels: string[] }[];
  };
  totals: LeafTotals;
}

type CountedNode = Activity & { state: ActivityState };

/** @returns an office's half as it stands, from its activities and what they have come to. */
export function officeAsItStands(
  fiscalYear: number,
  half: Half,
  activities: readonly CountedNode[],
): JointOffice['plan'] {
  const { end } = halfPeriod(fiscalYear, half);
  const rows = activities
    .filter(({ leaf }) => leaf)
    .map(({ code, label, name, budget, state }): JointRow => {
      const status = statusOf(state);
      return {
        code,
        label,
        name,
        budget,
        spent: state.spent,
        status,
        percent: percentOf(state),
        reported: state.reportedAt !== null,
        late: state.reportedAt !== null && dayInBangkok(state.reportedAt) > end,
        stuck: Boolean(state.obstacle) && !isFinished(status),
        words: null,
      };
    });
  const spentOf = new Map(activities.map(({ code, state }) => [code, state.spent]));
  const budget = moneyByNode(activities, (code) => spentOf.get(code) ?? null).get(null)?.budget ?? 0;
  return { version: null, published: false, rows, totals: { ...totalsOf(rows), budget } };
}

/** @param published that model is what everybody reads: then its words come along. @returns the same of a half that was frozen. */
export function officeAsFrozen(
  version: number,
  model: ReportModel,
  { published }: { published: boolean },
): JointOffice['plan'] {
  const rows = model.rows
    .filter(({ leaf }) => leaf)
    .map((row): JointRow => {
      const { code, label, name, budget, spent, status, percent, reportedAt, late, obstacle } = row;
      return {
        code,
        label,
        name,
        budget,
        spent,
        status,
        percent,
        reported: reportedAt !== null,
        late,
        stuck: (obstacle?.length ?? 0) > 0 && !isFinished(status),
        words: published
          ? { ...textsOf((field) => row[field]), ...(row.solved ? { solved: row.solved } : {}) }
          : null,
      };
    });
  return { version, published, rows, totals: model.totals };
}

function totalsOf(rows: readonly JointRow[]): LeafTotals {
  const totals = noTotals();
  for (const row of rows) addLeaf(totals, { ...row, reportedAt: row.reported ? '' : null });
  return totals;
}

/**
 * @param offices in the order in which they are to stand. @param template leaves that are common to all, by their code; null without a template.
 * @param now ISO moment.
 */
export function joinOffices(
  { fiscalYear, half, now }: { fiscalYear: number; half: Half; now: string },
  offices: readonly JointOffice[],
  template: readonly Pick<Activity, 'code' | 'label' | 'name'>[] | null,
): JointReport {
  const planned = offices.flatMap(({ name, plan }) => (plan ? [{ name, plan }] : []));
  return {
    fiscalYear,
    half,
    period: halfPeriod(fiscalYear, half),
    asOf: now,
    offices: [...offices],
    common: template && commonOf(planned, template),
    missing: {
      unreadable: offices.filter(({ unreadable }) => unreadable).map(({ name }) => name),
      plan: offices.filter(({ plan, unreadable }) => plan === null && !unreadable).map(({ name }) => name),
      closing: planned.filter(({ plan }) => plan.version === null).map(({ name }) => name),
      reports: planned.flatMap(({ name, plan }) => {
        const labels = plan.rows.filter(({ reported }) => !reported).map(({ label }) => label);
        return labels.length > 0 ? [{ office: name, labels }] : [];
      }),
    },
    totals: sumOfTotals(planned.map(({ plan }) => plan.totals)),
  };
}

type PlannedOffice = { name: string; plan: NonNullable<JointOffice['plan']> };

function commonOf(
  planned: readonly PlannedOffice[],
  template: readonly Pick<Activity, 'code' | 'label' | 'name'>[],
): CommonActivity[] {
  const found = new Map<string, { office: string; row: JointRow }[]>();
  for (const { name, plan } of planned) {
    for (const row of plan.rows) {
      const before = found.get(row.code);
      if (before) before.push({ office: name, row });
      else found.set(row.code, [{ office: name, row }]);
    }
  }
  return template.map(({ code, label, name }) => {
    const all = found.get(code) ?? [];
    const { leaves, reported, byStatus, budget, spent, spentKnown } = totalsOf(all.map(({ row }) => row));
    return {
      code,
      label,
      name,
      offices: leaves,
      reported,
      byStatus,
      budget,
      spent,
      spentKnown,
      stuck: all.filter(({ row }) => row.stuck).length,
      missing: all.filter(({ row }) => !row.reported).map(({ office }) => office),
    };
  });
}

function sumOfTotals(all: readonly LeafTotals[]): LeafTotals {
  const total = noTotals();
  for (const { leaves, reported, budget, spent, spentKnown, byStatus } of all) {
    total.leaves += leaves;
    total.reported += reported;
    total.budget += budget;
    total.spent += spent;
    total.spentKnown += spentKnown;
    for (const status of Object.keys(byStatus) as Status[]) total.byStatus[status] += byStatus[status];
  }
  return total;
}
