/** How people ask for what an administrator does: the plan, people, settings; plain text, read by the router's interpreters of it. */

const WISH = '(?:ช่วย|ขอ|อยาก(?:ได้|จะ)?|จะ|ต้อง(?:การ)?|รบกวน|\\s)*';
const CHANGES = '(?:นำเข้า|อัปโหลด|อัพโหลด|อัพ|เพิ่ม|ลบ|เปลี่ยน|แก้ไข|แก้|ตั้ง|กำหนด|ดาวน์โหลด)';
const WHAT =
  '(?:แผน(?!งาน)|คน(?:ใหม่|เข้า|อื่น)?(?:ยังไง|อย่างไร|ไง)?$|(?:ครู|บุคลากร)(?:คน)?(?:ใหม่|เข้า)|สมาชิก|ผู้ใช้|เจ้าหน้าที่|วันหยุด|เวลาเตือน|แจ้งเตือน|รหัสเชิญ|สิทธิ์|บทบาท|ชื่อ(?:กิจกรรม|โครงการ|หน่วยงาน)|เดือนของ|ปีงบ)';
const ON_PAGE = new RegExp(`^${WISH}${CHANGES}\\S{0,12}${WHAT}[^]{0,24}$`);
/** "ขอลิงก์จัดการ", "สำรองข้อมูล", "ตั้งสมชายเป็นผู้บริหาร". */
const BY_ITSELF = new RegExp(
  `^${WISH}(?:ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|link)\\s*(?:เข้า|ไป|หน้า|ของ|สำหรับ|\\s)*(?:จัดการ|ตั้งค่า|แอดมิน|ผู้ดูแล)|^${WISH}สำรองข้อมูล|^${WISH}(?:ตั้ง|ให้|เปลี่ยน)\\s*\\S.{1,40}เป็น\\s*(?:ผู้บริหาร|ผู้ดูแล(?:ระบบ)?|แอดมิน|admin)$`,
);
/** What was done is told. */
const DONE = /แล้ว|เสร็จ|เรียบร้อย|บาท|ร้อยละ|%/;

/** @param plain typed words. @returns whether they ask for what is done on the administrators' page. */
export function isAdminWork(plain: string): boolean {
  return !DONE.test(plain) && (ON_PAGE.test(plain) || BY_ITSELF.test(plain));
}

const OUT =
  /^(?:ช่วย|ขอ|อยาก|จะ|ต้องการ|\s)*(?:ลบ|เอา|ถอน|นำ)\s*(\S.{1,40}?)\s*ออก(?:จาก(?:ระบบ|หน่วยงาน|กลุ่ม))?$/;

/** @returns the name of whom is to be taken out; null where nobody is. */
export function takenOut(plain: string): string | null {
  return OUT.exec(plain)?.[1] ?? null;
}

/** "ใครยังไม่ลงทะเบียน", "มีกี่คนในระบบ". */
export const ASKS_MEMBERS =
  /(?:ใคร|คนไหน|ท่านใด|กี่คน)\S{0,6}(?:ยังไม่|ไม่)?(?:ได้)?(?:ลงทะเบียน|เข้าระบบ|สมัคร|เข้าใช้)|(?:มี)?(?:กี่คน|ใคร(?:บ้าง)?|คนกี่คน)(?:อยู่)?ในระบบ/;
