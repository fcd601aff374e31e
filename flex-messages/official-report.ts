/** The official half-year report for a manager: frozen or a draft, its figures, and its files as links. */
import type { Action } from '../src/bot/types.ts';
import { moment, shortDate } from '../src/text/format.ts';
import { clockInBangkok } from '../src/domain/fiscal-year.ts';
import { countBars, countRow, percentBar } from './parts/bars.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { footer } from './parts/buttons.ts';
import { note } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Painter } from './types.ts';

export const officialReport: Painter<'official-report'> = (card, style) => {
  const { official } = style.texts;
  const { closing, half, fiscalYear } = card;
  const done = card.counts.completed;
  const at = (when: Date): string => moment(when, style.language);
  const until = shortDate(clockInBangkok(card.expiresAt).slice(0, 10), style.language);
  const formats = card.unmade.map((format) => official.format[format]).join(', ');
  const links = card.files.map(({ format, url }): Action => ({
    type: 'link',
    label: official.format[format],
    url,
  }));
  return [
    {
      altText: official.alt(half, done, card.total),
      contents: bubble(
        titleStrip(
          official.round(half, fiscalYear),
          closing ? official.version(closing.version) : official.draft,
          closing ? 'completed' : 'plain',
        ),
        [
          headline(official.headline(done, card.total)),
          percentBar(share(done, card.total), 'completed'),
          stack(
            [
              body(oneLine(card.planTitle, show.name), { maxLines: 2 }),
              small(oneLine(card.office, show.name), { maxLines: 2 }),
              small(official.asOf(at(card.asOf))),
              ...(closing
                ? [
                    small(
                      `${tones.completed.sign} ${official.closed(at(closing.at), oneLine(closing.by || official.system, show.value))}`,
                      { weight: 'bold', color: tones.completed.ink },
                    ),
                  ]
                : []),
            ],
            'none',
          ),
          separator(),
          ...countBars(card.counts, style),
          separator(),
          countRow('plain', card.unreported, official.unreported, '?'),
          ...(card.late > 0 ? [countRow('overdue', card.late, official.late)] : []),
          separator(),
          ...budgetRows(card.budget, card.spent, style),
          ...(card.notBegun ? [note(official.notBegun, 'overdue')] : []),
          ...(card.news > 0 ? [note(official.news(card.news, official.closeCommand(half)), 'overdue')] : []),
          ...(formats === '' ? [] : [note(official.unmade(formats), 'overdue')]),
          ...(links.length > 0 ? [small(official.links(until))] : []),
        ],
        footer(links, style),
      ),
    },
  ];
};
