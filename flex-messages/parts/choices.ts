/** Answers too long for a button, such as names of activities and people: rows that are tapped as a whole; question and confirm use them. */
import type { Action } from '../../src/bot/types.ts';
import { colours, SHOWN_UNITS, tones } from '../theme.ts';
import type { Box, Style } from '../types.ts';
import { stack } from './bubble.ts';
import { tappable } from './buttons.ts';
import { body, oneLine, small } from './text.ts';

/** The answer on one line, and what else is to be known of it below. */
export function choiceRow(action: Action, style: Style): Box {
  const [words, note] =
    action.type === 'tap' ? [action.say ?? action.label, action.note] : [action.label, undefined];
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    paddingTop: note ? '0px' : '10px',
    paddingBottom: note ? '0px' : '10px',
    paddingStart: '10px',
    paddingEnd: '10px',
    cornerRadius: 'md',
    backgroundColor: colours.soft,
    contents: [
      stack(
        [
          body(oneLine(words, SHOWN_UNITS.choice), { maxLines: 1 }),
          ...(note ? [small(oneLine(note.words), { maxLines: 1, color: tones[note.tone].ink })] : []),
        ],
        'none',
        { flex: 1 },
      ),
      body('›', { flex: 0, color: colours.dim, wrap: false }),
    ],
  };
  return tappable(box, action, style);
}
