/** Fourth stage: reads the rows of a table as groups, activities and totals, joining what belongs together; understand.ts calls it. */
import { columnCount, signature } from '../text/plan-row-words.ts';
import { tidy } from './cells.ts';
import { entry, type PlanRows } from './entries.ts';
import type { Say } from './findings.ts';
import { ownCells, textOf } from './find-tables.ts';
import { unitLine } from './heading-sense.ts';
import { columnsHolding, type MappedColumn, type Mapping } from './mapping.ts';
import { isFootNote, readRow, sayFootNote } from './read-row.ts';
import { groupDepth, groupWord, numbered, type RowState } from './row-state.ts';
import { makeReader } from './row-values.ts';
import { cellAt, placeOf } from './source.ts';

/** Adds the rows of one table to those read so far: a plan runs on over several. */
export function addRows(
  mapping: Mapping,
  fiscalYear: number | null,
  rows: PlanRows,
  say: Say,
  caption: string | null = null,
): void {
  const reader = makeReader(mapping, fiscalYear, say);
  const { grid, body, first } = mapping.table;
  const before = rows.entries.length;
  // A sheet with headings of its own begins anew.
  if (grid.kind === 'sheet' && first > 0 && before > 0 && rows.entries.at(-1)!.grid !== grid.name)
    rows.section += 1;
  const hidden = new Set(grid.hiddenRows);
  const groupLabels = numbersGroups(mapping);
  const state: RowState = {
    reader,
    rows,
    open: new Map(),
    hasLabels: !groupLabels && labelled(mapping),
    groupLabels,
    firstOfTable: true,
  };
  if (caption !== null) {
    const { label, name } = numbered(caption);
    // beside the lines of its kind, above all where each table has one
    const depth = hasLinesLike(mapping, caption) ? groupDepth(caption) : -1;
    rows.entries.push(entry(grid.name, grid.name, name, { kind: 'group', depth, label }));
  }
  const end = endOf(mapping);
  for (const [index, row] of body.entries()) {
    const own = ownCells(grid, row);
    if (own.length === 0) continue;
    const texts = own.map(([, cell]) => tidy(textOf(cell)));
    if (index >= end) {
      sayFootNote(reader, placeOf(grid, row, own[0]![0]), texts.join(' · '));
      continue;
    }
    if (own.length >= 3 && texts.every((text) => columnCount.test(text)) && isCounting(texts)) continue;
    if (hidden.has(row)) say(placeOf(grid, row, own[0]![0]), 'row-hidden', texts.join(' · '));
    readRow(
      state,
      row,
      own.map(([column]) => column),
      texts,
    );
    state.firstOfTable = false;
  }
  for (const one of rows.entries.slice(before)) one.section = rows.section;
}

/**
 * Where in the body notes and signatures begin: a note, where no row with more than one cell follows; a signature, where
 * none that is numbered follows, or has money where none is numbered.
 */
function endOf(mapping: Mapping): number {
  const { grid, body } = mapping.table;
  const texts = body.map((row) => ownCells(grid, row).map(([, cell]) => tidy(textOf(cell))));
  const after = (last: number, begins: (row: readonly string[]) => boolean): number => {
    const found = texts.findIndex((row, index) => index > last && row.length > 0 && begins(row));
    return found < 0 ? body.length : found;
  };
  const kept = (['label', 'budget'] as const).map((field) => columnsHolding(mapping, field)).find(isFilled);
  const numbered = body.findLastIndex((row) =>
    (kept ?? []).some(({ column }) => /[\d\u0e50-\u0e59]/.test(textOf(cellAt(grid, row, column)))),
  );
  const wide = texts.findLastIndex((row) => row.length > 1 && !row.every(isFootNote));
  const signed = after(numbered, (row) => row.some((text) => signature.test(text)));
  return Math.min(
    signed,
    after(wide, (row) => row.every(isFootNote)),
  );
}

const isFilled = (columns: readonly MappedColumn[]): boolean => columns.some(({ filled }) => filled > 0);

function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0]));
  return numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
}

/** The line over each table that names its group, where several tables have one; a page that goes on has none. */
export function groupCaptions(mappings: readonly Mapping[]): (string | null)[] {
  const captions = mappings.map(({ table }) => {
    const line = tidy(table.above.findLast((one) => unitLine(one) === null) ?? '');
    const isGroup = groupWord(line) !== null || /^[\d\u0e50-\u0e59]{1,2}[.)]\s*\S/.test(line);
    return isGroup && line.length < 150 && !/\d{4}|[\u0e50-\u0e59]{4}/.test(line) ? line : null;
  });
  const different = new Set(captions.filter((caption) => caption !== null));
  if (different.size > 1) return captions;
  return captions.map((caption, index) =>
    caption && hasLinesLike(mappings[index]!, caption) ? caption : null,
  );
}

/** Whether lines within the table name groups by the same word, as where headings are repeated over each. */
function hasLinesLike({ table: { grid, body } }: Mapping, caption: string): boolean {
  const word = groupWord(caption);
  return body.some((row) => {
    const [only, ...more] = ownCells(grid, row);
    return (
      word !== null && only !== undefined && more.length === 0 && groupWord(tidy(textOf(only[1]))) === word
    );
  });
}

/** Whether the rows are numbered, in a column of their own or before their names. */
function labelled(mapping: Mapping): boolean {
  const label = columnsHolding(mapping, 'label')[0];
  if (label) return label.filled > 0;
  const name = columnsHolding(mapping, 'name')[0];
  return name !== undefined && name.samples.some((text) => /^\(?[\d\u0e50-\u0e59]+[.)]/.test(text));
}

/** Whether a column of numbers stands before a column of groups and counts those. */
function numbersGroups(mapping: Mapping): boolean {
  const label = columnsHolding(mapping, 'label')[0];
  const group = columnsHolding(mapping, 'group')[0];
  const name = columnsHolding(mapping, 'name')[0];
  if (!label || !group || !name || label.column > group.column) return false;
  return label.filled <= group.filled && group.filled < name.filled;
}
