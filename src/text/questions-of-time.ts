/** How people ask what is planned for a stretch of time, or is finished, and what is due soon; plain text. */
import type { MonthsNamed } from '../domain/plan-months.ts';
import { stretchNamed } from './named-months.ts';

/** Days and weeks; months have names, too. */
const STRETCH = /(วันนี้|พรุ่งนี้|(?:สัปดาห์|อาทิตย์)(?:นี้|หน้า)|this week|next week|today|tomorrow)/;
const WHAT_FOR =
  /กิจกรรม|งาน|อะไร|ครบกำหนด|ต้องทำ|ต้องส่ง|ต้องรายงาน|ถึงกำหนด|กำหนดส่ง|แผน|\b(?:what|which|due|activit|work)/;
const ASKED =
  /อะไร|ไหน|ใด|บ้าง|ไหม|มั้ย|กี่|ดู|^(?:กิจกรรม|งาน)(?:ของ|ที่|ใน)?(?:วันนี้|พรุ่งนี้|สัปดาห์|อาทิตย์)|ครบกำหนด$|^activities\b|\b(?:what|which|show|due)\b/;
/** How a month or a quarter goes. */
const HOW =
  /เป็น(?:ยังไง|อย่างไร|ไง)|(?:ถึง|แค่)ไหน|คืบหน้า|(?:งบ|เงิน).*เท่าไ|ใช้.*เท่าไ|เหลือ(?:อะไร|งาน|กิจกรรม|กี่|ไหม|อีก|บ้าง|$)|\bhow\b/;
/** Named together with it, and nothing told. */
const ONLY_LIST =
  /^(?:สรุป(?:ผล)?|ภาพรวม|ตามแผน|ขอ|ดู|แสดง|เช็[คก]|กิจกรรม|งาน|โครงการ|แผน|รายการ|ผลงาน|ความคืบหน้า|มี|ที่เหลือ|ที่ค้าง|ที่เสร็จแล้ว|ที่ต้องทำ|ที่|ของ(?:ฉัน|ผม|หนู|ดิฉัน)?|ใน|ประจำ|ช่วง|สำหรับ|ตลอด|ทั้งหมด|\b(?:activities|work|plan|summary|left|finished|my|of|mine|for|in|the|show|me)\b|\s)*$/;
const LEFT = /เหลือ|ค้าง|ยังไม่(?:ได้)?(?:เสร็จ|ทำ|เริ่ม)|\b(?:left|remaining)\b/;
const DONE = /(?<!ไม่)เสร็จ|ทำ(?:อะไร)?ไป|\b(?:done|finished|completed)\b/;
const OF_MONEY = /งบ|เงิน|เบิก|budget|money|spen[dt]/;
/** What hinders, how and when something is done, and leave are other questions; "ไม่มีอะไร" asks nothing. */
const OF_ELSE =
  /ปัญหา|อุปสรรค|ติดขัด|ไม่(?:มี|ได้ทำ|รู้|เห็น)อะไร|อะไรไม่|วันไหน|วันใด|เมื่อไ|(?:รายงาน|กรอก|ส่ง)\s*(?:ยังไง|อย่างไร)|เตือน|ปิดงวด|ประชุม|(?<!เว)ลา(?:ได้|ป่วย|กิจ|หยุด|พัก)|\b(?:leave|problems?)\b/;
const FINISHED =
  /^(?:ขอ|ดู|มี|\s)*(?:กิจกรรม|งาน|โครงการ|อะไร|ข้อ)(?:ที่|ไหน|ใด|อะไร)?(?:ทำ|ดำเนินการ)?(?:เสร็จ(?:สิ้น)?|เรียบร้อย)(?:แล้ว)?(?:มี)?(?:อะไร|กี่(?:กิจกรรม|งาน|ข้อ|อัน))?(?:บ้าง)?$|^finished activities$|^(?:what|which \w+) (?:is|are) (?:done|finished)$/;

/** "ใกล้ครบกำหนด", "จะหมดเวลา", with the slip ไกล้. */
const DUE_SOON =
  /[ใไ]กล้(?:จะ|\s)*(?:ครบ|ถึง|หมด|สิ้นสุด)?\s*(?:กำหนด|เวลา|เดดไลน์|เส้นตาย|deadline|ส่ง(?!ผล))|(?:กำลัง|จวน|เกือบ)?(?:จะ|จวน|เกือบ)\s*(?:ครบ|ถึง|หมด)\s*(?:กำหนด|เวลา)|(?:ครบ|ถึง)กำหนด\S{0,6}\s*เร็ว|เดดไลน์|เส้นตาย|deadline|\bdue (?:soon|next)\b|\b(?:nearly|almost|coming) due\b|\bupcoming\b/;
const URGENT =
  /(?:ต้อง|ควร|น่า|ให้)\s*(?:รีบ|เร่ง)|(?:รีบ|เร่ง)(?:ทำ|งาน|ส่ง|รายงาน)*\s*(?:อะไร|อัน(?:ไหน|ใด)|งานไหน|กิจกรรมไหน|ข้อไหน|ตัวไหน)|ด่วน|\burgent\b|\bmost pressing\b/;
const WHICH =
  /อะไร|ไหน|ใด|บ้าง|ไหม|มั้ย|กี่|หรือ(?:ยัง|เปล่า)|\b(?:what|which|any|show|list)\b|^(?:ขอ|ดู|เช็[คก]|มี|รายการ|\s)*(?:งาน|กิจกรรม|รายการ)?(?:ที่)?\s*(?:[ใไ]กล้|จวน|จะ|กำลังจะ|ต้อง(?:รีบ|เร่ง)|ด่วน)\S{0,24}$/;
/** What was done, or hinders: told, not asked. */
const TELLS = /(?<!ไม่|ยัง)เสร็จแล้ว|ใช้งบ|เพราะ|เนื่องจาก|แต่|ขยายเวลา|ขอเลื่อน/;

/** @param plain typed words. @returns whether what is due soon is asked for, or that and what is late; null for neither. */
export function dueAsked(plain: string): 'soon' | 'urgent' | null {
  if (plain.length > MOST_TEXT || OWES.test(plain) || TELLS.test(plain) || !WHICH.test(plain)) return null;
  if (DUE_SOON.test(plain)) return 'soon';
  return URGENT.test(plain) ? 'urgent' : null;
}

/** Who owes a report is no list of what is planned. */
const OWES = /ใคร|ท่านใด|คนไหน|ยังไม่(?:ได้|เคย)?(?:ส่ง|รายงาน|กรอก)|\bwho\b/;

/** Longer texts tell something. */
const MOST_TEXT = 60;

export interface StretchAsked {
  /** As it was named; '' for what is finished, whenever. */
  said: string;
  /** null for days and weeks. */
  named: MonthsNamed | null;
  which: 'all' | 'left' | 'done';
  /** Where a name may stand. */
  rest: string;
}

/** @param plain typed words. @returns which stretch is asked about, and what of it; null when nothing of the kind is asked. */
export function stretchAsked(plain: string): StretchAsked | null {
  if (plain.length > MOST_TEXT || OWES.test(plain) || OF_ELSE.test(plain)) return null;
  if (FINISHED.test(plain)) return { said: '', named: null, which: 'done', rest: '' };
  const found = stretchNamed(plain);
  // "กลัวไม่พอถึงกันยา": until then
  if (found && plain.includes(`ถึง${found.said}`)) return null;
  if (found) return namedAsked(plain.replace(found.said, ' ').trim(), found);
  const said = STRETCH.exec(plain)?.[0];
  const rest = said === undefined ? '' : plain.replace(said, ' ');
  if (said === undefined || !WHAT_FOR.test(rest) || !ASKED.test(plain)) return null;
  return { said, named: null, which: 'all', rest };
}

function namedAsked(
  rest: string,
  { said, named }: { said: string; named: MonthsNamed },
): StretchAsked | null {
  // a code or a sum is told, or asked, of one activity
  if (/[0-9]/.test(rest)) return null;
  const ofMoney = OF_MONEY.test(rest);
  // what was spent within a month is not known: it is asked of the plan
  if (ofMoney && named.of === 'month-from-now') return null;
  const asks = (WHAT_FOR.test(rest) && ASKED.test(rest)) || HOW.test(rest) || ONLY_LIST.test(rest);
  if (!asks) return null;
  const which = ofMoney ? 'all' : LEFT.test(rest) ? 'left' : DONE.test(rest) ? 'done' : 'all';
  return { said, named, which, rest };
}

/** Behind a command: what of a stretch, and whose. */
export const STRETCH_AND_PART = /^(.+?)\s*((?:ของ|of\b).+)$/;
const WHICH_TYPED = /^(?:(ที่เหลือ|left\b)|(ที่เสร็จแล้ว|finished\b))\s*/;

/** @param plain what follows a command. @returns the stretch that stands there, and nothing besides. */
export function stretchTyped(plain: string): StretchAsked | null {
  const [head = '', left, done] = WHICH_TYPED.exec(plain) ?? [];
  const bare = plain.slice(head.length);
  const which = left ? 'left' : done ? 'done' : 'all';
  if (bare === '') return done ? { said: '', named: null, which, rest: '' } : null;
  const found = stretchNamed(bare);
  if (found) return found.said.trim() === bare ? { ...found, which, rest: '' } : null;
  return STRETCH.exec(bare)?.[0] === bare ? { said: bare, named: null, which, rest: '' } : null;
}
