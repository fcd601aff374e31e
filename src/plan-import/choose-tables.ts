/** Decides which tables of a source are the plan's, and what the others are; understand.ts calls it. */
import { planWords } from '../text/plan-words.ts';
import { tidy } from './cells.ts';
import { finding, type ImportFinding } from './findings.ts';
import { type FoundTable, type Headless, ownCells, type Table, textOf } from './find-tables.ts';
import { readMoneyCell } from './money-text.ts';
import { unitLine, unitOf } from './heading-sense.ts';
import { mapColumns } from './map-columns.ts';
import { columnsHolding, type Mapping, type Override } from './mapping.ts';
import { cellAt, type Grid, rowNumbers } from './source.ts';

export interface ChosenTables {
  plan: Mapping[];
  /** Grids and tables that are not the plan's, with what they hold: money is compared later. */
  others: { grid: Grid; mapping: Mapping | null }[];
  findings: ImportFinding[];
}

export interface TableContext {
  fiscalYear: number | null;
  /** Said by a person: a power of ten of a baht. */
  unit: number | null;
  overrides: readonly Override[];
}

/** @param found visible tables and grids, in order. */
export function chooseTables(found: readonly FoundTable[], context: TableContext): ChosenTables {
  const findings: ImportFinding[] = [];
  const mapped: { mapping: Mapping | null; headless: Headless | null; grid: Grid }[] = [];
  let caption: number | null = null;
  for (const one of found) {
    const above = one.kind === 'table' ? one.table.above : one.headless.above;
    const own = above.map(unitLine).findLast((power) => power !== null) ?? null;
    const named =
      one.kind === 'table' ? (unitLine(one.table.grid.name) ?? unitInName(one.table.grid.name)) : null;
    // A unit above the first table holds for those that go on with it.
    caption =
      own ??
      named ??
      (one.kind === 'table' && one.table.grid.kind === 'sheet' && !isSameGrid(one, mapped.at(-1)?.grid)
        ? null
        : caption);
    if (one.kind === 'table') {
      const mapping = mapColumns(one.table, { ...context, caption: context.unit ?? caption });
      if (context.unit !== null) for (const column of mapping.columns) column.power = context.unit;
      mapped.push({ mapping, headless: null, grid: one.table.grid });
      continue;
    }
    const before = mapped.findLast(({ mapping }) => mapping !== null)?.mapping ?? null;
    const continued =
      before && continueTable(before, one.headless, { ...context, caption: context.unit ?? caption });
    if (continued) findings.push(finding(placeName(one.headless.grid), 'table-continued'));
    mapped.push({ mapping: continued, headless: one.headless, grid: one.headless.grid });
  }
  const named = mapped.filter(({ mapping }) => mapping !== null && hasName(mapping));
  const full = named.filter(({ mapping }) => isPlan(mapping!));
  const withMoney = named.filter(({ mapping }) => columnsHolding(mapping!, 'budget').length > 0);
  const chosen = full.length > 0 ? full : withMoney.length > 0 ? withMoney : named.slice(0, 1);
  const plan: Mapping[] = [];
  const others: ChosenTables['others'] = [];
  for (const one of mapped) {
    const { mapping, grid } = one;
    if (mapping && chosen.includes(one) && !isReport(mapping)) {
      if (isView(mapping, plan)) findings.push(finding(placeName(grid), 'table-same'));
      else plan.push(mapping);
    } else others.push({ grid, mapping });
  }
  return { plan, others, findings };
}

/** A sheet by its name, a Word table by its number. */
export function placeName(grid: Grid): string {
  return grid.name;
}

function isSameGrid(one: FoundTable, grid: Grid | undefined): boolean {
  return one.kind === 'table' && one.table.grid === grid;
}

function unitInName(name: string): number | null {
  return /\(/.test(name) ? unitOf(name) : null;
}

function hasName(mapping: Mapping): boolean {
  return columnsHolding(mapping, 'name').length > 0 || columnsHolding(mapping, 'group').length > 0;
}

/** Tables of reports name activities and money too; those of plans say who, when or how well. */
function isPlan(mapping: Mapping): boolean {
  const months = mapping.columns.some(({ use }) => 'months' in use && use.months !== undefined);
  return (
    months ||
    (['months', 'start', 'owner', 'indicator', 'target'] as const).some(
      (field) => columnsHolding(mapping, field).length > 0,
    )
  );
}

/** A report on the plan: it says what came of it, and neither who nor when. */
function isReport(mapping: Mapping): boolean {
  const results = mapping.columns.filter(
    ({ use, filled }) => 'unused' in use && use.field === 'result' && filled > 0,
  );
  const planned =
    mapping.columns.some(({ use }) => 'months' in use) ||
    columnsHolding(mapping, 'months').length > 0 ||
    columnsHolding(mapping, 'owner').length > 0;
  return results.length > 0 && !planned;
}

/** The same names with the same money again: another view of what was read. */
function isView(mapping: Mapping, plan: readonly Mapping[]): boolean {
  const own = rowKeys(mapping);
  if (own.length === 0) return false;
  const seen = new Set(plan.flatMap(rowKeys));
  return own.every((key) => seen.has(key));
}

function rowKeys(mapping: Mapping): string[] {
  const name = columnsHolding(mapping, 'name')[0];
  const budget = columnsHolding(mapping, 'budget')[0];
  if (!name) return [];
  const { grid, body } = mapping.table;
  return body.flatMap((row) => {
    const cell = cellAt(grid, row, name.column);
    const text = tidy(textOf(cell));
    if (text === '' || cell?.covered !== undefined || planWords.total.includes(text)) return [];
    const money = budget && readMoneyCell(cellAt(grid, row, budget.column), budget.power ?? 0)?.satang;
    return [`${text.replace(/\s+/g, '')}|${money ?? ''}`];
  });
}

/** A grid without headings goes on with the table before it where its columns hold the same kinds of things. */
function continueTable(
  before: Mapping,
  { grid }: Headless,
  context: TableContext & { caption: number | null },
): Mapping | null {
  const rows = rowNumbers(grid);
  const columns = (of: Grid): number =>
    Math.max(0, ...rowNumbers(of).flatMap((row) => Object.keys(of.rows[row]!).map(Number)));
  const width = columns(grid);
  const used = before.columns.filter(({ filled }) => filled > 0);
  const last = Math.max(0, ...used.map(({ column }) => column));
  if (rows.length === 0 || before.table.grid.kind !== grid.kind || width < 2) return null;
  if (
    grid.kind === 'table' ? width !== columns(before.table.grid) : width > last || width < Math.min(last, 3)
  )
    return null;
  const table: Table = { grid, first: 0, last: 0, body: rows, paths: before.table.paths, above: [] };
  const mapping = mapColumns(table, context);
  for (const [index, column] of mapping.columns.entries()) {
    const same = before.columns.find((one) => one.column === column.column);
    if (same) mapping.columns[index] = { ...column, use: same.use, power: same.power };
  }
  const fits = rows.filter((row) => rowFits(mapping, row)).length;
  return fits * 2 > rows.length ? mapping : null;
}

function rowFits(mapping: Mapping, row: number): boolean {
  const { grid } = mapping.table;
  const name = columnsHolding(mapping, 'name')[0];
  const budget = columnsHolding(mapping, 'budget')[0];
  const text = name ? tidy(textOf(cellAt(grid, row, name.column))) : '';
  if (!/[a-z\u0e01-\u0e2e]{2}/i.test(text) && ownCells(grid, row).length > 1) return false;
  const cell = budget && cellAt(grid, row, budget.column);
  const label = columnsHolding(mapping, 'label')[0];
  const numbered = !label || /^[\d\u0e50-\u0e59]|^$/.test(tidy(textOf(cellAt(grid, row, label.column))));
  return numbered && (!cell || readMoneyCell(cell, 0) !== null);
}
