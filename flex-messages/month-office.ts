/** A month of the plan for its managers: figures against the month before, money, and what to ask next. */
import { monthGist } from './parts/month.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command } from './parts/taps.ts';
import { oneLine } from './parts/text.ts';
import type { Painter } from './types.ts';

export const paintMonthOffice: Painter<'month-office'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  const title = summary.managerTitle(card.month);
  const waiting = card.notReported.filter((row) => !row.overdue).length;
  return [
    {
      altText: oneLine(`${title}: ${summary.gist(card.now)}`, 300),
      contents: shortBubble(
        titleStrip(title),
        monthGist(card.now, card.before, style),
        [
          // behind the details there is the way to the others
          ...(card.late.length > 0
            ? [command(words.button.overdue, words.command.overdue)]
            : waiting > 0
              ? [command(words.button.missing, words.command.missing)]
              : []),
          ...inFull({}, words.command.summary, style),
        ],
        style,
      ),
    },
  ];
};
