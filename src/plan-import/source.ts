/** What every kind of file becomes before anything is understood: blocks of text and grids of cells, plain data that can be kept as JSON. */
import type { RawValue } from './raw.ts';

/** Why a file is not read at all. */
export type FileFault =
  | 'empty-file'
  | 'too-large'
  | 'old-excel'
  | 'password'
  | 'binary-excel'
  | 'not-excel'
  | 'damaged'
  | 'too-many-rows'
  | 'no-table'
  | 'text-encoding'
  | 'json-encoding'
  | 'json-broken'
  | 'json-shape';

export interface GridCell {
  value: RawValue;
  /** How the file shows a number, where that is more than its digits: `85%`, `1.10`, `00123`. */
  shown?: string;
  /** Powers of ten that the number's format hides: 3 where 1,500 is shown as 1.5 without saying so. */
  hiddenScale?: number;
  /** Part of a merged block of which it is not the first cell; it repeats that one's value. */
  covered?: 'above' | 'left';
  /** The merged block goes on in the column to the right. */
  spans?: number;
  shaded?: true;
  /** A drawing lies in it: an arrow drawn by hand has no text. */
  drawn?: true;
}

/** A sheet or a Word table. Rows and columns count from 1; what is empty is missing. */
export interface Grid {
  name: string;
  kind: 'sheet' | 'table';
  hidden: boolean;
  rows: Record<number, Record<number, GridCell>>;
  hiddenRows: number[];
  hiddenColumns: number[];
}

export type Block = { kind: 'text'; text: string } | { kind: 'grid'; grid: Grid };

/** Something in the file that is not part of what it shows. */
export interface LeftOut {
  what: 'deleted-row' | 'hidden-text' | 'far-columns' | 'text-box';
  where: string;
  value: string;
}

/** A file as it was read: kept, it can be understood anew without reading the file again. */
export interface Source {
  kind: 'xlsx' | 'docx' | 'ods' | 'odt' | 'csv';
  blocks: Block[];
  leftOut: LeftOut[];
}

export type SourceRead = { ok: true; source: Source } | { ok: false; reason: FileFault };

/** A plan of a thousand rows with every text at its longest is some 2 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_COLUMNS = 200;
export const MAX_CELLS = 400_000;

/** `H` for 8. */
export function columnName(column: number): string {
  const rest = column - 1;
  return (rest >= 26 ? columnName(Math.floor(rest / 26)) : '') + String.fromCharCode(65 + (rest % 26));
}

/** 8 for `H`. */
export function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function putCell(grid: Grid, row: number, column: number, cell: GridCell): void {
  (grid.rows[row] ??= {})[column] = cell;
}

export function cellAt(grid: Grid, row: number, column: number): GridCell | undefined {
  return grid.rows[row]?.[column];
}

/** The numbers of the rows that hold something, ascending. */
export function rowNumbers(grid: Grid): number[] {
  return Object.keys(grid.rows).map(Number);
}

/** Names a cell as people find it: `แผน!C7` in Excel, row and column in a Word table. */
export function placeOf(grid: Grid, row: number, column: number): string {
  return `${grid.name}!${columnName(column)}${row}`;
}

/**
 * Repeats a merged block's value in the cells it covers, as far as rows are used.
 * @param left whether so many cells may still be written; blocks as large as the sheet are cut.
 */
export function coverBlock(
  grid: Grid,
  block: { top: number; left: number; bottom: number; right: number },
): void {
  const { top, left, bottom, right } = block;
  const first = cellAt(grid, top, left);
  const columns = Math.min(right, left + MAX_COLUMNS);
  if (first && columns > left) first.spans = columns - left + 1;
  for (let row = top; row <= Math.min(bottom, top + MAX_BLOCK_ROWS); row += 1) {
    if (row > top && !grid.rows[row] && first === undefined) continue;
    for (let column = left; column <= columns; column += 1) {
      if (row === top && column === left) continue;
      if (first) putCell(grid, row, column, { ...first, covered: row > top ? 'above' : 'left' });
      else delete grid.rows[row]?.[column];
    }
  }
}
const MAX_BLOCK_ROWS = 500;
