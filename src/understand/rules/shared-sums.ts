/** Tells a sum said of several activities at once, "สองงานรวมกันใช้ไป 9,800": it is nobody's own. Asked where readings are put together. */

/** Of how many: "ทั้งสองงาน", "สองโครงการรวมกัน". */
const OF_WORKS =
  /(?:ทั้ง\s?)?(?:สอง|สาม|สี่|ห้า|[2-5])\s?(?:งาน|โครงการ|กิจกรรม|เรื่อง|ข้อ|อัน|รายการ|อย่าง|ค่าย|สนาม|หอ|โรง|ห้อง|ฝั่ง|ฝ่าย|ศูนย์|ด้าน)(?!ที่|ละ)/;
const TOGETHER = /รวมกัน|ทั้งคู่|รวมทั้ง(?:สอง|สาม|คู่)/;
/** Letters before the sum that are looked at. */
const REACH = 32;

/**
 * @param start of the sum in the normal text.
 * @param told how many activities the text was found to tell of: where it is one, "รวมกัน" may be of its own items.
 */
export function isSharedSum(text: string, start: number, told: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(line, start - REACH), start);
  return OF_WORKS.test(before) || (told > 1 && TOGETHER.test(before));
}
