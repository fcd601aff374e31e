/** How managers name a part of the plan in a question: somebody's, or a unit's; plain text, read by the commands that can be narrowed to one. */

const UNIT = '(?:กลุ่มงาน|กลุ่มสาระ(?:การเรียนรู้)?|กลุ่ม|ฝ่าย|แผนก|สำนัก|กอง|ส่วน|ศูนย์|หน่วย|งาน|section|division|unit)';
/** Before the name of a unit: people leave it out or take another one. */
export const UNIT_WORDS = new RegExp(`^(?:${UNIT}\\s*)+(?=\\S{3})`);
/** A name that can only be a unit's; none of whom the work is for. */
export const NAMES_UNIT =
  /^(?:กลุ่มงาน|กลุ่มสาระ(?:การเรียนรู้)?|กลุ่ม|ฝ่าย|แผนก|กอง|ศูนย์)\s*(?!ไหน|ใด|อะไร|อื่น|นี้|นั้น|เป้าหมาย|ตัวอย่าง|ผู้|คน|นักเรียน|โรงเรียน|ไลน์|line|ทั้งหมด|ต่าง|งาน$|สาระ$)\S{2,}/;
/** Between the names of several units; "และ" stands within one, too. */
export const BETWEEN_UNITS = /\s*[,;/\n]\s*|\s*(?:และ|ร่วมกับ)\s*(?=กลุ่ม|ฝ่าย|แผนก|กอง|ศูนย์)/;
/** Behind a command: "ล่าช้าของ วิภา". */
export const OF_PART = /^(?:ของ|of\b)\s*(\S.*)$/;
/** The asker's own. */
export const OF_MINE = /ของ\s*(?:ฉัน|ชั้น|ผม|หนู|ดิฉัน|ตัวเอง|เรา(?!ชา))|\b(?:my|mine)\b/;
/** What no part of the plan is called by. */
export const NO_PART = /[0-9]|เพราะ|เนื่องจาก|คือ|ว่า/;
