/** Thai words of the menus under the chat, and of the command that installs them. */
import type { Role } from '../../../domain/member.ts';

/** stranger: whoever has not registered. */
export type MenuRole = Role | 'stranger';

export type MenuIcon =
  | 'report'
  | 'list'
  | 'history'
  | 'undo'
  | 'bell'
  | 'help'
  | 'summary'
  | 'overdue'
  | 'missing'
  | 'budget'
  | 'file'
  | 'lock'
  | 'register';

export interface MenuTile {
  icon: MenuIcon;
  /** At most 20 characters: LINE reads it aloud. */
  label: string;
  /** One line under the label. */
  hint: string;
  /** What a tap says in the chat. */
  says: string;
}

const help: MenuTile = { icon: 'help', label: 'ช่วยเหลือ', hint: 'วิธีใช้', says: 'ช่วยเหลือ' };
const figures: MenuTile[] = [
  { icon: 'summary', label: 'สรุป', hint: 'ภาพรวม', says: 'สรุป' },
  { icon: 'overdue', label: 'ล่าช้า', hint: 'เลยกำหนดแล้ว', says: 'ล่าช้า' },
  { icon: 'missing', label: 'ยังไม่รายงาน', hint: 'รอรายงานผล', says: 'ยังไม่รายงาน' },
  { icon: 'budget', label: 'งบประมาณ', hint: 'ใช้ไปและเหลือ', says: 'งบประมาณ' },
];
const halfYear: MenuTile = {
  icon: 'file',
  label: '6 เดือน',
  hint: 'รายงานครึ่งปี',
  says: 'รายงาน 6 เดือน',
};
/** Managers may have activities of their own. */
const mine: MenuTile = {
  icon: 'list',
  label: 'งานของฉัน',
  hint: 'ที่รับผิดชอบ',
  says: 'งานของฉัน',
};

const menus: Record<MenuRole, MenuTile[]> = {
  stranger: [
    { icon: 'register', label: 'ลงทะเบียน', hint: 'ใช้รหัสเชิญจากหน่วยงาน', says: 'ลงทะเบียน' },
    { icon: 'help', label: 'ช่วยเหลือ', hint: 'บอตนี้ทำอะไรได้บ้าง', says: 'ช่วยเหลือ' },
  ],
  officer: [
    { icon: 'report', label: 'รายงานผล', hint: 'บันทึกความก้าวหน้า', says: 'รายงาน' },
    mine,
    { icon: 'history', label: 'ประวัติ', hint: 'ที่รายงานไปแล้ว', says: 'ประวัติ' },
    { icon: 'bell', label: 'เตือนพรุ่งนี้', hint: 'เลื่อนการเตือน', says: 'เตือนพรุ่งนี้' },
    { icon: 'undo', label: 'ยกเลิกล่าสุด', hint: 'กลับไปก่อนรายงาน', says: 'ยกเลิกรายงานล่าสุด' },
    help,
  ],
  manager: [
    ...figures,
    halfYear,
    { icon: 'file', label: '12 เดือน', hint: 'รายงานทั้งปี', says: 'รายงาน 12 เดือน' },
    mine,
    help,
  ],
  admin: [
    ...figures,
    halfYear,
    { icon: 'lock', label: 'ปิดงวด', hint: 'ตรึงผลครึ่งปี', says: 'ปิดงวด' },
    mine,
    help,
  ],
};

export const richMenu = {
  /** On the bar under the chat, at most 14 characters. */
  bar: 'เมนู',
  menus,
  summary: 'วาด ตรวจ และติดตั้งเมนูใต้ห้องแชทของแต่ละบทบาท',
  usage: [
    'npm run rich-menu                              ติดตั้ง หรือปรับให้ตรงกับโปรแกรมรุ่นนี้',
    'npm run rich-menu -- --dry-run --out โฟลเดอร์   วาดรูปออกมาดู ยังไม่ติดตั้ง',
    'npm run rich-menu -- --remove                  นำเมนูของบอตนี้ออกทั้งหมด',
  ],
  options: {
    'dry-run': 'วาดและตรวจเท่านั้น ไม่ติดต่อ LINE',
    out: 'โฟลเดอร์ที่จะเขียนรูป PNG และ JSON ของเมนู',
    remove: 'นำเมนูที่โปรแกรมนี้ติดตั้งไว้ออกทั้งหมด',
    yes: 'เขียนทับไฟล์ที่มีอยู่',
  },
  bad: {
    stray: (word: string) => `ไม่เข้าใจ “${word}” คำสั่งนี้ไม่รับไฟล์`,
    removeAlone: '--remove ใช้ร่วมกับ --dry-run หรือ --out ไม่ได้',
    outFolder: (folder: string, detail: string) => `ใช้โฟลเดอร์ ${folder} ไม่ได้: ${detail}`,
  },
  role: {
    stranger: 'ผู้ที่ยังไม่ลงทะเบียน',
    officer: 'ผู้รายงาน',
    manager: 'ผู้บริหาร',
    admin: 'ผู้ดูแลระบบ',
  } satisfies Record<MenuRole, string>,
  drawn: (role: string, kilobytes: number, file: string | null) =>
    `วาดเมนูของ${role} ${kilobytes} KB${file === null ? '' : ` → ${file}`}`,
  created: (role: string) => `✓ ติดตั้งเมนูของ${role}`,
  kept: (role: string) => `✓ เมนูของ${role}เป็นรุ่นปัจจุบันอยู่แล้ว`,
  deleted: (count: number) => `✓ นำเมนูรุ่นเก่าออก ${count} เมนู`,
  linked: (count: number) => `✓ กำหนดเมนูให้สมาชิก ${count} คน`,
  removed: (count: number) => `นำเมนูออกแล้ว ${count} เมนู`,
  invalid: (role: string, detail: string) => `เมนูของ${role}ไม่ผ่านข้อกำหนดของ LINE: ${detail}`,
  lineFailed: (detail: string) => `LINE ไม่รับคำสั่ง: ${detail} กรุณาสั่งอีกครั้ง ส่วนที่ทำไปแล้วจะไม่ทำซ้ำ`,
  noLine:
    'ยังไม่ได้ตั้งค่า LINE (LINE_CHANNEL_SECRET และ token) จึงติดตั้งไม่ได้ ใช้ --dry-run --out โฟลเดอร์ เพื่อดูรูป; ตัวจำลองติดตั้งเมนูเองเมื่อเริ่มทำงาน',
};
