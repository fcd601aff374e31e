/** Decides which of several columns of money is the budget: the plan's year, the sum of the others, the granted one; map-columns calls it. */
import type { Satang } from '../domain/money.ts';
import { moneyWords } from '../text/plan-money-words.ts';
import { mayBeMoney, moneyByRow } from './column-profile.ts';
import type { Table } from './find-tables.ts';
import type { ColumnCandidate, MapContext } from './map-columns.ts';
import type { MoneyRead } from './money-text.ts';

type Sums = Map<number, MoneyRead | null>;

export function chooseMoney(table: Table, candidates: readonly ColumnCandidate[], context: MapContext): void {
  const said = candidates.filter(
    ({ mapped }) => 'field' in mapped.use && mapped.use.field === 'budget' && !('unused' in mapped.use),
  );
  const sums = new Map<ColumnCandidate, Sums>();
  const sumsOf = (candidate: ColumnCandidate): Sums => {
    const known = sums.get(candidate);
    if (known) return known;
    const made = moneyByRow(table, candidate.mapped.column, candidate.mapped.power ?? 0);
    sums.set(candidate, made);
    return made;
  };
  const money = candidates.filter(({ money: role, profile }) => role !== null && profile.filled > 0);
  for (const candidate of candidates) {
    const { mapped, profile } = candidate;
    const isSpread = 'unused' in mapped.use && mapped.use.unused === 'spread';
    const isUnknown = 'unused' in mapped.use && mapped.use.unused === 'unknown';
    if (candidate.money !== null || isSpread || (isUnknown && mayBeMoney(profile)))
      mapped.sum = totalOf(sumsOf(candidate));
  }
  for (const { mapped, money: role } of candidates)
    if (role === 'other' && mapped.by !== 'person') mapped.use = { unused: 'other-money' };
  const open = ofYear(
    money.filter(({ money: role, mapped }) => role !== 'other' && mapped.by !== 'person'),
    context.fiscalYear,
  );
  const chosen = said.length > 0 ? said : choose(open, sumsOf, candidates);
  for (const candidate of chosen) {
    if (candidate.mapped.by !== 'person') candidate.mapped.use = { field: 'budget' };
    candidate.mapped.sum = totalOf(sumsOf(candidate));
  }
  if (chosen.length !== 1) return;
  const parts = open.filter((candidate) => !chosen.includes(candidate));
  if (
    parts.length > 0 &&
    (isSumOf(sumsOf(chosen[0]!), parts.map(sumsOf)) || parts.every(({ money: role }) => role === 'part'))
  )
    for (const { mapped } of parts) mapped.use = { unused: 'part' };
}

/** Columns that name years: those of the plan's year; without a year they all stay. */
function ofYear(money: readonly ColumnCandidate[], fiscalYear: number | null): ColumnCandidate[] {
  const years = new Set(money.flatMap(({ year }) => (year === null ? [] : [year])));
  if (years.size === 0) return [...money];
  const wanted =
    fiscalYear !== null && years.has(fiscalYear) ? fiscalYear : years.size === 1 ? [...years][0] : null;
  for (const { mapped, year } of money)
    if (year !== null && year !== wanted) mapped.use = { unused: 'other-year' };
  // A sum over all years is no budget of one.
  const own = money.filter(({ year }) => year === wanted);
  if (own.length > 0)
    for (const { mapped, year } of money)
      if (year === null && years.size > 1) mapped.use = { unused: 'other-year' };
  return own.length > 0 ? own : [];
}

function choose(
  open: readonly ColumnCandidate[],
  sumsOf: (candidate: ColumnCandidate) => Sums,
  all: readonly ColumnCandidate[],
): ColumnCandidate[] {
  if (open.length === 1) return [...open];
  if (open.length === 0) return guess(all);
  // What the others come to in every row is the whole, whatever the words.
  const whole = open.filter((candidate) => {
    const others = open.filter((other) => other !== candidate);
    return isSumOf(sumsOf(candidate), others.map(sumsOf));
  });
  if (whole.length === 1) return whole;
  const totals = open.filter(({ money }) => money === 'total');
  if (totals.length > 0) return [totals.at(-1)!];
  const plain = open.filter(({ money }) => money === 'plain');
  // Kinds of spending side by side add up.
  if (plain.length === 0) return [...open];
  if (plain.length === 1) return plain;
  const granted = plain.filter(({ path }) => moneyWords.granted.some((word) => path.join('').includes(word)));
  return [granted[0] ?? plain[0]!];
}

/** No heading says money: the only column that may be. A person must say so. */
function guess(all: readonly ColumnCandidate[]): ColumnCandidate[] {
  const unknown = all.filter(
    ({ mapped, profile }) =>
      'unused' in mapped.use &&
      (mapped.use.unused === 'unknown' || mapped.use.field === 'detail') &&
      mayBeMoney(profile),
  );
  if (unknown.length !== 1) return [];
  unknown[0]!.mapped.by = 'cells';
  return unknown;
}

/** Whether in every row that has both, this is what the others come to, and at least two of them are ever filled. */
export function isSumOf(whole: Sums, parts: readonly Sums[]): boolean {
  const filled = parts.filter((part) => [...part.values()].some((read) => (read?.satang ?? 0) > 0));
  if (filled.length < 2) return false;
  let compared = 0;
  for (const [row, read] of whole) {
    const sum = parts.reduce((all, part) => all + (part.get(row)?.satang ?? 0), 0);
    if (sum === 0 && (read?.satang ?? 0) === 0) continue;
    if (read?.satang !== sum) return false;
    compared += 1;
  }
  return compared > 0;
}

export function totalOf(sums: Sums): Satang {
  return [...sums.values()].reduce((all, read) => all + (read?.satang ?? 0), 0);
}
