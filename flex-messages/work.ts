/** A list of activities: how many and the first of them, what needs doing first on top; one's own to report on, others' to look at. */
import { activityRow, inParts } from './parts/activities.ts';
import { bubble, ruled } from './parts/bubble.ts';
import { titleStrip } from './parts/strip.ts';
import { command, lookAt, pageButtons, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { calledBriefly } from '../src/text/format.ts';
import { inFull, moneyRow, shortBubble, shortRow } from './parts/short.ts';
import { ROWS_A_CARD, SHOWN_UNITS } from './theme.ts';
import type { Action, ActivityRow } from '../src/bot/types.ts';
import type { CardOf, Component, Painter, Style } from './types.ts';

/** Rows beside the gist, and letters of a title that leaves room for all of them. */
const FIRST_ROWS = 3;
const SHORT_TITLE = 36;

export const paintWork: Painter<'work'> = (card, style) => {
  const { cards } = style.texts;
  const title = titleOf(card, style);
  const overdue = card.rows.filter((row) => row.overdue).length;
  const said = commandOf(card, style);
  // what asks all of them takes a line of its own, how they stand another
  const taken = [card.ask, card.of, title.length > SHORT_TITLE].filter(Boolean).length;
  const rows = card.full ? [] : card.rows.slice(0, FIRST_ROWS - taken);
  const { managing, words } = style.texts;
  const label = card.own || said === words.command.overdue ? managing.askAll.button : words.button.remind;
  const actions = [
    ...(card.ask ? [command(managing.withCost(label, card.ask.messages), oneLine(card.ask.typed, 120))] : []),
    ...(card.total > rows.length ? inFull(card, said, style) : []),
    ...(card.full ? pageButtons(said, card.page, card.pages, style) : []),
    ...(card.also && !card.full ? [command(card.also.label, card.also.typed)] : []),
    ...(card.own && card.command === undefined && card.total > 0
      ? [command(words.button.onPage, words.button.onPage)]
      : []),
  ];
  const alt = cards.work.alt(title, card.total, overdue);
  const [first] = card.rows;
  return [
    {
      altText: oneLine(first ? `${alt} · ${calledBriefly(first)}` : alt, 300),
      contents: shortBubble(
        titleStrip(title, card.total > 0 ? String(card.total) : null),
        card.rows.length === 0
          ? [body(card.own ? cards.work.none : cards.work.noneOthers)]
          : card.full
            ? [
                ...(card.of ? standingOf(card, style) : [body(alt, { weight: 'bold' })]),
                ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
              ]
            : [
                ...standingOf(card, style),
                ...rows.map((row) => shortRow(row, onTap(row, card, style), style)),
              ],
        actions,
        style,
      ),
    },
  ];
};

export const paintFullWork: Painter<'work'> = (card, style) => {
  const { cards } = style.texts;
  const title = titleOf(card, style);
  return inParts(card.rows, ROWS_A_CARD).map((rows) => ({
    altText: cards.work.alt(title, card.total, 0),
    contents: bubble(
      titleStrip(title, card.pages > 1 ? cards.pageOf(card.page, card.pages) : null),
      [
        small(card.own ? cards.work.tapToReport : cards.work.tapToSee),
        ...ruled(rows.map((row) => activityRow(row, onTap(row, card, style), style))),
      ],
      null,
    ),
  }));
};

/** How all of it stands, where the rows are a stretch of time's. */
function standingOf({ of }: CardOf<'work'>, style: Style): Component[] {
  if (!of) return [];
  return [
    body(style.texts.cards.summary.headline(of.completed, of.total), { weight: 'bold' }),
    ...(of.budget > 0 ? [moneyRow(of.budget, of.spent, style)] : []),
  ];
}

function titleOf({ title, own }: CardOf<'work'>, { texts: { cards } }: Style): string {
  return oneLine(title ?? (own ? cards.work.own : cards.work.others), SHOWN_UNITS.name);
}

function commandOf({ command, own }: CardOf<'work'>, { texts: { words } }: Style): string {
  return command ?? (own ? words.command.mine : words.command.overdue);
}

function onTap(row: ActivityRow, { own }: CardOf<'work'>, style: Style): Action {
  return own ? reportOn(row, style.texts.words.button.report, style) : lookAt(row, style);
}
