/** How people say when they want to be reminded, or not: patterns of plain text, read by bot/reminder-wish.ts. */

const REMIND = '(?:การ)?(?:แจ้ง)?เตือน(?!ภัย|สติ)|remind(?: me)?|snooze';
const LEAD =
  '(?:ขออนุญาต|รบกวน|ขอ|ช่วย|ฝาก|ให้|อยากให้|ค่อย|ไว้|เดี๋ยว|เลื่อน|ต่อไป|บอท|บอต|ระบบ|โอเค|ok|ได้|รับทราบ|ค่ะ|คะ|ครับ|please|\\s)*';
const STOPS = "(?:อย่า(?:เพิ่ง|พึ่ง)?|ไม่ต้อง|ไม่อยากให้|งด|หยุด|พัก|ห้าม|do not|don't|stop)\\s*(?:ส่ง)?(?:มา)?";

/** "ช่วยเตือนอีกทีวันจันทร์", "อย่าเตือนตอนเช้า": whether it is not to come, and when. */
export const WISH_FIRST = new RegExp(`^${LEAD}(?<stops>${STOPS})?\\s*${LEAD}(?:${REMIND})(?<when>.+)$`);
/** "อีก 3 วันค่อยเตือน". */
export const WISH_LAST = new RegExp(
  `^(?<when>.+?)${LEAD}(?<stops>${STOPS})?\\s*${LEAD}(?:${REMIND})(?:อีกที|อีกครั้ง|ใหม่|มา|ก็ได้|ได้ไหม|ได้มั้ย|ได้|ไหม|ละกัน|แล้วกัน|ดีกว่า|\\s)*$`,
);
/** Said around the time, and adds nothing. */
export const WISH_FILLER =
  /^(?:อีกที|อีกครั้ง|อีกรอบ|ใหม่|ได้ไหม|ได้มั้ย|ได้ป่าว|ก็ได้|ได้|ไหม|มั้ย|ละกัน|แล้วกัน|ดีกว่า|หน่อย|ก่อน|แทน|ด้วย|ค่อย|นะ|มา|ไป|เป็น|ช่วง|ตอน|เวลา|ใน|ที่|ให้|ฉัน|ผม|หนู|ดิฉัน|กับ|และ|หรือ|สักครั้ง|ครั้ง|ที|,|\s|again|please|\bme\b|\bon\b|\bat\b|\bin\b|\bthe\b|\band\b)/;
export const WISH_UNTIL = /^(?:ไปจนถึง|จนถึง|จนกว่าจะถึง|จนกว่า|ไปถึง|ถึง|จน|until|till)/;
export const WISH_USUAL = /^(?:ตามปกติ|ปกติ|ตามเดิม|เหมือนเดิม|เวลาเดิม|as usual|as before)/;
/** For good, as against once. */
export const WISH_EVERY = /^(?:ทุก ?ๆ?|เฉพาะ|แค่|เป็นประจำ|ประจำ|ตลอด|every|only|always)(?!\s?วัน(?:$|\s|ที่\d))/;
export const WISH_DAILY = /^(?:ทุก ?ๆ? ?วัน|every ?day|daily)(?!จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ที่)(?:ทำการ)?/;
/** "อีก 3 วัน", "2 ชั่วโมง". */
export const WISH_AFTER =
  /^(?:อีก|ภายใน)?\s*(?:(?<half>ครึ่ง)|(?<count>\d{1,3}))\s*(?:(?<minutes>นาที|minutes?|min)|(?<hours>ชั่วโมง|ชม\.?|hours?)|(?<days>วัน|days?)|(?<weeks>สัปดาห์|อาทิตย์|weeks?))(?:ข้างหน้า|ทำการ)?/;
export const WISH_WEEK = /^(?:(?:ต้น|กลาง)?(?:สัปดาห์|อาทิตย์)หน้า|next week)/;
export const WISH_MONTH = /^(?:(?:ต้น)?เดือนหน้า|next month)/;

/** Times of the day; `hour` with its part of the day, or a part alone. */
export const CLOCK = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:\s*(?:น\.?|นาฬิกา))?(?!\d)/;
export const AFTERNOON_HOUR = /^บ่าย\s*(?:(?<hour>[1-5])\s*(?:โมง)?|โมง)(?<half>ครึ่ง)?/;
export const HOUR =
  /^(?<hour>\d{1,2})\s*(?:(?<morning>โมงเช้า|am\b)|(?<evening>โมงเย็น|pm\b)|(?<night>ทุ่ม)|โมง|น\.?(?![ก-๙])|นาฬิกา|o'?clock)(?<half>ครึ่ง)?/;
export const NOON = /^(?:เที่ยง(?:วัน)?|noon)(?<half>ครึ่ง)?/;
/** Parts of the day with the time they stand for; morning is when the office sends anyway. */
export const PARTS = [
  { names: /^(?:เช้าๆ?|in the morning|morning)/, part: 'morning', time: null },
  { names: /^(?:สายๆ?|late morning)/, part: 'morning', time: '10:00' },
  { names: /^(?:บ่ายๆ?|afternoon)/, part: 'later', time: '13:00' },
  { names: /^(?:เย็นๆ?|evening)/, part: 'later', time: '16:00' },
  { names: /^(?:ค่ำๆ?|กลางคืน|ดึกๆ?|night)/, part: 'later', time: '20:00' },
] as const;
/** Numbers as words; the longer ones first. */
export const NUMBER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/สิบเอ็ด/g, '11'],
  [/สิบสอง/g, '12'],
  [/สิบห้า/g, '15'],
  [/สิบ/g, '10'],
  [/หนึ่ง/g, '1'],
  [/สอง/g, '2'],
  [/สาม/g, '3'],
  [/สี่/g, '4'],
  [/ห้า/g, '5'],
  [/หก/g, '6'],
  [/เจ็ด/g, '7'],
  [/แปด/g, '8'],
  [/เก้า/g, '9'],
];
