/** What the cells of a column hold, whatever its heading says; the mapping of columns asks. */
import { tidy } from './cells.ts';
import { textOf, type Table } from './find-tables.ts';
import { type MoneyRead, readMoneyCell } from './money-text.ts';
import { cellAt } from './source.ts';
import { looksLikeTotal } from './total-rows.ts';

export interface Profile {
  /** Cells that hold something, covered ones aside. */
  filled: number;
  numbers: number;
  /** Cells of words. */
  words: number;
  /** Median length of the words. */
  length: number;
  /** Cells of one mark, `✓` or `/`. */
  marks: number;
  /** Median of the numbers, as they stand. */
  median: number;
  samples: string[];
}

export function profileOf(table: Table, column: number): Profile {
  const lengths: number[] = [];
  const values: number[] = [];
  const samples: string[] = [];
  let marks = 0;
  let filled = 0;
  for (const row of table.body) {
    const cell = cellAt(table.grid, row, column);
    if (!cell || cell.covered !== undefined || cell.value === null) continue;
    const text = tidy(cell.shown ?? textOf(cell));
    if (text === '') continue;
    filled += 1;
    if (samples.length < 3 && !samples.includes(text.slice(0, 40))) samples.push(text.slice(0, 40));
    const money = readMoneyCell(cell, 0);
    const satang = money?.satang ?? null;
    if (typeof cell.value === 'number') values.push(cell.value);
    else if (satang !== null && /\d/.test(text)) values.push(satang / 100);
    else if (text.length <= 3 || !/[a-z\u0e01-\u0e2e]{2}/i.test(text)) marks += 1;
    else lengths.push(text.length);
  }
  return {
    filled,
    numbers: values.length,
    words: lengths.length,
    length: median(lengths),
    marks,
    median: median(values),
    samples,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Whether numbers so large, and so many, stand in it that they may be money. */
export function mayBeMoney(profile: Profile): boolean {
  return profile.numbers > 0 && profile.numbers >= profile.words && profile.median >= 100;
}

/** What each row's own cell reads as money, rows that sum others aside. */
export function moneyByRow(table: Table, column: number, power: number): Map<number, MoneyRead | null> {
  const found = new Map<number, MoneyRead | null>();
  for (const row of table.body) {
    const cell = cellAt(table.grid, row, column);
    if (!cell || cell.covered !== undefined || cell.value === null || looksLikeTotal(table.grid, row))
      continue;
    const read = readMoneyCell(cell, power);
    if (read === null || read.satang !== null) found.set(row, read);
  }
  return found;
}
