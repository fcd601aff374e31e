/** Reads rows that say more of the row above them: sums, owners and targets under a merged name; read-rows calls it. */
import { sumsSince } from './read-total.ts';
import type { PlanEntry } from './entries.ts';
import { targetOf, ownersIn, rowMonths, rowMoney, fieldText, fieldCell } from './row-values.ts';
import { planWords } from '../text/plan-words.ts';
import { cellAt } from './source.ts';
import { tidy } from './cells.ts';
import { readMoneyCell } from './money-text.ts';
import { readActivityRow } from './read-activity.ts';
import { documentWords } from '../text/plan-document-words.ts';
import { columnsHolding } from './mapping.ts';
import { subRows } from '../text/plan-row-words.ts';
import { groupWord, type RowState } from './row-state.ts';
/** More of the row above: its name runs over several rows, each with sums, owners or targets of its own. */
export function readMore(
  state: RowState,
  row: number,
  last: PlanEntry,
  at: string,
  texts: readonly string[],
): void {
  const { reader } = state;
  if (last.kind === 'group') {
    const money = rowMoney(reader, row);
    if (columnsHolding(reader.mapping, 'group').length > 0 && (money || texts.length > 1))
      return readUnder(state, row, last);
    if (money?.satang) last.budget = (last.budget ?? 0) + money.satang;
    else unusedRow(state, row, at, texts);
    return;
  }
  if (readUnnamedTotal(state, row, texts)) return;
  let used = 0;
  const money = rowMoney(reader, row);
  if (money?.satang !== null && money !== null) {
    const before = last.budget;
    last.budget = (before ?? 0) + money.satang;
    if (before !== null && money.satang > 0) reader.say(money.at, 'money-added', last.name, '', money.satang);
    used += 1;
  }
  const target = targetOf(fieldText(reader, row, 'target'));
  if (target.target !== null && last.target === null)
    [last.target, last.unit] = [target.target, last.unit ?? target.unit];
  else if (target.target !== null && target.target !== last.target)
    reader.say(at, 'value-double', `${target.target}`, last.name);
  const unit = tidy(fieldText(reader, row, 'unit'));
  if (unit !== '' && !planWords.nothing.includes(unit)) last.unit ??= unit;
  const indicator = tidy(fieldText(reader, row, 'indicator')) || (target.text ?? '');
  if (indicator !== '' && !planWords.nothing.includes(indicator))
    last.indicator = last.indicator === null ? indicator : `${last.indicator} ${indicator}`;
  const owner = ownersIn(fieldText(reader, row, 'owner'));
  if (owner !== '')
    last.owner =
      last.owner === null ? owner : last.owner.includes(owner) ? last.owner : `${last.owner}, ${owner}`;
  const months = rowMonths(reader, row);
  last.months = [...new Set([...last.months, ...months])].sort();
  used +=
    [target.target, unit, indicator, owner].filter((one) => one !== null && one !== '').length +
    months.length;
  if (used === 0) unusedRow(state, row, at, texts);
}

/** Words below an activity without money of their own: its indicator, or more of its name. */
export function readBelow(
  state: RowState,
  row: number,
  last: PlanEntry,
  name: string,
  others: number,
  at: string,
): boolean {
  const { reader } = state;
  if (last.kind === 'group') return false;
  const bare = tidy(name.replace(/^[-•–*·●▪]\s*/, ''));
  const target = targetOf(fieldText(reader, row, 'target'));
  const isIndicator = documentWords.indicator.some((word) => bare.startsWith(word));
  if (target.target !== null && last.target === null && (isIndicator || last.indicator === null)) {
    last.indicator ??= bare;
    readMore(state, row, last, at, [name]);
    return true;
  }
  const hasMonths = rowMonths({ ...reader, say: () => undefined }, row).length > 0;
  if (others > 0 && (hasMonths || fieldText(reader, row, 'owner') !== '')) return false;
  if (groupWord(name) !== null && others === 0 && !subRows.test(name)) return false;
  last.name = `${last.name} ${tidy(name)}`;
  reader.say(at, 'row-joined', tidy(name), last.label || last.name);
  if (others > 0) readMore(state, row, last, at, [name]);
  return true;
}

export function unusedRow({ reader }: RowState, row: number, at: string, texts: readonly string[]): void {
  const { grid } = reader.mapping.table;
  const money = columnsHolding(reader.mapping, 'budget').some(
    ({ column }) => (readMoneyCell(cellAt(grid, row, column), 0)?.satang ?? 0) > 0,
  );
  reader.say(at, money ? 'row-money' : 'row-unused', texts.join(' · '));
}

/** A project without activities of its own: the group is what is done. */
export function readUnder({ reader, rows }: RowState, row: number, group: PlanEntry): void {
  rows.entries.pop();
  readActivityRow(reader, row, rows, { label: group.label, name: group.name, sub: false, depthOf: group });
}

/** A sum alone in its row, of two activities or more: a total that nobody named. */
function readUnnamedTotal({ reader, rows }: RowState, row: number, texts: readonly string[]): boolean {
  const cell = fieldCell(reader, row, 'budget');
  const named = fieldText(reader, row, 'name', true);
  if (!cell || texts.length !== 1 || named !== '') return false;
  const stated = readMoneyCell(cell.cell, cell.column.power ?? 0)?.satang ?? null;
  if (stated === null || stated === 0 || !sumsSince(rows, stated, 2)) return false;
  const grid = reader.mapping.table.grid.name;
  rows.totals.push({ at: cell.at, name: texts[0]!, stated, after: rows.entries.length, whole: false, grid });
  return true;
}
