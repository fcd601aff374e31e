/** A month of the plan for its managers: counts, budget, the month before, what is late and what was not reported. */
import { bubble } from './parts/bubble.ts';
import { monthFigures, monthGist, monthList } from './parts/month.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { show } from './theme.ts';
import type { Painter } from './types.ts';

export const monthOffice: Painter<'month-office'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  return [
    {
      altText: oneLine(`${summary.managerTitle(card.month)}: ${summary.gist(card.now)}`, 300),
      contents: bubble(
        titleStrip(summary.managerTitle(card.month)),
        [
          small(oneLine(card.office, show.name), { maxLines: 2 }),
          ...monthFigures(card.now, card.before, style),
          ...monthList(summary.late, card.late, style),
          ...monthList(
            summary.notReported,
            card.notReported.filter((row) => !row.overdue),
            style,
          ),
        ],
        null,
      ),
    },
    {
      altText: oneLine(`${summary.managerTitle(card.month)}: ${summary.gist(card.now)}`, 300),
      contents: shortBubble(
        titleStrip(summary.managerTitle(card.month)),
        monthGist(card.now, card.before, style),
        [
          command(words.button.overdue, words.command.overdue),
          command(words.button.missing, words.command.missing),
        ],
        style,
      ),
    },
  ];
};
