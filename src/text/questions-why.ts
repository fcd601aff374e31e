/** How people ask why one activity is late, or what stands in its way; plain text, read by the router's sentence interpreters. */

/** "1.2 ติดปัญหาฝนตก" tells what it is, and "ทำไม่ทัน" has other letters. */
const WHY =
  /ทำไม(?!่)|เพราะ(?:อะไร|เหตุใด)|เหตุใด|เหตุผล(?:อะไร|ที่)|สาเหตุ|เกิดอะไรขึ้น|(?:ติด(?:ขัด|ปัญหา|อุปสรรค)?|มีปัญหา|ปัญหา|อุปสรรค|มีอุปสรรค)(?:ของ|ที่|อยู่|\s)*(?:อะไร|ตรงไหน|ที่ไหน|เรื่อง(?:อะไร|ไหน|ใด)|คืออะไร)|\bwhy\b|what(?:'s| is) (?:wrong|holding|blocking|the problem)/;
/** What such a question has besides the name of the activity. */
const AROUND =
  /ทำไม(?!่)(?:ถึง|จึง)?|เพราะ(?:อะไร|เหตุใด)|เหตุใด|สาเหตุ(?:ที่)?|เกิดอะไรขึ้น(?:กับ)?|(?:ติด(?:ขัด|ปัญหา|อุปสรรค)?|มีปัญหา|ปัญหา|อุปสรรค)(?:ของ|ที่|อยู่|\s)*(?:อะไร|ตรงไหน|ที่ไหน|เรื่อง(?:อะไร|ไหน|ใด)|คืออะไร)|(?:ยัง)?ไม่(?:ได้)?(?:เสร็จ|เริ่ม|รายงาน|ส่ง|คืบหน้า|ทำ|ดำเนินการ|ไปไหน)(?:สักที|ซะที|เสียที)?|ล่าช้า|ช้า(?:จัง|มาก|ขนาดนี้|อยู่)?|เลยกำหนด|สักที|ซะที|อยู่|บ้าง|แล้ว|ครับ|คะ|ค่ะ|นะ|\b(?:why|is|so|late|not|yet|done|finished|what|wrong|with|holding|blocking|up|the|problem|of)\b|'s|\?/g;
/** Asked, whatever else is read in it: "ทำไม 3 ยังไม่เสร็จ" is no report. */
const SURELY = /ทำไม(?!่)|เพราะ(?:อะไร|เหตุใด)|เหตุใด|\bwhy\b/;
/** What is asked of the activity that was talked of last, where none is named. */
const NOT_DONE = /ช้า|ไม่|เลยกำหนด|\b(?:late|not)\b/;
/** How the bot itself behaves is another question, and what others asked is told. */
const OF_ELSE = /ต้อง(?:ถาม|กรอก|ส่ง|รายงาน|พิมพ์)|บอต|บอท|ระบบ|ได้ไหม|เตือน|ถาม(?:มา)?ว่า|บอกว่า|ตอบ/;

/** Longer texts tell something. */
const MOST_TEXT = 120;

export interface ReasonAsked {
  /** How the activity is named, '' for the last one. */
  named: string;
  surely: boolean;
}

/** @param plain typed words. @returns null where no reason is asked for. */
export function reasonAsked(plain: string): ReasonAsked | null {
  if (plain.length > MOST_TEXT || !WHY.test(plain) || OF_ELSE.test(plain)) return null;
  const named = plain.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  const surely = SURELY.test(plain);
  return named !== '' || (surely && NOT_DONE.test(plain)) ? { named, surely } : null;
}
