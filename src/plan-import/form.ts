/** The project's own form as one layout: its head and text sheets, and rows that are taken cell by cell, each with its address. */
import { headLabels, sheetNames } from '../text/plan-words.ts';
import type { Table } from './find-tables.ts';
import { shownPower } from './money-text.ts';
import { headingKey } from './heading-sense.ts';
import { columnsHolding, type MappedColumn, type Mapping, type PlanField } from './mapping.ts';
import {
  type Column,
  COLUMNS,
  HEAD_FIELDS,
  type HeadField,
  type RawCell,
  type RawPlan,
  type RawRow,
  type RawValue,
} from './raw.ts';
import { cellAt, columnName, type Grid, type GridCell, placeOf, rowNumbers, type Source } from './source.ts';

/** Below a merged block these columns mean the same again; money and names would count twice. */
const REPEATED: readonly Column[] = ['owner', 'indicator', 'unit', 'months'];
/** Columns in which Excel's 1.1 may be shown, and meant, as 1.10. */
const NUMBERING: readonly Column[] = ['label', 'code', 'parent'];

export interface FormSheets {
  head: Grid | null;
  sections: Grid | null;
  /** Instructions and the example. */
  ignored: Grid[];
}

/** The sheets of a form that hold no activities, by their names. */
export function formSheets(source: Source): FormSheets {
  const grids = source.blocks.flatMap((block) =>
    block.kind === 'grid' && block.grid.kind === 'sheet' ? [block.grid] : [],
  );
  const named = (names: readonly string[]): Grid[] =>
    grids.filter(({ name }) => names.includes(headingKey(name)));
  const head = named(sheetNames.head).find(isHeadSheet) ?? null;
  return {
    head,
    sections: head ? (named(sheetNames.sections)[0] ?? null) : null,
    ignored: head ? named(sheetNames.ignored) : [],
  };
}

function isHeadSheet(grid: Grid): boolean {
  const keys = rowNumbers(grid).map((row) => headingKey(cellAt(grid, row, 1)?.value));
  return (['office', 'fiscalYear', 'title'] as const).some((field) =>
    keys.some((key) => headLabels[field].includes(key)),
  );
}

/** Whether a table is the form's own: numbered, with the headings that the form has. */
export function isFormTable({ table }: Mapping): boolean {
  const keys = [...table.paths.values()].map((path) => headingKey(path[0]));
  const has = (names: readonly string[]): boolean =>
    keys.some((key) => names.includes(key.replace(/\.$/, '')));
  return has(FORM_LABELS) && has(FORM_NAMES);
}
const FORM_LABELS = headLabels.formLabel;
const FORM_NAMES = headLabels.formName;

/** Cells of all tables in the form's layout. */
export function formRows(mappings: readonly Mapping[]): RawRow[] {
  return mappings.flatMap((mapping) => {
    const hidden = new Set(mapping.table.grid.hiddenRows);
    return mapping.table.body.map((row) => formRow(mapping, row, hidden.has(row)));
  });
}

function formRow(mapping: Mapping, number: number, hidden: boolean): RawRow {
  const { grid } = mapping.table;
  const columnAt = (column: Column): number | undefined => formColumn(mapping, column)?.column;
  const name = columnAt('name') ?? 1;
  const row: RawRow = {
    at: placeOf(grid, number, name),
    cells: {},
    place: (column) => placeOf(grid, number, columnAt(column) ?? name),
    ticks: [],
    monthList: [],
    hidden,
  };
  for (const column of COLUMNS) {
    const mapped = formColumn(mapping, column);
    const cell = mapped && cellAt(grid, number, mapped.column);
    if (!mapped || !cell || cell.value === null) continue;
    if (cell.covered !== undefined && !(cell.covered === 'above' && REPEATED.includes(column))) continue;
    row.cells[column] = { at: placeOf(grid, number, mapped.column), value: formValue(column, cell) };
    if (column === 'budget') row.power = shownPower(cell, mapped.power ?? 0);
  }
  for (const { column, use } of mapping.columns) {
    if (!('months' in use) || !use.months) continue;
    const cell = cellAt(grid, number, column);
    if (!cell || cell.covered === 'above' || cell.value === null) continue;
    for (const month of use.months)
      row.ticks.push({
        month,
        year: use.year ?? null,
        cell: { at: placeOf(grid, number, column), value: cell.value },
      });
  }
  return row;
}

function formColumn(mapping: Mapping, column: Column): MappedColumn | undefined {
  return columnsHolding(mapping, column as PlanField)[0];
}

function formValue(column: Column, { value, shown }: GridCell): RawValue {
  if (typeof value !== 'number' || shown === undefined) return value;
  if (NUMBERING.includes(column)) return shown;
  return column === 'target' && shown.endsWith('%') ? shown : value;
}

type Head = Pick<RawPlan, 'head' | 'headPlace' | 'parentAgencies'>;

/** A sheet of two columns: what, and its value. */
export function readHeadSheet(sheet: Grid | null): Head {
  const head: Partial<Record<HeadField, RawCell>> = {};
  const parentAgencies: RawCell[] = [];
  const places = new Map<HeadField, string>();
  for (const row of sheet ? rowNumbers(sheet) : []) {
    const key = headingKey(cellAt(sheet!, row, 1)?.value);
    const at = placeOf(sheet!, row, 2);
    const cell = cellAt(sheet!, row, 2);
    const value = !cell || cell.covered !== undefined ? null : cell.value;
    if (headLabels.parentAgency.includes(key)) parentAgencies.push({ at, value });
    const field = HEAD_FIELDS.find((candidate) => headLabels[candidate].includes(key));
    if (!field || places.has(field)) continue;
    places.set(field, at);
    if (value !== null) head[field] = { at, value };
  }
  const fallback = sheet?.name ?? sheetNames.head[0] ?? '';
  return {
    head,
    parentAgencies,
    headPlace: (field) => places.get(field) ?? `${fallback} (${headLabels[field][0]})`,
  };
}

export function readSections(sheet: Grid | null): RawPlan['sections'] {
  return (sheet ? rowNumbers(sheet) : []).slice(1).map((row) => ({
    heading: { at: placeOf(sheet!, row, 1), value: cellAt(sheet!, row, 1)?.value ?? null },
    text: { at: placeOf(sheet!, row, 2), value: cellAt(sheet!, row, 2)?.value ?? null },
  }));
}

/** Where the rows of a table begin, for a plan without any. */
export function rowsAt({ grid, last }: Table): string {
  return `${grid.name}!${columnName(1)}${last + 1}`;
}
