/** Why an activity is not finished: what was said to be in its way, when that was, when it is due and whose it is; the way to ask, or to report. */
import { calledBriefly, shortDate } from '../src/text/format.ts';
import { managerStep } from './activity-status.ts';
import { stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { statusStrip } from './parts/strip.ts';
import { lookAt, reportOn } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { CardOf, Component, Painter, Style } from './types.ts';

type Shown = CardOf<'why'>;

export const paintWhy: Painter<'why'> = (card, style) => {
  const { words } = style.texts;
  const { activity } = card;
  const finished = activity.status === 'completed' || activity.status === 'cancelled';
  return [
    {
      altText: oneLine(`${calledBriefly(activity)} ${gistOf(card, style)}`, 300),
      contents: shortBubble(
        // that it is late stands beside the day
        statusStrip(activity.status, activity.label, style),
        [
          tappable(
            stack([nameLine(activity), ...trouble(card, style), ...facts(card, finished, style)], 'none'),
            lookAt(activity, style),
            style,
          ),
        ],
        // a button more would leave no room for what was said
        card.manage
          ? managerStep(card, style)
          : [
              ...(card.mayReport ? [reportOn(activity, words.button.report, style)] : []),
              lookAt(activity, style),
            ],
        style,
        card.mayReport || Boolean(card.manage),
      ),
    },
  ];
};

function gistOf({ activity, obstacle }: Shown, { texts: { managing } }: Style): string {
  return obstacle ? `! ${obstacle.text}` : managing.why.none(oneLine(activity.label, 20));
}

/** The suggestion follows as far as there is room; all of both stands on the status. */
function trouble(card: Shown, style: Style): Component[] {
  const { why: say } = style.texts.managing;
  const { obstacle, suggestion } = card;
  const gist = oneLine(gistOf(card, style), SHOWN_UNITS.compact);
  if (!obstacle) return [small(gist, { maxLines: 2 })];
  const told = obstacle.day === null ? '' : ` (${say.said(shortDate(obstacle.day, style.language))})`;
  const advice = suggestion ? ` · ${say.suggestion(oneLine(suggestion, SHOWN_UNITS.compact))}` : '';
  return [small(`${gist}${told}${advice}`, { color: tones.overdue.ink, maxLines: 3 })];
}

function facts({ activity, last, owners }: Shown, finished: boolean, style: Style): Component[] {
  const { cards, managing } = style.texts;
  const { why: say } = managing;
  const day = (iso: string): string => shortDate(iso, style.language);
  const left = cards.daysLeft(activity.daysLeft ?? 0);
  const whose = owners?.join(', ') || activity.ownerGroup || say.nobody;
  const line = (heading: string, value: string): Component =>
    small(oneLine(`${heading}: ${value}`, 120), { maxLines: 1 });
  return [
    line(cards.activity.reported, last ? say.last(day(last.day), last.daysAgo) : cards.activity.never),
    ...(finished ? [] : [line(cards.activity.due, say.due(day(activity.due), left))]),
    ...(owners === null ? [] : [line(cards.activity.owner, whose)]),
  ];
}
