/** Whether a half is to be closed: how complete it is, what asking for the rest costs, the buttons; in full what would be frozen and each gap with whose work it is. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { type Fact, factLines } from './parts/facts.ts';
import { note, paragraph, section } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt } from './parts/taps.ts';
import { body, headline, lines, oneLine, small } from './parts/text.ts';
import { colours, SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'gaps'>['rows'][number];

const MOST_PEOPLE = 4;
/** What is done, and each kind of what is missing: two lines. */
const MOST_GIST = 100;

/** Small lines below the gist. */
const FACT_LINES = 3;
/** Beyond it the gist takes two lines, which are small and close to the others then. */
const LINE_UNITS = 36;

export const paintGaps: Painter<'gaps'> = (card, style) => {
  const facts = factLines(factsOf(card), FACT_LINES, card.full ? null : card.inFull, style);
  const isLong = card.gist.length > LINE_UNITS;
  const ink = { weight: 'bold', color: colours.ink } as const;
  const contents = isLong
    ? [stack([small(oneLine(card.gist, MOST_GIST), { ...ink, maxLines: 2 }), ...facts], 'none')]
    : [body(oneLine(card.gist), { weight: 'bold', maxLines: 1 }), ...facts];
  const strip = titleStrip(oneLine(card.question));
  const short = shortBubble(strip, contents, card.options, style);
  // as much above the lines as below them: a line more has to be on the screen
  const within = isLong ? { ...short.body!, paddingTop: short.body!.paddingBottom! } : short.body!;
  return [{ altText: altOf(card), contents: { ...short, body: within } }];
};

/** What asking for the rest costs, and what must be known before it is closed. */
function factsOf({ caution, asking }: CardOf<'gaps'>): Fact[] {
  return [
    ...(asking === null ? [] : [{ text: asking, most: 2 }]),
    { text: `! ${caution}`, most: 3, more: { color: tones.overdue.ink } },
  ];
}

export const paintFullGaps: Painter<'gaps'> = (card, style) => {
  const { closing } = style.texts.managing;
  return [
    {
      altText: altOf(card),
      contents: bubble(
        titleStrip(oneLine(card.title, 60)),
        [
          headline(card.headline),
          ...card.facts.map(({ heading, value }) =>
            paragraph(oneLine(heading), oneLine(value, SHOWN_UNITS.name)),
          ),
          ...(card.rows.length > 0 ? [separator(), section(closing.gaps)] : []),
          ...ruled(card.rows.map((row) => gapRow(row, style))),
          ...(card.more > 0 ? [small(closing.more(card.more))] : []),
          ...(card.asking === null ? [] : [note(lines(card.asking), 'plain')]),
          note(lines(card.caution), 'overdue'),
        ],
        null,
      ),
    },
  ];
};

function altOf({ title, headline: asked }: CardOf<'gaps'>): string {
  return oneLine(`${title} ${asked}`, 160);
}

function gapRow({ activity, lacks, people }: Row, style: Style): Box {
  const { closing } = style.texts.managing;
  const who = people.slice(0, MOST_PEOPLE).join(', ') || closing.nobody;
  return tappable(
    stack(
      [
        body(`${oneLine(activity.label, 20)} ${oneLine(activity.name, SHOWN_UNITS.rowName)}`, {
          maxLines: 1,
        }),
        small(`! ${lacks.map((lack) => closing.lacks[lack]).join(', ')}`, { color: tones.overdue.ink }),
        small(oneLine(who, SHOWN_UNITS.rowName), { maxLines: 2 }),
      ],
      'none',
    ),
    lookAt(activity, style),
    style,
  );
}
