/** Asks before something is done that reaches other people, or which of a few is meant; the cost stands beside it. */
import { bubble, separator, stack } from './parts/bubble.ts';
import { buttonColumn } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { note, paragraph, quoted } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { body, headline, lines, oneLine } from './parts/text.ts';
import { show } from './theme.ts';
import type { Component, Painter } from './types.ts';

export const confirm: Painter<'confirm'> = (card, style) => {
  const answers: Component[] = card.wide
    ? card.options.map((option) =>
        choiceRow(option.type === 'tap' && option.say ? option.say : option.label, option, style),
      )
    : buttonColumn(card.options, style);
  return [
    {
      altText: oneLine(card.question, 200),
      contents: bubble(
        titleStrip(card.title),
        [
          headline(card.question),
          ...(card.quote === null ? [] : [quoted(lines(card.quote, QUOTE_UNITS))]),
          ...(card.quote !== null && card.quote.length > QUOTE_UNITS ? [body(style.texts.cards.cut)] : []),
          ...card.rows.map(({ heading, value }) => paragraph(oneLine(heading), oneLine(value, show.name))),
          ...(card.caution === null ? [] : [note(lines(card.caution), 'overdue')]),
          ...(answers.length === 0 ? [] : [separator(), stack(answers, 'sm')]),
        ],
        null,
      ),
    },
  ];
};

/** An announcement is shown as it will go out; only very long ones are cut on the card. */
const QUOTE_UNITS = 1000;
