/** What the office keeps about a person and why; accepting it starts the use of the bot. */
import { bubble } from './parts/bubble.ts';
import { paragraph } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS } from './theme.ts';
import type { Painter } from './types.ts';

export const paintNotice: Painter<'notice'> = (card, style) => {
  const { cards, words } = style.texts;
  const office = oneLine(card.office, SHOWN_UNITS.name);
  return [
    {
      altText: cards.notice.alt(office),
      contents: bubble(
        titleStrip(cards.notice.title),
        [
          body(cards.notice.greeting(oneLine(card.name, 80), office)),
          ...[...cards.notice.points, ...(card.assistant ? [cards.notice.assistant] : [])].map(
            ({ heading, text }) => paragraph(heading, text),
          ),
          small(cards.notice.otherwise),
          small(cards.notice.version(oneLine(card.version, 40))),
        ],
        null,
      ),
    },
    {
      altText: cards.notice.alt(office),
      contents: shortBubble(
        titleStrip(cards.notice.title),
        [body(cards.notice.alt(office), { weight: 'bold' })],
        [tap(words.button.accept, { do: 'accept-notice', version: card.version })],
        style,
      ),
    },
  ];
};
