/** Several reports stored at once, each with its own way back: the first few; all of them in full. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, tappable } from './parts/buttons.ts';
import { gist } from './parts/fields.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, tap } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, colours, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Item = CardOf<'receipts'>['items'][number];

/** Reports on the card; of more, the last are named only, and stand in the full form. */
const MOST_ITEMS = 3;

export const paintReceipts: Painter<'receipts'> = (card, style) => {
  const { cards, words } = style.texts;
  // the mark takes the room of one
  const most = card.late ? MOST_ITEMS - 1 : MOST_ITEMS;
  const few = card.items.length <= most;
  const shown = card.full ? [] : card.items.slice(0, few ? most : most - 1);
  const rest = card.items.slice(shown.length);
  const details = tap(words.button.inFull, { do: 'details', draft: card.draft, rev: 0 });
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        stripOf(card, style),
        [
          small(cards.receipt.saved(moment(card.at, style.language))),
          ...shown.map((item) => itemRow(item, style)),
          ...(rest.length > 0 ? [small(labelsOf(rest), { maxLines: card.full ? 2 : 1 })] : []),
          ...(card.late ? [small(`! ${cards.late}`, { color: tones.overdue.ink, maxLines: 2 })] : []),
        ],
        [
          ...(few || card.full ? [] : [details]),
          ...(card.inGroup ? [] : [command(words.button.mine, words.command.mine)]),
        ],
        style,
        false,
      ),
    },
  ];
};

/** Each with its own way back. */
export const paintFullReceipts: Painter<'receipts'> = (card, style) =>
  inParts(card.items, ROWS_A_CARD).map((items) => ({
    altText: altOf(card, style),
    contents: bubble(stripOf(card, style), ruled(items.map((item) => itemRow(item, style))), null),
  }));

function labelsOf(items: readonly Item[]): string {
  return items.map(({ activity }) => oneLine(activity.label, 20)).join(', ');
}

function altOf({ items }: CardOf<'receipts'>, { texts: { cards } }: Style): string {
  return oneLine(cards.receipts.alt(items.length, labelsOf(items)), 400);
}

function stripOf({ items }: CardOf<'receipts'>, { texts: { cards } }: Style): Box {
  return titleStrip(`${tones.completed.sign} ${cards.receipts.title(items.length)}`, null, 'completed');
}

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
