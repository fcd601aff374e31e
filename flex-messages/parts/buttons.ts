/** Buttons: a card's footer of at most three, columns of answers, and the small edit chip on a row. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../src/bot/types.ts';
import { colours, sizes, tones } from '../theme.ts';
import type { Box, Component, Style } from '../types.ts';
import { small } from './text.ts';

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

/** A chip at the right end of a line of its own. */
export function chipLine(action: Action, style: Style): Box {
  return {
    type: 'box',
    layout: 'horizontal',
    justifyContent: 'flex-end',
    contents: [tappable(chip(action.label), action, style)],
  };
}
