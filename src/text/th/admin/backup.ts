/** Thai sentences of backup, restore and move-database. */

const inUse = (pid: number | null): string =>
  `โปรแกรมกำลังใช้ฐานข้อมูลนี้อยู่${pid === null ? '' : ` (โปรเซส ${pid})`} กรุณาหยุดโปรแกรมก่อน แล้วสั่งอีกครั้ง`;
const unseen =
  'บัญชีฐานข้อมูลนี้ไม่มีสิทธิ์ดูว่าโปรแกรมกำลังทำงานอยู่หรือไม่ กรุณาหยุดโปรแกรมทุกเครื่อง แล้วสั่งอีกครั้งโดยใส่ --bot-stopped';
const botStopped = 'ยืนยันว่าหยุดโปรแกรมแล้ว เมื่อบัญชีฐานข้อมูลไม่มีสิทธิ์ดูเอง';
const documents = (count: number): string => `${count.toLocaleString('en')} รายการ`;

export const backup = {
  summary: 'สำรองข้อมูลทั้งหมด (แผน รายงาน รูปหลักฐาน สมาชิก) เป็นไฟล์เดียว ทำได้ขณะโปรแกรมทำงาน',
  usage: [
    'npm run backup',
    'npm run backup -- --out สำรอง.backup',
    'npm run backup -- --office รหัส --out หน่วยงาน.backup',
  ],
  options: {
    out: 'ไฟล์ที่จะเขียน (ค่าปกติ kuebna-วันที่-เวลา.backup) อ่านได้เฉพาะผู้สั่ง',
    office: 'เฉพาะหน่วยงานนี้ สำหรับย้ายไประบบของตนเองด้วย npm run restore (ไม่รวมบัญชี LINE และลิงก์ที่ออกไว้)',
    yes: 'เขียนทับไฟล์ที่มีอยู่',
  },
  stray: (word: string) => `ไม่เข้าใจ “${word}” ใช้ --out ระบุไฟล์ที่จะเขียน`,
  done: (file: string, count: number, size: string) => `สำรองข้อมูลแล้ว: ${file} (${documents(count)}, ${size})`,
  keep: (key: string, ledger: string) =>
    `กรุณาเก็บไว้คนละเครื่อง พร้อมกุญแจเข้ารหัส (${key}) และเก็บทะเบียนการลบข้อมูลส่วนบุคคล (${ledger} ถ้ามี) แยกจากไฟล์สำรอง`,
  broken: 'เขียนแล้วอ่านกลับไม่ครบ ไฟล์สำรองนี้ใช้ไม่ได้ กรุณาตรวจพื้นที่จัดเก็บแล้วสั่งอีกครั้ง',
};

export const restore = {
  summary: 'กู้คืนข้อมูลทั้งหมดจากไฟล์สำรอง แล้วลบผู้ที่เคยขอลบข้อมูลซ้ำ ต้องหยุดโปรแกรมก่อน',
  usage: ['npm run restore -- สำรอง.backup', 'npm run restore -- สำรอง.backup --replace'],
  options: {
    replace: 'แทนที่ข้อมูลที่มีอยู่ในฐานข้อมูลทั้งหมด',
    ledger: 'ไฟล์ทะเบียนการลบล่าสุด (ค่าปกติ erasures.jsonl ใน DATA_DIR)',
    'bot-stopped': botStopped,
    yes: 'ยืนยันโดยไม่ถาม (สำหรับสคริปต์)',
  },
  needsFile: 'กรุณาระบุไฟล์สำรองหนึ่งไฟล์',
  fault: {
    'no-backup': (file: string) => `${file} ไม่ใช่ไฟล์ที่ npm run backup เขียน`,
    newer: (file: string) => `${file} มาจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับรุ่นโปรแกรมก่อน`,
    broken: (file: string) => `${file} ไม่ครบหรือเสียหาย ยังไม่ได้เปลี่ยนอะไร กรุณาใช้ไฟล์สำรองอื่น`,
  },
  inUse,
  unseen,
  notEmpty: 'ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว ยังไม่ได้เปลี่ยนอะไร ใส่ --replace หากต้องการแทนที่ทั้งหมด',
  ask: (count: number, at: string) =>
    `กู้คืน ${documents(count)} ตามข้อมูลเมื่อ ${at} ข้อมูลหลังจากนั้นจะหายไป ยืนยันหรือไม่`,
  needsYes: 'กรุณาสั่งจากหน้าจอที่ถามตอบได้ หรือใส่ --yes',
  declined: 'ยกเลิกแล้ว ไม่ได้เปลี่ยนอะไร',
  done: (count: number, at: string) => `กู้คืนแล้ว ${documents(count)} ตามข้อมูลเมื่อ ${at} เริ่มโปรแกรมได้`,
  brokeOff: 'กู้คืนไม่เสร็จ โปรแกรมจะไม่เริ่มจนกว่าจะสั่งกู้คืนอีกครั้งจนเสร็จ',
};

export const moveDatabase = {
  summary: 'ย้ายข้อมูลทั้งหมดไปฐานข้อมูลอื่น เช่น จากฐานข้อมูลในตัวไป replica set ต้องหยุดโปรแกรมก่อน ข้อมูลเดิมยังอยู่',
  usage: [
    'npm run move-database -- --to mongodb://…/kuebna?replicaSet=…',
    'npm run move-database -- --to embedded     ย้ายกลับมาที่ฐานข้อมูลในตัว (DATA_DIR)',
  ],
  options: { to: 'ฐานข้อมูลปลายทาง ต้องว่าง', 'bot-stopped': botStopped },
  needsTo: 'กรุณาระบุปลายทางด้วย --to',
  badTo: 'ปลายทางต้องขึ้นต้นด้วย mongodb:// หรือ mongodb+srv:// หรือเป็นคำว่า embedded',
  same: 'ต้นทางกับปลายทางเป็นฐานข้อมูลเดียวกัน',
  targetUnusable: (detail: string) => `ใช้ฐานข้อมูลปลายทางไม่ได้: ${detail}`,
  unreachable: (detail: string) => `เชื่อมต่อไม่ได้ (${detail}) กรุณาตรวจที่อยู่ใน --to`,
  standalone: 'ต้องเป็น replica set หรือ sharded cluster (ต้องใช้ transaction)',
  targetNotEmpty: 'ฐานข้อมูลปลายทางมีข้อมูลอยู่แล้ว ยังไม่ได้ย้ายอะไร',
  differs: 'ข้อมูลที่ปลายทางไม่ตรงกับต้นทาง กรุณาหยุดโปรแกรมทุกเครื่องแล้วสั่งอีกครั้ง ข้อมูลเดิมยังอยู่ครบ',
  done: (count: number) => `ย้ายแล้ว ${documents(count)} และตรวจแล้วว่าตรงกันทุกรายการ`,
  next: (setting: string) => `แก้ไฟล์ .env เป็น MONGODB_URI=${setting} แล้วเริ่มโปรแกรม ข้อมูลเดิมยังอยู่ที่เดิม`,
};
