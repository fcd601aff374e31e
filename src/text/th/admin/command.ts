/** Thai sentences that all administrators' commands share. */
export const command = {
  usage: 'วิธีใช้',
  options: 'ตัวเลือก',
  help: 'แสดงวิธีใช้นี้',
  json: 'พิมพ์ผลเป็น JSON เพียงค่าเดียว สำหรับสคริปต์',
  english: 'แสดงข้อความเป็นภาษาอังกฤษ',
  seeHelp: (name: string) => `ดูวิธีใช้: npm run ${name} -- --help`,
  unknownOption: (option: string) => `ไม่รู้จักตัวเลือก ${option}`,
  needsValue: (option: string) => `ตัวเลือก ${option} ต้องมีค่าตามหลัง`,
  badDay: (flag: string, typed: string) =>
    `--${flag} ต้องเป็นวันที่ตามปี ค.ศ. (ปี-เดือน-วัน) เช่น 2021-05-31 ไม่ใช่ ${typed}`,
  badMoment: (flag: string, typed: string) =>
    `--${flag} ต้องเป็นวันหรือเวลาตามปี ค.ศ. เช่น 2021-03-31 หรือ 2021-03-31T16:30 (เวลาไทย) ไม่ใช่ ${typed}`,
  buddhistYear: (flag: string, typed: string, meant: string) =>
    `--${flag} ใช้ปี ค.ศ. แต่ ${typed} เป็นปี พ.ศ. กรุณาพิมพ์ --${flag} ${meant}`,
  takesNoValue: (option: string) => `ตัวเลือก ${option} ไม่รับค่า`,
  databaseUnreachable: (detail: string) => `เชื่อมต่อฐานข้อมูลไม่ได้: ${detail}`,
  databaseUriUnreachable: (detail: string) =>
    `เชื่อมต่อฐานข้อมูลตาม MONGODB_URI ไม่ได้ (${detail}) กรุณาตรวจว่า MongoDB เปิดอยู่ ` +
    'และชื่อเครื่อง พอร์ต ชื่อผู้ใช้ กับรหัสผ่านใน MONGODB_URI ถูกต้อง',
  databaseStandalone: 'ฐานข้อมูลตาม MONGODB_URI ต้องเป็น replica set หรือ sharded cluster (ต้องใช้ transaction)',
  databaseHalfRestored:
    'การกู้คืนฐานข้อมูลนี้ยังไม่เสร็จ กรุณาสั่ง npm run restore ด้วยไฟล์สำรองเดิมอีกครั้งจนเสร็จ แล้วจึงเริ่มโปรแกรม',
  databaseNewer: 'ฐานข้อมูลนี้ใช้กับโปรแกรมรุ่นใหม่กว่านี้แล้ว กรุณาใช้โปรแกรมรุ่นล่าสุด หรือกู้คืนจากไฟล์สำรองที่ทำไว้ก่อนปรับรุ่น',
  databaseNone: 'ยังไม่มีฐานข้อมูล',
  databaseSlow:
    'กำลังเปิดฐานข้อมูล กรุณารอสักครู่ … (หากยังไม่เคยเปิดในเครื่องนี้ ต้องดาวน์โหลดโปรแกรม MongoDB 60-100 MB ก่อน อาจใช้เวลาหลายนาที)',
  unreadable: (name: string) => `${name}: อ่านข้อมูลที่เก็บไว้ของหน่วยงานนี้ไม่ได้ จึงข้ามไป (npm run doctor บอกว่าส่วนใด)`,
  unexpected: (detail: string) => `เกิดข้อผิดพลาดที่ไม่คาดคิด: ${detail}`,
  yesNo: '(พิมพ์ ใช่ หรือ ไม่)',
  /** Answers that mean yes; anything else means no. */
  yesWords: ['ใช่', 'ตกลง', 'ยืนยัน', 'y', 'yes'],
  fileMissing: (file: string) => `ไม่พบไฟล์ ${file}`,
  fileUnreadable: (file: string, detail: string) => `อ่านไฟล์ ${file} ไม่ได้: ${detail}`,
  fileExists: (file: string) => `มีไฟล์ ${file} อยู่แล้ว ใส่ --yes หากต้องการเขียนทับ`,
  fileUnwritable: (file: string, detail: string) => `เขียนไฟล์ ${file} ไม่ได้: ${detail}`,
  folderMissing: (folder: string) => `ไม่พบโฟลเดอร์ ${folder} กรุณาสร้างโฟลเดอร์ก่อน`,
  /** Why a file cannot be read or written, by the code the system gives; others show their code. */
  fileTrouble: {
    EACCES: 'ไม่มีสิทธิ์เข้าถึง',
    EPERM: 'ไม่มีสิทธิ์เข้าถึง',
    EROFS: 'พื้นที่นี้อ่านได้อย่างเดียว',
    EISDIR: 'เป็นโฟลเดอร์ ไม่ใช่ไฟล์',
    ENOTDIR: 'มีไฟล์ชื่อเดียวกับโฟลเดอร์ในที่อยู่นี้',
    EEXIST: 'มีไฟล์ชื่อเดียวกับโฟลเดอร์ในที่อยู่นี้',
    ENOSPC: 'พื้นที่จัดเก็บเต็ม',
    EBUSY: 'โปรแกรมอื่นเปิดไฟล์นี้อยู่',
    ENAMETOOLONG: 'ชื่อไฟล์ยาวเกินไป',
  },
  jsonPlace: (line: number, column: number) => `บรรทัดที่ ${line} อักขระที่ ${column}`,
};
