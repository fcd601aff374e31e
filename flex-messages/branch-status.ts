/** A branch of the plan, or what it gives to a unit: how many of its activities are done and its money; in full also the activities. */
import { activityRow, inParts } from './parts/activities.ts';
import { countBars, percentBar } from './parts/bars.ts';
import { bubble, ruled, separator } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { inFull, moneyRow, nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, SHOWN_UNITS } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

export const paintBranchStatus: Painter<'branch-status'> = (card, style) => {
  const { cards } = style.texts;
  const { completed } = card.counts;
  const total = totalOf(card);
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        stripOf(card, style),
        [
          nameOf(card),
          headline(cards.summary.headline(completed, total)),
          percentBar(share(completed, total), 'completed'),
          moneyRow(card.budget, card.spent, style),
        ],
        inFull(card, oneLine(card.command, 120), style),
        style,
      ),
    },
  ];
};

function nameOf({ label, name }: CardOf<'branch-status'>): Component {
  return label === null
    ? body(oneLine(name), { weight: 'bold', maxLines: 2 })
    : nameLine({ code: label, label, name }, { maxLines: 2 });
}

function altOf(card: CardOf<'branch-status'>, { texts: { cards } }: Style): string {
  const called = card.label === null ? oneLine(card.name, SHOWN_UNITS.name) : oneLine(card.label, 20);
  return cards.branch.alt(called, card.counts.completed, totalOf(card));
}

function stripOf({ label }: CardOf<'branch-status'>, { texts: { cards } }: Style): Box {
  return label === null ? titleStrip(cards.branch.unit, null) : titleStrip(cards.branch.title, label);
}

function totalOf({ counts }: CardOf<'branch-status'>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export const paintFullBranchStatus: Painter<'branch-status'> = (card, style) => {
  const { cards } = style.texts;
  const done = card.counts.completed;
  const total = totalOf(card);
  return inParts(card.rows, ROWS_A_CARD).map((rows, part) => ({
    altText: altOf(card, style),
    contents: bubble(
      stripOf(card, style),
      [
        headline(card.name),
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
