/** One question with its likely answers as buttons; back, skip and cancel below. Activities to choose from: the first few, in full all of the page. */
import { baht, quantity } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { buttonColumn } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { row } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { body, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, SHOWN_UNITS } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Question = CardOf<'question'>;

/** An activity's name beside the step, on one line. */
const STRIP_UNITS = 28;
/** Activities beside the question. */
const FIRST_CHOICES = 3;

export const paintQuestion: Painter<'question'> = (card, style) => {
  const { cards } = style.texts;
  const asked = cards.question.ask[card.ask];
  const step = card.step ? cards.question.step(card.step.at, card.step.of) : null;
  const about = card.activity && oneLine(`${card.activity.label} ${card.activity.name}`, STRIP_UNITS);
  const chooses = choosesActivity(card);
  const title = chooses ? asked : (about ?? cards.question.title);
  const understood = card.understood
    ? [small(cards.question.understood(oneLine(card.understood)), { maxLines: 1 })]
    : [];
  return [
    {
      altText: oneLine(card.activity ? `${oneLine(card.activity.label, 20)} ${asked}` : asked, 200),
      contents: shortBubble(
        titleStrip(title, step),
        [
          ...(chooses ? [] : [body(asked, { weight: 'bold', maxLines: 2 })]),
          ...understood,
          ...(card.hint ? hintRows(card.hint, style) : []),
          ...answers(card, style),
        ],
        card.controls,
        style,
        false,
      ),
    },
  ];
};

export const paintFullQuestion: Painter<'question'> = (card, style) =>
  inParts(card.options, ROWS_A_CARD).map((options) => ({
    altText: style.texts.cards.question.ask[card.ask],
    contents: bubble(
      titleStrip(style.texts.cards.question.chooseActivity),
      ruled(options.map((option) => choiceRow(option, style))),
      null,
    ),
  }));

function choosesActivity(card: Question): boolean {
  return card.ask === 'activity' || card.ask === 'branch';
}

function hintRows(hint: NonNullable<Question['hint']>, style: Style): Component[] {
  const { cards } = style.texts;
  return [
    ...(hint.indicator
      ? [
          stack(
            [small(cards.indicator), body(oneLine(hint.indicator, SHOWN_UNITS.name), { maxLines: 1 })],
            'none',
          ),
        ]
      : []),
    ...(hint.target !== null ? [row(cards.target, quantity(hint.target, oneLine(hint.unit ?? '', 30)))] : []),
    ...(hint.budget !== null ? [row(cards.budget, baht(hint.budget, style.language))] : []),
  ];
}

/** Activities have names too long for a button: they are rows, those of a full card above; all other answers are buttons, two a line. */
function answers(card: Question, style: Style): Component[] {
  const { cards } = style.texts;
  if (choosesActivity(card)) {
    const rows = card.full
      ? []
      : card.options
          .slice(0, card.understood ? FIRST_CHOICES - 1 : FIRST_CHOICES)
          .map((option) => choiceRow(option, style));
    return rows.length > 0 ? rows : [small(cards.question.typeOrTap)];
  }
  const buttons = buttonColumn(card.options, style, card.options.length < 3);
  if (buttons.length === 0) return card.ask === 'evidence' ? [] : [small(cards.question.type)];
  return inParts(buttons, 2).map((pair): Box => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: pair,
  }));
}
