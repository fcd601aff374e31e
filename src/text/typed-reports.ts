/** How people ask for the half-year reports, their files, and name a half: patterns of plain text. */

/** The half-year report asked for within a sentence: "ขอรายงานรอบ 6 เดือนหน่อย", "need the 12 month report". */
export const SIX_MONTHS =
  /รายงาน[^0-9]{0,12}(?:6|หก)\s*เดือน|รายงานครึ่งปี|\b6[ -]?months?\b.*report|report.*\b6[ -]?months?\b/;
export const TWELVE_MONTHS =
  /รายงาน[^0-9]{0,12}(?:12|สิบสอง)\s*เดือน|รายงานประจำปี|\b12[ -]?months?\b.*report|report.*\b12[ -]?months?\b/;
/** A report, whichever: a manager's of the office, an officer's own. */
export const SOME_REPORT =
  /^ขอ(?:ดู)?รายงาน$|^(?:ช่วย|ขอ|อยาก)?(?:พิมพ์|จัดทำ|ทำ|ออก|ดึง|ปริ้น|ปริ้นท์)รายงาน(?:ให้)?$|^(?:show|get) (?:me )?(?:the |a )?report$/;
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
