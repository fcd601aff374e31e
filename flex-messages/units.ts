/** The units of the plan beside each other: the first of what was asked, and how each stands; a row leads to that unit alone. */
import { baht } from '../src/text/format.ts';
import { percentBar } from './parts/bars.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { share } from './parts/budget.ts';
import { tappable } from './parts/buttons.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, pageButtons } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Row = CardOf<'units'>['rows'][number];

const FIRST_ROWS = 3;

export const paintUnits: Painter<'units'> = (card, style) => {
  const { units: say } = style.texts.managing;
  const rows = card.full ? [] : card.rows.slice(0, FIRST_ROWS);
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        stripOf(card, style),
        card.full
          ? [
              small(say.tapToSee),
              ...(card.shared > 0 ? [small(say.shared(card.shared), { maxLines: 2 })] : []),
            ]
          : rows.map((row) => shortRow(row, card, style)),
        [
          ...inFull(card, oneLine(card.command, 120), style),
          ...(card.full ? pageButtons(card.command, card.page, card.pages, style) : []),
        ],
        style,
      ),
    },
  ];
};

export const paintFullUnits: Painter<'units'> = (card, style) => [
  {
    altText: altOf(card, style),
    contents: bubble(stripOf(card, style), ruled(card.rows.map((row) => fullRow(row, card, style))), null),
  },
];

function stripOf({ order, total, page, pages }: CardOf<'units'>, { texts: { managing, cards } }: Style): Box {
  const { title, count } = managing.units;
  return titleStrip(title[order.by][order.first], pages > 1 ? cards.pageOf(page, pages) : count(total));
}

/** What is asked of the first. */
function altOf(card: CardOf<'units'>, style: Style): string {
  const { title } = style.texts.managing.units;
  const [first] = card.rows;
  const head = title[card.order.by][card.order.first];
  return oneLine(first ? `${head}: ${nameOf(first, style)} ${gistOf(first, card, style)}` : head, 300);
}

function nameOf({ name }: Row, { texts: { managing } }: Style): string {
  return name === null ? managing.units.noUnit : oneLine(name, SHOWN_UNITS.rowName);
}

/** Of money where that is asked, else of the work. */
function gistOf(row: Row, card: CardOf<'units'>, style: Style): string {
  const { order } = card;
  return order.by === 'spent' || order.by === 'left' ? moneyOf(row, style) : workOf(row, card, style);
}

function moneyOf({ budget, spent }: Row, { texts: { managing, cards }, language }: Style): string {
  if (budget === 0 && spent === 0) return managing.units.noBudget;
  if (budget === 0) return cards.money.spentOnly(baht(spent, language));
  return managing.units.spent(
    share(spent, budget),
    cards.money.leftShort(baht(Math.abs(budget - spent), language), spent > budget),
  );
}

/** What was asked stands first: a line is cut at its end. */
function workOf(
  { done, total, overdue, unreported }: Row,
  { order }: CardOf<'units'>,
  { texts: { managing } }: Style,
): string {
  const { units: say } = managing;
  const missing = unreported > 0 ? [say.unreported(unreported)] : [];
  return [
    ...(order.by === 'unreported' ? missing : []),
    say.done(done, total),
    ...(overdue > 0 ? [`! ${say.overdue(overdue)}`] : []),
    ...(order.by === 'unreported' ? [] : missing),
  ].join(' · ');
}

function shortRow(row: Row, card: CardOf<'units'>, style: Style): Box {
  const late = card.order.by !== 'spent' && card.order.by !== 'left' && row.overdue > 0;
  return opened(
    row,
    [
      body(nameOf(row, style), { maxLines: 1 }),
      small(gistOf(row, card, style), { maxLines: 1, ...(late && { color: tones.overdue.ink }) }),
    ],
    style,
  );
}

function fullRow(row: Row, card: CardOf<'units'>, style: Style): Box {
  return opened(
    row,
    [
      body(nameOf(row, style), { weight: 'bold', maxLines: 2 }),
      ...(row.budget > 0
        ? [percentBar(share(row.spent, row.budget), row.spent > row.budget ? 'cancelled' : 'plain')]
        : []),
      sumsOf(row, style),
      small(workOf(row, card, style), row.overdue > 0 ? { color: tones.overdue.ink } : {}),
    ],
    style,
  );
}

function sumsOf(row: Row, style: Style): Component {
  const { money } = style.texts.cards;
  const sum = (satang: number): string => baht(satang, style.language);
  const { budget, spent } = row;
  if (budget === 0) return small(moneyOf(row, style));
  return spent > budget
    ? small(money.overOf(sum(spent), sum(budget), sum(spent - budget)), { color: tones.cancelled.ink })
    : small(money.leftOf(sum(spent), sum(budget), sum(budget - spent)));
}

function opened(row: Row, contents: Component[], style: Style): Box {
  if (row.typed === null) return stack(contents, 'none');
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [stack(contents, 'none', { flex: 1 }), body('›', { flex: 0, wrap: false })],
  };
  return tappable(box, command(style.texts.words.button.status, oneLine(row.typed, 120)), style);
}
