/** Thai sentences of the invite command. */
import type { Role } from '../../../domain/member.ts';

export const invite = {
  summary: 'ออกรหัสเชิญให้ผู้ใช้ลงทะเบียน หรือให้เชื่อมกลุ่ม LINE',
  usage: [
    'npm run invite -- --role officer --activities 1.1,2 --owner "สมศรี ใจดี"',
    'npm run invite -- --role manager --qr รหัสเชิญ.png',
    'npm run invite -- --role group',
  ],
  options: {
    role: 'officer ผู้รายงาน, manager ผู้บริหาร, admin ผู้ดูแลระบบ หรือ group กลุ่ม LINE',
    owner: 'ชื่อผู้รับเชิญ หรือชื่อกลุ่มงานตามแผน (หากไม่ใส่ --activities จะได้กิจกรรมของกลุ่มงานนั้น)',
    activities: 'รหัสกิจกรรมที่ให้รายงาน คั่นด้วยจุลภาค รหัสกิจกรรมหลักครอบคลุมกิจกรรมย่อย',
    uses: 'ใช้ได้กี่ครั้ง (ค่าปกติ 1)',
    expires: 'อายุของรหัส เช่น 12h, 30d, 4w (ค่าปกติ 30d)',
    qr: 'เขียน QR code ของลิงก์เป็นไฟล์ PNG ขนาดสำหรับพิมพ์',
    yes: 'เขียนทับไฟล์ที่มีอยู่',
    office: 'รหัสหน่วยงาน เมื่อมีหลายหน่วยงาน',
  },
  bad: {
    stray: (word: string) => `ไม่เข้าใจ “${word}” หากค่ามีเว้นวรรค กรุณาใส่เครื่องหมายคำพูด`,
    noRole: 'กรุณาระบุ --role officer, manager, admin หรือ group',
    role: (text: string) => `--role ต้องเป็น officer, manager, admin หรือ group ไม่ใช่ ${text}`,
    groupActivities: 'รหัสเชิญของกลุ่มไม่มีกิจกรรม กรุณานำ --activities ออก',
    uses: (text: string, most: number) => `--uses ต้องเป็นจำนวนเต็ม 1 ถึง ${most} ไม่ใช่ ${text}`,
    expires: (text: string, days: number) =>
      `--expires ต้องเป็นเช่น 12h, 30d หรือ 4w และไม่เกิน ${days} วัน ไม่ใช่ ${text}`,
    qr: (file: string) => `--qr ต้องเป็นไฟล์ .png ไม่ใช่ ${file}`,
    owner: '--owner ต้องยาว 1 ถึง 200 ตัวอักษร',
  },
  role: {
    officer: 'ผู้รายงาน',
    manager: 'ผู้บริหาร',
    admin: 'ผู้ดูแลระบบ',
    group: 'กลุ่ม LINE',
  } satisfies Record<Role | 'group', string>,
  /** What the person types; the bot knows these words. */
  sentence: (role: Role | 'group', code: string) =>
    role === 'group' ? `เชื่อมกลุ่ม ${code}` : `ลงทะเบียน ${code}`,
  made: (role: string, office: string) => `ออกรหัสเชิญ${role}ของ ${office} แล้ว (แสดงครั้งเดียว)`,
  code: 'รหัส',
  link: 'ลิงก์',
  type: (sentence: string) => `หรือพิมพ์ในห้องแชท: ${sentence}`,
  activities: (codes: string) => `กิจกรรม: ${codes}`,
  noActivities: 'ยังไม่ได้กำหนดกิจกรรม กำหนดภายหลังได้ด้วย npm run members -- --set-activities',
  limits: (uses: number, until: string) => `ใช้ได้ ${uses} ครั้ง ถึง ${until}`,
  wroteQr: (file: string) => `เขียน QR code แล้ว: ${file}`,
  notConnected: 'หน่วยงานนี้ยังไม่ได้เชื่อมบัญชี LINE จึงยังไม่มีลิงก์ เชื่อมได้ที่หน้า “จัดการ”',
  noLink: (detail: string) =>
    `ถาม LINE ไม่ได้ (${detail}) จึงไม่มีลิงก์ รหัสใช้ได้ตามปกติ ตรวจการตั้งค่าด้วย npm run doctor`,
};
