/** Several reports stored at once, each with its own way back: a few on one card, more of them above it. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, tappable } from './parts/buttons.ts';
import { gist } from './parts/fields.ts';
import { note } from './parts/rows.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, tap } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, colours, tones } from './theme.ts';
import type { Box, CardOf, Painted, Painter, Style } from './types.ts';

type Item = CardOf<'receipts'>['items'][number];

/** Reports on the last card. */
const FIRST_ITEMS = 3;

export const receipts: Painter<'receipts'> = (card, style) => {
  const { cards, words } = style.texts;
  const few = card.items.length <= FIRST_ITEMS;
  const labels = card.items.map((item) => oneLine(item.activity.label, 20)).join(', ');
  const altText = oneLine(cards.receipts.alt(card.items.length, labels), 400);
  const strip = titleStrip(
    `${tones.completed.sign} ${cards.receipts.title(card.items.length)}`,
    null,
    'completed',
  );
  const above = (few ? [] : inParts(card.items, ROWS_A_CARD)).map((items): Painted => ({
    altText,
    contents: bubble(strip, ruled(items.map((item) => itemRow(item, style))), null),
  }));
  const gistCard = shortBubble(
    strip,
    [
      small(cards.receipt.saved(moment(card.at, style.language))),
      ...(few ? card.items.map((item) => itemRow(item, style)) : [small(labels, { maxLines: 2 })]),
      ...(card.late ? [note(cards.late, 'overdue')] : []),
    ],
    [command(words.button.mine, words.command.mine)],
    style,
    false,
  );
  return [...above, { altText, contents: gistCard }];
};

function itemRow({ activity, fields, update }: Item, style: Style): Box {
  const { button } = style.texts.words;
  const undo = tap(button.undo, { do: 'undo', update });
  const said = small(gist(fields, activity, style), { maxLines: 1, color: colours.ink, weight: 'bold' });
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    alignItems: 'center',
    contents: [
      stack([nameLine(activity, { weight: 'regular' }), said], 'none', { flex: 1 }),
      tappable(chip(button.takeBack), undo, style),
    ],
  };
}
