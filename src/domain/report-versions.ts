/** A report as JSON for other programs, its fingerprint, and what changed between two versions of it. */
import { createHash } from 'node:crypto';
import { type Actual, isTextField, type Status, TEXT_FIELDS, type TextField, textsOf } from './activity.ts';
import { bahtFromSatang } from './money.ts';
import type { ReportEvidence, ReportModel, ReportRow, SaidTexts, StatusCounts } from './report-model.ts';

/** One node of the plan. Money in baht; texts null when never said, empty when it was said that there is none. */
export interface ReportJsonRow extends Record<TextField, string | null> {
  code: string;
  label: string;
  name: string;
  level: number;
  budget: number | null;
  spent: number | null;
  status: Status;
  percent: number | null;
  actual: Actual | null;
  reportedBy: string | null;
  reportedAt: string | null;
  late: boolean;
  evidence: ReportEvidence[];
}

export interface ReportJson {
  office: string;
  fiscalYear: number;
  period: { start: string; end: string };
  asOf: string;
  frozen: boolean;
  rows: ReportJsonRow[];
  totals: { budget: number; spent: number; byStatus: StatusCounts };
}

/** The report as scripts and other systems read it. */
export function toReportJson(model: ReportModel): ReportJson {
  return {
    office: model.office.name,
    fiscalYear: model.fiscalYear,
    period: { ...model.period },
    asOf: model.asOf,
    frozen: model.frozen,
    rows: model.rows.map((row) => ({
      code: row.code,
      label: row.label,
      name: row.name,
      level: row.level,
      budget: row.budget === null ? null : bahtFromSatang(row.budget),
      spent: row.spent === null ? null : bahtFromSatang(row.spent),
      status: row.status,
      percent: row.percent,
      actual: row.actual && { ...row.actual },
      ...textsOf((field) => oneText(row[field])),
      reportedBy: row.reportedBy?.name ?? null,
      reportedAt: row.reportedAt,
      late: row.late,
      evidence: row.evidence.map((item) => ({ ...item })),
    })),
    totals: {
      budget: bahtFromSatang(model.totals.budget),
      spent: bahtFromSatang(model.totals.spent),
      byStatus: { ...model.totals.byStatus },
    },
  };
}

/** Several texts become lines of one. */
function oneText(said: SaidTexts): string | null {
  return said && said.map(({ text }) => text).join('\n');
}

/** JSON with the keys of every object in order, so that equal values give equal text; undefined members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
}

/** SHA-256 (hex) of all the report says; freezing it does not change it. */
export function hashReport(model: ReportModel): string {
  const { frozen: _frozen, ...said } = model;
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** What can differ between two versions of a row, in the order they are told. */
export const COMPARED = [
  'name',
  'budget',
  'status',
  'percent',
  'actual',
  'spent',
  ...TEXT_FIELDS,
  'evidence',
] as const satisfies readonly (keyof ReportJsonRow)[];

export type ComparedField = (typeof COMPARED)[number];

/** One difference; money in baht, evidence as the ids of what is not erased. */
export type ReportDifference =
  | { kind: 'added' | 'removed'; code: string; label: string; name: string }
  | {
      kind: 'changed';
      code: string;
      label: string;
      field: ComparedField;
      before: unknown;
      after: unknown;
      /** The newer version of the row holds something reported after the period's last day. */
      late: boolean;
    };

/**
 * What a reader of `before` must be told to know `after`: leaves and branches added, removed, changed field by field.
 * Branches are compared by name and budget only: the rest of theirs follows from the leaves.
 */
export function diffReports(before: ReportModel, after: ReportModel): ReportDifference[] {
  const old = new Map(before.rows.map((row) => [row.code, row]));
  const kept = new Set(after.rows.map((row) => row.code));
  const differences: ReportDifference[] = [];
  for (const row of after.rows) {
    const was = old.get(row.code);
    if (was) differences.push(...changes(was, row));
    else differences.push({ kind: 'added', code: row.code, label: row.label, name: row.name });
  }
  for (const row of before.rows) {
    if (!kept.has(row.code))
      differences.push({ kind: 'removed', code: row.code, label: row.label, name: row.name });
  }
  return differences;
}

function changes(was: ReportRow, row: ReportRow): ReportDifference[] {
  const fields = row.leaf || was.leaf ? COMPARED : (['name', 'budget'] as const);
  return fields.flatMap((field) => {
    const [before, after] = [comparable(was, field), comparable(row, field)];
    if (canonicalJson(before) === canonicalJson(after)) return [];
    return [
      { kind: 'changed' as const, code: row.code, label: row.label, field, before, after, late: row.late },
    ];
  });
}

function comparable(row: ReportRow, field: ComparedField): unknown {
  if (isTextField(field)) return oneText(row[field]);
  switch (field) {
    case 'budget':
    case 'spent':
      return row[field] === null ? null : bahtFromSatang(row[field]);
    case 'evidence':
      return row.evidence.filter((item) => !item.erased).map((item) => item.id);
    case 'name':
    case 'status':
    case 'percent':
    case 'actual':
      return row[field];
  }
}
