/** A list of activities, what needs doing first on top; one's own to report on, others' to look at. */
import { activityRow, inParts } from './parts/activities.ts';
import { bubble, ruled } from './parts/bubble.ts';
import { footer } from './parts/buttons.ts';
import { titleStrip } from './parts/strip.ts';
import { command, lookAt, pageButtons, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, show } from './theme.ts';
import type { Painter } from './types.ts';

export const work: Painter<'work'> = (card, style) => {
  const { cards, words } = style.texts;
  const title = oneLine(card.title ?? (card.own ? cards.work.own : cards.work.others), show.name);
  const said = card.command ?? (card.own ? words.command.mine : words.command.overdue);
  const parts = inParts(card.rows, ROWS_A_CARD);
  const paged = card.pages > 1 ? `${title} ${cards.pageOf(card.page, card.pages)}` : title;
  const overdue = card.rows.filter((row) => row.overdue).length;
  const { managing } = style.texts;
  const label =
    card.own || card.command === words.command.overdue ? managing.askAll.button : words.button.remind;
  const buttons = [
    ...(card.ask ? [command(managing.withCost(label, card.ask.messages), oneLine(card.ask.typed, 120))] : []),
    ...pageButtons(said, card.page, card.pages, style),
  ];
  return parts.map((rows, part) => ({
    altText: cards.work.alt(paged, card.rows.length, overdue),
    contents: bubble(
      titleStrip(title, card.pages > 1 ? cards.pageOf(card.page, card.pages) : null),
      rows.length === 0
        ? [body(card.own ? cards.work.none : cards.work.noneOthers)]
        : [
            small(card.own ? cards.work.tapToReport : cards.work.tapToSee),
            ...ruled(
              rows.map((row) =>
                activityRow(
                  row,
                  card.own ? reportOn(row, words.button.report, style) : lookAt(row, style),
                  style,
                ),
              ),
            ),
          ],
      part === parts.length - 1 ? footer(buttons, style) : null,
    ),
  }));
};
