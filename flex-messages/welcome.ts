/** The first card after registering: who one is here, what there is to do, and how to begin. */
import type { Action } from '../src/bot/types.ts';
import { baht } from '../src/text/format.ts';
import { activityRow } from './parts/activities.ts';
import { bubble, ruled, separator } from './parts/bubble.ts';
import { footer } from './parts/buttons.ts';
import { quoted, section } from './parts/rows.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { CardOf, Painter, Style } from './types.ts';

/** Enough to begin with; the rest stands in "my activities". */
const FIRST_ROWS = 3;

export const welcome: Painter<'welcome'> = (card, style) => {
  const { cards, words } = style.texts;
  const name = oneLine(card.name, 80);
  const roles = card.roles.map((role) => words.role[role]).join(', ');
  const [first] = card.work;
  const rest = card.work.length - FIRST_ROWS;
  return [
    {
      altText: cards.welcome.alt(name, card.work.length),
      contents: bubble(
        titleStrip(`${tones.completed.sign} ${cards.welcome.title}`, null, 'completed'),
        [
          headline(cards.welcome.greeting(name)),
          small(cards.welcome.as(roles || words.role.officer, oneLine(card.office, show.name)), {
            maxLines: 3,
          }),
          ...(first
            ? [
                separator(),
                section(cards.welcome.work(card.work.length)),
                ...ruled(
                  card.work
                    .slice(0, FIRST_ROWS)
                    .map((row) => activityRow(row, reportOn(row, words.button.report, style), style)),
                ),
                ...(rest > 0 ? [small(cards.welcome.more(rest))] : []),
                separator(),
                section(cards.welcome.start),
                quoted(
                  cards.help.example(
                    oneLine(first.label, 20),
                    first.budget ? baht(first.budget, style.language) : null,
                  ),
                ),
              ]
            : []),
          ...(isManager(card) ? [body(cards.welcome.manager)] : []),
        ],
        footer(buttons(card, style), style),
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
