/** One question with its likely answers as buttons; controls (back, skip, cancel) small below. */
import type { Action, ActivityRef } from '../src/bot/types.ts';
import { baht, quantity } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, stack } from './parts/bubble.ts';
import { buttonColumn, controlsFooter } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { row } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD, colours, show } from './theme.ts';
import type { CardOf, Component, Painter, Style } from './types.ts';

type Question = CardOf<'question'>;

export const question: Painter<'question'> = (card, style) => {
  const { cards } = style.texts;
  const asked = cards.question.ask[card.ask];
  const parts = inParts(card.options, ROWS_A_CARD);
  return parts.map((options, part) => {
    const first = part === 0;
    const title = choosesActivity(card) ? cards.question.chooseActivity : cards.question.title;
    const strip = titleStrip(first ? title : cards.question.more, corner(card, style));
    const contents = [...(first ? intro(card, asked, style) : []), ...answers(card, options, first, style)];
    return {
      altText: oneLine(card.activity ? `${oneLine(card.activity.label, 20)} ${asked}` : asked, 200),
      contents: bubble(
        strip,
        contents.length > 0 ? contents : [small(cards.question.type)],
        part === parts.length - 1 ? controlsFooter(card.controls, style) : null,
      ),
    };
  });
};

function choosesActivity(card: Question): boolean {
  return card.ask === 'activity' || card.ask === 'branch';
}

function corner(card: Question, style: Style): string | null {
  return card.step ? style.texts.cards.question.step(card.step.at, card.step.of) : null;
}

function intro(card: Question, asked: string, style: Style): Component[] {
  const { cards } = style.texts;
  return [
    ...(card.activity ? [activityLine(card.activity)] : []),
    headline(asked),
    ...(card.hint ? hintRows(card.hint, style) : []),
    ...(card.ask === 'evidence'
      ? []
      : [small(card.options.length > 0 ? cards.question.typeOrTap : cards.question.type)]),
  ];
}

function activityLine(activity: ActivityRef): Component {
  const name = `${oneLine(activity.label, 20)} ${oneLine(activity.name, show.name)}`;
  return body(name, { maxLines: 3, color: colours.dim });
}

function hintRows(hint: NonNullable<Question['hint']>, style: Style): Component[] {
  const { cards } = style.texts;
  return [
    ...(hint.indicator
      ? [stack([small(cards.indicator), body(oneLine(hint.indicator, show.name), { maxLines: 4 })], 'none')]
      : []),
    ...(hint.target !== null ? [row(cards.target, quantity(hint.target, oneLine(hint.unit ?? '', 30)))] : []),
    ...(hint.budget !== null ? [row(cards.budget, baht(hint.budget, style.language))] : []),
  ];
}

/** Activities have names too long for a button: they are rows that wrap; all other answers are buttons. */
function answers(card: Question, options: readonly Action[], first: boolean, style: Style): Component[] {
  if (!choosesActivity(card)) {
    const buttons = buttonColumn(options, style, first);
    return buttons.length > 0 ? [stack(buttons, 'sm')] : [];
  }
  const rows = options.map((option) =>
    choiceRow(option.type === 'tap' && option.say ? option.say : option.label, option, style),
  );
  return rows.length > 0 ? [stack(rows, 'sm')] : [];
}
