/** The official half-year report for a manager: frozen or a draft, and its files as links; in full its figures. */
import type { Action } from '../src/bot/types.ts';
import { moment, shortDate } from '../src/text/format.ts';
import { clockInBangkok } from '../src/domain/fiscal-year.ts';
import { countBars, countRow, percentBar } from './parts/bars.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { budgetRows, share } from './parts/budget.ts';
import { type Fact, factLines } from './parts/facts.ts';
import { note } from './parts/rows.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

/** Small lines below the headline. */
const FACT_LINES = 4;

export const paintOfficialReport: Painter<'official-report'> = (card, style) => {
  const { official } = style.texts;
  const done = card.counts.completed;
  const [action = null] = inFull(card, official.command(card.half), style);
  const links = card.files.map(({ format, url }): Action => ({
    type: 'link',
    label: official.format[format],
    url,
  }));
  const wide = links.length > 2;
  return [
    {
      altText: official.alt(card.half, done, card.total),
      contents: shortBubble(
        roundStrip(card, style),
        [
          headline(official.headline(done, card.total)),
          // three kinds of files leave no room beside them
          ...(card.full
            ? []
            : factLines(factsOf(card, style), FACT_LINES, wide ? action : null, style, true)),
        ],
        wide ? links : [...links, ...(action ? [action] : [])],
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

type Closing = NonNullable<CardOf<'official-report'>['closing']>;

function closed({ at, by }: Closing, style: Style): string {
  const { official } = style.texts;
  const words = official.closed(
    moment(at, style.language),
    oneLine(by || official.system, SHOWN_UNITS.value),
  );
  return `${tones.completed.sign} ${words}`;
}

const CLOSED = { weight: 'bold', color: tones.completed.ink } as const;

/** What is to be seen before the files are used, then whether it is frozen and what it lacks. */
function factsOf(card: CardOf<'official-report'>, style: Style): Fact[] {
  const { official } = style.texts;
  const [caution] = cautions(card, style);
  return [
    ...(caution ? [{ text: `! ${caution}`, most: 2, more: { color: tones.overdue.ink } }] : []),
    ...(card.closing ? [{ text: closed(card.closing, style), most: 2, more: CLOSED }] : []),
    { text: `${official.unreported}: ${card.unreported}`, most: 1 },
  ];
}

/** What should be seen before the files are used, the weightiest first. */
function cautions(card: CardOf<'official-report'>, style: Style): string[] {
  const { official } = style.texts;
  const formats = card.unmade.map((format) => official.format[format]).join(', ');
  return [
    ...(card.notBegun ? [official.notBegun] : []),
    ...(formats === '' ? [] : [official.unmade(formats)]),
    ...(card.news > 0 ? [official.news(card.news, official.closeCommand(card.half))] : []),
  ];
}

export const paintFullOfficialReport: Painter<'official-report'> = (card, style) => {
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
              body(oneLine(card.planTitle, SHOWN_UNITS.name), { maxLines: 2 }),
              small(oneLine(card.office, SHOWN_UNITS.name), { maxLines: 2 }),
              small(official.asOf(at(card.asOf))),
              ...(card.closing ? [small(closed(card.closing, style), { ...CLOSED, maxLines: 2 })] : []),
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
          ...cautions(card, style).map((one) => note(one, 'overdue')),
          ...(card.files.length > 0 ? [small(official.links(until))] : []),
        ],
        null,
      ),
    },
  ];
};
