/** A table of a Word document while its cells are being read; word.ts uses it. */
import { documentWords } from '../../text/plan-document-words.ts';
import { type Grid, MAX_COLUMNS, putCell } from '../source.ts';

export interface OpenTable {
  grid: Grid;
  row: number;
  column: number;
  span: number;
  merge: 'none' | 'start' | 'below';
  text: string;
  shaded: boolean;
  drawn: boolean;
  /** The row was deleted while changes were tracked. */
  deleted: boolean;
}

export function newTable(number: number): OpenTable {
  const grid: Grid = {
    name: documentWords.tableName(number),
    kind: 'table',
    hidden: false,
    rows: {},
    hiddenRows: [],
    hiddenColumns: [],
  };
  return {
    grid,
    row: 0,
    column: 0,
    span: 1,
    merge: 'none',
    text: '',
    shaded: false,
    drawn: false,
    deleted: false,
  };
}

export function closeCell(open: OpenTable): void {
  const { grid, row, column, span, merge, shaded, drawn } = open;
  const above = merge === 'below' ? grid.rows[row - 1]?.[column] : undefined;
  const text = open.text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
  const own = merge !== 'below' || text !== '' ? text : (above?.value ?? '');
  const look = { ...(shaded ? { shaded: true as const } : {}), ...(drawn ? { drawn: true as const } : {}) };
  if (own !== '' || shaded || drawn)
    for (let at = column; at < column + span && at <= MAX_COLUMNS; at += 1) {
      const covered = merge === 'below' && text === '' ? 'above' : at > column ? 'left' : null;
      putCell(grid, row, at, {
        value: own === '' ? null : own,
        ...look,
        ...(covered ? { covered } : {}),
        ...(at === column && span > 1 ? { spans: span } : {}),
      });
    }
  grid.rows[row] ??= {};
  open.column += span - 1;
}
