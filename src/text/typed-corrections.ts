/** How people put right what stands on an open card or was just stored: plain text, read by the report dialog's put-right and named-field. */
import type { AskField } from '../domain/draft.ts';

/** Said before a correction, and changes nothing of it. */
const STARTLED = '(?:เอ๊?ย|อุ๊ย|โอ๊ะ|อ้าว|อ้อ|อ๋อ|เอ๊ะ|ขอ(?:โทษ|อภัย)|โทษที|sorry|oops|,|\\s)*';

/** "ไม่ใช่", "เอ๊ย ผิด", "กดผิด": something is wrong, and not what. */
export const SOMETHING_WRONG = new RegExp(
  `^${STARTLED}(?:(?:มัน|อันนี้|ยัง)?(?:ไม่ใช่|ไม่ถูก(?:ต้อง)?|ผิด|(?:กด|พิมพ์|ใส่|กรอก|บอก|ข้อมูล|ตัวเลข)ผิด|ไม่ตรง)(?:แล้ว|หมด|ไป|นะ|ๆ|อ่ะ|อะ|\\s)*)+$|^(?:ขอ|ช่วย|อยาก|จะ)*แก้(?:ไข)?(?:ข้อมูล|การ์ด|รายงาน|นิด|ก่อน|\\s)*$|^(?:(?:that(?:'s| is)|it(?:'s| is)) )?(?:wrong|not right|incorrect)$`,
);
/** "ไม่ใช่อันนี้", "ผิดกิจกรรม": the activity is another one. */
export const OTHER_ACTIVITY = new RegExp(
  `^${STARTLED}(?:(?:ไม่ใช่|ไม่เอา|ผิด|คนละ|เปลี่ยน|ขอเปลี่ยน|เลือก)\\s*(?:กิจกรรม|งาน|โครงการ|อัน|ข้อ|ตัว)(?:นี้|อื่น|ใหม่|กัน|แล้ว)*|(?:เอา)?(?:กิจกรรม|งาน|อัน|ข้อ|ตัว)อื่น|wrong activity|another (?:one|activity)|not this one)$`,
);
/** "ไม่มีในนี้", "ไม่ใช่ทั้งสองอัน", of a choice that is shown. */
export const NONE_OF_THESE = new RegExp(
  `^${STARTLED}(?:ไม่ใช่|ไม่มี|ไม่ใช่สัก|ไม่เจอ|ไม่เห็น)\\s*(?:ทั้ง|สัก|เลย|ใน|อัน|ที่|นี้|รายการ|สอง|คู่|หมด|กิจกรรม|ตัวเลือก|ต้องการ|\\d|\\s)*$|^(?:none of (?:these|them)|neither|not (?:here|listed))$`,
);
const OF_THESE = '(?:อัน|กิจกรรม|ข้อ|รุ่น|รายการ|ตัว|งาน|เรื่อง|อย่าง|เตา|คัน|หลัง|ห้อง|แห่ง)';
/** "ทั้งสองอัน", "ทั้งหมดเลย", "2 เรื่อง". */
const ALL_OF_THESE = new RegExp(
  `^(?:เอา|ทำ|เสร็จ|มี)?\\s*(?:ทั้ง\\s?(?<n>สอง|สาม|คู่|หมด|2|3)\\s*${OF_THESE}?|ทุก\\s*${OF_THESE}?|(?<of>สอง|สาม|2|3)\\s*${OF_THESE})(?:เลย|แหละ|นั่นแหละ|\\s)*$|^(?:(?<both>both)|all)(?: of (?:them|these))?$`,
);

/** @returns how many of the choices that are shown are meant, Infinity for all there are; null for other words. */
export function allOfThese(plain: string): number | null {
  const found = ALL_OF_THESE.exec(plain)?.groups;
  if (!found) return null;
  const said = found['n'] ?? found['of'] ?? found['both'] ?? '';
  return /สอง|คู่|2|both/.test(said) ? 2 : /สาม|3/.test(said) ? 3 : Infinity;
}

const COUNTED_FIRST = new RegExp(
  `^(?:เป็น|มี|ทั้ง)*\\s*(?:สอง|สาม|2|3|คู่)\\s*${OF_THESE}?(?:ค่ะ|คะ|ครับ|คับ|คือ|เลย|นะ|,|:|\\s)+`,
);
/** @returns the names in "2 เรื่องครับ เตา 1 กับ เตา 2"; none where there is one only. */
export function namedTogether(plain: string): string[] {
  const names = plain
    .replace(COUNTED_FIRST, '')
    .split(/\s*(?:กับ|และ|แล้วก็|,|\+|\s-\s|\band\b)\s*/)
    .filter((name) => name !== '');
  return names.length > 1 ? names : [];
}

/** Said around the activity that is the right one. */
const BEFORE_RIGHT = new RegExp(
  `^${STARTLED}(?:ไม่ใช่|ผิด(?:แล้ว|อัน|กิจกรรม)?|ที่จริง(?:แล้ว)?|จริงๆ|ต้อง(?:เป็น)?|หมายถึง|(?:ขอ)?(?:เปลี่ยน|แก้)(?:กิจกรรม|งาน)?(?:เป็น|ไป)?|เป็น(?:ของ)?|เอา|คือ|ของ|อันนี้|อัน|i mean|it's|,|\\s)*`,
);
const AFTER_RIGHT = /\s*(?:ต่างหาก|แทน|มากกว่า|ดีกว่า|instead|ไม่ใช่.*)$/;
const NOT_BUT = /ไม่ใช่\s*(?:กิจกรรม|ข้อ)?\s*.{1,60}?\s*(?:แต่)?(?:เป็น|คือ)\s*(.+)$/;

/** @returns the name of the right activity in "ไม่ใช่ อันนี้ 1.1", "1.1 ต่างหาก", "ไม่ใช่ 1.2 เป็น 1.1", and whether anything but it was said; null where nothing is left. */
export function rightOneIn(plain: string): { name: string; says: boolean } | null {
  const name = NOT_BUT.exec(plain)?.[1] ?? plain.replace(BEFORE_RIGHT, '');
  const bare = name.replace(AFTER_RIGHT, '').trim();
  return bare === '' ? null : { name: bare, says: bare !== plain };
}

/** What people call the rows of the card. */
const CALLED: Readonly<Record<AskField, string>> = {
  spent:
    '(?:ยอด)?(?:ใช้)?งบ(?:ประมาณ)?(?:ที่)?(?:ใช้)?(?:แล้ว|ไป)?|(?:จำนวน|ยอด)เงิน|เงิน|ค่าใช้จ่าย|ยอด(?:ใช้|เบิก)(?:จ่าย)?|budget|spent|sum',
  status: 'สถานะ|status',
  percent: 'ความก้าวหน้า|ความคืบหน้า|เปอร์เซ็น(?:ต์)?|progress|percent',
  actual:
    'ผล(?:ตาม)?ตัวชี้วัด|(?:จำนวน)?(?:คน|ผู้(?:เข้าร่วม|เข้าอบรม|ร่วมงาน|เข้าประชุม))(?=\\s*(?:ต้อง)?(?:เป็น|คือ))|จำนวน|ตัวเลข|ยอด|actual|number',
  result: 'ผล(?:การดำเนินงาน|งาน)?|สรุป(?:ผล)?|result',
  obstacle: 'ปัญหา(?:\\s?/?\\s?อุปสรรค)?|อุปสรรค|problem|obstacle',
  suggestion: 'ข้อเสนอ(?:แนะ)?|suggestion',
  remark: 'หมายเหตุ|remark|note',
  date: 'วันที่|วัน|date',
  evidence: 'หลักฐาน|รูป(?:ภาพ)?|evidence|photo',
};
const FIELDS = Object.keys(CALLED) as AskField[];
const CHANGES =
  '(?:ขอ|ช่วย|รบกวน|อยาก|จะ)*(?:แก้(?:ไข)?|เปลี่ยน|ปรับ|ลง|ใส่|เพิ่ม|ระบุ|change|edit|correct|set|add)(?:ตรง|ที่|ข้อ|ช่อง)?\\s*[:：]?\\s*(?:the )?';
const WRONGLY = '(?:ไม่ถูก(?:ต้อง)?|ผิด|ไม่ใช่|ไม่ตรง|(?:is )?wrong)(?:แล้ว|นะ|อะ|อ่ะ)*';
const IS = '(?:(?:ต้อง)?(?:เป็น|คือ|to\\b|is\\b|[:：=])|ต้อง\\s*(?=[0-9]))';
/** Between a row's name and what it is: "งบด้วยค่ะ ต้องเป็น 2,900". */
const ADDED = '(?:ด้วย|นะ|น่ะ|ค่ะ|คะ|ครับ|คับ|จ้า|,|\\s)*';

/** Behind what is to be left out. */
const OFF = '(?:ออก|ทิ้ง|ไป|ด้วย|ก่อน|นะ|เลย|ที|แล้วกัน|ดีกว่า|\\s)';
/** Plainly a wish to change what stands, where all words could be an answer: "ขอแก้คนเป็น 62", "งบต้องเป็น 2,900". */
export const CHANGES_ROW = new RegExp(
  `^${STARTLED}(?:(?:ขอ|ช่วย|รบกวน|อยาก)\\s*(?:แก้|เปลี่ยน|ปรับ|เอา|ตัด|ลบ)|(?:แก้|เปลี่ยน)\\S{0,14}(?:เป็น|ไป)\\s*[0-9]|(?:เอา|ตัด|ลบ)\\S{2,20}(?:ออก|ทิ้ง)|\\S{2,20}\\s?(?:ด้วย)?(?:ค่ะ|คะ|ครับ)?\\s?ต้อง(?:เป็น|คือ)?\\s*[0-9])`,
);
/** Said of another activity than the one that stands. */
export const WANTS_OTHER = new RegExp(
  `^${STARTLED}(?:ขอ|ช่วย|เอา|\\s)*(?:เปลี่ยน|แก้|ย้าย|ไม่ใช่|ผิด|หมายถึง|ที่จริง|จริงๆ)|(?:ต่างหาก|ดีกว่า|แทน)$`,
);

/** What is said of one row: to be asked again, to be left out, or what it is. */
export type RowSaid =
  { field: AskField; does: 'ask' | 'drop' } | { field: AskField; does: 'set'; value: string; wants: boolean };

const esc = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param unit of the activity's indicator: "จำนวนคน" is what is counted by it. @returns the row a short text names, and what of it; null where it names none. */
export function rowSaid(plain: string, unit: string | null): RowSaid | null {
  const typed = plain.replace(new RegExp(`^${STARTLED}`), '');
  for (const field of FIELDS) {
    const counted =
      field === 'actual' && unit ? `(?:จำนวน)?\\s*${esc(unit)}|จำนวน\\s*\\S{1,12}?(?=\\s*${IS})|` : '';
    const name = `(?:${counted}${CALLED[field]})`;
    if (
      new RegExp(
        `^(?:(?:ขอ|ช่วย|รบกวน)*(?:เอา|ตัด|ลบ|ไม่(?:ต้อง)?ใส่|ไม่เอา|remove|delete|drop)\\s*(?:the )?${name}${OFF}*|${name}\\s*(?:เอา|ตัด|ลบ)${OFF}+)$`,
      ).test(typed)
    )
      return { field, does: 'drop' };
    if (new RegExp(`^(?:${CHANGES}${name}(?:${WRONGLY})?|${name}\\s*${WRONGLY})$`).test(typed))
      return { field, does: 'ask' };
    const set = new RegExp(
      `^(?:${CHANGES}${name}\\s*(?:${WRONGLY})?\\s*${IS}?|${name}${ADDED}(?:${WRONGLY})?${ADDED}${IS})\\s*(\\S.*)$`,
      's',
    ).exec(typed);
    // "ปัญหาคือ…" only tells: what cannot be read so is no wish to change it
    const wants = new RegExp(`^${CHANGES}`).test(typed);
    if (set) return { field, does: 'set', value: set[1]!, wants };
  }
  const remark = REMARKS.exec(typed)?.[1];
  if (remark !== undefined) return { field: 'remark', does: 'set', value: remark, wants: true };
  return unit ? countedIn(typed, unit) : null;
}

const LED_BY = `^(?:${STARTLED})(?:(?:หัวหน้า|ผอ\\.?|พี่|เขา|ท่าน\\S{0,6})?\\s*(?:ให้|บอก(?:ว่า)?)\\s*)?(?:(?:ขอ|ช่วย|รบกวน)?แก้(?:ไข)?\\s*)?`;
const FIGURE = '([0-9][0-9,.]*)\\s*(%|เปอร์เซ็น(?:ต์)?|[^\\s0-9%]{0,14}?)';
const FIGURE_OFF = new RegExp(
  `${LED_BY}(?:(?:ขอ|ช่วย|รบกวน)*(?:เอา|ตัด|ลบ|ไม่(?:ต้อง)?(?:ใส่|เอา|นับ)|remove|drop|delete)\\s*(?:ตัวเลข|ค่า|ยอด|the )?\\s*${FIGURE}\\s*${OFF}*)$`,
);
const FIGURE_IS_OTHER = new RegExp(
  `${LED_BY}(?:ไม่ใช่|not)\\s*${FIGURE}\\s*(?:ค่ะ|คะ|ครับ|นะ|,)*\\s*(?:(?:อัน|ตัว|ที่)?(?:นั้น|นั่น|นี้|นี่)|มัน)*\\s*(?:คือ|เป็น|is)\\s*[^0-9]*?(?:\\s+(\\S*[0-9].*))?$`,
);

/** @returns the figure that "เอา 80% ออก" and "ไม่ใช่ 80% นั้นคืออัตราการงอก" say to be none of it, and what is told behind it; null for other words. */
export function figureOff(plain: string): { value: number; unit: string; rest: string } | null {
  const found = FIGURE_OFF.exec(plain) ?? FIGURE_IS_OTHER.exec(plain);
  if (!found) return null;
  const [, value = '', unit = '', rest = ''] = found;
  return { value: Number(value.replace(/,/g, '')), unit, rest };
}

/** Whether something may be said to go: asked before what is stored is looked at. */
export const TAKES_OFF = /เอา|ตัด|ลบ|ไม่(?:ต้อง)?(?:ใส่|นับ)|ไม่ใช่|\b(?:remove|drop|delete|not)\b/;
/** What is said around a wish, and nothing of it: "หัวหน้าให้แก้ เอางบออก". */
export const WISH_LED_BY = new RegExp(LED_BY);

/** "หมายเหตุ โอนงบไปโครงการอื่น". */
const REMARKS = /^(?:หมายเหตุ(?:ว่า)?|remark)\s*[:：]?\s*(\S.*)$/s;

/** "ตู้ 11", "11 ตู้". */
function countedIn(typed: string, unit: string): RowSaid | null {
  const of = esc(unit);
  const found = new RegExp(`^(?:${of}\\s*${IS}?\\s*([\\d,.]+)|([\\d,.]+)\\s*${of})$`).exec(typed);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : { field: 'actual', does: 'set', value, wants: true };
}

const NUMBER_ALONE = new RegExp(
  `^${STARTLED}(?:ไม่ใช่|ผิด(?:อีก|แล้ว)?|แก้(?:เป็น)?|ต้อง(?:เป็น)?|ที่ถูก(?:คือ)?|เป็น|ๆ|no|\\s|,)*([\\d][\\d,.]*)(?:\\s*(?:นะ|ต่างหาก|บาท))*$`,
);

/** @returns the number that "ไม่ใช่ๆ 160000", "ผิดอีก 59" put in the place of one that stands; null for other words. */
export function numberInstead(plain: string): string | null {
  const found = NUMBER_ALONE.exec(plain);
  return found && found[1] !== plain ? found[1]! : null;
}

const OUT_OF_MANY =
  /^(?:เอา|ตัด|ลบ|ไม่(?:ต้อง)?เอา|ไม่รวม|ยกเลิก|remove|drop|without)\s*(?:กิจกรรม|ข้อ)?\s*(.+?)\s*(?:ออก|ทิ้ง)?(?:ไป|ก่อน|เลย|\s)*$/;

/** @returns the name of the activity that is not to be stored with the others: "เอา 1.2 ออก"; null for other words. */
export function leftOutOfMany(plain: string): string | null {
  return OUT_OF_MANY.exec(plain)?.[1] ?? null;
}
