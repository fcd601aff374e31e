/** The official half-year report for a manager: frozen or a draft, and its files as links; in full its figures. */
import type { Action } from '../src/bot/types.ts';
import { moment, shortDate } from '../src/text/format.ts';
import { clockInBangkok } from '../src/domain/fiscal-year.ts';
import { countBars, countRow, percentBar } from './parts/bars.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { chipLine } from './parts/buttons.ts';
import { note } from './parts/rows.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

export const officialReport: Painter<'official-report'> = (card, style) => {
  const { official } = style.texts;
  const done = card.counts.completed;
  const [caution] = cautions(card, style);
  const details = inFull(card, official.command(card.half), style);
  const links = card.files.map(({ format, url }): Action => ({
    type: 'link',
    label: official.format[format],
    url,
  }));
  return [
    {
      altText: official.alt(card.half, done, card.total),
      contents: shortBubble(
        roundStrip(card, style),
        [
          headline(official.headline(done, card.total)),
          ...(card.closing && !card.full ? [closedLine(card.closing, style)] : []),
          ...(card.full || caution ? [] : [countRow('plain', card.unreported, official.unreported, '?')]),
          ...(caution ? [caution] : []),
          // three kinds of files leave no room beside them
          ...(links.length > 2 ? details.map((action) => chipLine(action, style)) : []),
        ],
        links.length > 2 ? links : [...links, ...details],
        style,
      ),
    },
  ];
};

function roundStrip({ half, fiscalYear, closing }: CardOf<'official-report'>, style: Style): Box {
  const { official } = style.texts;
  return titleStrip(
    official.round(half, fiscalYear),
    closing ? official.version(closing.version) : official.draft,
    closing ? 'completed' : 'plain',
  );
}

function closedLine({ at, by }: NonNullable<CardOf<'official-report'>['closing']>, style: Style): Component {
  const { official } = style.texts;
  const words = official.closed(moment(at, style.language), oneLine(by || official.system, show.value));
  return small(`${tones.completed.sign} ${words}`, {
    weight: 'bold',
    color: tones.completed.ink,
    maxLines: 2,
  });
}

/** What should be seen before the files are used, the weightiest first. */
function cautions(card: CardOf<'official-report'>, style: Style): Component[] {
  const { official } = style.texts;
  const formats = card.unmade.map((format) => official.format[format]).join(', ');
  return [
    ...(card.notBegun ? [note(official.notBegun, 'overdue')] : []),
    ...(formats === '' ? [] : [note(official.unmade(formats), 'overdue')]),
    ...(card.news > 0 ? [note(official.news(card.news, official.closeCommand(card.half)), 'overdue')] : []),
  ];
}

export const fullOfficialReport: Painter<'official-report'> = (card, style) => {
  const { official } = style.texts;
  const done = card.counts.completed;
  const at = (when: Date): string => moment(when, style.language);
  const until = shortDate(clockInBangkok(card.expiresAt).slice(0, 10), style.language);
  return [
    {
      altText: official.alt(card.half, done, card.total),
      contents: bubble(
        roundStrip(card, style),
        [
          headline(official.headline(done, card.total)),
          percentBar(share(done, card.total), 'completed'),
          stack(
            [
              body(oneLine(card.planTitle, show.name), { maxLines: 2 }),
              small(oneLine(card.office, show.name), { maxLines: 2 }),
              small(official.asOf(at(card.asOf))),
              ...(card.closing ? [closedLine(card.closing, style)] : []),
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
          ...cautions(card, style),
          ...(card.files.length > 0 ? [small(official.links(until))] : []),
        ],
        null,
      ),
    },
  ];
};
