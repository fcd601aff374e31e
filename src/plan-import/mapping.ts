/** What the columns of a table were taken for: the shape that a person sees, changes, and an office keeps. */
import type { HeadingField } from '../text/plan-headings.ts';
import type { Satang } from '../domain/money.ts';
import type { Table } from './find-tables.ts';

/** Fields that go into the plan. */
export const PLAN_FIELDS = [
  'label',
  'code',
  'parent',
  'group',
  'name',
  'indicator',
  'unit',
  'target',
  'budget',
  'fund',
  'owner',
  'months',
  'start',
  'end',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Why a column does not go into the plan. */
export type Unused =
  /** The heading is not known. */
  | 'unknown'
  /** Known, but no part of a plan: remarks, objectives, results. */
  | 'aside'
  /** A part of the sum that was taken. */
  | 'part'
  | 'other-year'
  /** Money spread over months or quarters. */
  | 'spread'
  /** Money spent or left. */
  | 'other-money'
  /** Another column was taken for the same. */
  | 'double'
  /** A person said so. */
  | 'said';

export type Use =
  | { field: PlanField }
  | { months: number[]; year: number | null }
  | { unused: Unused; field?: HeadingField; months?: number[]; year?: number | null };

export interface MappedColumn {
  column: number;
  /** `C`, as Excel names it. */
  letter: string;
  /** All headings over it. */
  heading: string;
  use: Use;
  /** Of money: the power of ten of a baht that its numbers count in; null where nothing says so. */
  power: number | null;
  /** How the use was found: by its words, by what its cells hold, or by a person. */
  by: 'words' | 'cells' | 'person';
  /** Cells that hold something. */
  filled: number;
  samples: string[];
  /** What its numbers come to, where they may be money. */
  sum: Satang | null;
}

export interface Mapping {
  table: Table;
  columns: MappedColumn[];
}

/** Said by a person: a heading (or `C`, or `sheet!C`) is that field; null: not used. */
export type Override = { heading: string; field: PlanField | null };

export function fieldOfColumn(column: MappedColumn): PlanField | null {
  return 'field' in column.use && column.use.field !== undefined && !('unused' in column.use)
    ? (column.use.field as PlanField)
    : null;
}

export function columnsHolding(mapping: Mapping, field: PlanField): MappedColumn[] {
  return mapping.columns.filter((column) => fieldOfColumn(column) === field);
}
