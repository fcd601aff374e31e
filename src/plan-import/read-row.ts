/** Reads one row of a table: a total, a group, a line of its own, more of the row above, or an activity; read-rows calls it. */
import { footNotes, pageLine, subRows } from '../text/plan-row-words.ts';
import { planWords } from '../text/plan-words.ts';
import { plainDigits, tidy } from './cells.ts';
import { entry, type PlanEntry } from './entries.ts';
import { textOf } from './find-tables.ts';
import { unitLine } from './heading-sense.ts';
import { columnsHolding } from './mapping.ts';
import { readMoneyCell } from './money-text.ts';
import { readActivityRow } from './read-activity.ts';
import { readBelow, readMore, readUnder, unusedRow } from './read-more.ts';
import { readTotal } from './read-total.ts';
import { groupDepth, groupWord, numbered, type RowState } from './row-state.ts';
import { fieldCell, fieldText, rowMoney } from './row-values.ts';
import type { RowReader } from './row-values.ts';
import { cellAt, placeOf } from './source.ts';

/** A row that holds something. */
interface Row {
  row: number;
  at: string;
  /** Of the first column that holds something. */
  column: number;
  /** All its cells, from left to right. */
  texts: readonly string[];
  /** The number in its own column, as printed. */
  printed: string;
  /** The same, where it is not its group's. */
  label: string;
  /** Lines kept. */
  name: string;
}

/** A row is the first of these that it can be. @param columns that hold something. */
export function readRow(
  state: RowState,
  row: number,
  columns: readonly number[],
  texts: readonly string[],
): void {
  const { reader, rows } = state;
  const one = rowOf(state, row, columns[0]!, texts);
  const { at, printed, label, name } = one;
  if (readTotal(state, row, at, printed, name, texts)) return;
  if (texts.length === 1 && isFootNote(printed) && !printed.startsWith('('))
    return sayFootNote(reader, at, printed);
  if (name === '' && isWords(printed)) return addGroup(state, at, printed, row);
  if (readAlone(state, one)) return;
  readGroupColumns(state, row, state.groupLabels ? printed : '');
  const last = rows.entries.at(-1);
  if (name === '' || (planWords.nothing.includes(name) && last?.kind === 'group'))
    return readNameless(state, one, last);
  if (last && state.hasLabels && label === '' && !isNumbered(name)) return readUnnumbered(state, one, last);
  if (!state.hasLabels && othersIn(one) === 0 && label === '' && groupWord(name) !== null)
    return addGroup(state, at, name, row);
  readActivityRow(reader, row, rows, { label, name, sub: false });
}

function rowOf(state: RowState, row: number, column: number, texts: readonly string[]): Row {
  const { reader, groupLabels } = state;
  const printed = labelText(state, row);
  return {
    row,
    at: placeOf(reader.mapping.table.grid, row, column),
    column,
    texts,
    printed,
    label: groupLabels ? '' : printed,
    name: fieldText(reader, row, 'name'),
  };
}

/** The number as it was typed, though the spreadsheet made a day of it, or took 1.10 for 1.1; either is told. */
function labelText({ reader, rows }: RowState, row: number): string {
  const found = fieldCell(reader, row, 'label');
  const text = tidy(fieldText(reader, row, 'label'));
  const value = found?.cell.value;
  const above = plainDigits(rows.entries.findLast(({ label }) => label !== '')?.label ?? '');
  if (found && typeof value === 'object' && value !== null && 'day' in value) {
    const label = dayAsNumber(value.day, above);
    reader.say(found.at, 'label-was-day', value.day, label);
    return label;
  }
  const last = plainDigits(rows.entries.at(-1)?.label ?? '');
  if (!found || typeof value !== 'number' || !isTenthAfter(last, text)) return text;
  reader.say(found.at, 'label-lost-nought', text, `${text}0`);
  return `${text}0`;
}

/** 1.2 became the first of February, or the second of January where that fits the number above. */
function dayAsNumber(day: string, above: string): string {
  const [, month, date] = day.split('-').map(Number);
  const isMonthFirst = Number(/\d+/.exec(above)?.[0]) === month && month !== date;
  return isMonthFirst ? `${month}.${date}` : `${date}.${month}`;
}

/** Whether 1.1 stands after 1.9, or 1.2 after 1.19. */
function isTenthAfter(last: string, text: string): boolean {
  const [, whole, tenths] = /^(\d+)\.([1-9])$/.exec(text) ?? [];
  return whole !== undefined && last === `${whole}.${Number(tenths) * 10 - 1}`;
}

/** How many cells hold something besides the name and its number. */
function othersIn({ texts, label }: Row): number {
  return texts.length - (label === '' ? 1 : 2);
}

/** A single cell is a line of its own where it runs over much of the table, or stands where names do. */
function readAlone(state: RowState, { row, at, column, texts, printed, name }: Row): boolean {
  if (texts.length !== 1) return false;
  const { columns, table } = state.reader.mapping;
  const isWide = (cellAt(table.grid, row, column)?.spans ?? 1) >= Math.max(3, columns.length / 2);
  const use = columns.find((one) => one.column === column)?.use;
  const inNames =
    use === undefined ||
    'unused' in use ||
    ('field' in use && ['label', 'name', 'group', 'code'].includes(use.field));
  if (!isWide && !(inNames && (name === '' || printed !== ''))) return false;
  return readLine(state, row, at, texts[0]!, isWide);
}

/** A row without a name says more of what stands above it. */
function readNameless(state: RowState, one: Row, last: PlanEntry | undefined): void {
  const { row, at, texts, label, name } = one;
  const isCovered = name === '' && fieldText(state.reader, row, 'name', true) !== '';
  if (last?.kind === 'group' && name !== '') readUnder(state, row, last);
  else if (last && (isCovered || label === '')) readMore(state, row, last, at, texts);
  else if (!isOnlyLabel(texts, label)) unusedRow(state, row, at, texts);
}

/** A name without a number among names that have one: a group, more of the row above, or a part of it. */
function readUnnumbered(state: RowState, one: Row, last: PlanEntry): void {
  const { reader, rows } = state;
  const { row, at, name } = one;
  const others = othersIn(one);
  const hasMoney = columnsHolding(reader.mapping, 'budget').some(({ column }) => isOwn(state, row, column));
  const isGroup = groupWord(name) !== null && !subRows.test(name);
  if (isGroup && others === (hasMoney ? 1 : 0)) return addGroup(state, at, name, row);
  if (!hasMoney && readBelow(state, row, last, name, others, at)) return;
  readActivityRow(reader, row, rows, { label: '', name: name.replace(/^[-•–*·●▪]\s*/, ''), sub: true });
}

/** `1)`, `2.`, or a number of several parts. */
function isNumbered(name: string): boolean {
  return /^\(?[\d\u0e50-\u0e59]+[.)]|^[\d\u0e50-\u0e59]+\.[\d\u0e50-\u0e59]/.test(name);
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

function isWords(text: string): boolean {
  return /[a-z\u0e01-\u0e2e]{4}/i.test(text.replace(/[\u0e30-\u0e4e]/g, ''));
}

function isOnlyLabel(texts: readonly string[], label: string): boolean {
  return texts.length === 1 && texts[0] === label;
}

/** Whether these words begin what is written below a table. */
export function isFootNote(text: string): boolean {
  const lower = text.toLowerCase();
  return footNotes.some((word) => lower.startsWith(word));
}

/** A note below the table is told, and is no row of it. */
export function sayFootNote({ say }: RowReader, at: string, text: string): void {
  say(at, /\d{3}/.test(text) ? 'row-unused' : 'column-unused', text, 'line');
}

/** A line that stands alone: a group of what follows, a caption, a note below the table. */
function readLine(state: RowState, row: number, at: string, text: string, isWide: boolean): boolean {
  const { reader, rows } = state;
  if (unitLine(text) !== null) return true;
  if (isFootNote(text)) {
    sayFootNote(reader, at, text);
    return true;
  }
  if (pageLine.test(text)) return true;
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
  const { label, name } = numbered(tidy(text));
  rows.entries.push(
    entry(at, reader.mapping.table.grid.name, name, {
      kind: 'group',
      depth: groupDepth(text),
      label,
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
    const own = numbered(text);
    rows.entries.push(
      entry(placeOf(grid, row, column), grid.name, own.name, {
        kind: 'group',
        depth: index,
        label: index === 0 && label !== '' ? label : own.label,
      }),
    );
  }
}
