/** Thai sentences of the dead-letters command. */

interface Counts {
  events: number;
  messages: number;
  /** To other programs. */
  notices: number;
}

export const deadLetters = {
  summary: 'แสดงเหตุการณ์ ข้อความ และการแจ้งระบบอื่นที่พยายามแล้วไม่สำเร็จ; สั่งทำซ้ำ หรือทิ้ง',
  usage: [
    'npm run dead-letters                       แสดงทั้งหมด',
    'npm run dead-letters -- --replay รหัส       ทำซ้ำหนึ่งรายการ (หรือ --replay all)',
    'npm run dead-letters -- --drop รหัส         ทิ้งหนึ่งรายการ (หรือ --drop all)',
  ],
  options: {
    office: 'เฉพาะหน่วยงานรหัสนี้',
    replay: 'รหัสรายการที่จะทำซ้ำ หรือ all',
    drop: 'รหัสรายการที่จะทิ้งพร้อมเนื้อความ หรือ all',
    yes: 'ยืนยันการทิ้งโดยไม่ถาม (สำหรับสคริปต์)',
  },
  bad: {
    stray: (word: string) => `ไม่เข้าใจ “${word}” กรุณาใช้ --replay รหัส หรือ --drop รหัส`,
    oneAct: 'ใช้ได้ทีละอย่าง: --replay หรือ --drop',
  },
  none: 'ไม่มีรายการค้าง',
  heading: ({ events, messages, notices }: Counts) =>
    `เหตุการณ์จาก LINE ที่ทำไม่สำเร็จ ${events} รายการ ข้อความที่ส่งไม่สำเร็จ ${messages} รายการ การแจ้งระบบอื่นที่ไม่สำเร็จ ${notices} รายการ`,
  event: (id: string, at: string, attempts: number, error: string) =>
    `  ${id}  เหตุการณ์ ${at} พยายาม ${attempts} ครั้ง: ${error}`,
  message: (id: string, at: string, purpose: string, attempts: number, error: string) =>
    `  ${id}  ข้อความ ${purpose} ${at} พยายาม ${attempts} ครั้ง: ${error}`,
  more: (count: number) => `  … และอีก ${count} รายการ (ดูครบด้วย --json)`,
  unknown: (id: string) => `ไม่มีรายการค้างรหัส ${id}`,
  replayed: ({ events, messages, notices }: Counts) =>
    `สั่งทำซ้ำแล้ว: เหตุการณ์ ${events} รายการ ข้อความ ${messages} รายการ การแจ้งระบบอื่น ${notices} รายการ (เซิร์ฟเวอร์ที่ทำงานอยู่จะทำต่อทันที)`,
  tooOld: (id: string) =>
    `${id}: เกิดเกิน 24 ชั่วโมงแล้ว ระบบจะไม่ทำตามคำสั่งเก่าที่อาจล้าสมัย กรุณาขอให้ผู้ส่งส่งใหม่ แล้วทิ้งรายการนี้ด้วย --drop`,
  newKey: (id: string) => `${id}: เริ่มส่งครั้งแรกเกิน 23 ชั่วโมงแล้ว จึงใช้ retry key ใหม่ หากครั้งก่อนไปถึงแล้ว ผู้รับอาจเห็นซ้ำ`,
  becamePush: (id: string) =>
    `${id}: เป็นคำตอบที่ reply token หมดอายุแล้ว จึงจะส่งแบบ push (นับโควตา) และผู้รับอาจเห็นซ้ำ`,
  ridesAlong: (id: string) =>
    `${id}: เป็นคำตอบในกลุ่ม การส่งแบบ push นับโควตาตามจำนวนสมาชิก จึงจะส่งพร้อมคำตอบครั้งถัดไปในกลุ่มนั้นโดยไม่เสียโควตา`,
  empty: (id: string) => `${id}: ไม่มีเนื้อความเหลืออยู่ จึงทำซ้ำไม่ได้ กรุณาทิ้งด้วย --drop`,
  changed: (id: string) => `${id}: เปลี่ยนไประหว่างนี้ จึงไม่ได้แตะต้อง`,
  off: (id: string) => `${id}: webhook ปลายทางถูกลบหรือปิดอยู่ จึงไม่ได้ส่งซ้ำ`,
  dropped: ({ events, messages, notices }: Counts) =>
    `ทิ้งแล้ว: เหตุการณ์ ${events} รายการ ข้อความ ${messages} รายการ การแจ้งระบบอื่น ${notices} รายการ`,
  askDrop: (count: number) => `ทิ้ง ${count} รายการพร้อมเนื้อความใช่หรือไม่ เรียกคืนไม่ได้`,
  needsYes: 'การทิ้งเรียกคืนไม่ได้ กรุณาสั่งจากหน้าจอที่ถามตอบได้ หรือใส่ --yes',
  declined: 'ยกเลิกแล้ว ไม่ได้ทิ้งอะไร',
};
