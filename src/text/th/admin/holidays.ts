/** Thai sentences of holidays: an office's own days off. */
export const holidays = {
  summary: 'กำหนดวันหยุดเพิ่มเติมของหน่วยงาน หรือวันหยุดที่หน่วยงานทำงาน',
  usage: [
    'npm run holidays -- --list                                       แสดงวันที่กำหนดเอง',
    'npm run holidays -- --add 2021-05-31 --name "วันหยุดพิเศษ"        เพิ่มวันหยุด',
    'npm run holidays -- --open 2021-05-31 --name "ทำงานชดเชย"         ให้เป็นวันทำการ',
    'npm run holidays -- --remove 2021-05-31                          กลับไปใช้ปฏิทินราชการ',
  ],
  options: {
    add: 'วันหยุดที่จะเพิ่ม',
    open: 'วันหยุดหรือวันเสาร์อาทิตย์ที่หน่วยงานทำงาน',
    remove: 'วันที่จะนำออกจากรายการของหน่วยงาน',
    name: 'ชื่อวัน',
    list: 'แสดงรายการของหน่วยงาน',
    office: 'รหัสหน่วยงาน เมื่อมีหลายหน่วยงาน',
  },
  oneAction: 'กรุณาระบุหนึ่งอย่าง: --list, --add, --open หรือ --remove',
  needsName: '--add ต้องใช้คู่กับ --name',
  noSuchDay: (day: string) => `วันที่ ${day} ไม่อยู่ในรายการของหน่วยงาน`,
  conflict: 'มีผู้อื่นแก้การตั้งค่าในเวลาเดียวกัน กรุณาสั่งอีกครั้ง',
  closed: 'หยุด',
  open: 'ทำงาน',
  alreadyPublic: '(เป็นวันหยุดราชการอยู่แล้ว)',
  of: (office: string) => `วันที่กำหนดเองของ${office}`,
  none: 'ไม่มี ใช้ปฏิทินวันหยุดราชการ',
};
