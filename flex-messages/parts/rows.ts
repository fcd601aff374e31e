/** Rows "heading  value" and notes; used by every card that shows facts. */
import { type ToneName, colours, sizes, tones } from '../theme.ts';
import type { Box, Component, Text } from '../types.ts';
import { stack } from './bubble.ts';
import { body, lines, oneLine, small } from './text.ts';

/** Heading left, short value right-aligned (money, dates, counts). */
export function row(heading: string, value: string, more: Partial<Text> = {}): Box {
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    contents: [
      small(heading, { flex: 0, wrap: false, gravity: 'center' }),
      body(oneLine(value), { flex: 1, align: 'end', ...more }),
    ],
  };
}

/** Heading above, long value below. */
export function paragraph(heading: string, value: string, more: Partial<Text> = {}): Box {
  return stack([small(heading), body(lines(value), more)], 'none');
}

/** A remark that must be seen: a soft box in a tone, with its sign. */
export function note(text: string, tone: ToneName): Box {
  const { soft, ink, sign } = tones[tone];
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    paddingAll: '10px',
    cornerRadius: 'md',
    backgroundColor: soft,
    contents: [
      { type: 'text', text: sign, size: sizes.body, weight: 'bold', color: ink, flex: 0, scaling: true },
      { type: 'text', text, size: sizes.small, color: ink, wrap: true, flex: 1, scaling: true },
    ],
  };
}

/** A sentence to type, as in a speech bubble. */
export function quoted(text: string): Box {
  return {
    type: 'box',
    layout: 'vertical',
    paddingAll: '12px',
    cornerRadius: 'md',
    backgroundColor: colours.soft,
    contents: [body(`“${text}”`)],
  };
}

/** Heading over a part of a card. */
export function section(title: string): Component {
  return small(title, { weight: 'bold', color: colours.ink });
}
