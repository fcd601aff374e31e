/** A month of the plan for a group: figures only, so that nobody is named before the others. */
import { bubble } from './parts/bubble.ts';
import { monthFigures, monthGist } from './parts/month.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { show } from './theme.ts';
import type { Painter } from './types.ts';

export const monthGroup: Painter<'month-group'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  return [
    {
      altText: oneLine(`${summary.groupTitle(card.month)}: ${summary.gist(card.now)}`, 300),
      contents: bubble(
        titleStrip(summary.groupTitle(card.month)),
        [
          small(oneLine(card.office, show.name), { maxLines: 2 }),
          ...monthFigures(card.now, card.before, style),
        ],
        null,
      ),
    },
    {
      altText: oneLine(`${summary.groupTitle(card.month)}: ${summary.gist(card.now)}`, 300),
      contents: shortBubble(
        titleStrip(summary.groupTitle(card.month)),
        monthGist(card.now, card.before, style),
        [command(words.button.summary, words.command.summary)],
        style,
        false,
      ),
    },
  ];
};
