/** What closing a half would freeze, and what is still missing, each activity with whose work it is; the question follows as a card of its own. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { note, paragraph, section } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { lookAt } from './parts/taps.ts';
import { body, headline, lines, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'gaps'>['rows'][number];

const MOST_PEOPLE = 4;

export const gaps: Painter<'gaps'> = (card, style) => {
  const { closing } = style.texts.managing;
  return [
    {
      altText: oneLine(`${card.title} ${card.headline}`, 160),
      contents: bubble(
        titleStrip(oneLine(card.title, 60)),
        [
          headline(card.headline),
          ...card.facts.map(({ heading, value }) => paragraph(oneLine(heading), oneLine(value, show.name))),
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

function gapRow({ activity, lacks, people }: Row, style: Style): Box {
  const { closing } = style.texts.managing;
  const who = people.slice(0, MOST_PEOPLE).join(', ') || closing.nobody;
  return tappable(
    stack(
      [
        body(`${oneLine(activity.label, 20)} ${oneLine(activity.name, show.rowName)}`, { maxLines: 1 }),
        small(`! ${lacks.map((lack) => closing.lacks[lack]).join(', ')}`, { color: tones.overdue.ink }),
        small(oneLine(who, show.rowName), { maxLines: 2 }),
      ],
      'none',
    ),
    lookAt(activity, style),
    style,
  );
}
