/** How people speak of reports that are not stored yet: all of them at once, whether they are stored, and whose the photos on them are; plain text, read by interpreters/open-drafts.ts. */

/** "บันทึกทั้งสองอันเลย". */
export const SAVES_ALL =
  /^(?:ขอ|ช่วย|ให้|งั้น|\s)*(?:บันทึก|save)\s*(?:ให้)?\s*(?:ทั้ง\s?(?:สอง|สาม|สี่|ห้า|คู่|หมด|[2-5])|ทุก|both|all)\s*(?:อัน|เรื่อง|กิจกรรม|ข้อ|รายการ|ร่าง|งาน|of them)?(?:ให้|เลย|ด้วย|ที|ได้เลย|\s)*$/;
const OF_ALL =
  /^(?:ทั้ง\s?(?:สอง|สาม|คู่|[2-5])|ทุก|both(?: of them)?|all(?: of them)?)\s*(?:อัน|เรื่อง|กิจกรรม|ข้อ|รายการ|งาน|โครงการ)?\s*(?:นี้|นั้น|เลย|are|is)?\s*(\S.*)$/;

/** @returns what is said of all that was told last: "ทั้งสองเรื่องเสร็จหมดแล้ว"; null for other words. */
export function saidOfAll(plain: string): string | null {
  return OF_ALL.exec(plain)?.[1] ?? null;
}

const OF_FILES =
  /^(?:((?:รูป|ภาพ|ไฟล์|หลักฐาน|เอกสาร|photos?|files?)\S{0,14})\s*)?(?:นี้|พวกนี้|ทั้งหมด|เมื่อกี้|ที่(?:ส่ง|แนบ)(?:ไป|มา)?|ต้อง|\s)*(?:เป็น)?(?:ของ|ประกอบ|for|of)\s*(\S.*)$/;

/** "เดี๋ยวส่งรูปงาน 1.3 1) นะ", "รูปประชุม ITA 1.1 2)", "นี่รูปค่ะ": photos, and what they are of. */
const SPEAKS_OF_FILES =
  /^(?:นี่|นี้|อันนี้|เดี๋ยว|เดี๋ยวจะ|จะ|ขอ|ช่วย|ฝาก|ส่ง|แนบ|มี|เป็น|รับ|\s)*(?:รูป(?:ภาพ|ถ่าย)?|ภาพ(?:ถ่าย)?|ไฟล์|หลักฐาน|photos?|pictures?|files?)(?!รวม|รุ่น)\s*(?:ของ|งาน(?!วัด)|กิจกรรม|ประกอบ|for|of|the)*\s*(.*)$/;
/** What is asked, looked at or taken out is not sent. */
const NOT_SENT =
  /ดู|ลบ|ออก|ผิด|ยกเลิก|ไหน|ไหม|มั้ย|ยัง|อย่างไร|ไง|กี่|หรือ|เปลี่ยน|ไม่|หาย|อะไร|ทำไม|เท่า|\?|delete|remove|wrong|show|see|how|which/;
/** Said of photos that were sent before. */
const SENT_BEFORE = /เมื่อกี้|เมื่อสักครู่|เมื่อครู่|ที่(?:ส่ง|แนบ)/;

/** @returns what photos that are to be sent, or lie on the card, are of, '' where that is not said; null for other words. */
export function photosSpokenOf(plain: string): { of: string; sentBefore: boolean } | null {
  const found = NOT_SENT.test(plain) ? null : SPEAKS_OF_FILES.exec(plain);
  if (!found) return null;
  const sentBefore = SENT_BEFORE.test(plain);
  return {
    of: found[1]!.replace(SENT_BEFORE, '').replace(/^(?:ของ|งาน|กิจกรรม|นะ|\s)+|(?:นะ|มา|ให้|\s)+$/g, ''),
    sentBefore,
  };
}

/** @returns the activity that "ของ ITA online", "รูปเป็นของ 2" name, and whether photos are spoken of; null for other words. */
export function filesOf(plain: string): { name: string; speaksOfFiles: boolean } | null {
  const found = OF_FILES.exec(plain);
  return found && { name: found[2]!, speaksOfFiles: found[1] !== undefined };
}

/** "มันบันทึกให้หรือยัง", "ครบยัง", "ผอ.เห็นหรือยัง": whether what was told is stored. */
export const IF_SAVED =
  /^(?:แล้ว|มัน|อันนี้|ตกลง|เมื่อกี้|ที่(?:ส่ง|กรอก|พิมพ์)(?:ไป|ไว้)?|ระบบ|งาน|รายงาน|ข้อมูล|(?:ท่าน)?(?:ผอ\.?|ผู้อำนวยการ|หัวหน้า|ผู้บริหาร)|เขา|เค้า|หนู|ผม|\s)*(?:บันทึก|ส่ง|เข้า(?:ระบบ)?|เห็น|ครบ|เรียบร้อย|เซฟ|ถึง)(?:ให้|ไป|แล้ว|งาน|รายงาน|ข้อมูล|หมด|ได้|ระบบ|เรียบร้อย|ครบ|เข้า|\s)*(?:หรือยัง|รึยัง|ยัง|ไหม|มั้ย|หรือเปล่า|รึเปล่า|ใช่ไหม|ใช่มั้ย|หรือไม่)$|^(?:is|was|did) (?:it|that|this|everything) (?:get )?(?:saved?|stored|sent)(?: yet)?$/;
/** The same, of whoever reads it. */
export const IF_SEEN = /เห็น|seen?\b/;
