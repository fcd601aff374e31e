/** The first card after registering: who one is here, how much there is to do, and how to begin. */
import type { Action } from '../src/bot/types.ts';
import { baht } from '../src/text/format.ts';
import { quoted } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { colours, SHOWN_UNITS, tones } from './theme.ts';
import type { CardOf, Painter, Style } from './types.ts';

export const paintWelcome: Painter<'welcome'> = (card, style) => {
  const { cards, words } = style.texts;
  const name = oneLine(card.name, 80);
  const roles = card.roles.map((role) => words.role[role]).join(', ');
  const [first] = card.work;
  const sum = first?.budget ? baht(first.budget, style.language) : null;
  return [
    {
      altText: cards.welcome.alt(name, card.work.length),
      contents: shortBubble(
        titleStrip(`${tones.completed.sign} ${cards.welcome.title}`, null, 'completed'),
        [
          body(cards.welcome.greeting(name), { weight: 'bold', maxLines: 1 }),
          small(cards.welcome.as(roles || words.role.officer, oneLine(card.office, SHOWN_UNITS.name)), {
            maxLines: 2,
          }),
          ...(first
            ? [
                small(cards.welcome.work(card.work.length), {
                  color: colours.ink,
                }),
                quoted(cards.help.example(oneLine(first.label, 20), sum)),
              ]
            : []),
          ...(isManager(card) && !first ? [body(cards.welcome.manager)] : []),
        ],
        buttons(card, style),
        style,
      ),
    },
  ];
};

function isManager(card: CardOf<'welcome'>): boolean {
  return card.roles.includes('manager') || card.roles.includes('admin');
}

function buttons(card: CardOf<'welcome'>, style: Style): Action[] {
  const { button, command: said } = style.texts.words;
  return [
    ...(card.work.length > 0 ? [command(button.mine, said.mine)] : []),
    ...(isManager(card) ? [command(button.summary, said.summary)] : []),
    command(button.help, said.help),
  ];
}
