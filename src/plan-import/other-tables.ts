/** Says what the tables and sheets hold that are not the plan's, and whether their money is explained; understand.ts calls it. */
import type { Satang } from '../domain/money.ts';
import { tidy } from './cells.ts';
import type { ChosenTables } from './choose-tables.ts';
import type { Say } from './findings.ts';
import { ownCells, textOf } from './find-tables.ts';
import { columnsHolding } from './mapping.ts';
import { readMoneyCell } from './money-text.ts';
import { type Grid, rowNumbers } from './source.ts';
import type { Sum } from './sums.ts';

const SHOWN_CELLS = 8;

export function checkOthers(
  others: ChosenTables['others'],
  total: Satang,
  sums: readonly Sum[],
  say: Say,
): void {
  const known = new Set([total, ...sums.map(({ stated }) => stated), ...sums.map(({ read }) => read)]);
  for (const { grid, mapping } of others) {
    const content = contentOf(grid);
    if (content === '') continue;
    if (
      mapping &&
      mapping.columns.some(({ use, filled }) => 'unused' in use && use.field === 'result' && filled > 0)
    ) {
      say(grid.name, 'table-report', content);
      continue;
    }
    const sum = mapping
      ? columnsHolding(mapping, 'budget').reduce((all, column) => all + (column.sum ?? 0), 0)
      : 0;
    const largest = mapping ? sum : largestAmount(grid);
    if (sum > 0 || (!mapping && largest >= 100_000)) {
      // A summary says again what the plan comes to.
      if (known.has(sum) || amounts(grid).some((amount) => amount === total && total > 0))
        say(grid.name, 'table-same', content);
      else
        say(
          grid.name,
          grid.kind === 'sheet' && !mapping ? 'table-unused' : 'table-money',
          content,
          '',
          largest,
        );
    } else say(grid.name, grid.kind === 'sheet' ? 'sheet-unused' : 'table-unused', content);
  }
}

function contentOf(grid: Grid): string {
  return rowNumbers(grid)
    .slice(0, 5)
    .flatMap((row) => ownCells(grid, row).map(([, cell]) => tidy(textOf(cell))))
    .slice(0, SHOWN_CELLS)
    .join(' · ');
}

function amounts(grid: Grid): Satang[] {
  return rowNumbers(grid)
    .slice(0, 500)
    .flatMap((row) => ownCells(grid, row).map(([, cell]) => readMoneyCell(cell, 0)?.satang ?? 0));
}

function largestAmount(grid: Grid): Satang {
  return amounts(grid).reduce((largest, one) => Math.max(largest, one), 0);
}
