/** Buttons: a card's footer of at most three, columns of answers, and the small edit chip on a row. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../src/bot/types.ts';
import { isShort } from '../../src/text/format.ts';
import { colours, sizes, tones } from '../theme.ts';
import type { Box, Component, Style } from '../types.ts';
import { small } from './text.ts';

/** Two buttons share a line when both labels are this short; longer ones would be cut on small phones. */
const PAIR_GRAPHEMES = 12;

function button(action: Action, primary: boolean, style: Style): messagingApi.FlexButton | null {
  const effect = style.action(action);
  if (!effect) return null;
  return {
    type: 'button',
    style: primary ? 'primary' : 'secondary',
    color: primary ? tones.plain.fill : colours.button,
    // 52 px, where a thumb of 55 years hits it
    height: 'md',
    scaling: true,
    adjustMode: 'shrink-to-fit',
    action: effect,
  };
}

/** Buttons one below the other, the first as the likely one. */
export function buttonColumn(actions: readonly Action[], style: Style, primaryFirst = true): Component[] {
  return actions.flatMap((action, index) => button(action, primaryFirst && index === 0, style) ?? []);
}

/** Buttons on one line while they are short, else one below the other. */
export function buttonLine(actions: readonly Action[], style: Style): Component[] {
  const buttons = buttonColumn(actions, style, false);
  const room = PAIR_GRAPHEMES / Math.max(1, actions.length - 1);
  if (buttons.length < 2 || !actions.every((action) => isShort(action.label, room))) return buttons;
  return [{ type: 'box', layout: 'horizontal', spacing: 'sm', contents: buttons }];
}

/** The footer: at most three buttons, the likely one first and alone on its line; null when there is none. */
export function footer(actions: readonly Action[], style: Style, primaryFirst = true): Box | null {
  const [first, ...others] = actions.slice(0, 3);
  if (!first) return null;
  const contents = [...buttonColumn([first], style, primaryFirst), ...buttonLine(others, style)];
  if (contents.length === 0) return null;
  return { type: 'box', layout: 'vertical', spacing: 'sm', paddingAll: '8px', contents };
}

/** Back, skip and cancel below a question, small and alike; null when there is none. */
export function controlsFooter(actions: readonly Action[], style: Style): Box | null {
  const contents = buttonLine(actions.slice(0, 3), style);
  if (contents.length === 0) return null;
  return { type: 'box', layout: 'vertical', spacing: 'sm', paddingAll: '8px', contents };
}

/** A part of a card that does something when tapped. */
export function tappable(box: Box, action: Action, style: Style): Box {
  const effect = style.action(action);
  return effect ? { ...box, action: effect } : box;
}

/** The word of a small button at the end of a row, or in a grid. */
export function chip(words: string, more: Partial<Box> = {}): Box {
  return {
    type: 'box',
    layout: 'vertical',
    flex: 0,
    paddingTop: '12px',
    paddingBottom: '12px',
    paddingStart: '10px',
    paddingEnd: '10px',
    cornerRadius: '14px',
    backgroundColor: tones.plain.soft,
    justifyContent: 'center',
    contents: [
      small(words, {
        size: sizes.small,
        color: tones.plain.ink,
        weight: 'bold',
        align: 'center',
        wrap: false,
      }),
    ],
    ...more,
  };
}

/** A footer of one line: the likely button and one beside it. */
export function footerLine(actions: readonly Action[], style: Style, primaryFirst = true): Box | null {
  const contents = buttonColumn(actions.slice(0, 2), style, primaryFirst);
  if (contents.length === 0) return null;
  return { type: 'box', layout: 'horizontal', spacing: 'sm', paddingAll: '8px', contents };
}
