/** Several reports stored at once, each with its own way back. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled } from './parts/bubble.ts';
import { chip, footer, tappable } from './parts/buttons.ts';
import { anyCut } from './parts/fields.ts';
import { note } from './parts/rows.ts';
import { saidItem } from './parts/said.ts';
import { titleStrip } from './parts/strip.ts';
import { command, tap } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, show, tones } from './theme.ts';
import type { CardOf, Component, Painter, Style } from './types.ts';

export const receipts: Painter<'receipts'> = (card, style) => {
  const { cards, words } = style.texts;
  const parts = inParts(card.items, REPORTS_A_CARD);
  const labels = card.items.map((item) => oneLine(item.activity.label, 20)).join(', ');
  const saved = cards.receipt.saved(moment(card.at, style.language));
  return parts.map((items, part) => ({
    altText: oneLine(cards.receipts.alt(card.items.length, labels), 400),
    contents: bubble(
      titleStrip(
        `${tones.completed.sign} ${cards.receipts.title(card.items.length)}`,
        parts.length > 1 ? cards.partOf(part + 1, parts.length) : null,
        'completed',
      ),
      [
        small(saved),
        ...ruled(items.map((item) => saidItem(item.activity, item.fields, [undoChip(item, style)], style))),
        ...(card.late ? [note(cards.late, 'overdue')] : []),
        ...(items.some((item) => anyCut(item.fields, show.compact)) ? [small(cards.cut)] : []),
      ],
      part === parts.length - 1
        ? footer([command(words.button.mine, words.command.mine)], style, false)
        : null,
    ),
  }));
};

function undoChip(item: CardOf<'receipts'>['items'][number], style: Style): Component {
  const { button } = style.texts.words;
  return {
    type: 'box',
    layout: 'horizontal',
    justifyContent: 'flex-end',
    contents: [tappable(chip(button.undo), tap(button.undo, { do: 'undo', update: item.update }), style)],
  };
}
