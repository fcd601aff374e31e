/** The short form of a card: its gist and its buttons on what LINE shows of a chat above an open menu; every card ends with one. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action, ActivityRef, ActivityRow } from '../../src/bot/types.ts';
import { isShort } from '../../src/text/format.ts';
import type { Satang } from '../../src/domain/money.ts';
import { baht } from '../../src/text/format.ts';
import { type ToneName, tones } from '../theme.ts';
import type { Box, Component, Style, Text } from '../types.ts';
import { dueWords, inParts, toneOf } from './activities.ts';
import { signDot } from './bars.ts';
import { bubble, stack } from './bubble.ts';
import { share } from './budget.ts';
import { buttonColumn, tappable } from './buttons.ts';
import { row } from './rows.ts';
import { command } from './taps.ts';
import { body, oneLine, small } from './text.ts';

/** Labels so short that three buttons share a line. */
const THIRD_GRAPHEMES = 8;
/** The same of two. */
const HALF_GRAPHEMES = { th: 14, en: 16 } as const;

/** Strip, a few lines, and buttons on one line; more than two buttons that are no short words take two. */
export function shortBubble(
  strip: Box,
  contents: Component[],
  actions: readonly Action[],
  style: Style,
  primaryFirst = true,
): messagingApi.FlexBubble {
  const card = bubble(strip, contents, footerOf(actions, style, primaryFirst));
  return { ...card, body: { ...card.body!, spacing: 'sm', paddingAll: '12px', paddingBottom: '8px' } };
}

/** Buttons that a footer holds. */
export const MOST_IN_FOOTER = 3;

function footerOf(actions: readonly Action[], style: Style, primaryFirst: boolean): Box | null {
  const buttons = buttonColumn(actions.slice(0, MOST_IN_FOOTER), style, primaryFirst);
  if (buttons.length === 0) return null;
  const contents = inLines(buttons, actions, HALF_GRAPHEMES[style.language]).map((line): Box => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: line,
  }));
  return { type: 'box', layout: 'vertical', spacing: 'sm', paddingAll: '8px', paddingTop: '0px', contents };
}

/** Words that share a line stand side by side; of three the likely one stands alone, where the others fit together. */
function inLines(buttons: Component[], actions: readonly Action[], half: number): Component[][] {
  const [first, second, third] = buttons;
  const fit = (...places: number[]): boolean => places.every((at) => isShort(actions[at]?.label ?? '', half));
  if (!first || !second) return [buttons];
  if (!third) return fit(0, 1) ? [[first, second]] : [[first], [second]];
  if (actions.every(({ label }) => isShort(label, THIRD_GRAPHEMES))) return [buttons];
  if (fit(1, 2)) return [[first], [second, third]];
  return fit(0, 2) ? [[first, third], [second]] : [[first], [second], [third]];
}

/** Buttons two a line, for a body whose footer has no room for all of them. */
export function buttonPairs(actions: readonly Action[], style: Style): Box[] {
  return inParts(buttonColumn(actions, style), 2).map((pair) => ({
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: pair,
  }));
}

/** Label and name of an activity on one line, or as many as are said. */
export function nameLine({ label, name }: ActivityRef, more: Partial<Text> = {}): Text {
  return body(`${oneLine(label, 20)} ${oneLine(name)}`, { weight: 'bold', maxLines: 1, ...more });
}

/** An activity in two lines that are tapped as one: sign and name, then where it stands or when it is due. */
export function shortRow(activity: ActivityRow, action: Action, style: Style): Box {
  const { cards, words } = style.texts;
  const finished = activity.status === 'completed' || activity.status === 'cancelled';
  // the days, their date and the status have no room on one line
  const due = activity.daysLeft === undefined ? dueWords(activity, style) : cards.daysLeft(activity.daysLeft);
  const standing = finished
    ? words.status[activity.status]
    : `${due} · ${words.statusShort[activity.status]}`;
  return twoLineRow(activity, toneOf(activity), standing, action, style);
}

/** Sign and name, and one line below them, tapped as one. */
export function twoLineRow(
  activity: ActivityRef,
  tone: ToneName,
  line: string,
  action: Action,
  style: Style,
): Box {
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [
      signDot(tone),
      stack(
        [nameLine(activity, { weight: 'regular' }), small(line, { color: tones[tone].ink, maxLines: 1 })],
        'none',
        { flex: 1 },
      ),
      body('›', { flex: 0, wrap: false }),
    ],
  };
  return tappable(box, action, style);
}

/** Spent of what is allotted, on one line. */
export function moneyRow(budget: Satang | null, spent: Satang | null, style: Style): Component {
  const { cards, words } = style.texts;
  if (!budget) return row(words.field.spent, spent ? baht(spent, style.language) : cards.activity.noBudget);
  const sum = spent === null ? words.unsaid : spent === 0 ? words.nothingSpent : baht(spent, style.language);
  const part = spent ? ` (${share(spent, budget)}%)` : '';
  return row(words.field.spent, `${sum}${part}`, { weight: 'bold', maxLines: 1 });
}

/** "รายละเอียด": what the short form leaves out, where it is not shown already. */
export function inFull(card: { full?: boolean }, typed: string, style: Style): Action[] {
  if (card.full) return [];
  const { button, command: said } = style.texts.words;
  return [command(button.inFull, said.inFull(typed))];
}
