/** The draft card: what was understood or filled in so far, an edit button a row; บันทึก stores it. */
import type { Action, Tap } from '../src/bot/types.ts';
import { FIELD_NAMES, type FieldName, isTextField } from '../src/domain/activity.ts';
import { baht } from '../src/text/format.ts';
import { percentBar } from './parts/bars.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, footer, footerLine, tappable } from './parts/buttons.ts';
import { anyCut, fieldWords, gist } from './parts/fields.ts';
import { inParts } from './parts/activities.ts';
import { note, row as rowOf, section } from './parts/rows.ts';
import { statusStrip, titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { body, headline, lines, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style, Text } from './types.ts';

type Draft = CardOf<'draft'>;
type Row = FieldName | 'evidence';

/** Remark is asked for in no form: it has a row only once it is set. */
const ROWS: readonly Row[] = [...FIELD_NAMES.filter((name) => name !== 'remark'), 'evidence'];

export const draft: Painter<'draft'> = (card, style) => (card.full ? fullCard : shortCard)(card, style);

/** What will be stored and บันทึก, on one screen; the rest is behind one button. */
const shortCard: Painter<'draft'> = (card, style) => {
  const { cards, words } = style.texts;
  const { button } = words;
  const of = { draft: card.draft, rev: card.rev };
  const filled = [...ROWS, 'remark' as const].filter((row) => valueOf(row, card, style) !== null);
  const { status } = card.fields;
  const strip = status
    ? tappable(statusStrip(status, card.activity.label, style), editOf('status', card, style), style)
    : titleStrip(button.report, card.activity.label);
  const rows = filled.filter((row) => row !== 'status' || beforeOf(row, card, style) !== null);
  const contents: Component[] = [
    small(card.correction ? cards.draft.checkCorrection : cards.draft.check),
    body(oneLine(card.activity.name, show.name), { weight: 'bold', maxLines: 2 }),
    ...rows.map((row) => filledRow(row, card, style)),
    ...(filled.length === 0 ? [body(cards.draft.nothingYet)] : []),
    ...(card.overBudget && card.activity.budget !== null
      ? [note(cards.draft.overBudget(baht(card.activity.budget, style.language)), 'overdue')]
      : []),
    ...(anyCut(card.fields) ? [small(cards.cut)] : []),
  ];
  const first =
    filled.length > 0
      ? tap(button.save, { do: 'save', ...of })
      : tap(button.chooseStatus, { do: 'edit', ...of, field: 'status' });
  const second = card.proposed
    ? tap(button.changeActivity, { do: 'edit', ...of, field: 'activity' })
    : tap(button.details, { do: 'details', ...of });
  const actions = [first, second];
  return [
    {
      altText: cards.draft.alt(oneLine(card.activity.label, 20), gist(card.fields, card.activity, style)),
      contents: bubble(strip, contents, footerLine(actions, style)),
    },
  ];
};

const fullCard: Painter<'draft'> = (card, style) => {
  const { cards, words } = style.texts;
  const filled = [...ROWS, 'remark' as const].filter((row) => valueOf(row, card, style) !== null);
  const empty = ROWS.filter((row) => !filled.includes(row));
  const strip = card.fields.status
    ? statusStrip(card.fields.status, card.activity.label, style)
    : titleStrip(words.button.report, card.activity.label);
  const contents: Component[] = [
    small(card.correction ? cards.draft.checkCorrection : cards.draft.check),
    headline(card.activity.name),
    ...ruled(filled.map((row) => filledRow(row, card, style))),
    ...(filled.length === 0 ? [body(cards.draft.nothingYet)] : []),
    ...(card.overBudget && card.activity.budget !== null
      ? [note(cards.draft.overBudget(baht(card.activity.budget, style.language)), 'overdue')]
      : []),
    ...(empty.length > 0 ? [emptyRows(empty, card, style)] : []),
    ...(anyCut(card.fields) ? [small(cards.cut)] : []),
  ];
  return [
    {
      altText: cards.draft.alt(oneLine(card.activity.label, 20), gist(card.fields, card.activity, style)),
      contents: bubble(strip, contents, footer(buttons(card, filled.length > 0, style), style)),
    },
  ];
};

function buttons(card: Draft, anything: boolean, style: Style): Action[] {
  const { button } = style.texts.words;
  const of = { draft: card.draft, rev: card.rev };
  return [
    anything
      ? tap(button.save, { do: 'save', ...of })
      : tap(button.chooseStatus, { do: 'edit', ...of, field: 'status' }),
    ...(card.correction ? [] : [tap(button.changeActivity, { do: 'edit', ...of, field: 'activity' })]),
    tap(button.cancel, { do: 'cancel', ...of }),
  ];
}

function editOf(row: Row, card: Draft, style: Style): Action {
  const { button, field } = style.texts.words;
  const edit: Tap = { do: 'edit', draft: card.draft, rev: card.rev, field: row };
  return { type: 'tap', label: button.edit, tap: edit, say: `${button.edit}: ${field[row]}` };
}

function valueOf(row: Row, card: Draft, style: Style): string | null {
  if (row === 'evidence') return card.evidence > 0 ? style.texts.cards.photos(card.evidence) : null;
  return fieldWords(row, card.fields, card.activity, style);
}

function beforeOf(row: Row, card: Draft, style: Style): string | null {
  return row === 'evidence' || !card.before ? null : fieldWords(row, card.before, card.activity, style);
}

/** Heading and value, what stood before, the words it was read from; and the edit chip. */
function filledRow(row: Row, card: Draft, style: Style): Box {
  const { cards, words } = style.texts;
  const before = beforeOf(row, card, style);
  const value = valueOf(row, card, style) ?? '';
  const because = row === 'evidence' ? undefined : card.because[row];
  const left: Component[] = [
    ...valueParts(row, value, card, style),
    ...(before !== null && before !== value
      ? [small(cards.before(oneLine(before, show.words)), { maxLines: 2, ...placeOf(row) })]
      : []),
    ...(row === 'result' && card.resultFromMessage ? [small(cards.draft.fromMessage)] : []),
    ...(because ? [small(cards.from(oneLine(because, show.words)), { maxLines: 2, ...placeOf(row) })] : []),
  ];
  const leaveOut = tap(words.button.leaveOut, {
    do: 'drop',
    draft: card.draft,
    rev: card.rev,
    field: 'result',
  });
  const box: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    alignItems: 'center',
    contents: [
      stack(left, 'none', { flex: 1 }),
      row === 'result' && card.resultFromMessage
        ? stack([chip(words.button.edit), tappable(chip(words.button.leaveOut), leaveOut, style)], 'sm', {
            flex: 0,
          })
        : chip(words.button.edit),
    ],
  };
  return tappable(box, editOf(row, card, style), style);
}

/** Long values stand below their heading; short ones beside it, at the right edge. */
function isLong(row: Row): boolean {
  return row === 'status' || row === 'percent' || isTextField(row);
}

function placeOf(row: Row): Partial<Text> {
  return isLong(row) ? {} : { align: 'end' };
}

function valueParts(row: Row, value: string, card: Draft, style: Style): Component[] {
  const heading = style.texts.words.field[row];
  const { status, percent } = card.fields;
  if (!isLong(row)) return [rowOf(heading, value, { weight: 'bold' })];
  if (row === 'percent' && percent !== null) return [small(heading), percentBar(percent, status ?? 'plain')];
  if (row === 'status' && status)
    return [small(heading), body(value, { weight: 'bold', color: tones[status].ink })];
  return [small(heading), body(lines(value), { maxLines: 6 })];
}

/** What was not said, dimmed: a grid of small boxes, two a line. */
function emptyRows(rows: readonly Row[], card: Draft, style: Style): Box {
  const { cards } = style.texts;
  const pairs = inParts(rows, 2).map((pair): Box => {
    const cells = pair.map((row) => emptyCell(row, card, style));
    return {
      type: 'box',
      layout: 'horizontal',
      spacing: 'sm',
      contents:
        cells.length === 2
          ? cells
          : [...cells, stack([{ type: 'filler' }], 'none', { flex: 1, paddingAll: '8px' })],
    };
  });
  return stack([section(card.correction ? cards.draft.tapToChange : cards.draft.tapToAdd), ...pairs], 'sm');
}

function emptyCell(row: Row, card: Draft, style: Style): Box {
  const before = beforeOf(row, card, style);
  const name = style.texts.words.field[row];
  const cell: Box = {
    type: 'box',
    layout: 'vertical',
    flex: 1,
    paddingAll: '8px',
    cornerRadius: 'md',
    backgroundColor: tones.not_started.soft,
    justifyContent: 'center',
    contents: [
      small(before === null ? `+ ${name}` : name, {
        color: tones.not_started.ink,
        wrap: false,
        adjustMode: 'shrink-to-fit',
      }),
      ...(before === null ? [] : [small(style.texts.cards.unchanged(oneLine(before, 30)), { maxLines: 2 })]),
    ],
  };
  return tappable(cell, editOf(row, card, style), style);
}
