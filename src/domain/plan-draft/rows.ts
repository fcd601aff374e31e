/** Rows of a plan being brought in, each read by itself: what it says, and every cell that is wrong. */
import type { Satang } from '../money.ts';
import {
  faultOf,
  isEmpty,
  plainDigits,
  type Read,
  readMoney,
  readTarget,
  readText,
  shown,
  tidy,
} from './cells.ts';
import { readMonths, readTicks } from './months.ts';
import { codeOf, MAX_LEVELS, numberer } from './numbering.ts';
import { type Note, note, type Problem, problem } from './problems.ts';
import type { Column, PlanWords, RawCell, RawPlan, RawRow } from './raw.ts';

const MAX_TEXT = { label: 40, name: 500, indicator: 1000, unit: 60, owner: 200 } as const;

/** A row as it was understood, before it is put in its place in the tree. */
export interface ReadRow {
  at: string;
  /** Where its code was found, for problems of place. */
  codeAt: string;
  parentAt: string;
  code: string;
  label: string;
  /** undefined: not said; null: said to be none. */
  parent: string | null | undefined;
  name: string;
  indicator: string | null;
  unit: string | null;
  target: number | null;
  budget: Satang | null;
  budgetAt: string;
  months: string[];
  owner: string | null;
}

export interface RowsRead {
  rows: ReadRow[];
  /** The sum a total row claims, with its cell. */
  totals: { at: string; budget: Satang }[];
  problems: Problem[];
  notes: Note[];
}

/** @param fiscalYear B.E.; null when it could not be read: months are then left unread. */
export function readRows(raw: RawPlan, fiscalYear: number | null, words: PlanWords): RowsRead {
  const result: RowsRead = { rows: [], totals: [], problems: [], notes: [] };
  const next = numberer(words);
  for (const row of raw.rows) {
    if (!isUsed(row)) continue;
    if (row.hidden) result.notes.push(note(row.at, 'row-hidden', shown(row.cells.name?.value ?? null)));
    if (isTotal(row, words)) {
      const sum = readMoney(row.cells.budget, words);
      result.notes.push(note(row.at, 'total-skipped'));
      if (sum.ok && sum.value !== null)
        result.totals.push({ at: row.cells.budget?.at ?? row.at, budget: sum.value });
      continue;
    }
    const read = readRow(row, next, fiscalYear, words);
    result.problems.push(...read.problems);
    result.notes.push(...read.notes);
    if (read.row) result.rows.push(read.row);
  }
  return result;
}

function isUsed(row: RawRow): boolean {
  const filled = Object.values(row.cells).some((cell) => !isEmpty(cell));
  return filled || row.ticks.some(({ cell }) => !isEmpty(cell) && cell.value !== false);
}

/** A row without a number that names itself a total. */
function isTotal(row: RawRow, words: PlanWords): boolean {
  const first = [row.cells.label, row.cells.name, row.cells.code].find((cell) => !isEmpty(cell));
  if (!first || typeof first.value !== 'string') return false;
  if (!isEmpty(row.cells.label) && !isEmpty(row.cells.name) && first !== row.cells.name) return false;
  const text = tidy(first.value)
    .toLowerCase()
    .replace(/[\s:]+$/, '');
  return words.total.includes(text);
}

type Numberer = ReturnType<typeof numberer>;

function readRow(
  row: RawRow,
  next: Numberer,
  fiscalYear: number | null,
  words: PlanWords,
): { row: ReadRow | null; problems: Problem[]; notes: Note[] } {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  const take = <T>(read: Read<T>, instead: T): T => {
    if (!read.ok) {
      problems.push(read.problem);
      return instead;
    }
    notes.push(...(read.notes ?? []));
    return read.value;
  };
  const text = (column: Column, max: number): string | null => take(readText(row.cells[column], max), null);

  const numbering = readNumber(row, next);
  problems.push(...numbering.problems);
  const name = text('name', MAX_TEXT.name);
  if (isEmpty(row.cells.name)) problems.push(problem(row.cells.name?.at ?? row.place('name'), 'missing'));
  const parent = readParent(row.cells.parent, words);
  if (!parent.ok) problems.push(parent.problem);
  const target = take(readTarget(row.cells.target, words), { target: null, unit: null });
  const months: string[] = [];
  if (fiscalYear !== null) {
    const cells = row.cells.months ? [row.cells.months, ...row.monthList] : row.monthList;
    for (const read of [
      readTicks(row.ticks, fiscalYear, words),
      ...cells.map((cell) => readMonths(cell, fiscalYear, words)),
    ]) {
      if (read.ok) months.push(...read.months);
      else problems.push(read.problem);
    }
  }
  const rest = {
    indicator: nothingIsNull(text('indicator', MAX_TEXT.indicator), words),
    unit: nothingIsNull(text('unit', MAX_TEXT.unit), words) ?? target.unit,
    target: target.target,
    budget: take(readMoney(row.cells.budget, words), null),
    owner: nothingIsNull(text('owner', MAX_TEXT.owner), words),
  };
  if (numbering.code === null || name === null) return { row: null, problems, notes };
  return {
    row: {
      at: row.at,
      codeAt: numbering.at,
      parentAt: row.cells.parent?.at ?? row.place('parent'),
      code: numbering.code,
      label: numbering.label,
      parent: parent.ok ? parent.value : undefined,
      name,
      ...rest,
      budgetAt: row.cells.budget?.at ?? row.place('budget'),
      months: [...new Set(months)].sort(),
    },
    problems,
    notes,
  };
}

function nothingIsNull(text: string | null, words: PlanWords): string | null {
  return text !== null && words.nothing.includes(text) ? null : text;
}

function readNumber(
  row: RawRow,
  next: Numberer,
): { code: string | null; label: string; at: string; problems: Problem[] } {
  const labelCell = isEmpty(row.cells.label) ? undefined : row.cells.label;
  const codeCell = isEmpty(row.cells.code) ? undefined : row.cells.code;
  const at = (codeCell ?? labelCell)?.at ?? row.place('label');
  const fail = (found: Problem): ReturnType<typeof readNumber> => ({
    code: null,
    label: '',
    at,
    problems: [found],
  });
  if (!labelCell && !codeCell) return fail(problem(at, 'missing'));
  for (const cell of [codeCell, labelCell]) {
    if (cell && typeof cell.value === 'object' && cell.value !== null && 'day' in cell.value)
      return fail(problem(cell.at, 'number-became-date', shown(cell.value)));
    const fault = cell && faultOf(cell);
    if (fault) return fail(fault);
  }
  const label = readText(labelCell, MAX_TEXT.label);
  if (!label.ok) return fail(label.problem);
  const given = readText(codeCell, MAX_TEXT.label);
  if (!given.ok) return fail(given.problem);
  const code = next(label.value, given.value);
  if (code === null) return fail(problem(at, 'number-unreadable', given.value ?? label.value ?? ''));
  if (code.split('.').length > MAX_LEVELS) return fail(problem(at, 'too-deep', code, String(MAX_LEVELS)));
  return { code, label: label.value ?? plainDigits(code), at, problems: [] };
}

/** @returns undefined when nothing is said, null for a top activity, else the text to look up. */
function readParent(cell: RawCell | undefined, words: PlanWords): Read<string | null | undefined> {
  if (!cell) return { ok: true, value: undefined };
  if (cell.value === null) return { ok: true, value: null };
  const text = readText(cell, MAX_TEXT.label);
  if (!text.ok) return text;
  if (text.value === null) return { ok: true, value: undefined };
  if (words.nothing.includes(text.value)) return { ok: true, value: null };
  return { ok: true, value: text.value };
}

/** @returns the code a row names as its parent, by code or by printed number; null when no row has it. */
export function findParent(rows: readonly ReadRow[], text: string, words: PlanWords): string | null {
  const byLabel = rows.find((row) => row.label === text);
  if (byLabel) return byLabel.code;
  const code = codeOf(text, words);
  return rows.some((row) => row.code === code) ? code : null;
}
