/** What people type, Thai first, English too: words of commands and controls, and the small grammar around them. */

/** Words that begin a command, by its name; lower case, the longest match wins. */
export const commandWords = {
  report: ['รายงาน', 'รายงานผล', 'รายงานความก้าวหน้า', 'กรอกรายงาน', 'report'],
  mine: [
    'งานของฉัน',
    'งานฉัน',
    'งานของผม',
    'งานของดิฉัน',
    'งานของหนู',
    'งานที่รับผิดชอบ',
    'กิจกรรมของฉัน',
    'my work',
    'mine',
    'my activities',
  ],
  history: ['ประวัติ', 'ประวัติการรายงาน', 'ดูประวัติ', 'history'],
  undo: ['ยกเลิกรายงานล่าสุด', 'ยกเลิกรายงานเมื่อกี้', 'ถอนรายงานล่าสุด', 'ลบรายงานล่าสุด', 'undo', 'undo last report'],
  summary: ['สรุป', 'สรุปภาพรวม', 'ภาพรวม', 'สรุปสถานะ', 'summary'],
  status: ['สถานะ', 'ดูสถานะ', 'ขอดูสถานะ', 'status'],
  help: ['ช่วยเหลือ', 'ช่วยด้วย', 'วิธีใช้', 'วิธีใช้งาน', 'คำสั่ง', 'help', '?'],
  menu: ['เมนู', 'เมนูหลัก', 'menu'],
} as const;

/** Words that steer an open form, whoever types them instead of tapping. */
export const controlWords = {
  save: ['บันทึก', 'บันทึกทั้งหมด', 'ยืนยัน', 'ตกลง', 'save', 'save all', 'ok', 'confirm'],
  cancel: ['ยกเลิก', 'ไม่บันทึก', 'เลิก', 'cancel'],
  back: ['ย้อนกลับ', 'ถอยกลับ', 'กลับ', 'back'],
  skip: ['ข้าม', 'ข้ามไป', 'ข้ามข้อนี้', 'skip'],
} as const;

/** Particles and signs at the end of what was typed that change nothing. */
export const PARTICLES = /\s*(นะ)?(ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|ฮะ|ด้วยครับ|ด้วยค่ะ|หน่อย|please)$/u;
export const END_SIGNS = /[\s!.?ๆฯ]+$/u;

export const REGISTER = /^(?:ลงทะเบียน|ขอลงทะเบียน|register)\s*[:：]?\s*(.*)$/s;
export const LINK_GROUP = /^(?:เชื่อมกลุ่ม|เชื่อมต่อกลุ่ม|link group|linkgroup)\s*[:：]?\s*(.*)$/s;
export const AGREE = /^(ยอมรับ|ยินยอม|รับทราบ(และยินยอม)?|ตกลง|accept|agree|i agree)$/;

export const THANKS = /^(ขอบคุณ|ขอบใจ|ขอบพระคุณ|thank|thx)/;
export const GREETING = /^(สวัสดี|หวัดดี|ดีครับ|ดีค่ะ|ดีจ้า|อรุณสวัสดิ์|hello|hi\b)/;

/** A wish to change a report, as against taking it back. */
export const WANTS_CHANGE = /^(?!.*(ยกเลิก|ลบ|ถอน|ย้อน|undo|delete)).*(แก้|เปลี่ยน|correct|change)/is;

/** Words before a code. */
export const BEFORE_CODE = /^(กิจกรรม(ที่)?|ข้อ(ที่)?|รหัส|activity)\s*/;
/** Between the parts of a code. */
export const WITHIN_CODE = /ข้อ(ที่)?/g;
/** A page of a list, alone or at the end of an argument. */
export const PAGE = /^(.*?)\s*(?:หน้า(?:ที่)?|page)\s*(\d{1,3})$/;

/** Said that there is none. */
export const SAID_NONE = /^([-–—]+|ไม่มี|none|no)$/;
/** Polite words inside an answer that add nothing to it. */
export const POLITE = /ค่ะ|คะ|ครับ|จ้า/g;
