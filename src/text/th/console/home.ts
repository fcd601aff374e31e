/** Thai sentences of the console's first page, and its menu. */

export const home = {
  title: 'จัดการระบบ',
  view: {
    home: 'ภาพรวม',
    connection: 'เชื่อม LINE',
    plan: 'แผน',
    people: 'ผู้ใช้',
    settings: 'ตั้งค่า',
    operation: 'การทำงาน',
  },
  menu: 'เมนูจัดการระบบ',
  state: { ok: 'เรียบร้อย', todo: 'ยังไม่ได้ทำ' },
  step: { office: 'หน่วยงาน', plan: 'แผน', admins: 'ผู้ดูแลระบบ', people: 'ผู้ใช้' },
  noOffice: 'ยังไม่มีหน่วยงาน เริ่มที่หน้า “เชื่อม LINE”',
  plan: (title: string, year: number, activities: number) =>
    `${title} ปีงบประมาณ ${year} (${activities} กิจกรรม)`,
  noPlan: 'ยังไม่มีแผน',
  admins: (count: number) => `${count} คน พิมพ์ “จัดการ” ในแชทเพื่อเปิดหน้านี้`,
  noAdmin: 'ยังไม่มีผู้ดูแลระบบ',
  people: (officers: number, managers: number) => `ผู้รายงาน ${officers} คน ผู้บริหาร ${managers} คน`,
  noPeople: 'ยังไม่มีผู้รายงานและผู้บริหาร',
};
