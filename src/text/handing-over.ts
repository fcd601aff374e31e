/** How managers say that somebody's work goes to somebody else: "โอนงานของสมศรีให้วิภา", "ให้วิภาทำ 1.2 แทนสมศรี"; plain text, read by the router. */

const POLITE = '^(?:ช่วย|ขอ|รบกวน|อยาก|ต้องการ|ฝาก|please\\s|\\s)*';
const WORK =
  '(?:งาน|กิจกรรม|โครงการ|ข้อ|ภาระงาน|ทั้งหมด|ทุก(?:อย่าง|งาน|กิจกรรม|ข้อ)|ที่รับผิดชอบ|all|the|work|activities|activity|\\s)*';
const CODE = '([0-9][0-9.)\\s]*?)?';
const PATTERNS = [
  // "โอนงาน 1.2 ของสมศรีให้วิภา"
  {
    words: new RegExp(
      `${POLITE}(?:โอน|ย้าย|ยก|เปลี่ยน|ส่งต่อ|มอบ(?:หมาย)?)${WORK}${CODE}\\s*(?:ของ|จาก)\\s*(\\S.*?)\\s*(?:ทั้งหมด)?\\s*(?:ไป)?(?:ให้(?:กับ|แก่)?|เป็น(?:ของ)?)\\s*(\\S.*)$`,
    ),
    places: { code: 1, from: 2, to: 3 },
  },
  // "ย้ายงานสมศรีให้วิภา"
  {
    words: new RegExp(
      `${POLITE}(?:โอน|ย้าย|ยก|ส่งต่อ)(?:งาน|กิจกรรม)(?:ทั้งหมด)?\\s*()([^0-9\\s].*?)\\s*(?:ทั้งหมด)?\\s*(?:ไป)?ให้(?:กับ|แก่)?\\s*(\\S.*)$`,
    ),
    places: { code: 1, from: 2, to: 3 },
  },
  // "ให้วิภาทำ 1.2 แทนสมศรี"
  {
    words: new RegExp(
      `${POLITE}ให้\\s*(\\S.*?)\\s*(?:มา)?(?:ทำ|ดูแล|รับผิดชอบ|รับ)(?:แทน)?\\s*${WORK}${CODE}\\s*${WORK}(?:แทน|ต่อจาก|ของ)\\s*(\\S.*)$`,
    ),
    places: { to: 1, code: 2, from: 3 },
  },
  {
    words: new RegExp(
      `${POLITE}(?:hand over|transfer|move|give)\\s+${WORK}${CODE}\\s*(?:of|from)\\s+(\\S.*?)\\s+to\\s+(\\S.*)$`,
    ),
    places: { code: 1, from: 2, to: 3 },
  },
  {
    words: new RegExp(
      `${POLITE}(?:hand over|transfer|move|give)\\s+()(\\S.*?)(?:'s)?\\s+(?:work|activities)\\s+to\\s+(\\S.*)$`,
    ),
    places: { code: 1, from: 2, to: 3 },
  },
] as const;

/** Around a name, and nothing of it. */
const AROUND_NAME = /^(?:คุณ(?=\s))?\s*|\s*(?:ทั้งหมด|เลย|แทน|ที|ได้ไหม|ได้มั้ย|นะ|now|please)+$/g;
/** Told, not wished; and who stands in for a while, which is asked of who goes on leave. */
const OF_ELSE = /แล้ว$|เรียบร้อย|งบ|เงิน|บาท|ชั่วคราว|ระหว่าง|ช่วงที่|(?<!เว)ลา(?:ป่วย|กิจ|พัก|อยู่|$)|วันลา/;

/** Longer texts tell something. */
const MOST_TEXT = 100;

export interface HandingOver {
  from: string;
  to: string;
  /** null for all there is. */
  activity: string | null;
}

/** @param plain typed words. @returns whose work goes to whom, as they are named; null where nothing of the kind is wished. */
export function handingOver(plain: string): HandingOver | null {
  if (plain.length > MOST_TEXT || OF_ELSE.test(plain)) return null;
  for (const { words, places } of PATTERNS) {
    const found = words.exec(plain);
    if (!found) continue;
    const part = (at: number): string => (found[at] ?? '').replace(AROUND_NAME, '').trim();
    return { from: part(places.from), to: part(places.to), activity: part(places.code) || null };
  }
  return null;
}
