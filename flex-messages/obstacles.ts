/** What is stuck: how much and the newest; in full activity, what was said, by whom and when; in a group the activities alone. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { inFull, nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt, pageButtons } from './parts/taps.ts';
import { body, lines, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'obstacles'>['rows'][number];

/** Obstacles beside their number. */
const FIRST_ROWS = 2;

export const paintObstacles: Painter<'obstacles'> = (card, style) => {
  const { obstacles: say } = style.texts.managing;
  const [newest] = card.rows;
  const first = headlineOf(card, style);
  const latest = newest ? `${oneLine(newest.activity.label, 20)}${newest.text ? ` ${newest.text}` : ''}` : '';
  const rows = card.full ? [] : card.rows.slice(0, FIRST_ROWS);
  return [
    {
      altText: oneLine(`${first}: ${latest}`, 160),
      contents: shortBubble(
        titleStrip(first, cornerOf(card, style)),
        card.full ? [small(say.tapToSee)] : rows.map((row) => shortStuck(row, style)),
        [
          ...(card.total > 0 ? inFull(card, card.command, style) : []),
          ...(card.full ? pageButtons(card.command, card.page, card.pages, style) : []),
        ],
        style,
      ),
    },
  ];
};

function headlineOf({ total, whose }: CardOf<'obstacles'>, { texts: { managing } }: Style): string {
  const first = managing.obstacles.headline(total);
  return whose === undefined ? first : managing.part.titled(first, oneLine(whose, SHOWN_UNITS.name));
}

function shortStuck(row: Row, style: Style): Box {
  const { activity, text } = row;
  const who = whoSaid(row, style);
  const lines = [
    nameLine(activity, { weight: 'regular' }),
    ...(text === null
      ? []
      : [body(`! ${oneLine(text, SHOWN_UNITS.compact)}`, { color: tones.overdue.ink, maxLines: 1 })]),
    ...(who === null ? [] : [small(oneLine(who), { maxLines: 1 })]),
  ];
  return tappable(stack(lines, 'none'), lookAt(activity, style), style);
}

function whoSaid({ by, day }: Row, style: Style): string | null {
  return by !== null && day !== null
    ? style.texts.managing.obstacles.said(oneLine(by, 80), day)
    : (by ?? day);
}

function cornerOf(card: CardOf<'obstacles'>, { texts: { cards } }: Style): string | null {
  if (card.pages > 1) return cards.pageOf(card.page, card.pages);
  return card.activity ? oneLine(card.activity.label, 20) : null;
}

export const paintFullObstacles: Painter<'obstacles'> = (card, style) => {
  const { obstacles: say } = style.texts.managing;
  return [
    {
      altText: oneLine(headlineOf(card, style), 160),
      contents: bubble(
        titleStrip(say.title, cornerOf(card, style)),
        [
          small(card.rows.some(({ text }) => text === null) ? say.inPrivate : say.tapToSee),
          separator(),
          ...ruled(card.rows.map((row) => stuckRow(row, style))),
        ],
        null,
      ),
    },
  ];
};

function stuckRow(row: Row, style: Style): Box {
  const { activity, text } = row;
  const who = whoSaid(row, style);
  return tappable(
    stack(
      [
        small(`${oneLine(activity.label, 20)} ${oneLine(activity.name, SHOWN_UNITS.rowName)}`, {
          maxLines: 2,
        }),
        ...(text === null
          ? []
          : [body(`! ${lines(text, SHOWN_UNITS.paragraph)}`, { maxLines: 4, color: tones.overdue.ink })]),
        ...(who === null ? [] : [small(oneLine(who, 120))]),
      ],
      'xs',
    ),
    lookAt(activity, style),
    style,
  );
}
