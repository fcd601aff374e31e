/** Fourth stage: reads the rows of a table as groups, activities and totals, joining what belongs together; understand.ts calls it. */
import { columnCount, footNotes, subRows } from '../text/plan-row-words.ts';
import { planWords } from '../text/plan-words.ts';
import { readActivityRow } from './read-activity.ts';
import { tidy } from './cells.ts';
import { entry, type PlanRows } from './entries.ts';
import type { Say } from './findings.ts';
import { ownCells, textOf } from './find-tables.ts';
import { unitLine } from './heading-sense.ts';
import { columnsHolding, type Mapping } from './mapping.ts';
import { readMoneyCell } from './money-text.ts';
import { fieldText, makeReader, rowMoney } from './row-values.ts';
import { cellAt, placeOf } from './source.ts';
import { readTotal } from './read-total.ts';
import { readMore, unusedRow, readBelow, readUnder } from './read-more.ts';
import { groupWord, type RowState } from './row-state.ts';

/** A group's own number, and its name. */
const NUMBERED = /^(\(?[\d\u0e50-\u0e59]{1,3}(?:\.[\d\u0e50-\u0e59]{1,3})*[.)]?)\s+(.+)$/;

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
  if (caption !== null)
    rows.entries.push(
      entry(grid.name, grid.name, NUMBERED.exec(caption)?.[2] ?? caption, {
        kind: 'group',
        depth: -1,
        label: NUMBERED.exec(caption)?.[1] ?? '',
      }),
    );
  for (const row of body) {
    const own = ownCells(grid, row);
    if (own.length === 0) continue;
    const texts = own.map(([, cell]) => tidy(textOf(cell)));
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
  return different.size > 1 ? captions : captions.map(() => null);
}

/** Whether the rows are numbered, in a column of their own or before their names. */
function labelled(mapping: Mapping): boolean {
  const label = columnsHolding(mapping, 'label')[0];
  if (label) return label.filled > 0;
  const name = columnsHolding(mapping, 'name')[0];
  return name !== undefined && name.samples.some((text) => /^\(?[\d\u0e50-\u0e59]+[.)]/.test(text));
}

function readRow(state: RowState, row: number, columns: readonly number[], texts: readonly string[]): void {
  const { reader, rows } = state;
  const { grid } = reader.mapping.table;
  const printed = tidy(fieldText(reader, row, 'label'));
  const label = state.groupLabels ? '' : printed;
  const nameText = fieldText(reader, row, 'name');
  const at = placeOf(grid, row, columns[0]!);
  if (readTotal(state, row, at, printed, nameText, texts)) return;
  if (nameText === '' && isWords(printed)) return addGroup(state, at, printed, row);
  const isWide =
    (cellAt(grid, row, columns[0]!)?.spans ?? 1) >= Math.max(3, reader.mapping.columns.length / 2);
  const only = reader.mapping.columns.find(({ column }) => column === columns[0]);
  const inNames =
    only === undefined ||
    'unused' in only.use ||
    ('field' in only.use && ['label', 'name', 'group', 'code'].includes(only.use.field));
  if (texts.length === 1 && (isWide || (inNames && (nameText === '' || printed !== '')))) {
    if (readLine(state, row, at, texts[0]!, isWide)) return;
  }
  readGroupColumns(state, row, state.groupLabels ? printed : '');
  const isCovered = nameText === '' && fieldText(reader, row, 'name', true) !== '';
  const last = rows.entries.at(-1);
  if (nameText === '' || (planWords.nothing.includes(nameText) && last?.kind === 'group')) {
    if (last?.kind === 'group' && nameText !== '') readUnder(state, row, last);
    else if (last && (isCovered || label === '')) readMore(state, row, last, at, texts);
    else if (!isOnlyLabel(texts, label)) unusedRow(state, row, at, texts);
    return;
  }
  const money = columnsHolding(reader.mapping, 'budget').some(({ column }) => isOwn(state, row, column));
  const others = texts.length - (label === '' ? 1 : 2);
  if (
    label === '' &&
    last &&
    state.hasLabels &&
    !/^\(?[\d\u0e50-\u0e59]+[.)]|^[\d\u0e50-\u0e59]+\.[\d\u0e50-\u0e59]/.test(nameText)
  ) {
    const isGroup = groupWord(nameText) !== null && !subRows.test(nameText);
    if (isGroup && others === (money ? 1 : 0)) return addGroup(state, at, nameText, row);
    if (!money && readBelow(state, row, last, nameText, others, at)) return;
    readActivityRow(reader, row, rows, { label, name: nameText.replace(/^[-•–*·●▪]\s*/, ''), sub: true });
    return;
  }
  if (others === 0 && label === '' && groupWord(nameText) !== null && !state.hasLabels)
    return addGroup(state, at, nameText, row);
  readActivityRow(reader, row, rows, { label, name: nameText, sub: false });
}

function isOwn({ reader }: RowState, row: number, column: number): boolean {
  const cell = cellAt(reader.mapping.table.grid, row, column);
  return (
    cell !== undefined &&
    cell.covered === undefined &&
    cell.value !== null &&
    readMoneyCell(cell, 0)?.satang !== null
  );
}

/** Whether a column of numbers stands before a column of groups and counts those. */
function numbersGroups(mapping: Mapping): boolean {
  const label = columnsHolding(mapping, 'label')[0];
  const group = columnsHolding(mapping, 'group')[0];
  const name = columnsHolding(mapping, 'name')[0];
  if (!label || !group || !name || label.column > group.column) return false;
  return label.filled <= group.filled && group.filled < name.filled;
}

function isWords(text: string): boolean {
  return /[a-z\u0e01-\u0e2e]{4}/i.test(text.replace(/[\u0e30-\u0e4e]/g, ''));
}

function isOnlyLabel(texts: readonly string[], label: string): boolean {
  return texts.length === 1 && texts[0] === label;
}

/** A line that stands alone: a group of what follows, a caption, a note below the table. */
function readLine(state: RowState, row: number, at: string, text: string, isWide: boolean): boolean {
  const { reader, rows } = state;
  const lower = text.toLowerCase();
  if (unitLine(text) !== null) return true;
  if (footNotes.some((word) => lower.startsWith(word))) {
    reader.say(at, /\d{3}/.test(text) ? 'row-unused' : 'column-unused', text, 'line');
    return true;
  }
  if (/^[\d\u0e50-\u0e59]{1,3}[.)]?$/.test(text)) return true;
  if (isWide || groupWord(text) !== null || rows.entries.length === 0 || state.firstOfTable === false) {
    const named = fieldText(reader, row, 'name') !== '';
    if (!isWide && groupWord(text) === null && named) return false;
    addGroup(state, at, text, row);
    return true;
  }
  return false;
}

/** A group may say what its activities come to. */
function addGroup({ reader, rows }: RowState, at: string, text: string, row: number): void {
  const money = rowMoney(reader, row);
  const numbered = NUMBERED.exec(tidy(text));
  rows.entries.push(
    entry(at, reader.mapping.table.grid.name, numbered?.[2] ?? tidy(text), {
      kind: 'group',
      depth: 100 + (groupWord(text) ?? 99),
      label: numbered?.[1] ?? '',
      budget: money?.satang ?? null,
      budgetAt: money?.at ?? at,
    }),
  );
}

/** Opens the groups that a row names in columns left of its own name. */
function readGroupColumns(state: RowState, row: number, label: string): void {
  const { reader, rows, open } = state;
  const { grid } = reader.mapping.table;
  const groups = columnsHolding(reader.mapping, 'group');
  for (const [index, { column }] of groups.entries()) {
    const cell = cellAt(grid, row, column);
    const text = cell && cell.covered !== 'above' ? tidy(textOf(cell)) : '';
    if (text === '' || planWords.nothing.includes(text) || open.get(column) === text) continue;
    open.set(column, text);
    for (const { column: deeper } of groups.slice(index + 1)) open.delete(deeper);
    const numbered = NUMBERED.exec(text);
    rows.entries.push(
      entry(placeOf(grid, row, column), grid.name, numbered?.[2] ?? text, {
        kind: 'group',
        depth: index,
        label: index === 0 && label !== '' ? label : (numbered?.[1] ?? ''),
      }),
    );
  }
}
