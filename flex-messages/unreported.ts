/** Who has not reported what is due: how many, the first persons, and one button that asks all; in full everybody, those LINE does not reach apart. */
import type { UnreachableOwner, UnreportedPerson } from '../src/bot/manager-cards.ts';
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { row, section } from './parts/rows.ts';
import { inFull, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, pageButtons } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { colours, SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

/** Names on the lock screen, and rows of whom nobody can ask. */
const MOST_NAMES = 3;
const MOST_UNREACHABLE = 5;

/** Persons beside their number. */
const FIRST_PEOPLE = 2;

export const paintUnreported: Painter<'unreported'> = (card, style) => {
  const { managing, words } = style.texts;
  const { unreported: say, askAll } = managing;
  const first = headlineOf(card, style);
  const asksAll = command(managing.withCost(askAll.button, card.cost), oneLine(card.asks, 120));
  const said = oneLine(card.command, 120);
  const more = pageButtons(said, card.page, card.pages, style).slice(0, 1);
  const further = card.full
    ? [...more, command(say.byActivity, words.command.unreported)]
    : inFull(card, said, style);
  return [
    {
      altText: oneLine(gistOf(card, first, style), 300),
      contents: shortBubble(
        stripOf(card, style),
        [
          body(first, { weight: 'bold', maxLines: 2 }),
          ...(card.full ? [] : card.people.slice(0, FIRST_PEOPLE).map((one) => shortPerson(one, style))),
        ],
        [...(card.cost > 0 ? [asksAll] : []), ...further],
        style,
        card.cost > 0,
      ),
    },
  ];
};

function headlineOf(
  { total: { people, activities }, whose }: CardOf<'unreported'>,
  { texts }: Style,
): string {
  const { unreported: say, part } = texts.managing;
  const first = people > 0 ? say.headline(people, activities) : say.onlyUnreachable(activities);
  return whose === undefined ? first : part.titled(first, oneLine(whose, SHOWN_UNITS.name));
}

function stripOf({ page, pages }: CardOf<'unreported'>, { texts: { managing, cards } }: Style): Box {
  return titleStrip(managing.unreported.title, pages > 1 ? cards.pageOf(page, pages) : null);
}

function shortPerson({ name, labels, typed }: UnreportedPerson, style: Style): Box {
  const { managing, words } = style.texts;
  const line = row(oneLine(name, 40), managing.activities(labels.length));
  return tappable(
    { ...line, paddingTop: '6px', paddingBottom: '6px' },
    command(words.button.status, oneLine(typed, 120)),
    style,
  );
}

export const paintFullUnreported: Painter<'unreported'> = (card, style) => {
  const { unreported: say } = style.texts.managing;
  return [
    {
      altText: oneLine(gistOf(card, headlineOf(card, style), style), 300),
      contents: bubble(
        stripOf(card, style),
        [
          small(say.rule),
          ...(card.people.length > 0 ? [separator(), small(say.tapToSee)] : []),
          ...ruled(card.people.map((one) => personRow(one, style))),
          ...(card.unreachable.length > 0
            ? [
                separator(),
                section(say.unreachable),
                ...ruled(
                  card.unreachable.slice(0, MOST_UNREACHABLE).map((one) => unreachableRow(one, style)),
                ),
              ]
            : []),
        ],
        null,
      ),
    },
  ];
};

function gistOf(card: CardOf<'unreported'>, first: string, { texts: { managing } }: Style): string {
  const { unreported: say } = managing;
  if (card.people.length === 0) return first;
  const named = card.people.slice(0, MOST_NAMES);
  const names = named.map(({ name, labels }) => say.person(oneLine(name, 40), labels.length)).join(', ');
  return say.gist(first, names, card.total.people - named.length);
}

function personRow({ name, labels, note, typed }: UnreportedPerson, style: Style): Box {
  const { managing, words } = style.texts;
  const { unreported: say } = managing;
  const noted =
    note === null ? [] : [note === 'asked' || note === 'self' ? say[note] : say.away(oneLine(note.away, 20))];
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    contents: [
      stack(
        [
          body(oneLine(name, 80), { maxLines: 2, weight: 'bold' }),
          small(oneLine(labels.join(', '), SHOWN_UNITS.rowName), { maxLines: 2 }),
          ...noted.map((text) => small(text, { color: tones.plain.ink })),
        ],
        'none',
        { flex: 1 },
      ),
      body(managing.activities(labels.length), { flex: 0, gravity: 'center', wrap: false }),
      body('›', { flex: 0, color: colours.dim, gravity: 'center', wrap: false }),
    ],
  };
  return tappable(box, command(words.button.status, oneLine(typed, 120)), style);
}

function unreachableRow({ name, because, labels }: UnreachableOwner, { texts: { managing } }: Style): Box {
  const { unreported: say } = managing;
  return stack(
    [
      body(oneLine(name ?? say.noOwner, SHOWN_UNITS.rowName), { maxLines: 2 }),
      small(oneLine(`${managing.activities(labels.length)}: ${labels.join(', ')}`, SHOWN_UNITS.rowName), {
        maxLines: 2,
      }),
      small(`! ${say[because]}`, { color: tones.overdue.ink }),
    ],
    'none',
  );
}
