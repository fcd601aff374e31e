/** Words of speech that a signed report does without: particles at the end of a clause, asides before it, days told from where the speaker stands; the official report reads them. */

const CLAUSE_ENDS = '(?=$|[\\s,.!?)”"])';
/** "แล้วนะคะ", "ครบค่ะ", "จัดแล่วเด้อ" at the end of a clause; "ชนะ" and "สถานะ" keep their last syllable. */
export const CLAUSE_PARTICLES = new RegExp(
  `(?:(?<=แล้ว|เลย|ด้วย|หมด|ครบ|ดี|ไป|\\s)(?:นะ|น่ะ))?\\s?(?:ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|จ้า|จ้ะ|ฮะ|เด้อ|เน้อ|แหน่)+(?:นะ)?${CLAUSE_ENDS}|(?<=แล้ว|เลย|ด้วย)(?:นะ|น่ะ)${CLAUSE_ENDS}|(?<=[\\s0-9%])ละ(?=$|[\\n,.!)])`,
  'gu',
);
const POLITELY = '(?:ให้ทราบ|นะ|ค่ะ|คะ|ครับ|คับ|จ้า|เด้อ)';
/** "อ้อ ลืมบอก", "แล้วก็", "ขอรายงาน", "แจ้งว่า", "ฮู้บ่ว่า", at the beginning of a line; "รายงานประจำปี" and "แจ้งเวียน" are work. */
export const OPENING_ASIDES = new RegExp(
  `^(?:(?:อ้อ|อ๋อ|เอ้อ|เออ|เอ่อ|อืม|อ้าว|เอ๊ะ|เอ๊ย|อุ๊ย|ลืม(?:บอก|แจ้ง|ใส่|พิมพ์)(?:ไป)?(?:ว่า)?|แล้วก็|คือว่า|สวัสดี|ขอโทษ(?:ที)?|ขออภัย|โทษที)(?:ค่ะ|คะ|ครับ|คับ|จ้า|นะ|ๆ)*(?:[\\s,]+|(?<=ว่า|แล้วก็))|(?:ขออนุญาต|ขอ)(?:รายงาน|แจ้ง(?!ซ่อม|เวียน))(?:ผล(?=\\s|${POLITELY})|ความคืบหน้า|ความก้าวหน้า)?${POLITELY}*(?:ว่า)?[\\s,:]*|(?:รายงาน|(?:เรียน)?แจ้ง)(?:${POLITELY}+(?:ว่า)?|ว่า)[\\s,:]*|(?:ฮู้บ่|ฮู้ก่|รู้(?:ไหม|มั้ย|หรือยัง))(?:ว่า)[\\s,]*)+(?=\\S)`,
  'gmu',
);
/** A particle of a dialect, or of speech, at the end of all. */
export const SPOKEN_LAST = /(?:\s*(?:นะ)?(?:เด้อ|เน้อ|แหน่|จ้า|ฮะ|(?<=[\s0-9%])ละ))+$/u;
/** Signs between clauses that are left over at either end; a list keeps its dashes, "-2" and "498,700.-" are figures. */
export const LOOSE_ENDS = /^(?:[\s/|,;:]|[-–](?=\s)(?![^]*\n))+|(?:[\s/|,;:]|(?<=\s)[-–])+$/gu;

/** Letters and marks, no digits. */
const LETTER = /[\u0E01-\u0E4E]/u;
/** Longer runs are no word. */
const MOST_STRESS = 20;
/** @returns the text without letters that are repeated for stress: "ขนาดดดด" is "ขนาด"; "ททท" and "สสส" are names. */
export function withoutStress(text: string): string {
  return text.replace(/([\u0E01-\u0E4E])\1{2,}/gu, (run, letter: string, at: number, all: string) => {
    const isName = run.length === 3 && (/[สทป]/u.test(letter) || /[\u0E01-\u0E4E.]/u.test(all[at + 3] ?? ''));
    return LETTER.test(all[at - 1] ?? '') && !isName && run.length <= MOST_STRESS ? letter : run;
  });
}

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
