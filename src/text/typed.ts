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
  evidence: ['หลักฐาน', 'ดูหลักฐาน', 'รูปหลักฐาน', 'ขอดูหลักฐาน', 'evidence', 'photos'],
  undo: ['ยกเลิกรายงานล่าสุด', 'ยกเลิกรายงานเมื่อกี้', 'ถอนรายงานล่าสุด', 'ลบรายงานล่าสุด', 'undo', 'undo last report'],
  restore: ['คืนรายงาน', 'คืนรายงานล่าสุด', 'เรียกคืนรายงาน', 'กู้คืนรายงาน', 'restore', 'restore report'],
  resume: ['รายงานค้าง', 'รายงานที่ค้าง', 'รายงานค้างไว้', 'ทำรายงานต่อ', 'กรอกต่อ', 'resume', 'continue'],
  summary: ['สรุป', 'สรุปภาพรวม', 'ภาพรวม', 'สรุปสถานะ', 'summary'],
  status: ['สถานะ', 'ดูสถานะ', 'ขอดูสถานะ', 'status'],
  overdue: ['ล่าช้า', 'งานล่าช้า', 'กิจกรรมล่าช้า', 'เลยกำหนด', 'งานเลยกำหนด', 'overdue'],
  missing: ['ยังไม่รายงาน', 'ยังไม่ได้รายงาน', 'ใครยังไม่รายงาน', 'missing', 'not reported'],
  unreported: ['กิจกรรมที่ยังไม่รายงาน', 'งานที่ยังไม่รายงาน', 'unreported activities'],
  obstacles: [
    'ปัญหา',
    'อุปสรรค',
    'ปัญหาอุปสรรค',
    'ปัญหา/อุปสรรค',
    'ปัญหาและอุปสรรค',
    'รายการปัญหา',
    'obstacles',
    'problems',
  ],
  budget: ['งบประมาณ', 'ดูงบประมาณ', 'สรุปงบประมาณ', 'การใช้งบประมาณ', 'budget'],
  snooze: ['เตือนพรุ่งนี้', 'เตือนอีกครั้งพรุ่งนี้', 'ค่อยเตือนพรุ่งนี้', 'เลื่อนการเตือน', 'remind me tomorrow', 'snooze'],
  nudge: ['เตือน', 'ทวงถาม', 'nudge', 'remind'],
  assign: ['มอบหมาย', 'มอบหมายงาน', 'มอบหมายกิจกรรม', 'assign', 'hand over'],
  announce: ['ประกาศ', 'ประกาศแจ้ง', 'ส่งประกาศ', 'announce', 'broadcast'],
  away: [
    'ลา',
    'ขอลา',
    'ลาป่วย',
    'ลากิจ',
    'ลาพักผ่อน',
    'ลาถึง',
    'ขอลาถึง',
    'ลางานถึง',
    'ลาจนถึง',
    'ลาพักผ่อนถึง',
    'ลาป่วยถึง',
    'ลากิจถึง',
    'ไม่อยู่ถึง',
    'ลางาน',
    'away until',
    'away till',
    'away',
    'on leave until',
  ],
  return: [
    'กลับมาแล้ว',
    'กลับมาทำงานแล้ว',
    'ยกเลิกการลา',
    'ยกเลิกวันลา',
    'ยกเลิกใบลา',
    'ยกเลิกลา',
    'ขอยกเลิกการลา',
    'ขอยกเลิกวันลา',
    'ขอยกเลิกใบลา',
    'i am back',
    "i'm back",
    'back at work',
  ],
  form: ['กรอกในหน้าเว็บ', 'กรอกหน้าเว็บ', 'กรอกในเว็บ', 'กรอกผ่านเว็บ', 'แบบฟอร์ม', 'form', 'fill in on the web'],
  dashboard: ['แดชบอร์ด', 'แดชบอร์ต', 'ขอแดชบอร์ด', 'หน้าเว็บ', 'dashboard'],
  members: ['สมาชิก', 'รายชื่อสมาชิก', 'ดูสมาชิก', 'ผู้ใช้', 'รายชื่อผู้ใช้', 'members'],
  invite: ['เชิญ', 'เชิญสมาชิก', 'เชิญผู้ใช้', 'สร้างรหัสเชิญ', 'ขอรหัสเชิญ', 'รหัสเชิญ', 'invite'],
  console: ['จัดการ', 'จัดการระบบ', 'ตั้งค่า', 'ตั้งค่าระบบ', 'console', 'settings'],
  language: ['ภาษา', 'เปลี่ยนภาษา', 'language', 'change language'],
  sixMonths: [
    'รายงาน 6 เดือน',
    'รายงาน6เดือน',
    'รายงานรอบ 6 เดือน',
    'รายงานรอบ6เดือน',
    'รายงานหกเดือน',
    'รายงานครึ่งปี',
    'ขอรายงาน 6 เดือน',
    'ขอรายงานรอบ 6 เดือน',
    'report 6 months',
    'report 6 month',
    '6 month report',
    '6-month report',
    'half-year report',
  ],
  twelveMonths: [
    'รายงาน 12 เดือน',
    'รายงาน12เดือน',
    'รายงานรอบ 12 เดือน',
    'รายงานรอบ12เดือน',
    'รายงานสิบสองเดือน',
    'รายงานประจำปี',
    'ขอรายงาน 12 เดือน',
    'ขอรายงานรอบ 12 เดือน',
    'report 12 months',
    'report 12 month',
    '12 month report',
    '12-month report',
    'annual report',
  ],
  closePeriod: ['ปิดงวด', 'ปิดงวดรายงาน', 'ขอปิดงวด', 'ปิดรอบรายงาน', 'close period', 'close the period'],
  publish: [
    'เผยแพร่',
    'เผยแพร่รายงาน',
    'ขอเผยแพร่',
    'ขอเผยแพร่รายงาน',
    'ประกาศรายงานขึ้นเว็บ',
    'publish',
    'publish report',
  ],
  withdraw: [
    'ถอนการเผยแพร่',
    'ถอนเผยแพร่',
    'ถอนรายงานที่เผยแพร่',
    'ยกเลิกการเผยแพร่',
    'ยกเลิกเผยแพร่',
    'withdraw report',
    'unpublish',
  ],
  help: ['ช่วยเหลือ', 'ช่วยด้วย', 'วิธีใช้', 'วิธีใช้งาน', 'คำสั่ง', 'help', '?'],
  menu: ['เมนู', 'เมนูหลัก', 'menu'],
} as const;

/** Words that steer an open form, whoever types them instead of tapping. */
export const controlWords = {
  save: ['บันทึก', 'บันทึกเลย', 'บันทึกได้เลย', 'บันทึกทั้งหมด', 'ยืนยัน', 'ตกลง', 'save', 'save all', 'ok', 'confirm'],
  cancel: ['ยกเลิก', 'ไม่บันทึก', 'เลิก', 'cancel'],
  /** Yes and no to a question that is asked before something is done. */
  agree: ['ยืนยัน', 'ตกลง', 'ใช่', 'ส่ง', 'ส่งเลย', 'ok', 'yes', 'confirm', 'send'],
  decline: ['ไม่', 'ไม่ใช่', 'ไม่ส่ง', 'ไม่เอา', 'no'],
  back: ['ย้อนกลับ', 'ถอยกลับ', 'กลับ', 'back'],
  skip: ['ข้าม', 'ข้ามไป', 'ข้ามข้อนี้', 'skip'],
} as const;

/** Giving up what is open, in other words than the control's; plain text. */
export const CANCELS_FORM =
  /^(?:ขอ)?(?:(?:ยกเลิก|เลิก)(?:การ)?(?:รายงาน|กรอก)?(?:อันนี้|นี้)?(?:ไปก่อน|ก่อน|ไปเลย|เลย|ดีกว่า|ด้วย|ที)?(?:นะ)?|ไม่เอา(?:แล้ว|ดีกว่า|อันนี้)?|ไม่(?:บันทึก|รายงาน)แล้ว|ไม่ต้อง(?:บันทึก|รายงาน)(?:แล้ว)?|(?:ลบ)?ทิ้ง(?:ไปเลย|เลย|ไป)?|cancel (?:it|this|that|the report)|never ?mind|discard(?: it)?)$/;
export const NAMES_REPORT = /รายงาน|report/;

/** Particles and signs at the end of what was typed that change nothing; the last syllable of ตั้งค่า is none. */
export const PARTICLES =
  /(?:\s*(?:นะ|น่ะ)?(?:ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|(?<!ตั้ง|มูล|คุณ)ค่า|จ้า|จ้ะ|จ๊ะ|ฮะ|(?<!ช่วย)ด้วย|หน่อย|please))+$/u;
/** What a question may be wrapped in: "ขอดูสรุปทั้งหมดหน่อย" asks for the summary. */
export const ASKED_BEFORE =
  /^(?:(?:ขออนุญาต|รบกวน|ช่วย|อยาก|ต้องการ|ขอ|แสดง|เปิด|can i|could i|let me|please|show me|show)\s*)*(?:(?:ดู|ทราบ|รู้|เช็ค|เช็ก|ตรวจสอบ|เรียกดู|see|check|the)\s*)*/;
export const ASKED_AFTER = /(?:\s*(?:ให้|บ้าง|ทั้งหมด|ทุกกิจกรรม|ตอนนี้|ขณะนี้|ล่าสุด|หน่อย|ด้วย|ที|เลย|now|all))+$/;
/** After a question: all of its answer, not only what fits on the screen. */
export const IN_FULL = /^(.+?)\s*(?:แบบ|อย่าง|โดย)?(?:รายละเอียด|ละเอียด|in full|in detail|details?)$/;
const EMOJI =
  '(?:[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200d\\ufe0f\\u20e3]|\\(\\s*\\)|\\s)';
/** Emoji, and the brackets LINE leaves of its own, at either end of what was typed: they change nothing. */
export const DECORATED_BEFORE = new RegExp(`^${EMOJI}+`, 'u');
export const DECORATED_AFTER = new RegExp(`${EMOJI}+$`, 'u');
/** A whole text in brackets or quotation marks: “บันทึก”. */
export const WRAPPED = /^[“"'‘([「『](.+)[”"'’)\]」』]$/u;
export const END_SIGNS = /[\s!.?ๆฯ]+$/u;

export const REGISTER = /^(?:ลงทะเบียน|ขอลงทะเบียน|register)\s*[:：]?\s*(.*)$/s;
export const LINK_GROUP = /^(?:เชื่อมกลุ่ม|เชื่อมต่อกลุ่ม|link group|linkgroup)\s*[:：]?\s*(.*)$/s;
/** What an invite's code looks like: three groups, or letters with a figure, or as many letters as a code has. */
export const INVITE_CODE =
  /^(?:[a-z0-9]{2,6}(?:-[a-z0-9]{2,6})+|[a-z0-9]{4} [a-z0-9]{4} [a-z0-9]{2}|[a-z0-9]{10}|(?=\S*\d)[a-z0-9]{8,16})$/i;
/** A code has no Thai letters. */
export const NOT_A_CODE = /[ก-๙]/;
export const AGREE = /^(ยอมรับ|ยินยอม|รับทราบ(และยินยอม)?|ตกลง|accept|agree|i agree)$/;

export const THANKS = /^(ขอบคุณ|ขอบใจ|ขอบพระคุณ|thank|thx)/;
/** Put off until later, without a day or a figure. */
export const LATER =
  /^(?:(?:โอเค|โอเช|ได้|รับทราบ|ok(?:ay)?)\s*(?:ครับ|ค่ะ|คะ|จ้า)?\s*)?(?:เดี๋ยว(?:จะ|มา|ค่อย|พรุ่งนี้)*(?:ตอบ|รายงาน|ส่ง|แจ้ง|กรอก|พิมพ์|ทำ|มา|ก่อน|บอก|ดู|$)|รอ(?:สัก|แป๊บ|แปป|ก่อน|เดี๋ยว)|สักครู่|แป๊บ|แปป|ไว้(?:จะ|ค่อย)*(?:ตอบ|ส่ง|รายงาน|ก่อน)|ขอ(?:คิด|เช็ค|เช็ก|ถาม|ตรวจสอบ)(?:ดู)?ก่อน|later\b|one moment|wait\b)/;
/** Said in answer, with nothing to be done. */
export const ACKNOWLEDGED =
  /^(?:รับทราบ|ทราบ(?:แล้ว)?|โอเค|โอเช|okay|ได้(?:เลย)?|ไม่เป็นไร|ไม่เป็นไรแล้ว|เข้าใจแล้ว|ยินดี(?:ด้วย)?|เยี่ยม(?:มาก|เลย)?|ดีมาก|เก่งมาก|สุดยอด|สู้ๆ?|5{3,}\+*|(?:ฮ่า)+|great|got it|noted)$/;
export const GREETING = /^(สวัสดี|หวัดดี|ดีครับ|ดีค่ะ|ดีจ้า|อรุณสวัสดิ์|hello|hi\b)/;

/** A wish to change a report, as against taking it back. */
export const WANTS_CHANGE = /^(?!.*(ยกเลิก|ลบ|ถอน|ย้อน|undo|delete)).*(แก้|เปลี่ยน|correct|change)/is;

/** Words before a code. */
export const BEFORE_CODE = /^(กิจกรรม(ที่)?|ข้อ(ที่)?|รหัส|activity)\s*/;
/** A text about another activity than the one asked about: "1.2 1) …", "ข้อ 3 …"; "1. …" is the first of a list. */
export const BEGINS_WITH_CODE = /^\s*(?:(?:กิจกรรม(?:ที่)?|ข้อ(?:ที่)?|รหัส|activity)\s*[0-9]|[0-9]{1,2}[.-][0-9])/i;
/** Between the parts of a code. */
export const WITHIN_CODE = /ข้อ(ที่)?/g;
/** A page of a list, alone or at the end of an argument. */
export const PAGE = /^(.*?)\s*(?:หน้า(?:ที่)?|page)\s*(\d{1,3})$/;

/** Said that there is none. */
export const SAID_NONE = /^([-–—]+|ไม่มี(?:แล้ว|เลย|อะไร)?|none|no)$/;
/** Polite words inside an answer that add nothing to it. */
export const POLITE = /ค่ะ|คะ|ครับ|จ้า/g;

/** `1.2 ให้ สมศรี`: an activity and who gets it. */
export const ASSIGN_TO = /^(.*?)\s*(?:ให้กับ|ให้แก่|ให้|แก่|\bto\b)\s*(\S.*)$/is;
/** Titles before a name, which people leave out or add as they like; what is left must begin as a name does. */
export const NAME_TITLES =
  /^(?:(?:นางสาว|น\.?ส\.|นาง|นาย|คุณครู|คุณหมอ|คุณ|ท่าน|พี่|น้อง|ลุง|ป้า|น้า|อา(?=จารย์)|อาจารย์|ครู|หมอ|ดร\.?|ผศ\.|รศ\.|อ\.|รองผู้อำนวยการ|รอง\s?ผอ\.?|ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.|ว่าที่\s?ร\.?[ตทอ]\.?|ว่าที่ร้อย(?:ตรี|โท|เอก)|จ่า(?:เอก|โท|ตรี)?|ส\.[ตทอ]\.|พ\.[ตทอ]\.[ตทอ]?\.?|ร\.[ตทอ]\.[ตทอ]?\.?|ด\.ต\.|miss|mrs\.?|mr\.?|ms\.?|dr\.|khun)\s*)+(?=[ก-ฮเ-ไa-z].)/;
/** A leave until some time that is no day, which is asked about. */
export const VAGUE_DAY = /^(?:สิ้น|ต้น|กลาง|ปลาย|เดือน|สัปดาห์|อาทิตย์|วัน|ปี|หลัง|เมื่อ|ตอน|กี่|end|next|until|when)/i;
/** Languages as people name them. */
export const LANGUAGE_NAMES = {
  th: ['ไทย', 'ภาษาไทย', 'thai', 'th'],
  en: ['อังกฤษ', 'ภาษาอังกฤษ', 'english', 'eng', 'en'],
} as const;

/** The half-year report asked for within a sentence: "ขอรายงานรอบ 6 เดือนหน่อย", "need the 12 month report". */
export const SIX_MONTHS =
  /รายงาน[^0-9]{0,12}(?:6|หก)\s*เดือน|รายงานครึ่งปี|\b6[ -]?months?\b.*report|report.*\b6[ -]?months?\b/;
export const TWELVE_MONTHS =
  /รายงาน[^0-9]{0,12}(?:12|สิบสอง)\s*เดือน|รายงานประจำปี|\b12[ -]?months?\b.*report|report.*\b12[ -]?months?\b/;
/** The same for any other number of months, of which there is no report; asked after those two. */
export const OTHER_MONTHS =
  /^(?:ขอ|ดู|ช่วย|ทำ|จัดทำ|พิมพ์|\s)*รายงาน(?:ผล|ความก้าวหน้า|รอบ|งวด|ราย|\s)*(?:(?:[0-9]{1,2}|สาม|เก้า)\s*เดือน|ไตรมาส).{0,12}$|^(?:(?:show|need|want|get|make|please|i|me|the|a)\s+)*(?:report (?:for |of )?[0-9]{1,2}[ -]?months?|[0-9]{1,2}[ -]?months? report)$/;
/** Kinds of files as people name them. */
export const FILE_WORDS = {
  docx: /word|docx?|เวิร์ด|เวิด/,
  xlsx: /excel|xlsx?|เอ็กเซล|เอกเซล|เอ็กเซลล์/,
  pdf: /pdf|พีดีเอฟ/,
} as const;
/** What may stand around the kind of file and adds nothing. */
export const AROUND_FILE =
  /เป็น|แบบ|ไฟล์|รูปแบบ|ขอ|หน่อย|ด้วย|ที|นะ|ครับ|ค่ะ|คะ|\b(?:as|in|file|format|please|an?)\b/g;
/** The half named after "ปิดงวด": `6 เดือน`, `รอบ 12 เดือน`, `2`. */
export const HALF_NAMED = {
  1: /^(?:รอบ|งวด|ที่|ครึ่งปี|half)*\s*(?:6\s*(?:เดือน|months?)|1|แรก)$/,
  2: /^(?:รอบ|งวด|ที่|ครึ่งปี|half)*\s*(?:12\s*(?:เดือน|months?)|2|หลัง)$/,
} as const;
/** Any other period named there. */
export const PERIOD_NAMED = /^(?:รอบ|งวด|ที่|\s)*(?:[0-9]{1,2}\s*(?:เดือน|months?)?|ไตรมาส.{0,12})$/;
