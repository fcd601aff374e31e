/** How to use the bot: one sentence made from the person's own activity, then the commands of their roles, a card a role. */
import { baht } from '../src/text/format.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { footer, tappable } from './parts/buttons.ts';
import { note, quoted, section } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { tones } from './theme.ts';
import type { Box, Component, Painted, Painter, Style } from './types.ts';

interface Line {
  say: string;
  does: string;
}

export const help: Painter<'help'> = (card, style) => {
  const { cards, words } = style.texts;
  const manager = card.roles.includes('manager') || card.roles.includes('admin');
  // a manager with activities of their own reports too
  const officer = card.roles.includes('officer') || !manager || card.example !== null;
  const own = card.example;
  const sum = own?.budget ? baht(own.budget, style.language) : null;
  const example = own ? cards.help.example(oneLine(own.label, 20), sum) : cards.help.exampleAny;
  const page = (role: string, before: Component[], lines: readonly Line[], below: Box | null): Painted => ({
    altText: cards.help.alt,
    contents: bubble(
      titleStrip(cards.help.title, role),
      [
        ...(card.chat === 'group' ? [note(cards.help.group, 'plain')] : []),
        ...before,
        section(cards.help.commands),
        stack(
          lines.map(({ say, does }) => commandRow(say, does, style)),
          'sm',
        ),
      ],
      below,
    ),
  });
  const report = card.example ? footer([reportOn(card.example, words.button.report, style)], style) : null;
  const sentence = [
    section(cards.help.oneSentence),
    quoted(example),
    small(cards.help.reminder),
    separator(),
  ];
  const { anyone } = cards.help;
  const admin = card.roles.includes('admin') ? cards.help.admin : [];
  return [
    ...(officer
      ? [page(cards.help.forOfficer, sentence, [...cards.help.officer, ...(manager ? [] : anyone)], report)]
      : []),
    ...(manager
      ? [
          page(cards.help.forManager, [], cards.help.manager, null),
          page(cards.help.forManaging, [], [...cards.help.managing, ...admin, ...anyone], null),
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
