/** Rows of a plan being brought in, each read by itself: what it says, and every cell that is wrong. */
import type { Satang } from '../domain/money.ts';
import { faultOf, isEmptyCell, type Read, readMoney, readTarget, readText, shown, tidy } from './cells.ts';
import { readMonths, readTicks } from './months.ts';
import { codeOf, numberer } from './numbering.ts';
import { type Note, noteThat, type Problem, problem } from './problems.ts';
import { readRowNumber, readParent } from './row-number.ts';
import type { Column, PlanWords, RawPlan, RawRow } from './raw.ts';

export const MAX_TEXT = { name: 500, indicator: 1000, unit: 60, owner: 200 } as const;

/** A row as it was understood, before it is put in its place in the tree. */
export interface ReadRow {
  at: string;
  /** Where its code was found, for problems of place. */
  codeAt: string;
  parentAt: string;
  code: string;
  /** Typed as a number, which cannot tell 1.10 from 1.1. */
  codeIsNumber: boolean;
  /** The row above has no readable number: it may be this one's parent. */
  afterUnnumbered: boolean;
  /** The code was counted on from a row that could not be read, and may be another. */
  codeUnsure: boolean;
  label: string;
  /** undefined: not said; null: said to be none. */
  parent: string | null | undefined;
  /** The parent's code where it is known for certain: `parent` is then not looked up. */
  parentCode?: string | null;
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
  /** Every row whose number was read, for the rows beneath it: its other cells may be wrong. */
  rows: ReadRow[];
  /** Rows whose number could not be read. */
  unnumbered: number;
  /** The sum a total row claims, with its cell. */
  totals: { at: string; budget: Satang }[];
  problems: Problem[];
  notes: Note[];
}

/** Stands in for a fiscal year that could not be read: what is no month in any year is still named. */
const ANY_YEAR = 2564;

/** @param fiscalYear B.E.; null when it could not be read: whether months lie in it is then not asked. */
export function readRows(raw: RawPlan, fiscalYear: number | null, words: PlanWords): RowsRead {
  const result: RowsRead = { rows: [], unnumbered: 0, totals: [], problems: [], notes: [] };
  const next = numberer(words);
  let afterUnnumbered = false;
  let lost = false;
  for (const row of raw.rows) {
    const stray = row.stray && faultOf(row.stray);
    if (stray) {
      result.problems.push(stray);
      result.unnumbered += 1;
      afterUnnumbered = lost = true;
    }
    if (!isUsed(row)) continue;
    if (row.hidden) result.notes.push(noteThat(row.at, 'row-hidden', shown(row.cells.name?.value ?? null)));
    if (isTotal(row, words)) {
      const sum = readMoney(row.cells.budget, words, row.power);
      result.notes.push(noteThat(row.at, 'total-skipped'));
      if (sum.ok && sum.value !== null)
        result.totals.push({ at: row.cells.budget?.at ?? row.at, budget: sum.value });
      continue;
    }
    const read = readRow(row, next, fiscalYear, words);
    result.problems.push(...read.problems);
    result.notes.push(...read.notes);
    if (!read.row) {
      result.unnumbered += 1;
      afterUnnumbered = lost = true;
      continue;
    }
    // "1.2" and "3." say what they are by themselves, "1)" counts on from the row above.
    if (read.alone) lost = false;
    result.rows.push({ ...read.row, afterUnnumbered, codeUnsure: lost });
    afterUnnumbered = false;
  }
  return result;
}

/** Whether a row says anything. */
export function isUsed(row: RawRow): boolean {
  const filled = Object.values(row.cells).some((cell) => !isEmptyCell(cell));
  return filled || row.ticks.some(({ cell }) => !isEmptyCell(cell) && cell.value !== false);
}

/** A row without a number that names itself a total. */
function isTotal(row: RawRow, words: PlanWords): boolean {
  const first = [row.cells.label, row.cells.name, row.cells.code].find((cell) => !isEmptyCell(cell));
  if (!first || typeof first.value !== 'string') return false;
  if (!isEmptyCell(row.cells.label) && !isEmptyCell(row.cells.name) && first !== row.cells.name) return false;
  const text = tidy(first.value)
    .toLowerCase()
    .replace(/[\s:]+$/, '');
  return words.total.includes(text);
}

type Numberer = ReturnType<typeof numberer>;
/** What a row tells without the rows around it. */
type OwnRow = Omit<ReadRow, 'afterUnnumbered' | 'codeUnsure'>;

function readRow(
  row: RawRow,
  next: Numberer,
  fiscalYear: number | null,
  words: PlanWords,
): { row: OwnRow | null; alone: boolean; problems: Problem[]; notes: Note[] } {
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

  const numbering = readRowNumber(row, next, words);
  problems.push(...numbering.problems);
  const name = text('name', MAX_TEXT.name);
  if (isEmptyCell(row.cells.name)) problems.push(problem(row.cells.name?.at ?? row.place('name'), 'missing'));
  const parent = readParent(row.cells.parent, words);
  if (!parent.ok) problems.push(parent.problem);
  const target = take(readTarget(row.cells.target, words), { target: null, unit: null });
  const months = plannedMonths(row, fiscalYear, words);
  problems.push(...months.problems);
  const rest = {
    indicator: nothingIsNull(text('indicator', MAX_TEXT.indicator), words),
    unit: nothingIsNull(text('unit', MAX_TEXT.unit), words) ?? target.unit,
    target: target.target,
    budget: take(readMoney(row.cells.budget, words, row.power), null),
    owner: nothingIsNull(text('owner', MAX_TEXT.owner), words),
  };
  if (numbering.code === null) return { row: null, alone: false, problems, notes };
  return {
    alone: numbering.alone,
    row: {
      at: row.at,
      codeAt: numbering.at,
      parentAt: row.cells.parent?.at ?? row.place('parent'),
      code: numbering.code,
      label: numbering.label,
      codeIsNumber: numbering.isNumber,
      // A parent that cannot be read is one complaint, not a second one of a parent that is missing.
      parent: parent.ok ? parent.value : null,
      name: name ?? '',
      ...rest,
      budgetAt: row.cells.budget?.at ?? row.place('budget'),
      months: months.months,
    },
    problems,
    notes,
  };
}

function plannedMonths(
  row: RawRow,
  fiscalYear: number | null,
  words: PlanWords,
): { months: string[]; problems: Problem[] } {
  const year = fiscalYear ?? ANY_YEAR;
  const { months, problems } = readTicks(row.ticks, year, words);
  for (const cell of row.cells.months ? [row.cells.months, ...row.monthList] : row.monthList) {
    const read = readMonths(cell, year, words);
    if (read.ok) months.push(...read.months);
    else problems.push(read.problem);
  }
  return {
    months: [...new Set(months)].sort(),
    problems: fiscalYear === null ? problems.filter(({ reason }) => reason !== 'month-outside') : problems,
  };
}

function nothingIsNull(text: string | null, words: PlanWords): string | null {
  return text !== null && words.nothing.includes(text) ? null : text;
}

/** @returns the code a row names as its parent, by code or by printed number; null when no row has it. */
export function findParent(rows: readonly ReadRow[], text: string, words: PlanWords): string | null {
  const byLabel = rows.find((row) => row.label === text);
  if (byLabel) return byLabel.code;
  const code = codeOf(text, words);
  return rows.some((row) => row.code === code) ? code : null;
}
