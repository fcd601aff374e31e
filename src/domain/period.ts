/** Rules of reporting halves: what a frozen version holds, when a report is late, which half is to be closed; services call them. */
import { type Half, halfOf, halfPeriod } from './fiscal-year.ts';
import type { ReportModel, ReportRow } from './report-model.ts';

/** One frozen version of a half. */
export interface Closing {
  half: Half;
  /** 1, 2, 3 … */
  version: number;
  closedAt: Date;
  closedBy: { member: string | null; name: string };
  /** SHA-256 of the report. */
  hash: string;
  /** The newest statement on each activity that it could know; what is newer came after it. */
  seen: { activity: string; seq: number }[];
}

/** The place of a statement in its activity's history. */
export interface Place {
  activity: string;
  seq: number;
}

/** @returns the newest version of a half, or null while it is open. */
export function newestVersion(closings: readonly Closing[], half: Half): Closing | null {
  const versions = closings.filter((closing) => closing.half === half);
  return versions.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

/** Whether the version was made knowing that statement. Told by sequence, not by time: clocks of two servers differ. */
export function holds(closing: Closing, { activity, seq }: Place): boolean {
  return closing.seen.some((one) => one.activity === activity && one.seq >= seq);
}

/** Half year a day falls in; the first one for days before the fiscal year, the second one for days after it. */
export function halfAt(fiscalYear: number, day: string): Half {
  const { start, end } = halfPeriod(fiscalYear, 2);
  if (day < start) return 1;
  return day > end ? 2 : halfOf(day);
}

/**
 * The half a report is for: the one its activity is due in, or the one that runs when it is made if that is earlier.
 * @param due ISO day the activity is due. @param day ISO day of the report.
 */
export function halfOfReport(fiscalYear: number, due: string, day: string): Half {
  return due <= halfPeriod(fiscalYear, 1).end || halfAt(fiscalYear, day) === 1 ? 1 : 2;
}

/** Late for a half is what was reported after its last day, or after it was closed, whichever came first. */
export function isLateFor(
  fiscalYear: number,
  half: Half,
  day: string,
  place: Place,
  closings: readonly Closing[],
): boolean {
  if (day > halfPeriod(fiscalYear, half).end) return true;
  const first = closings.find((closing) => closing.half === half && closing.version === 1);
  return first !== undefined && !holds(first, place);
}

/** Whether a report is late for the half it is for; `due` is the day its activity is due. */
export function isLate(
  fiscalYear: number,
  due: string,
  day: string,
  place: Place,
  closings: readonly Closing[],
): boolean {
  return isLateFor(fiscalYear, halfOfReport(fiscalYear, due, day), day, place, closings);
}

/**
 * The half somebody means who closes "the period": the first one that is over and open; else the last one that is
 * over, of which there may be a new version; while none is over, the one that runs. One that runs is never closed
 * early unasked, once another is over.
 */
export function halfToClose(fiscalYear: number, today: string, closings: readonly Closing[]): Half {
  const over = ([1, 2] as const).filter((half) => halfPeriod(fiscalYear, half).end < today);
  return over.find((half) => !newestVersion(closings, half)) ?? over.at(-1) ?? halfAt(fiscalYear, today);
}

/** Leaves with something to mend before a half is closed, in plan order. */
export interface Missing {
  /** Nobody has reported on them. */
  unreported: ReportRow[];
  /** Begun or finished, and no figure of the indicator. */
  withoutFigure: ReportRow[];
  /** Begun or finished, and nothing said of the result. */
  withoutResult: ReportRow[];
  /** Begun or finished with money of the plan, and no sum named. */
  withoutSpent: ReportRow[];
  overBudget: ReportRow[];
  /** Begun or finished, and no photo or file. */
  withoutEvidence: ReportRow[];
}

export function missingIn(model: ReportModel): Missing {
  const leaves = model.rows.filter((row) => row.leaf);
  const done = leaves.filter(({ status }) => status === 'in_progress' || status === 'completed');
  return {
    unreported: leaves.filter((row) => row.reportedAt === null),
    withoutFigure: done.filter(
      ({ reportedAt, actual, unit, target }) =>
        reportedAt !== null && actual === null && (unit !== null || target !== null),
    ),
    withoutResult: done.filter((row) => row.reportedAt !== null && (row.result ?? []).length === 0),
    withoutSpent: done.filter(
      (row) =>
        row.reportedAt !== null && row.spent === null && ((row.budget ?? 0) > 0 || row.budgetIn !== null),
    ),
    overBudget: leaves.filter((row) => row.spent !== null && row.spent > (row.budget ?? Infinity)),
    withoutEvidence: done.filter(
      (row) => row.reportedAt !== null && row.evidence.every((item) => item.erased),
    ),
  };
}

/** What can be asked of those who work on a leaf. */
export const LACKS = ['report', 'figure', 'result', 'spent', 'evidence'] as const;
export type Lack = (typeof LACKS)[number];

export interface Gap {
  row: ReportRow;
  lacks: Lack[];
}

/** @returns what is missing by leaf, in plan order. What is planned for after the period need not be reported yet. */
export function gapsIn({ rows, period }: ReportModel, missing: Missing): Gap[] {
  const begins = ({ months }: ReportRow): boolean => (months[0] ?? '') <= period.end.slice(0, 7);
  const lacking: Record<Lack, ReportRow[]> = {
    report: missing.unreported.filter(begins),
    figure: missing.withoutFigure,
    result: missing.withoutResult,
    spent: missing.withoutSpent,
    evidence: missing.withoutEvidence,
  };
  return rows
    .map((row) => ({ row, lacks: LACKS.filter((lack) => lacking[lack].includes(row)) }))
    .filter(({ lacks }) => lacks.length > 0);
}
