/** How people ask what is planned for a stretch of time, or is finished; plain text. */

const STRETCH =
  /(วันนี้|พรุ่งนี้|(?:สัปดาห์|อาทิตย์|เดือน)(?:นี้|หน้า)|this (?:week|month)|next (?:week|month)|today|tomorrow)/;
const WHAT_FOR =
  /กิจกรรม|งาน|อะไร|ครบกำหนด|ต้องทำ|ต้องส่ง|ต้องรายงาน|ถึงกำหนด|กำหนดส่ง|\b(?:what|which|due|activit|work)/;
const ASKED =
  /อะไร|ไหน|ใด|บ้าง|ไหม|มั้ย|กี่|ดู|^(?:กิจกรรม|งาน)(?:ของ|ที่|ใน)?(?:วันนี้|พรุ่งนี้|สัปดาห์|อาทิตย์|เดือน)|ครบกำหนด$|^activities\b|\b(?:what|which|show|due)\b/;
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

/** @param plain typed words. @returns the stretch as it was named; null when nothing of the kind is asked. */
export function stretchAsked(plain: string): { said: string; finished: boolean } | null {
  if (plain.length > MOST_TEXT || OWES.test(plain)) return null;
  if (FINISHED.test(plain)) return { said: '', finished: true };
  const found = STRETCH.exec(plain);
  const rest = found ? plain.replace(found[0], ' ') : '';
  return found && WHAT_FOR.test(rest) && ASKED.test(plain) ? { said: found[0], finished: false } : null;
}
