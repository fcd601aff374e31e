/** What a person should know before a plan is stored: everything not used, not certain or not adding up; src/text has the sentences. */
import type { Satang } from '../domain/money.ts';

/** `note`: only to know. `ask`: to be looked at and confirmed. `money`: money is unexplained until somebody says so by name. */
export type Weight = 'note' | 'ask' | 'money';

const WEIGHTS = {
  'column-unused': 'note',
  'column-unknown': 'ask',
  'column-part': 'note',
  'column-year': 'note',
  'column-spread': 'note',
  'column-other-money': 'note',
  'column-double': 'ask',
  'column-money': 'money',
  'name-guessed': 'ask',
  'money-guessed': 'money',
  'money-added-columns': 'ask',
  'no-money-column': 'ask',
  'no-month-column': 'ask',
  'no-owner-column': 'ask',
  'no-column': 'note',
  'month-missing': 'note',
  'unit-unsure': 'money',
  'sheet-hidden': 'ask',
  'sheet-unused': 'note',
  'table-unused': 'ask',
  'table-money': 'money',
  'table-same': 'note',
  'table-continued': 'note',
  'table-report': 'note',
  'row-unused': 'ask',
  'row-money': 'money',
  'row-joined': 'ask',
  'row-hidden': 'note',
  'row-details': 'note',
  split: 'ask',
  'money-unread': 'money',
  'money-negative': 'money',
  'money-short': 'money',
  'money-added': 'ask',
  'money-shared': 'ask',
  'money-rounded': 'note',
  'target-unread': 'ask',
  'indicator-unsplit': 'ask',
  'months-unread': 'ask',
  'months-outside': 'ask',
  'months-drawn': 'ask',
  'months-shared': 'note',
  'mark-unread': 'ask',
  'mark-taken': 'note',
  'value-double': 'ask',
  'total-differs': 'money',
  'branch-differs': 'money',
  'document-total-differs': 'money',
  'parts-differ': 'money',
  'spread-differs': 'ask',
  numbered: 'note',
  'label-double': 'ask',
  'label-was-day': 'ask',
  'label-lost-nought': 'ask',
  'no-year': 'ask',
  'deleted-row': 'note',
  'hidden-text': 'note',
  'text-box': 'note',
  'far-columns': 'ask',
} as const satisfies Record<string, Weight>;

export type FindingKind = keyof typeof WEIGHTS;

export interface ImportFinding {
  /** The cell, column, row, sheet or table. */
  at: string;
  kind: FindingKind;
  /** What stands there. */
  value: string;
  /** What the sentence needs besides. */
  more: string;
  /** The money it is about. */
  money: Satang | null;
  weight: Weight;
}

export function finding(
  at: string,
  kind: FindingKind,
  value = '',
  more = '',
  money: Satang | null = null,
): ImportFinding {
  return { at, kind, value: value.replace(/\s+/g, ' ').slice(0, 120), more, money, weight: WEIGHTS[kind] };
}

/** Notes something about what is being read. */
export type Say = (
  at: string,
  kind: FindingKind,
  value?: string,
  more?: string,
  money?: Satang | null,
) => void;
