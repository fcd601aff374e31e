/** Finds what a message says of the writer's own affairs, leave and the bot's reminders, which is nothing of the work; the mood rules and the talk ask it. */
import { normalise } from '../spelling/normalise.ts';

/** mute: no reminders are wanted; back: a leave is taken back; leave: somebody will be away. */
export type Affair = 'mute' | 'back' | 'leave';

export interface AffairFound {
  affair: Affair;
  start: number;
  end: number;
}

const STOPS =
  '(?:ยกเลิก|งด|ปิด|หยุด|เลิก|อย่า(?:เพิ่ง|พึ่ง)?|ไม่ต้อง(?:การ)?|ไม่อยากให้|ไม่เอา|เลื่อน|ชะลอ|พัก|mute|stop|turn off)';
const REMINDER = '(?:แจ้ง)?(?:เตือน|ทวง)(?!ภัย|สติ)';
/** "งดแจ้งเตือน", "ไม่ต้องส่งข้อความมาเตือน". */
const MUTES = new RegExp(
  `${STOPS}\\s?(?:การ|ส่ง|ข้อความ|ระบบ|ตัว|รับ|มา|ให้|บอท|บอต|ไลน์|the |my |all |me |\\s){0,4}(?:${REMINDER}|notif|remind)`,
);
/** "เตือนทุกวันเลย ปิดได้ไหม". */
const MUTES_AFTER = new RegExp(
  `${REMINDER}[^\\n]{0,30}?(?:ปิด|หยุด|เลิก|งด)\\s?(?:ไป|การ)?\\s?(?:ได้|ไหม|มั้ย|ยังไง|อย่างไร|ตรงไหน|ที|หน่อย)`,
);

/** A leave by itself: ลาน, ลาด and ลาก are other words. */
const LEAVE = '(?:การ|วัน|ใบ|คำ|ที่|ขอ|\\s)*ลา(?:ป่วย|กิจ|พัก(?:ร้อน|ผ่อน)?|งาน|คลอด|บวช|หยุด)?';
const LEAVE_ENDS =
  '(?=$|[\\s,.!?]|แล้ว|ละ|ไว้|วัน|เมื่อ|พรุ่ง|มะรืน|ที่|ของ|ถึง|ด้วย|หน่อย|ก่อน|ค่|ค้|คะ|คร|คับ|จ้|นะ|ทั้ง|อาทิตย์|สัปดาห์|\\d)';
const TAKES_LEAVE_BACK = new RegExp(
  `(?:ยกเลิก|ถอน|ลบ|ไม่(?:ได้|ต้อง)?)\\s?${LEAVE}${LEAVE_ENDS}|cancel (?:my |the )?leave`,
);
/** Nobody else is named before it: the writer will be away. */
const TAKES_LEAVE = new RegExp(
  `^(?:สวัสดี|เรียน|แจ้ง|ขออนุญาต|แอดมิน|วันนี้|พรุ่งนี้|มะรืน(?:นี้)?|ป่วย|ไม่สบาย|ผม|หนู|ดิฉัน|พี่|น้อง|จะ|ต้อง|ขอ|เดี๋ยว|ค่ะ|คะ|ครับ|นะ|\\s)*(?:ลา(?:ป่วย|กิจ|พัก(?:ร้อน|ผ่อน)|งาน|คลอด|บวช)|ขอลา)${LEAVE_ENDS}`,
);
/** "ลาป่วย 2 คน" is told of the staff. */
const OF_OTHERS = /^\s?(?:ไป)?\s?\d+\s?(?:คน|ราย|ท่าน|นาย)/;

/** Most messages have nothing of the kind. */
const MENTIONS = /เตือน|ทวง|ลา|notif|remind|leave/;

/** @param text in its normal spelling, a line of it or its rest. */
export function affairIn(text: string): AffairFound | null {
  if (!MENTIONS.test(text)) return null;
  const mute = MUTES.exec(text) ?? MUTES_AFTER.exec(text);
  if (mute) return found('mute', mute);
  const back = TAKES_LEAVE_BACK.exec(text);
  if (back) return found('back', back);
  const leave = TAKES_LEAVE.exec(text);
  return leave && !OF_OTHERS.test(text.slice(leave[0].length)) ? found('leave', leave) : null;
}

function found(affair: Affair, match: RegExpExecArray): AffairFound {
  return { affair, start: match.index, end: match.index + match[0].length };
}

/** Longer messages are about more. */
const MOST_TEXT = 300;

/** @param text as typed. */
export function affairOf(text: string): Affair | null {
  return text.length > MOST_TEXT ? null : (affairIn(normalise(text).text)?.affair ?? null);
}
