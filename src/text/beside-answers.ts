/** What people say at an open question that is no answer to it: that they tell it later, a question back, that a photo comes, that it stays as it was; plain text, read by the report dialog and after a save. */

const WHEN =
  '(?:วันนี้|พรุ่งนี้|มะรืน(?:นี้)?|วันหลัง|ทีหลัง|ภายหลัง|คราว(?:หลัง|หน้า)|เช้านี้|บ่าย(?:นี้|ๆ)?|เย็น(?:นี้|ๆ)?|คืนนี้|ตอน(?:เช้า|บ่าย|เย็น|เที่ยง|ค่ำ)|(?:สัปดาห์|อาทิตย์|เดือน)หน้า|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)(?:หน้า|นี้)?|สักครู่|สักพัก|แป๊บ(?:นึง|เดียว)?|แปป(?:นึง|เดียว)?|อีกที|อีกครั้ง|later|tomorrow)';
const TELL =
  '(?:ส่ง|บอก|ตอบ|แจ้ง|รายงาน|กรอก|พิมพ์|เขียน|ใส่|เพิ่ม|ลง|ทำ|มา|ดู|ถาม|เช็[คก]|คิด|หา|รวบรวม|ตรวจสอบ|ปรึกษา|สรุป)';
const AFTER = `(?:${WHEN}|ให้|ก่อน|นะ|ละ|แล้วกัน|ละกัน|ดีกว่า|อีก|ได้ไหม|ได้มั้ย|ผล|รูป|ภาพ|งบ|ยอด|ไฟล์|ข้อมูล|เอกสาร|พี่|ผอ\\.?|หัวหน้า|การเงิน|เพื่อน|เขา|เค้า|ตัวเลข|ที|ขอบ(?:คุณ|ใจ)(?:มาก)?|ๆ|ค่ะ|คะ|ครับ|จ้า|,|\\s)`;
const BEFORE =
  '(?:โอเค|ได้|รับทราบ|ขอบคุณ|ตอนนี้|อันนี้|ข้อนี้|ตรงนี้|ยัง|ไม่แน่ใจ|ไม่มั่นใจ|ไม่รู้|ไม่ทราบ|จำไม่ได้|แต่|ผม|หนู|พี่|ค่ะ|คะ|ครับ|นะ|,|\\s)*';
/** "พรุ่งนี้ค่อยส่งนะ", "ไม่แน่ใจ ดูก่อน", "ขอถามหัวหน้าก่อน", "ยังไม่ตัดสินใจ". */
const PUT_OFF = new RegExp(
  `^${BEFORE}(?:${WHEN}?\\s*(?:ค่อย|เดี๋ยว|ไว้|จะ)(?:${WHEN}|ค่อย|เดี๋ยว|จะ|ไป|กลับไป|ขอ|\\s)*(?:${TELL}${AFTER}*)+|ไว้${AFTER}*${WHEN}${AFTER}*|(?:ขอ|ไป|ลอง|กลับไป|เวลา|รอ|\\s)*(?:${TELL}${AFTER}*)+ก่อน${AFTER}*|ขอเวลา${AFTER}*|(?!วันนี้)(?:รอ|ขอเวลา)?\\s*${WHEN}${AFTER}*|ยังไม่(?:ได้)?(?:ตัดสินใจ|พร้อม|สะดวก|คิด)${AFTER}*|ยังตอบไม่ได้${AFTER}*|not (?:decided|now)(?: yet)?|i'll (?:tell|send|answer)\\b.{0,30})$`,
);

const IF_SO = '(?:ไหม|มั้ย|ไม๊|มั๊ย|หรือเปล่า|หรือป่าว|รึเปล่า|ป่าว|หรือไม่|ป่ะ|ปะ)';
const HOW_MUCH = '(?:เท่าไ[หร]?[รหล]?่?|เท่าใด|กี่(?:บาท|คน|ครั้ง|เปอร์เซ็นต์)?)';
/** "ถ้าไม่มีงบต้องใส่ไหม", "ไม่ใส่ได้ไหม". */
const WHETHER_NEEDED = new RegExp(
  `(?:ต้อง|จำเป็น(?:ต้อง)?|ควร)\\S{0,12}(?:ใส่|กรอก|ตอบ|บอก|ระบุ|พิมพ์|ส่ง|แนบ|ลง|มี)\\S{0,14}${IF_SO}|จำเป็น(?:ต้อง)?${IF_SO}|(?:ไม่(?:ใส่|กรอก|ตอบ|บอก|ระบุ|มี|ลง|ส่ง|แนบ)|ข้าม|เว้น(?:ว่าง)?)\\S{0,10}(?:ได้|เป็น(?:อะ)?ไร)\\s?${IF_SO}|do i have to|can i skip|is it required`,
);
/** "ของเดิมเท่าไหร่", "ครั้งก่อนรายงานไว้ว่าอะไร". */
const WHAT_STOOD = new RegExp(
  `(?:เดิม|เก่า|ก่อนหน้า(?:นี้)?|(?:ครั้ง|คราว|รอบ|เดือน)(?:ก่อน|ที่แล้ว)|(?:รายงาน|บันทึก|ใส่|ลง|กรอก)(?:ไป|ไว้))\\S{0,18}\\s?(?:${HOW_MUCH}|อะไร|ยังไง|ว่าไง)(?:นะ|หรอ|เหรอ|บ้าง|ล่ะ)*$|what (?:was|is) (?:it|stored|there) before`,
);
/** "งบเหลือเท่าไหร่นะ", "รวมแล้วเท่าไหร่". */
const WHAT_SUM = new RegExp(
  `^(?:แล้ว|ตอนนี้|ว่าแต่|เอ๊?ะ|\\s)*(?:งบ|เงิน|ยอด|วงเงิน|รวม|เหลือ|คงเหลือ|ใช้(?:งบ|เงิน|ไป)|ทั้งหมด)\\S{0,24}\\s?(?:${HOW_MUCH})(?:นะ|หรอ|เหรอ|ล่ะ|แล้ว|อะ|อ่ะ|น่ะ|กัน|ดี|\\s)*$|how much (?:is|was|have|did)`,
);
/** "แล้วก็แนบรูปไว้ด้วย". */
const SENDS_PHOTO =
  /^(?:แล้วก็|แล้ว|และ|ขอ|อยาก|จะ|ช่วย|มี|\s)*(?:แนบ|ส่ง|ใส่|เพิ่ม|ลง)\s?(?:รูป|ภาพ|ไฟล์|หลักฐาน)(?:ถ่าย|ไว้|ด้วย|เพิ่ม|ให้|นะ|ไป|อีก|ได้ไหม|ได้มั้ย|ยังไง|ตรงไหน|\s)*$/;
/** "ได้ยังคะ": whether what is on the card is stored. */
const WHETHER_STORED =
  /^(?:แล้ว|มัน|อันนี้|ตกลง|\s)*(?:ได้|เข้า(?:ระบบ)?|เรียบร้อย|ใช้ได้|โอเค|ผ่าน|ครบ)(?:แล้ว)?\s?(?:หรือยัง|รึยัง|ยัง)$/;
/** "ต้องเขียนยังไง", "หมายถึงอะไร": how the question is answered. */
const HOW_TO_ANSWER =
  /^(?:แล้ว|คือ|ข้อนี้|อันนี้|ตรงนี้|ช่องนี้|\s)*(?:(?:ต้อง|ให้|จะ|ควร)?\s?(?:เขียน|ตอบ|พิมพ์|ใส่|กรอก|สรุป|บอก|ลง|ทำ)(?:ว่า|แบบ|เป็น|ผล|\s)*(?:ยังไง|อย่างไร|อะไร|ไหน|แบบไหน|ไง)|(?:หมายถึง|แปลว่า|คือ)\s?อะไร|(?:ยังไง|อย่างไร|อะไร)|(?:ขอ|มี)?ตัวอย่าง)(?:ดี|ต่อ|บ้าง|หน่อย|ได้ไหม|ได้มั้ย|ไหม|มั้ย|หรอ|เหรอ|นะ|อะ|อ่ะ|\s)*$|^(?:what does (?:it|that|this) mean|how (?:do|should) i answer)/;
/** Any other question, and to nobody's surprise not the answer. */
const ONLY_ASKS = new RegExp(`(?:${IF_SO}|หรือยัง|รึยัง|\\?)(?:นะ|\\s)*$`);
/** "เท่าเดิม", "เอากลับมาเหมือนเดิม". */
const STAYS_AS_IT_WAS =
  /^(?:ขอ|ให้|เอา|คง|ใช้|กลับ(?:มา|ไป|เป็น)?|ยอด|ค่า|งบ|ผล|จำนวน|ก็|ยัง|เป็น|ไว้|อัน|\s)*(?:(?:เหมือน|เท่า|ตาม|ของ|ค่า|คง|แบบ|อัน)(?:ของ)?เดิม|ไม่เปลี่ยน(?:แปลง)?)(?:ไว้|ไป|เลย|ก่อน|แล้วกัน|ละกัน|ดีกว่า|แหละ|นั่นแหละ|\s)*$|^(?:the )?same as before$|^unchanged$/;
/** "ขอยกเลิกที่ส่งไปเมื่อกี้": of a report, not of the field that is asked. */
const TAKES_REPORT_BACK =
  /^(?:ขอ|ช่วย|รบกวน|อยาก|จะ|\s)*(?:ยกเลิก|ลบ|ถอน)\s?(?:(?:รายงาน|อัน|ของ|ข้อมูล|งาน)?(?:ที่|ซึ่ง)\s?(?:เพิ่ง|พึ่ง)?(?:ส่ง|รายงาน|บันทึก|กรอก)\S*|(?:อัน|รายงาน)?(?:เมื่อกี้|เมื่อกี๊|เมื่อสักครู่|ล่าสุด)\S*|รายงาน(?:นี้|ล่าสุด|เมื่อกี้)?)(?:ด้วย|ที|หน่อย|เลย|\s)*$/;

/** put-off: told later; needed, stood, sums, how, asks: questions back; photo: one comes; stored: whether it is; same: it stays as it was; takes-back: of a stored report. */
export type BesideAnswer =
  'put-off' | 'needed' | 'stood' | 'sums' | 'photo' | 'stored' | 'how' | 'same' | 'takes-back' | 'asks';

const ORDER: readonly (readonly [BesideAnswer, RegExp])[] = [
  ['needed', WHETHER_NEEDED],
  ['stood', WHAT_STOOD],
  ['sums', WHAT_SUM],
  ['photo', SENDS_PHOTO],
  ['stored', WHETHER_STORED],
  ['how', HOW_TO_ANSWER],
  ['same', STAYS_AS_IT_WAS],
  ['takes-back', TAKES_REPORT_BACK],
  ['put-off', PUT_OFF],
  ['asks', ONLY_ASKS],
];

/** Longer texts tell something. */
const MOST_TEXT = 60;

/** @param plain typed words without what does not matter. @returns what they are instead of an answer; null where they may be one. */
export function besideAnswer(plain: string): BesideAnswer | null {
  if (plain.length > MOST_TEXT) return null;
  return ORDER.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
