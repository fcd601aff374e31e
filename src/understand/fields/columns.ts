/** Finds what stands above a figure in a pasted table, "รหัส | เบิกจ่าย | คงเหลือ"; asked by the roles of numbers. */
import { type Word, wordsOf } from '../tokens.ts';

const BAR = '|';

/** @returns the known words of the heading above an offset; null where the text is no table with headings. */
export function columnAbove(text: string, at: number): Word[] | null {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(line, at);
  const column = before.split(BAR).length - 1;
  if (line === 0 || column === 0) return null;
  const heading = text.slice(0, line).split('\n').find(isHeading);
  const cell = heading?.split(BAR)[column];
  return cell === undefined ? null : wordsOf(cell.trim());
}

/** A line of several columns without a figure. */
function isHeading(line: string): boolean {
  return line.split(BAR).length > 2 && !/\d/.test(line);
}
