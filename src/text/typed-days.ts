/** How people name the days of a leave and the time to be reminded at: patterns of plain text, read by bot/leave-days.ts and bot/reminder-wish.ts. */

/** By ISO number, Monday first; "อาทิตย์" alone is a week. */
const WEEKDAYS = [
  '(?:วัน)?จันทร์|mon(?:day)?',
  '(?:วัน)?อังคาร|tue(?:s|sday)?',
  '(?:วัน)?พุธ|wed(?:nesday)?',
  '(?:วัน)?พฤหัส(?:บดี|ฯ)?|thu(?:rs|rsday)?',
  '(?:วัน)?ศุกร์|fri(?:day)?',
  '(?:วัน)?เสาร์|sat(?:urday)?',
  'วันอาทิตย์|sun(?:day)?',
] as const;
const WEEKDAY = WEEKDAYS.map((names) => `(${names})`).join('|');
/** Groups 1 to 7 are the weekdays, `next` is set for the one of next week. */
export const WEEKDAY_NAMED = new RegExp(
  `^(?:on )?(?:(?<next>next )|this )?(?:${WEEKDAY})(?![a-z]|\\s?ที่\\s?\\d)(?:(?<after>หน้า)|นี้|ที่จะถึง(?:นี้)?|ที่จะมาถึง)?`,
);

/** "วันจันทร์ที่ 22 มี.ค.": the date says it all. */
export const WEEKDAY_OF_DATE = /(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)\s?ที่\s?(?=\d)/g;

/** "สัปดาห์หน้า", and so for a month. */
export const WHOLE_WEEK = /^(?:ทั้ง|ตลอด|ตลอดทั้ง)?\s*(?:(?:สัปดาห์|อาทิตย์)(?:นี้|(หน้า))|this week|(next week))/;
export const WHOLE_MONTH = /^(?:ทั้ง|ตลอด|ตลอดทั้ง)?\s*(?:เดือน(?:นี้|(หน้า))|this month|(next month))/;
/** Said after either. */
export const AS_A_WHOLE = /^\s*(?:ทั้ง(?:สัปดาห์|อาทิตย์|เดือน))?$/;

/** Before the first day of a leave, before its last, and between the two. */
export const FROM_DAY = /^(?:ตั้งแต่|เริ่ม(?:ตั้งแต่|จาก)?|ระหว่าง|จาก|from|starting(?: on)?|between)\s*/;
export const UNTIL_DAY = /^(?:ไปจนถึง|จนถึง|ไปถึง|ถึง|จน|until|till|to)\s*/;
export const BETWEEN_DAYS = [
  /\s*(?:ไปจนถึง|จนถึง|ไปถึง|ถึง|\b(?:until|till|to|through)\b)\s*/,
  /\s*[-–—]\s*/,
] as const;
/** "5/3": a day in figures. */
export const IN_FIGURES = /^\d{1,2}\/\d/;
/** A day that has its year with it. */
export const NAMES_YEAR = /25\d\d|20\d\d|[^\d\s]\s*\d{2}(?:\s|$)|\/\d{1,2}\/\d{2}/;
/** Parts of a day: a leave is of whole days. */
export const PART_OF_DAY =
  /\s*(?:(?:ครึ่ง|ช่วง|ตอน|เฉพาะ)\s*(?:วัน|เช้า|บ่าย)?(?:เช้า|บ่าย)?|ทั้งวัน|เต็มวัน|วันเดียว|หนึ่งวัน|1 วัน|all day|half[- ]day)$/;
/** "3 วัน", "2 สัปดาห์ เริ่มพรุ่งนี้". */
export const LENGTH_FIRST =
  /^(?:อีก|เป็นเวลา|รวม|for)?\s*(\d{1,3})\s*(วัน|สัปดาห์|อาทิตย์|เดือน|days?|weeks?|months?)(?:ทำการ)?(?:\s*(?:ตั้งแต่|เริ่ม(?:ตั้งแต่|จาก)?|นับ(?:ตั้งแต่|จาก)|จาก|from|starting(?: on)?)\s*(.+))?$/;
/** "ตั้งแต่พรุ่งนี้ 3 วัน". */
export const LENGTH_LAST =
  /^(.+?)\s*(?:ไป|เป็นเวลา|รวม|อีก|for)*\s*(\d{1,3})\s*(วัน|สัปดาห์|อาทิตย์|เดือน|days?|weeks?|months?)(?:ทำการ)?$/;
export const IN_WEEKS = /สัปดาห์|อาทิตย์|week/;
export const IN_MONTHS = /เดือน|month/;
/** "5, 6 และ 7 มี.ค.": days of one month, and its name. */
export const LISTED_DAYS = /^(?:วันที่\s*)?(\d{1,2}(?:\s*(?:,|และ|กับ|\band\b)\s*\d{1,2})+)\s*(\D.*)$/;
export const BETWEEN_LISTED = /\s*(?:,|และ|กับ|and)\s*/;
/** A day without its month. */
export const DAY_NUMBER = /^(?:วันที่\s*)?(\d{1,2})$/;
/** "9 ธ.ค.": a day and the month behind it. */
export const DAY_OF_MONTH = /^(?:วันที่\s*)?\d{1,2}\s*(\D.*)$/;
/** Before figures that are a day. */
export const ON_DAY = 'วันที่ ';
/** A leave until some time that is no day, which is asked about. */
export const VAGUE_DAY =
  /^(?:สิ้น|ต้น|กลาง|ปลาย|เดือน|สัปดาห์|อาทิตย์|วัน|ปี|หลัง|เมื่อ|ตอน|กี่|ไม่มีกำหนด|end|next|until|when)/i;

/** What stands around the days of a leave in a sentence and names none. */
export const AROUND_LEAVE =
  /สวัสดี|เรียน|แจ้ง|ขออนุญาต|ขอ|รบกวน|ไม่สบาย|ป่วย|มีไข้|ผม|หนู|ดิฉัน|พี่|น้อง|จะ|ต้อง|เดี๋ยว|ค่ะ|คะ|ครับ|คับ|(?<!วัน|พรุ่ง)นะ|ด้วย|หน่อย|ก่อน|ไว้|ว่า|ไปราชการ|ติดราชการ|ไม่อยู่(?:ที่ทำงาน)?|ลา(?:ป่วย|กิจ|พัก(?:ร้อน|ผ่อน)|งาน|คลอด|บวช|หยุด)?|\b(?:i am|i'm|i will|i'll|be|on leave|away|sick leave|out of (?:the )?office)\b/g;
/** "หนูลา 1-5 มี.ค.": the writer's own leave, with its days behind it. */
export const OWN_LEAVE =
  /^(?:สวัสดี|เรียน|แจ้ง|ขออนุญาต|แอดมิน|ผม|หนู|ดิฉัน|ฉัน|พี่|น้อง|จะ|ต้อง|ขอ|เดี๋ยว|ค่ะ|คะ|ครับ|นะ|ว่า|\s)*ลา(?:ป่วย|กิจ|พัก(?:ร้อน|ผ่อน)|งาน|คลอด|บวช|หยุด)?\s*(?:[0-9]|วัน|ตั้งแต่|ถึง|พรุ่งนี้|มะรืน|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|สัปดาห์|อาทิตย์|ครึ่ง)/;
/** Said where it is asked who stands in. */
export const NO_STAND_IN =
  /^(?:ยัง)?ไม่(?:มี|ต้อง(?:มี)?|เอา|ให้)?\s*(?:คน|ใคร|ผู้)\S{0,12}(?:แทน|ให้|รับ)?(?:เลย|แล้ว|\s)*$|^ไม่(?:มี|ต้อง(?:มี)?)(?:คน)?แทน$|^nobody$|^no one$/;
/** Somewhere else, which is not called leave. */
export const STAYS_AWAY = /ไปราชการ|ติดราชการ|ไม่อยู่|out of (?:the )?office|i(?:'ll| will) be away/;
/** Whether somebody else can report in one's place. */
export const ASKS_STAND_IN =
  /(?:ฝาก|ให้|ขอให้)\S{0,40}(?:รายงาน|ส่ง|กรอก|ทำ)\s*(?:ให้|แทน)\S{0,10}(?:ได้ไหม|ได้มั้ย|ไหม|มั้ย|ได้หรือ|ได้รึ|ยังไง|อย่างไร)|(?:รายงาน|ทำ|ส่ง)แทน(?:กัน|ฉัน|ผม|หนู|พี่)?(?:ได้ไหม|ได้มั้ย|ยังไง|อย่างไร)|someone else report|report for me/;
