/** Makes plans as they would be typed, for the tests of bringing plans in. */
import { type DraftOutcome, draftPlan, type PlanDraft } from '../../../src/plan-import/draft.ts';
import type { Column, RawPlan, RawRow, RawValue } from '../../../src/plan-import/raw.ts';
import { planWords } from '../../../src/text/plan-words.ts';

export type TypedRow = Partial<Record<Column, RawValue>> & { ticks?: Record<number, RawValue> };

/** Cells are named `<column><row>`, rows counting from 1. */
export function typedPlan(rows: readonly TypedRow[], head: Partial<Record<string, RawValue>> = {}): RawPlan {
  const values: Record<string, RawValue> = {
    office: 'สพป.ตัวอย่าง',
    fiscalYear: 2564,
    title: 'แผนทดสอบ',
    ...head,
  };
  return {
    head: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { at: field, value }])),
    headPlace: (field) => field,
    parentAgencies: [],
    sections: [],
    rows: rows.map((row, index) => typedRow(row, index + 1)),
    rowsAt: 'rows',
  };
}

function typedRow({ ticks = {}, ...cells }: TypedRow, number: number): RawRow {
  return {
    at: `row${number}`,
    cells: Object.fromEntries(
      Object.entries(cells).map(([column, value]) => [column, { at: `${column}${number}`, value }]),
    ),
    place: (column) => `${column}${number}`,
    ticks: Object.entries(ticks).map(([month, value]) => ({
      month: Number(month),
      year: null,
      cell: { at: `month${month}-${number}`, value },
    })),
    monthList: [],
    hidden: false,
  };
}

export function draft(rows: readonly TypedRow[], head?: Partial<Record<string, RawValue>>): DraftOutcome {
  return draftPlan(typedPlan(rows, head), planWords);
}

export function goodDraft(rows: readonly TypedRow[], head?: Partial<Record<string, RawValue>>): PlanDraft {
  const outcome = draft(rows, head);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.plan;
}

/** `at reason` of each problem, in order. */
export function complaints(outcome: DraftOutcome): string[] {
  return outcome.ok ? [] : outcome.problems.map(({ at, reason }) => `${at} ${reason}`);
}
