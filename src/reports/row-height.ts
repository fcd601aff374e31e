/** Estimates how high a spreadsheet row must be for its wrapped text; spreadsheet programs do not do it for files they open. */
import { thaiWords } from './thai-words.ts';

/** @returns how many letter widths a text takes: signs above and below a letter none, wide scripts two. */
function widthOf(text: string): number {
  const spacing = text.replace(/\p{M}/gu, '');
  return spacing.length + (spacing.match(/[\u1100-\u115F\u2E80-\uFFE6]/g)?.length ?? 0);
}

/** @param columns letter widths a line holds. @returns the lines a text takes when wrapped between words. */
export function lineCount(text: string, columns: number, unbroken: readonly string[]): number {
  return text
    .split('\n')
    .map((line) => wrappedLines(line, columns, unbroken))
    .reduce((sum, lines) => sum + lines, 0);
}

function wrappedLines(line: string, columns: number, unbroken: readonly string[]): number {
  if (widthOf(line) <= columns) return 1;
  let lines = 1;
  let used = 0;
  for (const word of thaiWords(line, unbroken)) {
    const width = widthOf(word);
    if (used + width <= columns) {
      used += width;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(width / columns) - 1);
    used = width % columns || Math.min(width, columns);
  }
  return lines;
}

/** Part of a column that text really fills: margins inside the cell, and letters wider than a digit. */
const FILLED = 0.8;
/** Highest row a spreadsheet takes, in points. */
const HIGHEST = 409;

/** @returns points for a row whose cells hold these texts at that many letters a line. */
export function rowHeight(
  cells: readonly { text: string; columns: number }[],
  lineHeight: number,
  unbroken: readonly string[],
): number {
  const lines = cells.map(({ text, columns }) => lineCount(text, columns * FILLED, unbroken));
  return Math.min(HIGHEST, Math.max(1, ...lines) * lineHeight + 4);
}
