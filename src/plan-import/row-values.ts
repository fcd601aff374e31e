/** What one row of a table says of each field, its columns being known; read-row asks. */
import { planWords } from '../text/plan-words.ts';
import { isEmptyCell, readTarget, tidy, tidyLines } from './cells.ts';
import type { Say } from './findings.ts';
import { textOf } from './find-tables.ts';
import { columnsHolding, type MappedColumn, type Mapping, type PlanField } from './mapping.ts';
import { type MoneyRead, readMoneyCell } from './money-text.ts';
import { readMonths, readTicks } from './months.ts';
import { ownerWords } from '../text/plan-row-words.ts';
import type { RawTick } from './raw.ts';
import { cellAt, type GridCell, placeOf } from './source.ts';

export interface RowReader {
  mapping: Mapping;
  /** B.E.; null: months cannot be placed. */
  fiscalYear: number | null;
  /** Shading under months is a mark in this table. */
  shadeMarks: boolean;
  say: Say;
}

export function makeReader(mapping: Mapping, fiscalYear: number | null, say: Say): RowReader {
  const { table, columns } = mapping;
  const times = columns.filter(({ use }) => 'months' in use && !('unused' in use));
  const cells = table.body.flatMap((row) => times.map(({ column }) => cellAt(table.grid, row, column)));
  const hasText = cells.some((cell) => cell && cell.value !== null && textOf(cell).trim() !== '');
  return { mapping, fiscalYear, shadeMarks: !hasText, say };
}

/** Text of a field's column in a row, lines kept; what a merged block repeats only where `repeated`. */
export function fieldText(reader: RowReader, row: number, field: PlanField, repeated = false): string {
  const found = fieldCell(reader, row, field, repeated);
  return found ? cellText(found.cell) : '';
}

export function cellText(cell: GridCell): string {
  return tidyLines(cell.shown ?? textOf(cell));
}

export function fieldCell(
  { mapping }: RowReader,
  row: number,
  field: PlanField,
  repeated = false,
): { cell: GridCell; column: MappedColumn; at: string } | null {
  const { grid } = mapping.table;
  for (const column of columnsHolding(mapping, field)) {
    const cell = cellAt(grid, row, column.column);
    if (!cell || textOf(cell).trim() === '') continue;
    if (cell.covered === undefined || (cell.covered === 'above' && repeated))
      return { cell, column, at: placeOf(grid, row, column.column) };
  }
  return null;
}

/** A sum that is written well. */
const OUT_OF_RANGE = /^(?:[-\u2212]\s*|\()?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?\)?$/;

export interface RowMoney extends MoneyRead {
  at: string;
  /** As it stands, for what holds several activities. */
  text: string;
  power: number;
}

/** The row's budget, added up where several columns hold it. @returns null where there is none. */
export function rowMoney(reader: RowReader, row: number): RowMoney | null {
  const { grid } = reader.mapping.table;
  let sum: RowMoney | null = null;
  for (const column of columnsHolding(reader.mapping, 'budget')) {
    const cell = cellAt(grid, row, column.column);
    if (!cell || cell.covered !== undefined || textOf(cell).trim() === '') {
      if (typeof cell?.value !== 'object' || cell.value === null || cell.covered !== undefined) continue;
    }
    const at = placeOf(grid, row, column.column);
    const power = column.power ?? 0;
    const read = readMoneyCell(cell, power);
    if (read === null) {
      const text = faultText(cell) ?? cellText(cell);
      reader.say(at, OUT_OF_RANGE.test(text) ? 'money-negative' : 'money-unread', text);
      sum ??= { satang: null, fund: null, added: [], at, text, power };
      continue;
    }
    const text = cellText(cell);
    if (!sum) sum = { ...read, at, text, power };
    else if (read.satang !== null)
      sum = { ...sum, satang: (sum.satang ?? 0) + read.satang, fund: sum.fund ?? read.fund };
  }
  return sum;
}

function faultText({ value }: GridCell): string | null {
  return typeof value === 'object' && value !== null && 'fault' in value ? value.text || value.fault : null;
}

/** @returns the planned months of a row: marks under months, months in words, a first and a last day. */
export function rowMonths(reader: RowReader, row: number): string[] {
  const { mapping, fiscalYear, say } = reader;
  const { grid } = mapping.table;
  if (fiscalYear === null) return [];
  const ticks: RawTick[] = [];
  const months = new Set<string>();
  for (const { column, use } of mapping.columns) {
    if (!('months' in use) || !use.months) continue;
    const cell = cellAt(grid, row, column);
    const at = placeOf(grid, row, column);
    if (!cell || cell.covered === 'above') continue;
    const value = markValue(reader, cell, at, 'unused' in use);
    if (value !== null)
      for (const month of use.months) ticks.push({ month, year: use.year ?? null, cell: { at, value } });
  }
  const marks = readTicks(ticks, fiscalYear, planWords);
  for (const month of marks.months) months.add(month);
  const named = new Set<string>();
  for (const { at, reason, value } of marks.problems) {
    if (named.has(at)) continue;
    named.add(at);
    say(at, reason === 'month-outside' ? 'months-outside' : 'mark-unread', value, String(fiscalYear));
  }
  const words = (field: PlanField): string[] => {
    const found = fieldCell(reader, row, field, true);
    if (!found) return [];
    const read = readMonths({ at: found.at, value: found.cell.value }, fiscalYear, planWords);
    if (read.ok) return read.months;
    const outside = read.problem.reason === 'month-outside';
    say(found.at, outside ? 'months-outside' : 'months-unread', read.problem.value, String(fiscalYear));
    return [];
  };
  for (const month of words('months')) months.add(month);
  const [start, end] = [words('start')[0], words('end').at(-1)];
  if (start !== undefined && end !== undefined && start <= end)
    for (const month of monthsBetween(start, end)) months.add(month);
  else for (const month of [start, end]) if (month !== undefined) months.add(month);
  return [...months].sort();
}

function monthsBetween(start: string, end: string): string[] {
  const months: string[] = [];
  let [year, month] = start.split('-').map(Number) as [number, number];
  for (let at = start; at <= end; at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(at);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

/** What counts as the mark of a cell under a month; figures are none. */
function markValue(reader: RowReader, cell: GridCell, at: string, isSpread: boolean): string | null {
  const text = tidy(textOf(cell));
  if (text === '') {
    if (cell.drawn && reader.mapping.table.grid.kind === 'table') reader.say(at, 'months-drawn');
    else if (cell.drawn || (cell.shaded && reader.shadeMarks && !isSpread)) return planWords.tick[0]!;
    return null;
  }
  const bare = text.toLowerCase().replaceAll(' ', '');
  const known = [planWords.tick, planWords.noTick, planWords.spanStart, planWords.spanEnd].some((words) =>
    words.includes(bare),
  );
  if (isSpread) return known && !/^[\d\u0e50-\u0e59]+$/.test(bare) ? text : null;
  if (known || typeof cell.value === 'boolean') return text;
  // Words or days under a month say that something is planned then.
  if (/[a-z\u0e01-\u0e2e]{2}/i.test(text) || /^\d{1,2}\s*[-–]\s*\d{1,2}$/.test(text)) {
    reader.say(at, 'mark-taken', text);
    return planWords.tick[0]!;
  }
  return text;
}

/** A list of owners in one cell, each of its own line or number. */
export function ownersIn(text: string): string {
  const lines = tidyLines(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList =
    lines.length > 1 &&
    lines.every(
      (line) => ownerWords.some((word) => line.startsWith(word)) || /^(?:\d{1,2}[.)]|[-•–])\s*/.test(line),
    );
  const names = isList ? lines.map((line) => line.replace(/^(?:\d{1,2}[.)]|[-•–])\s*/, '')) : lines;
  const owner = names
    .join(isList ? ', ' : ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return planWords.nothing.includes(owner) ? '' : owner;
}

/** @returns a target with its unit; `text` where it is words that no number can be taken from. */
export function targetOf(text: string): { target: number | null; unit: string | null; text: string | null } {
  const cell = { at: '', value: text };
  if (isEmptyCell(cell)) return { target: null, unit: null, text: null };
  const read = readTarget(cell, planWords);
  return read.ok ? { ...read.value, text: null } : { target: null, unit: null, text: tidy(text) };
}
