/** A month of one's own activities: how much changed in it, and the first of what is to be done next. */
import { calledBriefly } from '../src/text/format.ts';
import { inFull, shortBubble, shortRow } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { reportOn } from './parts/taps.ts';
import { body, oneLine } from './parts/text.ts';
import type { Painter } from './types.ts';

/** Activities beside the gist; all stand in "my work". */
const FIRST_ROWS = 2;

export const paintMonthOwn: Painter<'month-own'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  const gist = summary.ownGist(card.changed, card.next.length);
  const title = summary.ownerTitle(card.month);
  const [next] = card.next;
  return [
    {
      altText: oneLine(`${title}: ${gist}${next ? ` · ${calledBriefly(next)}` : ''}`, 300),
      contents: shortBubble(
        titleStrip(title),
        [
          body(gist, { weight: 'bold', maxLines: 2 }),
          ...card.next
            .slice(0, FIRST_ROWS)
            .map((row) => shortRow(row, reportOn(row, words.button.report, style), style)),
        ],
        inFull({}, words.command.mine, style),
        style,
      ),
    },
  ];
};
