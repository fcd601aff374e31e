/** Part 1: the plan's table with its months as bars by quarter; content.ts calls it. */
import type { ReportModel, ReportRow } from '../domain/report-model.ts';
import { decimal, money, shortMonth } from '../text/format.ts';
import { texts } from '../text/index.ts';
import type { ReportSettings } from './settings.ts';

export interface PlanTable {
  heads: {
    activity: string;
    indicator: string;
    target: string;
    unit: string;
    amount: string;
    budget: string;
    months: string;
    owner: string;
  };
  /** Quarters of the fiscal year from the first with a planned month to the last, three months each; a month's name and its year are two lines. */
  quarters: { text: string; months: string[] }[];
  rows: PlanRow[];
}

export interface MonthStretch {
  /** In months. */
  length: number;
  planned: boolean;
}

export interface PlanRow {
  kind: 'branch' | 'leaf' | 'total';
  level: number;
  name: string;
  indicator: string;
  unit: string;
  target: { text: string; number: number | null };
  budget: { text: string; number: number | null };
  /** The months shown, from left to right: planned stretches as one, the rest month by month (or merged, see below). */
  slots: MonthStretch[];
  owner: string;
}

/** @returns the plan as a table; a node that carries no figure of its own shows a dash, as plans do. */
export function planTable(model: ReportModel, settings: ReportSettings): PlanTable {
  const { reports: say } = texts(settings.language);
  const months = monthsOfYear(model.fiscalYear);
  const planned = model.rows.flatMap((row) => row.months).filter((month) => months.includes(month));
  const first =
    planned.length > 0 ? Math.min(...planned.map((month) => Math.floor(months.indexOf(month) / 3))) : 0;
  const shown = months.slice(first * 3);
  const merge = model.rows.length > GRID_ROWS;
  const { columns } = say;
  return {
    heads: {
      activity: columns.activity,
      indicator: columns.indicator,
      target: columns.target,
      unit: columns.unit,
      amount: columns.amount,
      budget: columns.budget,
      months: columns.months,
      owner: columns.owner,
    },
    quarters: [0, 1, 2, 3].slice(first).map((quarter) => ({
      text: say.quarter(quarter + 1),
      months: months
        .slice(quarter * 3, quarter * 3 + 3)
        .map((month) => shortMonth(month, settings.language).replace(' ', '\n')),
    })),
    rows: [...model.rows.map((row) => planRow(row, shown, merge, settings)), totalRow(model, settings)],
  };
}

const NO_FIGURE = '-';
/** Beyond this many rows, months without work are drawn as one: cell by cell they would be most of the file. */
const GRID_ROWS = 300;

function planRow(
  row: ReportRow,
  shown: readonly string[],
  merge: boolean,
  settings: ReportSettings,
): PlanRow {
  const { reports: say, words } = texts(settings.language);
  const noBudget = row.budgetIn === null ? words.noBudget : say.budgetIn(row.budgetIn);
  return {
    kind: row.leaf ? 'leaf' : 'branch',
    level: row.level,
    name: `${row.label} ${row.name}`,
    indicator: row.indicator ?? NO_FIGURE,
    unit: row.unit ?? NO_FIGURE,
    target: { text: row.target === null ? NO_FIGURE : decimal(row.target), number: row.target },
    budget: row.budget
      ? { text: money(row.budget), number: row.budget / 100 }
      : { text: noBudget, number: null },
    slots: slotsOf(row.months, shown, merge),
    owner: row.ownerGroup ?? NO_FIGURE,
  };
}

function totalRow(model: ReportModel, settings: ReportSettings): PlanRow {
  const none = { indicator: '', unit: '', owner: '', slots: [], target: { text: '', number: null } };
  const { budget } = model.totals;
  const name = texts(settings.language).reports.total;
  return { kind: 'total', level: 0, name, ...none, budget: { text: money(budget), number: budget / 100 } };
}

/** October to September of a fiscal year of the Buddhist era. */
function monthsOfYear(fiscalYear: number): string[] {
  const year = fiscalYear - 543;
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 9) % 12) + 1;
    return `${month >= 10 ? year - 1 : year}-${String(month).padStart(2, '0')}`;
  });
}

/** Joins neighbouring planned months to one slot; unplanned ones too where `merge` says so. */
function slotsOf(months: readonly string[], shown: readonly string[], merge: boolean): MonthStretch[] {
  const slots: MonthStretch[] = [];
  for (const month of shown) {
    const planned = months.includes(month);
    const last = slots.at(-1);
    if (last && last.planned === planned && (planned || merge)) last.length += 1;
    else slots.push({ length: 1, planned });
  }
  return slots;
}
