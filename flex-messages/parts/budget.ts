/** Budget against spending: sums right-aligned, the share as a bar; used by summary and status cards. */
import type { Satang } from '../../src/domain/money.ts';
import { baht } from '../../src/text/format.ts';
import type { Component, Style } from '../types.ts';
import { percentBar } from './bars.ts';
import { row } from './rows.ts';

/** @returns whole percent of `whole`, 0 when there is no whole. */
export function share(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 100) : 0;
}

/** @param spent null when nothing was reported. A budget of null or 0 shows that there is none, without a bar. */
export function budgetRows(budget: Satang | null, spent: Satang | null, style: Style): Component[] {
  const { cards, words } = style.texts;
  const sum = (satang: Satang): string => baht(satang, style.language);
  const spentWords = (satang: Satang): string =>
    satang > 0 ? sum(satang) : budget ? words.nothingSpent : words.noBudget;
  return [
    row(cards.budget, budget ? sum(budget) : cards.activity.noBudget),
    ...(budget || spent !== null
      ? [row(words.field.spent, spent === null ? words.unsaid : spentWords(spent), { weight: 'bold' })]
      : []),
    ...(budget ? [percentBar(share(spent ?? 0, budget), (spent ?? 0) > budget ? 'overdue' : 'plain')] : []),
  ];
}
