/** Reads rows that say more of the row above them: sums, owners and targets under a merged name; read-row calls it. */
import { sumsSince } from './read-total.ts';
import type { PlanEntry } from './entries.ts';
import {
  fieldCell,
  fieldText,
  ownersIn,
  type RowMoney,
  rowMoney,
  rowMonths,
  type RowReader,
  targetOf,
} from './row-values.ts';
import { planWords } from '../text/plan-words.ts';
import { cellAt } from './source.ts';
import { tidy } from './cells.ts';
import { readMoneyCell } from './money-text.ts';
import { readActivityRow } from './read-activity.ts';
import { documentWords } from '../text/plan-document-words.ts';
import { columnsHolding } from './mapping.ts';
import { subRows } from '../text/plan-row-words.ts';
import { groupWord, type RowState } from './row-state.ts';

/** What a row says of the activity above it; a dash is something said, too. */
interface More {
  money: RowMoney | null;
  target: number | null;
  /** The target's own. */
  targetUnit: string | null;
  unit: string;
  indicator: string;
  owner: string;
}

/** More of the row above: its name runs over several rows, each with sums, owners or targets of its own. */
export function readMore(
  state: RowState,
  row: number,
  last: PlanEntry,
  at: string,
  texts: readonly string[],
): void {
  if (last.kind === 'group') return readMoreOfGroup(state, row, last, at, texts);
  if (readUnnamedTotal(state, row, texts)) return;
  const more = moreIn(state.reader, row);
  sayDoubts(state.reader, last, more, at);
  const months = rowMonths(state.reader, row);
  if (isNothing(more) && months.length === 0) return unusedRow(state, row, at, texts);
  Object.assign(last, withMore(last, more));
  last.months = [...new Set([...last.months, ...months])].sort();
}

/** Below a group there is a sum of its own, or, where groups have a column, what is done in it. */
function readMoreOfGroup(
  state: RowState,
  row: number,
  group: PlanEntry,
  at: string,
  texts: readonly string[],
): void {
  const money = rowMoney(state.reader, row);
  const hasColumn = columnsHolding(state.reader.mapping, 'group').length > 0;
  if (hasColumn && (money || texts.length > 1)) readUnder(state, row, group);
  else if (money?.satang) group.budget = (group.budget ?? 0) + money.satang;
  else unusedRow(state, row, at, texts);
}

function moreIn(reader: RowReader, row: number): More {
  const money = rowMoney(reader, row);
  const { target, unit: targetUnit, text } = targetOf(fieldText(reader, row, 'target'));
  return {
    money,
    target,
    targetUnit,
    unit: tidy(fieldText(reader, row, 'unit')),
    // a target in words is how it is measured
    indicator: tidy(fieldText(reader, row, 'indicator')) || (text ?? ''),
    owner: ownersIn(fieldText(reader, row, 'owner')),
  };
}

function isNothing({ money, target, unit, indicator, owner }: More): boolean {
  return target === null && (money?.satang ?? null) === null && unit + indicator + owner === '';
}

/** A second sum is added, a second target is not: somebody should look at both. */
function sayDoubts({ say }: RowReader, last: PlanEntry, { money, target }: More, at: string): void {
  if (money?.satang && last.budget !== null) say(money.at, 'money-added', last.name, '', money.satang);
  if (target !== null && last.target !== null && target !== last.target)
    say(at, 'value-double', `${target}`, last.name);
}

/** @returns what becomes of an activity with more said of it: sums add up, words are joined, of the rest the first holds. Pure. */
function withMore(last: PlanEntry, more: More): Partial<PlanEntry> {
  return {
    budget: both(last.budget, more.money?.satang ?? null, (before, sum) => before + sum),
    target: last.target ?? more.target,
    unit: last.unit ?? (last.target === null ? more.targetUnit : null) ?? meant(more.unit),
    indicator: both(last.indicator, meant(more.indicator), (before, words) => `${before} ${words}`),
    owner: both(last.owner, more.owner || null, (before, owner) =>
      before.includes(owner) ? before : `${before}, ${owner}`,
    ),
  };
}

/** @returns the one there is, or the two as one. */
function both<Value>(
  before: Value | null,
  more: Value | null,
  join: (before: Value, more: Value) => Value,
): Value | null {
  return before === null || more === null ? (before ?? more) : join(before, more);
}

/** @returns null for an empty cell and for a dash. */
function meant(text: string): string | null {
  return text === '' || planWords.nothing.includes(text) ? null : text;
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
