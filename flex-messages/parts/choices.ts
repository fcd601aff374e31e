/** Answers too long for a button, such as names of activities: rows that wrap; used by question. */
import type { Action } from '../../src/bot/types.ts';
import { colours, show } from '../theme.ts';
import type { Box, Style } from '../types.ts';
import { tappable } from './buttons.ts';
import { body, oneLine } from './text.ts';

/** The whole row is the button. */
export function choiceRow(words: string, action: Action, style: Style): Box {
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    paddingAll: '10px',
    cornerRadius: 'md',
    backgroundColor: colours.soft,
    contents: [
      body(oneLine(words, show.choice), { flex: 1, maxLines: 3 }),
      body('›', { flex: 0, color: colours.dim, wrap: false }),
    ],
  };
  return tappable(box, action, style);
}
