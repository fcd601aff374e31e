/** Who belongs to the office: name, roles, work, last seen; and what of the plan nobody registered has. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { section } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'members'>['rows'][number];

const MOST_UNITS = 5;

export const members: Painter<'members'> = (card, style) => {
  const { managing, cards, words } = style.texts;
  const { members: say } = managing;
  const first = say.headline(card.total);
  const unlinked = card.unlinked.reduce((sum, { labels }) => sum + labels.length, 0);
  const more = card.unlinked.length - MOST_UNITS;
  const altText = oneLine(say.gist(first, unlinked), 160);
  const strip = titleStrip(say.title, card.pages > 1 ? cards.pageOf(card.page, card.pages) : null);
  return [
    {
      altText,
      contents: bubble(
        strip,
        [
          headline(first),
          ...ruled(card.rows.map((row) => memberRow(row, style))),
          ...(card.unlinked.length > 0 ? [separator(), section(say.unlinked)] : []),
          ...card.unlinked.slice(0, MOST_UNITS).map(({ name, labels }) =>
            stack(
              [
                body(oneLine(name ?? managing.unreported.noOwner, show.rowName), { maxLines: 2 }),
                small(
                  oneLine(`! ${managing.activities(labels.length)}: ${labels.join(', ')}`, show.rowName),
                  {
                    color: tones.overdue.ink,
                  },
                ),
              ],
              'none',
            ),
          ),
          ...(more > 0 ? [small(say.more(more))] : []),
        ],
        null,
      ),
    },
    {
      altText,
      contents: shortBubble(
        strip,
        [headline(altText)],
        [
          command(say.invite, words.command.invite),
          ...pageButtons(words.command.members, card.page, card.pages, style).slice(0, 1),
          command(words.button.console, words.command.console),
        ],
        style,
      ),
    },
  ];
};

function memberRow({ name, position, roles, labels, seen, blocked }: Row, style: Style): Box {
  const { managing, words } = style.texts;
  const { members: say } = managing;
  const called = roles.map((role) => words.role[role]).join(', ');
  return stack(
    [
      body(oneLine(name, 80), { maxLines: 2, weight: 'bold' }),
      small(oneLine([called, position].filter((one) => one !== '').join(' · '), show.rowName), {
        maxLines: 2,
      }),
      small(labels.length > 0 ? oneLine(labels.join(', '), show.value) : say.noWork),
      small(seen === null ? say.never : say.seen(oneLine(seen, 40))),
      ...(blocked ? [small(`! ${say.blocked}`, { color: tones.overdue.ink })] : []),
    ],
    'none',
  );
}
