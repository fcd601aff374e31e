/** The whole plan for a manager: the answer, what is late and the money; in full also counts and what to follow first. */
import { moment } from '../src/text/format.ts';
import { activityRow } from './parts/activities.ts';
import { countBars, countRow, percentBar } from './parts/bars.ts';
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { section } from './parts/rows.ts';
import { inFull, moneyRow, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, lookAt } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS } from './theme.ts';
import type { Painter } from './types.ts';

const ATTENTION_ROWS = 5;

export const paintOfficeSummary: Painter<'office-summary'> = (card, style) => {
  const { cards, words } = style.texts;
  const { summary } = cards;
  const done = card.counts.completed;
  return [
    {
      altText: summary.alt(done, card.total, card.overdue, share(card.spent, card.budget)),
      contents: shortBubble(
        titleStrip(summary.title),
        [
          headline(summary.headline(done, card.total)),
          percentBar(share(done, card.total), 'completed'),
          ...(card.full
            ? []
            : [
                countRow('overdue', card.overdue, summary.overdue),
                countRow('plain', card.unreported, summary.unreported, '?'),
                moneyRow(card.budget, card.spent, style),
              ]),
        ],
        card.full
          ? [
              command(words.button.overdue, words.command.overdue),
              command(words.button.missing, words.command.missing),
              command(words.button.budget, words.command.budget),
            ]
          : [
              ...inFull(card, words.command.summary, style),
              card.overdue === 0 && card.unreported > 0
                ? command(words.button.missing, words.command.missing)
                : command(words.button.overdue, words.command.overdue),
            ],
        style,
      ),
    },
  ];
};

export const paintFullOfficeSummary: Painter<'office-summary'> = (card, style) => {
  const { cards } = style.texts;
  const { summary } = cards;
  const done = card.counts.completed;
  const doneShare = share(done, card.total);
  return [
    {
      altText: summary.alt(done, card.total, card.overdue, share(card.spent, card.budget)),
      contents: bubble(
        titleStrip(summary.title),
        [
          headline(summary.headline(done, card.total)),
          percentBar(doneShare, 'completed'),
          stack(
            [
              body(oneLine(card.planTitle, SHOWN_UNITS.name), { maxLines: 2 }),
              small(oneLine(card.office, SHOWN_UNITS.name), { maxLines: 2 }),
              small(summary.asOf(moment(card.asOf, style.language))),
            ],
            'none',
          ),
          separator(),
          ...countBars(card.counts, style),
          separator(),
          countRow('overdue', card.overdue, summary.overdue),
          countRow('plain', card.unreported, summary.unreported, '?'),
          separator(),
          ...budgetRows(card.budget, card.spent, style),
          ...(card.rows.length > 0
            ? [
                separator(),
                section(summary.attention),
                ...ruled(
                  card.rows
                    .slice(0, ATTENTION_ROWS)
                    .map((row) => activityRow(row, lookAt(row, style), style)),
                ),
              ]
            : []),
        ],
        null,
      ),
    },
  ];
};
