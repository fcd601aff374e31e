/** A month of one's own activities: what changed in it and what is to be done next. */
import type { Status } from '../src/domain/activity.ts';
import { activityRow } from './parts/activities.ts';
import { bubble, ruled, separator, stack } from './parts/bubble.ts';
import { section } from './parts/rows.ts';
import { shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Painter, Style } from './types.ts';

/** Activities shown in each list; the rest stands in "my work". */
const SHOWN = 5;

export const monthOwn: Painter<'month-own'> = (card, style) => {
  const { summary } = style.texts.reminders;
  const { words } = style.texts;
  const more = (count: number) => (count > SHOWN ? [small(summary.more(count - SHOWN))] : []);
  const gist = summary.ownGist(card.changed.length, card.next.length);
  return [
    {
      altText: oneLine(`${summary.ownerTitle(card.month)}: ${gist}`, 300),
      contents: bubble(
        titleStrip(summary.ownerTitle(card.month)),
        [
          headline(gist),
          section(summary.changed),
          ...(card.changed.length === 0 ? [body(summary.nothingChanged)] : []),
          ...ruled(card.changed.slice(0, SHOWN).map((change) => changed(change, style))),
          ...more(card.changed.length),
          ...(card.next.length > 0
            ? [
                separator(),
                section(summary.next),
                ...ruled(
                  card.next
                    .slice(0, SHOWN)
                    .map((row) => activityRow(row, reportOn(row, words.button.report, style), style)),
                ),
                ...more(card.next.length),
              ]
            : []),
        ],
        null,
      ),
    },
    {
      altText: oneLine(`${summary.ownerTitle(card.month)}: ${gist}`, 300),
      contents: shortBubble(
        titleStrip(summary.ownerTitle(card.month)),
        [headline(gist)],
        [command(words.button.mine, words.command.mine)],
        style,
      ),
    },
  ];
};

function changed({ label, name, from, to }: CardOf<'month-own'>['changed'][number], style: Style): Box {
  const { summary } = style.texts.reminders;
  const said = (state: { status: Status; percent: number | null }): string =>
    style.texts.words.statusShort[state.status] +
    (state.status === 'in_progress' && state.percent !== null ? ` ${Math.round(state.percent)}%` : '');
  const before = said(from);
  const after = said(to);
  return stack(
    [
      body(`${oneLine(label, 20)} ${oneLine(name, show.rowName)}`, { maxLines: 2 }),
      small(before === after ? after : summary.fromTo(before, after), { color: tones[to.status].ink }),
    ],
    'none',
  );
}
