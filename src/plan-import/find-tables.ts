/** Second stage: finds tables and their headings, over one row or several, in the grids of a source; understand.ts calls it. */
import { columnCount } from '../text/plan-row-words.ts';
import { tidy } from './cells.ts';
import { type HeadingSense, senseOf, unitLine } from './heading-sense.ts';
import { type Block, cellAt, type Grid, type GridCell, rowNumbers, type Source } from './source.ts';

/** A table whose headings were found. */
export interface Table {
  grid: Grid;
  /** First and last row of the headings. */
  first: number;
  last: number;
  /** Rows below them, ascending, without headings that are repeated. */
  body: number[];
  /** Headings over each column, from the top down, merged ones repeated. */
  paths: Map<number, string[]>;
  /** Lines right above the table, the nearest last. */
  above: string[];
}

/** A grid without headings: more of the table before it, or something else. */
export interface Headless {
  grid: Grid;
  above: string[];
}

export type FoundTable = { kind: 'table'; table: Table } | { kind: 'headless'; headless: Headless };

const SEARCHED_ROWS = 80;
const HEADING_ROWS = 6;
const CAPTION_LINES = 6;

/** @returns tables and grids without one, in the order of the source. */
export function findTables(source: Source): FoundTable[] {
  const found: FoundTable[] = [];
  let lines: string[] = [];
  for (const block of source.blocks) {
    if (block.kind === 'text') lines.push(block.text);
    else {
      found.push(...tablesIn(block.grid, lines.slice(-CAPTION_LINES)));
      lines = [];
    }
  }
  return found;
}

/** The lines of text of a source in order: paragraphs, and what stands in a sheet outside its tables. */
export function textLines(source: Source, tables: readonly Table[]): string[] {
  return source.blocks.flatMap((block: Block) => {
    if (block.kind === 'text') return [block.text];
    const own = tables.filter(({ grid }) => grid === block.grid);
    const first = Math.min(...own.map((table) => table.first));
    return own.length === 0 || block.grid.kind === 'table' ? [] : linesBefore(block.grid, first);
  });
}

function linesBefore(grid: Grid, row: number): string[] {
  return rowNumbers(grid)
    .filter((number) => number < row)
    .flatMap((number) => ownCells(grid, number).map(([, cell]) => tidy(textOf(cell))))
    .filter((line) => line !== '');
}

/** What a cell says as text. */
export function textOf(cell: GridCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (typeof value === 'object') return 'day' in value ? value.day : '';
  return String(value);
}

/** Cells of a row that are not the covered part of a merged block, and say something. */
export function ownCells(grid: Grid, row: number): [number, GridCell][] {
  return Object.entries(grid.rows[row] ?? {})
    .map(([column, cell]): [number, GridCell] => [Number(column), cell])
    .filter(([, cell]) => cell.covered === undefined && cell.value !== null && textOf(cell).trim() !== '');
}

function tablesIn(grid: Grid, before: readonly string[]): FoundTable[] {
  const numbers = rowNumbers(grid);
  const found: FoundTable[] = [];
  let searched = 0;
  let open: Table | null = null;
  for (let index = 0; index < numbers.length; index += 1) {
    const row = numbers[index]!;
    const isSearched: boolean = open === null && (searched += 1) <= SEARCHED_ROWS;
    if (isSearched || open !== null) {
      const headings = headingsAt(grid, row);
      if (headings) {
        const paths = pathsOf(grid, row, headings.last);
        while (numbers[index + 1] !== undefined && numbers[index + 1]! <= headings.last) index += 1;
        // The same headings again, where a page begins, are no other table.
        if (open && samePaths(open.paths, paths)) continue;
        const above: string[] = open
          ? captionsIn(grid, open.body.splice(lastRun(open, grid)))
          : [...before, ...linesBefore(grid, row)].slice(-CAPTION_LINES - 6);
        open = { grid, first: row, last: headings.last, body: [], paths, above };
        found.push({ kind: 'table', table: open });
        continue;
      }
    }
    open?.body.push(row);
  }
  return open ? found : [{ kind: 'headless', headless: { grid, above: [...before] } }];
}

/** Where the lines begin that stand alone at the end of a table: they are the next one's captions. */
function lastRun(table: Table, grid: Grid): number {
  let at = table.body.length;
  while (at > 0 && ownCells(grid, table.body[at - 1]!).length <= 1 && !hasNumber(grid, table.body[at - 1]!))
    at -= 1;
  return at;
}

function captionsIn(grid: Grid, rows: readonly number[]): string[] {
  return rows.flatMap((row) => ownCells(grid, row).map(([, cell]) => tidy(textOf(cell))));
}

function hasNumber(grid: Grid, row: number): boolean {
  return ownCells(grid, row).some(([, { value }]) => typeof value === 'number');
}

function samePaths(a: ReadonlyMap<number, string[]>, b: ReadonlyMap<number, string[]>): boolean {
  const keys = (paths: ReadonlyMap<number, string[]>): string =>
    [...paths].map(([column, path]) => `${column}:${path.join('>').replace(/\s+/g, '')}`).join('|');
  return keys(a) === keys(b);
}

/** @returns the last row of headings that begin in this row, null where none do. */
export function headingsAt(grid: Grid, first: number): { last: number } | null {
  const cells = ownCells(grid, first);
  if (!announces(cells)) return null;
  let last = first;
  for (let row = first + 1; row < first + HEADING_ROWS; row += 1) {
    if (!grid.rows[row]) continue;
    if (!continues(grid, first, row)) break;
    last = row;
  }
  return { last };
}

/** A row of headings announces two things at least, and most of its cells announce something. */
function announces(cells: readonly [number, GridCell][]): boolean {
  if (cells.length < 2 || cells.some(([, cell]) => isAmount(cell))) return false;
  const senses = cells.map(([, cell]) => senseOf(cell.value));
  const strong = new Set<string>();
  let times = 0;
  let known = 0;
  let named = false;
  for (const sense of senses) {
    if (sense.strength > 0.3) known += 1;
    if (sense.months) times += 1;
    else if (sense.field && sense.strength >= 0.72) strong.add(sense.field);
    else if (sense.money) strong.add('money');
    if (sense.field === 'name' || sense.field === 'group') named ||= sense.strength >= 0.5;
  }
  if (times >= 3) strong.add('months');
  if (known * 2 < cells.length) return false;
  return strong.size >= 3 || (strong.size >= 2 && (named || strong.has('label')));
}

function isAmount({ value }: GridCell): boolean {
  return (
    typeof value === 'number' && !(value > 2500 && value < 2650 && Number.isInteger(value)) && value > 40
  );
}

/** Whether a row goes on with the headings above it: it divides them, or counts the columns. */
function continues(grid: Grid, first: number, row: number): boolean {
  const own = ownCells(grid, row);
  if (own.length === 0) return Object.values(grid.rows[row] ?? {}).some(({ covered }) => covered === 'above');
  const texts = own.map(([, cell]) => tidy(textOf(cell)));
  // One line across the table begins its first group; a unit alone belongs to the heading above it.
  const besides = Object.values(grid.rows[row]!).some(({ covered }) => covered === 'above');
  if (own.length === 1 && !besides) return unitLine(texts[0]!) !== null;
  if (own.length >= 3 && texts.every((text) => columnCount.test(text)) && countsUp(texts)) return true;
  if (own.some(([, cell]) => isAmount(cell))) return false;
  return own.every(([column, cell]) => {
    const sense = senseOf(cell.value);
    const over = cellAt(grid, first, column);
    const overSense = over ? senseOf(over.value) : null;
    // Words under the heading of names are data, unless they are a heading of names again.
    if (overSense?.field === 'name' && over?.covered === undefined && !over?.spans)
      return sense.field === 'name' && sense.strength > 0.7;
    if (sense.strength >= 0.5) return true;
    const under = over !== undefined && (over.covered === 'left' || (over.spans ?? 1) > 1);
    return under && typeof cell.value === 'string' && cell.value.length < 60 && !isMark(cell);
  });
}

function isMark(cell: GridCell): boolean {
  return !/[a-z\u0e01-\u0e2e]{2}/i.test(textOf(cell));
}

function countsUp(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0]));
  return numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1);
}

/** The headings over each column; an upper one without a merge reaches right as far as lower ones stand alone. */
function pathsOf(grid: Grid, first: number, last: number): Map<number, string[]> {
  const columns = new Set<number>();
  const rows = rowNumbers(grid).filter((row) => row >= first && row <= last);
  for (const row of rows)
    for (const [column, cell] of Object.entries(grid.rows[row]!))
      if (textOf(cell).trim() !== '') columns.add(Number(column));
  const paths = new Map<number, string[]>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    const path: string[] = [];
    for (const row of rows) {
      const text = tidy(textOf(cellAt(grid, row, column) ?? reaching(grid, row, column, last)));
      if (text !== '' && path.at(-1) !== text && !columnCount.test(text)) path.push(text);
    }
    if (path.length > 0) paths.set(column, path);
  }
  return paths;
}

function reaching(grid: Grid, row: number, column: number, last: number): GridCell | undefined {
  if (row === last || !hasBelow(grid, row, column, last)) return undefined;
  for (let left = column - 1; left > 0; left -= 1) {
    const cell = cellAt(grid, row, left);
    if (cell === undefined) {
      if (!hasBelow(grid, row, left, last)) return undefined;
      continue;
    }
    return hasBelow(grid, row, left, last) && cell.spans === undefined && cell.covered === undefined
      ? cell
      : undefined;
  }
  return undefined;
}

function hasBelow(grid: Grid, row: number, column: number, last: number): boolean {
  for (let below = row + 1; below <= last; below += 1) {
    const cell = cellAt(grid, below, column);
    if (cell && cell.covered !== 'above' && textOf(cell).trim() !== '') return true;
  }
  return false;
}

export function pathSenses(path: readonly string[]): HeadingSense[] {
  return path.map((text) => senseOf(text));
}
