/** A branch of the plan: how many of its activities are done and its money; in full also the activities. */
import { activityRow, inParts } from './parts/activities.ts';
import { countBars, percentBar } from './parts/bars.ts';
import { bubble, ruled, separator } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { inFull, moneyRow, nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt } from './parts/taps.ts';
import { headline, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD } from './theme.ts';
import type { CardOf, Painter } from './types.ts';

export const paintBranchStatus: Painter<'branch-status'> = (card, style) => {
  const { cards, words } = style.texts;
  const { completed } = card.counts;
  const total = totalOf(card);
  return [
    {
      altText: cards.branch.alt(oneLine(card.activity.label, 20), completed, total),
      contents: shortBubble(
        titleStrip(cards.branch.title, card.activity.label),
        [
          nameLine(card.activity, { maxLines: 2 }),
          headline(cards.summary.headline(completed, total)),
          percentBar(share(completed, total), 'completed'),
          moneyRow(card.budget, card.spent, style),
        ],
        inFull(card, words.command.status(oneLine(card.activity.code, 20)), style),
        style,
      ),
    },
  ];
};

function totalOf({ counts }: CardOf<'branch-status'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export const paintFullBranchStatus: Painter<'branch-status'> = (card, style) => {
  const { cards } = style.texts;
  const done = card.counts.completed;
  const total = totalOf(card);
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
