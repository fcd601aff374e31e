/** What is stuck, the newest first: activity, what was said, by whom and when; in a group the activities alone. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { footer, tappable } from './parts/buttons.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt, pageButtons } from './parts/taps.ts';
import { body, headline, lines, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'obstacles'>['rows'][number];

export const obstacles: Painter<'obstacles'> = (card, style) => {
  const { managing, cards } = style.texts;
  const { obstacles: say } = managing;
  const [newest] = card.rows;
  const first = say.headline(card.total);
  const latest = newest ? `${oneLine(newest.activity.label, 20)}${newest.text ? ` ${newest.text}` : ''}` : '';
  return [
    {
      altText: oneLine(`${first}: ${latest}`, 160),
      contents: bubble(
        titleStrip(
          say.title,
          card.pages > 1
            ? cards.pageOf(card.page, card.pages)
            : card.activity && oneLine(card.activity.label, 20),
        ),
        [
          headline(first),
          small(card.rows.some(({ text }) => text === null) ? say.inPrivate : say.tapToSee),
          separator(),
          ...ruled(card.rows.map((row) => stuckRow(row, style))),
        ],
        footer(pageButtons(card.command, card.page, card.pages, style), style),
      ),
    },
  ];
};

function stuckRow({ activity, text, by, day }: Row, style: Style): Box {
  const { obstacles: say } = style.texts.managing;
  const who = by !== null && day !== null ? say.said(oneLine(by, 80), day) : (by ?? day);
  return tappable(
    stack(
      [
        small(`${oneLine(activity.label, 20)} ${oneLine(activity.name, show.rowName)}`, { maxLines: 2 }),
        ...(text === null
          ? []
          : [body(`! ${lines(text, show.paragraph)}`, { maxLines: 4, color: tones.overdue.ink })]),
        ...(who === null ? [] : [small(oneLine(who, 120))]),
      ],
      'xs',
    ),
    lookAt(activity, style),
    style,
  );
}
