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
  takesNoValue: (option: string) => `ตัวเลือก ${option} ไม่รับค่า`,
  databaseUnreachable: (detail: string) => `เชื่อมต่อฐานข้อมูลไม่ได้: ${detail}`,
  databaseStandalone: 'MongoDB ต้องเป็น replica set หรือ sharded cluster (ต้องใช้ transaction)',
  databaseSlow: 'กำลังเปิดฐานข้อมูล ครั้งแรกต้องดาวน์โหลดโปรแกรม MongoDB (60-100 MB) อาจใช้เวลาหลายนาที กรุณารอสักครู่ …',
  unexpected: (detail: string) => `เกิดข้อผิดพลาดที่ไม่คาดคิด: ${detail}`,
  yesNo: '(พิมพ์ ใช่ หรือ ไม่)',
  /** Answers that mean yes; anything else means no. */
  yesWords: ['ใช่', 'ตกลง', 'ยืนยัน', 'y', 'yes'],
  fileMissing: (file: string) => `ไม่พบไฟล์ ${file}`,
  fileUnreadable: (file: string, detail: string) => `อ่านไฟล์ ${file} ไม่ได้: ${detail}`,
  fileExists: (file: string) => `มีไฟล์ ${file} อยู่แล้ว ใส่ --yes หากต้องการเขียนทับ`,
  fileUnwritable: (file: string, detail: string) => `เขียนไฟล์ ${file} ไม่ได้: ${detail}`,
};
