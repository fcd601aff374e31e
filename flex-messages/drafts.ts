/** Several activities understood from one text, a line each, one บันทึกทั้งหมด; in full all that would be stored. */
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chipLine, tappable } from './parts/buttons.ts';
import { anyCut, gist } from './parts/fields.ts';
import { saidItem } from './parts/said.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, colours, SHOWN_UNITS } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

/** Activities beside บันทึกทั้งหมด; of more the last are counted, and stand in the full form. */
const MOST_ITEMS = 3;

export const paintDrafts: Painter<'drafts'> = (card, style) => {
  const { cards, words } = style.texts;
  const of = { draft: card.draft, rev: card.rev };
  const most = card.items.length > MOST_ITEMS ? MOST_ITEMS - 1 : MOST_ITEMS;
  const items = card.full ? [] : card.items.slice(0, most);
  const more = card.items.length - items.length;
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        titleStrip(cards.drafts.title(card.items.length)),
        [
          ...items.map((item, at) => itemRow(item, at, card, style)),
          ...(card.full ? [small(cards.drafts.check)] : []),
          ...(more > 0 && !card.full ? [small(cards.drafts.checkAll(more))] : []),
        ],
        [
          tap(words.button.saveAll, { do: 'save', ...of }),
          ...(card.full
            ? [tap(words.button.cancel, { do: 'cancel', ...of })]
            : [tap(words.button.inFull, { do: 'details', ...of })]),
        ],
        style,
      ),
    },
  ];
};

/** Tapped, it gets a card of its own, where each of its fields can be changed. */
function itemRow(
  item: CardOf<'drafts'>['items'][number],
  at: number,
  card: CardOf<'drafts'>,
  style: Style,
): Box {
  const { button } = style.texts.words;
  const said: Component[] = [
    nameLine(item.activity, { weight: 'regular' }),
    small(gist(item.fields, item.activity, style), { maxLines: 1, color: colours.ink, weight: 'bold' }),
  ];
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [stack(said, 'none', { flex: 1 }), body('›', { flex: 0, wrap: false })],
  };
  const edit = { do: 'item', draft: card.draft, rev: card.rev, at } as const;
  const label = `${button.edit} ${oneLine(item.activity.label, 12)}`;
  return tappable(box, { type: 'tap', label, tap: edit, say: label }, style);
}

export const paintFullDrafts: Painter<'drafts'> = (card, style) => {
  const { cards } = style.texts;
  const parts = inParts(card.items, REPORTS_A_CARD);
  return parts.map((items, part) => ({
    altText: altOf(card, style),
    contents: bubble(
      titleStrip(
        cards.drafts.title(card.items.length),
        parts.length > 1 ? cards.partOf(part + 1, parts.length) : null,
      ),
      [
        ...ruled(
          items.map((item, at) =>
            stack([
              saidItem(item.activity, item.fields, [], style),
              editLine(part * REPORTS_A_CARD + at, item, card, style),
            ]),
          ),
        ),
        ...(items.some((item) => anyCut(item.fields, SHOWN_UNITS.compact)) ? [small(cards.cut)] : []),
      ],
      null,
    ),
  }));
};

function editLine(
  at: number,
  { activity }: CardOf<'drafts'>['items'][number],
  { draft, rev }: CardOf<'drafts'>,
  style: Style,
): Box {
  const { edit } = style.texts.words.button;
  const say = `${edit} ${oneLine(activity.label, 12)}`;
  return chipLine({ type: 'tap', label: edit, tap: { do: 'item', draft, rev, at }, say }, style);
}

function altOf({ items }: CardOf<'drafts'>, { texts: { cards } }: Style): string {
  const labels = items.map((item) => oneLine(item.activity.label, 20)).join(', ');
  return oneLine(cards.drafts.alt(items.length, labels), 400);
}
