/** Thai sentences for people who belong to several offices of one account. */

export const offices = {
  title: 'เปลี่ยนหน่วยงาน',
  question: 'ต้องการไปที่หน่วยงานใด',
  unknown: 'ไม่พบหน่วยงานชื่อนี้ กรุณาเลือก',
  here: (office: string) => `ขณะนี้ท่านอยู่ที่${office}`,
  more: 'แสดง 10 แห่งแรก แห่งอื่นพิมพ์ “เปลี่ยนหน่วยงาน” ตามด้วยชื่อ',
  go: 'เปลี่ยนไปที่นั่น',
  changed: (office: string) =>
    `เปลี่ยนไปที่${office} แล้ว รายงาน แบบร่าง และหน้าเว็บที่เปิดต่อจากนี้เป็นของหน่วยงานนี้\nหากต้องการกลับ พิมพ์ “เปลี่ยนหน่วยงาน”`,
  stays: (office: string) => `ขณะนี้ท่านอยู่ที่${office} อยู่แล้ว`,
  youAreAt: (office: string) => `ขณะนี้ท่านอยู่ที่${office}\nหากต้องการเปลี่ยน พิมพ์ “เปลี่ยนหน่วยงาน”`,
  onlyOne: (office: string) =>
    `ขณะนี้ท่านอยู่ที่${office} และยังไม่ได้ลงทะเบียนกับหน่วยงานอื่น หากได้รับรหัสของหน่วยงานอื่น พิมพ์ “ลงทะเบียน” ตามด้วยรหัส`,
  ownAccount: (office: string) =>
    `บัญชี LINE นี้เป็นของ${office} เท่านั้น หากต้องการใช้งานกับหน่วยงานอื่น กรุณาใช้บัญชี LINE ของหน่วยงานนั้น`,
  /** A button or a quoted message of another office than the one the person is in. */
  ofAnother: (theirs: string, here: string) =>
    `ข้อความนั้นเป็นของ${theirs} แต่ขณะนี้ท่านอยู่ที่${here} จึงยังไม่ได้ทำรายการใด`,
  joinTitle: 'รหัสของหน่วยงานอื่น',
  joinQuestion: 'ลงทะเบียนกับหน่วยงานนี้หรือไม่',
  joinCaution: 'หน่วยงานเดิมยังอยู่ กลับได้ด้วย “เปลี่ยนหน่วยงาน”',
  codeOf: (theirs: string, here: string) => `รหัสนี้เป็นของ${theirs} ขณะนี้ท่านอยู่ที่${here}`,
  join: 'ลงทะเบียน',
  stay: 'อยู่ที่เดิม',
  joinSaid: (code: string) => `ยืนยันลงทะเบียน ${code}`,
  alreadyThere: (theirs: string, here: string) =>
    `ท่านลงทะเบียนกับ${theirs} ไว้แล้ว แต่ขณะนี้อยู่ที่${here} หากต้องการไปที่นั่น พิมพ์ “เปลี่ยนหน่วยงาน”`,
  otherAccount: (theirs: string, here: string, account: string | null) =>
    `รหัสนี้เป็นของ${theirs} แต่บัญชี LINE นี้เป็นของ${here} กรุณาเพิ่มเพื่อนบัญชีของหน่วยงานนั้น${account === null ? '' : ` (${account})`} แล้วพิมพ์รหัสในแชทนั้น`,
  groupOfAnother: 'รหัสนี้เป็นของอีกหน่วยงานหนึ่งของท่าน กรุณาพิมพ์ “เปลี่ยนหน่วยงาน” ในแชทส่วนตัวก่อน แล้วพิมพ์รหัสในกลุ่มนี้อีกครั้ง',
  /** Above a reminder, for whoever may be in another office. */
  reminderFrom: (office: string) => `การเตือนจาก${office}`,
};
