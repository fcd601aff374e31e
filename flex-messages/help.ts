/** How to use the bot: one sentence made from the person's own activity, in full the commands of their roles, a card a role. */
import { baht } from '../src/text/format.ts';
import { bubble, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { note, quoted, section } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { tones } from './theme.ts';
import type { Box, CardOf, Painted, Painter, Style } from './types.ts';

interface Line {
  say: string;
  does: string;
  /** May be used where others read along. */
  inGroups?: boolean;
}

/** What can be used in that chat. */
function usable(lines: readonly Line[], { chat }: CardOf<'help'>): readonly Line[] {
  return chat === 'group' ? lines.filter(({ inGroups }) => inGroups) : lines;
}

/** How many commands stand beside the example, or in its place. */
const FIRST_LINES = 3;

export const paintHelp: Painter<'help'> = (card, style) => {
  const { cards, words } = style.texts;
  const own = card.example;
  const sum = own?.budget ? baht(own.budget, style.language) : null;
  const first = usable(isManager(card) ? cards.help.manager : cards.help.officer, card);
  return [
    {
      altText: cards.help.alt,
      contents: shortBubble(
        titleStrip(cards.help.title),
        card.chat === 'group'
          ? [
              note(cards.help.group, 'plain'),
              ...first.slice(0, 2).map(({ say, does }) => commandRow(say, does, style)),
            ]
          : reports(card)
            ? [
                section(cards.help.oneSentence),
                quoted(own ? cards.help.example(oneLine(own.label, 20), sum) : cards.help.exampleAny),
                small(cards.help.reminder),
              ]
            : first.slice(0, FIRST_LINES).map(({ say, does }) => commandRow(say, does, style)),
        [
          ...(own && card.chat === 'user' ? [reportOn(own, words.button.report, style)] : []),
          ...(card.full ? [] : [command(words.button.commands, words.command.inFull(words.command.help))]),
        ],
        style,
      ),
    },
  ];
};

function isManager({ roles }: CardOf<'help'>): boolean {
  return roles.includes('manager') || roles.includes('admin');
}

/** A manager with activities of their own reports too. */
function reports(card: CardOf<'help'>): boolean {
  return card.roles.includes('officer') || !isManager(card) || card.example !== null;
}

export const paintFullHelp: Painter<'help'> = (card, style) => {
  const { cards } = style.texts;
  const manager = isManager(card);
  const page = (role: string, all: readonly Line[]): Painted[] => {
    const lines = usable(all, card);
    return lines.length === 0 ? [] : [painted(role, lines)];
  };
  const painted = (role: string, lines: readonly Line[]): Painted => ({
    altText: cards.help.alt,
    contents: bubble(
      titleStrip(cards.help.title, role),
      [
        ...(card.chat === 'group' ? [note(cards.help.group, 'plain')] : []),
        section(cards.help.commands),
        stack(
          lines.map(({ say, does }) => commandRow(say, does, style)),
          'sm',
        ),
      ],
      null,
    ),
  });
  const anyone = [...(card.inSeveral ? cards.help.inSeveral : []), ...cards.help.anyone];
  const admin = card.roles.includes('admin') ? cards.help.admin : [];
  return [
    ...(reports(card)
      ? page(cards.help.forOfficer, [...cards.help.officer, ...(manager ? [] : anyone)])
      : []),
    ...(manager
      ? [
          ...page(cards.help.forManager, cards.help.manager),
          ...page(cards.help.forManaging, [...cards.help.managing, ...admin, ...anyone]),
        ]
      : []),
  ];
};

function commandRow(say: string, does: string, style: Style): Box {
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    paddingAll: '8px',
    cornerRadius: 'md',
    backgroundColor: tones.plain.soft,
    contents: [
      body(say, { weight: 'bold', color: tones.plain.ink, flex: 0, wrap: false }),
      small(does, { flex: 1, align: 'end' }),
    ],
  };
  return tappable(box, command(say, say), style);
}
