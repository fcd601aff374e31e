/** What the monthly cards share: counts against the month before, money, short lists of activities. */
import type { ActivityRow } from '../../src/bot/types.ts';
import type { Figures } from '../../src/domain/summary.ts';
import type { Component, Style } from '../types.ts';
import { activityRow } from './activities.ts';
import { countBars, countRow } from './bars.ts';
import { budgetRows } from './budget.ts';
import { ruled, separator } from './bubble.ts';
import { moneyRow } from './short.ts';
import { row, section } from './rows.ts';
import { lookAt } from './taps.ts';
import { headline, small } from './text.ts';

/** Activities shown in a list of a monthly card; the rest is counted. */
const SHOWN = 5;

/** The answer first, then counts, the change since the month before, and the budget. */
export function monthFigures(now: Figures, before: Figures | null, style: Style): Component[] {
  const { summary } = style.texts.reminders;
  const { cards } = style.texts;
  return [
    headline(summary.gist(now)),
    ...countBars(now.counts, style),
    separator(),
    countRow('overdue', now.overdue, cards.summary.overdue),
    countRow('plain', now.unreported, summary.notReported, '?'),
    separator(),
    ...budgetRows(now.budget, now.spent, style),
    ...(before
      ? [
          separator(),
          section(summary.compareMonth),
          row(summary.completed, summary.compared(now.counts.completed, before.counts.completed)),
          row(cards.summary.overdue, summary.compared(now.overdue, before.overdue)),
        ]
      : []),
  ];
}

/** The same in three lines. */
export function monthGist(now: Figures, before: Figures | null, style: Style): Component[] {
  const { summary } = style.texts.reminders;
  return [
    headline(summary.gist(now)),
    ...(before
      ? [row(summary.completed, summary.compared(now.counts.completed, before.counts.completed))]
      : []),
    moneyRow(now.budget, now.spent, style),
  ];
}

/** A headed list of activities to look at; nothing for an empty one. */
export function monthList(title: string, rows: readonly ActivityRow[], style: Style): Component[] {
  if (rows.length === 0) return [];
  const { summary } = style.texts.reminders;
  const more = rows.length - SHOWN;
  return [
    separator(),
    section(title),
    ...ruled(rows.slice(0, SHOWN).map((one) => activityRow(one, lookAt(one, style), style))),
    ...(more > 0 ? [small(summary.more(more))] : []),
  ];
}
