/** Finds what stands above a figure in a pasted table, "รหัส | เบิกจ่าย | คงเหลือ"; asked by the roles of numbers. */
import { type Word, wordsOf } from '../tokens.ts';
import type { FigureRole } from './roles.ts';

const BAR = '|';

/** @returns the known words of the heading above an offset; null where the text is no table with headings. */
export function columnAbove(text: string, at: number): Word[] | null {
  const column = columnOf(text, at);
  const cell = column && column.headings[column.place];
  return cell ? wordsOf(cell) : null;
}

/** @returns what the column of a figure says it is; null where the text is no table, or the heading says nothing known. */
export function roleByColumn(text: string, at: number): FigureRole | null {
  const column = columnOf(text, at);
  if (!column) return null;
  const role = roleOfHeading(column.headings[column.place] ?? '');
  // "เบิกจ่าย | ร้อยละ": of the money
  const ofMoney = roleOfHeading(column.headings[column.place - 1] ?? '') === 'spent';
  return role === 'percent' && ofMoney ? 'other' : role;
}

/** What a column is called → what its figures are; the first that fits. */
const ROLES: readonly (readonly [RegExp, FigureRole])[] = [
  [/เหลือ|เป้า|แผน|จัดสรร|วงเงิน|ได้รับ|ลำดับ|รหัส|ข้อ|target|plan|budget|remain|allotted/, 'other'],
  [/ร้อยละ(?:การ)?(?:เบิก|ใช้)|%\s?(?:เบิก|ใช้)/, 'other'],
  [/เบิก|ใช้ไป|ใช้จ่าย|ใช้งบ|จ่าย|ใช้แล้ว|spent|paid/, 'spent'],
  [/ร้อยละ|%|คืบหน้า|เปอร์|progress/, 'percent'],
  [/^(?:งบ|งบประมาณ|เงิน)(?:\s?\(?บาท\)?)?$/, 'other'],
  [/^(?:ผล|ทำได้|ทำแล้ว|ได้|สะสม|ยอด|สำเร็จ|actual|done|result)/, 'actual'],
];

function roleOfHeading(heading: string): FigureRole | null {
  return ROLES.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}

/** @returns the headings of a table and in which column of it an offset stands. */
function columnOf(text: string, at: number): { headings: string[]; place: number } | null {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const place = text.slice(line, at).split(BAR).length - 1;
  if (line === 0 || place === 0) return null;
  const heading = text.slice(0, line).split('\n').find(isHeading);
  return heading === undefined ? null : { headings: heading.split(BAR).map((cell) => cell.trim()), place };
}

/** A line of several columns without a figure. */
function isHeading(line: string): boolean {
  return line.split(BAR).length > 2 && !/\d/.test(line);
}
