/** How people say that what was in the way is over: "ปัญหาแก้แล้ว", "เรื่องชาวบ้านเคลียร์แล้ว"; plain text, read by the report dialog and by interpreters/obstacle-over.ts. */

const IS_OVER_NOW =
  '(?:(?:แก้(?:ไข)?|เคลียร์|คลี่คลาย|ตกลง(?:กัน)?|จัดการ|จบ|หมด|หาย|ผ่าน|เรียบร้อย)(?:ได้|เสร็จ|เรียบร้อย|จบ|ไป|กัน|หมด|\\s)*แล้ว|ไม่(?:มี|ติด)(?:อะไร|เหลือ)*แล้ว|(?:is|are|was|has been) (?:solved|over|resolved|gone))(?:ค่ะ|คะ|ครับ|คับ|นะ|จ้า|\\s)*';
const TROUBLE = '(?:ปัญหา(?:\\s*/?\\s*อุปสรรค)?|อุปสรรค|ข้อขัดข้อง|(?:the )?(?:problem|obstacle))';
const BEFORE = '^(?:(?:ขอ|ช่วย)?แก้(?:ไข)?(?!ปัญหา)|อัปเดต|ตอนนี้|ส่วน|\\s)*\\s*';
const TROUBLE_OVER = new RegExp(
  `${BEFORE}(?:${TROUBLE}(?:นี้|นั้น|เดิม|ที่แจ้ง(?:ไว้|ไป)*|ที่ติด|\\s)*${IS_OVER_NOW}|ไม่(?:มี|ติด)\\s*(?:${TROUBLE}|ขัด)(?:อะไร)?แล้ว(?:ค่ะ|คะ|ครับ|นะ|\\s)*)$`,
);
const MATTER_OVER = new RegExp(`${BEFORE}(?:เรื่อง|ปัญหา)(?:เรื่อง)?\\s*(\\S.{1,30}?)\\s*${IS_OVER_NOW}$`);
/** What is left of such a sentence where an obstacle was read in it; group 1 is what is told behind. */
export const OVER_FIRST = new RegExp(`^${IS_OVER_NOW}(?:\\s+(\\S[^]*))?$`);

/** @returns that an obstacle is over, with what it was where that is said; null for other words. */
export function obstacleOver(plain: string): { matter: string | null } | null {
  if (TROUBLE_OVER.test(plain)) return { matter: null };
  const matter = MATTER_OVER.exec(plain)?.[1];
  return matter === undefined ? null : { matter };
}
