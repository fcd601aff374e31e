/** Words of speech that a signed report does without: particles at the end of a clause, asides before it, days told from where the speaker stands; the official report reads them. */

const CLAUSE_ENDS = '(?=$|[\\s,.!?)”"])';
/** "แล้วนะคะ", "ครบค่ะ" at the end of a clause; "ชนะ" and "สถานะ" keep their last syllable. */
export const CLAUSE_PARTICLES = new RegExp(
  `(?:(?<=แล้ว|เลย|ด้วย|หมด|ครบ|ดี|ไป|\\s)(?:นะ|น่ะ))?\\s?(?:ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|จ้า|จ้ะ|ฮะ)+(?:นะ)?${CLAUSE_ENDS}|(?<=แล้ว|เลย|ด้วย)(?:นะ|น่ะ)${CLAUSE_ENDS}`,
  'gu',
);
/** "อ้อ ลืมบอก", "แล้วก็", at the beginning of a line. */
export const OPENING_ASIDES =
  /^(?:(?:อ้อ|อ๋อ|เอ้อ|เออ|เอ่อ|อืม|อ้าว|เอ๊ะ|เอ๊ย|อุ๊ย|ลืม(?:บอก|แจ้ง|ใส่|พิมพ์)(?:ไป)?(?:ว่า)?|แล้วก็|คือว่า|สวัสดี|ขอโทษ(?:ที)?|ขออภัย|โทษที)(?:ค่ะ|คะ|ครับ|คับ|จ้า|นะ|ๆ)*(?:[\s,]+|(?<=ว่า|แล้วก็)))+(?=\S)/gmu;

/** A day told from where the speaker stands: how many days off, and what stands before it in its place. */
export const RELATIVE_DAYS: readonly { words: RegExp; days: number; before: string }[] = [
  { words: /เมื่อวานซืน(?:นี้)?/gu, days: -2, before: 'เมื่อวันที่ ' },
  { words: /(?:เมื่อวาน|วานนี้)(?:นี้)?/gu, days: -1, before: 'เมื่อวันที่ ' },
  { words: /เมื่อเช้า(?:นี้)?|เช้านี้/gu, days: 0, before: 'ช่วงเช้าวันที่ ' },
  { words: /เมื่อบ่าย(?:นี้)?|บ่ายนี้/gu, days: 0, before: 'ช่วงบ่ายวันที่ ' },
  { words: /(?<!ทุก|โครงการ)วันนี้/gu, days: 0, before: 'วันที่ ' },
  { words: /(?:วัน)?พรุ่งนี้/gu, days: 1, before: 'วันที่ ' },
  { words: /(?:วัน)?มะรืน(?:นี้)?/gu, days: 2, before: 'วันที่ ' },
];
/** The same of months. */
export const RELATIVE_MONTHS: readonly { words: RegExp; months: number }[] = [
  { words: /เดือน(?:ที่แล้ว|ก่อน(?!หน้า))/gu, months: -1 },
  { words: /(?<!ทุก|ใน)เดือนนี้/gu, months: 0 },
  { words: /เดือนหน้า/gu, months: 1 },
];
export const OF_MONTH = 'เดือน';
