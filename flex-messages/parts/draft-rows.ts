/** Rows of the draft card: a field with what was said, what stood before, the words it was read from, and how to change it. */
import type { Action, Tap } from '../../src/bot/types.ts';
import { type FieldName, isTextField } from '../../src/domain/activity.ts';
import { SHOWN_UNITS, tones } from '../theme.ts';
import type { Box, CardOf, Component, Style, Text } from '../types.ts';
import { percentBar } from './bars.ts';
import { stack } from './bubble.ts';
import { chip, tappable } from './buttons.ts';
import { fieldWords } from './fields.ts';
import { row as rowOf } from './rows.ts';
import { tap } from './taps.ts';
import { body, lines, oneLine, small } from './text.ts';

type Draft = CardOf<'draft'>;
export type DraftRow = FieldName | 'evidence';
type Row = DraftRow;

export function editOf(row: Row, card: Draft, style: Style): Action {
  const { button, field } = style.texts.words;
  const edit: Tap = { do: 'edit', draft: card.draft, rev: card.rev, field: row };
  return { type: 'tap', label: button.edit, tap: edit, say: `${button.edit}: ${field[row]}` };
}

export function valueOf(row: Row, card: Draft, style: Style): string | null {
  if (row === 'evidence') return card.evidence > 0 ? style.texts.cards.photos(card.evidence) : null;
  const value = fieldWords(row, card.fields, card.activity, style);
  return value ?? (card.cleared?.includes(row) ? style.texts.cards.draft.cleared : null);
}

export function beforeOf(row: Row, card: Draft, style: Style): string | null {
  return row === 'evidence' || !card.before ? null : fieldWords(row, card.before, card.activity, style);
}

/** Heading and value, what stood before, the words it was read from; and the edit chip. */
export function filledRow(row: Row, card: Draft, style: Style, most = card.full ? 6 : 2): Box {
  const { cards, words } = style.texts;
  if (row === 'result' && card.resultFromMessage) return proposedResult(card, style, most);
  const before = beforeOf(row, card, style);
  const value = valueOf(row, card, style) ?? '';
  const because = row === 'evidence' ? undefined : card.because[row];
  const figure = row === 'evidence' ? undefined : card.figures?.[row];
  const left: Component[] = [
    ...valueParts(row, value, card, style, most),
    ...(figure ? [small(oneLine(figure, SHOWN_UNITS.words), { maxLines: 1, ...placeOf(row) })] : []),
    ...(before !== null && before !== value && !figure
      ? [
          small(cards.before(oneLine(before, SHOWN_UNITS.words)), {
            maxLines: card.full ? 2 : 1,
            ...placeOf(row),
          }),
        ]
      : []),
    ...(because
      ? [
          small(cards.from(oneLine(because, SHOWN_UNITS.words)), {
            maxLines: card.full ? 2 : 1,
            ...placeOf(row),
          }),
        ]
      : []),
  ];
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [stack(left, 'none', { flex: 1 }), chip(words.button.edit)],
  };
  return tappable(box, editOf(row, card, style), style);
}

/** What a sentence told, as the result: it says where it comes from, and can be changed or left out. */
function proposedResult(card: Draft, style: Style, most: number): Box {
  const { cards, words } = style.texts;
  const { button } = words;
  const of = { draft: card.draft, rev: card.rev };
  const leaveOut = tap(button.leaveOut, { do: 'drop', ...of, field: 'result' });
  const heading: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    alignItems: 'center',
    contents: [
      stack([small(words.field.result), small(cards.draft.fromMessage)], 'none', { flex: 1 }),
      tappable(chip(button.edit), editOf('result', card, style), style),
      tappable(chip(button.leaveOut), leaveOut, style),
    ],
  };
  return stack([heading, body(lines(card.fields.result ?? ''), { maxLines: most })], 'none');
}

/** Long values stand below their heading; short ones beside it, at the right edge. */
function isLong(row: Row): boolean {
  return row === 'status' || row === 'percent' || isTextField(row);
}

function placeOf(row: Row): Partial<Text> {
  return isLong(row) ? {} : { align: 'end' };
}

function valueParts(row: Row, value: string, card: Draft, style: Style, most: number): Component[] {
  const heading = style.texts.words.field[row];
  const { status, percent } = card.fields;
  if (!isLong(row)) return [rowOf(heading, value, { weight: 'bold' })];
  if (row === 'percent' && percent !== null) return [small(heading), percentBar(percent, status ?? 'plain')];
  if (row === 'status' && status)
    return [small(heading), body(value, { weight: 'bold', color: tones[status].ink })];
  return [small(heading), body(lines(value), { maxLines: most })];
}
