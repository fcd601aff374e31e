/** What the monthly cards of a whole plan share: counts against the month before, and money. */
import type { Figures } from '../../src/domain/summary.ts';
import type { Component, Style } from '../types.ts';
import { moneyRow } from './short.ts';
import { row } from './rows.ts';
import { body } from './text.ts';

/** The answer first, then the change since the month before, what was not reported, and the budget. */
export function monthGist(now: Figures, before: Figures | null, style: Style): Component[] {
  const { summary } = style.texts.reminders;
  return [
    body(summary.gist(now), { weight: 'bold', maxLines: 2 }),
    ...(before
      ? [row(summary.completed, summary.compared(now.counts.completed, before.counts.completed))]
      : []),
    row(summary.notReported, String(now.unreported)),
    moneyRow(now.budget, now.spent, style),
  ];
}
