/** Thai sentences of small talk, and of what people ask that is no report: who can help, and how a due day is moved. */
export const talk = {
  /** In several wordings, so that a person does not hear the same twice in a row. */
  greeting: ['ยินดีให้บริการ มีความคืบหน้าของกิจกรรมใดจะรายงานหรือไม่', 'สวัสดี ต้องการรายงานหรือดูกิจกรรมใด พิมพ์ได้เลย'],
  thanks: ['ยินดีให้บริการ', 'ด้วยความยินดี มีเรื่องใดแจ้งได้ทุกเมื่อ'],
  acknowledged: ['รับทราบ', 'ยินดีให้บริการ'],
  /** Somebody will answer later. */
  later: ['ได้เลย พร้อมเมื่อใดพิมพ์บอกได้ทุกเมื่อ', 'รับทราบ เมื่อพร้อมแล้วพิมพ์บอกได้เลย'],
  goodbye: ['แล้วพบกันใหม่', 'ขอบคุณ แล้วพบกันใหม่'],
  complaint: [
    'ขออภัยในความไม่สะดวก เลือกจากปุ่มด้านล่าง หรือพิมพ์ “ติดต่อผู้ดูแลระบบ” ได้เลย',
    'ขออภัย หากต้องการความช่วยเหลือ พิมพ์ “ติดต่อผู้ดูแลระบบ” ได้เลย',
  ],
  /** Who looks after the system in this office. */
  admins: (names: string) => `ผู้ดูแลระบบของหน่วยงาน: ${names}`,
  noAdmins: 'ยังไม่มีผู้ดูแลระบบในรายชื่อ กรุณาสอบถามผู้บริหารของหน่วยงาน',
  /** Said of a wish to have more time: a report does not move a due day. */
  extension: 'กำหนดในแผนไม่เปลี่ยนตามรายงาน หากต้องการขยายเวลา กรุณาแจ้งผู้บริหารหรือผู้ดูแลระบบ',
};
