/** How managers ask which unit is ahead or behind, and for all units beside each other; plain text, read by the command that compares them. */
import type { UnitOrder } from '../domain/unit-standing.ts';

const UNIT = '(?:กลุ่มงาน|กลุ่มสาระ|กลุ่ม|ฝ่าย|แผนก|กอง|ศูนย์|หน่วยงาน|หน่วย|สำนัก)';
/** One of them. */
const WHICH_UNIT = new RegExp(
  `${UNIT}\\s*(?:[ไใ]หน|ใด)|\\b(?:which|what)\\s+(?:unit|section|division|department|group)`,
);
/** All of them, side by side. */
const EACH_UNIT = new RegExp(
  `(?:แต่ละ|ราย|แยก(?:ตาม|เป็น|ราย)?|จำแนก(?:ตาม|ราย)?|ตาม|ระหว่าง|เทียบ|อันดับ|ทุก)(?:ของ|กัน|ทุก|แต่ละ|ระหว่าง|\\s)*${UNIT}(?![ก-๙]*เป้าหมาย)|${UNIT}(?:งาน)?(?:ไหน|ต่าง\\s?ๆ?)|\\b(?:by|per|each|every|all|compare(?: the)?)\\s+(?:unit|section|division|department|group)s?\\b`,
);
/** Words that ask for all of them; else something is told. */
const ASKS_EACH =
  /^(?:ขอ|ดู|ช่วย|แสดง|อยาก|ต้องการ|เช็[คก]|เปรียบ|เทียบ|จัด|สรุป|ภาพรวม|สถานะ|ผล|ความ|งบ|เงิน|การใช้|การเบิก|ใช้|เบิก|แยก|จำแนก|ราย|แต่ละ|งาน|กิจกรรม|ล่าช้า|ยังไม่|compare|show|summary|budget|money|spending|progress|status|by|per|each|overdue|late)|เป็น(?:ยังไง|อย่างไร|ไง)|ถึงไหน|เท่าไ|(?:บ้าง|ไหม|มั้ย)$|\bhow\b/;
/** Of one activity, of people and of trouble other questions are asked. */
const OF_ELSE = /[0-9]|รับผิดชอบ|ดูแล|เป็นเจ้าของ|ปัญหา|อุปสรรค|ติดขัด|ใคร|แล้ว$|\bwho\b|\bproblem/;

const UNREPORTED =
  /(?:ยัง)?ไม่(?:ได้|เคย|ยอม|ค่อย)*\s*(?:ส่ง|รายงาน|กรอก)|ค้าง|not (?:yet )?report|unreported|missing/;
const LATE = /ช้า|เลยกำหนด|เกินกำหนด|ไม่ทัน|ท้าย|\b(?:late|latest|slow|slowest|behind|overdue)\b/;
/** Not the letters of "ยังไงบ้าง". */
const MONEY = /งบ(?![\p{M}าะำ])|เงิน|เบิก|ใช้|จ่าย|\b(?:budget|money|spen[dt]\w*)\b/u;
const LEFT = /เหลือ|\b(?:left|remain\w*)\b/;
const DONE = /เสร็จ|คืบหน้า|ก้าวหน้า|ผลงาน|ดี(?:ที่)?สุด|เก่ง|เร็ว|นำ|\b(?:done|finished|best|progress|ahead|fastest)\b/;
const LEAST = /น้อย|ต่ำ|แย่|\b(?:least|lowest|worst|fewest)\b/;

/** Longer texts tell something. */
const MOST_TEXT = 60;

/** @param plain typed words. @returns by what the units are compared, and which comes first; null when that is not asked. */
export function comparisonAsked(plain: string): UnitOrder | null {
  if (plain.length > MOST_TEXT || OF_ELSE.test(plain)) return null;
  const asks = WHICH_UNIT.test(plain) || (EACH_UNIT.test(plain) && ASKS_EACH.test(plain));
  return asks ? orderIn(plain) : null;
}

/** @returns by what the units are compared: everything where nothing is named. */
export function orderIn(plain: string): UnitOrder {
  return { by: subjectOf(plain), first: LEAST.test(plain) ? 'least' : 'most' };
}

function subjectOf(plain: string): UnitOrder['by'] {
  if (UNREPORTED.test(plain)) return 'unreported';
  if (LATE.test(plain)) return 'overdue';
  if (MONEY.test(plain)) return LEFT.test(plain) ? 'left' : 'spent';
  return DONE.test(plain) ? 'done' : 'plan';
}

/** What may follow the command. */
export const IS_ORDER =
  /^(?:เรียงตาม|by|\s)*(?:งบ|เงิน|ใช้|เบิก|จ่าย|คงเหลือ|เหลือ|ล่าช้า|ช้า|เลยกำหนด|ยังไม่รายงาน|ยังไม่ส่ง|เสร็จ|แล้ว|คืบหน้า|ก้าวหน้า|มาก|น้อย|ที่สุด|สุด|เยอะ|spent|money|budget|left|overdue|late|unreported|done|most|least|\s)+$/;
