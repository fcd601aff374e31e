/** Money by branch of the plan: allotted, spent, left, and what went over. */
import { baht, shortDate } from '../src/text/format.ts';
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { percentBar } from './parts/bars.ts';
import { footer, tappable } from './parts/buttons.ts';
import { row } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { command, lookAt, pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Row = CardOf<'budget'>['rows'][number];

export const budget: Painter<'budget'> = (card, style) => {
  const { cards } = style.texts;
  const left = card.budget - card.spent;
  const sum = (satang: number): string => baht(satang, style.language);
  const { money } = style.texts.managing;
  const standing =
    card.budget > 0
      ? cards.money.headline(share(card.spent, card.budget), sum(left))
      : money.unfunded(card.spent > 0 ? sum(card.spent) : null);
  const whole = card.activity ? money.of(oneLine(card.activity.label, 20), standing) : standing;
  const gist = card.time ? money.withTime(whole, card.time.percent) : whole;
  return [
    {
      altText: gist,
      contents: bubble(
        titleStrip(cards.money.title, card.activity && oneLine(card.activity.label, 20)),
        [
          headline(card.activity ? card.activity.name : gist),
          ...budgetRows(card.budget, card.spent, style),
          ...(card.budget > 0
            ? [row(cards.money.left, sum(left), left < 0 ? { color: tones.cancelled.ink } : {})]
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
          ...(card.over > 0
            ? [
                row(card.over !== -left ? cards.money.partsOver : cards.money.over, sum(card.over), {
                  color: tones.cancelled.ink,
                  weight: 'bold',
                }),
              ]
            : []),
          ...(card.rows.length > 0 ? [separator(), small(cards.money.tapToSee)] : []),
          ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
          ...ruled(card.rows.map((one) => branchRow(one, style))),
        ],
        footer(
          [
            ...pageButtons(card.command, card.page, card.pages, style),
            ...(card.activity ? [lookAt(card.activity, style)] : []),
          ],
          style,
        ),
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
    body(`${oneLine(one.label, 20)} ${oneLine(one.name, show.rowName)}`, { maxLines: 2 }),
    ...standing,
  ]);
  const code = oneLine(one.code, 20);
  const typed = one.leaf ? words.command.status(code) : words.command.budgetOf(code);
  return tappable(box, command(words.button.status, typed), style);
}
