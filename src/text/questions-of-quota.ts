/** How managers and administrators ask what is left of the month's paid messages; plain text, read by the router. */

const QUOTA = /โคว?ต้?า|\bquota\b/;
const MESSAGES = /ข้อความ|\bmessages?\b/;
const HOW_MANY =
  /เหลือ|เท่าไ|เท่าใด|กี่|พอ(?:ไหม|มั้ย|ใช้|หรือ|รึ|ถึง)|ใช้(?:ไป|แล้ว)|หมด(?:ยัง|หรือ|รึ|แล้วหรือ|ไหม)|\b(?:left|how many|remain\w*|enough|used)\b/;
/** Pupils' places and the like. */
const OF_ELSE = /[0-9]|ลบ|แก้|ผิด|นักเรียน|รับสมัคร|ที่นั่ง|ใครส่ง|ข้อความนี้/;

/** Longer texts tell something. */
const MOST_TEXT = 60;

/** @param plain typed words. */
export function quotaAsked(plain: string): boolean {
  if (plain.length > MOST_TEXT || OF_ELSE.test(plain)) return false;
  return (QUOTA.test(plain) || MESSAGES.test(plain)) && HOW_MANY.test(plain);
}
