/** A branch of the plan: how many of its activities are done, its money, and the activities. */
import { activityRow, inParts } from './parts/activities.ts';
import { countBars } from './parts/bars.ts';
import { bubble, ruled, separator } from './parts/bubble.ts';
import { budgetRows } from './parts/budget.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt } from './parts/taps.ts';
import { headline, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD } from './theme.ts';
import type { Painter } from './types.ts';

export const branchStatus: Painter<'branch-status'> = (card, style) => {
  const { cards } = style.texts;
  const done = card.counts.completed;
  const total = Object.values(card.counts).reduce((sum, count) => sum + count, 0);
  return inParts(card.rows, ROWS_A_CARD).map((rows, part) => ({
    altText: cards.branch.alt(oneLine(card.activity.label, 20), done, total),
    contents: bubble(
      titleStrip(cards.branch.title, card.activity.label),
      [
        headline(card.activity.name),
        ...(part === 0
          ? [
              small(cards.summary.headline(done, total)),
              ...countBars(card.counts, style),
              separator(),
              ...budgetRows(card.budget, card.spent, style),
              ...(rows.length > 0 ? [separator()] : []),
            ]
          : []),
        ...ruled(rows.map((row) => activityRow(row, lookAt(row, style), style))),
      ],
      null,
    ),
  }));
};
