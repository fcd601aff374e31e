/** Text components and the cleaning of whatever people wrote; used by every part and card. */
import { printable, shortenUnits } from '../../src/text/format.ts';
import { colours, SHOWN_UNITS, sizes } from '../theme.ts';
import type { Text } from '../types.ts';

/** Stands where a text is empty: LINE refuses empty ones. */
const EMPTY = '–';

/** One line of safe text of at most `units` UTF-16 units, never empty. */
export function oneLine(value: string, units: number = SHOWN_UNITS.value): string {
  return shortenUnits(printable(value).replace(/\s+/g, ' ').trim(), units) || EMPTY;
}

/** Safe text of at most `units` UTF-16 units with its line feeds, never empty. */
export function lines(value: string, units: number = SHOWN_UNITS.paragraph): string {
  return shortenUnits(printable(value), units) || EMPTY;
}

/** Whether `lines` would leave something out. */
export function isCut(value: string | null, units: number = SHOWN_UNITS.paragraph): boolean {
  return value !== null && printable(value).length > units;
}

/** Wrapped body text; `value` must be clean already. */
export function body(value: string, more: Partial<Text> = {}): Text {
  // LINE's large letters are large here too
  return {
    type: 'text',
    text: value,
    size: sizes.body,
    color: colours.ink,
    wrap: true,
    scaling: true,
    ...more,
  };
}

/** Wrapped small text for headings of rows and small print. */
export function small(value: string, more: Partial<Text> = {}): Text {
  return body(value, { size: sizes.small, color: colours.dim, ...more });
}

/** An activity's name or a card's headline: bold, at most 3 lines. */
export function headline(value: string, more: Partial<Text> = {}): Text {
  return body(oneLine(value, SHOWN_UNITS.name), {
    size: sizes.heading,
    weight: 'bold',
    maxLines: 3,
    ...more,
  });
}
