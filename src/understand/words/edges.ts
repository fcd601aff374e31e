/** What is left off either end of an obstacle, suggestion or result: headings, joining words, particles, signs. */
export const TEXT_HEADING =
  /^(ปัญหา(และอุปสรรค|ที่พบ|คือ)?|อุปสรรค(และปัญหา)?|ผลการดำเนินงาน|ผลงาน|ผลลัพธ์|ผล|ข้อเสนอแนะ|ข้อเสนอ|เสนอแนะ|เหตุผล|สาเหตุ|สืบเนื่องจาก|เนื่องจาก|เนื่องด้วย|เพราะ(ว่า)?|แต่)\s*[:：-]?\s*/;

export const TEXT_TAIL =
  /(\s|นะคะ|นะครับ|ค่ะ|คะ|ค่า|ครับ|คับ|จ้า|[.,!ๆ"”'’)\]]|\p{Extended_Pictographic}|\ufe0f)+$/u;

export const NOTHING = 'ไม่มี';
