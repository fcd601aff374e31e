/** Thai sentences of export-person and erase-person (PDPA). */
export const person = {
  /** Stands where a reporter's name stood. */
  anonymous: 'ผู้รายงาน (ลบข้อมูลแล้ว)',
  export: {
    summary: 'รวบรวมข้อมูลทั้งหมดของบุคคลหนึ่งเป็น JSON ตามสิทธิขอเข้าถึงข้อมูล (PDPA)',
    usage: [
      'npm run export-person -- รหัส                     พิมพ์ออกหน้าจอ',
      'npm run export-person -- รหัส --out ข้อมูล.json     เขียนเป็นไฟล์',
    ],
    options: {
      out: 'ไฟล์ที่จะเขียน (อ่านได้เฉพาะผู้สั่ง)',
      yes: 'เขียนทับไฟล์ที่มีอยู่',
    },
    wrote: (name: string, file: string) => `เขียนข้อมูลของ ${name} แล้ว: ${file}`,
  },
  erase: {
    summary: 'ลบข้อมูลของบุคคลหนึ่ง (PDPA) ตัวเลขและผลงานของทางราชการยังอยู่ โดยไม่มีชื่อผู้รายงาน',
    usage: [
      'npm run erase-person -- รหัส            ลบ (รหัสสมาชิก หรือ LINE user ID)',
      'npm run erase-person -- --reapply       ลบซ้ำตามทะเบียน หลังกู้คืนฐานข้อมูลสำรอง',
    ],
    options: {
      reapply: 'ลบซ้ำทุกคนในทะเบียนการลบ',
      ledger: 'ไฟล์ทะเบียนการลบ (ค่าปกติ erasures.jsonl ใน DATA_DIR) ไม่มีชื่อหรือ LINE ID',
      yes: 'ยืนยันโดยไม่ถาม (สำหรับสคริปต์)',
    },
    ask: (name: string, updates: number) =>
      `ลบข้อมูลของ ${name} อย่างถาวร รายงาน ${updates} ครั้งจะไม่มีชื่อผู้รายงาน ยืนยันหรือไม่`,
    needsYes: 'การลบเรียกคืนไม่ได้ กรุณาสั่งจากหน้าจอที่ถามตอบได้ หรือใส่ --yes',
    declined: 'ยกเลิกแล้ว ไม่ได้ลบอะไร',
    done: (rows: number) => `ลบข้อมูลแล้ว (${rows} รายการ)`,
    keep: (file: string) => `ทะเบียนการลบ: ${file} กรุณาเก็บแยกจากข้อมูลสำรอง และสั่ง --reapply ทุกครั้งหลังกู้คืน`,
    mentions: (codes: string) =>
      `ข้อความรายงานหรือแผนยังเอ่ยชื่อนี้ในกิจกรรม ${codes} ซึ่งเป็นเนื้อหาของทางราชการ กรุณาพิจารณาแก้ไขเอง`,
    reapplied: (people: number, found: number) => `ทะเบียนมี ${people} คน พบข้อมูลที่กู้คืนมาและลบซ้ำแล้ว ${found} คน`,
    ledgerUnwritable: (file: string, detail: string) =>
      `เขียนทะเบียน ${file} ไม่ได้ (${detail}) จึงยังไม่ได้ลบอะไร ใช้ --ledger ระบุไฟล์อื่น`,
    ledgerBroken: (file: string, line: number) =>
      `ทะเบียนการลบ ${file} บรรทัดที่ ${line} อ่านไม่ได้ จึงยังไม่ได้เปลี่ยนอะไร ` +
      'กรุณาใช้สำเนาทะเบียนที่สมบูรณ์ โดยระบุด้วย --ledger แล้วสั่งอีกครั้ง',
    ledgerMissing: (file: string) =>
      `ไม่พบทะเบียนการลบ ${file} จึงยังไม่ได้เปลี่ยนอะไร กรุณาตรวจชื่อไฟล์ หรือสั่งโดยไม่ใส่ --ledger เพื่อใช้ทะเบียนใน DATA_DIR`,
    conflict: 'มีการเปลี่ยนแปลงเข้ามาระหว่างนี้ จึงยังไม่ได้ลบ กรุณาสั่งอีกครั้ง',
  },
  needsId: 'กรุณาระบุรหัสสมาชิกหรือ LINE user ID หนึ่งคน ดูรหัสด้วย npm run members -- --all',
  reapplyAlone: '--reapply ไม่ต้องระบุรหัส',
  unknown: (id: string) => `ไม่พบข้อมูลของ ${id}`,
};
