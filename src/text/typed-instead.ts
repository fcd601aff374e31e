/** How people say that a value, a status or the activity of what was just told is another one: "ไม่ใช่ 83 ค่ะ 85", "เปลี่ยนเป็นกำลังทำ", "ผิดกิจกรรม ของ 1.2"; plain text, read by the report dialog's instead and by interpreters/stored.ts. */

/** Said before it, and changes nothing of it. */
const STARTLED = '(?:เอ๊?ย|เอ้ย|อุ๊ย|โอ๊ะ|อ้าว|อ้อ|อ๋อ|เอ๊ะ|ขอ(?:โทษ|อภัย)|โทษที|sorry|oops|,|\\s)*';
/** More is said, and what stands is not replaced. */
export const ADDS = /^(?:ขอ|ช่วย)?(?:เพิ่ม(?!เป็น)|add)/;
const DAY_WRONG =
  /^(?:วันที่|วัน|date)\s*(?:ผิด|ไม่ใช่|ไม่ถูก(?:ต้อง)?)?(?:แล้ว|นะ|ค่ะ|ครับ|,|\s)*(?:ต้อง(?:เป็น)?|เป็น|คือ)\s*(?:วันที่)?\s*(\d{1,2})(?:\s*ต่างหาก)?$/;

/** @returns the day of the month in "วันที่ผิด ต้อง 21"; null for other words. */
export function dayIn(plain: string): string | null {
  return DAY_WRONG.exec(plain.replace(new RegExp(`^${STARTLED}`), ''))?.[1] ?? null;
}

const VALUE = '(\\d[\\d,.]*)\\s*(%|[^\\s\\d,]{0,12}?)';
const BETWEEN = '(?:ค่ะ|คะ|ครับ|นะ|แต่|ต้อง(?:เป็น)?|เป็น|คือ|ที่ถูก(?:คือ)?|วันที่|but|,|\\s)+';
const NOT_VALUE_BUT = new RegExp(
  `^${STARTLED}(?:ไม่ใช่|ไม่ถูก|ผิด|not)(?:แล้ว|ค่ะ|ครับ|ๆ|\\s)*(?:วันที่|จำนวน|ยอด|งบ|\\s)*${VALUE}${BETWEEN}${VALUE}$`,
);
const VALUE_NOT = new RegExp(
  `^${STARTLED}(?:วันที่|จำนวน|ยอด|งบ|ต้อง(?:เป็น)?|เป็น|\\s)*${VALUE}(?:ค่ะ|คะ|ครับ|นะ|,|\\s)*(?:ไม่ใช่|not)\\s*(?:วันที่)?\\s*${VALUE}$`,
);

/** What is said to be counted by a number; anything else is the indicator's. */
const COUNTED = { percent: /^%|เปอร์เซ็น/, spent: /^(?:บาท|baht)/, date: /^วันที่/ } as const;

export interface Instead {
  was: string;
  is: string;
  /** Of which row, where that is said. */
  of: keyof typeof COUNTED | 'actual' | null;
}

/** @returns both numbers of "ไม่ใช่ 83 ค่ะ 85" and "2 ชิ้น ไม่ใช่ 3 ชิ้น"; null for other words. */
export function insteadIn(plain: string): Instead | null {
  const but = NOT_VALUE_BUT.exec(plain);
  const not = but ? null : VALUE_NOT.exec(plain);
  const found = but ?? not;
  if (!found) return null;
  const [, first = '', unit = '', second = '', other = ''] = found;
  const counted = plain.includes('วันที่') ? 'วันที่' : unit || other;
  const row = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).find((one) => COUNTED[one].test(counted));
  const of = row ?? (counted === '' ? null : 'actual');
  return but ? { was: first, is: second, of } : { was: second, is: first, of };
}

const CHANGED_TO =
  /^(?:ขอ|ช่วย|อยาก)*(?:เปลี่ยน|แก้(?:ไข)?|ปรับ|change (?:it )?)(?:ไป|มา)?(?:เป็น|to\b)(?:ว่า)?\s*(\S.*)$/;

/** @returns what follows "เปลี่ยนเป็น"; null for other words. */
export function changedTo(plain: string): string | null {
  return CHANGED_TO.exec(plain)?.[1] ?? null;
}

/** Says at its beginning or its end that something which was told is otherwise: what was just stored is put right by it. */
export const PUTS_RIGHT = new RegExp(
  `^${STARTLED}(?:(?:อันนี้|เมื่อกี้|มัน|ตรง|\\s)*(?:ไม่ใช่|ไม่ถูก|ผิด)|(?:ขอ|ช่วย|อยาก)*(?:แก้|เปลี่ยน|ปรับ|เพิ่ม|ลบ|ตัด|ไม่ใส่|เอา)|ที่(?:จริง|ถูก)|จริงๆ|สถานะ|(?:จำนวน|ยอด|งบ|เงิน|คน|วันที่|ตัวเลข|ผล|ปัญหา|อุปสรรค)\\S{0,10}?\\s*ผิด|(?:change|correct|wrong|not|remove|add)\\b)|(?:ต่างหาก|ไม่ใช่\\s*[\\d,.]+\\S{0,12}|instead)$|^\\S{2,24}\\s*ต้อง(?:เป็น)?\\s*\\d`,
);

const FIGURE_OF = new RegExp(
  `^${STARTLED}(?:ไม่ใช่|ผิด|ย้าย|ยอด|เงิน|งบ|จำนวน|ตัวเลข|\\s)*([0-9][0-9,.]*)\\s*([^\\s0-9]{0,10}?)\\s*(?:นี้|นั้น|น่ะ|มัน|ต้อง|\\s)*(?:(?:เป็น|คือ)?\\s*ของ|ไป(?:ที่|อยู่)?|อยู่(?:ที่|ใน)?|ใส่(?:ที่|ใน)?|belongs to|is of)\\s*(?:งาน|กิจกรรม(?:ที่)?|ข้อ|เรื่อง|การ)?\\s*(\\S.*?)(?:\\s*(?:ค่ะ|คะ|ครับ|นะ)?\\s*(?:ไม่ใช่|ต่างหาก|not\\b).*)?$`,
);

/** @returns the figure and the activity it is of, in "163000 เป็นของงานตัดแต่งกิ่ง ไม่ใช่กล้วยไม้"; null for other words. */
export function figureOfOther(plain: string): { value: number; name: string } | null {
  const [, value, , name] = FIGURE_OF.exec(plain) ?? [];
  return value === undefined || name === undefined ? null : { value: Number(value.replace(/,/g, '')), name };
}

const ACTIVITY = '(?:กิจกรรม|งาน|โครงการ|อัน|ข้อ|เรื่อง|ตัว)';
const JUST_NOW =
  '(?:(?:อัน|ตัว|รายงาน|ที่)*(?:ส่ง|บันทึก|รายงาน)*(?:ไป|ไว้)*เมื่อกี้(?:นี้)?|(?:อัน|ที่)(?:ส่ง|บันทึก|รายงาน)ไป|อันที่แล้ว)';
const WRONG_ACTIVITY = new RegExp(
  `^${STARTLED}(?:${JUST_NOW})?\\s*(?:(?:ใส่|ลง|ส่ง|บันทึก|กด|เลือก|กรอก)?\\s*(?:ผิด|คนละ)\\s*${ACTIVITY}(?:กัน|แล้ว|ไป|นี้)*|(?:ขอ|ช่วย)*ย้าย(?:รายงาน|อัน|${JUST_NOW}|นี้|\\s)*(?=ไป|เป็น)|${JUST_NOW}\\s*(?:มัน)?\\s*(?=(?:ต้อง)?(?:เป็น)?(?:ของ|${ACTIVITY})))`,
);
const OF_ACTIVITY = new RegExp(
  `^(?:ค่ะ|คะ|ครับ|${JUST_NOW}|มัน|ต้อง|เป็น|ไป|ที่ถูก|คือ|ของ|ที่|กิจกรรม|เรื่อง|ข้อ|ให้|,|\\s)+`,
);

/** @returns the name in "ผิดกิจกรรม เมื่อกี้ของ 1.2", "ย้ายไป 1.3 1)", '' for none; null for other words. */
export function movedTo(plain: string): string | null {
  const found = WRONG_ACTIVITY.exec(plain);
  if (!found || found[0].trim() === '') return null;
  return plain.slice(found[0].length).replace(OF_ACTIVITY, '').trim();
}
