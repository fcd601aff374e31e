/** How many photos and files there are, with the small button that lists them; on cards of one activity. */
import type { ActivityRef } from '../../src/bot/types.ts';
import type { Component, Style } from '../types.ts';
import { chip, tappable } from './buttons.ts';
import { oneLine, small, body } from './text.ts';
import { command } from './taps.ts';

/** @returns nothing where there is none. */
export function evidenceRow(count: number, activity: ActivityRef, style: Style): Component[] {
  if (count === 0) return [];
  const { cards, words } = style.texts;
  const see = command(words.button.evidence, words.command.evidence(oneLine(activity.code, 20)));
  return [
    {
      type: 'box',
      layout: 'horizontal',
      spacing: 'md',
      alignItems: 'center',
      contents: [
        small(words.field.evidence, { flex: 0, wrap: false }),
        body(cards.photos(count), { flex: 1, align: 'end' }),
        tappable(chip(words.button.evidence), see, style),
      ],
    },
  ];
}
