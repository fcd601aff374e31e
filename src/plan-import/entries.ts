/** What the rows of a plan's tables come to before they are put into a tree: groups, activities, and rows that sum others. */
import type { Satang } from '../domain/money.ts';

export interface PlanEntry {
  at: string;
  kind: 'group' | 'activity';
  /** Of a group: how deep among groups that are open, by its column or its word. */
  depth: number;
  /** Has no number of its own and stands below one that has. */
  sub: boolean;
  /** As printed; `` for none. */
  label: string;
  name: string;
  indicator: string | null;
  unit: string | null;
  target: number | null;
  budget: Satang | null;
  budgetAt: string;
  fund: string | null;
  months: string[];
  owner: string | null;
  /** Sheet or table it stands in. */
  grid: string;
  /** Sheets count from 0: groups and numbers of one say nothing of the next. */
  section: number;
}

/** A row that sums others: compared, never imported. */
export interface TotalRow {
  at: string;
  name: string;
  stated: Satang;
  /** How many entries stand before it. */
  after: number;
  /** It speaks of the whole plan, not of a part. */
  whole: boolean;
  grid: string;
}

export interface PlanRows {
  entries: PlanEntry[];
  section: number;
  totals: TotalRow[];
}

export function entry(at: string, grid: string, name: string, rest: Partial<PlanEntry> = {}): PlanEntry {
  return {
    at,
    kind: 'activity',
    depth: 0,
    sub: false,
    label: '',
    name,
    indicator: null,
    unit: null,
    target: null,
    budget: null,
    budgetAt: at,
    fund: null,
    months: [],
    owner: null,
    grid,
    section: 0,
    ...rest,
  };
}
