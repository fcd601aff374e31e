/** Says of every column that is not used what it holds, and checks parts and spreads against the budget; understand.ts calls it. */
import { pathSenses } from './find-tables.ts';
import { shown } from './cells.ts';
import type { Satang } from '../domain/money.ts';
import { mayBeMoney, moneyByRow, profileOf } from './column-profile.ts';
import type { Say } from './findings.ts';
import { isSumOf, totalOf } from './choose-money.ts';
import { columnsHolding, type MappedColumn, type Mapping, type PlanField } from './mapping.ts';
import { cellAt, placeOf } from './source.ts';

export function checkColumns(
  mappings: readonly Mapping[],
  isForm: boolean,
  numbered: boolean,
  say: Say,
): void {
  for (const mapping of mappings) {
    checkMoney(mapping, say, isForm);
    for (const column of mapping.columns) sayUnused(mapping, column, say);
  }
  const missing = (field: PlanField): boolean =>
    mappings.every((mapping) => columnsHolding(mapping, field).length === 0);
  const times = mappings.some(({ columns }) =>
    columns.some(({ use }) => 'months' in use && !('unused' in use)),
  );
  if (missing('budget')) say('', 'no-money-column');
  if (missing('months') && missing('start') && !times) say('', 'no-month-column');
  if (missing('owner')) say('', 'no-owner-column');
  for (const field of ['label', 'indicator', 'target', 'unit'] as const)
    if (missing(field) && !(field === 'label' && numbered)) say('', 'no-column', field);
  for (const mapping of mappings) missingMonths(mapping, say);
}

function placeOfColumn(mapping: Mapping, column: MappedColumn): string {
  return `${mapping.table.grid.name}!${column.letter}`;
}

function sayUnused(mapping: Mapping, column: MappedColumn, say: Say): void {
  const { use, heading, samples, sum, filled } = column;
  const at = placeOfColumn(mapping, column);
  if (!('unused' in use)) {
    if (column.by === 'cells' && 'field' in use)
      say(at, use.field === 'budget' ? 'money-guessed' : 'name-guessed', heading, samples.join(' · '), sum);
    return;
  }
  const held = samples.join(' · ');
  if (filled === 0 && use.unused !== 'unknown') return;
  switch (use.unused) {
    case 'said':
    case 'aside':
      if (
        use.unused !== 'said' &&
        use.field !== 'result' &&
        use.field !== 'price' &&
        (mayBeMoney(profileOf(mapping.table, column.column)) || isMoneyHeading(mapping, column))
      )
        say(at, 'column-money', heading, held, totalOf(moneyByRow(mapping.table, column.column, 0)));
      else say(at, 'column-unused', heading, held);
      break;
    case 'unknown':
      if (filled === 0) break;
      if (sum !== null && !equalsBudget(mapping, column)) say(at, 'column-money', heading, held, sum);
      else say(at, 'column-unknown', heading, held);
      break;
    case 'part':
      say(at, 'column-part', heading, held, sum);
      break;
    case 'other-year':
      say(at, 'column-year', heading, held, sum);
      break;
    case 'spread':
      say(at, 'column-spread', heading, held, sum);
      break;
    case 'other-money':
      say(at, 'column-other-money', heading, held, sum);
      break;
    case 'double':
      if (sum !== null && sum > 0 && !equalsBudget(mapping, column) && !saidByPerson(mapping))
        say(at, 'column-money', heading, held, sum);
      else say(at, 'column-double', heading, held);
  }
}

/** A heading that speaks of money, with numbers under it, however small. */
function isMoneyHeading(mapping: Mapping, { column }: MappedColumn): boolean {
  const money = pathSenses(mapping.table.paths.get(column) ?? []).some(
    (sense) => sense.money !== null && sense.money !== 'other',
  );
  return money && profileOf(mapping.table, column).numbers > 0;
}

function saidByPerson(mapping: Mapping): boolean {
  return columnsHolding(mapping, 'budget').some(({ by }) => by === 'person');
}

function equalsBudget(mapping: Mapping, column: MappedColumn): boolean {
  const [budget] = columnsHolding(mapping, 'budget');
  if (!budget) return false;
  const [own, other] = [
    moneyByRow(mapping.table, budget.column, budget.power ?? 0),
    moneyByRow(mapping.table, column.column, column.power ?? 0),
  ];
  return [...other].every(([row, read]) => read?.satang === own.get(row)?.satang);
}

/** Parts and quarters must come to the budget of their row; figures that are no money at all are left alone. */
function checkMoney(mapping: Mapping, say: Say, isForm: boolean): void {
  const budgets = columnsHolding(mapping, 'budget');
  const [budget] = budgets;
  if (!budget) return;
  if (budgets.length > 1)
    say(
      placeOfColumn(mapping, budget),
      'money-added-columns',
      budgets.map(({ heading }) => heading).join(' + '),
      '',
      budgets.reduce((sum, one) => sum + (one.sum ?? 0), 0),
    );
  const own = moneyByRow(mapping.table, budget.column, budget.power ?? 0);
  checkUnit(mapping, budget, own, say, isForm);
  const byUse = (unused: string): MappedColumn[] =>
    mapping.columns.filter(({ use, filled }) => 'unused' in use && use.unused === unused && filled > 0);
  const parts = byUse('part');
  if (parts.length > 0) compareRows(mapping, budget, parts, 'parts-differ', say);
  const spread = byUse('spread').filter(({ use }) => 'months' in use && use.months !== undefined);
  const quarters = spread.filter(({ use }) => 'months' in use && (use.months?.length ?? 0) > 1);
  const monthly = spread.filter(({ use }) => 'months' in use && use.months?.length === 1);
  const shown = quarters.length > 0 ? quarters : monthly;
  const sums = shown.map((column) => moneyByRow(mapping.table, column.column, column.power ?? 0));
  const total = sums.reduce((sum, one) => sum + totalOf(one), 0);
  if (shown.length > 1 && total > 0 && !isSumOf(own, sums))
    compareRows(mapping, budget, shown, 'spread-differs', say);
}

const SHOWN_ROWS = 5;

function compareRows(
  mapping: Mapping,
  budget: MappedColumn,
  parts: readonly MappedColumn[],
  kind: 'parts-differ' | 'spread-differs',
  say: Say,
): void {
  const { table } = mapping;
  const own = moneyByRow(table, budget.column, budget.power ?? 0);
  const sums = parts.map((part) => moneyByRow(table, part.column, part.power ?? 0));
  let shown = 0;
  for (const row of table.body) {
    const filled = sums.some((sum) => (sum.get(row)?.satang ?? 0) > 0);
    if (!filled) continue;
    const sum: Satang = sums.reduce((all, one) => all + (one.get(row)?.satang ?? 0), 0);
    const stated = own.get(row)?.satang ?? 0;
    if (sum === stated || (shown += 1) > SHOWN_ROWS) continue;
    say(placeOf(table.grid, row, budget.column), kind, String(sum), String(stated), sum - stated);
  }
}

/** Numbers that are no sums of baht, under a heading that names no unit; or of millions where it says thousands. */
function checkUnit(
  mapping: Mapping,
  budget: MappedColumn,
  own: ReturnType<typeof moneyByRow>,
  say: Say,
  isForm: boolean,
): void {
  const at = placeOfColumn(mapping, budget);
  const plain = [...own].flatMap(([row, read]) => {
    const cell = cellAt(mapping.table.grid, row, budget.column);
    return read?.satang &&
      (typeof cell?.value === 'number' || /^[\d\u0e50-\u0e59,.]+$/.test(shown(cell?.value ?? null)))
      ? [read.satang / 100]
      : [];
  });
  if (plain.length === 0) return;
  const sorted = plain.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  if (budget.power === null && !isForm && sorted.at(-1)! < 1000)
    say(at, 'unit-unsure', budget.heading, 'none', budget.sum);
  else if ((budget.power ?? 0) >= 3 && median >= 10 ** ((budget.power ?? 0) + 5))
    say(at, 'unit-unsure', budget.heading, String(budget.power), budget.sum);
}

/** A month that is missing between others: a column may have been deleted. */
function missingMonths(mapping: Mapping, say: Say): void {
  const months = new Set(
    mapping.columns.flatMap(({ use }) => ('months' in use && use.months ? use.months : [])),
  );
  if (months.size < 2) return;
  const fiscal = [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const places = fiscal.flatMap((month, index) => (months.has(month) ? [index] : []));
  const gaps = fiscal.filter(
    (month, index) => !months.has(month) && index > places[0]! && index < places.at(-1)!,
  );
  const ends = fiscal.filter(
    (month, index) => !months.has(month) && (index < places[0]! || index > places.at(-1)!),
  );
  const lost = months.size >= 9 ? [...gaps, ...ends] : gaps;
  if (lost.length > 0) say(mapping.table.grid.name, 'month-missing', lost.join(','));
}
