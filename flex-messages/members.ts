/** Who belongs to the office: how many and the first of them; in full name, roles, work, last seen, and what of the plan nobody registered has. */
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { section } from './parts/rows.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

type Row = CardOf<'members'>['rows'][number];

const MOST_UNITS = 5;
/** Members beside their number. */
const FIRST_ROWS = 2;

export const paintMembers: Painter<'members'> = (card, style) => {
  const { managing, words } = style.texts;
  const { members: say } = managing;
  const gist = gistOf(card, style);
  const rows = card.full ? [] : card.rows.slice(0, FIRST_ROWS);
  const invite = command(say.invite, words.command.invite);
  const pages = pageButtons(words.command.members, card.page, card.pages, style).slice(0, 1);
  return [
    {
      altText: gist,
      contents: shortBubble(
        stripOf(card, style),
        [
          body(gist, { weight: 'bold', maxLines: 2 }),
          ...rows.map(({ name, roles, seen }) =>
            stack(
              [
                body(oneLine(name, 80), { maxLines: 1 }),
                small(
                  oneLine([rolesOf(roles, style), seenOf(seen, style)].join(' · '), SHOWN_UNITS.rowName),
                  {
                    maxLines: 1,
                  },
                ),
              ],
              'none',
            ),
          ),
        ],
        card.full
          ? [invite, ...pages, command(words.button.console, words.command.console)]
          : [invite, ...inFull(card, words.command.members, style)],
        style,
      ),
    },
  ];
};

export const paintFullMembers: Painter<'members'> = (card, style) => {
  const { members: say, unreported, activities } = style.texts.managing;
  const more = card.unlinked.length - MOST_UNITS;
  return [
    {
      altText: gistOf(card, style),
      contents: bubble(
        stripOf(card, style),
        [
          headline(say.headline(card.total)),
          ...ruled(card.rows.map((row) => memberRow(row, style))),
          ...(card.unlinked.length > 0 ? [separator(), section(say.unlinked)] : []),
          ...card.unlinked.slice(0, MOST_UNITS).map(({ name, labels }) =>
            stack(
              [
                body(oneLine(name ?? unreported.noOwner, SHOWN_UNITS.rowName), { maxLines: 2 }),
                small(oneLine(`! ${activities(labels.length)}: ${labels.join(', ')}`, SHOWN_UNITS.rowName), {
                  color: tones.overdue.ink,
                }),
              ],
              'none',
            ),
          ),
          ...(more > 0 ? [small(say.more(more))] : []),
        ],
        null,
      ),
    },
  ];
};

function gistOf({ total, unlinked }: CardOf<'members'>, style: Style): string {
  const { members: say } = style.texts.managing;
  const without = unlinked.reduce((sum, { labels }) => sum + labels.length, 0);
  return oneLine(say.gist(say.headline(total), without), 160);
}

function stripOf({ page, pages }: CardOf<'members'>, { texts: { managing, cards } }: Style): Box {
  return titleStrip(managing.members.title, pages > 1 ? cards.pageOf(page, pages) : null);
}

function rolesOf(roles: Row['roles'], { texts: { words } }: Style): string {
  return roles.map((role) => words.role[role]).join(', ');
}

function seenOf(seen: Row['seen'], { texts: { managing } }: Style): string {
  return seen === null ? managing.members.never : managing.members.seen(oneLine(seen, 40));
}

function memberRow({ name, position, roles, labels, seen, blocked }: Row, style: Style): Box {
  const { members: say } = style.texts.managing;
  const called = rolesOf(roles, style);
  return stack(
    [
      body(oneLine(name, 80), { maxLines: 2, weight: 'bold' }),
      small(oneLine([called, position].filter((one) => one !== '').join(' · '), SHOWN_UNITS.rowName), {
        maxLines: 2,
      }),
      small(labels.length > 0 ? oneLine(labels.join(', '), SHOWN_UNITS.value) : say.noWork),
      small(seenOf(seen, style)),
      ...(blocked ? [small(`! ${say.blocked}`, { color: tones.overdue.ink })] : []),
    ],
    'none',
  );
}
