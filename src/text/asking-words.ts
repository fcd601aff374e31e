/** Words that begin the commands by which people ask what comes next in the plan and how its parts stand, Thai first, English too; bot/commands matches them. */

/** Words that begin a command, by its name; lower case, the longest match wins. */
export const askingWords = {
  soon: [
    'ใกล้ครบกำหนด',
    'งานใกล้ครบกำหนด',
    'กิจกรรมใกล้ครบกำหนด',
    'กิจกรรมที่ใกล้ครบกำหนด',
    'ใกล้ถึงกำหนด',
    'งานใกล้ถึงกำหนด',
    'due soon',
  ],
  planned: ['กิจกรรมตามแผน', 'planned activities'],
  units: [
    'เทียบแต่ละฝ่าย',
    'เทียบแต่ละกลุ่ม',
    'เทียบฝ่าย',
    'สรุปรายฝ่าย',
    'สรุปรายกลุ่ม',
    'สรุปรายกลุ่มงาน',
    'สรุปรายหน่วยงาน',
    'รายฝ่าย',
    'แต่ละฝ่าย',
    'compare units',
    'by unit',
  ],
  quota: ['โควต้า', 'โควตา', 'โควต้าข้อความ', 'โควตาข้อความ', 'ข้อความที่เหลือ', 'จำนวนข้อความที่เหลือ', 'quota'],
  urgent: ['งานเร่งด่วน', 'งานด่วน', 'เร่งด่วน', 'กิจกรรมที่ต้องเร่ง', 'งานที่ต้องเร่ง', 'urgent', 'urgent activities'],
} as const;
