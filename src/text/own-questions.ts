/** How people ask about what they sent, what comes next, and their photos; plain text, read by the router's own-question interpreter. */

const QUESTION = '(?:ไหม|มั้ย|ไม๊|หรือยัง|รึยัง|หรือเปล่า|ป่าว|ยัง|ใช่ไหม|ใช่มั้ย|หรือไม่)';

/** "ส่งแล้วใช่ไหม", "เมื่อกี้ส่งอะไรไปบ้าง": what was reported last. */
const WHAT_WAS_SENT = new RegExp(
  `^(?:เมื่อกี้|ที่|อันที่|อันเมื่อกี้|งานที่|แล้ว|ฉัน|ผม|หนู|พี่|\\s)*(?:ส่ง|รายงาน|บันทึก|เข้าระบบ|เข้า|ได้รับ)(?:ไป|แล้ว|รายงาน|งาน|เข้า|ระบบ|เรียบร้อย|ได้|\\s)*(?:${QUESTION}|อะไร(?:ไป)?(?:บ้าง|แล้ว)?(?:แล้ว)?|ว่าอะไร)$|^(?:what did i|did i|was it|is it) (?:send|report|saved?|sent)`,
);
/** "ต้องทำอะไรบ้าง", "อันต่อไปล่ะ". */
const WHAT_NEXT =
  /(?:ต้อง|ควร|ให้)?(?:ทำ|ส่ง|รายงาน)อะไร(?:บ้าง|ต่อ|อีก|ก่อน)|(?:อัน|งาน|ข้อ|กิจกรรม)(?:ต่อไป|ถัดไป)|(?:เหลือ|ค้าง)(?:อยู่)?(?:อะไร|อีก(?:กี่|ไหม|มั้ย))|ต่อไป(?:ทำ)?อะไร|what(?:'s| is) next|what (?:should|do) i (?:do|have to do|report)/;
/** "ดูรูปที่ส่ง". */
const MY_PHOTOS =
  /^(?:ขอ)?(?:ดู|เปิด|ไหน)\s*(?:รูป|ภาพ|ไฟล์|หลักฐาน)(?:ที่|ซึ่ง)?(?:ส่ง|แนบ|ลง)?(?:ไป|ไว้|แล้ว|เมื่อกี้)*$|^(?:show )?my photos$/;
/** "ลบรูป", "ส่งรูปผิด". */
const REMOVE_PHOTO =
  /(?:ลบ|ถอน|ยกเลิก|เปลี่ยน).{0,12}(?:รูป|ภาพ|ไฟล์)|(?:รูป|ภาพ|ไฟล์).{0,16}(?:ผิด|ลบ(?:ออก|ได้|ยังไง|อย่างไร)|เอาออก)|(?:delete|remove) (?:the |my |a )?(?:photo|picture|file)/;
/** "เอารูปลงยังไง". */
const ADD_PHOTO =
  /(?:ส่ง|แนบ|ใส่|เพิ่ม|ลง|เอา)(?:รูป|ภาพ|ไฟล์|หลักฐาน)\S{0,8}(?:ยังไง|อย่างไร|ไง|ตรงไหน|ที่ไหน|ได้ไหม|ได้มั้ย)|how (?:do i|to) (?:send|add|attach)/;

export type OwnQuestion = 'sent' | 'next' | 'photos' | 'remove-photo' | 'add-photo';

/** Longer texts tell something. */
const MOST_TEXT = 60;

const ORDER: readonly (readonly [OwnQuestion, RegExp])[] = [
  ['add-photo', ADD_PHOTO],
  ['remove-photo', REMOVE_PHOTO],
  ['photos', MY_PHOTOS],
  ['sent', WHAT_WAS_SENT],
  ['next', WHAT_NEXT],
];

/** @param plain typed words without what does not matter. */
export function ownQuestionIn(plain: string): OwnQuestion | null {
  if (plain.length > MOST_TEXT) return null;
  return ORDER.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Yes to a card that asks to be looked over. */
export const CONFIRMS_CARD =
  /^(?:ใช่(?:แล้ว|เลย)?|ถูก(?:ต้อง|แล้ว)?(?:แล้ว)?|โอเค|โอเช|ได้(?:เลย)?|เรียบร้อย|yes|correct|right|that's right)$/;
