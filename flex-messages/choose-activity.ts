/** Asks which activity is meant: a row each, pages below, controls (cancel) small. */
import type { Action } from '../src/bot/types.ts';
import { inParts } from './parts/activities.ts';
import { bubble } from './parts/bubble.ts';
import { buttonLine, controlsFooter } from './parts/buttons.ts';
import { choiceRow } from './parts/choices.ts';
import { titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { ROWS_A_CARD } from './theme.ts';
import type { Painter } from './types.ts';

export const chooseActivity: Painter<'choose-activity'> = (card, style) => {
  const { cards, words } = style.texts;
  const asked = cards.question.ask.activity;
  const parts = inParts(card.rows, ROWS_A_CARD);
  const turns: Action[] = [
    ...(card.previous ? [tap(words.button.earlier, card.previous)] : []),
    ...(card.next ? [tap(words.button.more, card.next)] : []),
  ];
  return parts.map((rows, part) => {
    const last = part === parts.length - 1;
    const contents = [
      ...(part === 0 ? [headline(asked), small(cards.question.typeOrTap)] : []),
      ...(card.rows.length === 0 ? [body(cards.work.noneOthers)] : []),
      ...rows.map((row) => {
        const name = `${oneLine(row.label, 20)} ${row.name}`;
        return choiceRow(name, { type: 'tap', label: row.label, tap: row.tap, say: name }, style);
      }),
      ...(last ? buttonLine(turns, style) : []),
    ];
    return {
      altText: asked,
      contents: bubble(
        titleStrip(cards.question.title, card.pages > 1 ? cards.pageOf(card.page, card.pages) : null),
        contents,
        last ? controlsFooter(card.controls, style) : null,
      ),
    };
  });
};
