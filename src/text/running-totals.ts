/** How people put a figure that is one more part of a running total, all of it, or of a month; plain text, read by the report dialog's totals.ts. */
import type { FigureSaid } from '../domain/running-total.ts';
import { planWords } from './plan-words.ts';

const FILLS = '(?:เพิ่ม|เติม|ขึ้น|อีก|มา|ไป|ได้|แล้ว|จาก(?:ของ)?เดิม|จำนวน|ประมาณ|ราว|เป็นเงิน|เงิน|ใหม่|\\s)*';
const MORE = `(?:เพิ่ม|อีก|\\b(?:another|additional|(?:an )?extra)\\b)${FILLS}`;
/** Before what is to come, or is still missing. */
const NOT_ADDED =
  /(?:เหลือ|ขาด|ต้อง|ขอ(?!ง|บ)|จะ|รอ(?!บ|ง|ด|ย)|คาด|อาจ|ยังไม่|ค้าง|แผน|\b(?:need|will|left|still)\b)[^0-9\n]*$/;
const ADDS_BEFORE = new RegExp(`${MORE}$`);
const ADDS_AFTER = /^\s*[^\s0-9]{0,14}?\s*เพิ่ม(?:เติม|อีก|มา)?(?:แล้ว|นะ|ค่ะ|คะ|ครับ|คับ|จ้า|\s)*(?:$|[,\n])/;
const WHOLE_BEFORE =
  /(?:รวม|สะสม|ทั้งหมด|ทั้งสิ้น|(?:เพิ่ม(?:ขึ้น)?|กลาย)เป็น|ตอนนี้(?:ได้|มี)?|ปัจจุบัน|ถึง(?:ตอนนี้|วันนี้|สิ้น|เดือน)|ตั้งแต่|ยอด(?!ขาย)|\b(?:total|altogether|so far)\b)[^\n]*$/;
const WHOLE_AFTER = /^\s*[^\s0-9]{0,14}?\s*(?:รวม|ทั้งหมด|ทั้งสิ้น|สะสม)(?![0-9])/;
const MONTHS = planWords.months.flat();
const oneOf = (names: readonly string[]): string =>
  `(?:${names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.'))
    .join('|')})`;
/** Those that begin no other word: in letters, or with their points. */
const MONTH_NAME = oneOf(MONTHS.filter((name) => /^[ก-๙]{4,}$|^[ก-๙]+\.[ก-๙]+\.$/.test(name)));
const SHORT_MONTH = oneOf(MONTHS.filter((name) => /^[ก-๙.]{2,6}$/.test(name)));
/** A month by itself: not a day of one, nor the end of a stretch. */
const MONTH = new RegExp(
  `(?<!(?:ถึง|ณ|สิ้น|ตั้งแต่|[0-9])\\s?)(?:เดือน\\s*(?:นี้|ที่แล้ว|ที่ผ่านมา|ก่อน|${MONTH_NAME}|${SHORT_MONTH}(?![ก-๙]))|(?<![ก-๙]|เดือน\\s?)${MONTH_NAME}(?!\\s*(?:-|–|ถึง|[0-9])))`,
);
const PART = /(?:รอบ|ครั้ง|งวด|คราว|วัน|สัปดาห์|อาทิตย์|เดือน|ไตรมาส)นี้|เมื่อวาน|\b(?:this (?:month|week|time)|today)\b/;
const DONE_AFTER = /^\s*[^\s0-9]{0,14}?\s*แล้ว/;

/** Letters around a figure among which it is said how it is meant. */
const REACH = 40;

/** @param text with Arabic digits. @returns how the figure that stands there is put. */
export function figureSaid(text: string, start: number, end: number): FigureSaid {
  const before = (
    text
      .slice(Math.max(0, start - REACH), start)
      .split('\n')
      .at(-1) ?? ''
  ).toLowerCase();
  const [after = ''] = text
    .slice(end, end + REACH)
    .toLowerCase()
    .split('\n', 1);
  // what stands before another figure is said of that
  const lead = before.replace(/^.*[0-9][0-9,.]*(?=[0-9])/, '');
  if (!NOT_ADDED.test(lead) && (ADDS_BEFORE.test(lead) || ADDS_AFTER.test(after))) return 'added';
  if (WHOLE_BEFORE.test(lead) || WHOLE_AFTER.test(after)) return 'whole';
  if (MONTH.test(lead) || MONTH.test(after.slice(0, MONTH_AFTER))) return 'month';
  if (PART.test(lead) || PART.test(after)) return 'part';
  return DONE_AFTER.test(after) ? 'done' : 'plain';
}

/** Letters behind a figure among which its month is. */
const MONTH_AFTER = 24;

const NUMBER =
  '(?<![0-9.,])([0-9][0-9,.]*|(?:ครึ่ง|หนึ่ง|เอ็ด|ยี่|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)+)';
const esc = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param unit of what is counted; null for anything but money. @returns the one number of it that is plainly more, or of a month, as it was typed: "เพิ่มอีกร้อยห้าสิบป้าย", "เดือนเมษา 52 ฉบับ"; null for none. */
export function partOf(text: string, unit: string | null): { number: string; said: FigureSaid } | null {
  const of = unit === null ? '(?!บาท|%|[0-9.,\\s])' : esc(unit);
  const told = [...text.matchAll(new RegExp(`${NUMBER}(?=\\s*${of}(?!ละ|ที่))`, 'g'))].map((found) => ({
    number: found[0],
    said: figureSaid(text, found.index, found.index + found[0].length),
  }));
  // a code that opens the text counts nothing
  const parts = (told.length > 1 && text.startsWith(told[0]!.number) ? told.slice(1) : told).filter(
    ({ said }) => said === 'added' || said === 'month',
  );
  return parts.length === 1 && !told.some(({ said }) => said === 'whole') ? parts[0]! : null;
}

/** Units of which a part added to a part is nothing: rates and marks. */
export const NOT_SUMMED = /ร้อยละ|%|เปอร์เซ็น|คะแนน|ระดับ|เฉลี่ย|อัตรา|percent|score|level|rate/i;
/** "รวมเป็นเงิน", "เป็นเงิน": the price of what was just counted. */
export const PRICE_OF = /(?:เป็นเงิน|คิดเป็น|ราคา)\S{0,8}\s*$/;

/** Answers typed to the question which of the two a figure is. */
export const IS_PART = new RegExp(
  `^(?:ของ|เฉพาะ|เป็น|แค่|ยอด)*\\s*(?:(?:เดือน|ครั้ง|รอบ|งวด|วัน|คราว|สัปดาห์)(?:นี้|เดียว)?|(?:เดือน)?${MONTH_NAME}|บวก|เพิ่ม)(?:เพิ่ม|เข้า|ไป|อีก|นี้|เดียว|เท่านั้น|เลย|นะ|\\s)*$|^(?:this (?:month|time)|add(?: it)?)$`,
);
export const IS_WHOLE =
  /^(?:เป็น|คือ|ยอด)*\s*(?:รวม|สะสม|ทั้งหมด|ทั้งสิ้น)(?:ทั้งหมด|ทั้งสิ้น|แล้ว|สะสม|เลย|นะ|\s)*$|^(?:(?:the )?total|all of it)$/;
