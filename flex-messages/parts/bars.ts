/** Bars: percent with its number, and the share of each status; used by status and summary cards. */
import type { Status } from '../../src/domain/activity.ts';
import { type ToneName, colours, tones } from '../theme.ts';
import type { Box, Component, Style } from '../types.ts';
import { stack } from './bubble.ts';
import { body, small } from './text.ts';

/** The order in which statuses are counted and drawn. */
const STATUS_ORDER: readonly Status[] = ['completed', 'in_progress', 'not_started', 'cancelled'];

/** @param percent any number; the bar itself stays within 0–100. */
export function percentBar(percent: number, tone: ToneName): Box {
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [
      bareBar(percent, tone),
      body(`${Math.round(percent)}%`, { flex: 0, weight: 'bold', wrap: false }),
    ],
  };
}

/** The same below words that tell the number. */
export function bareBar(percent: number, tone: ToneName): Box {
  const width = Math.round(Math.min(100, Math.max(0, percent)));
  const filled: Box = {
    type: 'box',
    layout: 'vertical',
    width: `${width}%`,
    height: '10px',
    cornerRadius: '5px',
    backgroundColor: tones[tone].fill,
    contents: [{ type: 'filler' }],
  };
  return {
    type: 'box',
    layout: 'vertical',
    flex: 1,
    height: '10px',
    cornerRadius: '5px',
    backgroundColor: colours.track,
    contents: width === 0 ? [{ type: 'filler' }] : [filled],
  };
}

/** One bar with a stretch for each status, and a row for each: colour, sign, word, number. */
export function countBars(counts: Record<Status, number>, style: Style): Component[] {
  const present = STATUS_ORDER.filter((status) => counts[status] > 0);
  const bar: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: '2px',
    height: '12px',
    contents: present.map((status) => ({
      type: 'box',
      layout: 'vertical',
      flex: counts[status],
      height: '12px',
      cornerRadius: '3px',
      backgroundColor: tones[status].fill,
      contents: [{ type: 'filler' }],
    })),
  };
  const rows = STATUS_ORDER.map((status) =>
    countRow(status, counts[status], style.texts.words.status[status]),
  );
  return present.length > 0 ? [bar, stack(rows, 'sm')] : [stack(rows, 'sm')];
}

/** Sign, word and number on one line; `sign` replaces the tone's own. */
export function countRow(tone: ToneName, count: number, words: string, sign?: string): Box {
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [
      signDot(tone, sign),
      body(words, { flex: 1 }),
      body(String(count), { flex: 0, weight: 'bold', wrap: false }),
    ],
  };
}

/** The status sign on a round ground of its colour. */
export function signDot(tone: ToneName, sign: string = tones[tone].sign): Box {
  const { fill, onFill } = tones[tone];
  return {
    type: 'box',
    layout: 'vertical',
    flex: 0,
    width: '24px',
    height: '24px',
    cornerRadius: '12px',
    backgroundColor: fill,
    justifyContent: 'center',
    alignItems: 'center',
    contents: [small(sign, { color: onFill, weight: 'bold', align: 'center', wrap: false })],
  };
}
