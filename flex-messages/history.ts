/** What was reported on one activity: the newest, in full all of it; what was undone stays readable, struck through. */
import type { ActivityRef } from '../src/bot/types.ts';
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, tappable } from './parts/buttons.ts';
import { evidenceRow } from './parts/evidence.ts';
import { anyCut, fieldWords, gist, saidFields } from './parts/fields.ts';
import { saidRows } from './parts/said.ts';
import { inFull, nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { pageButtons, tap } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style, Text } from './types.ts';

type Entry = CardOf<'history'>['entries'][number];

export const paintHistory: Painter<'history'> = (card, style) => {
  const { cards, words } = style.texts;
  const said = words.command.history(oneLine(card.activity.code, 20));
  const counts = card.entries.find((entry) => !entry.voided);
  const [newest = null] = card.full ? [] : counts ? [counts] : card.entries;
  const alt = cards.history.alt(oneLine(card.activity.label, 20), card.total);
  const undo = newest?.mayUndo ? [tap(words.button.undo, { do: 'undo', update: newest.update })] : [];
  return [
    {
      altText: alt,
      contents: shortBubble(
        titleStrip(cards.history.title, card.activity.label),
        [
          nameLine(card.activity),
          ...(card.total === 0 ? [body(cards.history.none)] : []),
          ...(card.full && card.total > 0 ? [body(alt)] : []),
          ...(newest ? newestParts(newest, card.activity, style) : []),
        ],
        [
          ...(card.total > 0 ? inFull(card, said, style) : []),
          ...undo,
          ...(card.full ? pageButtons(said, card.page, card.pages, style) : []),
        ],
        style,
        false,
      ),
    },
  ];
};

/** What counts now: when, by whom, and its gist. */
function newestParts(entry: Entry, activity: ActivityRef, style: Style): Component[] {
  const { cards } = style.texts;
  const gone = entry.voided || entry.withdrawn;
  const by = cards.history.by(oneLine(entry.by, 40));
  return [
    small(`${moment(entry.at, style.language)} ${by}`, { maxLines: 1 }),
    ...marksOf(entry, style),
    // the result has lines of its own
    ...(saidFields({ ...entry.said, result: null }).length > 0
      ? [
          body(gist({ ...entry.said, result: null }, ofEntry(entry, activity), style), {
            maxLines: 2,
            ...(gone ? STRUCK : {}),
          }),
        ]
      : []),
    ...(entry.said.result
      ? [small(oneLine(entry.said.result, SHOWN_UNITS.words), { maxLines: 2, ...(gone ? STRUCK : {}) })]
      : []),
  ];
}

const STRUCK: Partial<Text> = { decoration: 'line-through', color: tones.not_started.ink };

export const paintFullHistory: Painter<'history'> = (card, style) => {
  const { cards } = style.texts;
  const parts = inParts(card.entries, REPORTS_A_CARD);
  return parts.map((entries, part) => ({
    altText: cards.history.alt(oneLine(card.activity.label, 20), card.total),
    contents: bubble(
      titleStrip(cards.history.title, card.activity.label),
      [
        headline(card.activity.name),
        ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
        ...evidenceRow(part === 0 ? (card.evidence ?? 0) : 0, card.activity, style),
        ...(entries.length === 0 ? [body(cards.history.none)] : []),
        ...ruled(entries.map((entry) => entryBox(entry, card.activity, style))),
        ...(entries.some((entry) => anyCut(entry.said, SHOWN_UNITS.compact)) ? [small(cards.cut)] : []),
      ],
      null,
    ),
  }));
};

/** As this report told of it. */
function ofEntry({ expected }: Entry, activity: ActivityRef): ActivityRef {
  return expected ? { ...activity, expected } : activity;
}

function entryBox(entry: Entry, activity: ActivityRef, style: Style): Box {
  const { cards, words } = style.texts;
  const gone = entry.voided || entry.withdrawn;
  const struck: Partial<Text> = gone ? STRUCK : {};
  const rows = saidRows(entry.said, ofEntry(entry, activity), style, SHOWN_UNITS.compact, struck);
  const before = changedWords(entry, activity, style);
  const contents: Component[] = [
    small(moment(entry.at, style.language), { weight: 'bold' }),
    small(cards.history.by(oneLine(entry.by)), { maxLines: 2 }),
    ...marksOf(entry, style),
    ...(rows.length > 0 ? rows : [body(cards.history.nothingSaid, struck)]),
    ...(before === null ? [] : [small(before, { maxLines: 4, ...(gone ? struck : {}) })]),
  ];
  if (entry.mayUndo) {
    const undo = tap(words.button.undo, { do: 'undo', update: entry.update });
    contents.push({
      type: 'box',
      layout: 'horizontal',
      justifyContent: 'flex-end',
      contents: [tappable(chip(words.button.undo), undo, style)],
    });
  }
  return stack(contents, 'xs');
}

/** Taken back, withdrawn, late. */
function marksOf(entry: Entry, style: Style): Component[] {
  const { history } = style.texts.cards;
  const marks = [
    entry.voided ? voidedWords(entry, style) : null,
    entry.withdrawn ? history.withdrawn : null,
    entry.late ? history.late : null,
  ].filter((mark) => mark !== null);
  if (marks.length === 0) return [];
  const tone = entry.voided || entry.withdrawn ? 'cancelled' : 'overdue';
  return [small(marks.join(' · '), { weight: 'bold', color: tones[tone].ink })];
}

/** Who took it back, where that was somebody else than its sender. */
function voidedWords(entry: Entry, style: Style): string {
  const { history } = style.texts.cards;
  return entry.voidedBy && entry.voidedBy !== entry.by
    ? `${history.voided} ${history.by(oneLine(entry.voidedBy, 40))}`
    : history.voided;
}

/** What this report changed, before → after; null when it changed nothing that stood. */
function changedWords({ before, said }: Entry, activity: ActivityRef, style: Style): string | null {
  if (!before) return null;
  const changes = saidFields(before).map((name) => {
    const [old, now] = [before, said].map((fields) =>
      oneLine(fieldWords(name, fields, activity, style) ?? '', 40),
    );
    return `${style.texts.words.field[name]} ${old} → ${now}`;
  });
  return changes.length === 0 ? null : style.texts.cards.history.changed(changes.join(' · '));
}
