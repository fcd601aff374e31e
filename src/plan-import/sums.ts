/** Compares what was read with the document's own totals, to the satang; understand.ts calls it. */
import type { Satang } from '../domain/money.ts';
import type { TotalRow } from './entries.ts';
import type { Say } from './findings.ts';
import type { Placed } from './grow-entries.ts';
import { readMoneyText } from './money-text.ts';
import { plainDigits } from './cells.ts';
import { documentWords } from '../text/plan-document-words.ts';

/** One total of the document against the activities. */
export interface Sum {
  at: string;
  name: string;
  stated: Satang;
  read: Satang;
  /** What was read less what is stated. */
  difference: Satang;
  /** Which activities it was compared with: those since here, or all. */
  whole: boolean;
}

/** What a node comes to: what stands below it, or its own figure where that is more. */
export function moneyBelow(placed: readonly Placed[]): Satang[] {
  const sums: Satang[] = [];
  const children = Map.groupBy(placed.keys(), (index) => placed[index]!.parent);
  const walk = (index: number): Satang => {
    const below = (children.get(index) ?? []).reduce((sum, child) => sum + walk(child), 0);
    return (sums[index] = Math.max(below, placed[index]!.entry.budget ?? 0));
  };
  for (const index of children.get(null) ?? []) walk(index);
  return sums;
}

/** @returns every total row with the sum it was compared with; what differs is said. */
export function compareTotals(
  placed: readonly Placed[],
  totals: readonly TotalRow[],
  order: ReadonlyMap<Placed['entry'], number>,
  say: Say,
): Sum[] {
  const money = moneyBelow(placed);
  const position = placed.map(({ entry }) => order.get(entry) ?? 0);
  /** Money of the entries read from one place to another, each counted once. */
  const between = (from: number, to: number): Satang =>
    placed.reduce((sum, { parent }, index) => {
      const inside = (at: number): boolean => position[at]! >= from && position[at]! < to;
      return inside(index) && (parent === null || !inside(parent)) ? sum + money[index]! : sum;
    }, 0);
  const groups = placed.flatMap(({ entry }, index) => (entry.kind === 'group' ? [position[index]!] : []));
  const sheets = new Map<string, number>();
  for (const [index, { entry }] of placed.entries())
    sheets.set(entry.grid, Math.min(sheets.get(entry.grid) ?? Number.POSITIVE_INFINITY, position[index]!));
  const sums: Sum[] = [];
  for (const [index, total] of totals.entries()) {
    const { at, name, stated, after } = total;
    const since = totals.slice(0, index).map((one) => one.after);
    const starts = [...new Set([...groups, ...since, sheets.get(total.grid) ?? 0, 0])]
      .filter((start) => start < after)
      .sort((a, b) => b - a);
    const found = starts.find((start) => between(start, after) === stated);
    // A total may also stand above what it sums.
    const below = found === undefined && totalsAbove(total, totals, index, between, order.size);
    const last = groups.filter((start) => start < after).at(-1) ?? since.at(-1) ?? 0;
    const whole = total.whole || index === totals.length - 1;
    const read = found !== undefined ? stated : below ? stated : between(whole ? 0 : last, after);
    const sum = {
      at,
      name,
      stated,
      read,
      difference: read - stated,
      whole: found === 0 || (found === undefined && whole),
    };
    sums.push(sum);
    if (sum.difference !== 0) say(at, 'total-differs', name, `${stated}|${read}`, sum.difference);
  }
  return sums;
}

function totalsAbove(
  total: TotalRow,
  totals: readonly TotalRow[],
  index: number,
  between: (from: number, to: number) => Satang,
  end: number,
): boolean {
  const ends = [...totals.slice(index + 1).map(({ after }) => after), end];
  return ends.some((to) => to > total.after && between(total.after, to) === total.stated);
}

/** A branch that names a sum of its own must be what stands below it. */
export function compareBranches(placed: readonly Placed[], say: Say): void {
  const below = new Map<number, Satang>();
  const money = moneyBelow(placed);
  for (const [index, { parent }] of placed.entries())
    if (parent !== null) below.set(parent, (below.get(parent) ?? 0) + money[index]!);
  for (const [index, sum] of below) {
    const { entry } = placed[index]!;
    if (entry.budget === null || sum === 0 || sum === entry.budget) continue;
    say(
      entry.budgetAt,
      'branch-differs',
      `${entry.label} ${entry.name}`.trim(),
      `${entry.budget}|${sum}`,
      sum - entry.budget,
    );
  }
}

/** A sum that a line of the text gives for the whole is compared as well. */
export function compareLines(lines: readonly string[], total: Satang, sums: Sum[], say: Say): void {
  for (const line of lines) {
    const match = documentWords.wholeSum.exec(plainDigits(line));
    const stated = match && readMoneyText(`${match[1]} ${match[2]}`, 0)?.satang;
    if (!match || !stated) continue;
    sums.push({
      at: '',
      name: line.slice(0, 80),
      stated,
      read: total,
      difference: total - stated,
      whole: true,
    });
    if (stated !== total) say('', 'document-total-differs', line, `${stated}|${total}`, total - stated);
  }
}

export function planTotal(placed: readonly Placed[]): Satang {
  const money = moneyBelow(placed);
  return placed.reduce((sum, { parent }, index) => (parent === null ? sum + money[index]! : sum), 0);
}
