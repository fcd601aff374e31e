/** How managers ask about people, obstacles, time and money in their own words: signs that stand in a plain text in any order, and for wishes (announcing, chasing, administrators' work) whole sentences. */
import { dueAsked } from './questions-of-time.ts';
import { NAME_TITLES } from './typed.ts';

const WHO =
  /ใคร|ผู้ใด|ท่านใด|คนไหน|คนใด|คนที่|ครูที่|คนยัง|กี่คน|กี่ท่าน|กี่ราย|รายชื่อ|ทุกคน|\b(?:who|anyone|anybody|everyone|everybody)\b/;
const TELL = '(?:ส่ง|รายงาน|กรอก|อั[ปพ]เดต|อั[ปพ]เดท|แจ้ง|ตอบ|เข้ามา|update|report|submit|sen[dt])';
/** "ยังไม่ส่ง", "ไม่ได้รายงาน", "ค้างส่ง", "ขาดใคร". */
const NOT_TOLD = new RegExp(
  `(?:ไม่|มิ)(?:ได้|เคย|ยอม|ค่อย|มี(?:การ)?|เห็น|ทัน)*\\s*(?:ทำ|มา)?${TELL}|ไม่ครบ|ค้าง|ขาด(?:ใคร|คนไหน|ใด|ส่ง|รายงาน|อีก|บ้าง|$)|(?:not|n't)\\s+(?:yet\\s+)?${TELL}|missing|outstanding`,
);
const TOLD = new RegExp(`${TELL}(?:งาน|ผล|กัน|มา|เข้ามา|ข้อมูล|รายงาน|ed)*\\s*(?:แล้ว|ครบ|บ้าง|$)`);
/** "ส่งครบหรือยัง". */
const ALL_TOLD = new RegExp(
  `${TELL}(?:งาน|ผล|กัน|มา|ข้อมูล|รายงาน)*\\s*(?:ครบ).{0,14}(?:ยัง|ไหม|มั้ย|ไม๊|หรือ|รึ)|(?:has|have) (?:everyone|everybody|all) `,
);
const WHICH_WORK =
  /(?:กิจกรรม|งาน|โครงการ|ข้อ|ตัวชี้วัด)\s*(?:ไหน|ใด|อะไร|ที่ยัง|ที่ค้าง)|\bwhich (?:activit|project|work)/;
/** What else people leave undone. */
const OF_OTHER_THINGS = /เงินยืม|ยืมเงิน|ใบสำคัญ|ประชุม|เวร|ลงเวลา/;

const TROUBLE =
  /ปัญหา|อุปสรรค|ติดขัด|ขัดข้อง|สะดุด|ติด(?:อะไร|อยู่|ตรงไหน|ที่ไหน|ที่ใคร|เรื่อง(?:อะไร|ไหน|ใด))|อะไรติด|\b(?:problem|obstacle|issue|trouble)s?\b|\b(?:stuck|blocked)\b/;
const ASKING =
  /อะไร|ไหน|ใด|ใคร|บ้าง|ไหม|มั้ย|ไม๊|หรือ|รึ|ยัง(?:ไง)?$|อย่างไร|เท่าไ|เท่าใด|กี่|\?|^(?:สรุป|รวม|รายการ|ทุก|ขอ|ดู)|\b(?:what|which|any|list|where|who|how)\b/;
/** A question how to mend something, or whom to ask, is no question what is wrong. */
const SEEKS_HELP = /ติดต่อ|ปรึกษา|(?:ทำ|แก้(?:ไข)?|ต้อง\S{0,6})\s*(?:ยังไง|อย่างไร|ไง)|ถามใคร/;

const LATE =
  /ล่าช้า|เลย(?:กำหนด|เวลา|วัน)|เกินกำหนด|ช้า(?:กว่า|บ้าง|สุด|อยู่|$)|ไม่ทัน|\b(?:overdue|late|behind|delayed)\b/;

/** งบ by itself: "ส่งบ้าง" has its letters too. */
const MONEY =
  /งบ(?![\p{M}าะำ])|เงิน|ตัง(?:ค์)?(?=\s|ไป|แล้ว|เหลือ|อีก|เท่า|หมด|$)|ใช้จ่าย|ใช้(?:ไป|แล้ว|ไปแล้ว)\s*(?:เท่าไ|เท่าใด|กี่บาท)|เบิก|\b(?:budget|money|spent|spend|spending)\b/u;
const AMOUNT =
  /เหลือ|เท่าไ|เท่าใด|เท่าไร|กี่บาท|กี่เปอร์|กี่\s?%|แค่ไหน|ถึงไหน|หมด(?:แล้ว)?(?:หรือ)?ยัง|พอ(?:ไหม|มั้ย|หรือ)|เกิน(?:ไหม|มั้ย|หรือ|บ้าง)|อย่างไร|ยังไง|\b(?:how much|left|remain\w*)\b/;
/** All that such a question has besides the name of what it is about. */
const AROUND_MONEY =
  /(?:งบประมาณ|งบ|เงิน|การใช้จ่าย|ใช้จ่าย|ใช้|เบิกจ่าย|เบิก|คงเหลือ|เหลือ|ของ|อยู่|ไป|แล้ว|อีก|เท่าไหร่|เท่าไร|เท่าใด|เท่าไหร|กี่บาท|กี่เปอร์เซ็นต์|แค่ไหน|ถึงไหน|มี|ได้|ยัง|โครงการ|กิจกรรม|งาน|ทั้งหมด|ตอนนี้|หมด|พอ|ไหม|มั้ย|หรือ|how much|is left|money|budget|left|for|of|\s)+/g;

/** "ส่งหรือยัง", "รายงานรึยัง", "ส่งยัง", of somebody. */
const ASKS_IF_TOLD = new RegExp(
  `${TELL}(?:งาน|ผล|รายงาน|ข้อมูล|มา|กัน|เดือนนี้|แล้ว)*\\s*(?:หรือ|รึ)?\\s*(?:ยัง|ไหม|มั้ย|เปล่า)|(?:ได้)?${TELL}(?:งาน|ผล|รายงาน|ข้อมูล|มา)*\\s*ครบ(?:ไหม|มั้ย|ยัง|หรือ|รึ)|has .{1,40}(?:sent|reported)`,
);

export type QuestionTopic = 'missing' | 'unreported' | 'obstacles' | 'overdue' | 'soon' | 'urgent' | 'budget';

/** Longer texts tell something. */
const MOST_TEXT = 100;

/** @param plain typed words without what does not matter. @returns what a question is about; null when nothing of it is asked. */
export function askedOf(plain: string): QuestionTopic | null {
  if (plain.length > MOST_TEXT || SEEKS_HELP.test(plain)) return null;
  if (MONEY.test(plain) && AMOUNT.test(plain)) return 'budget';
  if (!OF_OTHER_THINGS.test(plain)) {
    if (NOT_TOLD.test(plain) && WHICH_WORK.test(plain)) return 'unreported';
    if (ALL_TOLD.test(plain) || (WHO.test(plain) && (NOT_TOLD.test(plain) || TOLD.test(plain))))
      return 'missing';
  }
  if (TROUBLE.test(plain) && ASKING.test(plain)) return 'obstacles';
  const due = dueAsked(plain);
  if (due) return due;
  return LATE.test(plain) && ASKING.test(plain) ? 'overdue' : null;
}

/** @param plain typed words that name a part of the plan and ask something of it. @returns what that is; null for how it stands. */
export function askedOfPart(plain: string): QuestionTopic | null {
  const asked = askedOf(plain);
  if (asked) return asked;
  if (ASKS_IF_TOLD.test(plain) || NOT_TOLD.test(plain)) return 'missing';
  if (TROUBLE.test(plain)) return 'obstacles';
  if (LATE.test(plain)) return 'overdue';
  return MONEY.test(plain) ? 'budget' : null;
}

/** @returns the name of what a question about money is about, '' for none. */
export function nameInMoney(plain: string): string {
  return plain.replace(AROUND_MONEY, ' ').trim();
}

/** "งานของสมศรีถึงไหนแล้ว": what stands before somebody's name, and after it. */
const BEFORE_NAME =
  /^(?:ทำไม(?!่)(?:ถึง)?|เพราะอะไร|แล้ว|ขออนุญาต|รบกวน|ช่วย|อยาก|ต้องการ|ขอ(?!ง)|แสดง|เปิด|ดู|ทราบ|รู้|เช็[คก]|ตรวจสอบ|show me|show|see|\s)*(?:(?:สรุป(?:ผล)?|ภาพรวม|สถานะ|ความคืบหน้า|ความก้าวหน้า|ผลงาน|ภาระงาน|งาน|กิจกรรม|โครงการ|รายงาน|ปัญหา|อุปสรรค|งบประมาณ|งบ|เงิน|การใช้จ่าย|status|work|progress|problems|budget)\s*(?:ที่|ใน)?\s*)*(?:ของ|รับผิดชอบโดย|โดย|of\b)?\s*/;
const AFTER_NAME =
  /(?:\s*(?:ล่ะ|ละ|อ่ะ|อะ(?!ไร)|ทำ|ไป|มี|เป็น|ได้|ส่ง|รายงาน|กรอก|ค้าง|ติด|เหลือ|งาน|กิจกรรม|ผล|ถึงไหน|ถึง|อะไร|อย่างไร|ยังไง|ไง|บ้าง|แล้ว|หรือเปล่า|รึเปล่า|หรือ|รึ|ยัง|ไหม|มั้ย|ไม๊|อยู่|กี่อย่าง|กี่บาท|กี่เปอร์เซ็นต์|กี่|เท่าไหร่|เท่าไร|เท่าใด|แค่ไหน|ทั้งหมด|ครบ|ไม่|เสร็จ|คืบหน้า|ใคร|ให้|ล่าช้า|ช้า|เลยกำหนด|เกินกำหนด|เกิน|ปัญหา|อุปสรรค|ติดขัด|ขัดข้อง|ตรงไหน|เรื่อง|ใช้จ่าย|ใช้|เบิกจ่าย|เบิก|งบประมาณ|งบ|(?<!การ)เงิน|ตัง(?:ค์)?|คงเหลือ|อีก|พอ|หมด|รับผิดชอบ|ดูแล|หน่อย|ตอนนี้|เดือนนี้|[ใไ]กล้(?:จะ)?|จวน(?:จะ)?|กำหนด|เวลา|ต้อง|เร่ง|รีบ|ด่วน|ก่อน|ไหน|doing))+$/;
/** "ตามคุณวิภาหน่อย", "ทวงงานสมศรี": somebody is to be asked. */
const CHASES =
  /^(?:ช่วย|ฝาก|รบกวน|ขอ)*\s*(?:ตาม|ทวง(?:ถาม)?|เตือน|เร่ง|สะกิด|nudge|remind|chase)\s*(?:งาน|เรื่อง|ผล|รายงาน|ของ|กับ|ไปที่|ให้)*\s*(\S.*)$/;
/** "ช่วยบอกสมศรีให้รีบหน่อย": the same, told what to do. */
const TELLS_TO =
  /^(?:ช่วย|ฝาก|รบกวน|ขอ)*\s*(?:บอก|แจ้ง)\s*(\S.{0,40}?)\s*ให้\s*(?:รีบ|เร่ง|ส่ง|รายงาน|กรอก|ทำ)\S*(?:\s*(?:งาน|รายงาน|ด้วย|หน่อย|ที))*$/;
/** "บอกทุกคนว่า…": words for everybody. */
const TELLS_ALL =
  /^(?:ช่วย|ฝาก|รบกวน|ขอ)*\s*(?:บอก|แจ้ง|ประกาศ)\s*(?:ให้)?\s*(?:ทุกคน|ทุกท่าน|ทั้งหมด|เจ้าหน้าที่ทุกคน)\s*(?:ทราบ)?\s*(?:ว่า|ให้|:)?\s*(\S[^]*)$/;

/** "ประชุมพรุ่งนี้ 9 โมง แจ้งทุกคนด้วย". */
const TELLS_ALL_LAST =
  /^(\S[^]*?)[\s,]*(?:ช่วย|ฝาก|รบกวน|ขอ)*\s*(?:แจ้ง|บอก|ประกาศ)\s*(?:ให้)?\s*(?:ทุกคน|ทุกท่าน|เจ้าหน้าที่ทุกคน)(?:ใน\S{1,10}?)?(?:ทราบ|รู้)?(?:ด้วย|หน่อย|ที)(?:นะ|ครับ|ค่ะ|คะ|\s)*$/;

/** @param text as typed. @returns what everybody is to be told; null when it is no such wish. */
export function announcedIn(text: string): string | null {
  const told = text.trim();
  return TELLS_ALL.exec(told)?.[1] ?? TELLS_ALL_LAST.exec(told)?.[1] ?? null;
}

/** Whose an activity is. */
export const ASKS_OWNER =
  /ใคร(?:เป็นคน|เป็น|ที่)?(?:ดูแล|รับผิดชอบ|ทำ)|ของใคร|ผู้รับผิดชอบ(?:คือ)?(?:ใคร)?$|who (?:is responsible|owns|does)/;
/** Everybody who owes something. */
export const EVERYBODY =
  /^(?:ทั้งหมด|ทุกคน|คนที่(?:ยัง)?ไม่\S{0,12}|คนที่ค้าง\S{0,12}|ที่เหลือ(?:ทั้งหมด)?|all|everybody|everyone)$/;

/** @returns how somebody may be named in a question of their work, the likeliest first. */
export function namesAsked(plain: string): string[] {
  const rest = plain.replace(BEFORE_NAME, '').trim();
  return [...new Set([plain, rest, rest.replace(AFTER_NAME, '').trim()])].filter((name) => name !== '');
}

/** Words that no person is named by. */
const NOT_A_NAME =
  /ฉัน|ผม|หนู|เรา|หน่วยงาน|สำนักงาน|โรงเรียน|เขต|กลุ่ม|ฝ่าย|แผนก|คน|เดือน|ปี|สัปดาห์|วัน|ไตรมาส|แผน|โครงการ|กิจกรรม|งาน|ใคร|อะไร|ไหน|ทั้งหมด|[0-9?]|\b(?:my|our|month|week|year|all|the)\b/;
/** "งานของ…": a person's name follows, or a title begins it. */
const ASKS_FOR_WORK =
  /(?:งาน|กิจกรรม|สถานะ|ความคืบหน้า|ความก้าวหน้า|รายงาน|โครงการ|work|progress|status)\s*(?:ที่|ใน)?\s*(?:ของ|รับผิดชอบโดย|โดย|of\b)/;
const LONGEST_NAME = 40;

/** @returns the name in a question about somebody's work, whoever that is; null when nobody can be named by it. */
export function anyNameAsked(plain: string): string | null {
  const rest = namesAsked(plain).at(-1) ?? '';
  return ASKS_FOR_WORK.test(plain) || NAME_TITLES.test(rest) ? nameLike(rest) : null;
}

/** @returns the same of a wish that somebody be asked. */
export function anyNameChased(plain: string): string | null {
  return nameLike(nameChased(plain) ?? '');
}

function nameLike(name: string): string | null {
  const bare = name.replace(NAME_TITLES, '');
  return bare.length < 2 || bare.length > LONGEST_NAME || NOT_A_NAME.test(bare) ? null : name;
}

/** @returns who is to be asked, as they are named; null when that is no wish of the kind. */
export function nameChased(plain: string): string | null {
  const found = CHASES.exec(plain) ?? TELLS_TO.exec(plain);
  return found?.[1]?.replace(AFTER_NAME, '').trim() || null;
}

/** Whom an invite is for, as administrators put it. */
export const INVITED = {
  admin: /ผู้ดูแล(?:ระบบ)?|แอดมิน|\badmin(?:istrator)?\b/,
  manager: /ผู้บริหาร|ผอ\.?(?=\s|$)|ผู้อำนวยการ|\bmanager\b/,
  officer: /เจ้าหน้าที่|ผู้รับผิดชอบ|ผู้รายงาน|ครู|\bofficer\b/,
  group: /กลุ่ม\s?(?:ไลน์|line)|กลุ่ม(?=\s|$)|\bgroup\b/,
} as const;
/** `5 คน`, `7 วัน`, `2 สัปดาห์`: how many may use it, and for how long. */
export const INVITED_PEOPLE = /(\d{1,6})\s*(?:คน|ครั้ง|ท่าน|people|uses?)(?![a-z])/;
export const INVITED_DAYS = /(\d{1,6})\s*(วัน|สัปดาห์|อาทิตย์|days?|weeks?)(?![a-z])/;
export const WEEKS = /สัปดาห์|อาทิตย์|week/;
export const AROUND_INVITED = /กิจกรรม|ภายใน|ใช้ได้|จำนวน|ข้อ|สำหรับ|ให้|\b(?:for|within)\b|[,\s]+/g;
