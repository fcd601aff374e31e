/** How people speak of a list they were just shown: a place in it, all of it, more of it, and the same of somebody else; plain text, read by the router before all else is. */
import { arabicDigits } from './format.ts';
import { ordinalIn } from './typed.ts';

const NTH = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ'];
const ENDS = 'แรก|บนสุด|สุดท้าย|ล่างสุด';
/** What counts something: "คน 2 คน" is no place. */
const NO_UNIT = String.raw`(?![\d.,)/%]|\s*(?:คน|ท่าน|บาท|ครั้ง|วัน|เดือน|ปี|แห่ง|โรง|ชุด|เล่ม|ร้อย|พัน|หมื่น|แสน|ล้าน|\)))`;
const NUMBER = String.raw`([1-9]\d?)${NO_UNIT}`;
/** A row of a list, whatever the plan's codes are. */
const OF_LIST = '(?:อัน|รายการ|คน|ท่าน|เรื่อง|แถว|บรรทัด|ลำดับ)';
/** A row, or the activity of that code. */
const OF_PLAN = '(?:ข้อ|กิจกรรม|(?<![ก-๙])งาน)';
const PLACE = new RegExp(
  `(?<row>${OF_LIST})\\s*(?:ที่\\s*(${NTH.join('|')}|${ENDS})|(${ENDS})|(?:ที่\\s*)?${NUMBER})|` +
    `(?<code>${OF_PLAN})\\s*(?:(?:ที่\\s*)?(${NTH.join('|')}|${ENDS})|(?:ที่\\s*)?${NUMBER})`,
  'gu',
);
/** "1 เสร็จ 2 ยัง". */
const BARE =
  /(?<=^|[\s,])([1-9]\d?)[.)]?(?=\s*(?:เสร็จ|เรียบร้อย|ยัง|กำลัง|ไม่|ติดปัญหา|เลื่อน|ยกเลิก|ทำ|กับ|และ|,|ใช้ไป|done|finished|not )|\s+[1-9]\d?\s*(?:เสร็จ|เรียบร้อย|ยัง|กำลัง|ไม่))/gu;

/** What may open a clause before its place: who asks, what is asked, how it stands; whatever else stands there is what is counted ("ปั๊มตัวที่ 1"). */
const OPENER =
  '(?:ขอ|ช่วย|รบกวน|อยาก|ดู|เอา|เลือก|ราย(?:ละเอียด|งาน)|ข้อมูล|เตือน|ตาม|ทวง|ถาม|เร่ง|ส่วน|แล้ว|และ|กับ|แต่|ของ|สถานะ|ประวัติ|หลักฐาน|คือ|เป็น|มี|ปัญหา|งบ|เสร็จ|เรียบร้อย|ยังไม่|ยัง|กำลัง|ดำเนินการ|ทำ|เริ่ม|แก้|ยกเลิก|ค่ะ|คะ|ครับ|นะ|จ้า|ก็|อ้อ|อ๋อ|เอ่อ|remind|show|[\\s,;])*$';
const OPENS_TEXT = new RegExp(`^${OPENER}`);
/** The same of what stands between two places. */
const OPENS_CLAUSE = new RegExp(`(?:^|[\\s,;]|แล้ว|เสร็จ|เรียบร้อย|ยัง|ค่ะ|คะ|ครับ|นะ)${OPENER}`);

export interface PlaceSaid {
  start: number;
  end: number;
  /** From 1; -1 for the last. */
  place: number;
  /** The number may be a code of the plan as well. */
  perhapsCode: boolean;
  /** "กิจกรรมที่ 2": where there is one of that code, it is meant, as its code stands on every row. */
  ofPlan: boolean;
}

/** @returns the places in a list that a text names, in its order. */
export function placesIn(text: string): PlaceSaid[] {
  const plain = arabicDigits(text);
  const named = [...plain.matchAll(PLACE)].map((found): PlaceSaid => {
    const said = found.slice(1).find((part) => part !== undefined && !isHead(part))!;
    const isEnd = new RegExp(`^(?:${ENDS})$`).test(said);
    return {
      start: found.index,
      end: found.index + found[0].length,
      place: placeOf(said),
      perhapsCode: found.groups?.['code'] !== undefined && !isEnd,
      ofPlan: found.groups?.['code'] === 'กิจกรรม' && !isEnd,
    };
  });
  const isOfList = named.every(({ start }, at) =>
    at === 0
      ? OPENS_TEXT.test(plain.slice(0, start))
      : OPENS_CLAUSE.test(plain.slice(named[at - 1]!.end, start)),
  );
  if (!isOfList) return [];
  const alone = named.length === 0 ? ordinalIn(plain.toLowerCase().trim()) : null;
  if (alone !== null)
    return [{ start: 0, end: text.length, place: alone, perhapsCode: false, ofPlan: false }];
  if (named.length > 0 || !/^\s*[1-9]/.test(plain)) return named;
  const bare = [...plain.matchAll(BARE)];
  return bare[0]?.index === plain.search(/\S/)
    ? bare.map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
        place: Number(found[1]),
        perhapsCode: true,
        ofPlan: false,
      }))
    : [];
}

function isHead(part: string): boolean {
  return new RegExp(`^(?:${OF_LIST}|${OF_PLAN})$`, 'u').test(part);
}

function placeOf(said: string): number {
  if (said === 'สุดท้าย' || said === 'ล่างสุด') return -1;
  if (said === 'แรก' || said === 'บนสุด') return 1;
  return Number(said) || NTH.indexOf(said) + 1;
}

/** What stands around a place where nothing else is asked of it. */
export const ONLY_PLACE =
  /^(?:ขอ|เอา|เลือก|ของ|เป็น|คือ|รายงาน|ดู|รายละเอียด|ข้อมูล|นะ|เลย|ก็ได้|แล้วกัน|ละกัน|ด้วย|หน่อย|ที|ค่ะ|คะ|ครับ|\s)*$/;
export const LOOKS = /ดู|รายละเอียด|ข้อมูล/;

const ALL =
  '(?:ทั้งหมด|ทุก(?:อัน|กิจกรรม|ข้อ|งาน|เรื่อง|รายการ|อย่าง)|ทั้ง(?:สอง|สาม|คู่|[23])\\s*(?:อัน|กิจกรรม|ข้อ|งาน|เรื่อง|รายการ)?)';
const STANDS =
  '(?:เสร็จ(?:สิ้น|เรียบร้อย|หมด)?(?:แล้ว)?|เรียบร้อย(?:แล้ว)?|ยังไม่(?:เสร็จ|เริ่ม|ได้ทำ|ได้เริ่ม)|กำลัง(?:ทำ|ดำเนินการ)(?:อยู่)?)';
const ALL_STAND = new RegExp(`^(?:(${ALL})\\s*(${STANDS})|(${STANDS})\\s*(${ALL})(?:แล้ว|เลย)?)$`);

/** @param plain typed words. @returns what is said of all of a list, and how many it must have, null for any; null for anything else. */
export function saidOfList(plain: string): { stands: string; count: number | null } | null {
  const found = ALL_STAND.exec(plain);
  if (!found) return null;
  const all = (found[1] ?? found[4])!;
  const count = /สอง|คู่|2/.test(all) ? 2 : /สาม|3/.test(all) ? 3 : null;
  return { stands: (found[2] ?? found[3])!, count };
}

/** "ขอดูทั้งหมด", "ขอรายละเอียดเพิ่ม": all of the list that was shown. */
export const ALL_OF_LIST =
  /^(?:ขอ|อยาก|ช่วย|แสดง|ดู|เอา|มี)*\s*(?:ทั้งหมด|รายละเอียด(?:ทั้งหมด|เพิ่ม(?:เติม)?)*|เพิ่มเติม|ที่เหลือ|อีก(?:ไหม|มั้ย)?|(?:หน้า)?(?:ถัดไป|ต่อไป)|ดูต่อ|all(?: of them)?|more)$/;
export const NEXT_PAGE = /ถัดไป|ต่อไป|ดูต่อ|อีก|ที่เหลือ|more/;

/** "แล้วของวิภาล่ะ": the same of somebody, or something, else. */
const AND_OF = /^(?:แล้ว|ส่วน|และ)\s*(\S.*?)\s*(?:ล่ะ|ละ|หล่ะ|ล่า)$|^(?:and |what about |how about )(\S.*)$/;
/** Of whom nobody is named: "ฝ่ายอื่น". */
export const OTHER_UNITS = /^(?:ของ)?\s*(?:ฝ่าย|กลุ่ม(?:งาน)?|แผนก|หน่วย|กอง|ที่)\s*อื่น/;
export const OTHER_PEOPLE = /^(?:ของ)?\s*(?:คน|ท่าน|ครู)\s*อื่น/;

/** @returns of what else it is asked; null where it is not. */
export function andOf(plain: string): string | null {
  const found = AND_OF.exec(plain);
  return found?.[1] ?? found?.[2] ?? null;
}
