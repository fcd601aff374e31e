/** Asks before something is done that reaches other people, or which of a few is meant; the cost stands beside it. A long quotation stands above. */
import type { Action } from '../src/bot/types.ts';
import { inParts } from './parts/activities.ts';
import { bubble } from './parts/bubble.ts';
import { buttonColumn, tappable } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { note, paragraph, quoted } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { body, lines, oneLine, small } from './parts/text.ts';
import { colours, show } from './theme.ts';
import type { Box, CardOf, Component, Painted, Painter, Style } from './types.ts';

type Confirm = CardOf<'confirm'>;

/** An announcement is shown as it will go out; only very long ones are cut on the card. */
const QUOTE_UNITS = 1000;
/** So much of it fits beside the question. */
const SHORT_QUOTE_UNITS = 60;
/** The same of what is told in rows. */
const FIRST_ROWS = 2;

export const confirm: Painter<'confirm'> = (card, style) => {
  const altText = oneLine(card.question, 200);
  const { choices, buttons } = inKinds(card);
  const many = choices.length > MOST_PAIRED;
  const apart = isLong(card) || many;
  const strip = titleStrip(card.wide ? card.question : card.title);
  const contents: Component[] = [
    ...(card.wide ? [] : [body(oneLine(card.question, show.name), { weight: 'bold', maxLines: 2 })]),
    ...(card.quote === null || apart ? [] : [quoted(lines(card.quote, SHORT_QUOTE_UNITS))]),
    ...(apart ? [] : card.rows.map((one) => told(one))),
    ...(card.caution === null
      ? []
      : card.wide
        ? [small(lines(card.caution), { maxLines: 1 })]
        : [note(lines(card.caution, show.name), 'overdue')]),
    ...(many ? [] : choices.length > MOST_ROWS ? inCells(choices, style) : rowsOf(choices, style)),
    ...(buttons.length > MOST_IN_FOOTER ? inPairs(buttons, style) : []),
  ];
  const footer = buttons.length > MOST_IN_FOOTER ? [] : buttons;
  const last: Painted = {
    altText,
    contents: shortBubble(strip, contents, footer, style, choices.length === 0),
  };
  return apart
    ? [
        { altText, contents: bubble(titleStrip(card.title), above(card, many ? choices : [], style), null) },
        last,
      ]
    : [last];
};

function rowsOf(choices: readonly Action[], style: Style): Box[] {
  return choices.map((option) => choiceRow(option, style));
}

/** Choices with a line of their own; more stand two a line, and many above the question. */
const MOST_ROWS = 3;
const MOST_PAIRED = 4;
/** Buttons that a footer holds. */
const MOST_IN_FOOTER = 3;

/** Whether what is to be read before agreeing leaves no room for the question and its answers. */
function isLong({ quote, rows }: Confirm): boolean {
  const isQuoteLong = quote !== null && (quote.length > SHORT_QUOTE_UNITS || quote.includes('\n'));
  return isQuoteLong || rows.length > FIRST_ROWS || (quote !== null && rows.length > 0);
}

function above(card: Confirm, choices: readonly Action[], style: Style): Component[] {
  return [
    ...(card.quote === null ? [] : [quoted(lines(card.quote, QUOTE_UNITS))]),
    ...(card.quote !== null && card.quote.length > QUOTE_UNITS ? [body(style.texts.cards.cut)] : []),
    ...card.rows.map(({ heading, value }) => paragraph(oneLine(heading), oneLine(value, show.name))),
    ...rowsOf(choices, style),
  ];
}

function told({ heading, value }: Confirm['rows'][number]): Component {
  return body(`${oneLine(heading)}: ${oneLine(value, show.name)}`, { maxLines: 2 });
}

/** Names and activities are rows; the way out and the next page are buttons. */
function inKinds({ options, wide }: Confirm): { choices: Action[]; buttons: Action[] } {
  const leaves = (one: Action): boolean =>
    one.type === 'tap' && one.tap.do === 'confirm' && /^(?:no|none|page:.*)$/.test(one.tap.value);
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

function inPairs(actions: readonly Action[], style: Style): Box[] {
  return inParts(buttonColumn(actions, style), 2).map((pair) => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: pair,
  }));
}
