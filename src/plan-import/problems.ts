/** What can be wrong, or worth saying, about a plan that is being brought in; src/text has the sentences. */
import type { CellFault } from './raw.ts';

export type ProblemReason =
  | CellFault
  | 'no-rows'
  | 'too-many-rows'
  | 'missing'
  | 'text-too-long'
  | 'not-text'
  | 'number-unreadable'
  | 'number-became-date'
  | 'too-deep'
  | 'duplicate'
  | 'duplicate-decimal'
  | 'parent-unknown'
  | 'parent-missing'
  | 'cycle'
  | 'money-unreadable'
  | 'money-negative'
  | 'money-too-large'
  | 'target-unreadable'
  | 'target-out-of-range'
  | 'month-unreadable'
  | 'month-outside'
  | 'months-backwards'
  | 'tick-unreadable'
  | 'year-unreadable'
  | 'date-unreadable'
  | 'period-backwards'
  | 'period-outside';

/** One thing that keeps the plan out. */
export interface Problem {
  /** The cell or JSON path. */
  at: string;
  reason: ProblemReason;
  /** What stood there, as text. */
  value: string;
  /** What the sentence needs besides: the other cell of a duplicate, a limit, the missing parent's code. */
  more: string;
}

export type NoteReason =
  | 'budget-differs'
  | 'budget-rounded'
  | 'total-skipped'
  | 'total-differs'
  | 'row-hidden'
  | 'order-changed'
  | 'year-was-ce'
  | 'leaf-without-months';

/** Something the administrator should know though the plan is accepted. */
export interface Note {
  at: string;
  reason: NoteReason;
  value: string;
  more: string;
}

export function problem(at: string, reason: ProblemReason, value = '', more = ''): Problem {
  return { at, reason, value: value.slice(0, 80), more };
}

export function noteThat(at: string, reason: NoteReason, value = '', more = ''): Note {
  return { at, reason, value: value.slice(0, 80), more };
}
