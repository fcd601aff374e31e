/** How people say that something is not to be undone after all, that what was undone is to come back, or yes and something else in one breath; plain text, read by confirmations and interpreters/going-back.ts. */

const BEFORE =
  '(?:ไม่ๆ|ไม่(?=[\\s,]+ไม่)|เดี๋ยว(?:ก่อน)?|อ้าว|เอ๊?ย|เอ้ย|ขอโทษ|โทษที|เปลี่ยนใจ(?:แล้ว)?|งั้น|ยัง|ๆ|no|,|\\s)*';
const AFTER = '(?:แล้ว|ดีกว่า|หรอก|ก่อน|เลย|ก็ได้|อันนี้|รายงาน(?:นี้)?|นะ|เถอะ|it|,|\\s)*';
const UNDONE = '(?:ยกเลิก|ลบ|ถอน|ทิ้ง|cancel|undo|delete|discard)';

/** "ไม่ๆ ไม่ยกเลิก", "อย่าเพิ่งลบ", "ไม่ได้จะยกเลิก". */
export const KEEPS = new RegExp(
  `^${BEFORE}(?:(?:ไม่(?:ได้)?(?:จะ|อยาก|ต้องการ|ต้อง|ให้)?|อย่า(?:เพิ่ง|พึ่ง)?|do not |don't )\\s*${UNDONE}|(?:คง|เก็บ|เอา)ไว้(?:ก่อน|เหมือนเดิม|ตามเดิม)?|keep)${AFTER}$`,
);
/** No to a question, in other words than its button's: "ไม่ต้องแล้ว", "ช่างมัน". */
export const DECLINES = new RegExp(
  `^${BEFORE}(?:ไม่(?:ต้อง|เอา|ทำ|ใช่|ดีกว่า)?|ไม่เป็นไร|ช่างมัน(?:เถอะ)?|never ?mind)${AFTER}$`,
);
/** "ใช่ค่ะ บันทึก": yes to a card; to a question whether something is to go it says both. */
export const AGREES_AND_SAVES =
  /^(?:(?:ใช่|ถูก(?:ต้อง)?|โอเค|ตกลง|ได้|เอาละ|yes|ok(?:ay)?)(?:แล้ว|เลย)?[\s,]*(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ)?[\s,]*)(?:ให้)?(?:บันทึก|save)(?:เลย|ได้เลย|ทั้งหมด| it)?$/;

/** "คืนเมื่อกี้เถอะ", "เอารายงานที่ลบไปกลับมา", "กู้คืนให้หน่อย". */
export const BRINGS_BACK =
  /^(?:ขอ|ช่วย|อยาก|รบกวน|งั้น|อ้าว|เปลี่ยนใจ(?:แล้ว)?|\s)*(?:(?:เอา|กู้|ดึง|เรียก)?คืน|(?:เอา|ดึง|กู้|นำ)(?:รายงาน|อัน|ตัว|ที่|ยกเลิก|ลบ|ถอน|เมื่อกี้|เดิม|นั้น|ไป|\s)*กลับ|bring (?:it|that) back|put it back)(?:คืน|มา|รายงาน|อัน|ตัว|ที่|เดิม|เหมือนเดิม|ยกเลิก|ลบ|ถอน|เมื่อกี้|นั้น|นี้|ไป|ให้|ที|หน่อย|เถอะ|ด้วย|ดีกว่า|ได้(?:ไหม|มั้ย)|\s)*$/;
