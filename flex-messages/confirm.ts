/** Asks before something is done that reaches other people, or which of a few is meant; the cost stands beside it. What has no room beside the question stands in full. */
import type { Action } from '../src/bot/types.ts';
import { isShort } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { type Fact, factLines } from './parts/facts.ts';
import { note, paragraph, quoted } from './parts/rows.ts';
import { buttonPairs, MOST_IN_FOOTER, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { body, lines, oneLine, small } from './parts/text.ts';
import { colours, SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Confirm = CardOf<'confirm'>;

/** An announcement is shown as it will go out; only very long ones are cut on the card. */
const QUOTE_UNITS = 1000;
/** Choices with a line of their own; four, the most there are, stand two a line. */
const MOST_ROWS = 3;

export const paintConfirm: Painter<'confirm'> = (card, style) => {
  const altText = oneLine(card.question, 200);
  const { choices, buttons } = inKinds(card);
  const room = roomOf(card, buttons);
  const inFull = card.full ? null : (card.inFull ?? null);
  const contents: Component[] = [
    ...(card.wide ? [] : [body(oneLine(card.question, SHOWN_UNITS.name), { weight: 'bold', maxLines: 2 })]),
    ...factLines(factsOf(card, room), room, inFull, style),
    ...(choices.length > MOST_ROWS ? inCells(choices, style) : rowsOf(choices, style)),
    ...(buttons.length > MOST_IN_FOOTER ? buttonPairs(buttons, style) : []),
  ];
  const footer = buttons.length > MOST_IN_FOOTER ? [] : buttons;
  const strip = titleStrip(card.wide ? card.question : card.title);
  return [{ altText, contents: shortBubble(strip, contents, footer, style, choices.length === 0) }];
};

/** All that is to be read before agreeing. */
export const paintFullConfirm: Painter<'confirm'> = (card, style) => {
  const parts: Component[] = [
    ...(card.quote === null ? [] : [quoted(lines(card.quote, QUOTE_UNITS))]),
    ...(card.quote !== null && card.quote.length > QUOTE_UNITS ? [body(style.texts.cards.cut)] : []),
    ...card.rows.map(({ heading, value }) => paragraph(oneLine(heading), lines(value, QUOTE_UNITS))),
    ...(card.caution === null ? [] : [note(lines(card.caution), 'overdue')]),
  ];
  if (parts.length === 0) return [];
  return [{ altText: oneLine(card.question, 200), contents: bubble(titleStrip(card.title), parts, null) }];
};

/** Small lines between the question and its buttons: people to choose from, or a second line of buttons, leave fewer. */
function roomOf({ wide, question, title }: Confirm, buttons: readonly Action[]): number {
  if (wide) return isShort(question, STRIP_GRAPHEMES) ? 2 : 1;
  // a long title or question takes a line
  const taken = [title, question].filter((words) => !isShort(words, STRIP_GRAPHEMES)).length;
  return (buttons.length > 2 ? 3 : 6) - taken;
}

/** Letters of a strip's line. */
const STRIP_GRAPHEMES = 30;

/** The caution first, as it must be seen; then the words that would go out, whom they reach and what they cost. */
function factsOf({ caution, quote, rows }: Confirm, room: number): Fact[] {
  // each leaves a line for what comes after it
  const most = Math.max(1, Math.min(2, room - 1));
  return [
    ...(caution === null ? [] : [{ text: `! ${caution}`, most, more: { color: tones.overdue.ink } }]),
    ...(quote === null ? [] : [{ text: `“${quote}”`, most, more: { color: colours.ink } }]),
    ...rows.map(({ heading, value }) => ({ text: `${oneLine(heading)}: ${value}`, most })),
  ];
}

function rowsOf(choices: readonly Action[], style: Style): Box[] {
  return choices.map((option) => choiceRow(option, style));
}

/** Names and activities are rows; the way out and the next page are buttons. */
function inKinds({ options, wide }: Confirm): { choices: Action[]; buttons: Action[] } {
  const leaves = (one: Action): boolean =>
    one.type === 'tap' && one.tap.do === 'confirm' && /^(?:no|none|another|page:.*)$/.test(one.tap.value);
  const choices = wide ? options.filter((one) => !leaves(one)) : [];
  return { choices, buttons: options.filter((one) => !choices.includes(one)) };
}

/** Two a line, names on two lines where they are long. */
function inCells(choices: readonly Action[], style: Style): Box[] {
  const cells = choices.map((option) =>
    tappable(
      {
        type: 'box',
        layout: 'vertical',
        flex: 1,
        height: '48px',
        cornerRadius: 'md',
        paddingStart: '6px',
        paddingEnd: '6px',
        backgroundColor: colours.soft,
        justifyContent: 'center',
        contents: [small(oneLine(saidBy(option)), { color: colours.ink, align: 'center', maxLines: 2 })],
      },
      option,
      style,
    ),
  );
  return inParts(cells, 2).map((pair) => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: pair,
  }));
}

/** Its own words, with the position beside a name. */
function saidBy(option: Action): string {
  return option.type === 'tap' && option.say ? option.say : option.label;
}
