/** Finds the headings of a table of activities, over one row or several, in a sheet or a Word table; used by readers of plans. */
import type { Column } from '../domain/plan-draft/raw.ts';
import { groupHeadings, planHeadings, planWords } from '../text/plan-words.ts';
import type { Sheet } from './sheet.ts';

/** What a column of a table holds. */
export type ColumnMeaning = { column: Column } | { month: number; year: number | null };

export interface Headings {
  columns: Map<number, ColumnMeaning>;
  /** The row of the first heading, and the last row that belongs to them. */
  first: number;
  last: number;
}

const SEARCHED_ROWS = 60;
const HEADING_ROWS = 4;

/** Lower case, Arabic digits, no spaces, brackets or what stands in them. */
export function headingKey(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .normalize('NFC')
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:\u200b]+/g, '')
    .toLowerCase();
}

const byHeading = new Map<string, Column>(
  Object.entries(planHeadings).flatMap(([column, names]) => names.map((name) => [name, column as Column])),
);

const monthNames = planWords.months
  .flatMap((forms, index) => forms.map((form) => ({ key: headingKey(form), month: index + 1 })))
  .sort((a, b) => b.key.length - a.key.length);

/** @returns what a heading announces, or null. */
export function meaningOf(value: unknown): ColumnMeaning | null {
  if (typeof value === 'object' && value !== null && 'day' in value) {
    const day = String(value.day);
    return { month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)) };
  }
  const key = headingKey(value);
  if (key === '') return null;
  const column = byHeading.get(key);
  if (column) return { column };
  const name = monthNames.find((candidate) => key.startsWith(candidate.key));
  if (!name) return null;
  let rest = key.slice(name.key.length);
  for (const era of planWords.era) if (rest.startsWith(era)) rest = rest.slice(era.length);
  const year = /^[.'/-]?(\d{2}|\d{4})?$/.exec(rest);
  return year ? { month: name.month, year: year[1] === undefined ? null : Number(year[1]) } : null;
}

/** @returns the first headings that name activities and one column more, or null. */
export function findHeadings(sheet: Pick<Sheet, 'rows'>, from = 1): Headings | null {
  const numbers = [...sheet.rows.keys()].filter((row) => row >= from).sort((a, b) => a - b);
  for (const first of numbers.slice(0, SEARCHED_ROWS)) {
    const found = headingsAt(sheet, first);
    if (found) return found;
  }
  return null;
}

/** Reads headings that begin in this row; lower ones are more exact and win. */
export function headingsAt(sheet: Pick<Sheet, 'rows'>, first: number): Headings | null {
  const top = meanings(sheet, first);
  const kinds = new Set([...top.values()].map((meaning) => ('column' in meaning ? meaning.column : 'month')));
  if (!kinds.has('name') || kinds.size < 2) return null;
  const columns = new Map(top);
  let last = first;
  for (let row = first + 1; row < first + HEADING_ROWS; row += 1) {
    const below = meanings(sheet, row);
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    const own = [...cells].filter(([, cell]) => cell.covered !== 'above');
    const known = own.filter(([column]) => below.has(column));
    // A row of data has words under the name; a second row of headings has none, or the heading again.
    const underName = own.some(([column]) => isName(top.get(column)) && !isName(below.get(column)));
    if (underName || (own.length > 0 && known.length === 0 && !isBanner(own))) break;
    for (const [column] of own) {
      const meaning = below.get(column);
      if (meaning) columns.set(column, meaning);
    }
    last = row;
  }
  return { columns: withoutDoubles(columns), first, last };
}

function isName(meaning: ColumnMeaning | undefined): boolean {
  return meaning !== undefined && 'column' in meaning && meaning.column === 'name';
}

/** A row of group headings, quarters for instance, which says nothing of its own. */
function isBanner(cells: [number, { value: unknown }][]): boolean {
  return cells.every(([, { value }]) => groupHeadings.some((word) => headingKey(value).startsWith(word)));
}

function meanings(sheet: Pick<Sheet, 'rows'>, row: number): Map<number, ColumnMeaning> {
  const found = new Map<number, ColumnMeaning>();
  for (const [column, cell] of sheet.rows.get(row) ?? []) {
    const meaning = meaningOf(cell.value);
    if (meaning) found.set(column, meaning);
  }
  return found;
}

/** A heading over several columns counts for the first of them, except for months. */
function withoutDoubles(columns: ReadonlyMap<number, ColumnMeaning>): Map<number, ColumnMeaning> {
  const seen = new Set<Column>();
  const kept = new Map<number, ColumnMeaning>();
  for (const [at, meaning] of [...columns].sort(([a], [b]) => a - b)) {
    if ('column' in meaning) {
      if (seen.has(meaning.column)) continue;
      seen.add(meaning.column);
    }
    kept.set(at, meaning);
  }
  return kept;
}
