/** The draft card: what was understood or filled in so far, and บันทึก; in full an edit button for every field. */
import type { Action } from '../src/bot/types.ts';
import { FIELD_NAMES, isTextField } from '../src/domain/activity.ts';
import { baht } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { tappable } from './parts/buttons.ts';
import { beforeOf, type DraftRow as Row, editOf, filledRow, valueOf } from './parts/draft-rows.ts';
import { anyCut, gist } from './parts/fields.ts';
import { note, section } from './parts/rows.ts';
import { fewLines } from './parts/said.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { statusStrip, titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Draft = CardOf<'draft'>;

/** Remark is asked for in no form: it has a row only once it is set. */
const ROWS: readonly Row[] = [...FIELD_NAMES.filter((name) => name !== 'remark'), 'evidence'];

/** Rows beside บันทึก that have a line and a button each; more are told in fewer lines. */
const ROOMY_ROWS = 2;
/** Lines of those. */
const DENSE_LINES = 5;

/** What will be stored and บันทึก, on one screen; the rest is behind one button. */
export const paintDraft: Painter<'draft'> = (card, style) => {
  const { cards } = style.texts;
  const filled = filledRows(card, style);
  const rows = filled.filter((row) => row !== 'status' || beforeOf(row, card, style) !== null);
  const told =
    rows.length +
    (card.resultFromMessage ? 1 : 0) +
    (card.overBudget ? 1 : 0) +
    rows.filter((row) => beforeOf(row, card, style) !== null).length +
    Object.keys(card.figures ?? {}).length;
  const dense = told > ROOMY_ROWS && !card.full;
  const contents: Component[] = [
    ...(dense && !card.correction
      ? []
      : [small(card.correction ? cards.draft.checkCorrection : cards.draft.check)]),
    nameLine(card.activity),
    ...(card.full
      ? [body(gist(card.fields, card.activity, style), { maxLines: 1 })]
      : dense
        ? densely(rows, card, style)
        : rows.map((row) => filledRow(row, card, style))),
    ...(filled.length === 0 && !card.full ? [body(cards.draft.nothingYet)] : []),
    ...(card.full ? [] : overNote(card, style)),
  ];
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(stripOf(card, style), contents, buttons(card, filled.length > 0, style), style),
    },
  ];
};

/** Every field, to add or change; its buttons are those of the short form below. */
export const paintFullDraft: Painter<'draft'> = (card, style) => {
  const { cards } = style.texts;
  const filled = filledRows(card, style);
  const empty = ROWS.filter((row) => !filled.includes(row));
  const contents: Component[] = [
    headline(card.activity.name),
    ...ruled(filled.map((row) => filledRow(row, card, style))),
    ...overNote(card, style),
    ...(empty.length > 0 ? [emptyRows(empty, card, style)] : []),
    ...(anyCut(card.fields) ? [small(cards.cut)] : []),
  ];
  return [{ altText: altOf(card, style), contents: bubble(stripOf(card, style), contents, null) }];
};

/** More was spent than the plan has for it; a plan that says nought has none. */
function overNote({ overBudget, activity: { budget } }: Draft, { texts: { cards }, language }: Style) {
  if (!overBudget || budget === null) return [];
  return [note(cards.draft.overBudget(budget === 0 ? null : baht(budget, language)), 'overdue')];
}

function filledRows(card: Draft, style: Style): Row[] {
  return [...ROWS, 'remark' as const].filter((row) => valueOf(row, card, style) !== null);
}

function altOf({ activity, fields }: Draft, style: Style): string {
  return style.texts.cards.draft.alt(oneLine(activity.label, 20), gist(fields, activity, style));
}

/** Without a status, it tells what the card is. */
function stripOf(card: Draft, style: Style): Box {
  const { status } = card.fields;
  return status
    ? tappable(statusStrip(status, card.activity.label, style), editOf('status', card, style), style)
    : titleStrip(style.texts.words.button.report, card.activity.label);
}

/** Short values together, texts on a line each; a result that was read from a sentence keeps its buttons. */
function densely(rows: readonly Row[], card: Draft, style: Style): Component[] {
  const { field } = style.texts.words;
  const isText = (row: Row): boolean => row !== 'evidence' && isTextField(row);
  const fromMessage = (row: Row): boolean => row === 'result' && card.resultFromMessage === true;
  const figureOf = (row: Row): string | undefined => (row === 'evidence' ? undefined : card.figures?.[row]);
  const said = (row: Row): string => {
    const value = oneLine(valueOf(row, card, style) ?? '');
    if (figureOf(row)) return value;
    const before = beforeOf(row, card, style);
    if (before === null || before === value) return value;
    return `${value} (${style.texts.cards.before(oneLine(before, 40))})`;
  };
  const proposed = rows.filter(fromMessage);
  // old and new beside each other want a line of their own
  const isShort = (row: Row): boolean => !isText(row) && !card.correction;
  // of what there are so many, a number does not say
  const values = rows
    .filter(isShort)
    .map((row) => (row === 'evidence' ? `${field.evidence} ${said(row)}` : said(row)));
  // behind all values: where there is no room it is not a value that is cut
  const came = rows.flatMap((row) => figureOf(row) ?? []);
  if (came.length > 0) values.push(`(${came.join(', ')})`);
  const texts = rows
    .filter((row) => !isShort(row) && !fromMessage(row))
    .map((row) => `${field[row]}: ${said(row)}`);
  const crowded = values.length + texts.length > 1;
  return [
    ...proposed.map((row) => filledRow(row, card, style, crowded ? 1 : 2)),
    ...fewLines(values, texts, DENSE_LINES - 4 * proposed.length + (card.overBudget ? -2 : 0), style),
  ];
}

function buttons(card: Draft, anything: boolean, style: Style): Action[] {
  const { button } = style.texts.words;
  const of = { draft: card.draft, rev: card.rev };
  const first = anything
    ? tap(button.save, { do: 'save', ...of })
    : tap(button.chooseStatus, { do: 'edit', ...of, field: 'status' });
  const another = card.correction
    ? []
    : [tap(button.changeActivity, { do: 'edit', ...of, field: 'activity' })];
  if (card.full) return [first, ...another, tap(button.cancel, { do: 'cancel', ...of })];
  return [first, ...(card.proposed ? another : [tap(button.details, { do: 'details', ...of })])];
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
