/** Allotted, spent, left, and what went over; in full by branch of the plan. */
import { baht, shortDate } from '../src/text/format.ts';
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { bareBar, percentBar } from './parts/bars.ts';
import { tappable } from './parts/buttons.ts';
import { row } from './parts/rows.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, lookAt, pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Row = CardOf<'budget'>['rows'][number];

export const paintBudget: Painter<'budget'> = (card, style) => {
  const { cards } = style.texts;
  const { money } = style.texts.managing;
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        stripOf(card, style),
        [
          body(card.full ? gistOf(card, style) : standingOf(card, style), { weight: 'bold', maxLines: 2 }),
          ...(card.budget > 0
            ? [bareBar(share(card.spent, card.budget), card.spent > card.budget ? 'overdue' : 'plain')]
            : []),
          ...(card.full || card.over > 0 || card.budget === 0
            ? []
            : [row(cards.budget, baht(card.budget, style.language))]),
          ...(card.full || card.budget === 0 ? [] : [spentRow(card.spent, style)]),
          ...(card.time && !card.full
            ? [
                row(
                  money.timeGone,
                  `${card.time.percent}% ${money.until(shortDate(card.time.until, style.language))}`,
                ),
              ]
            : []),
          ...overRows(card, style),
        ],
        [
          ...(card.rows.length > 0 || card.activity ? inFull(card, card.command, style) : []),
          ...(card.full ? pageButtons(card.command, card.page, card.pages, style) : []),
          ...(card.activity ? [lookAt(card.activity, style)] : []),
        ],
        style,
      ),
    },
  ];
};

/** Whose it is, where that is a part of the plan. */
function stripOf({ activity, whose }: CardOf<'budget'>, { texts: { cards, managing } }: Style): Box {
  const { title } = cards.money;
  if (whose !== undefined)
    return titleStrip(managing.part.titled(title, oneLine(whose, SHOWN_UNITS.name)), null);
  return titleStrip(title, activity && oneLine(activity.label, 20));
}

function altOf(card: CardOf<'budget'>, style: Style): string {
  const gist = gistOf(card, style);
  return card.whose === undefined
    ? gist
    : style.texts.managing.money.of(oneLine(card.whose, SHOWN_UNITS.rowName), gist);
}

/** With the time, where no row tells it. */
function gistOf(card: CardOf<'budget'>, style: Style): string {
  const standing = standingOf(card, style);
  return card.time ? style.texts.managing.money.withTime(standing, card.time.percent) : standing;
}

function standingOf({ budget: allotted, spent, activity }: CardOf<'budget'>, style: Style): string {
  const { money } = style.texts.managing;
  const sum = (satang: number): string => baht(satang, style.language);
  const standing =
    allotted > 0
      ? style.texts.cards.money.headline(share(spent, allotted), sum(allotted - spent))
      : money.unfunded(spent > 0 ? sum(spent) : null);
  return activity ? money.of(oneLine(activity.label, 20), standing) : standing;
}

/** The share stands above it. */
function spentRow(spent: number, { texts: { words }, language }: Style): Component {
  return row(words.field.spent, spent === 0 ? words.nothingSpent : baht(spent, language), { weight: 'bold' });
}

function overRows(card: CardOf<'budget'>, { texts: { cards }, language }: Style): Component[] {
  if (card.over === 0) return [];
  const own = card.over === card.spent - card.budget;
  const words = own ? cards.money.over : cards.money.partsOver;
  return [row(words, baht(card.over, language), { color: tones.cancelled.ink, weight: 'bold' })];
}

export const paintFullBudget: Painter<'budget'> = (card, style) => {
  const { cards } = style.texts;
  const { money } = style.texts.managing;
  const left = card.budget - card.spent;
  return [
    {
      altText: altOf(card, style),
      contents: bubble(
        stripOf(card, style),
        [
          headline(card.activity ? card.activity.name : standingOf(card, style)),
          ...budgetRows(card.budget, card.spent, style),
          ...(card.budget > 0
            ? [
                row(
                  cards.money.left,
                  baht(left, style.language),
                  left < 0 ? { color: tones.cancelled.ink } : {},
                ),
              ]
            : []),
          ...(card.time
            ? [
                row(
                  money.timeGone,
                  `${card.time.percent}% ${money.until(shortDate(card.time.until, style.language))}`,
                ),
                percentBar(card.time.percent, 'not_started'),
              ]
            : []),
          ...(card.rows.length > 0 ? [separator(), small(cards.money.tapToSee)] : []),
          ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
          ...ruled(card.rows.map((one) => branchRow(one, style))),
        ],
        null,
      ),
    },
  ];
};

/** Label and name, the share as a bar, then what is left or over; a branch opens, a leaf shows its status. */
function branchRow(one: Row, style: Style): Box {
  const { cards, words } = style.texts;
  const sum = (satang: number): string => baht(satang, style.language);
  const left = one.budget - one.spent;
  // a branch within its money may have parts that are not
  const isOwn = left < 0 && one.over >= -left;
  const over = { color: tones.cancelled.ink };
  const standing: Component[] =
    one.budget === 0 && one.over === 0
      ? [small(one.spent === 0 ? cards.activity.noBudget : cards.money.spentOnly(sum(one.spent)))]
      : [
          percentBar(share(one.spent, one.budget), isOwn ? 'cancelled' : 'plain'),
          isOwn
            ? small(cards.money.overOf(sum(one.spent), sum(one.budget), sum(-left)), over)
            : small(cards.money.leftOf(sum(one.spent), sum(one.budget), sum(left))),
          ...(one.over > (isOwn ? -left : 0)
            ? [small(`! ${cards.money.partsOver} ${sum(one.over)}`, over)]
            : []),
        ];
  const box = stack([
    body(`${oneLine(one.label, 20)} ${oneLine(one.name, SHOWN_UNITS.rowName)}`, { maxLines: 2 }),
    ...standing,
  ]);
  const code = oneLine(one.code, 20);
  const typed = one.leaf ? words.command.status(code) : words.command.budgetOf(code);
  return tappable(box, command(words.button.status, typed), style);
}
