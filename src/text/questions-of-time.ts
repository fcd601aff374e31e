/** How people ask what is planned for a stretch of time, or is finished; plain text. */

const STRETCH =
  /(วันนี้|พรุ่งนี้|(?:สัปดาห์|อาทิตย์|เดือน)(?:นี้|หน้า)|this (?:week|month)|next (?:week|month)|today|tomorrow)/;
const WHAT_FOR =
  /กิจกรรม|งาน|อะไร|ครบกำหนด|ต้องทำ|ต้องส่ง|ต้องรายงาน|ถึงกำหนด|กำหนดส่ง|\b(?:what|which|due|activit|work)/;
const ASKED =
  /อะไร|ไหน|ใด|บ้าง|ไหม|มั้ย|กี่|ดู|^(?:กิจกรรม|งาน)(?:ของ|ที่|ใน)?(?:วันนี้|พรุ่งนี้|สัปดาห์|อาทิตย์|เดือน)|ครบกำหนด$|^activities\b|\b(?:what|which|show|due)\b/;
const FINISHED =
  /^(?:ขอ|ดู|มี|\s)*(?:กิจกรรม|งาน|โครงการ|อะไร|ข้อ)(?:ที่|ไหน|ใด|อะไร)?(?:ทำ|ดำเนินการ)?(?:เสร็จ(?:สิ้น)?|เรียบร้อย)(?:แล้ว)?(?:มี)?(?:อะไร|กี่(?:กิจกรรม|งาน|ข้อ|อัน))?(?:บ้าง)?$|^finished activities$|^(?:what|which \w+) (?:is|are) (?:done|finished)$/;

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
