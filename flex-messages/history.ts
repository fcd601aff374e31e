/** What was reported on one activity, newest first; what was undone stays readable, struck through. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, footer, tappable } from './parts/buttons.ts';
import { anyCut } from './parts/fields.ts';
import { saidRows } from './parts/said.ts';
import { titleStrip } from './parts/strip.ts';
import { pageButtons, tap } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, show, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style, Text } from './types.ts';

type Entry = CardOf<'history'>['entries'][number];

export const history: Painter<'history'> = (card, style) => {
  const { cards, words } = style.texts;
  const parts = inParts(card.entries, REPORTS_A_CARD);
  const said = words.command.history(oneLine(card.activity.code, 20));
  return parts.map((entries, part) => ({
    altText: cards.history.alt(oneLine(card.activity.label, 20), card.entries.length),
    contents: bubble(
      titleStrip(cards.history.title, card.activity.label),
      [
        headline(card.activity.name),
        ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
        ...(entries.length === 0 ? [body(cards.history.none)] : []),
        ...ruled(entries.map((entry) => entryBox(entry, style))),
        ...(entries.some((entry) => anyCut(entry.said, show.compact)) ? [small(cards.cut)] : []),
      ],
      part === parts.length - 1 ? footer(pageButtons(said, card.page, card.pages, style), style) : null,
    ),
  }));
};

function entryBox(entry: Entry, style: Style): Box {
  const { cards, words } = style.texts;
  const gone = entry.voided || entry.withdrawn;
  const struck: Partial<Text> = gone ? { decoration: 'line-through', color: tones.not_started.ink } : {};
  const marks = [
    entry.voided ? cards.history.voided : null,
    entry.withdrawn ? cards.history.withdrawn : null,
    entry.late ? cards.history.late : null,
  ].filter((mark) => mark !== null);
  const rows = saidRows(entry.said, style, show.compact, struck);
  const contents: Component[] = [
    small(moment(entry.at, style.language), { weight: 'bold' }),
    small(cards.history.by(oneLine(entry.by)), { maxLines: 2 }),
    ...(marks.length > 0
      ? [small(marks.join(' · '), { weight: 'bold', color: tones[gone ? 'cancelled' : 'overdue'].ink })]
      : []),
    ...(rows.length > 0 ? rows : [body(cards.history.nothingSaid, struck)]),
  ];
  if (entry.mayUndo) {
    const undo = tap(words.button.undo, { do: 'undo', update: entry.update, sure: false });
    contents.push({
      type: 'box',
      layout: 'horizontal',
      justifyContent: 'flex-end',
      contents: [tappable(chip(words.button.undo), undo, style)],
    });
  }
  return stack(contents, 'xs');
}
