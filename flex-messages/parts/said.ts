/** What was said of one activity, compactly: for cards about several activities and for the history. */
import type { ActivityRef } from '../../src/bot/types.ts';
import { type FieldName, type Fields, isTextField } from '../../src/domain/activity.ts';
import { colours, SHOWN_UNITS, tones } from '../theme.ts';
import type { Box, Component, Style, Text } from '../types.ts';
import { stack } from './bubble.ts';
import { fieldWords, saidFields } from './fields.ts';
import { paragraph, row } from './rows.ts';
import { body, lines, oneLine, small } from './text.ts';

/** A row for each field that was said, the status first and in its colour; `units` of each text are shown. */
export function saidRows(
  fields: Fields,
  activity: ActivityRef,
  style: Style,
  units: number = SHOWN_UNITS.paragraph,
  more: Partial<Text> = {},
): Component[] {
  return saidFields(fields).map((name) => saidRow(name, fields, activity, style, units, more));
}

function saidRow(
  name: FieldName,
  fields: Fields,
  activity: ActivityRef,
  style: Style,
  units: number,
  more: Partial<Text>,
): Box {
  const heading = style.texts.words.field[name];
  const value = fieldWords(name, fields, activity, style) ?? '';
  if (isTextField(name)) return paragraph(heading, lines(value, units), { maxLines: 6, ...more });
  if (name === 'status' && fields.status)
    return stack([body(value, { color: tones[fields.status].ink, weight: 'bold', ...more })]);
  return row(heading, value, more);
}

/** Short values on one line. */
const VALUES_A_LINE = 3;

/** The same in at most `most` lines: short values together, each text on one line, and how many found no room. */
export function saidLines(fields: Fields, activity: ActivityRef, style: Style, most: number): Component[] {
  const names = saidFields(fields);
  const wordsOf = (name: FieldName): string => oneLine(fieldWords(name, fields, activity, style) ?? '');
  const values = names.filter((name) => !isTextField(name)).map(wordsOf);
  const texts = names.filter(isTextField).map((name) => `${style.texts.words.field[name]}: ${wordsOf(name)}`);
  return fewLines(values, texts, most, style);
}

/** @returns lines of values and texts, as many as there is room for. */
export function fewLines(
  values: readonly string[],
  texts: readonly string[],
  most: number,
  style: Style,
): Component[] {
  const room = most - Math.ceil(values.length / VALUES_A_LINE);
  const shown = texts.length > room ? texts.slice(0, Math.max(0, room - 1)) : texts;
  const left = texts.length - shown.length;
  return [
    ...(values.length > 0
      ? [body(values.join(' · '), { weight: 'bold', maxLines: Math.min(2, Math.max(1, most - 1)) })]
      : []),
    ...shown.map((text) => body(text, { maxLines: 1 })),
    ...(left > 0 ? [small(style.texts.cards.moreFields(left))] : []),
  ];
}

/** Label and name, then the fields; `after` are further parts, such as a button. */
export function saidItem(activity: ActivityRef, fields: Fields, after: Component[], style: Style): Box {
  const name = `${oneLine(activity.label, 20)} ${oneLine(activity.name, SHOWN_UNITS.rowName)}`;
  const title = body(name, { weight: 'bold', maxLines: 2, color: colours.ink });
  return stack([title, ...saidRows(fields, activity, style, SHOWN_UNITS.compact), ...after], 'xs');
}
