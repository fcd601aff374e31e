/** English sentences: what is wrong with a plan that is being brought in, cell by cell. */
import { money } from '../../format.ts';
import type { note as thaiNote, problem as thaiProblem } from '../../th/admin/import-problems.ts';

const quoted = (value: string): string => `“${value}”`;
const baht = (satang: string): string => `${money(Number(satang))} baht`;

export const problem: typeof thaiProblem = {
  'error-value': (value) => `this cell is an Excel error (${value}); mend the formula or type the value`,
  'formula-empty': (value) =>
    `the formula ${value} has no result yet; open the file in Excel and save it, or type the value`,
  'wrong-kind': (value) => `text or a number is expected, not ${value}`,
  'not-object': (value) => `fields within { } are expected, not ${value}`,
  'not-list': (value) => `a list within [ ] is expected, not ${value}`,
  'no-rows': () => 'there is no activity yet; fill in at least one row',
  'too-many-rows': (_value, more) => `more than ${Number(more).toLocaleString('en-US')} rows; split the plan`,
  missing: () => 'this cell must be filled in',
  'text-too-long': (_value, more) => `longer than ${Number(more).toLocaleString('en-US')} characters`,
  'not-text': (value) => `text is expected, not ${quoted(value)}`,
  'number-unreadable': (value) =>
    `the number ${quoted(value)} cannot be read; write it like 1. or 1.2 or 1.2 1), or give a code like 1.2.1`,
  'number-became-date': (value) =>
    `Excel turned the number into a date (${value}); format the cell as text and type it again`,
  'too-deep': (value, more) => `activity ${value} is more than ${more} levels deep`,
  duplicate: (value, more) => `code ${value} stands in ${more} too`,
  'duplicate-decimal': (value, more) =>
    `code ${value} stands in ${more} too (if ${value}0 was meant, format the cell as text first)`,
  'parent-unknown': (value) => `no activity ${quoted(value)}, named as the parent`,
  'parent-missing': (value, more) =>
    `activity ${value} has no parent; add a row ${more}, or write - as its parent if it is a top activity`,
  cycle: (_value, more) => `activities are each other's parents (${more})`,
  'money-unreadable': (value) => `the sum ${quoted(value)} cannot be read; write baht in digits, like 30,000`,
  'money-negative': (value) => `a budget cannot be negative (${value})`,
  'money-too-large': (value, more) =>
    `${value} is too much; at most ${Number(more).toLocaleString('en-US')} baht`,
  'target-unreadable': (value) => `the target ${quoted(value)} cannot be read; write one number, like 85`,
  'target-out-of-range': (value) => `the target ${value} must be between 0 and a million million`,
  'month-unreadable': (value) =>
    `the month ${quoted(value)} cannot be read; write Jan 2021, Feb 2021 or Apr-Jun 2021`,
  'month-outside': (value, more) => `the month ${quoted(value)} is outside fiscal year ${more}`,
  'months-backwards': (value) => `the months ${quoted(value)} end before they begin`,
  'tick-unreadable': (value) =>
    `the mark ${quoted(value)} under a month is not understood; write ✓ or nothing`,
  'year-unreadable': (value) =>
    `the fiscal year ${quoted(value)} cannot be read; write four digits, like 2564`,
  'date-unreadable': (value) => `the date ${quoted(value)} cannot be read; write it like 1/10/2563`,
  'period-backwards': (value, more) => `the last day (${value}) comes before the first (${more})`,
  'period-outside': (value, more) => `the day ${quoted(value)} is outside fiscal year ${more}`,
};

export const note: typeof thaiNote = {
  'budget-differs': (value, more) => `the plan says ${baht(value)}, its parts add up to ${baht(more)}`,
  'budget-rounded': (value, more) => `rounded ${value} to ${more} baht`,
  'total-skipped': () => 'skipped a row of totals',
  'total-differs': (value, more) => `the total says ${baht(value)}, the activities add up to ${baht(more)}`,
  'row-hidden': (value) => `this row is hidden and was taken too: ${value}`,
  'order-changed': () => 'rows were put in order, children after their parents',
  'year-was-ce': (value, more) => `${value} is C.E.; taken as fiscal year ${more} B.E.`,
  'leaf-without-months': (value) => `no months, therefore due on the last day of the plan: ${value}`,
};
