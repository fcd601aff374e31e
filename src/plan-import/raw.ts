/** A plan as it was typed, before anything is believed: what the readers of files hand to draftPlan. */

/** Why a cell has no usable value at all. */
export type CellFault = 'error-value' | 'formula-empty' | 'wrong-kind' | 'not-object' | 'not-list';

/** What stood in a cell. A day is what Excel made of something that looked like a date. */
export type RawValue =
  string | number | boolean | null | { day: string } | { fault: CellFault; text: string };

/** One value and where it stood: `กิจกรรม!H7`, or `activities[3].budgetBaht`. */
export interface RawCell {
  at: string;
  value: RawValue;
}

export const COLUMNS = [
  'label',
  'code',
  'parent',
  'name',
  'indicator',
  'unit',
  'target',
  'budget',
  'owner',
  'months',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A tick under a month's heading. */
export interface RawTick {
  /** 1 = January. */
  month: number;
  /** As the heading writes it (2 or 4 digits), null when it names none. */
  year: number | null;
  cell: RawCell;
}

export interface RawRow {
  /** Names the row itself, for problems that concern no single cell. */
  at: string;
  /** Missing: the cell is empty. A null value: said to be nothing (JSON). */
  cells: Partial<Record<Column, RawCell>>;
  /** Names a cell of this row that stands empty. */
  place: (column: Column) => string;
  ticks: RawTick[];
  /** More cells that each name months, as the list in JSON. */
  monthList: RawCell[];
  hidden: boolean;
  /** Power of ten of a baht that the row's budget counts in; 0 when left out. */
  power?: number;
  /** What stands where a row should be, when it is none at all (JSON). */
  stray?: RawCell;
}

export const HEAD_FIELDS = [
  'office',
  'fiscalYear',
  'title',
  'programme',
  'project',
  'targetGroup',
  'start',
  'end',
] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

export interface RawPlan {
  head: Partial<Record<HeadField, RawCell>>;
  /** Names a head field that is missing. */
  headPlace: (field: HeadField) => string;
  parentAgencies: RawCell[];
  sections: { heading: RawCell; text: RawCell }[];
  rows: RawRow[];
  /** Where rows were expected, for a plan without any. */
  rowsAt: string;
  /** Of JSON, whose places are paths: the code of each activity in the order of the file, '' where it has none. */
  codes?: string[];
}

/** The words of a language that the reading needs; src/text has them. All lower case. */
export interface PlanWords {
  /** January first; every way to write it. */
  months: readonly (readonly string[])[];
  /** "to" between two months. */
  until: readonly string[];
  /** "and" between months. */
  and: readonly string[];
  quarter: readonly string[];
  wholeYear: readonly string[];
  /** Words around months that say nothing: "เดือน". */
  filler: readonly string[];
  era: readonly string[];
  /** A mark under a month: planned. */
  tick: readonly string[];
  /** A mark under a month: not planned. */
  noTick: readonly string[];
  /** A mark that begins or ends a span of months. */
  spanStart: readonly string[];
  spanEnd: readonly string[];
  /** Nothing here: "-". */
  nothing: readonly string[];
  /** No money is needed: zero, as against nothing said. */
  free: readonly string[];
  currency: readonly string[];
  multiples: readonly { word: string; times: number }[];
  /** Begin a number: "กิจกรรมที่ 1". */
  numberPrefixes: readonly string[];
  /** Letters that number things, in counting order. */
  letters: readonly string[];
  /** Names of a row that sums the others. */
  total: readonly string[];
}
