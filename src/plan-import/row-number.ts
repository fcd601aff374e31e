/** The number, code and named parent of one row of a plan being brought in; rows.ts asks. */
import { isEmptyCell, plainDigits, type Read, readText, shown } from './cells.ts';
import { codeOf, MAX_LEVELS, type numberer } from './numbering.ts';
import { type Problem, problem } from './problems.ts';
import type { PlanWords, RawCell, RawRow } from './raw.ts';

/** Characters of a number. */
export const MAX_LABEL = 40;

export interface NumberRead {
  /** null when it cannot be read. */
  code: string | null;
  label: string;
  at: string;
  /** Whether the row above had no say in the code. */
  alone: boolean;
  isNumber: boolean;
  problems: Problem[];
}

export function readRowNumber(row: RawRow, next: ReturnType<typeof numberer>, words: PlanWords): NumberRead {
  const labelCell = isEmptyCell(row.cells.label) ? undefined : row.cells.label;
  const codeCell = isEmptyCell(row.cells.code) ? undefined : row.cells.code;
  const cell = codeCell ?? labelCell;
  const at = cell?.at ?? row.place('label');
  const fail = (...problems: Problem[]): NumberRead => ({
    code: null,
    label: '',
    at,
    alone: false,
    isNumber: false,
    problems,
  });
  if (!cell) return fail(problem(at, 'missing'));
  const label = readNumberText(labelCell);
  const given = readNumberText(codeCell);
  if (!label.ok || !given.ok)
    return fail(...[given, label].flatMap((read) => (read.ok ? [] : [read.problem])));
  const code = next(label.value, given.value);
  const text = given.value ?? label.value ?? '';
  if (code === null) return fail(problem(at, 'number-unreadable', text));
  if (code.split('.').length > MAX_LEVELS) return fail(problem(at, 'too-deep', code, String(MAX_LEVELS)));
  return {
    code,
    label: label.value ?? plainDigits(code),
    at,
    alone: codeOf(text, words) === code,
    isNumber: typeof cell.value === 'number',
    problems: [],
  };
}

function readNumberText(cell: RawCell | undefined): Read<string | null> {
  const isDay = cell && typeof cell.value === 'object' && cell.value !== null && 'day' in cell.value;
  return isDay
    ? { ok: false, problem: problem(cell.at, 'number-became-date', shown(cell.value)) }
    : readText(cell, MAX_LABEL);
}

/** @returns undefined when nothing is said, null for a top activity, else the text to look up. */
export function readParent(cell: RawCell | undefined, words: PlanWords): Read<string | null | undefined> {
  if (!cell) return { ok: true, value: undefined };
  if (cell.value === null) return { ok: true, value: null };
  const text = readText(cell, MAX_LABEL);
  if (!text.ok) return text;
  if (text.value === null) return { ok: true, value: undefined };
  if (words.nothing.includes(text.value)) return { ok: true, value: null };
  return { ok: true, value: text.value };
}
