/** Reads a row that names activities: one, or several in the same cell with what stands beside them; read-row calls it. */
import { documentWords } from '../text/plan-document-words.ts';
import { noMoney } from '../text/plan-money-words.ts';
import { ditto } from '../text/plan-row-words.ts';
import { planWords } from '../text/plan-words.ts';
import { tidy } from './cells.ts';
import { entry, type PlanEntry, type PlanRows } from './entries.ts';
import { columnsHolding } from './mapping.ts';
import { readMoneyText } from './money-text.ts';
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
import { amountsIn, leafPieces, splitCell, type CellPiece, splitActivities } from './split-cell.ts';
import { cellAt, placeOf } from './source.ts';

export interface NamedActivity {
  label: string;
  /** Lines kept. */
  name: string;
  sub: boolean;
  /** The group that is the activity itself. */
  depthOf?: PlanEntry;
}

export function readActivityRow(
  reader: RowReader,
  row: number,
  rows: PlanRows,
  { label, name, sub }: NamedActivity,
): void {
  const { grid } = reader.mapping.table;
  const nameCell = fieldCell(reader, row, 'name') ?? fieldCell(reader, row, 'group', true);
  const at = nameCell?.at ?? placeOf(grid, row, 1);
  const money = rowMoney(reader, row);
  const texts: RowTexts = {
    budget: money,
    targets: fieldText(reader, row, 'target'),
    units: fieldText(reader, row, 'unit', true),
    indicators: dittoed(fieldText(reader, row, 'indicator'), rows, 'indicator'),
  };
  const pieces = piecesOf(name, label, texts, grid.kind === 'table');
  const first = pieces[0]!;
  if (label !== '' && first.label === null) first.label = label;
  const made = pieces.map((piece) =>
    entry(at, grid.name, tidy(piece.text), {
      label: tidy(piece.label ?? ''),
      sub: sub && pieces.length === 1,
    }),
  );
  const leaves = leafPieces(pieces).map((index) => made[index]!);
  if (made.length > 1)
    reader.say(at, 'split', pieces.map((piece) => piece.label ?? piece.text.slice(0, 20)).join(', '));
  shareMoney(reader, made, leaves, texts.budget);
  shareTargets(reader, made, leaves, texts, at);
  shareIndicators(reader, made, leaves, texts, at);
  const months = rowMonths(reader, row);
  for (const leaf of leaves) leaf.months = months;
  if (months.length > 0 && leaves.length > 1)
    reader.say(at, 'months-shared', leaves.map((leaf) => leaf.label).join(', '));
  shareOwners(made, leaves, dittoed(fieldText(reader, row, 'owner', true), rows, 'owner'));
  const fund = tidy(fieldText(reader, row, 'fund', true)) || money?.fund || null;
  if (fund !== null && noMoney.test(fund)) for (const leaf of leaves) leaf.budget ??= 0;
  else if (fund !== null && !planWords.nothing.includes(fund)) for (const leaf of leaves) leaf.fund = fund;
  shareMerged(reader, row, made, rows, money);
  rows.entries.push(...made);
}

interface RowTexts {
  budget: RowMoney | null;
  targets: string;
  units: string;
  indicators: string;
}

/** Numbers inside a name part it only where what stands beside it has as many parts, or Word shows a list. */
function piecesOf(name: string, label: string, texts: RowTexts, isWord: boolean): CellPiece[] {
  const pieces = splitActivities(name);
  const whole: CellPiece[] = [
    {
      label: pieces[0]?.label ?? null,
      text: pieces
        .map((piece, index) => (index === 0 ? piece.text : `${piece.label ?? ''} ${piece.text}`))
        .join(' '),
    },
  ];
  if (pieces.length < 2) return pieces.length === 1 ? pieces : whole;
  if (pieces[0]!.label === null && label === '') {
    // Words before the first number: a name with a list in it.
    if (!isWord) return whole;
  }
  const counts = [pieces.length, leafPieces(pieces).length].filter((count) => count > 1);
  const parts = [
    amountsIn(texts.budget?.text ?? '').length,
    texts.targets.split('\n').length,
    texts.indicators.split('\n').length,
  ];
  const fits = parts.some((part) => counts.includes(part));
  const isList = isWord && pieces[0]!.label !== null;
  return fits || isList ? pieces : whole;
}

/** As many sums as activities go one to each; a single one belongs to what the cell begins with. */
function shareMoney(reader: RowReader, made: PlanEntry[], leaves: PlanEntry[], money: RowMoney | null): void {
  if (!money) return;
  const amounts = amountsIn(money.text);
  for (const one of made) one.budgetAt = money.at;
  if (made.length === 1) {
    made[0]!.budget = money.satang;
    if (money.added.length > 1) reader.say(money.at, 'money-added', made[0]!.name, '', money.satang);
    return;
  }
  const holders = amounts.length === made.length ? made : leaves;
  if (amounts.length === holders.length) {
    for (const [index, holder] of holders.entries())
      holder.budget = readMoneyText(amounts[index]!, money.power)?.satang ?? null;
    return;
  }
  if (amounts.length === 1 && money.satang !== null) {
    // One sum for a heading and its parts is the heading's.
    const holder = leaves.includes(made[0]!) ? leaves[0]! : made[0]!;
    holder.budget = money.satang;
    reader.say(
      money.at,
      'money-shared',
      money.text,
      leaves.map((leaf) => leaf.label || leaf.name).join(', '),
      money.satang,
    );
    return;
  }
  if (money.satang === 0) for (const leaf of leaves) leaf.budget = 0;
  else if (money.text !== '' && !planWords.nothing.includes(money.text))
    reader.say(money.at, 'money-short', money.text);
}

function shareTargets(
  reader: RowReader,
  made: PlanEntry[],
  leaves: PlanEntry[],
  texts: RowTexts,
  at: string,
): void {
  const holders = texts.targets.split('\n').length === made.length ? made : leaves;
  const numbers = splitCell(texts.targets, holders.length, []);
  const units = splitCell(texts.units, holders.length, []);
  const heading = columnsHolding(reader.mapping, 'target')[0]?.heading ?? '';
  const inHeading = /\(([^)\d]{1,20})\)[^()]*$/.exec(heading)?.[1]?.trim() ?? null;
  for (const [index, holder] of holders.entries()) {
    const read = targetOf((numbers.length === 1 ? numbers[0] : numbers[index]) ?? '');
    holder.target = read.target;
    if (read.text !== null) {
      if (texts.indicators === '' && /[a-z\u0e01-\u0e2e]{2}/i.test(read.text)) holder.indicator ??= read.text;
      else reader.say(at, 'target-unread', read.text, holder.name);
    }
    const unit = tidy((units.length === 1 ? units[0] : units[index]) ?? '');
    holder.unit =
      unit !== '' && !planWords.nothing.includes(unit)
        ? unit
        : (read.unit ?? (read.target === null ? null : inHeading));
  }
}

function shareIndicators(
  reader: RowReader,
  made: PlanEntry[],
  leaves: PlanEntry[],
  { indicators: text }: RowTexts,
  at: string,
): void {
  if (text === '') return;
  const holders = text.split('\n').length === made.length ? made : leaves;
  const parts = holders.length === 1 ? [text] : splitCell(text, holders.length, documentWords.indicator);
  if (parts.length !== holders.length) reader.say(at, 'indicator-unsplit', text);
  for (const [index, holder] of holders.entries()) {
    const part = tidy(parts[index] ?? '');
    if (part !== '' && !planWords.nothing.includes(part)) holder.indicator = part;
  }
}

function shareOwners(made: PlanEntry[], leaves: PlanEntry[], text: string): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const each = leaves.length > 1 && lines.length === leaves.length;
  for (const one of made) one.owner = ownersIn(text) || null;
  if (each) for (const [index, leaf] of leaves.entries()) leaf.owner = ownersIn(lines[index]!) || null;
}

function dittoed(text: string, { entries }: PlanRows, field: 'owner' | 'indicator'): string {
  return ditto.includes(tidy(text).toLowerCase()) ? (entries.at(-1)?.[field] ?? '') : text;
}

/** A sum merged over several named rows is not the first one's alone: it is their group's. */
function shareMerged(
  reader: RowReader,
  row: number,
  made: PlanEntry[],
  rows: PlanRows,
  money: RowMoney | null,
): void {
  const { grid } = reader.mapping.table;
  const [column] = columnsHolding(reader.mapping, 'budget');
  const name = columnsHolding(reader.mapping, 'name')[0];
  if (!money?.satang || !column || !name || made.length !== 1) return;
  const below = cellAt(grid, row + 1, column.column);
  const named = cellAt(grid, row + 1, name.column);
  if (below?.covered !== 'above' || !named || named.covered !== undefined || named.value === null) return;
  const last = rows.entries.at(-1);
  if (last?.kind === 'group' && last.budget === null) {
    last.budget = money.satang;
    last.budgetAt = money.at;
    made[0]!.budget = null;
  } else reader.say(money.at, 'money-shared', money.text, made[0]!.name, money.satang);
}
