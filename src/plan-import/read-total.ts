/** Reads rows that sum others, for comparison alone; read-row calls it. */
import type { PlanRows } from './entries.ts';
import { readMoneyText, readMoneyCell } from './money-text.ts';
import { fieldCell, rowMoney } from './row-values.ts';
import { totalName, isWholeTotal } from './total-rows.ts';
import { columnsHolding } from './mapping.ts';
import type { RowState } from './row-state.ts';
import type { Satang } from '../domain/money.ts';
import { ownCells, textOf } from './find-tables.ts';
/** A row that sums others is kept for comparison. */
export function readTotal(
  state: RowState,
  row: number,
  at: string,
  label: string,
  name: string,
  texts: readonly string[],
): boolean {
  const { reader, rows } = state;
  const first = texts[0] ?? '';
  const said = [label, name, first]
    .map((text) => ({ text, kind: totalName(text) }))
    .find(({ kind }) => kind !== null);
  if (!said || (label !== '' && totalName(label) === null)) return false;
  const cell = fieldCell(reader, row, 'budget');
  const inText = readMoneyText(
    said.text.replace(/^[^\d\u0e50-\u0e59]+/, ''),
    columnsHolding(reader.mapping, 'budget')[0]?.power ?? 0,
  );
  const stated = cell ? (rowMoney(reader, row)?.satang ?? null) : (inText?.satang ?? strayMoney(state, row));
  if (said.kind === 'perhaps' && !(stated !== null && stated > 0 && sumsSince(rows, stated))) return false;
  if (stated === null) {
    const digits = texts.some((text) => /\d{3}|[\u0e50-\u0e59]{3}/.test(text));
    if (digits) reader.say(at, 'row-unused', texts.join(' · '));
    return true;
  }
  const { name: gridName } = reader.mapping.table.grid;
  rows.totals.push({
    at: cell?.at ?? at,
    name: said.text,
    stated,
    after: rows.entries.length,
    whole: isWholeTotal(said.text),
    grid: gridName,
  });
  return true;
}

/** The only number of the row, where it stands in another column than budgets do. */
function strayMoney({ reader }: RowState, row: number): Satang | null {
  const power = columnsHolding(reader.mapping, 'budget')[0]?.power ?? 0;
  const found = ownCells(reader.mapping.table.grid, row).flatMap(([, cell]) => {
    const read = /\d|[\u0e50-\u0e59]/.test(textOf(cell)) ? readMoneyCell(cell, power) : null;
    return read?.satang ? [read.satang] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

/** Whether the money of all entries, or of some of the last ones, comes to this. */
export function sumsSince({ entries }: PlanRows, stated: number, least = 1): boolean {
  let sum = 0;
  let count = 0;
  for (const { budget } of entries.toReversed()) {
    sum += budget ?? 0;
    count += budget ? 1 : 0;
    if (sum === stated && count >= least) return true;
  }
  return false;
}
