/** How to use the bot: one sentence made from the person's own activity, then the commands of their roles. */
import { bubble, separator, stack } from './parts/bubble.ts';
import { footer, tappable } from './parts/buttons.ts';
import { note, quoted, section } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { tones } from './theme.ts';
import type { Box, Painter, Style } from './types.ts';

export const help: Painter<'help'> = (card, style) => {
  const { cards, words } = style.texts;
  const officer = card.roles.includes('officer');
  const manager = card.roles.includes('manager') || card.roles.includes('admin');
  const commands = [
    ...(officer || !manager ? cards.help.officer : []),
    ...(manager ? cards.help.manager : []),
  ];
  const example = card.example ? cards.help.example(oneLine(card.example.label, 20)) : cards.help.exampleAny;
  return [
    {
      altText: cards.help.alt,
      contents: bubble(
        titleStrip(cards.help.title),
        [
          ...(card.chat === 'group' ? [note(cards.help.group, 'plain')] : []),
          ...(officer || !manager
            ? [section(cards.help.oneSentence), quoted(example), small(cards.help.reminder), separator()]
            : []),
          section(cards.help.commands),
          stack(
            commands.map(({ say, does }) => commandRow(say, does, style)),
            'sm',
          ),
        ],
        card.example ? footer([reportOn(card.example, words.button.report, style)], style) : null,
      ),
    },
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
