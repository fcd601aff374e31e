/** Activities as rows of a list, and the splitting of long lists over cards; used by all list cards. */
import type { Action, ActivityRow } from '../../src/bot/types.ts';
import { shortDate } from '../../src/text/format.ts';
import { type ToneName, colours, SHOWN_UNITS, tones } from '../theme.ts';
import type { Box, Style } from '../types.ts';
import { signDot } from './bars.ts';
import { stack } from './bubble.ts';
import { tappable } from './buttons.ts';
import { body, oneLine, small } from './text.ts';

/** Amber when it is late, else the tone of its status. */
export function toneOf(row: ActivityRow): ToneName {
  return row.overdue ? 'overdue' : row.status;
}

/** Nothing is due any more. */
function isOver(row: ActivityRow): boolean {
  return row.status === 'completed' || row.status === 'cancelled';
}

/** When it is due, or since when it is late; by days where they are counted. */
export function dueWords(
  { due, overdue, daysLeft }: ActivityRow,
  { texts: { cards }, language }: Style,
): string {
  const day = shortDate(due, language);
  if (daysLeft !== undefined) return `${cards.daysLeft(daysLeft)} (${day})`;
  return overdue ? cards.overdueSince(day) : cards.due(day);
}

/** One activity: sign, label and name, then status, percent and due day; tapping it does `action`. */
export function activityRow(row: ActivityRow, action: Action, style: Style): Box {
  const { words } = style.texts;
  const tone = toneOf(row);
  const percent = row.status === 'in_progress' && row.percent !== null ? ` ${Math.round(row.percent)}%` : '';
  const due = isOver(row) ? null : dueWords(row, style);
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    contents: [
      signDot(tone),
      stack(
        [
          body(`${oneLine(row.label, 20)} ${oneLine(row.name, SHOWN_UNITS.rowName)}`, { maxLines: 2 }),
          small(words.status[row.status] + percent, { color: tones[tone].ink }),
          ...(due === null ? [] : [small(due, { color: tones[tone].ink })]),
        ],
        'none',
        { flex: 1 },
      ),
      body('›', { flex: 0, color: colours.dim, gravity: 'center', wrap: false }),
    ],
  };
  return tappable(box, action, style);
}

/** Parts of at most `size`, in order; one empty part for an empty list, so that a card still says so. */
export function inParts<T>(items: readonly T[], size: number): T[][] {
  if (items.length === 0) return [[]];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
