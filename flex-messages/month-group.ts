/** A month of the plan for a group: figures only, so that nobody is named before the others. */
import { monthGist } from './parts/month.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { oneLine } from './parts/text.ts';
import type { Painter } from './types.ts';

export const paintMonthGroup: Painter<'month-group'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  const title = summary.groupTitle(card.month);
  return [
    {
      altText: oneLine(`${title}: ${summary.gist(card.now)}`, 300),
      contents: shortBubble(
        titleStrip(title),
        monthGist(card.now, card.before, style),
        // where the plan stands by then; the month's picture comes with it
        inFull({}, words.command.summary, style),
        style,
        false,
      ),
    },
  ];
};
