/** The plan's tree of activities and the state each leaf has reached; the words every other folder speaks. */
import type { Satang } from './money.ts';

export const STATUSES = ['not_started', 'in_progress', 'completed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

export interface Actual {
  value: number;
  /** As the office writes it: ร้อยละ, ชิ้น, คะแนน, คน … */
  unit: string;
}

/**
 * Fields that hold words of any length, in the order a report reads. This is the one list of them: the form,
 * cards, the official report, unsending, erasure and search all go by it.
 */
export const TEXT_FIELDS = ['result', 'obstacle', 'suggestion', 'remark'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export function isTextField(name: string): name is TextField {
  return TEXT_FIELDS.some((field) => field === name);
}

/** @returns an object with a value for each text field. */
export function textsOf<T>(value: (field: TextField) => T): Record<TextField, T> {
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, value(field)])) as Record<TextField, T>;
}

/**
 * What a report can say of an activity. `null` means nothing was said;
 * an empty string in a text field means it was said that there is none ("ไม่มี").
 */
export interface Fields extends Record<TextField, string | null> {
  status: Status | null;
  /** Progress of the work, 0–100. */
  percent: number | null;
  /** Reached so far against the indicator. */
  actual: Actual | null;
  /** Spent to date, not since the last report. */
  spent: Satang | null;
  /** ISO date of the work: day done, planned or postponed to. */
  date: string | null;
}

export type FieldName = keyof Fields;
export const FIELD_NAMES = [
  'status',
  'percent',
  'actual',
  'spent',
  ...TEXT_FIELDS,
  'date',
] as const satisfies readonly FieldName[];

/** Over fields whose words are for few: figures, status and date stay. */
export const NO_TEXTS = textsOf(() => null);

export const NO_FIELDS: Readonly<Fields> = {
  status: null,
  percent: null,
  actual: null,
  spent: null,
  ...NO_TEXTS,
  date: null,
};

/** One node of the plan. Only leaves are reported on; parents roll up. */
export interface Activity {
  /** Dotted, Arabic digits: `1.2.1`. Unique in its plan. */
  code: string;
  /** As the plan prints it: `1.2 1)`. */
  label: string;
  parent: string | null;
  /** Position in the plan, depth first, from 0. */
  order: number;
  /** Depth, 0 for a top activity. */
  level: number;
  leaf: boolean;
  name: string;
  indicator: string | null;
  unit: string | null;
  target: number | null;
  /** What the plan itself says; a parent's may differ from the sum of its leaves. */
  budget: Satang | null;
  /** Planned months, `2021-04`, ascending; the last one's end is the due day. */
  months: string[];
  /** The group or person the plan names. */
  ownerGroup: string | null;
}

/** An office's action plan of one fiscal year, without its activities. */
export interface PlanHead {
  id: string;
  office: string;
  /** Buddhist era: 2564 runs from 2020-10-01 to 2021-09-30. */
  fiscalYear: number;
  title: string;
  programme: string | null;
  project: string | null;
  targetGroup: string | null;
  /** ISO dates, both included. */
  period: { start: string; end: string };
  /** Numbered text sections of part 1, in order. */
  sections: { heading: string; text: string }[];
}

export interface Plan extends PlanHead {
  /** In plan order, parents before children. */
  activities: Activity[];
}

/** Who reported, as it stood at that moment: later changes of name do not rewrite the report. */
export interface Reporter {
  /** Member id; null once the person was erased. */
  member: string | null;
  name: string;
  position: string;
}

/** What an activity has come to: the fold of its updates that still count. */
export interface ActivityState extends Fields {
  /** Sequence of the newest update ever made, voided ones included; 0 before the first. */
  seq: number;
  /** Grows with every change of it, also with those that keep the sequence: undo, unsending, erasure. */
  rev: number;
  reportedBy: Reporter | null;
  reportedAt: Date | null;
  /** Ids of evidence of the updates that count. */
  evidence: string[];
}
