/** The shape of an official half-year report: plain values only, so that a frozen one can be stored and made again. */
import type { Actual, Status, TextField } from './activity.ts';
import type { Half } from './fiscal-year.ts';
import type { Satang } from './money.ts';

/** What the report says of one file that was sent as proof; the bytes are kept elsewhere. */
export interface ReportEvidence {
  id: string;
  name: string;
  /** `image/jpeg`, `application/pdf` … */
  mediaType: string;
  sha256: string | null;
  sentBy: ReportedBy | null;
  /** ISO moment, null when it is no longer known. */
  sentAt: string | null;
  /** The file was taken away: it is named, never shown. */
  erased: boolean;
}

export interface ReportedBy {
  name: string;
  position: string;
}

/** One distinct text of an activity and the office's day it was first reported. */
export interface SaidText {
  text: string;
  day: string;
  /** What the row says by now was told later, and is otherwise: it is printed as of its day. */
  earlier?: true;
}

/** Texts in the order they were reported; null when nothing was said, empty when it was said that there is none. */
export type SaidTexts = SaidText[] | null;

export type StatusCounts = Record<Status, number>;

/** Sums over the leaves below a node; a leaf nobody reported on counts as not started. */
export interface LeafTotals {
  leaves: number;
  /** Leaves somebody has reported on. */
  reported: number;
  /** What the leaves name; in the totals of the whole plan also what their branches have beyond it. */
  budget: Satang;
  /** What was said to be spent; leaves that named no sum add nothing. */
  spent: Satang;
  /** Leaves that named a sum spent, nought included. */
  spentKnown: number;
  byStatus: StatusCounts;
}

/** One node of the plan, as part 1 (the plan) and part 2 (the report) need it. */
export interface ReportRow extends Record<TextField, SaidTexts> {
  code: string;
  label: string;
  name: string;
  /** Depth, 0 for a top activity. */
  level: number;
  leaf: boolean;
  indicator: string | null;
  unit: string | null;
  target: number | null;
  /** Planned months, `2021-04`, ascending. */
  months: string[];
  ownerGroup: string | null;
  /** The plan's own figure; a branch without one has the sum of what is below it. */
  budget: Satang | null;
  /** Label of the branch whose own budget covers this leaf, when the leaf itself has none. */
  budgetIn: string | null;
  /** Spent to date; a branch adds up its leaves. Null when nobody named a sum. */
  spent: Satang | null;
  status: Status;
  /** Whether the status was said; else it follows from what was reported, or from silence. */
  statusSaid: boolean;
  percent: number | null;
  actual: Actual | null;
  /** Obstacles that a later report cleared; missing where there are none, as in reports frozen before they were kept. */
  solved?: SaidText[];
  /** Who reported last, and when (ISO moment); null where nobody has, and on branches. */
  reportedBy: ReportedBy | null;
  reportedAt: string | null;
  /** Something of it was reported after the period's last day. */
  late: boolean;
  evidence: ReportEvidence[];
  /** Sums below a branch; null on leaves. */
  below: LeafTotals | null;
}

export interface ReportModel {
  office: { name: string; parentAgencies: string[] };
  plan: {
    id: string;
    title: string;
    programme: string | null;
    project: string | null;
    targetGroup: string | null;
    period: { start: string; end: string };
    sections: { heading: string; text: string }[];
  };
  /** Buddhist era. */
  fiscalYear: number;
  half: Half;
  /** ISO days, both included. */
  period: { start: string; end: string };
  /** ISO moment up to which reports count. */
  asOf: string;
  /** Made when the period was closed; otherwise a draft that may still change. */
  frozen: boolean;
  /** Every node of the plan, in plan order. */
  rows: ReportRow[];
  totals: LeafTotals;
}
