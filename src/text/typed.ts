/** What people type, Thai first, English too: the small grammar around the words of commands. */

/** Giving up what is open, in other words than the control's; plain text. */
export const CANCELS_FORM =
  /^(?:ขอ)?(?:(?:ยกเลิก|เลิก)(?:การ)?(?:รายงาน|กรอก)?(?:อันนี้|นี้)?(?:ไปก่อน|ก่อน|ไปเลย|เลย|ดีกว่า|ด้วย|ที)?(?:นะ)?|ไม่เอา(?:แล้ว|ดีกว่า|อันนี้)?|ไม่(?:บันทึก|รายงาน)แล้ว|ไม่ต้อง(?:บันทึก|รายงาน)(?:แล้ว)?|(?:ลบ)?ทิ้ง(?:ไปเลย|เลย|ไป)?|cancel (?:it|this|that|the report)|never ?mind|discard(?: it)?)$/;
export const NAMES_REPORT = /รายงาน|report/;

/** Particles and signs at the end of what was typed that change nothing; the last syllable of ตั้งค่า is none. */
export const PARTICLES =
  /(?:\s*(?:นะ|น่ะ)?(?:ครับผม|ครับ|คับ|คร้าบ|ค่ะ|คะ|(?<!ตั้ง|มูล|คุณ)ค่า|จ้า|จ้ะ|จ๊ะ|ฮะ|(?<!ช่วย)ด้วย|หน่อย|please))+$/u;
/** Before a command, and nothing of it: "อ้าว เอาคืนมา". */
export const INTERJECTION = /^(?:(?:อ้าว|อ้อ|อ๋อ|เอ๊ะ|เอ้อ|เออ|อุ๊ย|เอ่อ|งั้น|oh|ah|ok(?:ay)?|well)[\s,]+)+(?=\S)/;
/** What a question may be wrapped in: "ขอดูสรุปทั้งหมดหน่อย" asks for the summary. */
export const ASKED_BEFORE =
  /^(?:(?:ขออนุญาต|รบกวน|ช่วย|อยาก|ต้องการ|ขอ|แสดง|เปิด|can i|could i|let me|please|show me|show)\s*)*(?:(?:ดู|ทราบ|รู้|เช็ค|เช็ก|ตรวจสอบ|เรียกดู|see|check|the)\s*)*/;
export const ASKED_AFTER = /(?:\s*(?:ให้|บ้าง|ทั้งหมด|ทุกกิจกรรม|ตอนนี้|ขณะนี้|ล่าสุด|หน่อย|ด้วย|ที|เลย|now|all))+$/;
/** After a question: all of its answer, not only what fits on the screen. */
export const IN_FULL = /^(.+?)\s*(?:แบบ|อย่าง|โดย)?(?:รายละเอียด|ละเอียด|in full|in detail|details?)$/;
const EMOJI =
  '(?:[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200d\\ufe0f\\u20e3]|\\(\\s*\\)|\\s)';
/** Emoji, and the brackets LINE leaves of its own, at either end of what was typed: they change nothing. */
export const DECORATED_BEFORE = new RegExp(`^${EMOJI}+`, 'u');
export const DECORATED_AFTER = new RegExp(`${EMOJI}+$`, 'u');
/** A whole text in brackets or quotation marks: “บันทึก”. */
export const WRAPPED = /^[“"'‘([「『](.+)[”"'’)\]」』]$/u;
export const END_SIGNS = /[\s!.?ๆฯ]+$/u;

export const REGISTER = /^(?:ลงทะเบียน|ขอลงทะเบียน|register)\s*[:：]?\s*(.*)$/s;
/** Yes to the question after a code of another office. */
export const CONFIRM_REGISTER = /^(?:ยืนยันลงทะเบียน|confirm register)\s*[:：]?\s*(.*)$/s;
/** Going to another of one's offices: with its name behind it, or alone. */
export const CHANGE_OFFICE =
  /^(?:ขอ|อยาก|ต้องการ)?\s*(?:(?:เปลี่ยน|สลับ)\s*(?:ไปที่|ไป|เป็น)?\s*(?:หน่วยงาน|สังกัด)|(?:change|switch)\s*(?:the\s*)?(?:office|agency))\s*(?:เป็น|ไปที่|ไป|to)?\s*[:：]?\s*(.*)$/s;
/** Asking where one is. */
export const WHICH_OFFICE =
  /^(?:(?:ตอนนี้|ขณะนี้)?\s*(?:ฉัน|ผม|หนู|ดิฉัน)?\s*อยู่(?:ที่|ใน)?\s*หน่วยงาน(?:ไหน|ใด|อะไร)|หน่วยงานของฉัน|which office(?: am i in)?|my offices?)$/;
export const LINK_GROUP = /^(?:เชื่อมกลุ่ม|เชื่อมต่อกลุ่ม|link group|linkgroup)\s*[:：]?\s*(.*)$/s;
/** What an invite's code looks like: three groups, or letters with a figure, or as many letters as a code has. */
export const INVITE_CODE =
  /^(?:[a-z0-9]{2,6}(?:-[a-z0-9]{2,6})+|[a-z0-9]{4} [a-z0-9]{4} [a-z0-9]{2}|[a-z0-9]{10}|(?=\S*\d)[a-z0-9]{8,16})$/i;
/** A code has no Thai letters. */
export const NOT_A_CODE = /[ก-๙]/;
export const AGREE = /^(ยอมรับ|ยินยอม|รับทราบ(และยินยอม)?|ตกลง|accept|agree|i agree)$/;

export const THANKS = /^(ขอบคุณ|ขอบใจ|ขอบพระคุณ|thank|thx)/;
/** Put off until later, without a day or a figure. */
export const LATER =
  /^(?:(?:โอเค|โอเช|ได้|รับทราบ|ok(?:ay)?)\s*(?:ครับ|ค่ะ|คะ|จ้า)?\s*)?(?:เดี๋ยว(?:จะ|มา|ค่อย|พรุ่งนี้)*(?:ตอบ|รายงาน|ส่ง|แจ้ง|กรอก|พิมพ์|ทำ|มา|ก่อน|บอก|ดู|$)|รอ(?:สัก|แป๊บ|แปป|ก่อน|เดี๋ยว)|สักครู่|แป๊บ|แปป|ไว้(?:จะ|ค่อย)*(?:ตอบ|ส่ง|รายงาน|ก่อน)|ขอ(?:คิด|เช็ค|เช็ก|ถาม|ตรวจสอบ)(?:ดู)?ก่อน|later\b|one moment|wait\b)/;
/** Said in answer, with nothing to be done. */
export const ACKNOWLEDGED =
  /^(?:รับทราบ|ทราบ(?:แล้ว)?|โอเค|โอเช|okay|ได้(?:เลย)?|ไม่เป็นไร|ไม่เป็นไรแล้ว|เข้าใจแล้ว|ยินดี(?:ด้วย)?|เยี่ยม(?:มาก|เลย)?|ดีมาก|เก่งมาก|สุดยอด|สู้ๆ?|5{3,}\+*|(?:ฮ่า)+|great|got it|noted)$/;
export const GREETING = /^(สวัสดี|หวัดดี|ดีครับ|ดีค่ะ|ดีจ้า|อรุณสวัสดิ์|hello|hi\b)/;

/** "ยกเลิก 1.2", and the same without what it names: neither says whether the work or a report of it is given up. */
export const CANCELS = /^(?:ขอ)?ยกเลิก|^cancel\b/;
export const CANCELS_ALONE = /^(?:ขอ)?(?:ยกเลิก|cancel)\s?(?:ข้อ|รหัส)?(?:ที่)?\s?(?:ก่อน|แล้ว|เลย)?$/;

/** That something is to be taken back, as against put right. */
export const UNDOES = /ยกเลิก|ลบ|ถอน|ย้อน|ทิ้ง|ไม่เอา|undo|delete|cancel|withdraw|discard/i;
/** A wish to change a report, as against taking it back. */
export const WANTS_CHANGE = /^(?!.*(ยกเลิก|ลบ|ถอน|ย้อน|undo|delete)).*(แก้|เปลี่ยน|correct|change)/is;

/** Words before a code. */
export const BEFORE_CODE = /^(กิจกรรม(ที่)?|ข้อ(ที่)?|รหัส|activity)\s*/;
/** A text about another activity than the one asked about: "1.2 1) …", "ข้อ 3 …"; "1. …" is the first of a list. */
export const BEGINS_WITH_CODE = /^\s*(?:(?:กิจกรรม(?:ที่)?|ข้อ(?:ที่)?|รหัส|activity)\s*[0-9]|[0-9]{1,2}[.-][0-9])/i;
/** Between the parts of a code. */
export const WITHIN_CODE = /ข้อ(ที่)?/g;
/** A code, or a label, at the beginning or the end of a short text. */
export const CODE_BESIDE =
  /(?:^|\s)(?:กิจกรรม(?:ที่)?|ข้อ(?:ที่)?|ของ)?\s*([0-9]{1,2}(?:\.[0-9]{1,2})*\.?(?:\s?[0-9]{1,2}\))?)(?=\s|$)(?![^]*[0-9])|^(?:(?:ขอ|ช่วย)?แก้(?:ไข)?|หัวหน้าให้แก้|ปัญหา|อุปสรรค|ข้อ|กิจกรรม|\s)*([0-9]{1,2}(?:\.[0-9]{1,2})*\.?(?:\s?[0-9]{1,2}\))?)(?=\s)/;
/** What may be left out within a name: "เตา 1" is "เตาที่ 1". */
export const WITHIN_NAME = /ที่(?=\s*[0-9])|\s/g;
/** A page of a list, alone or at the end of an argument. */
export const PAGE = /^(.*?)\s*(?:หน้า(?:ที่)?|page)\s*(\d{1,3})$/;

const NTH = ['แรก', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด'];
const NTH_ENGLISH = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const ORDINAL = new RegExp(
  `^(?:(?:ขอ)?(?:เลือก|เอา)?\\s*(?:อัน|ตัวเลือก|ตัว|รายการ|คน|ท่าน|แถว|บรรทัด|ลำดับ)\\s*(?:ที่\\s*)?([1-8]|หนึ่ง|${NTH.join('|')}|สุดท้าย|บนสุด|ล่างสุด)(?:\\s*(?:เลย|ก็ได้|แล้วกัน|ละกัน|นะ))*|(?:the )?(${NTH_ENGLISH.join('|')}|last)(?: one)?)$`,
);

/** @returns the place in what is shown that "อันที่สอง", "คนแรก", "the second one" mean, -1 for the last; null for other words. */
export function ordinalIn(typed: string): number | null {
  const found = ORDINAL.exec(typed);
  const word = found?.[1] ?? found?.[2];
  if (word === undefined) return null;
  if (word === 'สุดท้าย' || word === 'ล่างสุด' || word === 'last') return -1;
  if (word === 'หนึ่ง' || word === 'บนสุด') return 1;
  return Number(word) || Math.max(NTH.indexOf(word), NTH_ENGLISH.indexOf(word)) + 1;
}

/** That something is to be reported, and nothing of it: "อัปเดต". */
export const NAMES_REPORTING = /^(?:ขอ|ส่ง)*(?:อั[ปพ]เด[ตท]|รายงาน|ส่งงาน|update|report)(?:งาน|ผล|หน่อย)*$/i;
/** Said that there is none. */
export const SAID_NONE = /^([-–—]+|ไม่มี(?:แล้ว|เลย|อะไร)?|none|no)$/;
/** Polite words inside an answer that add nothing to it. */
export const POLITE = /ค่ะ|คะ|ครับ|จ้า/g;

/** `1.2 ให้ สมศรี`: an activity and who gets it. */
export const ASSIGN_TO = /^(.*?)\s*(?:ให้กับ|ให้แก่|ให้|แก่|เป็น|\bto\b)\s*(\S.*)$/is;
/** Titles before a name, which people leave out or add as they like; what is left must begin as a name does. */
export const NAME_TITLES =
  /^(?:(?:นางสาว|น\.?ส\.|นาง|นาย|คุณครู|คุณหมอ|คุณ|ท่าน|พี่|น้อง|ลุง|ป้า|น้า|อา(?=จารย์)|อาจารย์|ครู|หมอ|ดร\.?|ผศ\.|รศ\.|อ\.|รองผู้อำนวยการ|รอง\s?ผอ\.?|ผู้อำนวยการ|ผอ\.?|หัวหน้า|หน\.|ว่าที่\s?ร\.?[ตทอ]\.?|ว่าที่ร้อย(?:ตรี|โท|เอก)|จ่า(?:เอก|โท|ตรี)?|ส\.[ตทอ]\.|พ\.[ตทอ]\.[ตทอ]?\.?|ร\.[ตทอ]\.[ตทอ]?\.?|ด\.ต\.|miss|mrs\.?|mr\.?|ms\.?|dr\.|khun)\s*)+(?=[ก-ฮเ-ไa-z].)/;
/** Languages as people name them. */
export const LANGUAGE_NAMES = {
  th: ['ไทย', 'ภาษาไทย', 'thai', 'th'],
  en: ['อังกฤษ', 'ภาษาอังกฤษ', 'english', 'eng', 'en'],
} as const;
