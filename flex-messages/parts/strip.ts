/** The strip on top of every card: status by colour, sign and word, or a title; and the activity's printed label. */
import type { Status } from '../../src/domain/activity.ts';
import { type ToneName, SHOWN_UNITS, sizes, tones } from '../theme.ts';
import type { Box, Style, Text } from '../types.ts';
import { oneLine } from './text.ts';

function strip(tone: ToneName, words: string, right: string | null): Box {
  const { fill, onFill } = tones[tone];
  const texts: Text[] = [
    {
      type: 'text',
      text: words,
      size: sizes.body,
      weight: 'bold',
      color: onFill,
      wrap: true,
      flex: 1,
      scaling: true,
    },
  ];
  if (right)
    texts.push({
      type: 'text',
      text: right,
      size: sizes.body,
      weight: 'bold',
      color: onFill,
      flex: 0,
      scaling: true,
    });
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    backgroundColor: fill,
    paddingTop: '10px',
    paddingBottom: '10px',
    paddingStart: '16px',
    paddingEnd: '16px',
    contents: texts,
  };
}

/** Words of a status with its sign: `✓ ดำเนินการเสร็จสิ้น`. */
export function signed(status: Status, style: Style): string {
  return `${tones[status].sign} ${style.texts.words.status[status]}`;
}

/** Strip of an activity; null status means that it was not said. */
export function statusStrip(status: Status | null, label: string, style: Style): Box {
  if (!status) return strip('plain', style.texts.words.field.status, oneLine(label, 20));
  return strip(status, signed(status, style), oneLine(label, 20));
}

/** Strip of an activity past its due day and not finished. */
export function overdueStrip(status: Status, label: string, style: Style): Box {
  const { words } = style.texts;
  return strip(
    'overdue',
    `${tones.overdue.sign} ${words.overdue} · ${words.status[status]}`,
    oneLine(label, 20),
  );
}

/** Strip of a card that is not about one status. */
export function titleStrip(title: string, right: string | null = null, tone: ToneName = 'plain'): Box {
  return strip(tone, oneLine(title, SHOWN_UNITS.choice), right === null ? null : oneLine(right, 20));
}
