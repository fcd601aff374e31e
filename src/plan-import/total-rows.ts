/** Knows the rows that sum others by what they are called; rows and columns are read without them. */
import { totalRows } from '../text/plan-row-words.ts';
import { plainDigits, tidy } from './cells.ts';
import { ownCells, textOf } from './find-tables.ts';
import type { Grid } from './source.ts';

/** @returns whether the words of a row can only be those of a total, or could be. */
export function totalName(text: string): 'total' | 'perhaps' | null {
  const key = plainDigits(tidy(text))
    .toLowerCase()
    .replace(/[\s:().*]+/g, '');
  const begin = totalRows.begin.find((word) => key.startsWith(word));
  if (begin === undefined) return null;
  const rest = key.slice(begin.length);
  if (rest === '' || /^[\d,.\-–]/.test(rest)) return 'total';
  return totalRows.rest.some((word) => rest.startsWith(word)) ? 'total' : 'perhaps';
}

export function isWholeTotal(text: string): boolean {
  const key = tidy(text).toLowerCase().replace(/\s+/g, '');
  return totalRows.whole.some((word) => key.includes(word));
}

/** Whether the first words of a row are those of a total, and nothing numbers it. */
export function looksLikeTotal(grid: Grid, row: number): boolean {
  const cells = ownCells(grid, row).slice(0, 2);
  return cells.some(([, cell], index) => {
    if (index === 1 && /\d/.test(textOf(cells[0]![1]))) return false;
    return totalName(textOf(cell)) === 'total';
  });
}
