/** What people type while a form or a question is open besides its answer: words that steer it, that they do not know, that it is enough; plain text, read by the router and the report dialog. */

/** "ไม่รู้", "ยังไม่รู้ยอด", "จำไม่ได้ค่ะ". */
export const DOES_NOT_KNOW =
  /^(?:(?:อันนี้|ตอนนี้|ตรงนี้|ข้อนี้)?\s*ยัง)?(?:(?:อันนี้|ตอนนี้|ตรงนี้|ข้อนี้)\s*)?(?:ไม่(?:รู้|ทราบ|แน่ใจ|มั่นใจ|มีข้อมูล|มีตัวเลข|ได้ยอด|ได้สรุป(?:ยอด)?|สรุปยอด)|จำไม่ได้)(?:ยอด|ตัวเลข|เรื่องนี้|จริงๆ|เหมือนกัน|เลย|นะ|อะ|อ่ะ|\s)*$|^(?:i )?(?:don't|do not) know(?: yet)?$|^(?:i'm )?not sure(?: yet)?$/;
/** "พอแล้ว", "แค่นี้ก่อน". */
export const ENOUGH =
  /^(?:เอา)?(?:พอ(?:แล้ว|ก่อน|แค่นี้|ละ)+|(?:แค่|เท่า|เพียง)นี้(?:พอ|ก่อน|แหละ|ละ|แล้ว|นะ)*|จบ(?:แล้ว|แค่นี้|ละ)*|that(?:'s| is) (?:all|it)|enough)$/;
/** "ทำไมยังถามอีก", "ตอบไปแล้วนะ", "ใช้ยากจัง". */
export const IMPATIENT =
  /^(?:แล้ว)?ทำไม\S{0,10}ถาม$|^(?:(?:แล้ว|ทำไม|จะ|ยัง|ต้อง|มา|บอท|บอต)+\s*)?ถาม(?:อีก|เยอะ|มาก|ทำไม|อะไร|ซ้ำ|ด้วย|นัก(?:หนา)?|บ่อย|แล้ว|จัง|อยู่|เรื่อย|ได้|ๆ|\s)+$|^(?:ก็)?(?:ตอบ|บอก|พิมพ์)ไป(?:หมด|แล้ว|เมื่อกี้|\s)+(?:นี่|ไง|นะ|น่ะ|อะ|อ่ะ|นา)*$|^(?:น่า)?(?:รำคาญ|เบื่อ|หงุดหงิด|เสียเวลา)(?:จัง|มาก|แล้ว|ๆ|เลย)*$|^(?:ใช้ยาก|ตอบเยอะ|ยุ่งยาก)(?:จัง|มาก|เกิน(?:ไป)?|เลย|แท้)+$|^(?:why (?:do you )?)?(?:keep asking|ask(?:ing)? again)|^i(?:'ve)? (?:already )?(?:told|answered)/;
/** "กลับไปแก้ข้อแรก", "ขอย้อนข้อก่อนหน้า". */
export const GOES_BACK =
  /^(?:ขอ)?(?:(?:ย้อน|กลับ|ถอย)(?:กลับ)?(?:ไป)?(?:แก้|ดู)?|แก้)\s*(?:ข้อ|คำถาม)\s*(?:ก่อน(?:หน้า)?(?:นี้)?|ที่แล้ว|แรก|เมื่อกี้|บน)$|^go back$/;
const NUMBER = '(?:[0-9][0-9,.]*|หนึ่ง|เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน)';
/** "60 คน", "หกสิบท่าน". */
export const COUNTS_PEOPLE = new RegExp(`${NUMBER}\\s*(?:กว่า\\s*)?(?:คน|ราย|ท่าน|นาย|people|persons?)(?!ละ)`);
/** Of a unit, or of what is said, that people are counted; and by which unit. */
export const OF_PEOPLE = /คน|ราย|ท่าน|นาย|ผู้|people|person/i;
export const COUNTED_PEOPLE = 'คน';
export const IN_PERCENT = /ร้อยละ|%|เปอร์เซ็น|percent/i;
/** "3 ครั้ง", "2 ชิ้น", "5 วัน". */
export const COUNTS_THINGS = new RegExp(
  `${NUMBER}\\s*(?:กว่า\\s*)?(?:ชิ้น|แห่ง|ครั้ง|โรง|วัน|ชั่วโมง|ชม\\.|นาที|สัปดาห์|อาทิตย์|เดือน|ปี|รูป|ภาพ|ไฟล์|ฉบับ|เล่ม|ชุด|อัน|ข้อ|คะแนน|กลุ่ม|ทีม|รุ่น|รอบ|เรื่อง|โครงการ|กิจกรรม|ตำบล|หมู่บ้าน|คัน|ต้น|times?|days?|hours?|weeks?)`,
);
/** A sum of which it takes several: "คนละ 50". */
export const PER_ONE = /(?:คน|ครั้ง|วัน|หัว|ชุด|เดือน|โรง|เล่ม|ชิ้น|มื้อ|กล่อง)ละ\s*[0-9]/;
/** A number that only says which one: "ครั้งที่ 2", "ไตรมาส 2". */
export const SAYS_WHICH = /(?:(?<!ทั้ง)ที่|ข้อ|ไตรมาส|งวด|รุ่น|ปี|พ\.ศ\.)\s*[0-9]/;
export const SAYS_BAHT = /บาท|สตางค์|\bbaht\b/;
/** "อันไหนก็ได้". */
export const ANY_WILL_DO = /^(?:อัน|ข้อ|กิจกรรม)?ไหนก็ได้$|^any(?: of them)?$/;

/** Sounds that answer nothing: "อ๋อ", "เอ๊ะ", "อืม". */
export const SOUND_ALONE = /^(?:เอ+|เอ๊ะ|เอ่อ|อ[๋้]?อ+|อืม+|อื้อ|อะ|อ่ะ|ห[๊้]?ะ+|ฮะ|โห|โอ้|ว้าว?|อุ๊ย|อ้าว|oh|hm+|uh|wow)$/;
/** Praise, which answers what something came to. */
export const PRAISES = /^(?:ดีมาก|เยี่ยม(?:มาก|เลย)?|สุดยอด|great)$/;
const BEFORE_CONTROL =
  '(?:เอาละ|เอาล่ะ|เอ้า|งั้น|ถ้างั้น|โอเค|ok|ครบ(?:แล้ว)?|หมดแล้ว|ถูก(?:ต้อง)?(?:แล้ว)?|ใช่(?:แล้ว)?|เรียบร้อย(?:แล้ว)?|ได้(?:แล้ว|เลย)?|ตกลง|ขอ|ช่วย|รบกวน|กด|ค่ะ|คะ|ครับ|คับ|จ้า|นะ|,|\\s)*';
const AFTER_CONTROL = '(?:ได้เลย|เลย|ไป|ไว้|ให้(?:ด้วย|ที)?|ด้วย|ที|นะ|รายงาน|อันนี้|การ์ด|นี้|แล้วกัน|ละกัน|ค่ะ|ครับ|ๆ|\\s)*';
/** "เอาละ บันทึก", "บันทุก", "ใช่ค่ะ บันทึกเลย", on a form that is open. */
export const SAVES = new RegExp(`^${BEFORE_CONTROL}(?:บั?น?[ทธ][ึุืิู]?[กคด]+|save)${AFTER_CONTROL}$`);

/** Words that steer an open form, whoever types them instead of tapping. */
export const controlWords = {
  save: ['บันทึก', 'บันทึกเลย', 'บันทึกได้เลย', 'บันทึกทั้งหมด', 'ยืนยัน', 'ตกลง', 'save', 'save all', 'ok', 'confirm'],
  cancel: ['ยกเลิก', 'ไม่บันทึก', 'เลิก', 'cancel'],
  /** Yes and no to a question that is asked before something is done. */
  agree: ['ยืนยัน', 'ตกลง', 'ใช่', 'ส่ง', 'ส่งเลย', 'ok', 'yes', 'confirm', 'send'],
  decline: ['ไม่', 'ไม่ใช่', 'ไม่ส่ง', 'ไม่เอา', 'no'],
  back: ['ย้อนกลับ', 'ถอยกลับ', 'กลับ', 'back'],
  skip: ['ข้าม', 'ข้ามไป', 'ข้ามข้อนี้', 'ข้ามไปก่อน', 'ข้ามก่อน', 'ขอข้าม', 'ขอข้ามก่อน', 'ขอข้ามข้อนี้', 'skip'],
} as const;
